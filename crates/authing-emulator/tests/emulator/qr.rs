//! QR codes: made, scanned, confirmed, cancelled, expired.

use std::time::Duration;

use crate::support::{Client, text};
use serde_json::{Value, json};

const RANDOM: &str = "A1b2C3d4E5f6";

fn check_app(client: &Client, id: &str) -> Value {
    client.get(&format!("/qrcode/check?scene=APP_AUTH&qrcodeId={id}")).1["data"].clone()
}

fn check_wxapp(client: &Client) -> Value {
    let path = format!("/oauth/wxapp/confirm/qr?random={RANDOM}&useSelfWxapp=false");
    let (_, answer) = client.post_bytes(&path, "application/x-www-form-urlencoded", b"");
    assert_eq!(answer["code"], 200, "the outer envelope says only that there is an answer");
    answer["data"].clone()
}

fn make_for_app(client: &Client) -> String {
    let (_, made) = client.get(&format!("/qrcode/gene?scene=APP_AUTH&userPoolId={}&hello=world", client.pool()));
    text(&made["data"]["qrcodeId"])
}

fn play(client: &Client, act: &str, body: &Value) -> u16 {
    client.post(&format!("/_emulator/qr/{act}"), None, body).0
}

#[test]
fn an_app_scans_and_confirms_and_its_ticket_works_once() {
    let client = Client::start();
    let (user, _) = client.new_user();
    let id = make_for_app(&client);
    assert_eq!(check_app(&client, &id)["scanned"], false);
    assert_eq!(play(&client, "scan", &json!({ "id": id, "userId": "nobody" })), 404);
    assert_eq!(play(&client, "confirm", &json!({ "id": id })), 404, "nobody has scanned it");
    assert_eq!(play(&client, "scan", &json!({ "id": id, "userId": user })), 200);
    let scanned = check_app(&client, &id);
    assert_eq!((&scanned["scanned"], &scanned["success"]), (&json!(true), &json!(false)));
    assert_eq!(play(&client, "confirm", &json!({ "id": id })), 200);
    let ticket = check_app(&client, &id)["ticket"].clone();
    let exchange =
        || client.post("/oauth/scan-qrcode/exchangeUserInfoWithTicket", None, &json!({ "ticket": ticket })).1;
    let answer = exchange();
    assert_eq!((&answer["code"], &answer["data"]["_id"]), (&json!(200), &json!(user)));
    assert!(answer["data"]["token"].is_string());
    assert_eq!(exchange()["code"], 500);
}

#[test]
fn confirming_in_a_mini_program_creates_the_user() {
    let client = Client::start();
    let open_id = client.person("Band", "17670416754");
    let make = |query: &str| client.get(&format!("/oauth/wxapp/qrcode/{}?{query}", client.pool())).1;
    assert_eq!(make("random=short")["code"], 500);
    assert_eq!(make(&format!("random={RANDOM}&useSelfWxapp=false&enableFetchPhone=true"))["code"], 200);
    assert_eq!(check_wxapp(&client)["message"], "have not been authed");
    assert_eq!(play(&client, "confirm", &json!({ "random": RANDOM, "openId": open_id })), 200);
    let confirmed = check_wxapp(&client);
    assert_eq!((&confirmed["code"], &confirmed["data"]["nickname"]), (&json!(200), &json!("Band")));
    assert_eq!(confirmed["data"]["phone"], "17670416754");
    let token = text(&confirmed["data"]["token"]);
    assert_eq!(client.get(&format!("/authing/token?access_token={token}")).1["code"], 200);
    assert_eq!(check_wxapp(&client)["data"]["token"], token.as_str(), "a lost answer can be asked for again");
}

#[test]
fn a_code_is_cancelled_or_expires() {
    let client = Client::start();
    let (user, _) = client.new_user();
    let cancelled = make_for_app(&client);
    play(&client, "cancel", &json!({ "id": cancelled }));
    assert_eq!(check_app(&client, &cancelled)["canceled"], true);
    let expired = make_for_app(&client);
    play(&client, "expire", &json!({ "id": expired }));
    assert_eq!(check_app(&client, &expired)["expired"], true);
    let forgotten = make_for_app(&client);
    client.emulator.advance(Duration::from_mins(2));
    assert_eq!(check_app(&client, &forgotten)["expired"], true);
    for id in [cancelled, expired, forgotten] {
        assert_eq!(play(&client, "scan", &json!({ "id": id, "userId": user })), 404);
    }
    assert_eq!(client.get("/qrcode/check?scene=APP_AUTH&qrcodeId=none").1["code"], 500);
}

#[test]
fn a_code_has_a_picture_and_is_listed() {
    let client = Client::start();
    let id = make_for_app(&client);
    let (status, picture) = client.get(&format!("/_emulator/qr/{id}/picture.svg"));
    assert!(status == 200 && text(&picture).contains("<svg"));
    let (_, list) = client.get("/_emulator/qr");
    assert_eq!((&list[0]["id"], &list[0]["status"], &list[0]["scene"]), (&json!(id), &json!("waiting"), &json!("app")));
}

#[test]
fn library_scans_and_confirms_a_qr_code() {
    let client = Client::start();
    let (user, _) = client.new_user();
    let open_id = client.person("Band", "17670416754");
    for who in [user, open_id] {
        let id = make_for_app(&client);
        assert!(!client.emulator.scan_qr(&id, "nobody"));
        assert!(client.emulator.scan_qr(&id, &who) && client.emulator.confirm_qr(&id, &who));
        assert_eq!(check_app(&client, &id)["success"], true);
        assert!(!client.emulator.cancel_qr(&id) && !client.emulator.expire_qr(&id), "it is over");
    }
}
