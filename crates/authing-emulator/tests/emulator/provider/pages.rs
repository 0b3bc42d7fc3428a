//! The login page, as a browser without scripts uses it.

use authing_emulator::NewWechatUser;
use serde_json::json;

use super::browser::{Browser, Reply, password_form};
use super::{CALLBACK, Provider, parameter};
use crate::support::{REGISTER, text};

fn code_of(reply: &Reply) -> String {
    let location = reply.location.as_deref().unwrap_or_else(|| panic!("a redirect: {}", reply.body));
    assert!(location.starts_with(CALLBACK), "{location}");
    parameter(location, "code").expect("a code")
}

#[test]
fn password_login_redirects_with_a_code() {
    let provider = Provider::start();
    let reply = Browser::new(&provider).log_in(&[]);
    assert_eq!(reply.status, 303, "the form is not sent along");
    assert_eq!(reply.header("cache-control"), "no-store");
    let (status, tokens) = provider.exchange(&code_of(&reply));
    assert_eq!(status, 200, "{tokens}");
}

#[test]
fn page_has_a_strict_policy_and_no_script() {
    let provider = Provider::start();
    let (_, page) = Browser::new(&provider).open_login(&[]);
    let policy = page.header("content-security-policy");
    assert_eq!(
        policy,
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' http: https:; base-uri 'none'; \
         frame-ancestors 'none'"
    );
    assert_eq!((page.header("cache-control"), page.header("x-content-type-options")), ("no-store", "nosniff"));
    assert!(!page.body.contains("<script") && !page.body.contains("style="), "{}", page.body);
}

#[test]
fn wrong_password_is_told_without_naming_the_account() {
    let provider = Provider::start();
    let mut browser = Browser::new(&provider);
    let (page, shown) = browser.open_login(&[]);
    let wrong = browser.submit(&page, &shown, &password_form("a@b.com", "wrong-password"));
    let unknown = browser.submit(&page, &shown, &password_form("x@b.com", "wrong-password"));
    assert_eq!((wrong.status, unknown.status), (400, 400));
    for reply in [&wrong, &unknown] {
        assert!(reply.body.contains("The account or the password is wrong"), "{}", reply.body);
        assert!(!reply.body.contains("wrong-password"));
    }
    code_of(&browser.submit(&page, &wrong, &password_form("a@b.com", "pw123456")));
}

#[test]
fn third_failure_asks_for_the_captcha() {
    let provider = Provider::start();
    let mut browser = Browser::new(&provider);
    let (page, shown) = browser.open_login(&[]);
    let failures: Vec<_> =
        (0..3).map(|_| browser.submit(&page, &shown, &password_form("a@b.com", "wrong-password"))).collect();
    assert!(failures[2].body.contains("name=\"captcha\""));
    let without = browser.submit(&page, &shown, &password_form("a@b.com", "pw123456"));
    assert!(without.body.contains("Type the digits in the picture"));
    let captcha = text(&provider.client.get("/_emulator/captcha").1["code"]);
    let mut form = password_form("a@b.com", "pw123456").to_vec();
    form.push(("captcha", &captcha));
    code_of(&browser.submit(&page, &shown, &form));
}

/// A user with this phone number; their id.
fn register_phone(provider: &Provider, phone: &str) -> String {
    let send = format!("/notification/send_register_smscode/{phone}/{}", provider.client.pool());
    assert_eq!(provider.client.get(&send).0, 200);
    let code = provider.client.emulator.inbox()[0].code.clone();
    let info = json!({ "phone": phone, "phoneCode": code, "registerInClient": provider.client.pool() });
    text(&provider.client.data(None, REGISTER, json!({ "info": info }))["_id"])
}

