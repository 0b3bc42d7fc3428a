//! Today's REST API: what holds for every call, and what the published clients do not try.

use authing_emulator::{Emulator, defaults};
use serde_json::{Value, json};

use crate::support::{Client, text};

/// The data of a success.
fn ok((status, answer): (u16, Value)) -> Value {
    assert_eq!((status, &answer["statusCode"]), (200, &json!(200)), "{answer}");
    answer["data"].clone()
}

/// The `statusCode` and `apiCode` of an error: HTTP's own status is 200.
fn codes((status, answer): (u16, Value)) -> (u64, Option<u64>) {
    assert_eq!(status, 200, "{answer}");
    assert!(answer["message"].as_str().is_some_and(|message| !message.is_empty()), "{answer}");
    (answer["statusCode"].as_u64().expect("a statusCode"), answer["apiCode"].as_u64())
}

impl Client {
    fn administrator(&self) -> String {
        let key = json!({ "accessKeyId": self.pool(), "accessKeySecret": self.emulator.secret() });
        let token = ok(self.post("/api/v3/get-management-token", None, &key));
        format!("Bearer {}", text(&token["access_token"]))
    }

    /// As the administrator.
    #[expect(clippy::needless_pass_by_value, reason = "a body is written where it is sent")]
    fn manage(&self, call: &str, body: Value) -> Value {
        ok(self.post(&format!("/api/v3/{call}"), Some(&self.administrator()), &body))
    }

    fn sign_in(&self, account: &str, password: &str) -> (u16, Value) {
        let body = json!({
            "connection": "PASSWORD",
            "passwordPayload": { "account": account, "password": password },
            "client_id": defaults::APP_ID,
            "client_secret": defaults::APP_SECRET,
        });
        self.post("/api/v3/signin", None, &body)
    }

    /// A user `bob` who is signed in: the id, and the access token.
    fn bob(&self) -> (String, String) {
        let user = self.manage("create-user", json!({ "username": "bob", "password": "pw123456" }));
        let tokens = ok(self.sign_in("bob", "pw123456"));
        (text(&user["userId"]), text(&tokens["access_token"]))
    }
}

const POST: [&str; 16] = [
    "signin",
    "signin-by-mobile",
    "signup",
    "send-sms",
    "send-email",
    "pre-check-code",
    "gene-qrcode",
    "update-password",
    "verify-reset-password-request",
    "verify-delete-account-request",
    "list-users",
    "create-user",
    "update-user",
    "assign-role",
    "create-department",
    "authorize-resources",
];

#[test]
fn malformed_body_is_error_in_the_envelope() {
    let client = Client::start();
    let administrator = client.administrator();
    let (_, user) = client.bob();
    let bodies = [
        json!([]),
        json!("text"),
        json!({ "options": 1, "connection": {}, "userId": [], "list": "hunter2" }),
        json!({ "passwordPayload": "hunter2", "connection": "PASSWORD" }),
    ];
    for call in POST {
        for body in &bodies {
            for token in [&administrator, &user] {
                let (status, answer) = client.post(&format!("/api/v3/{call}"), Some(token), body);
                assert_eq!(status, 200, "{call} {body}");
                assert!(answer["statusCode"].is_u64() && answer["requestId"].is_string(), "{call} {answer}");
                assert!(!answer.to_string().contains("hunter2"), "{call} {answer}");
            }
        }
    }
    let (status, answer) = client.post_bytes("/api/v3/signup", "application/json", b"{\"connection\":");
    assert_eq!((status, &answer["statusCode"]), (200, &json!(400)));
}

#[test]
fn missing_or_malformed_argument_is_named() {
    let client = Client::start();
    for (call, body, name) in [
        ("send-sms", json!({ "channel": "CHANNEL_LOGIN" }), "phoneNumber"),
        ("send-sms", json!({ "channel": "CHANNEL_X", "phoneNumber": "17670416754" }), "channel"),
        ("pre-check-code", json!({ "codeType": "SMS", "smsCodePayload": {} }), "smsCodePayload.phone"),
        ("pre-check-code", json!({ "codeType": 1 }), "codeType"),
    ] {
        let (_, answer) = client.post(&format!("/api/v3/{call}"), None, &body);
        let message = json!(format!("参数错误：{name}"));
        assert_eq!((&answer["statusCode"], &answer["message"]), (&json!(400), &message));
    }
}

