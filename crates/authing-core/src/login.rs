//! Logins.
//!
//! | operation | method of the clients | the guide's or the Web SDK's name |
//! |---|---|---|
//! | [`Login`] | `login` | `login` |
//! | [`SendSmsCode`] | `send_sms_code` | `getVerificationCode`, `sendOneTimePhoneCode` |
//! | [`LoginByPhoneCode`] | `login_by_phone_code` | `loginByPhoneCode` |
//! | [`LoginByPhonePassword`] | `login_by_phone_password` | `loginByPhonePassword` |
//! | [`SendRegisterSmsCode`] | `send_register_sms_code` | `sendRegisterPhoneCode` |
//! | [`LoginByLdap`] | `login_by_ldap` | `loginByLDAP` |
//! | [`LoginByAd`] | `login_by_ad` | `loginByAd` |
//! | [`GetAdConnector`] | `ad_connector_by_provider` | `adConnectorByProvider` |
//! | [`SignIn`] | `sign_in` | `signIn` |
//! | [`RefreshSignInToken`] | `refresh_sign_in_token` | `refreshSignInToken` |
//! | [`CasLogout`] | `cas_logout` | `casLogout` |
//!
//! Logins with WeChat are in [`wechat`](crate::wechat), by QR code in [`qr`](crate::qr), with OpenID Connect in
//! [`oidc`](crate::oidc).

mod cas_logout;
mod get_ad_connector;
#[expect(clippy::module_inception, reason = "one file per operation, and the area is named after its first")]
mod login;
mod login_by_ad;
mod login_by_ldap;
mod login_by_phone_code;
mod login_by_phone_password;
mod refresh_sign_in_token;
mod send_register_sms_code;
mod send_sms_code;
mod sign_in;

pub use self::cas_logout::CasLogout;
pub use self::get_ad_connector::{AdConnector, GetAdConnector};
pub use self::login::Login;
pub use self::login_by_ad::LoginByAd;
pub use self::login_by_ldap::LoginByLdap;
pub use self::login_by_phone_code::LoginByPhoneCode;
pub use self::login_by_phone_password::LoginByPhonePassword;
pub use self::refresh_sign_in_token::RefreshSignInToken;
pub use self::send_register_sms_code::SendRegisterSmsCode;
pub use self::send_sms_code::SendSmsCode;
pub use self::sign_in::{SignIn, SignInResponse};
use crate::client::methods::methods;
use crate::oidc::TokenResponse;
use crate::principal::{Principal, Visitor};
use crate::types::{CommonMessage, User};
use crate::{AdConnectorId, AppId, OneTimeCode, Password, Phone, Token};

