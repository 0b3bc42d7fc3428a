//! The second factor on the login page, and in the grant that cannot carry one.

use data_encoding::BASE32_NOPAD;
use hmac::{Hmac, Mac as _};
use serde_json::json;
use sha1::Sha1;

use super::browser::{Browser, password_form};
use super::{Provider, SHOP, parameter};
use crate::support::text;

/// The password of RFC 6238 that an authenticator shows now.
fn one_time_password(key: &str) -> String {
    let seconds = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("after 1970").as_secs();
    let key = BASE32_NOPAD.decode(key.as_bytes()).expect("base32");
    let mac = Hmac::<Sha1>::new_from_slice(&key).expect("any length").chain_update((seconds / 30).to_be_bytes());
    let hash = mac.finalize().into_bytes();
    let offset = usize::from(hash[19] & 0x0f);
    let word = u32::from_be_bytes(hash[offset..offset + 4].try_into().expect("four bytes")) & 0x7fff_ffff;
    format!("{:06}", word % 1_000_000)
}

/// Turns the user's second factor on; its key.
fn with_second_factor(provider: &Provider) -> String {
    let token = text(&provider.client.login("a@b.com", "pw123456")["token"]);
    let change = "mutation($id: String) { changeMFA(userId: $id, enable: true) { shareKey } }";
    text(&provider.client.data(Some(&token), change, json!({ "id": provider.user }))["shareKey"])
}

#[test]
fn page_asks_for_the_one_time_password() {
    let provider = Provider::start();
    let key = with_second_factor(&provider);
    let mut browser = Browser::new(&provider);
    let (page, shown) = browser.open_login(&[]);
    let form = password_form("a@b.com", "pw123456");
    let asked = browser.submit(&page, &shown, &form);
    assert!(asked.body.contains("name=\"otp\"") && asked.body.contains("Type the one-time password"), "{}", asked.body);
    let with = |otp: &str| {
        form.iter()
            .map(|(name, value)| (*name, (*value).to_owned()))
            .chain([("otp", otp.to_owned())])
            .collect::<Vec<_>>()
    };
    let submit = |browser: &mut Browser<'_>, otp: &str| {
        let form = with(otp);
        let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
        browser.submit(&page, &asked, &form)
    };
    let wrong = submit(&mut browser, "no");
    assert!(wrong.status == 400 && wrong.body.contains("name=\"otp\""), "{}", wrong.body);
    let location = submit(&mut browser, &one_time_password(&key)).location.expect("a redirect");
    assert!(parameter(&location, "code").is_some());
}

#[test]
fn password_grant_is_closed_to_a_user_with_a_second_factor() {
    let provider = Provider::start();
    with_second_factor(&provider);
    let form = format!("{SHOP}&grant_type=password&username=a%40b.com&password=pw123456");
    assert_eq!(provider.error("/oidc/token", &form), (400, "invalid_grant".into()));
}
