//! An application's clients against the emulator's provider, over both transports: from the URL of the login to the revoked token.

use authing_core::application::{
    AuthenticationError, ClientAuthentication, IdTokenAlgorithm, LogoutRequest, PendingLogins, RedirectUrl, Scope,
};
use authing_core::v3::management::NewUser as NewAccount;
use authing_core::v3::{PasswordEncryption, SignIn};
use authing_core::{ApplicationConfig, Error, ErrorCode, ManagementConfig};
use authing_emulator::{Emulator, NewApp, NewUser};

const CALLBACK: &str = "http://127.0.0.1:4000/callback";
const USER: &str = "5e05bbf2d51b3761d5c710aa";

fn emulator() -> Emulator {
    let user = NewUser {
        id: Some(USER.into()),
        email: Some("ada@example.com".into()),
        password: Some("correct horse".into()),
        ..NewUser::default()
    };
    let hs256 = NewApp { id_token_signed_response_alg: IdTokenAlgorithm::Hs256, ..NewApp::new("old", SECRET) };
    let builder = Emulator::builder().user(user).app(NewApp::new("shop", SECRET).with_redirect_uri(CALLBACK));
    builder.app(hs256.with_redirect_uri(CALLBACK)).start().unwrap()
}

const SECRET: &str = "0123456789abcdef0123456789abcdef";

fn config(emulator: &Emulator, app: &str) -> ApplicationConfig {
    let host = emulator.issuer().strip_suffix("/oidc").unwrap().to_owned();
    let config = ApplicationConfig::new(app, &host).unwrap().with_secret(SECRET);
    config.with_redirect_url(CALLBACK).unwrap()
}

/// The life of a login. `$wait` is `.await`, or nothing.
macro_rules! life_of_a_login {
    ($emulator:ident, $client:ident $(, $wait:tt)?) => {{
        let (url, pending) = $client.authorize([Scope::Email, Scope::OfflineAccess])$(.$wait)?.unwrap();
        let mut logins = PendingLogins::default();
        logins.insert(pending);
        let callback = $emulator.log_in_at(url.as_str(), USER).unwrap();
        let logged_in = $client.finish(&callback, logins.take(&callback).unwrap())$(.$wait)?.unwrap();
        assert_eq!(logged_in.claims.sub.as_str(), USER);
        assert_eq!(logged_in.claims.profile.email.as_deref(), Some("ada@example.com"));

        let me = $client.for_user(logged_in.tokens.clone());
        assert_eq!(me.user_info()$(.$wait)?.unwrap().email.as_deref(), Some("ada@example.com"));
        let claims = $client.verify_access_token(me.tokens().access_token())$(.$wait)?.unwrap();
        assert!(claims.has_scope("offline_access"));

        let refreshed = $client.refresh(&logged_in.tokens)$(.$wait)?.unwrap();
        assert_ne!(refreshed.refresh_token(), logged_in.tokens.refresh_token());
        assert_eq!(refreshed.subject(), logged_in.tokens.subject());
        assert_eq!(me.user_info()$(.$wait)?.unwrap().sub.as_deref(), Some(USER));
        assert!($client.introspect(refreshed.access_token())$(.$wait)?.unwrap().active);

        let logout = LogoutRequest::new(refreshed.id_token().unwrap()).with_redirect_url(RedirectUrl::parse(CALLBACK).unwrap());
        let logout = $client.logout_url(logout)$(.$wait)?.unwrap();
        assert!(logout.as_str().starts_with(&*$emulator.issuer()));

        $client.revoke(refreshed.refresh_token().unwrap())$(.$wait)?.unwrap();
        assert!(!$client.introspect(refreshed.access_token())$(.$wait)?.unwrap().active);
        let error = $client.refresh(&refreshed)$(.$wait)?.unwrap_err();
        assert_eq!(error.authentication(), Some(&AuthenticationError::RefreshTokenRejected));

        let tokens = $client.client_credentials(["order:read"])$(.$wait)?.unwrap();
        assert_eq!(tokens.scope(), Some("order:read"));
        let logged_in =
            $client.log_in_with_password("ada@example.com", "correct horse", [Scope::Email])$(.$wait)?.unwrap();
        assert_eq!(logged_in.claims.sub.as_str(), USER);
        let wrong = $client.log_in_with_password("ada@example.com", "wrong horse", [Scope::Email])$(.$wait)?;
        assert!(matches!(wrong, Err(Error::Service(_))));
    }};
}

