//! Logins and registrations without a redirect.
//!
//! | operation | method of the clients | path |
//! |---|---|---|
//! | [`SendSms`] | `send_sms` | `POST /api/v3/send-sms` |
//! | [`SendEmail`] | `send_email` | `POST /api/v3/send-email` |
//! | [`GetCaptchaCode`] | `captcha` | `GET /api/v3/get-captcha-code` |
//! | [`SignIn`] | `sign_in` | `POST /api/v3/signin` |
//! | [`SignInByMobile`] | `sign_in_by_mobile` | `POST /api/v3/signin-by-mobile` |
//! | [`SignUp`] | `sign_up` | `POST /api/v3/signup` |

mod get_captcha_code;
mod receive_tokens;
mod send_email;
mod send_sms;
#[expect(clippy::module_inception, reason = "one file for each operation, named by its verb")]
mod sign_in;
mod sign_in_by_mobile;
mod sign_up;

pub use self::get_captcha_code::{Captcha, GetCaptchaCode};
pub use self::receive_tokens::ReceiveTokens;
pub use self::send_email::{EmailChannel, SendEmail};
pub use self::send_sms::{SendSms, SmsChannel};
pub use self::sign_in::{SignIn, SignInOptions};
pub use self::sign_in_by_mobile::{SignInByMobile, SignInByMobileOptions, WechatLogin};
pub use self::sign_up::{SignUp, SignUpOptions, SignUpProfile};
use crate::Phone;
use crate::application::TokenSet;
use crate::client::methods::{flow_methods, methods};
use crate::principal::{Application, ApplicationPrincipal};
use crate::v3::types::User;
use crate::v3::{GetSystem, SystemInfo};

flow_methods! {
    /// # Logging in without a redirect
    impl [] Application as Application of (AuthenticationClient AsyncAuthenticationClient) {
        /// Logs in with a password, a code, or an account of a directory, and verifies the ID token of the response. See [`SignIn`].
        @example "let tokens = client.sign_in(authing_core::v3::SignIn::email(\"bob@example.com\", \"password\"))"
        fn sign_in(context, sign_in: SignIn) -> TokenSet = ReceiveTokens::new(context, sign_in);
        /// Logs in with a code or token of another app, and verifies the ID token of the response. See [`SignInByMobile`].
        @example "let tokens = client.sign_in_by_mobile(authing_core::v3::SignInByMobile::wechat_mini_program_code(\"my-wechat\", \"code\"))"
        fn sign_in_by_mobile(context, sign_in: SignInByMobile) -> TokenSet = ReceiveTokens::new(context, sign_in);
    }
}

methods! {
    /// # Before a login
    impl [P: ApplicationPrincipal] P as Application of (AuthenticationClient AsyncAuthenticationClient) {
        /// Registers a user. The response has no token: log in afterwards. See [`SignUp`].
        @example "let bob = client.sign_up(authing_core::v3::SignUp::email(\"bob@example.com\", \"password\"))"
        fn sign_up(sign_up: SignUp) -> User = sign_up;
        /// Sends a code by SMS. See [`SendSms`].
        @example "client.send_sms(authing_core::v3::SmsChannel::Login, \"13800138000\")"
        fn send_sms(channel: SmsChannel, phone: impl Into<Phone>) -> () = SendSms::new(channel, phone);
        /// Sends a code by mail. See [`SendEmail`].
        @example "client.send_email(authing_core::v3::EmailChannel::Login, \"bob@example.com\")"
        fn send_email(channel: EmailChannel, email: impl Into<String>) -> () = SendEmail::new(channel, email);
        /// Gets a captcha. See [`GetCaptchaCode`].
        fn captcha() -> Captcha = GetCaptchaCode;
        /// Reads the service's version and public keys. See [`GetSystem`].
        fn system() -> SystemInfo = GetSystem;
    }
}