#[test]
fn sms_code_logs_in() {
    let provider = Provider::start();
    let user = register_phone(&provider, "17670416754");
    let mut browser = Browser::new(&provider);
    let (page, _) = browser.open_login(&[]);
    let shown = browser.get(&format!("{page}?with=sms"));
    let send = |phone: &'static str| [("action", "send"), ("phone", phone)];
    let reply = browser.submit(&page, &shown, &send("17670416754"));
    assert!(reply.status == 200 && reply.body.contains("The code was sent"), "{}", reply.body);
    assert!(browser.submit(&page, &reply, &send("17670416754")).body.contains("try again in a minute"));
    assert_eq!(browser.submit(&page, &reply, &send("no number")).status, 400);
    let code = provider.client.emulator.inbox()[0].code.clone();
    let log_in =
        |code: &str| [("action", "sms".to_owned()), ("phone", "17670416754".into()), ("code", code.to_owned())];
    let submit = |browser: &mut Browser<'_>, code: &str| {
        let form = log_in(code);
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        browser.submit(&page, &reply, &form)
    };
    assert!(submit(&mut browser, "0000").body.contains("The code is wrong"));
    let (_, tokens) = provider.exchange(&code_of(&submit(&mut browser, &code)));
    assert_eq!(super::claims(&tokens["id_token"])["sub"], json!(user));
}

#[test]
fn sms_code_of_an_unknown_number_is_refused() {
    let provider = Provider::start();
    let mut browser = Browser::new(&provider);
    let (page, shown) = browser.open_login(&[]);
    browser.submit(&page, &shown, &[("action", "send"), ("phone", "17670416754")]);
    let code = provider.client.emulator.inbox()[0].code.clone();
    let reply = browser.submit(&page, &shown, &[("action", "sms"), ("phone", "17670416754"), ("code", &code)]);
    assert_eq!((reply.status, reply.location), (400, None));
}

#[test]
fn registration_logs_the_new_user_in() {
    let provider = Provider::start();
    let mut browser = Browser::new(&provider);
    let (page, _) = browser.open_login(&[]);
    let shown = browser.get(&format!("{page}?with=register"));
    let register = |account: &'static str, password: &'static str| {
        [("action", "register"), ("account", account), ("password", password)]
    };
    for (account, password, why) in [
        ("a@b.com", "pw123456", "There is such an account already"),
        ("new@b.com", "short", "at least 6 characters"),
        ("new@b", "pw123456", "Fill in an account and a password"),
        ("", "pw123456", "Fill in an account and a password"),
    ] {
        let reply = browser.submit(&page, &shown, &register(account, password));
        assert!(reply.status == 400 && reply.body.contains(why), "{account}: {}", reply.body);
    }
    let (status, tokens) =
        provider.exchange(&code_of(&browser.submit(&page, &shown, &register("new@b.com", "pw123456"))));
    assert_eq!((status, &super::claims(&tokens["id_token"])["email"]), (200, &"new@b.com".into()));
}

#[test]
fn confirmed_qr_code_logs_in() {
    let provider = Provider::start();
    let open_id = provider.client.emulator.add_wechat_user(NewWechatUser::default());
    let mut browser = Browser::new(&provider);
    let (page, _) = browser.open_login(&[]);
    let qr = format!("{page}?with=qr");
    let shown = browser.get(&qr);
    assert!(shown.body.contains("http-equiv=\"refresh\""), "it polls without a script");
    let id = shown.body.split("/_emulator/qr/").nth(1).and_then(|rest| rest.split('/').next()).expect("a picture");
    assert_eq!(browser.get(&format!("/_emulator/qr/{id}/picture.svg")).status, 200);
    assert!(browser.get(&qr).body.contains(id), "the same code until it expires");
    assert!(provider.client.emulator.scan_qr(id, &open_id) && provider.client.emulator.confirm_qr(id, &open_id));
    code_of(&browser.get(&qr));
}

#[test]
fn expired_qr_code_is_replaced() {
    let provider = Provider::start();
    let mut browser = Browser::new(&provider);
    let (page, _) = browser.open_login(&[]);
    let qr = format!("{page}?with=qr");
    let first = browser.get(&qr).body;
    let id = first.split("/_emulator/qr/").nth(1).and_then(|rest| rest.split('/').next()).expect("a picture");
    assert!(provider.client.emulator.expire_qr(id));
    assert!(!browser.get(&qr).body.contains(id));
}