methods! {
    /// # Login
    impl [] Visitor as Visitor {
        /// Logs in with an email address, a username or a third party's id: see [`Login`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND) or
        ///   [`WRONG_PASSWORD`](crate::ErrorCode::WRONG_PASSWORD) if there is no such user or the password is wrong. Show
        ///   people one sentence for both.
        /// * [`ErrorCode::CAPTCHA_REQUIRED`](crate::ErrorCode::CAPTCHA_REQUIRED) after three failures: repeat with
        ///   [`Login::with_verify_code`].
        /// * [`ErrorCode::WRONG_VERIFY_CODE`](crate::ErrorCode::WRONG_VERIFY_CODE) if the captcha or the code of the second
        ///   factor is wrong or missing.
        /// * [`ErrorCode::USER_BLOCKED`](crate::ErrorCode::USER_BLOCKED) if the user is blocked.
        /// * [`ErrorCode::NO_PASSWORD_SET`](crate::ErrorCode::NO_PASSWORD_SET) if the user has no password.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the password is longer than the key allows: 117
        ///   bytes of UTF-8 with the public service's key; nothing is sent.
        /// * [`Error::Store`](crate::Error::Store) if the [`TokenStore`](crate::TokenStore) did not save the token.
        @example "let user = client.login(authing_core::login::Login::email(\"bob@example.com\", \"correct horse\"))"
        fn login(login: Login) -> User = login;
        /// Logs in with a phone number and a code from an SMS: see [`LoginByPhoneCode`].
        /// [`send_sms_code`](Self::send_sms_code) sends the code.
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::WRONG_VERIFY_CODE`](crate::ErrorCode::WRONG_VERIFY_CODE) if the code is wrong.
        /// * [`ErrorCode::CODE_EXPIRED`](crate::ErrorCode::CODE_EXPIRED) if the code has expired.
        /// * [`ErrorCode::USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND) if no user has the phone number.
        /// * [`ErrorCode::USER_BLOCKED`](crate::ErrorCode::USER_BLOCKED) if the user is blocked.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the code is not digits; nothing is sent.
        @example "let user = client.login_by_phone_code(\"17670416754\", \"1234\")"
        fn login_by_phone_code(phone: impl Into<Phone>, code: impl Into<OneTimeCode>) -> User = LoginByPhoneCode { phone: phone.into(), code: code.into() };
        /// Logs in with a phone number and a password: see [`LoginByPhonePassword`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND) or
        ///   [`WRONG_PASSWORD`](crate::ErrorCode::WRONG_PASSWORD) if there is no such user or the password is wrong.
        /// * [`ErrorCode::CAPTCHA_REQUIRED`](crate::ErrorCode::CAPTCHA_REQUIRED) after three failures.
        /// * [`ErrorCode::USER_BLOCKED`](crate::ErrorCode::USER_BLOCKED) if the user is blocked.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the password is longer than the key allows: 117
        ///   bytes of UTF-8 with the public service's key; nothing is sent.
        fn login_by_phone_password(phone: impl Into<Phone>, password: impl Into<Password>) -> User = LoginByPhonePassword { phone: phone.into(), password: password.into(), browser: None, params: None };
        /// Logs in with an account of the LDAP directory of the pool: see [`LoginByLdap`]. The password is sent
        /// unencrypted, over TLS.
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND) or
        ///   [`WRONG_PASSWORD`](crate::ErrorCode::WRONG_PASSWORD) if the directory has no such account or the password is
        ///   wrong.
        /// * [`ErrorCode::USER_BLOCKED`](crate::ErrorCode::USER_BLOCKED) if the user is blocked.
        fn login_by_ldap(username: impl Into<String>, password: impl Into<Password>) -> User = LoginByLdap { username: username.into(), password: password.into() };
        /// Logs in with an account of an Active Directory of the pool: see [`LoginByAd`]. The password is sent unencrypted,
        /// over TLS.
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND) or
        ///   [`WRONG_PASSWORD`](crate::ErrorCode::WRONG_PASSWORD) if the directory has no such account or the password is
        ///   wrong.
        /// * [`ErrorCode::APP_NOT_FOUND`](crate::ErrorCode::APP_NOT_FOUND) if there is no such connector.
        /// * [`ErrorCode::USER_BLOCKED`](crate::ErrorCode::USER_BLOCKED) if the user is blocked.
        fn login_by_ad(username: impl Into<String>, password: impl Into<Password>, connector: impl Into<AdConnectorId>) -> User = LoginByAd { username: username.into(), password: password.into(), connector: connector.into() };
        /// Logs in and gets the tokens of OpenID Connect: see [`SignIn`]. The password is sent unencrypted, over TLS.
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND) or
        ///   [`WRONG_PASSWORD`](crate::ErrorCode::WRONG_PASSWORD) if there is no such user or the password is wrong.
        /// * [`ErrorCode::APP_NOT_FOUND`](crate::ErrorCode::APP_NOT_FOUND) if there is no such application.
        /// * [`ErrorCode::USER_BLOCKED`](crate::ErrorCode::USER_BLOCKED) if the user is blocked.
        fn sign_in(sign_in: SignIn) -> SignInResponse = sign_in;
    }
}

methods! {
    /// # Login: codes by SMS, and what needs no login
    impl [P: Principal] P as Visitor {
        /// Gets the connector to the Active Directory of an application: see [`GetAdConnector`].
        ///
        /// # Errors
        ///
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the application or its kind is empty; nothing is
        ///   sent.
        fn ad_connector_by_provider(provider: impl Into<AppId>, kind: impl Into<String>) -> Option<AdConnector> = GetAdConnector { provider: provider.into(), kind: kind.into() };
        /// Exchanges a refresh token of `sign_in` for new tokens: see [`RefreshSignInToken`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::TOKEN_INVALID`](crate::ErrorCode::TOKEN_INVALID) if the token is not valid.
        /// * [`ErrorCode::TOKEN_EXPIRED`](crate::ErrorCode::TOKEN_EXPIRED) if the token has expired.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the token is empty; nothing is sent.
        fn refresh_sign_in_token(refresh_token: impl Into<Token>) -> TokenResponse = RefreshSignInToken { app: None, refresh_token: refresh_token.into() };
        /// Sends a code by SMS for a login: see [`SendSmsCode`]. The code has digits only.
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::FAILED`](crate::ErrorCode::FAILED) for a second code within a minute; the message says so.
        /// * [`ErrorCode::PHONE_OR_EMAIL_REQUIRED`](crate::ErrorCode::PHONE_OR_EMAIL_REQUIRED) if the phone number is
        ///   malformed.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the phone number is empty; nothing is sent.
        @example "client.send_sms_code(\"17670416754\")"
        fn send_sms_code(phone: impl Into<Phone>) -> CommonMessage = SendSmsCode { phone: phone.into() };
        /// Sends a code by SMS for a registration: see [`SendRegisterSmsCode`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::FAILED`](crate::ErrorCode::FAILED) for a second code within a minute; the message says so.
        /// * [`ErrorCode::PHONE_OR_EMAIL_REQUIRED`](crate::ErrorCode::PHONE_OR_EMAIL_REQUIRED) if the phone number is
        ///   malformed.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the phone number is empty; nothing is sent.
        fn send_register_sms_code(phone: impl Into<Phone>) -> CommonMessage = SendRegisterSmsCode { phone: phone.into() };
        /// Ends the session of the Central Authentication Service: see [`CasLogout`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::FAILED`](crate::ErrorCode::FAILED) if the service has no such session.
        fn cas_logout() -> CommonMessage = CasLogout;
    }
}
