//! The flows of several requests: changing an avatar, logging in by OpenID Connect, health checks.

use authing_core::account::ChangeAvatar;
use authing_core::host::{HostCall, HostResponse};
use authing_core::oidc::{AppCredentials, LoginByOidc, PasswordGrant};
use authing_core::preflight::Preflight;
use authing_core::types::User;
use authing_core::{Error, TransportErrorKind, UploadFile};
use serde_json::json;
use std::ops::ControlFlow::Continue;

use crate::support::answers::{data, fault, json_body, raw, refused, user};
use crate::support::{Answer, Scenario, ScriptedService, USER, drive_bounded, run};

fn upload_token() -> Answer {
    data("qiNiuUploadToken", &json!("upload-token"))
}

fn stored(key: &str) -> Answer {
    json_body(&json!({ "key": key, "hash": "h" }))
}

/// Changes the avatar to an image that the user chooses, or does not choose.
fn chosen(service: &ScriptedService, host: Result<HostResponse, Error>) -> Result<User, Error> {
    let flow = ChangeAvatar::from_host(&Scenario::new().logged_in().context(), USER);
    let mut host = Some(host);
    let ended = drive_bounded(service, flow, 20, |call| {
        assert_eq!(call, HostCall::ChooseImage);
        host.take().expect("it is asked once")
    });
    ended.result
}

fn path(path: &str) -> HostResponse {
    HostResponse::ImagePath(path.to_owned())
}

#[test]
fn an_avatar_is_uploaded_and_its_address_told() {
    let service =
        ScriptedService::scripted([upload_token(), stored("avatar/wechatapp/me.png"), data("updateUser", &user())]);
    let file = UploadFile::new("me.png", "image/png", b"\x89PNG".as_slice());
    run(&service, ChangeAvatar::from_file(&Scenario::new().logged_in().context(), USER, file)).unwrap();
    let [token, upload, update] = &service.sent()[..] else { panic!() };
    assert!(token.document().contains("qiNiuUploadToken"));
    assert_eq!((upload.uri.as_str(), upload.authorization.as_deref()), ("https://up.qiniup.com/", None));
    let form = upload.text();
    assert!(form.contains("name=\"token\"\r\n\r\nupload-token\r\n") && form.contains("filename=\"me.png\""));
    // The storage chooses the key: the `me.png` of two users are two files.
    assert!(form.contains("avatar/wechatapp/") && form.contains("-me.png"), "{form}");
    let photo = "https://usercontents.authing.cn/avatar/wechatapp/me.png";
    assert_eq!(update.json()["variables"]["photo"], photo);
    assert_eq!(update.json()["variables"]["_id"], USER);
}

#[test]
fn photo_url_is_valid_for_any_key() {
    for (key, path) in [
        ("avatar/wechatapp/o6_zAJs-1~2.png", "avatar/wechatapp/o6_zAJs-1~2.png"),
        ("me and 我.png", "me%20and%20%E6%88%91.png"),
        ("100%25 #1?.png", "100%2525%20%231%3F.png"),
    ] {
        let service = ScriptedService::scripted([upload_token(), stored(key), data("updateUser", &user())]);
        let file = UploadFile::new("me.png", "image/png", b"PNG".as_slice());
        run(&service, ChangeAvatar::from_file(&Scenario::new().logged_in().context(), USER, file)).unwrap();
        let photo = format!("https://usercontents.authing.cn/{path}");
        assert_eq!(service.sent()[2].json()["variables"]["photo"], photo);
    }
}

#[test]
fn a_hosts_path_becomes_the_mini_program_clients_key() {
    for (temporary, name) in [
        ("http://tmp/wx1234.o6zAJs.jpg", "wx1234.o6zAJs.jpg"),
        ("wxfile://tmp_abcdef.png", "tmp_abcdef.png"),
        ("wxfile://tmp/tmp/a.png", "tmp/a.png"),
        ("plain.png", "plain.png"),
        ("", ""),
    ] {
        let service = ScriptedService::answering(|sent| match sent.uri.as_str() {
            "https://up.qiniup.com/" => stored("k"),
            _ if sent.document().contains("qiNiuUploadToken") => upload_token(),
            _ => data("updateUser", &user()),
        });
        let mut flow = ChangeAvatar::from_host(&Scenario::new().logged_in().context(), USER);
        let mut key = None;
        // The form of a path is the transport's to write, so it is looked at before it is sent.
        for _ in 0..10 {
            use authing_core::flow::{Event, Flow as _, Step};
            let event = match flow.poll(service.time()).unwrap() {
                Continue(Step::CallHost(_)) => Event::HostResponse(Ok(path(temporary))),
                Continue(Step::Send(request)) => {
                    if let authing_core::Body::Multipart(upload) = request.body() {
                        key = upload.fields.iter().find(|(name, _)| name == "key").map(|(_, key)| key.clone());
                        assert!(matches!(&upload.file, UploadFile::HostPath(path) if path == temporary));
                    }
                    Event::Response(service.answer(&request))
                }
                _ => break,
            };
            flow.handle(service.time(), event).unwrap();
        }
        assert_eq!(key, Some(format!("avatar/wechatapp/{name}")));
    }
}

