//! What docs/migrating.md says of old tokens, tried on the emulator.

use std::time::SystemTime;

use authing_core::account::Register;
use authing_core::application::AuthenticationError;
use authing_core::token::{TokenVerificationError, TokenVerifier};
use authing_core::v3::SignIn;
use authing_core::{ApplicationConfig, Config, Token};
use authing_emulator::Emulator;
use authing_ureq::{AuthenticationClient, UserPool};

const EMAIL: &str = "bob@example.com";
const PASSWORD: &str = "correct horse";

struct BothGenerations {
    emulator: Emulator,
    pool: UserPool,
    app: AuthenticationClient,
}

impl BothGenerations {
    fn start() -> Self {
        let emulator = Emulator::start().unwrap();
        let config = Config::new(emulator.user_pool_id()).unwrap().with_origin(emulator.url()).unwrap();
        let config = config.with_public_key(emulator.public_key_pem()).unwrap();
        let host = emulator.issuer().strip_suffix("/oidc").unwrap().to_owned();
        let app = ApplicationConfig::new(emulator.app_id(), &host).unwrap().with_secret(emulator.app_secret());
        let (pool, app) = (UserPool::new(config).unwrap(), AuthenticationClient::new(app).unwrap());
        Self { emulator, pool, app }
    }

    fn verifier(&self) -> TokenVerifier {
        let pool = authing_core::PoolId::parse(self.emulator.user_pool_id()).unwrap();
        TokenVerifier::for_pool(self.emulator.secret(), pool).unwrap()
    }
}

#[test]
fn both_generations_have_the_same_user() {
    let both = BothGenerations::start();
    let old = both.pool.client().register(Register::email(EMAIL, PASSWORD)).unwrap();
    let tokens = both.app.sign_in(SignIn::email(EMAIL, PASSWORD).with_scope("openid profile")).unwrap();
    assert_eq!(tokens.subject().as_ref(), Some(&old.id));
    assert_eq!(both.app.for_user(tokens).profile().unwrap().user_id, old.id);
}

#[test]
fn verifiers_accept_their_own_generation_only() {
    let both = BothGenerations::start();
    let old = both.pool.client().register(Register::email(EMAIL, PASSWORD).with_force_login(true)).unwrap();
    let old = old.token.unwrap();
    let new = both.app.sign_in(SignIn::email(EMAIL, PASSWORD)).unwrap();
    let new = new.access_token();
    let now = SystemTime::now().into();

    assert!(both.verifier().verify(&old, now).is_ok());
    let algorithm = TokenVerificationError::InvalidAlgorithm { algorithm: "RS256" };
    assert_eq!(both.verifier().verify(Token::new(new.expose()), now), Err(algorithm));

    assert!(both.app.verify_access_token(new).is_ok());
    let error = both.app.verify_access_token(old.expose()).unwrap_err();
    assert!(matches!(error.authentication(), Some(AuthenticationError::InvalidAccessToken(_))), "{error}");
}

#[test]
fn revocation_leaves_the_pools_token_valid() {
    let both = BothGenerations::start();
    let visitor = both.pool.client();
    visitor.register(Register::email(EMAIL, PASSWORD).with_force_login(true)).unwrap();
    let tokens = both.app.sign_in(SignIn::email(EMAIL, PASSWORD).with_scope("openid offline_access")).unwrap();
    both.app.revoke(tokens.refresh_token().unwrap()).unwrap();
    visitor.me().unwrap();
}
