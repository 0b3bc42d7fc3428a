//! Registering, logging in and out, changing one's account.

use std::time::Duration;

use crate::support::{Client, LOGIN, REGISTER, text};
use serde_json::{Value, json};

const UPDATE: &str = "mutation UpdateUser($options: UserUpdateInput!) {
    updateUser(options: $options) { _id email nickname tokenExpiredAt } }";
const USER: &str = "query user($id: String!, $pool: String!) {
    user(id: $id, registerInClient: $pool) { _id email nickname password salt thirdPartyIdentity { provider } } }";

#[test]
fn a_user_registers_once_and_logs_in() {
    let client = Client::start();
    let registered = client.register("a@b.com", "pw123456");
    assert_eq!(registered["registerMethod"], "default:username-password");
    assert_eq!(registered["token"], Value::Null);

    let info = json!({ "email": "A@b.com", "password": client.encrypt("x23456"), "registerInClient": client.pool() });
    let again = client.refusal(None, REGISTER, json!({ "info": info }));
    assert_eq!(again, (2026, "用户已存在，请不要重复注册".into()));

    let first = client.login("a@b.com", "pw123456");
    assert_eq!(first["_id"], registered["_id"]);
    assert_eq!(first["loginsCount"], 1);
    assert_eq!(client.login("a@b.com", "pw123456")["loginsCount"], 2);
    assert_eq!(first["lastIP"], "127.0.0.1");
}

#[test]
fn a_users_last_logins_are_listed_newest_first() {
    let client = Client::start();
    let id = text(&client.register("a@b.com", "pw123456")["_id"]);
    let history = || {
        let query = "query($id: String!, $pool: String!) { user(id: $id, registerInClient: $pool) {
            userLoginHistory { totalCount list { _id when success ip } } } }";
        let user = client.data(Some(&client.owner_token()), query, json!({ "id": id, "pool": client.pool() }));
        user["userLoginHistory"].clone()
    };
    assert_eq!(history(), json!({ "totalCount": 0, "list": [] }));
    let last = (0..12).map(|_| {
        client.emulator.advance(Duration::from_hours(1));
        text(&client.login("a@b.com", "pw123456")["lastLogin"])
    });
    let mut last: Vec<String> = last.collect();
    last.reverse();
    client.refusal(None, LOGIN, client.login_variables("a@b.com", "pw123457"));

    let history = history();
    let logins = history["list"].as_array().expect("a list");
    assert_eq!(history["totalCount"], 10);
    assert_eq!(logins.iter().map(|login| text(&login["when"])).collect::<Vec<_>>(), last[..10]);
    assert!(
        logins.iter().all(|login| login["success"] == true && login["ip"] == "127.0.0.1" && login["_id"].is_string())
    );
}

#[test]
fn login_errors_have_the_services_codes() {
    let client = Client::start();
    client.register("a@b.com", "pw123456");
    let refused = |variables| client.refusal(None, LOGIN, variables);
    assert_eq!(refused(client.login_variables("x@b.com", "pw123456")), (2004, "用户不存在".into()));
    assert_eq!(refused(client.login_variables("a@b.com", "pw123457")), (2006, "密码不正确".into()));
    let plain = json!({ "email": "a@b.com", "password": "pw123456", "pool": client.pool() });
    assert_eq!(refused(plain), (2016, "密码解密出错".into()));
    assert_eq!(refused(client.login_variables("nobody", "pw123456")).0, 2003);
    let elsewhere = json!({ "email": "a@b.com", "password": "x", "pool": "another" });
    assert_eq!(refused(elsewhere).0, 2011);
}

#[test]
fn registering_asks_for_what_is_missing() {
    let client = Client::start();
    let refused = |info: Value| {
        let mut info = info;
        info["registerInClient"] = json!(client.pool());
        client.refusal(None, REGISTER, json!({ "info": info })).0
    };
    assert_eq!(refused(json!({})), 2028);
    assert_eq!(refused(json!({ "email": "a@b.com" })), 2032);
    assert_eq!(refused(json!({ "email": "a@b", "password": client.encrypt("pw123456") })), 2003);
    assert_eq!(refused(json!({ "email": "a@b.com", "password": client.encrypt("12345") })), 2029);
    assert_eq!(refused(json!({ "phone": "17670416754", "phoneCode": "1234" })), 2001);
}

#[test]
fn stale_token_does_not_prevent_a_login() {
    let client = Client::start();
    client.new_user();
    let user = client.data(Some("rubbish"), LOGIN, client.login_variables("a@b.com", "pw123456"));
    assert!(user["token"].is_string());
}

