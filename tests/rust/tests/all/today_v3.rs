//! What our clients send to the REST API is what the clients published for today's service sent: every recorded call that has one
//! here, over both transports.

/// Calls, as `recorded client "recorded name" our client.our operation`; and how each is made, blocking and awaited. Both are `false`
/// if there is no such call.
macro_rules! recorded_calls {
    ($($part:ident $name:literal $principal:ident.$operation:expr;)*) => {
        pub(super) const CALLS: &[(&str, &str)] = &[$((stringify!($part), $name),)*];

        pub(super) fn call(clients: &super::Blocking, part: &str, name: &str) -> bool {
            match (part, name) {
                $((stringify!($part), $name) => drop(clients.$principal.call($operation)),)*
                _ => return false,
            }
            true
        }

        pub(super) async fn call_async(clients: &super::Awaited, part: &str, name: &str) -> bool {
            match (part, name) {
                $((stringify!($part), $name) => drop(clients.$principal.call($operation).await),)*
                _ => return false,
            }
            true
        }
    };
}

mod calls;
mod deliberate;
mod management;
mod wire;

use std::collections::BTreeSet;

use authing_core::application::{ApplicationConfig, ClientAuthentication, TokenSet};
use authing_core::principal::ApplicationUser;
use authing_core::v3::{PasswordEncryption, UpdateAvatar};
use authing_core::{ManagementConfig, RetryPolicy};
use authing_tests::recorder::{Recorded, Recorder};
use base64ct::{Base64, Encoding as _};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng as _;
use rsa_0_9::pkcs8::{EncodePublicKey as _, LineEnding};
use rsa_0_9::{Pkcs1v15Encrypt, RsaPrivateKey};
use serde_json::{Value, json};

use self::deliberate::{MADE_UP, assert_all_used, unexpected};
use self::wire::{differences, is_on_the_way, recordings};

/// The clients that make the calls.
pub(crate) struct Clients<A, U, M> {
    application: A,
    user: U,
    administrator: M,
}

type Blocking = Clients<
    authing_ureq::AuthenticationClient,
    authing_ureq::AuthenticationClient<ApplicationUser>,
    authing_ureq::ManagementClient,
>;
type Awaited = Clients<
    authing_reqwest::AuthenticationClient,
    authing_reqwest::AuthenticationClient<ApplicationUser>,
    authing_reqwest::ManagementClient,
>;

/// The administrator's token: its payload is `{"scoped_userpool_id": "pool-1"}`.
const TOKEN: &str = "e30.eyJzY29wZWRfdXNlcnBvb2xfaWQiOiAicG9vbC0xIn0.s";

/// The one call of two requests, which is a flow.
const AVATAR: (&str, &str) = ("miniapp", "updateAvatar");

fn calls() -> impl Iterator<Item = (&'static str, &'static str)> {
    calls::CALLS.iter().chain(management::CALLS).copied().chain([AVATAR])
}

fn call(clients: &Blocking, part: &str, name: &str) {
    if (part, name) == AVATAR {
        drop(clients.user.run(UpdateAvatar::new(clients.user.context(), calls::photo())));
    } else {
        assert!(calls::call(clients, part, name) || management::call(clients, part, name), "{part} {name}");
    }
}

async fn call_async(clients: &Awaited, part: &str, name: &str) {
    if (part, name) == AVATAR {
        drop(clients.user.run(UpdateAvatar::new(clients.user.context(), calls::photo())).await);
    } else {
        let made = calls::call_async(clients, part, name).await || management::call_async(clients, part, name).await;
        assert!(made, "{part} {name}");
    }
}

struct Stage {
    recorder: Recorder,
    key: RsaPrivateKey,
    recordings: Value,
    used: BTreeSet<&'static str>,
    found: Vec<String>,
}

impl Stage {
    fn set() -> Self {
        let key = RsaPrivateKey::new(&mut ChaCha20Rng::from_seed([1; 32]), 1024).unwrap();
        let pem = key.to_public_key().to_public_key_pem(LineEnding::LF).unwrap();
        let recorder = Recorder::start(move |request| answer(request, &pem));
        Self { recorder, key, recordings: recordings(), used: BTreeSet::new(), found: Vec::new() }
    }