#[test]
fn avatar_without_a_user_is_rejected_before_the_dialog() {
    let context = Scenario::new().logged_in().context();
    for mut flow in [
        ChangeAvatar::from_host(&context, " "),
        ChangeAvatar::from_file(&context, "", UploadFile::HostPath("a".into())),
    ] {
        let refused = authing_core::flow::Flow::poll(&mut flow, ScriptedService::silent().time());
        assert_eq!(refused.unwrap_err().argument(), Some("_id"));
    }
}

#[test]
fn declined_dialog_is_not_shown_again() {
    use authing_core::flow::{Event, Flow as _, Step};
    let mut flow = ChangeAvatar::from_host(&Scenario::new().logged_in().context(), USER);
    let now = ScriptedService::silent().time();
    assert!(matches!(flow.poll(now), Ok(Continue(Step::CallHost(_)))));
    assert!(flow.handle(now, Event::HostResponse(Err(Error::declined("chooseImage:fail cancel")))).is_err());
    assert!(matches!(flow.poll(now), Err(Error::Driver(_))));
}

#[test]
fn each_step_of_an_avatar_fails_in_its_own_way() {
    let image = || Ok(path("http://tmp/a.png"));
    let declined = Error::declined("chooseImage:fail cancel");
    assert!(matches!(chosen(&ScriptedService::silent(), Err(declined)), Err(Error::Declined(_))));
    let broken = Error::host("chooseImage:fail");
    assert!(matches!(chosen(&ScriptedService::silent(), Err(broken)), Err(Error::Host(_))));
    assert!(matches!(chosen(&ScriptedService::silent(), Ok(HostResponse::Bool(true))), Err(Error::Driver(_))));

    assert!(matches!(chosen(&ScriptedService::scripted([refused(2020, "no")]), image()), Err(Error::Service(_))));
    assert!(matches!(
        chosen(&ScriptedService::scripted([fault(TransportErrorKind::Timeout)]), image()),
        Err(Error::Transport(_))
    ));
    let no_token = data("qiNiuUploadToken", &json!(null));
    assert!(matches!(chosen(&ScriptedService::scripted([no_token]), image()), Err(Error::InvalidResponse(_))));
    let empty_token = data("qiNiuUploadToken", &json!(""));
    assert!(matches!(chosen(&ScriptedService::scripted([empty_token]), image()), Err(Error::InvalidResponse(_))));

    let upload = |answer| chosen(&ScriptedService::scripted([upload_token(), answer]), image());
    assert!(matches!(upload(json_body(&json!({ "hash": "h" }))), Err(Error::InvalidResponse(_))));
    assert!(matches!(upload(raw(401, r#"{"error":"bad token"}"#)), Err(Error::Service(_))));
    assert!(matches!(upload(raw(413, "<html>")), Err(Error::InvalidResponse(_))));
    assert!(matches!(upload(fault(TransportErrorKind::Unsupported)), Err(Error::Transport(_))));

    let update = |answer| chosen(&ScriptedService::scripted([upload_token(), stored("k"), answer]), image());
    assert!(matches!(update(refused(2206, "old")), Err(Error::Service(_))));
    assert!(matches!(update(fault(TransportErrorKind::ConnectionLost)), Err(Error::Transport(_))));
    assert!(update(data("updateUser", &user())).is_ok());
}

#[test]
fn openid_connect_logs_in_and_reads_the_profile() {
    let grant = || PasswordGrant::email(AppCredentials::new("app", "secret"), "bob@example.com", "pw");
    let tokens = || json_body(&json!({ "access_token": "fresh", "expires_in": "3600" }));
    let context = Scenario::new().context();
    let service = ScriptedService::scripted([tokens(), json_body(&json!({ "sub": USER }))]);
    let login = run(&service, LoginByOidc::new(&context, grant())).unwrap();
    assert_eq!((login.claims.sub.as_deref(), login.tokens.expires_in), (Some(USER), Some(3600)));
    assert_eq!(context.session().unwrap().token().unwrap().expose(), "fresh");
    assert_eq!(service.sent()[1].text(), "access_token=fresh");

    let context = Scenario::new().context();
    let wrong = raw(400, r#"{"error":"invalid_grant","error_description":"wrong password"}"#);
    let refused = run(&ScriptedService::scripted([wrong]), LoginByOidc::new(&context, grant()));
    assert!(matches!(refused, Err(Error::Service(_))));
    assert!(context.session().unwrap().token().is_none());
    let service = ScriptedService::scripted([tokens(), fault(TransportErrorKind::Connect)]);
    assert!(matches!(run(&service, LoginByOidc::new(&context, grant())), Err(Error::Transport(_))));
}

#[test]
fn preflight_stops_at_the_first_failed_check() {
    let alive = || raw(200, r#"{"ok":2}"#);
    let context = Scenario::new().context();
    let service = ScriptedService::scripted([alive(), alive(), alive()]);
    run(&service, Preflight::new(&context)).unwrap();
    let hosts: Vec<_> = service.sent().iter().map(|sent| sent.uri.clone()).collect();
    let expected = [
        "https://users.authing.cn/system/status",
        "https://oauth.authing.cn/system/status",
        "https://usercontents.authing.cn/",
    ];
    assert_eq!(hosts, expected);
    for silent_at in 0..3 {
        let answers = (0..silent_at).map(|_| alive()).chain([raw(500, "")]);
        let service = ScriptedService::scripted(answers);
        assert!(run(&service, Preflight::new(&context)).is_err());
        assert_eq!(service.sent().len(), silent_at + 1);
    }
}