#[test]
fn an_sms_code_registers_and_logs_in_once() {
    let client = Client::start();
    let phone = "17670416754";
    let send = |path: &str| client.get(&format!("/{path}/{phone}/{}", client.pool())).1;
    assert_eq!(send("notification/send_register_smscode")["code"], 200);
    let code = client.emulator.inbox()[0].code.clone();
    let info = json!({ "phone": phone, "phoneCode": code, "registerInClient": client.pool() });
    assert_eq!(client.data(None, REGISTER, json!({ "info": info }))["phone"], phone);

    assert_eq!(send("send_smscode")["message"], "发送成功");
    let too_soon = send("send_smscode");
    assert_eq!((&too_soon["code"], &too_soon["message"]), (&json!(500), &json!("已发送验证码，还未失效")));
    let code: u32 = client.emulator.inbox()[0].code.parse().expect("a number");
    let by_code = "mutation($phone: String, $code: Int, $pool: String!) {
        login(phone: $phone, phoneCode: $code, registerInClient: $pool) { token phone } }";
    let variables = json!({ "phone": phone, "code": code, "pool": client.pool() });
    assert!(client.data(None, by_code, variables.clone())["token"].is_string());
    assert_eq!(client.refusal(None, by_code, variables).0, 2001);

    client.emulator.advance(Duration::from_secs(61));
    assert_eq!(send("send_smscode")["code"], 200);
    let code: u32 = client.emulator.inbox()[0].code.parse().expect("a number");
    client.emulator.advance(Duration::from_secs(301));
    let late = json!({ "phone": phone, "code": code, "pool": client.pool() });
    assert_eq!(client.refusal(None, by_code, late).0, 2300);
}

#[test]
fn the_directory_logs_in_with_a_plain_password() {
    let client = Client::start();
    let by_ldap = "mutation LoginByLDAP($name: String!, $password: String!, $pool: String!) {
        LoginByLDAP(username: $name, password: $password, clientId: $pool) { _id username token registerMethod } }";
    let with = |name: &str, password: &str| json!({ "name": name, "password": password, "pool": client.pool() });
    let (name, password) = (authing_emulator::defaults::LDAP_USERNAME, authing_emulator::defaults::LDAP_PASSWORD);
    let first = client.data(None, by_ldap, with(name, password));
    assert!(first["token"].is_string());
    assert_eq!(client.data(None, by_ldap, with(name, password))["_id"], first["_id"]);
    assert_eq!(client.refusal(None, by_ldap, with(name, "wrong")).0, 2006);
    assert_eq!(client.refusal(None, by_ldap, with("nobody", "x")).0, 2004);
}

#[test]
fn a_user_reads_the_public_part_of_another() {
    let client = Client::start();
    let (id, token) = client.new_user();
    let info = json!({
        "email": "other@b.com", "nickname": "Other", "password": client.encrypt("pw123456"), "registerInClient": client.pool(),
    });
    let other = client.data(None, REGISTER, json!({ "info": info }));
    let read = "query($id: String!, $pool: String!) { user(id: $id, registerInClient: $pool) {
        _id nickname email phone unionid oauth metadata lastIP lastLogin registerInClient thirdPartyIdentity { provider } } }";
    let named = |id: &Value| json!({ "id": id, "pool": client.pool() });
    assert_eq!(
        client.data(Some(&token), read, named(&other["_id"])),
        json!({
            "_id": other["_id"], "nickname": "Other", "email": null, "phone": null, "unionid": null, "oauth": null,
            "metadata": null, "lastIP": null, "lastLogin": null, "registerInClient": client.pool(),
            "thirdPartyIdentity": { "provider": null },
        })
    );
    assert_eq!(client.data(Some(&token), read, named(&json!(id)))["email"], "a@b.com");
    assert_eq!(client.refusal(Some(&token), read, named(&json!("none"))).0, 2004);
    assert_eq!(client.data(Some(&client.owner_token()), read, named(&other["_id"]))["email"], "other@b.com");
}

#[test]
fn a_user_changes_only_themself() {
    let client = Client::start();
    let (id, token) = client.new_user();
    let other = text(&client.register("other@b.com", "pw123456")["_id"]);
    let named = |id: &str| json!({ "id": id, "pool": client.pool() });
    assert_eq!(client.data(Some(&token), USER, named(&id))["email"], "a@b.com");
    assert_eq!(client.data(Some(&token), USER, named(&id))["password"], Value::Null);
    assert_eq!(client.refusal(None, USER, named(&id)), (2020, "尚未登录，无权限访问此请求".into()));
    assert_eq!(client.refusal(Some("x.y.z"), USER, named(&id)).0, 2207);
    let change = |token: &str, id: &str, fields: Value| {
        let mut options = fields;
        options["_id"] = json!(id);
        client.graphql(Some(token), UPDATE, json!({ "options": options })).1
    };
    assert_eq!(change(&token, &id, json!({ "nickname": "n" }))["data"]["updateUser"]["nickname"], "n");
    assert_eq!(change(&token, &other, json!({ "nickname": "n" }))["errors"][0]["message"]["code"], 2202);
    let email = change(&token, &id, json!({ "email": "new@b.com" }));
    let words = "updateUser 接口不能直接修改邮箱，请使用 updateEmail 接口。";
    assert_eq!(email["errors"][0]["message"]["message"], words);
    assert_eq!(change(&token, &id, json!({ "blocked": true }))["errors"][0]["message"]["code"], 2018);

    let owner = client.owner_token();
    assert_eq!(change(&owner, &other, json!({ "nickname": "o" }))["data"]["updateUser"]["nickname"], "o");
    assert_eq!(change(&owner, &id, json!({ "blocked": true }))["errors"], Value::Null);
    assert_eq!(client.refusal(None, LOGIN, client.login_variables("a@b.com", "pw123456")).0, 2005);
}

