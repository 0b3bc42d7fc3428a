//! The protection of an account.
//!
//! Wire: `GET {host}/api/v3/get-security-info`

use serde::Deserialize;

use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, ResponseShape, Shape};
use crate::{Method, Operation, Service};

/// Reads how the account of the user who is logged in is protected.
#[derive(Clone, Copy, Debug, Default)]
pub struct GetSecurityInfo;

/// The protection of an account.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[non_exhaustive]
pub struct SecurityInfo {
    /// The strength of the password: 1 to 3.
    pub password_security_level: Option<i64>,
    /// Whether a second factor is enrolled.
    pub mfa_enrolled: Option<bool>,
    /// Whether the account has a password.
    pub password_set: Option<bool>,
    /// Whether an email address is bound.
    #[serde(rename = "emailBinded")]
    pub email_bound: Option<bool>,
    /// Whether a phone number is bound.
    #[serde(rename = "phoneBinded")]
    pub phone_bound: Option<bool>,
    /// The security score.
    pub security_score: Option<i64>,
}

impl Operation for GetSecurityInfo {
    type Needs = needs::ApplicationUser;
    type Response = SecurityInfo;

    const NAME: &'static str = "getSecurityLevel";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Application, Method::Get, "/api/v3/get-security-info", Encoding::Query, Envelope::V3);
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, _to: &mut Arguments<'a>) {}
}

impl ResponseShape for SecurityInfo {
    const SHAPE: Shape = Shape::Object(&[]);
}
