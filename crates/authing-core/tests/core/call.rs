//! One operation as a flow: whose token it carries, what is known without a request, what the outcome does to the session.

use std::ops::ControlFlow::Continue;
use std::sync::Arc;

use authing_core::account::{GetUser, Logout};
use authing_core::flow::{Flow as _, Step};
use authing_core::login::{Login, LoginByPhoneCode};
use authing_core::management::{GetOwnerToken, ListUsers};
use authing_core::token::CheckLoginStatus;
use authing_core::types::Page;
use authing_core::wechat::{BindPhone, EncryptedData, GetPhone, LoginWithWxapp};
use authing_core::{Call, Context, Error, ErrorCode, SessionState, TransportErrorKind};
use serde_json::json;

use crate::support::answers::{data, fault, owner, refused, rest, user, users};
use crate::support::{NOW, Scenario, ScriptedService, USER, after, run, token_until};

fn encrypted() -> EncryptedData {
    EncryptedData::new("code", "data", "iv")
}

/// The `authorization` of the only request.
fn authorization(service: &ScriptedService) -> Option<String> {
    let [sent] = &service.sent()[..] else { panic!("{:?}", service.sent()) };
    sent.authorization.clone()
}

#[test]
fn optional_authorization_is_the_principals_own() {
    let ask = |context: Arc<Context>, answers: Vec<_>| {
        let service = ScriptedService::scripted(answers);
        run(&service, Call::new(&context, GetUser::new(USER))).unwrap();
        service.sent().last().unwrap().authorization.clone()
    };
    let answer = || data("user", &user());
    let token = token_until(NOW.as_secs() + 3600);
    assert_eq!(ask(Scenario::new().context(), vec![answer()]), None);
    assert_eq!(ask(Scenario::new().logged_in().context(), vec![answer()]), Some(format!("Bearer {token}")));
    assert_eq!(ask(Scenario::new().secret("s").logged_in().context(), vec![answer()]), Some(format!("Bearer {token}")));
    let one_user = Scenario::new().secret("s").context().for_user("theirs").unwrap();
    assert_eq!(ask(one_user, vec![answer()]), Some("Bearer theirs".to_owned()));
    let owner_context = Scenario::new().secret("s").owner_context();
    assert_eq!(ask(owner_context, vec![owner("o"), answer()]), Some("Bearer o".to_owned()));
}

#[test]
fn missing_or_expired_token_never_changes_the_principal() {
    let service = ScriptedService::scripted([data("user", &user())]);
    let logged_out = Scenario::new().secret("s").logged_in().context();
    logged_out.session().unwrap().clear_token().unwrap();
    run(&service, Call::new(&logged_out, GetUser::new(USER))).unwrap();
    assert_eq!(authorization(&service), None);

    let old = token_until(NOW.as_secs());
    let expired = Scenario::new().secret("s").expired().context();
    let expired_user = Scenario::new().secret("s").context().for_user(old).unwrap();
    for context in [expired, expired_user] {
        let read = run(&ScriptedService::silent(), Call::new(&context, GetUser::new(USER)));
        assert!(matches!(read, Err(Error::TokenExpired)));
        let phone = run(&ScriptedService::silent(), Call::new(&context, GetPhone { data: encrypted() }));
        assert!(matches!(phone, Err(Error::TokenExpired)));
    }
}

#[test]
fn a_call_of_another_principal_is_not_sent() {
    let visitor = Scenario::new().secret("s").logged_in().context();
    let one_user = visitor.for_user("theirs").unwrap();
    let owner_context = visitor.as_owner().unwrap();
    let list = || ListUsers::new(Page::default());
    for context in [&visitor, &one_user] {
        let error = run(&ScriptedService::silent(), Call::new(context, list())).unwrap_err();
        assert_eq!(error.to_string(), "`users` needs the owner's client: `pool.as_owner()`");
        let error = run(&ScriptedService::silent(), Call::new(context, GetOwnerToken)).unwrap_err();
        assert!(matches!(error, Error::WrongPrincipal(error) if error.operation == "getClientWhenSdkInit"));
    }
    for context in [&one_user, &owner_context] {
        let error =
            run(&ScriptedService::silent(), Call::new(context, Login::email("bob@example.com", "pw"))).unwrap_err();
        assert_eq!(error.to_string(), "`login` needs a visitor's client: `pool.client()`");
    }
    let bind = run(&ScriptedService::silent(), Call::new(&owner_context, BindPhone { data: encrypted() }));
    assert!(matches!(bind, Err(Error::WrongPrincipal(_))));
}