#[test]
fn owner_sets_fields_that_a_user_cannot_set() {
    let client = Client::start();
    let (id, token) = client.new_user();
    let update = |token: &str, id: &str, fields: &Value| {
        let mut options = fields.clone();
        options["_id"] = json!(id);
        client.graphql(Some(token), UPDATE, json!({ "options": options })).1["errors"][0]["message"]["code"].clone()
    };
    let each = [json!({ "phone": "13800138000" }), json!({ "unionid": "u-1" }), json!({ "openid": "o-1" })];
    let owner = client.owner_token();
    let other = text(&client.register("other@b.com", "pw123456")["_id"]);
    for fields in &each {
        assert_eq!(update(&token, &id, fields), 2018, "{fields}");
        assert_eq!(update(&owner, &id, fields), Value::Null, "{fields}");
        assert_eq!(update(&token, &id, fields), Value::Null, "{fields}: nothing changes");
        assert_eq!(update(&owner, &other, fields), 2215, "{fields} of another");
    }
    assert_eq!(update(&owner, &id, &json!({ "email": "new@b.com" })), 2018, "the owner cannot set an email, either");
}

#[test]
fn a_new_password_needs_the_old_one() {
    let client = Client::start();
    let (id, token) = client.new_user();
    let change = |old: Option<&str>, new: &str| {
        let old = old.map(|old| client.encrypt(old));
        let options = json!({ "_id": id, "password": client.encrypt(new), "oldPassword": old });
        client.graphql(Some(&token), UPDATE, json!({ "options": options })).1["errors"][0]["message"]["code"].clone()
    };
    assert_eq!(change(None, "new12345"), 2201);
    assert_eq!(change(Some("wrong123"), "new12345"), 2203);
    assert_eq!(change(Some("pw123456"), "new12345"), Value::Null);
    assert!(client.login("a@b.com", "new12345")["token"].is_string());
}

#[test]
fn a_mailed_code_changes_the_password() {
    let client = Client::start();
    let (_, token) = client.new_user();
    let send = "mutation($email: String!, $pool: String!) { sendResetPasswordEmail(email: $email, client: $pool) { message code } }";
    let to = |email: &str| json!({ "email": email, "pool": client.pool() });
    assert_eq!(client.refusal(None, send, to("x@b.com")).0, 2004);
    assert_eq!(client.data(None, send, to("a@b.com")), json!({ "message": "成功", "code": 200 }));
    let code = client.emulator.inbox()[0].code.clone();

    let check = "mutation($email: String!, $pool: String!, $code: String!) {
        verifyResetPasswordVerifyCode(email: $email, client: $pool, verifyCode: $code) { code } }";
    let with = |code: &str| json!({ "email": "a@b.com", "pool": client.pool(), "code": code });
    assert_eq!(client.data(None, check, with(&code))["code"], 200);
    assert_eq!(client.refusal(None, check, with("0000")).0, 2001);

    let change = "mutation($email: String!, $pool: String!, $code: String!, $password: String!) {
        changePassword(email: $email, client: $pool, verifyCode: $code, password: $password) { email token } }";
    let mut variables = with(&code);
    variables["password"] = json!(client.encrypt("new12345"));
    assert_eq!(client.data(None, change, variables.clone())["email"], "a@b.com");
    assert_eq!(client.refusal(None, change, variables).0, 2001);
    assert_eq!(client.refusal(None, LOGIN, client.login_variables("a@b.com", "pw123456")).0, 2006);
    assert!(client.login("a@b.com", "new12345")["token"].is_string());
    assert_eq!(client.get(&format!("/authing/token?access_token={token}")).1["code"], 2206);
}

