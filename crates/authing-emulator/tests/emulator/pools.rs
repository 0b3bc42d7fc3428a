//! Several user pools behind one address: each has its own users and tokens, which are nothing in another.

use authing_emulator::{Emulator, NewApp, NewPool, NewUser, StartError};
use serde_json::{Value, json};

use crate::support::{Client, text};

const OTHER: &str = "5e7d5fcf4754692e4307927d";
const OTHER_SECRET: &str = "the-other-pool-s-secret-of-32-ch";

/// An emulator of the default pool and another, in which Ann is registered.
fn two() -> Client {
    let mut other = NewPool::new(OTHER, OTHER_SECRET);
    let email = Some("ann@b.com".to_owned());
    other.users.push(NewUser { email, password: Some("pw123456".into()), ..NewUser::default() });
    Client::of(Emulator::builder().pool(other).start().expect("an emulator starts"))
}

fn owner(client: &Client, pool: &str, secret: &str) -> Value {
    let query = "query($secret: String, $pool: String) { getClientWhenSdkInit(secret: $secret, clientId: $pool) { accessToken } }";
    client.graphql(None, query, json!({ "secret": secret, "pool": pool })).1
}

fn owner_token(client: &Client, pool: &str, secret: &str) -> String {
    text(&owner(client, pool, secret)["data"]["getClientWhenSdkInit"]["accessToken"])
}

fn log_in(client: &Client, pool: &str, email: &str) -> Value {
    let query = "mutation($email: String, $password: String, $pool: String!) {
        login(email: $email, password: $password, registerInClient: $pool) { _id token registerInClient } }";
    let variables = json!({ "email": email, "password": client.encrypt("pw123456"), "pool": pool });
    client.graphql(None, query, variables).1
}

#[test]
fn user_of_one_pool_is_none_in_another() {
    let client = two();
    assert_eq!(log_in(&client, OTHER, "ann@b.com")["data"]["login"]["registerInClient"], OTHER);
    assert_eq!(log_in(&client, client.pool(), "ann@b.com")["errors"][0]["message"]["code"], 2004);
    client.register("ann@b.com", "pw123456");
    assert_eq!(log_in(&client, client.pool(), "ann@b.com")["data"]["login"]["registerInClient"], client.pool());
    assert_eq!(log_in(&client, "5e7d5fcf4754692e43079000", "ann@b.com")["errors"][0]["message"]["code"], 2011);
}

#[test]
fn token_of_one_pool_is_nothing_in_another() {
    let client = two();
    let user = log_in(&client, OTHER, "ann@b.com")["data"]["login"].take();
    let token = text(&user["token"]);
    let read = "query($id: String!, $pool: String!) { user(id: $id, registerInClient: $pool) { email } }";
    let named = |pool: &str| json!({ "id": user["_id"], "pool": pool });
    assert_eq!(client.data(Some(&token), read, named(OTHER))["email"], "ann@b.com");
    assert_eq!(client.refusal(Some(&token), read, named(client.pool())).0, 2207);

    let owner = owner_token(&client, OTHER, OTHER_SECRET);
    let users = |pool: &str| format!("{{ users(registerInClient: \"{pool}\") {{ totalCount }} }}");
    assert_eq!(client.data(Some(&owner), &users(OTHER), Value::Null)["totalCount"], 1);
    assert_eq!(client.refusal(Some(&owner), &users(client.pool()), Value::Null).0, 2207);
    assert_eq!(client.data(Some(&client.owner_token()), &users(client.pool()), Value::Null)["totalCount"], 0);
}

#[test]
fn secret_is_the_secret_of_its_pool() {
    let client = two();
    let secret = client.emulator.secret().to_owned();
    assert!(owner(&client, OTHER, &secret)["errors"][0]["message"]["code"].is_u64());
    assert!(owner(&client, client.pool(), OTHER_SECRET)["errors"][0]["message"]["code"].is_u64());
}

#[test]
fn call_without_a_pool_is_for_the_pool_of_its_token() {
    let client = two();
    let owner = owner_token(&client, OTHER, OTHER_SECRET);
    let group = text(
        &client.data(Some(&owner), "mutation { createRBACGroup(input: { name: \"g\" }) { _id } }", Value::Null)["_id"],
    );
    let read = format!("{{ rbacGroup(_id: \"{group}\") {{ userPoolId }} }}");
    assert_eq!(client.data(Some(&owner), &read, Value::Null)["userPoolId"], OTHER);
    assert_eq!(client.refusal(Some(&client.owner_token()), &read, Value::Null).0, 3901);
}

#[test]
fn text_that_names_another_pool_does_not_move_a_users_request() {
    let client = two();
    let user = log_in(&client, OTHER, "ann@b.com")["data"]["login"].take();
    let query = "mutation($id: String!, $value: String!) { setUserMetadata(input: { _id: $id, key: \"k\", value: $value }) { totalCount } }";
    let bearer = text(&user["token"]);
    let variables = json!({ "id": user["_id"], "value": format!("{} {OTHER}", client.pool()) });
    assert_eq!(client.data(Some(&bearer), query, variables)["totalCount"], 1);
}

#[test]
fn codes_and_tokens_that_name_no_pool_find_theirs() {
    let client = two();
    let (_, code) = client.get(&format!("/qrcode/gene?scene=APP_AUTH&userPoolId={OTHER}"));
    let id = text(&code["data"]["qrcodeId"]);
    let (_, status) = client.get(&format!("/qrcode/check?qrcodeId={id}&scene=APP_AUTH"));
    assert_eq!((&status["code"], &status["data"]["expired"]), (&json!(200), &json!(false)), "{status}");
    let token = text(&log_in(&client, OTHER, "ann@b.com")["data"]["login"]["token"]);
    assert_eq!(client.get(&format!("/authing/token?access_token={token}")).1["status"], true);
}