#[test]
fn null_is_an_argument_that_was_not_given() {
    let client = Client::start();
    let credentials = json!({ "email": "ann@example.com", "password": "pw123456", "username": null });
    let new = json!({ "connection": "PASSWORD", "passwordPayload": credentials, "profile": null, "options": null });
    let user = ok(client.post("/api/v3/signup", None, &new));
    let login = json!({
        "connection": "PASSWORD",
        "passwordPayload": credentials,
        "options": null,
        "client_id": defaults::APP_ID,
        "client_secret": defaults::APP_SECRET,
    });
    assert!(ok(client.post("/api/v3/signin", None, &login))["access_token"].is_string());
    let id = |users: Value| users["list"][0]["userId"].clone();
    assert_eq!(id(client.manage("list-users", json!({ "advancedFilter": null, "options": null }))), user["userId"]);
    let options = json!({ "pagination": null, "sort": null, "fuzzySearchOn": null, "withCustomData": null });
    assert_eq!(id(client.manage("list-users", json!({ "options": options }))), user["userId"]);
    let group = client.manage("create-group", json!({ "code": "g", "name": "G", "description": null }));
    assert_eq!(group["description"], "");
}

#[test]
fn flat_custom_data_are_fields_of_user_or_group() {
    let client = Client::start();
    let data = json!({ "school": "pku", "username": "not bob" });
    let user = client.manage("create-user", json!({ "username": "bob", "customData": data }));
    let administrator = client.administrator();
    let get = |call: &str| ok(client.get_as(&administrator, &format!("/api/v3/{call}")));
    let path = format!("get-user?userId={}&flatCustomData=true", text(&user["userId"]));
    assert_eq!(get(&path)["school"], Value::Null, "not requested");
    let shown = get(&format!("{path}&withCustomData=true"));
    assert_eq!((&shown["school"], &shown["username"], &shown["customData"]), (&json!("pku"), &json!("bob"), &data));
    client.manage("create-group", json!({ "code": "g", "name": "G", "customData": { "floor": 3 } }));
    let groups = get("list-groups?withCustomData=true&flatCustomData=true");
    assert_eq!(groups["list"][0]["floor"], 3);
    let options = json!({ "withCustomData": true, "flatCustomData": true });
    assert_eq!(client.manage("list-users", json!({ "options": options }))["list"][0]["school"], "pku");
}

#[test]
fn lists_and_numbers_in_query_are_read_as_clients_write_them() {
    let client = Client::start();
    let administrator = client.administrator();
    let get = |call: &str| ok(client.get_as(&administrator, &format!("/api/v3/{call}")));
    let new =
        |name: &str| text(&client.manage("create-user", json!({ "username": name, "password": "pw123456" }))["userId"]);
    let (ann, bob) = (new("ann"), new("bob"));
    for ids in [
        format!("userIds[]={ann}&userIds[]={bob}"),
        format!("userIds={ann}&userIds={bob}"),
        format!("userIds={ann},{bob}"),
        format!("userIds=%5B{ann}+{bob}%5D"),
        format!("userIds=%5B{ann},+{bob}%5D"),
        format!("userIds=%5B%22{ann}%22,%22{bob}%22%5D"),
    ] {
        assert_eq!(get(&format!("get-user-batch?{ids}")).as_array().map(Vec::len), Some(2), "{ids}");
    }
    ok(client.sign_in("ann", "pw123456"));
    let logins = |times: &str| get(&format!("get-user-login-history?userId={ann}&{times}"))["totalCount"].clone();
    assert_eq!((logins("start=1577808000000"), logins("start=1.577808e%2B12")), (json!(1), json!(1)));
    assert_eq!((logins("end=1577808000000"), logins("end=1.577808e%2B12")), (json!(0), json!(0)));
}

#[test]
fn unknown_path_or_verb_is_404_in_the_envelope() {
    let client = Client::start();
    assert_eq!(codes(client.post("/api/v3/list-webhooks", None, &json!({}))), (404, None));
    assert_eq!(codes(client.get("/api/v3/list-webhooks?page=1")), (404, None));
    assert_eq!(codes(client.get("/api/v3/signin")), (404, None));
}

