//! One operation as a flow: who signs, what is known without asking, what the outcome does to the session.

use authing_core::account::{GetUser, Logout};
use authing_core::login::{Login, LoginByPhoneCode};
use authing_core::management::ListUsers;
use authing_core::token::CheckLoginStatus;
use authing_core::types::Page;
use authing_core::wechat::{BindPhone, EncryptedData, GetPhone, LoginWithWxapp};
use authing_core::{Call, Error, ErrorCode, SessionState, TransportErrorKind};
use serde_json::json;

use crate::support::answers::{data, fault, owner, refused, rest, user, users};
use crate::support::{NOW, Scenario, ScriptedService, USER, run, token_until};

fn encrypted() -> EncryptedData {
    EncryptedData::new("code", "data", "iv")
}

/// The `authorization` of the only request.
fn signed(world: &ScriptedService) -> Option<String> {
    let [sent] = &world.sent()[..] else { panic!("{:?}", world.sent()) };
    sent.authorization.clone()
}

#[test]
fn optional_authorization_uses_the_valid_token() {
    let ask = |scenario: Scenario, answers: Vec<_>| {
        let world = ScriptedService::scripted(answers);
        run(&world, Call::new(&scenario.context(), GetUser { id: USER.into() })).unwrap();
        world.sent().last().unwrap().authorization.clone()
    };
    let answer = || data("user", &user());
    let token = token_until(NOW.as_secs() + 3600);
    assert_eq!(ask(Scenario::new(), vec![answer()]), None);
    assert_eq!(ask(Scenario::new().expired(), vec![answer()]), None);
    assert_eq!(ask(Scenario::new().logged_in(), vec![answer()]), Some(format!("Bearer {token}")));
    assert_eq!(ask(Scenario::new().secret("s").logged_in(), vec![answer()]), Some(format!("Bearer {token}")));
    assert_eq!(ask(Scenario::new().secret("s"), vec![owner("o"), answer()]), Some("Bearer o".to_owned()));
    assert_eq!(ask(Scenario::new().secret("s").expired(), vec![owner("o"), answer()]), Some("Bearer o".to_owned()));
}

#[test]
fn wechat_gets_the_bare_token_or_an_empty_header() {
    let answer = || rest(200, "", &json!({ "phoneNumber": "17670416754" }));
    for (scenario, expected) in [
        (Scenario::new(), String::new()),
        (Scenario::new().expired(), String::new()),
        (Scenario::new().secret("s"), String::new()),
        (Scenario::new().logged_in(), token_until(NOW.as_secs() + 3600)),
    ] {
        let world = ScriptedService::scripted([answer()]);
        run(&world, Call::new(&scenario.context(), GetPhone { data: encrypted() })).unwrap();
        assert_eq!(signed(&world), Some(expected));
    }
    let world = ScriptedService::scripted([rest(200, "", &user())]);
    run(&world, Call::new(&Scenario::new().logged_in().context(), LoginWithWxapp::new(encrypted()))).unwrap();
    assert_eq!(signed(&world), None);
}

#[test]
fn without_a_user_nothing_is_sent_that_needs_one() {
    let bind = |scenario: Scenario| {
        run(&ScriptedService::silent(), Call::new(&scenario.context(), BindPhone { data: encrypted() })).unwrap_err()
    };
    assert!(matches!(bind(Scenario::new()), Error::NotLoggedIn));
    assert!(matches!(bind(Scenario::new().secret("s")), Error::NotLoggedIn));
    assert!(matches!(bind(Scenario::new().expired()), Error::TokenExpired));
    let world = ScriptedService::scripted([rest(200, "", &user())]);
    run(&world, Call::new(&Scenario::new().logged_in().context(), BindPhone { data: encrypted() })).unwrap();
    assert_eq!(signed(&world), Some(token_until(NOW.as_secs() + 3600)));
}

#[test]
fn without_a_secret_nothing_is_sent_that_needs_it() {
    for scenario in [Scenario::new(), Scenario::new().logged_in()] {
        let result =
            run(&ScriptedService::silent(), Call::new(&scenario.context(), ListUsers { page: Page::default() }));
        assert!(matches!(result, Err(Error::MissingSecret)));
    }
    let world = ScriptedService::scripted([owner("o"), users()]);
    run(&world, Call::new(&Scenario::new().secret("s").logged_in().context(), ListUsers { page: Page::default() }))
        .unwrap();
    let sent = world.sent();
    assert_eq!((sent[0].authorization.as_deref(), sent[1].authorization.as_deref()), (None, Some("Bearer o")));
    assert_eq!(sent[0].json()["variables"], json!({ "secret": "s", "clientId": crate::support::POOL }));
}

