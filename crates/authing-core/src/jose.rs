//! JSON Web Signatures and Keys (RFC 7515, 7517, 7518), as far as tokens of the service need them: HS256 and RS256.

mod compact;
mod error;
mod header;
mod hs256;
mod jwks;
mod rs256;
mod unique;

pub(crate) use self::compact::CompactJws;
pub use self::error::TokenVerificationError;
pub(crate) use self::header::{JwsAlgorithm, JwsHeader, JwsType};
pub use self::hs256::Hs256Key;
pub use self::jwks::{JsonWebKey, JsonWebKeySet, JsonWebKeySetError};
pub(crate) use self::unique::{ReadMembers, Unique};
