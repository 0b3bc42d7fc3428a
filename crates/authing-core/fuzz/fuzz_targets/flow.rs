//! Any sequence of events, at every flow, under a clock that jumps.
//!
//! Each event is a byte for its kind, two for the time, one for the length of its text, and the text.
#![no_main]

use std::ops::ControlFlow::Break;
use std::sync::Arc;

use authing_core::account::ChangeAvatar;
use authing_core::flow::{Event, Flow};
use authing_core::host::HostResponse;
use authing_core::management::ListUsers;
use authing_core::oidc::{AppCredentials, LoginByOidc, PasswordGrant};
use authing_core::preflight::Preflight;
use authing_core::qr::{AppScene, QrLogin, WxappScene};
use authing_core::types::Page;
use authing_core::{Call, Config, Context, Error, Response, Seed, Timestamp, TransportError, TransportErrorKind};
use libfuzzer_sys::fuzz_target;

fn next(input: &mut &[u8]) -> Option<(u64, Event)> {
    let [kind, early, late, length, rest @ ..] = input else { return None };
    let (text, rest) = rest.split_at(rest.len().min(usize::from(*length)));
    *input = rest;
    let words = || String::from_utf8_lossy(text).into_owned();
    let event = match kind % 16 {
        0 => Event::Waited,
        1 => Event::Notified,
        2 => Event::HostResponse(Ok(HostResponse::ImagePath(words()))),
        3 => Event::HostResponse(Ok(HostResponse::Code(words().into()))),
        4 => Event::HostResponse(Err(Error::host(words()))),
        5 => Event::Response(Err(TransportError::new(TransportErrorKind::ConnectionLost))),
        kind => Event::Response(Ok(Response::new(if kind < 14 { 200 } else { 503 }, text))),
    };
    Some((u64::from(u16::from_le_bytes([*early, *late])) * 100, event))
}

fn survive<F: Flow>(mut flow: F, mut input: &[u8]) {
    let mut now = Timestamp::from_secs(1_600_000_000);
    loop {
        match flow.poll(now) {
            Ok(Break(_)) => return assert!(matches!(flow.poll(now), Err(Error::Driver(_)))),
            Ok(_) => {}
            Err(_) => return,
        }
        let Some((millis, event)) = next(&mut input) else { return };
        now = now + std::time::Duration::from_millis(millis);
        if flow.handle(now, event).is_err() {
            return;
        }
    }
}

fn context() -> Option<Arc<Context>> {
    let config = Config::new("59f86b4832eb28071bdd9214").ok()?.with_secret("secret");
    Some(Context::new(config, &Seed::new([7; 32])))
}

fuzz_target!(|input: &[u8]| {
    let Some((kind, input)) = input.split_first() else { return };
    let Some(context) = context() else { return };
    match kind % 6 {
        0 => {
            let Ok(owner) = context.as_owner() else { return };
            survive(Call::new(&owner, ListUsers::new(Page::default())), input);
        }
        1 => survive(ChangeAvatar::from_host(&context, "x"), input),
        2 => survive(Preflight::new(&context), input),
        3 => survive(QrLogin::new(&context, AppScene::default()), input),
        4 => survive(QrLogin::new(&context, WxappScene::default()), input),
        _ => {
            let grant = PasswordGrant::email(AppCredentials::new("app", "secret"), "bob@example.com", "password");
            survive(LoginByOidc::new(&context, grant), input);
        }
    }
});
