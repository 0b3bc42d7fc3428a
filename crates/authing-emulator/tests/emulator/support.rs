//! The client of the tests: it sends requests and reads the responses.
#![allow(dead_code, unreachable_pub, reason = "each test binary uses its part of this")]
#![allow(clippy::needless_pass_by_value, reason = "a `json!` is written where it is sent")]

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use authing_emulator::{Emulator, NewWechatUser};
use base64ct::{Base64, Encoding as _};
use getrandom::SysRng;
use rsa::pkcs8::DecodePublicKey as _;
use rsa::{Pkcs1v15Encrypt, PublicKey};
use serde_json::{Value, json};

pub struct Client {
    pub emulator: Emulator,
    agent: ureq::Agent,
}

/// An HTTP answer: its status and its body as JSON.
pub type Answer = (u16, Value);

impl Client {
    pub fn start() -> Self {
        Self::of(Emulator::start().expect("an emulator starts"))
    }

    pub fn of(emulator: Emulator) -> Self {
        let agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
        Self { emulator, agent }
    }

    pub fn pool(&self) -> &str {
        self.emulator.user_pool_id()
    }

    pub fn get(&self, path: &str) -> Answer {
        let url = format!("{}{path}", self.emulator.url());
        read(self.agent.get(url).call().expect("an answer"))
    }

    /// The text of a body, for the order of its members.
    pub fn get_text(&self, path: &str) -> String {
        let url = format!("{}{path}", self.emulator.url());
        self.agent.get(url).call().expect("an answer").body_mut().read_to_string().expect("a text")
    }

    pub fn post_text(&self, path: &str, body: &Value) -> String {
        let url = format!("{}{path}", self.emulator.url());
        self.agent.post(url).send_json(body).expect("an answer").body_mut().read_to_string().expect("a text")
    }

    pub fn get_as(&self, token: &str, path: &str) -> Answer {
        let url = format!("{}{path}", self.emulator.url());
        read(self.agent.get(url).header("authorization", token).call().expect("an answer"))
    }

    pub fn post(&self, path: &str, token: Option<&str>, body: &Value) -> Answer {
        let url = format!("{}{path}", self.emulator.url());
        let mut request = self.agent.post(url);
        if let Some(token) = token {
            request = request.header("authorization", token);
        }
        read(request.send_json(body).expect("an answer"))
    }

    pub fn put(&self, path: &str, body: &Value) -> Answer {
        let url = format!("{}{path}", self.emulator.url());
        read(self.agent.put(url).send_json(body).expect("an answer"))
    }

    pub fn post_bytes(&self, path: &str, content_type: &str, body: &[u8]) -> Answer {
        let url = format!("{}{path}", self.emulator.url());
        read(self.agent.post(url).header("content-type", content_type).send(body).expect("an answer"))
    }

    pub fn graphql(&self, token: Option<&str>, query: &str, variables: Value) -> Answer {
        let bearer = token.map(|token| format!("Bearer {token}"));
        self.post("/graphql", bearer.as_deref(), &json!({ "query": query, "variables": variables }))
    }

    /// The value of the one root field; an error fails the test.
    pub fn data(&self, token: Option<&str>, query: &str, variables: Value) -> Value {
        let (status, mut answer) = self.graphql(token, query, variables);
        assert_eq!((status, &answer["errors"]), (200, &Value::Null), "{answer}");
        let fields = answer["data"].as_object_mut().expect("data");
        fields.values_mut().next().expect("a field").take()
    }

    /// The code and the message of an error.
    pub fn refusal(&self, token: Option<&str>, query: &str, variables: Value) -> (u64, String) {
        let (status, answer) = self.graphql(token, query, variables);
        assert_eq!((status, &answer["data"]), (200, &Value::Null), "{answer}");
        let message = &answer["errors"][0]["message"];
        (message["code"].as_u64().expect("a code"), message["message"].as_str().expect("a text").to_owned())
    }

    pub fn encrypt(&self, password: &str) -> String {
        let key = PublicKey::from_public_key_pem(self.emulator.public_key_pem()).expect("a public key");
        Base64::encode_string(&key.encrypt(&mut SysRng, Pkcs1v15Encrypt, password.as_bytes()).expect("short enough"))
    }

    /// A new user, by email.
    pub fn register(&self, email: &str, password: &str) -> Value {
        let info = json!({ "email": email, "password": self.encrypt(password), "registerInClient": self.pool() });
        self.data(None, REGISTER, json!({ "info": info }))
    }

    pub fn login_variables(&self, email: &str, password: &str) -> Value {
        json!({ "email": email, "password": self.encrypt(password), "pool": self.pool() })
    }

    /// The user with a token.
    pub fn login(&self, email: &str, password: &str) -> Value {
        self.data(None, LOGIN, self.login_variables(email, password))
    }

    /// Registers a user and logs in: the id and the token.
    pub fn new_user(&self) -> (String, String) {
        self.register("a@b.com", "pw123456");
        let user = self.login("a@b.com", "pw123456");
        (text(&user["_id"]), text(&user["token"]))
    }

    pub fn owner_token(&self) -> String {
        let owner = self.data(
            None,
            "query($secret: String, $pool: String) { getClientWhenSdkInit(secret: $secret, clientId: $pool) { accessToken } }",
            json!({ "secret": self.emulator.secret(), "pool": self.pool() }),
        );
        text(&owner["accessToken"])
    }

    /// A WeChat user with this name and number.
    pub fn person(&self, name: &str, phone: &str) -> String {
        let person = NewWechatUser {
            nick_name: Some(name.into()),
            phone_number: Some(phone.into()),
            ..NewWechatUser::default()
        };
        self.emulator.add_wechat_user(person)
    }
}

pub const LOGIN: &str = "mutation($email: String, $password: String, $pool: String!) {
    login(email: $email, password: $password, registerInClient: $pool) { _id email token tokenExpiredAt loginsCount lastLogin lastIP } }";

pub const REGISTER: &str = "mutation register($info: UserRegisterInput!) {
    register(userInfo: $info) { _id email phone username nickname token registerMethod signedUp group { name } } }";

pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("text, not {value}")).to_owned()
}

fn read(mut response: ureq::http::Response<ureq::Body>) -> Answer {
    let body = response.body_mut().read_to_string().expect("text");
    (response.status().as_u16(), serde_json::from_str(&body).unwrap_or(Value::String(body)))
}

/// Sends a request byte by byte, and returns the response up to the end of the connection.
pub fn raw(client: &Client, request: &str) -> std::io::Result<Vec<u8>> {
    let mut stream = TcpStream::connect(client.emulator.address())?;
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    stream.write_all(request.as_bytes())?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).map(|_| answer)
}
