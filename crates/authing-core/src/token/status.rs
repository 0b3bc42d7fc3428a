use serde::{Deserialize, Serialize};

use crate::types::CommonMessage;
use crate::wire::{ResponseShape, Shape, loose_number};
use crate::{ErrorCode, PersonalData, UserId};

/// Whether somebody is logged in (`JwtDecodedDataCheckLogin`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct LoginStatus {
    /// 200, or why not.
    #[serde(flatten)]
    pub outcome: CommonMessage,
    /// What the token says.
    #[serde(default)]
    pub token: Option<TokenInfo>,
}

impl ResponseShape for LoginStatus {
    const SHAPE: Shape = Shape::Object(&["status"]);
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TokenInfo {
    /// About whom.
    pub data: Option<TokenData>,
    /// When it was made, in seconds since 1970.
    #[serde(default, deserialize_with = "loose_number")]
    pub iat: Option<i64>,
    /// When it expires, in seconds since 1970.
    #[serde(default, deserialize_with = "loose_number")]
    pub exp: Option<i64>,
}

/// About whom a token speaks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TokenData {
    /// The user.
    pub id: UserId,
    /// The user's address.
    pub email: Option<String>,
    /// The pool.
    pub client_id: Option<String>,
    /// The id at a third party.
    pub unionid: Option<PersonalData>,
}

/// A token that the service decoded (`JwtDecodedData`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct DecodedToken {
    /// 200 when it is alive, 2206 when it has expired, 2207 when it is not valid.
    pub status: CommonMessage,
    /// What it says.
    #[serde(flatten)]
    pub token: TokenInfo,
}

impl ResponseShape for DecodedToken {
    const SHAPE: Shape = Shape::Object(&["status"]);
}
