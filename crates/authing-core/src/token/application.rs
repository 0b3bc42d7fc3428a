//! The checks that an application's ID tokens and access tokens share (RFC 8725, sections 3.8 to 3.12).

use std::time::Duration;

use serde::de::{DeserializeOwned, IgnoredAny, MapAccess};

use super::claims::Audience;
use super::issuer::IssuerUrl;
use super::key::VerificationKey;
use super::lifetime::Lifetime;
use crate::AppId;
use crate::jose::{JwsHeader, ReadMembers, TokenVerificationError, Unique};
use crate::time::Timestamp;
use crate::wire::{LooseNumber, loose_number};

/// The default leeway: enough for two clocks that are set by the network, and much less than a token's lifetime.
const LEEWAY: Duration = Duration::from_secs(30);

/// The issuer and the application whose tokens are accepted.
#[derive(Clone, Debug)]
pub(super) struct ApplicationRules {
    pub(super) issuer: IssuerUrl,
    pub(super) audience: AppId,
    /// The applications that tokens may have been issued to.
    pub(super) parties: Vec<AppId>,
    pub(super) key: VerificationKey,
    pub(super) leeway: Duration,
}

/// A genuine token whose registered claims have been read.
pub(super) struct GenuineToken {
    pub(super) header: JwsHeader,
    pub(super) claims: RegisteredClaims,
    payload: Vec<u8>,
}

/// The claims that decide.
#[derive(Default)]
pub(super) struct RegisteredClaims {
    iss: Option<String>,
    aud: Option<Audience>,
    azp: Option<String>,
    lifetime: Lifetime,
    pub(super) client_id: Option<String>,
    pub(super) nonce: Option<String>,
    pub(super) at_hash: Option<String>,
    /// Whether there is a `sub`.
    pub(super) sub: bool,
    /// Whether there is a `scope`.
    pub(super) scope: bool,
    /// Whether there is a `c_hash` or an `s_hash`.
    pub(super) hash: bool,
}

impl ApplicationRules {
    pub(super) fn new(issuer: IssuerUrl, audience: AppId, key: VerificationKey) -> Self {
        Self { issuer, parties: vec![audience.clone()], audience, key, leeway: LEEWAY }
    }

    /// Verifies the signature and reads the claims, of which none is checked yet.
    pub(super) fn open(&self, token: &str) -> Result<GenuineToken, TokenVerificationError> {
        let (header, payload) = self.key.verify(token)?;
        let Unique(claims) = serde_json::from_slice(&payload).map_err(|_| TokenVerificationError::Malformed)?;
        Ok(GenuineToken { header, claims, payload })
    }

    /// Checks issuer, audience, authorized party and lifetime.
    pub(super) fn check(&self, claims: &RegisteredClaims, now: Timestamp) -> Result<(), TokenVerificationError> {
        let issuer = claims.iss.as_deref().ok_or(TokenVerificationError::MissingClaim { claim: "iss" })?;
        if issuer != self.issuer.as_str() {
            return Err(TokenVerificationError::WrongIssuer);
        }
        self.check_audience(claims)?;
        claims.lifetime.check(self.leeway, now)?;
        claims.lifetime.check_issued(self.leeway, now)
    }

    /// `aud` is our application alone, or a list with it and an `azp` that may use the token.
    fn check_audience(&self, claims: &RegisteredClaims) -> Result<(), TokenVerificationError> {
        let audience = claims.aud.as_ref().ok_or(TokenVerificationError::MissingClaim { claim: "aud" })?.as_slice();
        if !audience.iter().any(|audience| audience == self.audience.as_str()) {
            return Err(TokenVerificationError::WrongAudience);
        }
        let may_use = |party: &String| self.parties.iter().any(|known| known.as_str() == party);
        let several = audience.len() > 1;
        let azp = claims.azp.as_ref().map_or(!several, may_use);
        if !azp || !claims.client_id.as_ref().is_none_or(may_use) {
            return Err(TokenVerificationError::WrongAuthorizedParty);
        }
        Ok(())
    }
}

impl GenuineToken {
    /// Reads all claims.
    pub(super) fn read<T: DeserializeOwned>(&self) -> Result<T, TokenVerificationError> {
        serde_json::from_slice(&self.payload).map_err(|_| TokenVerificationError::Malformed)
    }
}

impl ReadMembers for RegisteredClaims {
    fn read_member<'de, M: MapAccess<'de>>(&mut self, name: &str, map: &mut M) -> Result<(), M::Error> {
        match name {
            "iss" => self.iss = map.next_value()?,
            "aud" => self.aud = map.next_value()?,
            "azp" => self.azp = map.next_value()?,
            "exp" => self.lifetime.exp = map.next_value::<LooseNumber>()?.0,
            "nbf" => self.lifetime.nbf = map.next_value::<LooseNumber>()?.0,
            "iat" => self.lifetime.iat = map.next_value::<LooseNumber>()?.0,
            "client_id" => self.client_id = map.next_value()?,
            "nonce" => self.nonce = map.next_value()?,
            "at_hash" => self.at_hash = map.next_value()?,
            "sub" => self.sub = is_some(map)?,
            "scope" => self.scope = is_some(map)?,
            "c_hash" | "s_hash" => self.hash |= is_some(map)?,
            _ => drop(map.next_value::<IgnoredAny>()?),
        }
        Ok(())
    }
}

/// Whether a member is not `null`. The service writes `null` for what it does not know.
fn is_some<'de, M: MapAccess<'de>>(map: &mut M) -> Result<bool, M::Error> {
    Ok(map.next_value::<Option<IgnoredAny>>()?.is_some())
}

/// A number that must be there.
pub(super) fn required_number<'de, D: serde::Deserializer<'de>>(from: D) -> Result<i64, D::Error> {
    loose_number(from)?.ok_or_else(|| serde::de::Error::custom("a number is missing"))
}
