//! The token in `wx`'s storage, under the pool's key and before it under the published clients', and storage that fails.

use authing_core::account::Logout;
use authing_core::login::Login;
use authing_core::{Config, Error, SessionState, Token, TokenStore as _};
use authing_wxapp::{WxClient, WxError, WxTokenStore, WxappLogin};
use mockall::predicate::eq;

use crate::wx::phone::{TestHost, agreed, kind, run};

const KEY: &str = "_authing_token_pool-1";

fn fails<T>() -> Result<T, WxError> {
    Err(WxError::new("storage:fail limit exceeded"))
}

#[test]
fn a_token_in_storage_logs_in() {
    let host = TestHost::new();
    let client = host.client(|phone| {
        phone.expect_get_storage().with(eq(KEY)).once().returning(|_| Ok("KEPT".to_owned()));
    });
    assert_eq!(client.session().state(host.now()), SessionState::LoggedIn);
    assert_eq!(client.session().token(), Some(Token::from("KEPT")));
}

#[test]
fn an_empty_one_is_none() {
    let host = TestHost::new();
    assert_eq!(host.client(|_| {}).session().state(host.now()), SessionState::Anonymous);
}

#[test]
fn each_login_is_stored_and_a_logout_removes_it() {
    let host = TestHost::new();
    let client = host.client(|phone| {
        phone.expect_set_storage().with(eq(KEY), eq("TOKEN")).times(2).returning(|_, _| Ok(()));
        phone.expect_remove_storage().with(eq(KEY)).once().returning(|_| Ok(()));
    });
    run(client.login_with_wxapp(WxappLogin::new(agreed()))).unwrap();
    run(client.login_silently()).unwrap();
    run(client.client().call(Logout::of("u1"))).unwrap();
    assert_eq!(client.session().state(host.now()), SessionState::LoggedOut);
}

#[test]
fn storage_that_cannot_be_read_makes_no_client() {
    let host = TestHost::new();
    let phone = host.phone(|phone| {
        phone.expect_get_storage().returning(|_| fails());
    });
    match run(WxClient::new(Config::new("pool-1").unwrap(), phone)) {
        Err(Error::Store(store)) => assert_eq!(store.error.to_string(), "storage:fail limit exceeded"),
        other => panic!("{}", kind(other)),
    }
}

#[test]
fn storage_that_cannot_be_written_is_an_error_of_each_login() {
    let host = TestHost::new();
    let client = host.client(|phone| {
        phone.expect_set_storage().returning(|_, _| fails());
    });
    assert_eq!(kind(run(client.login_with_wxapp(WxappLogin::new(agreed())))), "Store");
    assert_eq!(kind(run(client.login_silently())), "Store");
    assert_eq!(kind(run(client.client().login(Login::email("a@b.com", "pw123456")))), "Store");
    // For as long as this client lives, the person is logged in; and the code was replaced.
    assert_eq!(client.session().state(host.now()), SessionState::LoggedIn);
    assert_eq!(host.told(), ["login 1", "request code-1", "login 2", "data", "request code-2", "login 3", "request -"]);
}

#[test]
fn storage_failure_is_the_error_of_a_logout_that_stands() {
    let host = TestHost::new();
    let client = host.client(|phone| {
        phone.expect_remove_storage().returning(|_| fails());
    });
    client.session().set_token("TOKEN").unwrap();
    assert_eq!(kind(run(client.client().call(Logout::of("u1")))), "Store");
    assert_eq!(client.session().state(host.now()), SessionState::LoggedOut);
    assert_eq!(host.told(), ["request -"]);
}

#[test]
fn the_store_stands_alone() {
    let host = TestHost::new();
    let phone = host.phone(|phone| {
        phone.expect_get_storage().with(eq(KEY)).once().returning(|_| Ok(String::new()));
        phone.expect_get_storage().with(eq(KEY)).once().returning(|_| Ok("T".to_owned()));
    });
    let store = WxTokenStore::new(std::sync::Arc::new(phone), Config::new("pool-1").unwrap().pool());
    assert_eq!((store.load().unwrap(), store.load().unwrap()), (None, Some(Token::from("T"))));
    store.save(&Token::from("T")).unwrap();
    store.remove().unwrap();
}