#[test]
fn a_mailed_link_verifies_the_address() {
    let client = Client::start();
    let (id, token) = client.new_user();
    let send = "mutation($email: String!, $pool: String!) { sendVerifyEmail(email: $email, client: $pool) { message code status } }";
    let answer = client.data(Some(&token), send, json!({ "email": "a@b.com", "pool": client.pool() }));
    assert_eq!(answer, json!({ "message": "发送验证邮件成功", "code": 200, "status": true }));
    let mail = &client.emulator.inbox()[0];
    let (_, link) = mail.text.split_once(client.emulator.url()).expect("a link");
    assert_eq!(client.get(link), (200, json!({ "emailVerified": true })));
    assert_eq!(client.get(link).0, 400);
    let verified = "query($id: String!, $pool: String!) { user(id: $id, registerInClient: $pool) { emailVerified } }";
    assert_eq!(client.data(Some(&token), verified, json!({ "id": id, "pool": client.pool() }))["emailVerified"], true);
}

#[test]
fn email_is_unbound_only_if_another_login_remains() {
    let client = Client::start();
    let (id, token) = client.new_user();
    let variables = json!({ "user": id, "pool": client.pool() });
    let unbind = "mutation($user: String, $pool: String) { unbindEmail(user: $user, client: $pool) { _id email } }";
    let refused = client.refusal(Some(&token), unbind, variables.clone());
    assert_eq!(refused, (2217, "没有配置其他登录方式，不能解绑邮箱".into()));

    let bind = "mutation($user: String, $pool: String) {
        bindOtherOAuth(user: $user, client: $pool, type: \"github\", unionid: \"x\", userInfo: \"{}\") { _id user type unionid } }";
    let bound = client.data(Some(&token), bind, variables.clone());
    assert_eq!((&bound["user"], &bound["type"]), (&json!(id), &json!("github")));
    assert_eq!(client.refusal(Some(&token), bind, variables.clone()).0, 2213);
    assert_eq!(client.data(Some(&token), unbind, variables.clone())["email"], "");
    assert_eq!(client.refusal(Some(&token), unbind, variables.clone()).0, 2219);

    let release = "mutation($user: String, $pool: String) {
        unbindOtherOAuth(user: $user, client: $pool, type: \"github\") { _id } }";
    assert_eq!(client.data(Some(&token), release, variables.clone())["_id"], bound["_id"]);
    assert_eq!(client.refusal(Some(&token), release, variables).0, 2216);
}

#[test]
fn metadata_is_set_listed_and_removed() {
    let client = Client::start();
    let (id, token) = client.new_user();
    let list = "query($id: String!) { userMetadata(_id: $id) { totalCount list { key value } } }";
    let set =
        "mutation($input: SetUserMetadataInput!) { setUserMetadata(input: $input) { totalCount list { key value } } }";
    let remove = "mutation($input: RemoveUserMetadataInput!) { removeUserMetadata(input: $input) { totalCount } }";
    let empty = json!({ "totalCount": 0, "list": [] });
    let one = json!({ "totalCount": 1, "list": [{ "key": "KEY", "value": "VALUE" }] });
    assert_eq!(client.data(Some(&token), list, json!({ "id": id })), empty);
    let input = json!({ "input": { "_id": id, "key": "KEY", "value": "VALUE" } });
    assert_eq!(client.data(Some(&token), set, input.clone()), one);
    assert_eq!(client.data(Some(&token), list, json!({ "id": id })), one);
    assert_eq!(client.refusal(None, set, input).0, 2020);
    client.data(Some(&token), remove, json!({ "input": { "_id": id, "key": "KEY" } }));
    assert_eq!(client.data(Some(&token), list, json!({ "id": id })), empty);
}

#[test]
fn an_authorized_app_is_listed_until_it_is_revoked() {
    let client = Client::start();
    let (id, token) = client.new_user();
    client.post("/_emulator/authorized-apps", None, &json!({ "userId": id, "appId": "app1", "name": "An app" }));
    let list = "query($pool: String, $user: String) {
        GetUserAuthorizedApps(clientId: $pool, userId: $user, page: 1, count: 10) { totalCount OIDCApps { _id name } OAuthApps { _id } } }";
    let variables = json!({ "pool": client.pool(), "user": id });
    let apps = client.data(Some(&token), list, variables.clone());
    assert_eq!(apps, json!({ "totalCount": 1, "OIDCApps": [{ "_id": "app1", "name": "An app" }], "OAuthApps": [] }));
    let revoke = "mutation($pool: String, $user: String) {
        RevokeUserAuthorizedApp(userPoolId: $pool, userId: $user, appId: \"app1\") { appId isRevoked } }";
    assert_eq!(client.data(Some(&token), revoke, variables.clone()), json!({ "appId": "app1", "isRevoked": "true" }));
    assert_eq!(client.refusal(Some(&token), revoke, variables.clone()).0, 2011);
    assert_eq!(client.data(Some(&token), list, variables)["totalCount"], 0);
}
