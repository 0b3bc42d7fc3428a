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