#[test]
fn consent_page_lists_the_scopes_and_the_user_decides() {
    let provider = Provider::start();
    let consent = [("scope", "openid email offline_access"), ("prompt", "consent")];
    let mut browser = Browser::new(&provider);
    let page = browser.log_in(&consent).location.expect("the consent page");
    let shown = browser.get(&page);
    for text in ["shop", "a@b.com", "Email address", "Access while you are away"] {
        assert!(shown.body.contains(text), "{text}: {}", shown.body);
    }
    let denied = browser.submit(&page, &shown, &[("action", "deny")]).location.expect("a redirect");
    assert_eq!(parameter(&denied, "error").as_deref(), Some("access_denied"));

    let page = browser.get(&provider.authorization_url(&consent)).location.expect("the consent page, without a login");
    let shown = browser.get(&page);
    let (_, tokens) = provider.exchange(&code_of(&browser.submit(&page, &shown, &[("action", "allow")])));
    assert!(tokens["refresh_token"].is_string());

    let user_token = text(&provider.client.login("a@b.com", "pw123456")["token"]);
    let query =
        "query($pool: String, $id: String) { GetUserAuthorizedApps(clientId: $pool, userId: $id) { totalCount } }";
    let apps =
        provider.client.data(Some(&user_token), query, json!({ "pool": provider.client.pool(), "id": provider.user }));
    assert_eq!(apps["totalCount"], 1, "the consent is remembered");
}

#[test]
fn another_user_may_log_in_on_the_consent_page() {
    let provider = Provider::start();
    provider.client.register("b@b.com", "pw123456");
    let mut browser = Browser::new(&provider);
    let page = browser.log_in(&[("prompt", "consent")]).location.expect("the consent page");
    let shown = browser.get(&page);
    let page = browser.submit(&page, &shown, &[("action", "switch")]).location.expect("the login page");
    let shown = browser.get(&page);
    let page = browser.submit(&page, &shown, &password_form("b@b.com", "pw123456")).location.expect("the consent page");
    assert!(browser.get(&page).body.contains("b@b.com"));
}

#[test]
fn two_tabs_log_in_independently() {
    let provider = Provider::start();
    let mut browser = Browser::new(&provider);
    let (first, shown_first) = browser.open_login(&[("state", "one")]);
    let (second, shown_second) = browser.open_login(&[("state", "two")]);
    for (page, shown, state) in [(second, shown_second, "two"), (first, shown_first, "one")] {
        let reply = browser.submit(&page, &shown, &password_form("a@b.com", "pw123456"));
        code_of(&reply);
        assert_eq!(parameter(&reply.location.expect("a redirect"), "state").as_deref(), Some(state));
    }
}

#[test]
fn page_speaks_the_language_that_is_asked_for() {
    let provider = Provider::start();
    let mut browser = Browser::new(&provider);
    let (page, shown) = browser.open_login(&[]);
    assert!(shown.body.contains("lang=\"en-US\"") && shown.body.contains("Password"));
    assert!(browser.get(&format!("{page}?lang=zh-CN")).body.contains("密码"));
    browser.language = "zh-CN,en;q=0.5";
    let (_, shown) = browser.open_login(&[]);
    assert!(shown.body.contains("lang=\"zh-CN\"") && shown.body.contains("密码"));
    let (_, shown) = browser.open_login(&[("ui_locales", "en-US")]);
    assert!(shown.body.contains("lang=\"en-US\""));
}

#[test]
fn login_hint_is_filled_in_as_text() {
    let provider = Provider::start();
    let (_, shown) = Browser::new(&provider).open_login(&[("login_hint", "\"><script>alert(1)</script>")]);
    assert!(!shown.body.contains("<script"), "{}", shown.body);
    let (_, shown) = Browser::new(&provider).open_login(&[("login_hint", "a@b.com")]);
    assert!(shown.body.contains("value=\"a@b.com\""));
}
