//! The flows of an application keep the contract of every flow: the same step until an event is handled, and an end.
//! No step, event or state shows a secret.

use std::fmt::Debug;

use authing_core::application::{
    AuthorizationRequest, Authorize, BuildLogoutUrl, FinishLogin, LogIn, LogoutRequest, ReadUserInfo, RefreshTokens,
    Scope, UnverifiedIdToken, VerifyToken,
};
use authing_core::flow::{Event, Flow};
use authing_core::{AccessToken, Error, TransportErrorKind};
use serde_json::json;

use super::super::{PRESENT, access_claims, id_claims, rs_header, rs256};
use super::provider::{begin, log_in, setup};
use crate::support::answers::{fault, json_body};
use crate::support::{NOW, USER, after, run};

#[test]
fn polling_twice_gives_the_same_step() {
    let (provider, service, client) = setup();
    provider.lock().user_info = Some(Box::new(|_| json_body(&json!({ "sub": USER }))));
    let context = client.context();
    run(&service, LogIn::by_password(context, "bob", "password", [Scope::OpenId])).unwrap();
    let (callback, pending) = begin(&provider, &client);
    let tokens = run(&service, FinishLogin::new(context, callback, pending)).unwrap().tokens;
    run(&service, Authorize::new(context, AuthorizationRequest::new([Scope::OpenId]))).unwrap();
    run(&service, BuildLogoutUrl::new(context, LogoutRequest::new("t"))).unwrap();
    run(&service, ReadUserInfo::new(&context.for_user(tokens.clone()))).unwrap();
    run(&service, VerifyToken::new(context, UnverifiedIdToken::new(tokens.id_token().unwrap(), None))).unwrap();
    service.advance(std::time::Duration::from_secs(3600));
    run(&service, ReadUserInfo::new(&context.for_user(tokens.clone()))).unwrap();
    run(&service, RefreshTokens::new(context, &tokens)).unwrap();
}

/// Every flow, cold and warm, with a failure of the network at every step: an error, and never a panic or a circle.
#[test]
fn failure_at_any_step_is_an_error() {
    for step in 0..4 {
        let (provider, service, client) = setup();
        let (callback, pending) = begin(&provider, &client);
        let cold = super::provider::client_of(&service, super::provider::config());
        let flow = after(&service, FinishLogin::new(cold.context(), callback, pending), step);
        match fail(&service, flow) {
            Ok(_) => assert_eq!(step, 3, "discovery, code, keys"),
            Err(error) => assert!(step < 3 && matches!(error, Error::Transport(_)), "{step}: {error:?}"),
        }
    }
}

fn fail<F: Flow<Notification = std::convert::Infallible>>(
    service: &crate::support::ScriptedService,
    mut flow: F,
) -> Result<F::Output, Error> {
    use std::ops::ControlFlow::{Break, Continue};
    match flow.poll(service.time())? {
        Break(output) => Ok(output),
        Continue(_) => {
            flow.handle(service.time(), Event::Response(fault(TransportErrorKind::ConnectionLost)))?;
            match flow.poll(service.time())? {
                Break(output) => Ok(output),
                Continue(step) => panic!("goes on with {step:?}"),
            }
        }
    }
}

fn wrong<F: Flow>(mut flow: F) {
    assert!(matches!(flow.handle(NOW, Event::Waited), Err(Error::Driver(_))));
}

#[test]
fn unexpected_event_is_a_driver_s_fault() {
    let (provider, _, client) = setup();
    let context = client.context();
    let (callback, pending) = begin(&provider, &client);
    let tokens = log_in(&provider, &client).unwrap().tokens;
    wrong(FinishLogin::new(context, callback, pending));
    wrong(RefreshTokens::new(context, &tokens));
    wrong(VerifyToken::new(context, AccessToken::from("t")));
    wrong(ReadUserInfo::new(&context.for_user(tokens)));
}

#[test]
fn flows_show_no_secret() {
    let (provider, service, client) = setup();
    let context = client.context();
    let (callback, pending) = begin(&provider, &client);
    let state = super::provider::query(&callback)["state"].clone();
    let tokens = log_in(&provider, &client).unwrap().tokens;
    let id_token = rs256(&rs_header(), &id_claims(), &PRESENT);
    let access_token = rs256(&rs_header(), &access_claims(), &PRESENT);
    let secrets = [
        state.as_str(),
        "code-1",
        super::provider::APP_SECRET,
        tokens.access_token().expose(),
        tokens.refresh_token().unwrap().expose(),
        &id_token,
        &access_token,
        "correct-horse",
    ];
    let unseen = |seen: &dyn Debug| {
        let seen = format!("{seen:?} {seen:#?}");
        for secret in secrets {
            assert!(!seen.contains(secret), "{secret} in {seen}");
        }
    };
    unseen(&Authorize::new(context, AuthorizationRequest::new([Scope::OpenId]).with_login_hint("correct-horse")));
    unseen(&LogIn::by_password(context, "bob", "correct-horse", [Scope::OpenId]));
    unseen(&LogoutRequest::new(id_token.as_str()));
    unseen(&UnverifiedIdToken::new(id_token.as_str(), Some("correct-horse".into())));
    unseen(&VerifyToken::new(context, AccessToken::from(access_token.as_str())));
    unseen(&context.for_user(tokens.clone()));
    for steps in 0..3 {
        let (callback, pending) =
            (callback.clone(), serde_json::from_value(serde_json::to_value(&pending).unwrap()).unwrap());
        unseen(&after(&service, FinishLogin::new(context, callback, pending), steps));
        unseen(&after(&service, RefreshTokens::new(context, &tokens), steps));
    }
}