#[test]
fn a_token_that_no_header_can_carry_is_an_argument_that_is_wrong() {
    let context = Scenario::new().with_token("line\nbreak").context();
    let error = run(&ScriptedService::silent(), Call::new(&context, GetUser { id: USER.into() })).unwrap_err();
    assert!(matches!(error, Error::InvalidArgument { name: "token", .. }));
}

#[test]
fn the_status_of_no_token_is_known() {
    let status = |scenario: Scenario| {
        run(&ScriptedService::silent(), Call::new(&scenario.context(), CheckLoginStatus::default())).unwrap()
    };
    let nobody = status(Scenario::new());
    assert_eq!((nobody.code(), nobody.is_logged_in()), (Some(ErrorCode::NOT_LOGGED_IN), false));
    assert_eq!(nobody.outcome.message.as_deref(), Some("未登录"));
    let expired = status(Scenario::new().expired());
    assert_eq!((expired.code(), expired.is_logged_in()), (Some(ErrorCode::TOKEN_EXPIRED), false));

    let answer = || data("checkLoginStatus", &json!({ "status": true, "code": 200 }));
    for (scenario, token) in [(Scenario::new(), Some("other".into())), (Scenario::new().logged_in(), None)] {
        let world = ScriptedService::scripted([answer()]);
        assert!(run(&world, Call::new(&scenario.context(), CheckLoginStatus { token })).unwrap().is_logged_in());
    }
}

#[test]
fn an_argument_that_is_wrong_is_named_and_nothing_is_sent() {
    let context = Scenario::new().context();
    let error = run(&ScriptedService::silent(), Call::new(&context, GetUser { id: " ".into() })).unwrap_err();
    assert_eq!(error.to_string(), "argument `id` is empty");
    let error = run(&ScriptedService::silent(), Call::new(&context, Login::email("", ""))).unwrap_err();
    assert_eq!(error.to_string(), "argument `email` is empty");
    let code = LoginByPhoneCode { phone: "17670416754".into(), code: "12x4".into() };
    let error = run(&ScriptedService::silent(), Call::new(&context, code)).unwrap_err();
    assert_eq!(error.to_string(), "argument `phoneCode` must be the digits of the code");
}

#[test]
fn a_login_is_kept_and_a_refused_one_changes_nothing() {
    let context = Scenario::new().context();
    let world = ScriptedService::scripted([
        data("login", &json!({ "_id": USER, "token": "fresh" })),
        refused(2006, "密码不正确"),
        data("login", &json!({ "_id": USER })),
    ]);
    let login = || run(&world, Call::new(&context, Login::email("bob@example.com", "pw")));
    assert!(login().is_ok());
    assert_eq!(context.session().token().unwrap().expose(), "fresh");
    assert_eq!(login().unwrap_err().code(), Some(ErrorCode::WRONG_PASSWORD));
    assert!(login().is_ok());
    assert_eq!(context.session().token().unwrap().expose(), "fresh");
}

#[test]
fn a_logout_forgets_the_token_however_it_ends() {
    let succeeds = ScriptedService::scripted([data("updateUser", &user())]);
    let is_refused = ScriptedService::scripted([refused(2004, "用户不存在")]);
    let breaks = ScriptedService::scripted([fault(TransportErrorKind::Connect)]);
    let odd = ScriptedService::scripted([crate::support::answers::raw(502, "<html>")]);
    for (world, user, is_fine) in [
        (succeeds, USER, true),
        (is_refused, USER, false),
        (breaks, USER, false),
        (odd, USER, false),
        (ScriptedService::silent(), "", false),
    ] {
        let context = Scenario::new().logged_in().context();
        assert_eq!(run(&world, Call::new(&context, Logout { user: user.into() })).is_ok(), is_fine);
        assert!(context.session().token().is_none());
        assert_eq!(context.session().state(NOW), SessionState::LoggedOut);
    }
    // It cannot be signed, and is forgotten all the same.
    let context = Scenario::new().with_token("line\nbreak").context();
    assert!(run(&ScriptedService::silent(), Call::new(&context, Logout { user: USER.into() })).is_err());
    assert!(context.session().token().is_none());
}
