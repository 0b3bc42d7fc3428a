//! Options of the published client's calls: each can be said, and goes out only if it is.

use authing_core::account::{Profile, Register, Update};
use authing_core::login::Login;
use authing_core::management::{ListUsers, SearchUsers};
use authing_core::rbac::{AddRoleToGroup, ListGroups};
use authing_core::social::ListOauthProviders;
use authing_core::types::{Page, SortBy, SortedPage};
use authing_core::{Operation, RawGraphQl, Service};
use serde_json::{Value, json};

use crate::encoding;
use crate::support::{POOL, Sent, USER};

fn sent<O: Operation>(operation: O) -> Sent {
    encoding::sent(operation).unwrap()
}

fn variables<O: Operation>(operation: O) -> Value {
    sent(operation).json()["variables"].take()
}

#[test]
fn providers_are_listed_for_guard_or_for_an_application() {
    assert_eq!(variables(ListOauthProviders::default()), json!({ "clientId": POOL }));
    let for_guard = ListOauthProviders { use_guard: Some(true), ..ListOauthProviders::default() };
    assert_eq!(variables(for_guard), json!({ "clientId": POOL, "useGuard": true }));
    let of_app = ListOauthProviders { client_id: Some("app".into()), ..ListOauthProviders::default() };
    assert_eq!(variables(of_app), json!({ "clientId": "app" }));
}

#[test]
fn users_are_listed_with_populate() {
    assert_eq!(variables(ListUsers::new(Page::default()))["populate"], false);
    assert_eq!(variables(ListUsers { populate: true, ..ListUsers::new(Page::default()) })["populate"], true);
}

#[test]
fn login_sends_openid_last_ip_and_params() {
    let login = Login::unionid("u").with_openid("o").with_last_ip("192.0.2.1").with_params("{}");
    let expected =
        json!({ "unionid": "u", "registerInClient": POOL, "openid": "o", "lastIP": "192.0.2.1", "params": "{}" });
    assert_eq!(variables(login), expected);
}

#[test]
fn registration_by_phone_needs_no_password() {
    let register = Register::phone_without_password("17670416754", "1234");
    let expected = json!({ "phone": "17670416754", "phoneCode": "1234", "registerInClient": POOL });
    assert_eq!(variables(register), expected);
}

#[test]
fn registration_sends_the_options_of_an_import() {
    let register = Register::unionid("u").with_openid("o").with_last_ip("192.0.2.1").with_signed_up("2019-05-01");
    let register = register.with_last_login("2020-05-01").with_keep_password(true).with_from("https://a.cn");
    let expected = json!({
        "unionid": "u", "registerInClient": POOL, "openid": "o", "lastIP": "192.0.2.1", "signedUp": "2019-05-01",
        "lastLogin": "2020-05-01", "keepPassword": true, "from": "https://a.cn",
    });
    assert_eq!(variables(register), expected);
}

#[test]
fn one_field_is_searched() {
    let sent = variables(SearchUsers::in_field("nickname", "bob"));
    assert_eq!((&sent["type"], &sent["value"]), (&json!("nickname"), &json!("bob")));
}

#[test]
fn raw_document_goes_to_the_service_that_it_is_for() {
    let raw = || RawGraphQl::new("{ x }", Value::Null);
    assert_eq!(sent(raw()).uri, Service::User.default_url().to_owned());
    assert_eq!(sent(raw().with_service(Service::Oauth)).uri, Service::Oauth.default_url().to_owned());
}

#[test]
fn lists_are_sorted_and_paged_only_if_asked() {
    assert_eq!(variables(ListGroups { page: SortedPage::default() }), json!({ "userPoolId": POOL }));
    let page = SortedPage { sort_by: Some(SortBy::UpdatedAtAsc), page: Some(Page::new(2, 5)) };
    let expected = json!({ "userPoolId": POOL, "sortBy": "UPDATEDAT_ASC", "page": 1, "count": 5 });
    assert_eq!(variables(ListGroups { page }), expected);
}

#[test]
fn members_are_fetched_only_if_asked() {
    let add = |fetch_roles| AddRoleToGroup { role: "r".into(), group: "g".into(), fetch_roles };
    assert_eq!(variables(add(false)), json!({ "input": { "roleId": "r", "groupId": "g" } }));
    assert_eq!(variables(add(true))["fetchRoles"], true);
    assert!(sent(add(false)).document().contains("roles @include(if: $fetchRoles)"));
}

#[test]
fn photo_of_update_stays_beside_a_profile() {
    let profile = |photo: Option<&str>| Profile { photo: photo.map(str::to_owned), ..Profile::default() };
    let photo = |own| variables(Update::new(USER).with_photo("1.png").with_profile(profile(own)))["photo"].take();
    assert_eq!((photo(None), photo(Some("2.png"))), (json!("1.png"), json!("2.png")));
}
