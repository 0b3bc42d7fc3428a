//! The verifier of an application's ID tokens (OpenID Connect Core 1.0, section 3.1.3.7).

use std::time::Duration;

use serde::Deserialize;
use sha2::{Digest as _, Sha256};

use super::application::{ApplicationRules, GenuineToken, RegisteredClaims, required_number};
use super::claims::{Audience, timestamp};
use super::issuer::IssuerUrl;
use super::key::VerificationKey;
use super::other_claims::OtherClaims;
use crate::crypto::Base64;
use crate::jose::{JwsType, TokenVerificationError};
use crate::oidc::UserInfoClaims;
use crate::time::Timestamp;
use crate::wire::loose_number;
use crate::{AccessToken, AppId, IdToken, Nonce, UserId};

/// Verifies the ID tokens of one application and one issuer, offline.
///
/// | claim | rule |
/// |---|---|
/// | signature | by the configured key; the token does not choose the algorithm |
/// | `iss` | equal to the issuer |
/// | `aud`, `azp` | our application alone; in a list only with `azp`; an `azp` is our application |
/// | `exp`, `nbf`, `iat` | not expired, begun, not issued in the future; leeway 30 seconds by default |
/// | `nonce` | as the caller expects it: [`ExpectedNonce`] |
/// | `at_hash` | the access token's, where the token has one and the access token is given |
///
/// An access token is rejected: one of the type `at+jwt` (RFC 9068), or with `scope` or `client_id`.
///
/// ```
/// use authing_core::token::{Hs256Key, IdTokenVerifier, IssuerUrl, TokenVerificationError};
/// use authing_core::{Nonce, Timestamp};
///
/// # fn main() -> Result<(), authing_core::Error> {
/// let issuer = IssuerUrl::parse("https://your-app.authing.cn/oidc")?;
/// let key = Hs256Key::new("0123456789abcdef0123456789abcdef")?; // or a `JsonWebKeySet` for RS256
/// let verifier = IdTokenVerifier::new(issuer, "your app id", key);
/// let nonce = Nonce::new("the login's nonce");
/// let now = Timestamp::from(std::time::SystemTime::now());
/// let error = verifier.verify(&"no token".into(), &nonce, None, now).unwrap_err();
/// assert_eq!(error, TokenVerificationError::Malformed);
/// # Ok(())
/// # }
/// ```
///
/// An access token in its place does not compile:
///
/// ```compile_fail,E0308
/// # use authing_core::{AccessToken, Nonce, Timestamp, token::IdTokenVerifier};
/// fn verify(verifier: &IdTokenVerifier, token: &AccessToken, nonce: &Nonce, now: Timestamp) {
///     let claims = verifier.verify(token, nonce, None, now);
/// }
/// ```
#[derive(Clone, Debug)]
pub struct IdTokenVerifier(ApplicationRules);

/// The nonce that an ID token must have.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum ExpectedNonce<'a> {
    /// Exactly this one: in the response to an authorization request that sent it.
    Exactly(&'a Nonce),
    /// This one or none: in the response to a refresh (OpenID Connect Core 1.0, section 12.2).
    AbsentOr(&'a Nonce),
    /// None: in the response to a grant that sends no nonce, such as the password grant.
    Absent,
    /// Any: another program has sent the user to log in, and compares the nonce itself. Without the comparison an ID token
    /// that was stolen can be used for another login.
    Unchecked,
}

/// The claims of a verified ID token (OpenID Connect Core 1.0, sections 2 and 5.1).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct IdTokenClaims {
    /// The issuer.
    pub iss: String,
    /// The user.
    pub sub: UserId,
    /// The applications that the token is for.
    pub aud: Audience,
    /// The application that the token was issued to.
    #[serde(default)]
    pub azp: Option<String>,
    /// When the token expires, in seconds since 1970.
    #[serde(deserialize_with = "required_number")]
    pub exp: i64,
    /// When the token was issued, in seconds since 1970.
    #[serde(deserialize_with = "required_number")]
    pub iat: i64,
    /// When the user logged in, in seconds since 1970.
    #[serde(default, deserialize_with = "loose_number")]
    pub auth_time: Option<i64>,
    /// The login's nonce.
    #[serde(default)]
    pub nonce: Option<Nonce>,
    /// The class of the authentication.
    #[serde(default)]
    pub acr: Option<String>,
    /// The methods of the authentication.
    #[serde(default)]
    pub amr: Option<Vec<String>>,
    /// The session at the provider (OpenID Connect Front-Channel Logout 1.0, section 3).
    #[serde(default)]
    pub sid: Option<String>,
    /// The user's profile, email address and phone number, as far as the scopes give them.
    #[serde(flatten)]
    pub profile: UserInfoClaims,
    /// The other claims, custom ones among them.
    #[serde(flatten)]
    pub other: OtherClaims,
}

