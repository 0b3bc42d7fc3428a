use serde::{Deserialize, Serialize};

use super::OtherClaims;
use crate::types::CommonMessage;
use crate::wire::{ResponseShape, Shape, loose_number};
use crate::{ErrorCode, PersonalData, UserId};

/// The login status of a token's user (`JwtDecodedDataCheckLogin`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct LoginStatus {
    /// Code 200 if the token is valid, otherwise the reason.
    #[serde(flatten)]
    pub outcome: CommonMessage,
    /// The claims of the token.
    #[serde(default)]
    pub token: Option<TokenInfo>,
}

impl ResponseShape for LoginStatus {
    const SHAPE: Shape = Shape::Object(&["status"]);
}

impl LoginStatus {
    /// Whether the token is valid.
    pub fn is_logged_in(&self) -> bool {
        self.outcome.status == Some(true)
    }

    /// The code of the service; 200 if the token is valid.
    pub fn code(&self) -> Option<ErrorCode> {
        self.outcome.code()
    }
}

/// The claims of a token.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
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

/// The user whom a token names.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DecodedToken {
    /// Code 200 if the token is valid, 2206 if it has expired, 2207 if it is invalid.
    pub status: CommonMessage,
    /// The claims of the token.
    #[serde(flatten)]
    pub token: TokenInfo,
}

impl ResponseShape for DecodedToken {
    const SHAPE: Shape = Shape::Object(&["status"]);
}
