//! The OpenID provider: the authorization endpoint, the login page, tokens, sessions, and what a test may change.

mod attacks;
mod authorize;
mod browser;
mod clients;
mod control;
mod issuer;
mod logout;
mod pages;
mod response_types;
mod second_factor;
mod tokens;
mod user_info;

use authing_emulator::{Emulator, IdTokenAlgorithm, NewApp};
use base64ct::{Base64UrlUnpadded, Encoding as _};
use serde_json::Value;

use super::support::{Client, text};

const CALLBACK: &str = "http://127.0.0.1:4000/callback";
const GOODBYE: &str = "http://127.0.0.1:4000/goodbye";
/// The pair of RFC 7636, appendix B.
const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

pub(crate) const SHOP: &str = "client_id=shop&client_secret=shop-secret";

/// An emulator with applications, and one user.
pub(crate) struct Provider {
    pub(crate) client: Client,
    user: String,
}

impl Provider {
    pub(crate) fn start() -> Self {
        let old = NewApp {
            id_token_signed_response_alg: IdTokenAlgorithm::Hs256,
            ..NewApp::new("old", "old-secret").with_redirect_uri(CALLBACK)
        };
        let emulator = Emulator::builder()
            .app(
                NewApp::new("shop", "shop-secret")
                    .with_redirect_uri(CALLBACK)
                    .with_redirect_uri("https://shop.example/cb?a=1"),
            )
            .app(NewApp::new("other", "other-secret").with_redirect_uri("https://other.example/cb"))
            .app(NewApp::public("phone").with_redirect_uri("http://127.0.0.1/callback"))
            .app(old)
            .start();
        let client = Client::of(emulator.expect("starts"));
        let user = text(&client.register("a@b.com", "pw123456")["_id"]);
        Self { client, user }
    }

    /// An authorization URL of `shop`; parameters given take the place of the usual ones, and `""` leaves one out.
    fn authorization_url(&self, given: &[(&str, &str)]) -> String {
        let usual = [
            ("client_id", "shop"),
            ("redirect_uri", CALLBACK),
            ("response_type", "code"),
            ("scope", "openid email"),
            ("state", "S"),
        ];
        let kept = usual.into_iter().filter(|(name, _)| given.iter().all(|(other, _)| other != name));
        let pairs: Vec<_> = kept.chain(given.iter().copied()).filter(|(_, value)| !value.is_empty()).collect();
        format!("{}/auth?{}", self.client.emulator.issuer(), encoded(&pairs))
    }

    /// The code that the user gets an application to have.
    fn code(&self, given: &[(&str, &str)]) -> String {
        let location = self.client.emulator.log_in_at(&self.authorization_url(given), &self.user).expect("logs in");
        parameter(&location, "code").unwrap_or_else(|| panic!("a code, not {location}"))
    }

    pub(crate) fn post(&self, path: &str, form: &str) -> (u16, Value) {
        self.client.post_bytes(path, "application/x-www-form-urlencoded", form.as_bytes())
    }

    /// The status, and the error if there is one.
    fn error(&self, path: &str, form: &str) -> (u16, String) {
        let (status, answer) = self.post(path, form);
        (status, answer["error"].as_str().unwrap_or_default().to_owned())
    }

    fn exchange(&self, code: &str) -> (u16, Value) {
        self.post("/oidc/token", &format!("{SHOP}&grant_type=authorization_code&code={code}&redirect_uri={CALLBACK}"))
    }

    /// Tokens of `shop` for the user.
    pub(crate) fn tokens(&self, given: &[(&str, &str)]) -> Value {
        let (status, tokens) = self.exchange(&self.code(given));
        assert_eq!(status, 200, "{tokens}");
        tokens
    }

    fn offline_tokens(&self) -> Value {
        self.tokens(&[("scope", "openid email offline_access"), ("prompt", "consent")])
    }

    fn refresh(&self, tokens: &Value) -> (u16, Value) {
        self.post(
            "/oidc/token",
            &format!("{SHOP}&grant_type=refresh_token&refresh_token={}", text(&tokens["refresh_token"])),
        )
    }

    fn is_active(&self, token: &Value) -> bool {
        let (status, answer) = self.post("/oidc/token/introspection", &format!("{SHOP}&token={}", text(token)));
        assert_eq!(status, 200);
        answer["active"].as_bool().expect("true or false")
    }
}

fn encoded(pairs: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

/// A parameter of a URL's query or fragment.
fn parameter(url: &str, name: &str) -> Option<String> {
    let (_, query) = url.split_once(['?', '#'])?;
    form_urlencoded::parse(query.as_bytes()).find(|(other, _)| other == name).map(|(_, value)| value.into_owned())
}

pub(crate) fn part(token: &Value, index: usize) -> Value {
    let token = text(token);
    let bytes = Base64UrlUnpadded::decode_vec(token.split('.').nth(index).expect("three parts")).expect("base64url");
    serde_json::from_slice(&bytes).expect("JSON")
}

fn claims(token: &Value) -> Value {
    part(token, 1)
}
