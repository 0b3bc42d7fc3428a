//! What an application's clients send is what the clients published for today's service sent: every recorded call of OpenID
//! Connect, over both transports.

mod deliberate;
mod emulator;
mod wire;

use authing_core::application::{
    ApplicationConfig, AuthorizationRequest, ClientAuthentication, Grant, IntrospectToken, LogoutRequest, Prompt,
    RedirectUrl, RequestAccountTokens, RequestTokens, RequestUserInfo, RevokeToken, Scope, TokenSet,
};
use authing_core::principal::ApplicationUser;
use authing_tests::recorder::{Recorded, Recorder};
use serde_json::{Value, json};

use self::wire::{differences, recorded_urls, recordings, url_differences};

/// The clients of one application.
struct Clients<A, U> {
    application: A,
    user: U,
}

type Blocking = Clients<authing_ureq::AuthenticationClient, authing_ureq::AuthenticationClient<ApplicationUser>>;
type Awaited = Clients<authing_reqwest::AuthenticationClient, authing_reqwest::AuthenticationClient<ApplicationUser>>;

/// Every recorded call: how the application authenticates, and how the call is made with our clients. Said once for both.
macro_rules! calls {
    ($($part:ident $name:literal $authentication:ident $principal:ident.$operation:expr;)*) => {
        const CALLS: &[(&str, &str, ClientAuthentication)] =
            &[$((stringify!($part), $name, ClientAuthentication::$authentication)),*];

        fn call(clients: &Blocking, part: &str, name: &str) {
            match (part, name) {
                $((stringify!($part), $name) => drop(clients.$principal.call($operation)),)*
                _ => unreachable!("{part} {name}"),
            }
        }

        async fn call_async(clients: &Awaited, part: &str, name: &str) {
            match (part, name) {
                $((stringify!($part), $name) => drop(clients.$principal.call($operation).await),)*
                _ => unreachable!("{part} {name}"),
            }
        }
    };
}

calls! {
    node "oidc.getAccessTokenByCode#post" SecretPost application.code("https://example.com/callback");
    node "oidc.getAccessTokenByCode#basic" SecretBasic application.code("https://example.com/callback");
    node "oidc.getAccessTokenByCode#none" None application.code("https://example.com/callback");
    node "oidc.getNewAccessTokenByRefreshToken#post" SecretPost application.refresh("rt-1");
    node "oidc.getNewAccessTokenByRefreshToken#basic" SecretBasic application.refresh("rt-1");
    node "oidc.getNewAccessTokenByRefreshToken#none" None application.refresh("rt-1");
    node "oidc.getAccessTokenByClientCredentials" SecretPost application.RequestAccountTokens::new("ak", "as", "order:read");
    node "oidc.introspectToken#post" SecretPost application.IntrospectToken::new("AT");
    node "oidc.introspectToken#none" None application.IntrospectToken::new("AT");
    node "oidc.introspectToken#basic-lost-when-token-held" SecretBasic application.IntrospectToken::new("AT");
    node "oidc.revokeToken#post" SecretPost application.RevokeToken::new("AT");
    node "oidc.revokeToken#none" None application.RevokeToken::new("AT");
    node "oidc.getUserInfoByAccessToken" SecretPost user.RequestUserInfo::default();
    node "oidc.getUserInfoByAccessToken#header" SecretPost user.RequestUserInfo::default();
    node "oidc.getUserInfoByAccessToken#body" SecretPost user.RequestUserInfo::default();
    node "oidc.getUserInfoByAccessToken#header-overridden-by-held-token" SecretPost user.RequestUserInfo::default();
    web "handleRedirectCallback#attacker-key-other-iss-aud" None application.code("https://app.example/cb");
    web "refreshToken" None application.refresh("rt-1");
    web "refreshToken#refused" None application.refresh("rt-1");
    web "getLoginState#introspect" None application.IntrospectToken::new("<jwt>");
    python "get_access_token_by_code" SecretPost application.code("https://example.com/callback");
    python "get_access_token_by_code#none" None application.code("https://example.com/callback");
    python "get_new_access_token_by_refresh_token" SecretPost application.refresh("rt");
    python "introspect_token" SecretPost application.IntrospectToken::new("AT");
    python "revoke_token" SecretPost application.RevokeToken::new("AT");
    python "get_user_info_by_access_token" SecretPost user.RequestUserInfo::default();
    miniapp "refreshToken" None application.refresh("rt-1");
    miniapp "logout" None application.RevokeToken::new("<jwt>");
}

fn code(redirect_url: &str) -> RequestTokens {
    // The Web client's code and verifier are its own: the comparison knows.
    let code = if redirect_url.contains("app.example") { "C" } else { "CODE" };
    let redirect_url = RedirectUrl::parse(redirect_url).unwrap();
    RequestTokens::new(Grant::AuthorizationCode { code: code.into(), redirect_url, verifier: "V".into() })
}

fn refresh(token: &str) -> RequestTokens {
    RequestTokens::new(Grant::RefreshToken(token.into()))
}