#[test]
fn wechat_gets_the_bare_token_or_an_empty_header() {
    let answer = || rest(200, "", &json!({ "phoneNumber": "17670416754" }));
    for (scenario, expected) in [
        (Scenario::new(), String::new()),
        (Scenario::new().secret("s"), String::new()),
        (Scenario::new().logged_in(), token_until(NOW.as_secs() + 3600)),
    ] {
        let service = ScriptedService::scripted([answer()]);
        run(&service, Call::new(&scenario.context(), GetPhone { data: encrypted() })).unwrap();
        assert_eq!(authorization(&service), Some(expected));
    }
}

#[test]
fn a_login_carries_no_token() {
    let user = json!({ "_id": USER, "token": "fresh" });
    for scenario in [Scenario::new().logged_in(), Scenario::new().expired()] {
        let context = scenario.secret("s").context();
        let service = ScriptedService::scripted([rest(200, "", &user)]);
        run(&service, Call::new(&context, LoginWithWxapp::new(encrypted()))).unwrap();
        assert_eq!(authorization(&service), None);
        let service = ScriptedService::scripted([data("login", &user)]);
        run(&service, Call::new(&context, Login::email("bob@example.com", "pw"))).unwrap();
        assert_eq!(authorization(&service), None);
    }
}

#[test]
fn user_call_without_a_user_is_not_sent() {
    let bind = |scenario: Scenario| {
        run(&ScriptedService::silent(), Call::new(&scenario.context(), BindPhone { data: encrypted() })).unwrap_err()
    };
    assert!(matches!(bind(Scenario::new()), Error::NotLoggedIn));
    assert!(matches!(bind(Scenario::new().secret("s")), Error::NotLoggedIn));
    assert!(matches!(bind(Scenario::new().expired()), Error::TokenExpired));
    let service = ScriptedService::scripted([rest(200, "", &user())]);
    run(&service, Call::new(&Scenario::new().logged_in().context(), BindPhone { data: encrypted() })).unwrap();
    assert_eq!(authorization(&service), Some(token_until(NOW.as_secs() + 3600)));
}

#[test]
fn the_owner_needs_a_secret() {
    for scenario in [Scenario::new(), Scenario::new().logged_in()] {
        assert!(matches!(scenario.context().as_owner(), Err(Error::MissingSecret)));
    }
    let service = ScriptedService::scripted([owner("o"), users()]);
    let context = Scenario::new().secret("s").logged_in().owner_context();
    run(&service, Call::new(&context, ListUsers::new(Page::default()))).unwrap();
    let sent = service.sent();
    assert_eq!((sent[0].authorization.as_deref(), sent[1].authorization.as_deref()), (None, Some("Bearer o")));
    assert_eq!(sent[0].json()["variables"], json!({ "secret": "s", "clientId": crate::support::POOL }));
}

#[test]
fn token_that_no_header_can_carry_is_rejected_on_arrival() {
    let context = Scenario::new().context();
    for token in ["line\nbreak", "ends in one\n", "", "with space", "密码"] {
        assert_eq!(context.for_user(token).unwrap_err().argument(), Some("token"), "{token:?}");
        let set = context.session().unwrap().set_token(token);
        assert_eq!(set.unwrap_err().argument(), Some("token"), "{token:?}");
        assert_eq!(context.session().unwrap().state(NOW), SessionState::Anonymous);
        let service = ScriptedService::scripted([data("login", &json!({ "_id": USER, "token": token }))]);
        let login = run(&service, Call::new(&context, Login::email("bob@example.com", "pw")));
        assert!(matches!(login, Err(Error::InvalidResponse(_))), "{token:?}");
        assert_eq!(context.session().unwrap().state(NOW), SessionState::Anonymous);
    }
    // The owner's, too: one bad answer does not lock the calls that follow.
    let context = Scenario::new().secret("s").owner_context();
    let service = ScriptedService::scripted([owner("o\n"), owner("o"), users()]);
    let list = || run(&service, Call::new(&context, ListUsers::new(Page::default())));
    assert!(matches!(list(), Err(Error::InvalidResponse(_))));
    assert!(list().is_ok());
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
        let service = ScriptedService::scripted([answer()]);
        assert!(run(&service, Call::new(&scenario.context(), CheckLoginStatus { token })).unwrap().is_logged_in());
    }
}