#[test]
fn unknown_kind_of_id_is_malformed() {
    let client = Client::start();
    let administrator = client.administrator();
    client.manage("create-organization", json!({ "organizationCode": "org", "organizationName": "Org" }));
    for (path, kind) in [
        ("get-user?userId=bob&userIdType", "userIdType"),
        ("get-user-batch?userIds=bob&userIdType", "userIdType"),
        ("get-custom-data?targetIdentifier=bob&targetType", "targetType"),
        ("list-children-departments?organizationCode=org&departmentId=d&departmentIdType", "departmentIdType"),
    ] {
        let (_, answer) = client.get_as(&administrator, &format!("/api/v3/{path}=name_of_dog"));
        assert_eq!((&answer["statusCode"], &answer["message"]), (&json!(400), &json!(format!("参数错误：{kind}"))));
    }
}

#[test]
fn control_api_shows_what_the_administrator_made() {
    let client = Client::start();
    let (id, _) = client.bob();
    client.manage("create-organization", json!({ "organizationCode": "org", "organizationName": "Org" }));
    let below = json!({ "organizationCode": "org", "parentDepartmentId": "root", "name": "Sales" });
    let sales = client.manage("create-department", below)["departmentId"].clone();
    client
        .manage("add-department-members", json!({ "organizationCode": "org", "departmentId": sales, "userIds": [id] }));
    let [root, department] = [0, 1].map(|at| client.get("/_emulator/departments").1[at].clone());
    assert_eq!((&root["parent"], &root["name"], &root["members"]["count"]), (&Value::Null, &json!("Org"), &json!(0)));
    assert_eq!((&department["parent"], &department["id"]), (&root["id"], &sales));
    assert_eq!(department["members"], json!({ "count": 1, "first": ["bob"] }));

    for namespace in ["shop", "default"] {
        client.manage("create-role", json!({ "code": "admin", "namespace": namespace }));
    }
    let target = json!([{ "targetType": "DEPARTMENT", "targetIdentifier": sales }]);
    client.manage("assign-role", json!({ "code": "admin", "targets": target }));
    let (_, roles) = client.get("/_emulator/roles");
    assert_eq!([&roles[0]["namespace"], &roles[1]["namespace"]], ["default", "shop"]);
    assert_eq!(roles[0]["targets"]["first"], json!([{ "targetType": "DEPARTMENT", "name": "Sales" }]));
    client.manage("create-group", json!({ "code": "team", "name": "Team" }));
    assert_eq!(client.get("/_emulator/groups").1[0]["code"], "team");
}

#[test]
fn state_is_exported_and_imported() {
    let client = Client::start();
    let (id, token) = client.bob();
    let target = json!([{ "targetType": "USER", "targetIdentifier": id }]);
    client.manage("create-role", json!({ "code": "admin" }));
    client.manage("assign-role", json!({ "code": "admin", "targets": target }));
    client.manage("create-group", json!({ "code": "team", "name": "Team" }));
    client.manage("add-group-members", json!({ "code": "team", "userIds": [id] }));
    let organization = json!({ "organizationCode": "org", "organizationName": "Org" });
    client.manage("create-organization", organization);
    let members = json!({ "organizationCode": "org", "departmentId": "root", "userIds": [id] });
    client.manage("add-department-members", members);
    let data = json!({ "targetType": "USER", "targetIdentifier": id, "list": [{ "key": "a", "value": [1] }] });
    client.manage("set-custom-data", data);

    let other = Client::start();
    other.emulator.import(&client.emulator.export()).expect("a state");
    let profile = ok(other.get_as(&token, "/api/v3/get-profile?withCustomData=True"));
    assert_eq!((&profile["username"], &profile["customData"]), (&json!("bob"), &json!({ "a": [1] })));
    assert_eq!(ok(other.get_as(&token, "/api/v3/get-my-role-list"))[0]["code"], "admin");
    assert_eq!(ok(other.get_as(&token, "/api/v3/get-my-group-list"))[0]["code"], "team");
    assert_eq!(ok(other.get_as(&token, "/api/v3/get-my-department-list"))["list"][0]["organizationCode"], "org");
    other.emulator.reset();
    assert_eq!(codes(other.get_as(&token, "/api/v3/get-profile")), (401, Some(2020)));
    assert_eq!(other.manage("is-user-exists", json!({ "username": "bob" })), json!({ "exists": false }));
}

