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
        fn login(login: Login) -> User = login;
        /// Logs in with a code from an SMS: see [`LoginByPhoneCode`].
        fn login_by_phone_code(phone: impl Into<Phone>, code: impl Into<OneTimeCode>) -> User = LoginByPhoneCode { phone: phone.into(), code: code.into() };
        /// Logs in with a phone number and a password: see [`LoginByPhonePassword`].
        fn login_by_phone_password(phone: impl Into<Phone>, password: impl Into<Password>) -> User = LoginByPhonePassword { phone: phone.into(), password: password.into() };
        /// Logs in with an account of an LDAP directory: see [`LoginByLdap`].
        fn login_by_ldap(username: impl Into<String>, password: impl Into<Password>) -> User = LoginByLdap { username: username.into(), password: password.into() };
        /// Logs in with an account of an Active Directory: see [`LoginByAd`].
        fn login_by_ad(username: impl Into<String>, password: impl Into<Password>, connector: impl Into<AdConnectorId>) -> User = LoginByAd { username: username.into(), password: password.into(), connector: connector.into() };
        /// Logs in and gets the tokens of OpenID Connect: see [`SignIn`].
        fn sign_in(sign_in: SignIn) -> SignInResponse = sign_in;
    }
}

methods! {
    /// # Login: public
    impl [P: Principal] P as Visitor {
        /// Asks which Active Directory an application logs in with: see [`GetAdConnector`].
        fn ad_connector_by_provider(provider: impl Into<AppId>, kind: impl Into<String>) -> Option<AdConnector> = GetAdConnector { provider: provider.into(), kind: kind.into() };
        /// Exchanges a refresh token of `sign_in`: see [`RefreshSignInToken`].
        fn refresh_sign_in_token(refresh_token: impl Into<Token>) -> TokenResponse = RefreshSignInToken { app: None, refresh_token: refresh_token.into() };
        /// Sends a code by SMS, to log in with: see [`SendSmsCode`].
        fn send_sms_code(phone: impl Into<Phone>) -> CommonMessage = SendSmsCode { phone: phone.into() };
        /// Sends a code by SMS, to register with: see [`SendRegisterSmsCode`].
        fn send_register_sms_code(phone: impl Into<Phone>) -> CommonMessage = SendRegisterSmsCode { phone: phone.into() };
        /// Ends the session of the Central Authentication Service: see [`CasLogout`].
        fn cas_logout() -> CommonMessage = CasLogout;
    }
}