    fn config(&self, part: &str, name: &str) -> ApplicationConfig {
        let config = ApplicationConfig::new("app-1", &self.recorder.origin()).unwrap();
        let authentication = match name {
            name if name.ends_with("#basic") => ClientAuthentication::SecretBasic,
            _ if matches!(part, "miniapp" | "web") || name.ends_with("#none") || name == "sign_in_by_mobile" => {
                ClientAuthentication::None
            }
            _ => ClientAuthentication::SecretPost,
        };
        let config = config.with_secret("app-secret-1").with_client_authentication(authentication).unwrap();
        let config = config.with_password_encryption(match name {
            name if name.ends_with("#rsa") => PasswordEncryption::Rsa,
            _ => PasswordEncryption::None,
        });
        if matches!(part, "miniapp" | "web") { config.with_user_pool("pool-1").unwrap() } else { config }
    }

    fn management(&self) -> ManagementConfig {
        let config = ManagementConfig::new("AKID", "AKSECRET").unwrap().with_host(&self.recorder.origin()).unwrap();
        config.with_retry(RetryPolicy::disabled())
    }

    fn user(part: &str) -> TokenSet {
        TokenSet::from_access_token(match part {
            "node" => "AT-of-the-user",
            "python" => "AT",
            _ => "<jwt>",
        })
    }

    fn decrypt(&self, text: &str) -> Option<String> {
        let cipher = Base64::decode_vec(text).ok()?;
        String::from_utf8(self.key.decrypt(Pkcs1v15Encrypt, &cipher).ok()?).ok()
    }

    /// Compares what came with what was recorded.
    fn judge(&mut self, part: &str, name: &str) {
        let recorded = self.recordings[part][name]["requests"].as_array().unwrap().clone();
        let mut sent = self.recorder.take();
        let wanted: Vec<_> = recorded.iter().filter(|it| !is_on_the_way(it["path"].as_str().unwrap())).collect();
        let wanted = if wanted.is_empty() { recorded.iter().collect() } else { wanted };
        if !wanted.iter().any(|it| is_on_the_way(it["path"].as_str().unwrap())) {
            sent.retain(|request| !is_on_the_way(request.parts.uri.path()));
        }
        assert_eq!(sent.len(), wanted.len(), "{part} {name}: {sent:?}");
        for (sent, recorded) in sent.iter().zip(wanted) {
            let found = differences(sent, recorded, |text| self.decrypt(text));
            self.found.extend(unexpected(part, name, found, &mut self.used));
        }
    }

    fn end(self) {
        assert!(self.found.is_empty(), "{}", self.found.join("\n"));
        assert_all_used(&self.used);
    }
}

/// What the service would say, as far as a call of several requests needs it to go on.
fn answer(request: &Recorded, pem: &str) -> String {
    let data = match request.parts.uri.path() {
        "/api/v3/system" => return json!({ "rsa": { "publicKey": pem } }).to_string(),
        "/api/v2/upload" => {
            return json!({ "code": 200, "data": { "url": "https://files.example/avatar/k.png" } }).to_string();
        }
        "/api/v3/get-management-token" => json!({ "access_token": TOKEN, "expires_in": 7200 }),
        _ => Value::Null,
    };
    json!({ "statusCode": 200, "data": data }).to_string()
}

#[test]
fn every_recording_has_a_call() {
    let made: BTreeSet<_> = calls().collect();
    for (part, calls) in recordings().as_object().unwrap() {
        for name in calls.as_object().unwrap().keys() {
            let call = (part.as_str(), name.as_str());
            assert!(made.contains(&call) || MADE_UP.contains(&call), "{part} {name} has no call");
        }
    }
}

#[test]
fn ureq_sends_what_was_recorded() {
    let mut stage = Stage::set();
    for (part, name) in calls() {
        let application = authing_ureq::AuthenticationClient::new(stage.config(part, name)).unwrap();
        let user = application.for_user(Stage::user(part));
        let administrator = authing_ureq::ManagementClient::new(stage.management()).unwrap();
        call(&Clients { application, user, administrator }, part, name);
        stage.judge(part, name);
    }
    stage.end();
}

#[test]
fn reqwest_sends_what_was_recorded() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let mut stage = Stage::set();
    for (part, name) in calls() {
        let application = authing_reqwest::AuthenticationClient::new(stage.config(part, name)).unwrap();
        let user = application.for_user(Stage::user(part));
        let administrator = authing_reqwest::ManagementClient::new(stage.management()).unwrap();
        runtime.block_on(call_async(&Clients { application, user, administrator }, part, name));
        stage.judge(part, name);
    }
    stage.end();
}