/// A user whom the administrator creates logs in: with passwords that are encrypted, whichever way. `$wait` is `.await`, or nothing.
macro_rules! encrypted_passwords {
    ($emulator:ident, $transport:ident $(, $wait:tt)?) => {
        for encryption in [PasswordEncryption::Rsa, PasswordEncryption::Sm2] {
            let name = format!("{encryption:?}");
            let access_key = ManagementConfig::new($emulator.user_pool_id(), $emulator.secret()).unwrap();
            let access_key = access_key.with_host($emulator.url()).unwrap().with_password_encryption(encryption);
            let administrator = $transport::ManagementClient::new(access_key).unwrap();
            let user = NewAccount { username: Some(name.clone()), password: Some(PASSWORD.into()), ..NewAccount::default() };
            administrator.create_user(user)$(.$wait)?.unwrap();

            let shop = config(&$emulator, "shop").with_password_encryption(encryption);
            let application = $transport::AuthenticationClient::new(shop).unwrap();
            application.sign_in(SignIn::username(&name, PASSWORD))$(.$wait)?.unwrap();
            let error = application.sign_in(SignIn::username(&name, "another"))$(.$wait)?.unwrap_err();
            assert_eq!(error.code(), Some(ErrorCode::WRONG_ACCOUNT_OR_PASSWORD), "{name}");
        }
    };
}

const PASSWORD: &str = "密码 pw123456";

#[test]
fn ureq_encrypts_passwords_for_the_emulator() {
    let emulator = emulator();
    encrypted_passwords!(emulator, authing_ureq);
}

#[tokio::test]
async fn reqwest_encrypts_passwords_for_the_emulator() {
    let emulator = emulator();
    encrypted_passwords!(emulator, authing_reqwest, await);
}

#[test]
fn ureq_logs_in_and_out() {
    let emulator = emulator();
    let client = authing_ureq::AuthenticationClient::new(config(&emulator, "shop")).unwrap();
    life_of_a_login!(emulator, client);
}

#[test]
fn reqwest_logs_in_and_out() {
    let emulator = emulator();
    let client = authing_reqwest::AuthenticationClient::new(config(&emulator, "shop")).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async { life_of_a_login!(emulator, client, await) });
}

#[test]
fn every_authentication_and_algorithm_is_accepted() {
    let emulator = emulator();
    let basic = config(&emulator, "shop").with_client_authentication(ClientAuthentication::SecretBasic).unwrap();
    let hs256 = config(&emulator, "old").with_id_token_algorithm(IdTokenAlgorithm::Hs256).unwrap();
    for config in [basic, hs256] {
        let client = authing_ureq::AuthenticationClient::new(config).unwrap();
        let (url, pending) = client.authorize([Scope::Email]).unwrap();
        let callback = emulator.log_in_at(url.as_str(), USER).unwrap();
        assert_eq!(client.finish(&callback, pending).unwrap().claims.sub.as_str(), USER);
    }
}

#[test]
fn rotated_keys_are_found() {
    let emulator = emulator();
    let client = authing_ureq::AuthenticationClient::new(config(&emulator, "shop")).unwrap();
    let log_in = || {
        let (url, pending) = client.authorize([Scope::Email])?;
        client.finish(&emulator.log_in_at(url.as_str(), USER).unwrap(), pending)
    };
    let before = log_in().unwrap();
    assert!(emulator.rotate_keys(false));
    // The keys were fetched less than a minute ago: another client has none yet.
    let client = authing_ureq::AuthenticationClient::new(config(&emulator, "shop")).unwrap();
    client.verify_access_token(before.tokens.access_token()).unwrap();
    let (url, pending) = client.authorize([Scope::Email]).unwrap();
    client.finish(&emulator.log_in_at(url.as_str(), USER).unwrap(), pending).unwrap();
}
