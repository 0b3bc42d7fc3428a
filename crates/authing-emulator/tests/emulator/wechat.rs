//! WeChat: codes, session keys, encrypted data, and who becomes whom.

use std::time::Duration;

use crate::support::{Client, REGISTER, text};
use authing_emulator::Emulator;
use serde_json::{Value, json};

const PHONE: &str = "17670416754";

impl Client {
    fn wxapp(&self, call: &str, token: Option<&str>, body: &Value) -> Value {
        let (status, answer) = self.post(&format!("/oauth/wechatapp/{call}/{}", self.pool()), token, body);
        assert_eq!(status, 200, "{answer}");
        answer
    }

    /// A fresh code, then the profile: what a mini-program sends.
    fn user_info(&self, open_id: &str) -> Value {
        let code = self.emulator.wx_login(open_id).expect("a person");
        let info = self.emulator.wx_user_info(open_id).expect("a person");
        json!({ "code": code, "iv": info.iv, "encryptedData": info.encrypted_data })
    }

    fn phone_number(&self, open_id: &str) -> Value {
        let code = self.emulator.wx_login(open_id).expect("a person");
        let number = self.emulator.wx_phone_number(open_id).expect("a person");
        json!({ "code": code, "iv": number.iv, "encryptedData": number.encrypted_data })
    }
}

#[test]
fn control_api_gives_a_wechat_users_data() {
    let client = Client::start();
    let made = client.post("/_emulator/wechat/users", None, &json!({ "nickName": "Band", "phoneNumber": PHONE })).1;
    let whose = json!({ "openId": text(&made["openId"]) });
    let login = client.post("/_emulator/wechat/login", None, &whose).1;
    assert_eq!(login["errMsg"], "login:ok");
    let info = client.post("/_emulator/wechat/user-info", None, &whose).1;
    assert_eq!(info["userInfo"]["nickName"], "Band");
    assert_eq!(info["errMsg"], "getUserInfo:ok");
    let raw: Value = serde_json::from_str(&text(&info["rawData"])).expect("JSON");
    assert_eq!(raw, info["userInfo"]);
    assert_eq!(text(&info["signature"]).len(), 40);
    let body = json!({ "code": login["code"], "iv": info["iv"], "encryptedData": info["encryptedData"] });
    let plain = client.wxapp("decrypt", None, &body)["data"].clone();
    assert_eq!((&plain["nickName"], &plain["openId"]), (&json!("Band"), &made["openId"]));
    assert_eq!(plain["watermark"]["appid"], client.emulator.wechat_app_id());

    let number = client.post("/_emulator/wechat/phone-number", None, &whose).1;
    assert_eq!(number["errMsg"], "getPhoneNumber:ok");
    assert_eq!(client.post("/_emulator/wechat/login", None, &json!({ "openId": "nobody" })).0, 404);
}

#[test]
fn wechat_user_logs_in_as_one_user() {
    let client = Client::start();
    let open_id = client.person("Band", PHONE);
    let first = client.wxapp("auth", None, &client.user_info(&open_id));
    assert_eq!((&first["code"], &first["data"]["nickname"]), (&json!(200), &json!("Band")));
    assert!(first["data"]["token"].is_string());
    let second = client.wxapp("auth", None, &client.user_info(&open_id));
    assert_eq!(second["data"]["_id"], first["data"]["_id"]);
    assert_eq!(second["data"]["loginsCount"], 2);
}

#[test]
fn a_code_works_once_and_for_five_minutes() {
    let client = Client::start();
    let open_id = client.person("Band", PHONE);
    let body = client.user_info(&open_id);
    assert_eq!(client.wxapp("auth", None, &body)["code"], 200);
    assert_eq!(client.wxapp("auth", None, &body)["code"], 40163);
    let body = client.user_info(&open_id);
    client.emulator.advance(Duration::from_mins(5));
    assert_eq!(client.wxapp("auth", None, &body)["code"], 40029);
    assert_eq!(client.wxapp("auth", None, &json!({ "code": "x", "iv": "", "encryptedData": "" }))["code"], 40029);
    assert_eq!(client.wxapp("auth", None, &json!({ "code": "x" }))["code"], 400);
}

