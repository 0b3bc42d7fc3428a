//! Public-key arithmetic, shared by password encryption and signature verification.

mod der;
mod montgomery;
mod rsa;

pub(crate) use self::der::rsa_public_key;
pub(crate) use self::rsa::RsaPublicKey;
