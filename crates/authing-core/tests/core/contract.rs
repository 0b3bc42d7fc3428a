//! The contract between a flow and its driver: in every state of every flow, a wrong event is the driver's fault.

use authing_core::account::{ChangeAvatar, Logout};
use authing_core::flow::{Event, Flow, Step};
use authing_core::host::HostResponse;
use authing_core::management::ListUsers;
use authing_core::oidc::{AppCredentials, LoginByOidc, PasswordGrant};
use authing_core::preflight::Preflight;
use authing_core::qr::{AppScene, QrLogin, WxappScene};
use authing_core::token::CheckLoginStatus;
use authing_core::types::Page;
use authing_core::{Call, Error, Response, UploadFile};
use serde_json::json;
use std::ops::ControlFlow::{Break, Continue};

use crate::support::answers::json_body;
use crate::support::{BOUND, Scenario, ScriptedService, Sent, USER, after, perform, poll_twice};

/// A service with which every flow goes through all of its states.
fn obliging(sent: &Sent) -> crate::support::Answer {
    let user = json!({ "_id": USER, "token": "fresh" });
    let person =
        json!({ "qrcode": "u", "qrcodeId": "q", "qrcodeUrl": "u", "success": true, "ticket": "t", "_id": USER });
    let data = json!({
        "getClientWhenSdkInit": { "accessToken": "o" }, "users": { "list": [] }, "qiNiuUploadToken": "t",
        "updateUser": user,
    });
    if sent.uri.ends_with("/graphql") {
        return json_body(&json!({ "data": data }));
    }
    if sent.uri.contains("qrcode") || sent.uri.contains("/qr") {
        return json_body(&json!({ "code": 200, "data": person }));
    }
    json_body(&json!({ "access_token": "a", "key": "k", "sub": "s", "ok": 2 }))
}

fn events() -> Vec<Event> {
    vec![
        Event::Response(Ok(Response::new(200, ""))),
        Event::HostResponse(Ok(HostResponse::ImagePath("a//b".to_owned()))),
        Event::HostResponse(Ok(HostResponse::Bool(true))),
        Event::Waited,
        Event::Notified,
    ]
}

fn suits<N>(event: &Event, step: &Step<N>) -> bool {
    matches!(
        (event, step),
        (Event::Response(_), Step::Send(_))
            | (Event::HostResponse(_), Step::CallHost(_))
            | (Event::Waited, Step::Wait(_))
            | (Event::Notified, Step::Notify(_))
    )
}

/// In each state, each wrong event; and before the first poll, every event.
fn hold<F: Flow>(name: &str, make: impl Fn() -> F) {
    for event in events() {
        let result = make().handle(crate::support::NOW, event);
        // A flow whose first step is to ask the host may be told before it is polled; nothing is lost.
        assert!(matches!(result, Err(Error::Driver(_)) | Ok(())), "{name}: {result:?}");
    }
    for steps in 0..BOUND {
        for wrong in events() {
            let service = ScriptedService::answering(obliging);
            let mut flow = after(&service, make(), steps);
            let Ok(progress) = poll_twice(&mut flow, service.time()) else { return assert!(steps > 0, "{name}") };
            let Continue(step) = progress else {
                assert!(matches!(flow.poll(service.time()), Err(Error::Driver(_))), "{name}");
                let told = flow.handle(service.time(), wrong);
                assert!(matches!(told, Err(Error::Driver(_))), "{name}");
                continue;
            };
            if !suits(&wrong, &step) {
                let shown = format!("{wrong:?} for {step:?}");
                let result = flow.handle(service.time(), wrong);
                assert!(matches!(result, Err(Error::Driver(_))), "{name} takes {shown}: {result:?}");
                // What it does then is its own affair, as long as it is not a panic.
                if let Ok(Continue(step)) = flow.poll(service.time()) {
                    let _ = flow.handle(service.time(), perform(&service, &step));
                }
            }
        }
        let service = ScriptedService::answering(obliging);
        let mut flow = after(&service, make(), steps);
        if matches!(flow.poll(service.time()), Ok(Break(_)) | Err(_)) {
            return;
        }
    }
    panic!("{name} does not end");
}

#[test]
fn every_flow_keeps_the_contract_in_every_state() {
    let context = || Scenario::new().secret("s").logged_in().context();
    let grant = || PasswordGrant::email(AppCredentials::new("app", "secret"), "bob@example.com", "pw");
    hold("Call", || Call::new(&context(), Logout::of(USER)));
    hold("known", || Call::new(&Scenario::new().context(), CheckLoginStatus::default()));
    hold("owner", || Call::new(&context().as_owner().unwrap(), ListUsers::new(Page::default())));
    hold("ChangeAvatar", || ChangeAvatar::from_host(&context(), USER));
    hold("ChangeAvatar", || ChangeAvatar::from_file(&context(), USER, UploadFile::new("a", "b", b"c".as_slice())));
    hold("LoginByOidc", || LoginByOidc::new(&context(), grant()));
    hold("Preflight", || Preflight::new(&context()));
    hold("QrLogin", || QrLogin::new(&context(), AppScene::default()));
    hold("QrLogin", || QrLogin::new(&context(), WxappScene::default()));
}