#[test]
fn data_encrypted_before_a_login_does_not_decrypt() {
    let client = Client::start();
    let open_id = client.person("Band", PHONE);
    client.emulator.wx_login(&open_id).expect("a person");
    let info = client.emulator.wx_user_info(&open_id).expect("a person");
    let code = client.emulator.wx_login(&open_id).expect("a person");
    let body = json!({ "code": code, "iv": info.iv, "encryptedData": info.encrypted_data });
    assert_eq!(client.wxapp("auth", None, &body)["code"], 41003);
}

#[test]
fn session_keys_may_be_kept() {
    let client = Client::of(Emulator::builder().rotate_session_keys(false).start().expect("starts"));
    let open_id = client.person("Band", PHONE);
    let info = client.emulator.wx_user_info(&open_id).expect("a person");
    let code = client.emulator.wx_login(&open_id).expect("a person");
    let body = json!({ "code": code, "iv": info.iv, "encryptedData": info.encrypted_data });
    assert_eq!(client.wxapp("auth", None, &body)["code"], 200);
}

#[test]
fn phone_given_at_a_wechat_login_finds_its_user() {
    let client = Client::start();
    let info = json!({ "phone": PHONE, "nickname": "Old", "password": client.encrypt("pw123456"), "registerInClient": client.pool() });
    let known = client.data(Some(&client.owner_token()), REGISTER, json!({ "info": info }));
    let open_id = client.person("Band", PHONE);
    let mut body = client.user_info(&open_id);
    body["phone"] = json!(PHONE);
    let merged = client.wxapp("auth", None, &body)["data"].clone();
    assert_eq!((&merged["_id"], &merged["nickname"]), (&known["_id"], &json!("Old")));
    assert_eq!(merged["openid"], json!(open_id));

    let mut body = client.user_info(&open_id);
    body["phone"] = json!(PHONE);
    body["overideProfile"] = json!(true);
    assert_eq!(client.wxapp("auth", None, &body)["data"]["nickname"], "Band");
    let without = client.wxapp("auth", None, &client.user_info(&open_id));
    assert_eq!(without["data"]["_id"], known["_id"], "linked from then on");
}

#[test]
fn a_phone_is_read_and_bound() {
    let client = Client::start();
    let open_id = client.person("Band", PHONE);
    let phone = client.wxapp("getphone", Some(""), &client.phone_number(&open_id))["data"].clone();
    assert_eq!(phone, json!({ "phoneNumber": PHONE, "purePhoneNumber": PHONE, "countryCode": "86" }));

    let (id, token) = client.new_user();
    assert_eq!(client.wxapp("phone", None, &client.phone_number(&open_id))["code"], 2020);
    let bound = client.wxapp("phone", Some(&token), &client.phone_number(&open_id));
    assert_eq!((&bound["data"]["_id"], &bound["data"]["phone"]), (&json!(id), &json!(PHONE)));
    let again = client.wxapp("phone", Some(&format!("Bearer {token}")), &client.phone_number(&open_id));
    assert_eq!(again["code"], 200);

    client.register("other@b.com", "pw123456");
    let other = text(&client.login("other@b.com", "pw123456")["token"]);
    assert_eq!(client.wxapp("phone", Some(&other), &client.phone_number(&open_id))["code"], 2215);
}

#[test]
fn another_pool_is_refused() {
    let client = Client::start();
    let open_id = client.person("Band", PHONE);
    let answer = client.post("/oauth/wechatapp/auth/another", None, &client.user_info(&open_id)).1;
    assert_eq!(answer["code"], 2011);
}
