use serde::Deserialize;

use super::OtherClaims;
use crate::types::CommonMessage;
use crate::wire::loose_number;
use crate::{ErrorCode, PersonalData, UserId};

/// Whether somebody is logged in (`JwtDecodedDataCheckLogin`).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct LoginStatus {
    /// 200, or why not.
    #[serde(flatten)]
    pub outcome: CommonMessage,
    /// What the token says.
    #[serde(default)]
    pub token: Option<TokenInfo>,
}

impl LoginStatus {
    /// Whether the token is alive.
    pub fn is_logged_in(&self) -> bool {
        self.outcome.status == Some(true)
    }

    /// 200 when the token is alive.
    pub fn code(&self) -> Option<ErrorCode> {
        self.outcome.code()
    }
}

/// What a token says.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct TokenInfo {
    /// The user whom the token names.
    pub data: Option<TokenData>,
    /// The time of issue (`iat`), in seconds since 1970-01-01T00:00:00Z.
    #[serde(default, deserialize_with = "loose_number")]
    pub iat: Option<i64>,
    /// The time of expiry (`exp`), in seconds since 1970-01-01T00:00:00Z.
    #[serde(default, deserialize_with = "loose_number")]
    pub exp: Option<i64>,
}

/// About whom a token speaks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TokenData {
    /// The user.
    pub id: UserId,
    /// The user's email address.
    pub email: Option<String>,
    /// The user's full name, in a token that has it.
    #[serde(default)]
    pub name: Option<String>,
    /// The pool.
    pub client_id: Option<String>,
    /// The id at a third party.
    pub unionid: Option<PersonalData>,
    /// The other claims of a verified token, custom ones among them. The service's own responses have none.
    #[serde(skip)]
    pub other: OtherClaims,
}

/// A token that the service decoded (`JwtDecodedData`).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct DecodedToken {
    /// Code 200 if the token is valid, 2206 if it has expired, 2207 if it is invalid.
    pub status: CommonMessage,
    /// The claims of the token.
    #[serde(flatten)]
    pub token: TokenInfo,
}
