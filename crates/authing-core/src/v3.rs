//! Today's REST API (V3): sign-in without a redirect, a user's own account, and the management of a pool.
//!
//! | area | client | calls |
//! |---|---|---|
//! | sign-in | [`AuthenticationClient`](crate::AuthenticationClient) | [`SignIn`], [`SignInByMobile`], [`SignUp`], [`SendSms`], [`SendEmail`], [`GetCaptchaCode`], [`GetSystem`] |
//! | QR code | the same | [`ApplicationScene`]; [`SetQrCodeStatus`] of the app that scans |
//! | WeChat | the same | [`GetWechatMiniProgramPhone`], [`DecryptWechatMiniProgramData`], [`BindWechatMiniProgram`] |
//! | account | `client.for_user(tokens)` | [`GetProfile`], [`UpdateProfile`], [`UpdatePassword`], email, phone, deletion, roles, groups, departments, resources, logins |
//! | second factors | `client.for_user(tokens)` | [`SendEnrollFactorRequest`], [`EnrollFactor`], [`ListEnrolledFactors`], [`VerifyMfaOtp`] |
//! | [management] | [`ManagementClient`](crate::ManagementClient) | users, custom data, roles, groups, departments, permissions, and any other call by name |
//!
//! # Errors
//!
//! The service returns HTTP 200 for errors, too. Success is a `statusCode` of 200 in the body, and nothing else.
//!
//! * [`Error::Service`](crate::Error::Service) if the service returns an error. [`Error::code`](crate::Error::code) is its `apiCode`,
//!   or else its `statusCode`; `request_id` is the name of the request for the service's support;
//!   [`ErrorCode::v3_message`](crate::ErrorCode::v3_message) is a sentence to show to a user.
//! * [`Error::MoreNeeded`](crate::Error::MoreNeeded) if the user has to do something first: to pass a second factor, or to set a new
//!   password. [`Error::next_step`](crate::Error::next_step) returns what.
//! * [`Error::Authentication`](crate::Error::Authentication) with
//!   [`RefreshTokenRejected`](crate::AuthenticationError::RefreshTokenRejected) if the tokens of a user have expired: log in again.
//! * [`Error::InvalidResponse`](crate::Error::InvalidResponse) for a response that is not the service's, such as the page of a
//!   gateway. [`Error::is_from_gateway`](crate::Error::is_from_gateway) distinguishes the two.
//!
//! # Passwords
//!
//! By default, passwords are sent unencrypted over TLS, and are not sent over plain HTTP, except to the loopback.
//! `with_password_encryption` of the configuration encrypts **all** passwords of a request with the service's key:
//! [`PasswordEncryption`].
//!
//! # Other calls
//!
//! [`CallRaw`](management::CallRaw) makes any call of the management. For a call of an application or of its user that has no method here,
//! the program writes an [`Operation`](crate::Operation):
//!
//! ```
//! use authing_core::principal::needs;
//! use authing_core::wire::{Arguments, Encoding, Endpoint, Envelope, Rest};
//! use authing_core::{Method, Operation, Service};
//!
//! /// The devices that the user has logged in on.
//! struct ListDevices { page: u32 }
//!
//! impl Operation for ListDevices {
//!     type Needs = needs::ApplicationUser;
//!     type Response = serde_json::Value;
//!     const NAME: &'static str = "listDevices";
//!     const ENDPOINT: Endpoint = Endpoint::Rest(Rest {
//!         service: Service::Application,
//!         method: Method::Get,
//!         path: "/api/v3/mydevices/list",
//!         encoding: Encoding::Query,
//!         envelope: Envelope::V3,
//!     });
//!     const RETRYABLE: bool = true;
//!
//!     fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
//!         to.insert("page", self.page);
//!         to.insert("limit", 10_u32);
//!     }
//! }
//!
//! # use authing_core::{AuthenticationClient, Error, principal::ApplicationUser, transport::Transport};
//! fn devices(user: &AuthenticationClient<impl Transport, ApplicationUser>) -> Result<serde_json::Value, Error> {
//!     user.call(ListDevices { page: 1 })
//! }
//! ```

mod account;
pub mod management;
mod mfa;
pub(crate) mod password;
mod qr;
mod sign_in;
mod system;
pub mod types;
mod wechat;

pub use self::account::*;
pub use self::mfa::*;
pub use self::password::PasswordEncryption;
pub use self::qr::*;
pub use self::sign_in::*;
pub use self::system::{GetSystem, PublishedKey, SystemInfo, SystemVersion};
pub use self::wechat::*;
pub use crate::error::{MoreNeeded, NextStep};
