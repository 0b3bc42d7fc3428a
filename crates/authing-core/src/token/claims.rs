//! The claims of a pool's user token.

use serde::de::MapAccess;
use serde::{Deserialize, Serialize};

use super::other_claims::OtherClaims;
use super::status::TokenData;
use crate::jose::{ReadMembers, Unique};
use crate::time::Timestamp;
use crate::wire::LooseNumber;

/// The claims of a verified user token of a pool.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TokenClaims {
    /// The user.
    pub data: TokenData,
    /// The user's email address, where it stands beside `data`.
    pub email: Option<String>,
    /// The user's full name, where it stands beside `data`.
    pub name: Option<String>,
    /// When the token was issued, in seconds since 1970.
    pub iat: Option<i64>,
    /// When the token begins to be valid, in seconds since 1970.
    pub nbf: Option<i64>,
    /// When the token expires, in seconds since 1970.
    pub exp: i64,
    /// The other claims, custom ones among them.
    pub other: OtherClaims,
}

impl TokenClaims {
    /// When the token expires.
    pub fn expires_at(&self) -> Timestamp {
        timestamp(self.exp)
    }
}

/// Seconds since 1970 as a time. A time before 1970 counts as 1970.
pub(super) fn timestamp(seconds: i64) -> Timestamp {
    Timestamp::from_secs(u64::try_from(seconds).unwrap_or(0))
}

/// For whom a token was issued: one audience, or several (RFC 7519, section 4.1.3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Audience {
    /// One.
    One(String),
    /// Several.
    Several(Vec<String>),
}

impl Audience {
    /// The audiences.
    pub fn as_slice(&self) -> &[String] {
        match self {
            Self::One(audience) => std::slice::from_ref(audience),
            Self::Several(audiences) => audiences,
        }
    }
}

/// The claims of a user token before they are checked.
#[derive(Default)]
pub(super) struct UncheckedClaims {
    pub(super) data: Option<TokenData>,
    pub(super) email: Option<String>,
    pub(super) name: Option<String>,
    pub(super) iat: Option<i64>,
    pub(super) nbf: Option<i64>,
    pub(super) exp: Option<i64>,
    pub(super) other: OtherClaims,
}

impl ReadMembers for UncheckedClaims {
    fn read_member<'de, M: MapAccess<'de>>(&mut self, name: &str, map: &mut M) -> Result<(), M::Error> {
        match name {
            "data" => self.data = map.next_value::<Option<Unique<TokenData>>>()?.map(|Unique(data)| data),
            "email" => self.email = map.next_value()?,
            "name" => self.name = map.next_value()?,
            "iat" => self.iat = map.next_value::<LooseNumber>()?.0,
            "nbf" => self.nbf = map.next_value::<LooseNumber>()?.0,
            "exp" => self.exp = map.next_value::<LooseNumber>()?.0,
            name => self.other.read(name, map)?,
        }
        Ok(())
    }
}

impl ReadMembers for TokenData {
    fn read_member<'de, M: MapAccess<'de>>(&mut self, name: &str, map: &mut M) -> Result<(), M::Error> {
        match name {
            "id" => self.id = map.next_value()?,
            "email" => self.email = map.next_value()?,
            "name" => self.name = map.next_value()?,
            "clientId" => self.client_id = map.next_value()?,
            "unionid" => self.unionid = map.next_value()?,
            name => self.other.read(name, map)?,
        }
        Ok(())
    }
}
