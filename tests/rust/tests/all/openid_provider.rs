//! The emulator as an OpenID provider, judged by the `openidconnect` crate, which is not of this project.

use authing_emulator::{Emulator, IdTokenAlgorithm, NewApp, NewUser};
use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreIdTokenClaims, CoreJwsSigningAlgorithm, CoreProviderMetadata,
    CoreTokenResponse, CoreUserInfoClaims,
};
use openidconnect::{
    AccessTokenHash, AuthType, AuthorizationCode, ClientId, ClientSecret, CsrfToken, EndpointMaybeSet, EndpointNotSet,
    EndpointSet, HttpRequest, HttpResponse, IntrospectionUrl, IssuerUrl, Nonce, OAuth2TokenResponse as _,
    PkceCodeChallenge, RedirectUrl, RefreshToken, ResourceOwnerPassword, ResourceOwnerUsername, RevocationUrl, Scope,
    TokenIntrospectionResponse as _, TokenResponse as _,
};

const CALLBACK: &str = "http://127.0.0.1:4000/callback";
const USER: &str = "5e05bbf2d51b3761d5c710aa";

type Client = CoreClient<EndpointSet, EndpointNotSet, EndpointSet, EndpointSet, EndpointMaybeSet, EndpointMaybeSet>;

/// An emulator, and a client that has discovered it.
struct Judge {
    emulator: Emulator,
    client: Client,
}

impl Judge {
    fn start() -> Self {
        let hs256 =
            NewApp { id_token_signed_response_alg: IdTokenAlgorithm::Hs256, ..NewApp::new("old", "old-secret") };
        let user = NewUser {
            id: Some(USER.into()),
            email: Some("ada@example.com".into()),
            password: Some("correct horse".into()),
            ..NewUser::default()
        };
        let builder = Emulator::builder().user(user);
        let builder = builder.app(NewApp::new("shop", "shop-secret").with_redirect_uri(CALLBACK));
        let emulator = builder.app(hs256.with_redirect_uri(CALLBACK)).start().unwrap();
        let client = client(&emulator, "shop", "shop-secret");
        Self { emulator, client }
    }

    /// The code flow from the authorization URL to the tokens and the claims, all checked by the crate.
    fn log_in(&self, client: &Client, scopes: &[&str]) -> (CoreTokenResponse, CoreIdTokenClaims) {
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let request = client
            .authorize_url(CoreAuthenticationFlow::AuthorizationCode, CsrfToken::new_random, Nonce::new_random)
            .set_pkce_challenge(challenge)
            .add_scopes(scopes.iter().map(|scope| Scope::new((*scope).into())))
            .add_extra_param("prompt", "consent");
        let (url, state, nonce) = request.url();
        let location = self.emulator.log_in_at(url.as_str(), USER).unwrap();
        assert_eq!(parameter(&location, "state").unwrap(), *state.secret());
        let code = AuthorizationCode::new(parameter(&location, "code").unwrap());
        let tokens = client.exchange_code(code).unwrap().set_pkce_verifier(verifier).request(&send).unwrap();
        let id_token = tokens.id_token().unwrap();
        let verifier = client
            .id_token_verifier()
            .set_allowed_algs([CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256, CoreJwsSigningAlgorithm::HmacSha256]);
        let claims = id_token.claims(&verifier, &nonce).unwrap().clone();
        (tokens, claims)
    }
}

fn client(emulator: &Emulator, id: &str, secret: &str) -> Client {
    let issuer = IssuerUrl::new(emulator.issuer()).unwrap();
    let metadata = CoreProviderMetadata::discover(&issuer, &send).unwrap();
    let secret = Some(ClientSecret::new(secret.into()));
    let client = CoreClient::from_provider_metadata(metadata, ClientId::new(id.into()), secret);
    // The crate revokes over https alone: `send` takes that off again.
    let revocation = format!("{}/token/revocation", *issuer).replace("http://", "https://");
    client
        .set_redirect_uri(RedirectUrl::new(CALLBACK.into()).unwrap())
        .set_introspection_url(IntrospectionUrl::new(format!("{}/token/introspection", *issuer)).unwrap())
        .set_revocation_url(RevocationUrl::new(revocation).unwrap())
}

