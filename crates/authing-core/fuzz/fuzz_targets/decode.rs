//! Any status and any body, at an operation of each envelope.
#![no_main]

use std::sync::Arc;

use authing_core::account::GetUser;
use authing_core::flow::{Event, Flow as _};
use authing_core::login::{CasLogout, SendSmsCode};
use authing_core::oidc::GetUserInfo;
use authing_core::preflight::CheckUserService;
use authing_core::token::DecodeToken;
use authing_core::{Call, Config, Context, Error, Operation, Response, Seed, Timestamp};
use libfuzzer_sys::fuzz_target;

const NOW: Timestamp = Timestamp::from_secs(1_600_000_000);

/// Stands in each body, and in an error only where that is the service's own.
const MARK: &str = "17670416754";

fn read<O: Operation>(context: &Arc<Context>, operation: O, response: Response) {
    let mut call = Call::new(context, operation);
    let _sent = call.poll(NOW).expect("the arguments are right");
    let outcome = call.handle(NOW, Event::Response(Ok(response))).and_then(|()| call.poll(NOW).map(drop));
    match outcome {
        // The service's sentence is passed on: a refusal may be a sentence and nothing else.
        Ok(()) | Err(Error::Service(_)) => {}
        Err(error) => assert!(!format!("{error} {error:?}").contains(MARK), "{error:?}"),
    }
}

fuzz_target!(|input: (u16, &[u8])| {
    let (status, body) = input;
    let Ok(context) = Config::new("59f86b4832eb28071bdd9214").map(|it| Context::new(it, &Seed::new([7; 32]))) else {
        return;
    };
    let marked = [body, b"\"", MARK.as_bytes(), b"\""].concat();
    for body in [body.to_vec(), marked] {
        let response = Response::new(100 + status % 500, body);
        read(&context, GetUser::new("x"), response.clone());
        read(&context, DecodeToken { token: MARK.into() }, response.clone());
        read(&context, SendSmsCode { phone: MARK.into() }, response.clone());
        read(&context, CasLogout, response.clone());
        read(&context, GetUserInfo { access_token: MARK.into() }, response.clone());
        read(&context, CheckUserService, response);
    }
});
