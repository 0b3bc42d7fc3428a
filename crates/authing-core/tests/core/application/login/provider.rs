//! A provider of OpenID Connect by script: it checks what it is sent, and can be made to lie.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard};

use authing_core::application::{
    AuthorizationUrl, ClientAuthentication, LoggedIn, PendingLogin, Scope, TokenSet, TokenSetStore,
};
use authing_core::transport::Transport;
use authing_core::{ApplicationConfig, AuthenticationClient, Error, Request, Timestamp};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::super::{APP, ISSUER, PRESENT, id_claims, jwk, rs_header, rs256, with};
use crate::support::answers::{json_body, raw};
use crate::support::jwt::base64;
use crate::support::{Answer, SEED, ScriptedService, Sent};

pub(crate) const HOST: &str = "https://shop.authing.example";
pub(crate) const REDIRECT: &str = "https://shop.example/callback";
pub(crate) const APP_SECRET: &str = "0123456789abcdef0123456789abcdef";

/// The provider. Clones are the same one.
#[derive(Clone)]
pub(crate) struct Provider(Arc<Mutex<Inner>>);

pub(crate) struct Inner {
    /// The answer to discovery; by default the metadata.
    pub(crate) discovery: Option<Box<dyn Fn() -> Answer + Send>>,
    /// The answer of the endpoint of keys; by default the present key.
    pub(crate) jwks: Option<Box<dyn Fn() -> Answer + Send>>,
    /// The answer of the token endpoint; by default what the grant earns.
    pub(crate) token: Option<Box<Answering<Form>>>,
    /// The answer of the user info endpoint.
    pub(crate) user_info: Option<Box<Answering<Sent>>>,
    /// Changes the claims of ID tokens.
    pub(crate) claims: Vec<(&'static str, Value)>,
    /// Members of the metadata that are not the usual ones.
    pub(crate) metadata: Vec<(&'static str, Value)>,
    /// Makes the ID token, in the place of the present key.
    pub(crate) sign: Box<dyn Fn(&Value) -> String + Send>,
    /// Whether each refresh gives a new refresh token, and revokes the family if an old one comes.
    pub(crate) rotates: bool,
    logins: BTreeMap<String, Login>,
    refresh_token: String,
    family_revoked: bool,
    counter: u32,
}

/// What answers a request of a kind.
type Answering<R> = dyn Fn(&R) -> Answer + Send;

/// What the provider keeps with a code.
struct Login {
    nonce: String,
    challenge: String,
    redirect_uri: String,
}

pub(crate) type Form = BTreeMap<String, String>;

pub(crate) fn form(sent: &Sent) -> Form {
    form_urlencoded::parse(&sent.body).into_owned().collect()
}

pub(crate) fn query(url: &str) -> Form {
    let query = url.split_once('?').map_or("", |(_, query)| query);
    form_urlencoded::parse(query.as_bytes()).into_owned().collect()
}

impl Provider {
    pub(crate) fn new() -> Self {
        Self(Arc::new(Mutex::new(Inner {
            discovery: None,
            jwks: None,
            token: None,
            user_info: None,
            claims: Vec::new(),
            metadata: Vec::new(),
            sign: Box::new(|claims| rs256(&rs_header(), claims, &PRESENT)),
            rotates: true,
            logins: BTreeMap::new(),
            refresh_token: "refresh-0".to_owned(),
            family_revoked: false,
            counter: 0,
        })))
    }

    pub(crate) fn lock(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// The provider as a service, and a clock.
    pub(crate) fn service(&self) -> ScriptedService {
        let provider = self.clone();
        ScriptedService::answering(move |sent| provider.lock().answer(sent))
    }

    /// The login page: takes the URL to which the browser was sent, and gives the one to which it comes back.
    pub(crate) fn log_in(&self, url: &AuthorizationUrl) -> String {
        let query = query(url.as_str());
        let mut inner = self.lock();
        inner.counter += 1;
        let code = format!("code-{}", inner.counter);
        assert_eq!(query["code_challenge_method"], "S256");
        let login = Login {
            nonce: query["nonce"].clone(),
            challenge: query["code_challenge"].clone(),
            redirect_uri: query["redirect_uri"].clone(),
        };
        inner.logins.insert(code.clone(), login);
        format!("/callback?code={code}&state={}", query["state"])
    }
}

impl Inner {
    fn answer(&mut self, sent: &Sent) -> Answer {
        let path = sent.uri.strip_prefix(HOST).unwrap_or_else(|| panic!("a request to {}", sent.uri));
        match path.split('?').next().unwrap() {
            "/oidc/.well-known/openid-configuration" => {
                self.discovery.as_ref().map_or_else(|| json_body(&self.metadata()), |answer| answer())
            }
            "/oidc/.well-known/jwks.json" => self
                .jwks
                .as_ref()
                .map_or_else(|| json_body(&json!({ "keys": [jwk(&PRESENT, "present")] })), |answer| answer()),
            "/oidc/token" => {
                let form = form(sent);
                match &self.token {
                    Some(answer) => answer(&form),
                    None => self.token(&form, sent.at),
                }
            }
            "/oidc/me" => self.user_info.as_ref().unwrap()(sent),
            "/oidc/token/introspection" => json_body(&json!({ "active": false })),
            "/oidc/token/revocation" => raw(200, ""),
            path => panic!("unexpected {path}"),
        }
    }

    fn metadata(&self) -> Value {
        let mut metadata = json!({
            "issuer": ISSUER,
            "authorization_endpoint": format!("{ISSUER}/auth"),
            "token_endpoint": format!("{ISSUER}/token"),
            "userinfo_endpoint": format!("{ISSUER}/me"),
            "jwks_uri": format!("{ISSUER}/.well-known/jwks.json"),
        });
        for (name, value) in &self.metadata {
            metadata[name] = value.clone();
        }
        metadata
    }

    fn token(&mut self, form: &Form, now: Timestamp) -> Answer {
        match form["grant_type"].as_str() {
            "authorization_code" => self.exchange(form, now),
            "refresh_token" => self.refresh(form, now),
            _ => self.tokens(None, now),
        }
    }

    fn exchange(&mut self, form: &Form, now: Timestamp) -> Answer {
        let Some(login) = self.logins.remove(&form["code"]) else { return refused("invalid_grant") };
        let challenge = base64(Sha256::digest(&form["code_verifier"]));
        if challenge != login.challenge || form["redirect_uri"] != login.redirect_uri {
            return refused("invalid_grant");
        }
        self.tokens(Some(&login.nonce), now)
    }

    fn refresh(&mut self, form: &Form, now: Timestamp) -> Answer {
        if self.family_revoked || form["refresh_token"] != self.refresh_token {
            self.family_revoked = true;
            return refused("invalid_grant");
        }
        self.tokens(None, now)
    }

    fn tokens(&mut self, nonce: Option<&str>, now: Timestamp) -> Answer {
        self.counter += 1;
        if self.rotates {
            self.refresh_token = format!("refresh-{}", self.counter);
        }
        let mut claims = with(id_claims(), "nonce", nonce.map_or(Value::Null, Value::from));
        claims["iat"] = json!(now.as_secs());
        claims["exp"] = json!(now.as_secs() + 3600);
        for (name, value) in &self.claims {
            claims[name] = value.clone();
        }
        let mut tokens = json!({
            "access_token": format!("access-{}", self.counter), "id_token": (self.sign)(&claims),
            "token_type": "Bearer", "expires_in": 3600, "scope": "openid profile offline_access",
        });
        if self.rotates || nonce.is_some() {
            tokens["refresh_token"] = json!(self.refresh_token);
        }
        json_body(&tokens)
    }
}

pub(crate) fn refused(error: &str) -> Answer {
    raw(400, json!({ "error": error, "error_description": "no" }).to_string())
}

pub(crate) fn config() -> ApplicationConfig {
    ApplicationConfig::new(APP, HOST).unwrap().with_secret(APP_SECRET).with_redirect_url(REDIRECT).unwrap()
}

pub(crate) type TestClient<P = authing_core::principal::Application> = AuthenticationClient<ScriptedService, P>;

pub(crate) fn client_of(service: &ScriptedService, config: ApplicationConfig) -> TestClient {
    AuthenticationClient::from_parts(config, service.clone(), &SEED)
}

/// A provider, its service, and a client.
pub(crate) fn setup() -> (Provider, ScriptedService, TestClient) {
    let provider = Provider::new();
    let service = provider.service();
    let client = client_of(&service, config());
    (provider, service, client)
}

pub(crate) const SCOPES: [Scope; 2] = [Scope::Profile, Scope::OfflineAccess];

/// Begins a login, and has the provider send the browser back.
pub(crate) fn begin(provider: &Provider, client: &TestClient) -> (String, PendingLogin) {
    let (url, pending) = client.authorize(SCOPES).unwrap();
    (provider.log_in(&url), pending)
}

/// A whole login.
pub(crate) fn log_in(provider: &Provider, client: &TestClient) -> Result<LoggedIn, Error> {
    let (callback, pending) = begin(provider, client);
    client.finish(&callback, pending)
}

/// The service for many threads: waiting does not move the clock, which it would a thousand times at once.
#[derive(Clone)]
pub(crate) struct ManyThreads(pub(crate) ScriptedService);

impl Transport for ManyThreads {
    fn send(&self, request: Request) -> Answer {
        self.0.send(request)
    }

    fn sleep(&self, _time: std::time::Duration) {
        std::thread::yield_now();
    }

    fn now(&self) -> Timestamp {
        self.0.now()
    }
}

/// How many requests went to a path.
pub(crate) fn count(service: &ScriptedService, path: &str) -> usize {
    service.sent().iter().filter(|sent| sent.uri.split('?').next().unwrap().ends_with(path)).count()
}

pub(crate) fn with_authentication(authentication: ClientAuthentication) -> ApplicationConfig {
    config().with_client_authentication(authentication).unwrap()
}

/// A store that several clients share, as the instances of a server share a session.
#[derive(Clone, Debug, Default)]
pub(crate) struct SharedStore(Arc<Mutex<Vec<TokenSet>>>);

impl SharedStore {
    pub(crate) fn saved(&self) -> Vec<TokenSet> {
        self.0.lock().unwrap().clone()
    }

    pub(crate) fn clear(&self) {
        self.0.lock().unwrap().clear();
    }
}

impl TokenSetStore for SharedStore {
    fn load(&self) -> Result<Option<TokenSet>, Error> {
        Ok(self.0.lock().unwrap().last().cloned())
    }

    fn save(&self, tokens: &TokenSet) -> Result<(), Error> {
        self.0.lock().unwrap().push(tokens.clone());
        Ok(())
    }
}