#[test]
fn application_of_a_pool_has_its_id_and_secret() {
    let client = two();
    let form = format!(
        "client_id={OTHER}&client_secret={OTHER_SECRET}&grant_type=password&email=ann%40b.com&password=pw123456&scope=openid"
    );
    let post =
        |form: &str| client.post_bytes("/oauth/oidc/token", "application/x-www-form-urlencoded", form.as_bytes());
    let (status, tokens) = post(&form);
    assert_eq!(status, 200, "{tokens}");
    let (status, _) = post(&form.replace(OTHER_SECRET, "wrong"));
    assert_ne!(status, 200);
}

#[test]
fn preflight_is_for_the_pool_of_the_page() {
    let mut other = NewPool::new(OTHER, OTHER_SECRET);
    other.apps.push(NewApp::public("page").with_redirect_uri("https://page.example/cb"));
    let client = Client::of(Emulator::builder().pool(other).start().expect("an emulator starts"));
    let allowed = |origin: &str| {
        let preflight = ureq::http::Request::options(format!("{}/oidc/token", client.emulator.url()));
        let preflight = preflight.header("origin", origin).header("access-control-request-method", "POST");
        let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
        let response = agent.run(preflight.body(()).expect("a request")).expect("a response");
        response.headers().get("access-control-allow-origin").is_some_and(|value| value == origin)
    };
    assert!(allowed("https://page.example") && !allowed("https://evil.example"));
}

#[test]
fn control_api_names_the_pool_in_its_query() {
    let client = two();
    assert_eq!(client.get(&format!("/_emulator/users?pool={OTHER}")).1.as_array().map(Vec::len), Some(1));
    assert_eq!(client.get("/_emulator/users").1.as_array().map(Vec::len), Some(0));
}

#[test]
fn pools_share_one_clock_and_one_log() {
    let client = two();
    let token = text(&log_in(&client, OTHER, "ann@b.com")["data"]["login"]["token"]);
    client.emulator.advance(std::time::Duration::from_hours(16 * 24));
    assert_eq!(client.get(&format!("/authing/token?access_token={token}")).1["code"], 2206);
    assert_eq!(client.emulator.requests().len(), 2);
}

#[test]
fn two_pools_of_one_id_do_not_start() {
    let same = NewPool::new(authing_emulator::defaults::USER_POOL_ID, "secret");
    let error = Emulator::builder().pool(same).start().expect_err("one id");
    assert!(matches!(error, StartError::SamePool { .. }), "{error}");
    let error = Emulator::builder().pool(NewPool::new("a/b", "secret")).start().expect_err("no id");
    assert!(matches!(error, StartError::UserPoolId(_)), "{error}");
    let pool = NewPool::new(OTHER, OTHER_SECRET);
    let error = Emulator::builder().pool(pool).export_to("state.json").start().expect_err("one state");
    assert!(matches!(error, StartError::StateOfSeveralPools), "{error}");
}

#[test]
fn configuration_file_has_several_pools() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("emulator.toml");
    let toml = format!(
        "[[pool]]\nid = \"59f86b4832eb28071bdd9214\"\nsecret = \"first-secret\"\n\
         [[pool]]\nid = \"{OTHER}\"\nsecret = \"{OTHER_SECRET}\"\ntoken-lifetime-seconds = 60\n\
         [[pool.users]]\nemail = \"ann@b.com\"\npassword = \"pw123456\"\n"
    );
    std::fs::write(&path, toml).expect("a file");
    let builder = Emulator::builder().config_file(&path).expect("a configuration");
    let client = Client::of(builder.start().expect("an emulator starts"));
    assert_eq!((client.pool(), client.emulator.secret()), ("59f86b4832eb28071bdd9214", "first-secret"));
    let token = text(&log_in(&client, OTHER, "ann@b.com")["data"]["login"]["token"]);
    let status = client.get(&format!("/authing/token?access_token={token}")).1;
    let (iat, exp) = (status["token"]["iat"].as_i64(), status["token"]["exp"].as_i64());
    assert_eq!(exp.zip(iat).map(|(exp, iat)| exp - iat), Some(60), "{status}");

    std::fs::write(&path, "[[pool]]\n[[pool]]\nid = \"x\"\n").expect("a file");
    let error = Emulator::builder().config_file(&path).expect_err("no secret").to_string();
    assert!(error.ends_with("the 2. pool has no id or no secret: give both"), "{error}");
}

#[test]
fn access_key_and_token_of_v3_name_their_pool() {
    let client = Client::of(Emulator::builder().pool(NewPool::new(OTHER, OTHER_SECRET)).start().expect("two pools"));
    let key = json!({ "accessKeyId": OTHER, "accessKeySecret": OTHER_SECRET });
    let (_, answer) = client.post("/api/v3/get-management-token", None, &key);
    let token = format!("Bearer {}", answer["data"]["access_token"].as_str().expect("a token"));
    let new = json!({ "username": "bob", "password": "pw123456" });
    assert_eq!(client.post("/api/v3/create-user", Some(&token), &new).1["statusCode"], 200);
    assert_eq!(client.get("/_emulator").1["users"], 0, "the first pool has no user");
}
