//! The JavaScript side, in Rust: it takes each step's JSON, and returns the step's result.

use std::cell::Cell;
use std::ops::ControlFlow::{Break, Continue};

use authing_core::{Error, MemoryStore, Timestamp, Token, TokenStore};
use authing_wxapp::package::{PackageCall, PackageClient, StepResult};
use authing_wxapp::{WxError, WxResponse};
use serde_json::{Value, json};

/// More steps than any call of these tests needs: a call with more is in a loop.
const BOUND: u32 = 50;

/// A client, with a clock that moves only with a wait.
pub(crate) struct Js {
    client: PackageClient,
    now: Cell<u64>,
}

/// A step: its name, and what comes with it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Step {
    pub(crate) name: String,
    pub(crate) with: Value,
}

/// A call on its way.
pub(crate) struct Calling<'a> {
    js: &'a Js,
    running: PackageCall,
    steps: u32,
}

impl Js {
    /// `new Authing({userPoolId: 'pool-1'})`, with randomness, logged out.
    pub(crate) fn new() -> Self {
        let js = Self::with(&json!({ "userPoolId": "pool-1" })).unwrap();
        js.client.seed([7; 32]);
        js
    }

    /// The same, logged in.
    pub(crate) fn logged_in() -> Self {
        let store = MemoryStore::default();
        store.save(&Token::from("USER_TOKEN")).unwrap();
        let js = Self::with_store(&json!({ "userPoolId": "pool-1" }), store).unwrap();
        js.client.seed([7; 32]);
        js
    }

    /// `new Authing(options)`.
    pub(crate) fn with(options: &Value) -> Result<Self, Error> {
        Self::with_store(options, MemoryStore::default())
    }

    /// The same, with a token in storage.
    pub(crate) fn with_store(options: &Value, store: MemoryStore) -> Result<Self, Error> {
        Ok(Self { client: PackageClient::new(&options.to_string(), store)?, now: Cell::new(NOW) })
    }

    pub(crate) fn seed(&self) {
        self.client.seed([7; 32]);
    }

    pub(crate) fn body_limit(&self) -> usize {
        self.client.body_limit()
    }

    pub(crate) fn call(&self, method: &str, argument: &Value) -> Calling<'_> {
        self.call_text(method, &argument.to_string())
    }

    /// With the argument's JSON as it is: `undefined` has none.
    pub(crate) fn call_text(&self, method: &str, argument: &str) -> Calling<'_> {
        Calling { js: self, running: self.client.begin(method, argument), steps: 0 }
    }

    /// Calls a method where everything goes well. All its steps.
    pub(crate) fn run(&self, method: &str, argument: &Value) -> Vec<Step> {
        self.call(method, argument).walk(agreeing)
    }

    pub(crate) fn pass(&self, millis: u64) {
        self.now.set(self.now.get() + millis);
    }
}

const NOW: u64 = 1_600_000_000_000;

impl Calling<'_> {
    /// Passes the result of the last step. Returns the next.
    pub(crate) fn step(&mut self, outcome: StepResult) -> Step {
        self.steps += 1;
        assert!(self.steps <= BOUND, "the call runs in a circle");
        let stepped = self.running.step(Timestamp::from_millis(self.js.now.get()), outcome);
        let is_last = stepped.is_break();
        let (Break(json) | Continue(json)) = stepped;
        let step: Value = serde_json::from_str(&json).unwrap_or_else(|error| panic!("{error}: {json}"));
        let (Value::String(name), with) = (&step[0], &step[1]) else { panic!("{json}") };
        assert_eq!(is_last, matches!(name.as_str(), "done" | "fail"), "{json}");
        let limit = matches!(name.as_str(), "request" | "uploadFile").then(|| self.js.body_limit().into());
        let length = 2 + limit.iter().count();
        assert_eq!((step.get(2).cloned(), step.as_array().map(Vec::len)), (limit, Some(length)), "{json}");
        Step { name: name.clone(), with: with.clone() }
    }

    /// Steps to the end. `outcome` returns the result of each step.
    pub(crate) fn walk(mut self, mut outcome: impl FnMut(&Step) -> StepResult) -> Vec<Step> {
        let mut steps = vec![self.step(StepResult::Start)];
        loop {
            let last = &steps[steps.len() - 1];
            if last.name == "done" || last.name == "fail" {
                return steps;
            }
            if last.name == "wait" {
                self.js.pass(last.with.as_u64().unwrap());
            }
            let next = self.step(outcome(last));
            steps.push(next);
        }
    }
}

impl Step {
    /// The body of a request, as the value that its text is the JSON of.
    pub(crate) fn body(&self) -> Value {
        serde_json::from_str(self.with["data"].as_str().unwrap()).unwrap()
    }

    /// A failure's code.
    pub(crate) fn code(&self) -> &Value {
        assert_eq!(self.name, "fail", "{:?}", self.with);
        &self.with["code"]
    }
}

pub(crate) fn names(steps: &[Step]) -> Vec<&str> {
    steps.iter().map(|step| step.name.as_str()).collect()
}

pub(crate) fn answered(status: u16, data: impl Into<String>) -> StepResult {
    StepResult::Response(WxResponse { status, data: data.into(), retry_after: None })
}

pub(crate) fn failed(err_msg: &str) -> StepResult {
    StepResult::Fail(WxError::new(err_msg))
}

pub(crate) fn told(answer: &Value) -> StepResult {
    StepResult::Success(answer.to_string())
}

/// The phone and the service agree to everything.
pub(crate) fn agreeing(step: &Step) -> StepResult {
    match step.name.as_str() {
        "request" if step.with["url"].as_str().unwrap().ends_with("/graphql") => {
            answered(200, graphql(step).to_string())
        }
        "request" => answered(200, json!({ "code": 200, "message": "ok", "data": anything() }).to_string()),
        "uploadFile" => answered(200, r#"{"key":"avatar/k.png"}"#),
        "login" => told(&json!({ "code": "code-1", "errMsg": "login:ok" })),
        "checkSession" => told(&json!({ "errMsg": "checkSession:ok" })),
        "getSetting" => told(&json!({ "authSetting": { "scope.userInfo": true } })),
        "getUserInfo" => told(&json!({ "errMsg": "getUserInfo:ok", "encryptedData": "ED", "iv": "IV" })),
        "chooseImage" => told(&json!({ "tempFilePaths": ["http://tmp/a.png"] })),
        "wait" => StepResult::Waited,
        other => panic!("unexpected {other}"),
    }
}

/// An object that is a successful response of every kind.
fn anything() -> Value {
    json!({
        "_id": "u1", "token": "TOKEN", "message": "ok", "status": true, "list": [], "phoneNumber": "176", "watermark": {},
    })
}

/// The answer to a document: its field is the first name within its braces.
fn graphql(step: &Step) -> Value {
    let body = step.body();
    let inside = body["query"].as_str().unwrap().split_once('{').unwrap().1.trim_start();
    let field: String = inside.chars().take_while(char::is_ascii_alphanumeric).collect();
    let answer = match field.as_str() {
        "qiNiuUploadToken" => json!("an upload token"),
        "getClientWhenSdkInit" => json!({ "accessToken": "OWNER_TOKEN" }),
        _ => anything(),
    };
    json!({ "data": { field: answer } })
}