/// The recorded URLs of login pages, and what a login of ours asks for.
fn authorization_requests() -> [(&'static str, &'static str, AuthorizationRequest); 6] {
    let profile = || AuthorizationRequest::new([Scope::Profile]);
    let offline = || AuthorizationRequest::new([Scope::Profile, Scope::OfflineAccess]);
    let forced = profile().with_prompt(Prompt::Login).with_tenant("t1");
    let web = offline().with_redirect_url(RedirectUrl::parse("https://app.example/cb").unwrap());
    [
        ("node", "oidc.buildAuthorizeUrl", offline()),
        ("node", "oidc.buildAuthorizeUrl#defaults", profile()),
        ("node", "oidc.buildAuthorizeUrl#forced+tenant", forced),
        ("node", "oidc.buildAuthorizeUrl#pkce-is-dropped", profile()),
        ("web", "loginWithRedirect", web),
        ("python", "build_authorize_url", offline()),
    ]
}

/// The recorded URLs of logouts.
fn logout_requests() -> [(&'static str, &'static str, LogoutRequest); 2] {
    let logout = |token: &str, url: &str| {
        LogoutRequest::new(token).with_redirect_url(RedirectUrl::parse(url).unwrap()).with_state("S")
    };
    [
        ("node", "oidc.buildLogoutUrl", logout("IDT", "https://example.com/bye")),
        ("web", "logoutWithRedirect", logout("<jwt>", "https://app.example/bye")),
    ]
}

/// What the provider would say.
fn answer(request: &Recorded) -> String {
    let host = request.parts.headers["host"].to_str().unwrap();
    match request.parts.uri.path() {
        "/oidc/.well-known/openid-configuration" => json!({ "issuer": format!("http://{host}/oidc") }).to_string(),
        _ => "{}".to_owned(),
    }
}

fn config(recorder: &Recorder, authentication: ClientAuthentication) -> ApplicationConfig {
    let config = ApplicationConfig::new("app-1", &recorder.origin()).unwrap().with_secret("app-secret-1");
    let config = config.with_redirect_url("https://example.com/callback").unwrap();
    config.with_client_authentication(authentication).unwrap()
}

/// The user whose token a call was recorded with.
fn user(name: &str) -> TokenSet {
    TokenSet::from_access_token(if name.ends_with("overridden-by-held-token") { "AT-of-somebody-else" } else { "AT" })
}

/// Compares what came with what was recorded.
fn judge(recorder: &Recorder, part: &str, name: &str, all: &Value) -> Vec<String> {
    let expected = all[part][name]["requests"].as_array().unwrap();
    let sent = recorder.take();
    assert_eq!((sent.len(), expected.len()), (1, 1), "{part} {name}");
    deliberate::unexpected(part, name, differences(&sent[0], &expected[0]))
}

fn judge_url(part: &str, name: &str, url: &str, recordings: &Value) -> Vec<String> {
    let recorded = recorded_urls(&recordings[part][name]);
    deliberate::unexpected(part, name, url_differences(url, &recorded))
}

#[test]
fn every_recording_has_a_call() {
    let urls = authorization_requests().map(|(part, name, _)| (part, name));
    let logouts = logout_requests().map(|(part, name, _)| (part, name));
    for (part, calls) in recordings().as_object().unwrap() {
        for name in calls.as_object().into_iter().flatten().map(|(name, _)| name.as_str()) {
            let call = (part.as_str(), name);
            let is_call = CALLS.iter().any(|(part, name, _)| (*part, *name) == call);
            assert!(is_call || urls.contains(&call) || logouts.contains(&call), "{part} {name} has no call");
        }
    }
}

#[test]
fn ureq_sends_what_was_recorded() {
    let (recorder, recordings) = (Recorder::start(answer), recordings());
    let mut found = Vec::new();
    for (part, name, authentication) in CALLS {
        let application = authing_ureq::AuthenticationClient::new(config(&recorder, *authentication)).unwrap();
        let user = application.for_user(user(name));
        call(&Clients { application, user }, part, name);
        found.extend(judge(&recorder, part, name, &recordings));
    }
    let client = authing_ureq::AuthenticationClient::new(config(&recorder, ClientAuthentication::SecretPost)).unwrap();
    for (part, name, request) in authorization_requests() {
        let (url, _) = client.authorize(request).unwrap();
        found.extend(judge_url(part, name, url.as_str(), &recordings));
    }
    for (part, name, request) in logout_requests() {
        found.extend(judge_url(part, name, client.logout_url(request).unwrap().as_str(), &recordings));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn reqwest_sends_what_was_recorded() {
    let (recorder, recordings) = (Recorder::start(answer), recordings());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let mut found = Vec::new();
    for (part, name, authentication) in CALLS {
        let application = authing_reqwest::AuthenticationClient::new(config(&recorder, *authentication)).unwrap();
        let user = application.for_user(user(name));
        runtime.block_on(call_async(&Clients { application, user }, part, name));
        found.extend(judge(&recorder, part, name, &recordings));
    }
    let client =
        authing_reqwest::AuthenticationClient::new(config(&recorder, ClientAuthentication::SecretPost)).unwrap();
    for (part, name, request) in authorization_requests() {
        let (url, _) = runtime.block_on(client.authorize(request)).unwrap();
        found.extend(judge_url(part, name, url.as_str(), &recordings));
    }
    for (part, name, request) in logout_requests() {
        let url = runtime.block_on(client.logout_url(request)).unwrap();
        found.extend(judge_url(part, name, url.as_str(), &recordings));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