#[test]
fn an_argument_that_is_wrong_is_named_and_nothing_is_sent() {
    let context = Scenario::new().context();
    let error = run(&ScriptedService::silent(), Call::new(&context, GetUser::new(" "))).unwrap_err();
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
    let service = ScriptedService::scripted([
        data("login", &json!({ "_id": USER, "token": "fresh" })),
        refused(2006, "密码不正确"),
        data("login", &json!({ "_id": USER })),
    ]);
    let login = || run(&service, Call::new(&context, Login::email("bob@example.com", "pw")));
    assert!(login().is_ok());
    assert_eq!(context.session().unwrap().token().unwrap().expose(), "fresh");
    assert_eq!(login().unwrap_err().code(), Some(ErrorCode::WRONG_PASSWORD));
    assert_eq!(context.session().unwrap().token().unwrap().expose(), "fresh");
    // A login replaces the user who was logged in, even by no user.
    assert!(matches!(login(), Err(Error::InvalidResponse(odd)) if odd.path == "data.login.token"));
    assert_eq!(context.session().unwrap().state(NOW), SessionState::Anonymous);
}

#[test]
fn logout_clears_the_token_on_every_outcome() {
    let succeeds = ScriptedService::scripted([data("updateUser", &user())]);
    let is_refused = ScriptedService::scripted([refused(2004, "用户不存在")]);
    let breaks = ScriptedService::scripted([fault(TransportErrorKind::Connect)]);
    let odd = ScriptedService::scripted([crate::support::answers::raw(502, "<html>")]);
    for (service, user, is_fine) in [
        (succeeds, USER, true),
        (is_refused, USER, false),
        (breaks, USER, false),
        (odd, USER, false),
        (ScriptedService::silent(), "", false),
    ] {
        let context = Scenario::new().logged_in().context();
        assert_eq!(run(&service, Call::new(&context, Logout::of(user))).is_ok(), is_fine);
        assert!(context.session().unwrap().token().is_none());
        assert_eq!(context.session().unwrap().state(NOW), SessionState::LoggedOut);
    }
    // An expired token is not sent, and is forgotten all the same.
    let context = Scenario::new().expired().context();
    assert!(matches!(
        run(&ScriptedService::silent(), Call::new(&context, Logout::default())),
        Err(Error::TokenExpired)
    ));
    assert!(context.session().unwrap().token().is_none());
    // So is the token of a call that is dropped half way.
    let context = Scenario::new().logged_in().context();
    drop(after(&ScriptedService::silent(), Call::new(&context, Logout::default()), 0));
    assert!(context.session().unwrap().token().is_some(), "nothing was begun");
    let mut call = Call::new(&context, Logout::default());
    assert!(matches!(call.poll(NOW), Ok(Continue(Step::Send(_)))));
    drop(call);
    assert!(context.session().unwrap().token().is_none());
}

#[test]
fn a_logout_logs_out_the_user_whose_token_it_carries() {
    let context = Scenario::new().logged_in().context();
    let mut call = Call::new(&context, Logout::default());
    assert!(matches!(call.poll(NOW), Ok(Continue(Step::Send(_)))));
    context.session().unwrap().set_token("next").unwrap();
    drop(call);
    assert_eq!(context.session().unwrap().token().unwrap().expose(), "next");
}

#[test]
fn a_logout_needs_no_id() {
    let service = ScriptedService::scripted([data("updateUser", &user())]);
    run(&service, Call::new(&Scenario::new().logged_in().context(), Logout::default())).unwrap();
    assert_eq!(service.sent()[0].json()["variables"]["_id"], USER);
    let logout =
        |scenario: Scenario| run(&ScriptedService::silent(), Call::new(&scenario.context(), Logout::default()));
    assert!(matches!(logout(Scenario::new()), Err(Error::NotLoggedIn)));
    let opaque = logout(Scenario::new().with_token("opaque"));
    assert_eq!(opaque.unwrap_err().argument(), Some("_id"));
}