/// What the crate sends, over `ureq`.
fn send(mut request: HttpRequest) -> Result<HttpResponse, ureq::Error> {
    *request.uri_mut() = request.uri().to_string().replace("https://", "http://").parse().map_err(http::Error::from)?;
    let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build().into();
    let (parts, mut body) = agent.run(request)?.into_parts();
    Ok(HttpResponse::from_parts(parts, body.read_to_vec()?))
}

fn parameter(url: &str, name: &str) -> Option<String> {
    let (_, query) = url.split_once('?')?;
    form_urlencoded::parse(query.as_bytes()).find(|(other, _)| other == name).map(|(_, value)| value.into_owned())
}

#[test]
fn code_flow_with_pkce_gives_claims_and_userinfo() {
    let judge = Judge::start();
    let (tokens, claims) = judge.log_in(&judge.client, &["email", "profile", "phone"]);
    assert_eq!((claims.subject().as_str(), claims.email().unwrap().as_str()), (USER, "ada@example.com"));
    assert!(claims.nickname().is_none() && claims.auth_time().is_some());
    let (id_token, verifier) = (tokens.id_token().unwrap(), judge.client.id_token_verifier());
    let (algorithm, key) = (id_token.signing_alg().unwrap(), id_token.signing_key(&verifier).unwrap());
    let hash = AccessTokenHash::from_token(tokens.access_token(), algorithm, key).unwrap();
    assert_eq!(claims.access_token_hash(), Some(&hash));
    let info: CoreUserInfoClaims = judge
        .client
        .user_info(tokens.access_token().clone(), Some(claims.subject().clone()))
        .unwrap()
        .request(&send)
        .unwrap();
    assert_eq!(info.email(), claims.email());
}

#[test]
fn hs256_id_token_verifies_with_the_secret() {
    let judge = Judge::start();
    let (_, claims) = judge.log_in(&client(&judge.emulator, "old", "old-secret"), &["email"]);
    assert_eq!(claims.subject().as_str(), USER);
}

#[test]
fn refresh_token_rotates_and_its_reuse_revokes_the_family() {
    let judge = Judge::start();
    let (tokens, claims) = judge.log_in(&judge.client, &["offline_access"]);
    let refresh = |token: &RefreshToken| judge.client.exchange_refresh_token(token).unwrap().request(&send);
    let first = tokens.refresh_token().unwrap();
    let next = refresh(first).unwrap();
    let verifier = judge.client.id_token_verifier();
    let renewed = next.id_token().unwrap().claims(&verifier, |_: Option<&Nonce>| Ok(())).unwrap();
    assert_eq!(renewed.subject(), claims.subject());
    assert!(refresh(first).is_err());
    assert!(refresh(next.refresh_token().unwrap()).is_err());
}

#[test]
fn introspection_and_revocation() {
    let judge = Judge::start();
    let (tokens, _) = judge.log_in(&judge.client, &["offline_access"]);
    let is_active = || judge.client.introspect(tokens.access_token()).request(&send).unwrap().active();
    assert!(is_active());
    judge.client.revoke_token(tokens.refresh_token().unwrap().clone().into()).unwrap().request(&send).unwrap();
    assert!(!is_active());
}

#[test]
fn client_credentials_and_password_grants() {
    let judge = Judge::start();
    for method in [AuthType::BasicAuth, AuthType::RequestBody] {
        let client = judge.client.clone().set_auth_type(method);
        let grant = client.exchange_client_credentials().unwrap().add_scope(Scope::new("order:read".into()));
        let tokens = grant.request(&send).unwrap();
        assert_eq!(tokens.scopes().unwrap()[0].as_str(), "order:read");
        let (username, password) =
            (ResourceOwnerUsername::new("ada@example.com".into()), ResourceOwnerPassword::new("correct horse".into()));
        let grant = client.exchange_password(&username, &password).unwrap().add_scope(Scope::new("openid".into()));
        assert!(grant.request(&send).unwrap().id_token().is_some());
    }
}

#[test]
fn unknown_key_is_found_after_rotation() {
    let judge = Judge::start();
    judge.log_in(&judge.client, &["email"]);
    assert!(judge.emulator.rotate_keys(true));
    let rediscovered = client(&judge.emulator, "shop", "shop-secret");
    judge.log_in(&rediscovered, &["email"]);
}