impl IdTokenVerifier {
    /// Makes a verifier for tokens of this issuer to this application. The key decides the algorithm.
    pub fn new(issuer: IssuerUrl, audience: impl Into<AppId>, key: impl Into<VerificationKey>) -> Self {
        Self(ApplicationRules::new(issuer, audience.into(), key.into()))
    }

    /// Sets by how much the two clocks may differ; 30 seconds by default.
    pub fn with_leeway(mut self, leeway: Duration) -> Self {
        self.0.leeway = leeway;
        self
    }

    /// Returns the `kid` of a token, which is **not** verified: the key to fetch before [`verify`](Self::verify) can find it.
    ///
    /// # Errors
    ///
    /// [`TokenVerificationError`] for a token that no key would verify: malformed, encrypted, or of another algorithm.
    pub fn key_id(&self, token: &IdToken) -> Result<Option<String>, TokenVerificationError> {
        Ok(self.0.key.unverified_header(token.expose())?.key_id)
    }

    /// Returns the claims of a token that is genuine and meant for this login.
    ///
    /// Give the access token that came with it. A token without `at_hash` is accepted all the same, because the code flow
    /// leaves it out.
    ///
    /// # Errors
    ///
    /// [`TokenVerificationError`] with the reason. [`UnknownKey`](TokenVerificationError::UnknownKey) asks for the
    /// issuer's present keys; make another verifier of them.
    pub fn verify<'a>(
        &self,
        token: &IdToken,
        nonce: impl Into<ExpectedNonce<'a>>,
        access_token: Option<&AccessToken>,
        now: Timestamp,
    ) -> Result<IdTokenClaims, TokenVerificationError> {
        let token = self.0.open(token.expose())?;
        check_kind(&token)?;
        self.0.check(&token.claims, now)?;
        nonce.into().check(token.claims.nonce.as_deref())?;
        check_access_token(&token.claims, access_token)?;
        let mut claims: IdTokenClaims = token.read()?;
        if claims.sub.as_str().is_empty() {
            return Err(TokenVerificationError::MissingClaim { claim: "sub" });
        }
        // The claim is read once, and is the profile's, too.
        claims.profile.sub = Some(claims.sub.as_str().to_owned());
        Ok(claims)
    }
}

fn check_kind(token: &GenuineToken) -> Result<(), TokenVerificationError> {
    let RegisteredClaims { scope, client_id, sub, .. } = &token.claims;
    let typed_so = matches!(token.header.kind, None | Some(JwsType::Jwt));
    if !typed_so || *scope || client_id.is_some() {
        return Err(TokenVerificationError::NotAnIdToken);
    }
    if !sub {
        return Err(TokenVerificationError::MissingClaim { claim: "sub" });
    }
    Ok(())
}

/// `at_hash` is the left half of the access token's SHA-256, as both HS256 and RS256 use that hash (section 3.1.3.6).
fn check_access_token(
    claims: &RegisteredClaims,
    access_token: Option<&AccessToken>,
) -> Result<(), TokenVerificationError> {
    let (Some(claimed), Some(access_token)) = (&claims.at_hash, access_token) else {
        return Ok(());
    };
    let hash = Sha256::digest(access_token.expose());
    if *claimed != Base64::Url.encode(&hash[..hash.len() / 2]) {
        return Err(TokenVerificationError::WrongAccessTokenHash);
    }
    Ok(())
}

impl ExpectedNonce<'_> {
    fn check(self, claimed: Option<&str>) -> Result<(), TokenVerificationError> {
        // An empty nonce binds nothing.
        let is = |nonce: &Nonce| !nonce.expose().is_empty() && claimed == Some(nonce.expose());
        let as_expected = match self {
            Self::Exactly(nonce) => is(nonce),
            Self::AbsentOr(nonce) => claimed.is_none() || is(nonce),
            Self::Absent => claimed.is_none(),
            Self::Unchecked => true,
        };
        as_expected.then_some(()).ok_or(TokenVerificationError::WrongNonce)
    }
}

impl<'a> From<&'a Nonce> for ExpectedNonce<'a> {
    fn from(nonce: &'a Nonce) -> Self {
        Self::Exactly(nonce)
    }
}

impl IdTokenClaims {
    /// When the token expires.
    pub fn expires_at(&self) -> Timestamp {
        timestamp(self.exp)
    }
}
