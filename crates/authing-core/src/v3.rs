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
//! The service answers with HTTP 200 and a `statusCode` in the body; 200 there, and nothing else, is success. A refusal is
//! [`Error::Service`](crate::Error::Service), with the `apiCode` that [`Error::code`](crate::Error::code) gives and the `requestId`
//! that the service's support asks for; [`ErrorCode::v3_message`](crate::ErrorCode::v3_message) is a sentence to show to a user. Where the user has to do something first (a second factor, a new password), the error is
//! [`Error::MoreNeeded`](crate::Error::MoreNeeded), and [`Error::next_step`](crate::Error::next_step) says what. A gateway's page is
//! [`Error::InvalidResponse`](crate::Error::InvalidResponse), and [`Error::is_from_gateway`](crate::Error::is_from_gateway) tells it
//! from the service's own.
//!
//! # Passwords
//!
//! By default passwords go as they are, over TLS; over plain HTTP they are not sent, except to the loopback.
//! `with_password_encryption` of the configuration has **all** passwords of a request encrypted, with the service's key:
//! [`PasswordEncryption`].

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