#[test]
fn uploaded_file_is_served_where_the_answer_says() {
    let client = Client::start();
    let form = b"--b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a.png\"\r\ncontent-type: image/png\r\n\r\nPNG\r\n--b--\r\n";
    let (status, answer) = client.post_bytes("/api/v2/upload?folder=avatar", "multipart/form-data; boundary=b", form);
    assert_eq!((status, &answer["code"]), (200, &json!(200)));
    let url = text(&answer["data"]["url"]);
    let path = url.strip_prefix(client.emulator.url()).expect("this emulator's");
    assert!(path.starts_with("/cdn/avatar/"), "{path}");
    assert_eq!(client.get(path), (200, json!("PNG")));
    let (_, empty) = client.post_bytes("/api/v2/upload", "multipart/form-data; boundary=b", b"--b--\r\n");
    assert_eq!(empty["code"], 400);
}

#[test]
fn button_code_gets_the_phone_number_once() {
    let client = Client::start();
    let open_id = client.person("Band", "17670416754");
    let code = client.emulator.wx_phone_number(&open_id).expect("the person").code;
    let body = json!({ "extIdpConnidentifier": "wechat", "code": code });
    let phone = ok(client.post("/api/v3/get-wechat-miniprogram-phone", None, &body));
    assert_eq!(phone["phone_info"]["purePhoneNumber"], "17670416754");
    assert_eq!(codes(client.post("/api/v3/get-wechat-miniprogram-phone", None, &body)), (602, None));
}

#[test]
fn wechat_account_is_bound_to_one_user() {
    let client = Client::start();
    let (_, token) = client.bob();
    let open_id = client.person("Band", "17670416754");
    let bind = |token: &str| {
        let body = json!({ "code": client.emulator.wx_login(&open_id), "extIdpConnidentifier": "wechat" });
        client.post("/connections/social/wechat-miniprogram/bind", Some(token), &body)
    };
    ok(bind(&token));
    assert_eq!(ok(client.get_as(&token, "/api/v3/get-identities"))[0]["userIdInIdp"], open_id);
    client.manage("create-user", json!({ "username": "eve", "password": "pw123456" }));
    let eve = text(&ok(client.sign_in("eve", "pw123456"))["access_token"]);
    assert_eq!(codes(bind(&eve)), (409, None));
    assert_eq!(codes(bind("none")), (401, Some(2020)));
}

#[test]
fn rights_of_a_user_who_is_gone_go_too() {
    let client = Client::start();
    let (id, _) = client.bob();
    client.manage("create-role", json!({ "code": "admin" }));
    let targets = json!([{ "targetType": "USER", "targetIdentifier": id }]);
    client.manage("assign-role", json!({ "code": "admin", "targets": targets }));
    client.manage("delete-users-batch", json!({ "userIds": [id] }));
    let state: Value = serde_json::from_str(&client.emulator.export()).expect("JSON");
    assert_eq!(state["state"]["v3"]["roles"][0]["assignments"], json!([]));
}

#[test]
fn tokens_of_two_generations_are_told_apart() {
    let client = Client::start();
    let (id, token) = client.bob();
    assert_eq!(codes(client.post("/api/v3/list-users", Some(&token), &json!({}))), (401, None));
    assert_eq!(codes(client.post("/api/v3/list-users", Some(&client.owner_token()), &json!({}))), (401, None));
    assert_eq!(codes(client.get_as(&client.administrator(), "/api/v3/get-profile")), (401, Some(2020)));
    let user = "query($id: String, $pool: String) { user(id: $id, registerInClient: $pool) { username } }";
    let read = client.data(Some(&token), user, json!({ "id": id, "pool": client.pool() }));
    assert_eq!(read["username"], "bob", "2020's service takes the access token as well");
}

#[test]
fn answers_are_in_the_log_with_their_codes() {
    let client = Client::start();
    client.bob();
    let _ = client.sign_in("bob", "wrong1");
    let requests = client.get("/_emulator/requests").1;
    assert_eq!((&requests[0]["path"], &requests[0]["code"]), (&json!("/api/v3/signin"), &json!(2333)));
    assert_eq!(requests[1]["code"], 200);
}

#[test]
fn old_state_without_today_s_part_is_read() {
    let client = Client::of(Emulator::start().expect("an emulator starts"));
    client.register("a@b.com", "pw123456");
    let mut state: Value = serde_json::from_str(&client.emulator.export()).expect("JSON");
    state["state"].as_object_mut().expect("an object").remove("v3");
    state["state"]["users"][0].as_object_mut().expect("a user").remove("details");
    client.emulator.import(&state.to_string()).expect("an older state");
    ok(client.sign_in("a@b.com", "pw123456"));
}
