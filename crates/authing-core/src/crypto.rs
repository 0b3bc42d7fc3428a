//! Public-key arithmetic, shared by password encryption and signature verification.

mod base64;
mod der;
mod montgomery;
mod rsa;

pub(crate) use self::base64::Base64;
pub(crate) use self::der::rsa_public_key;
pub(crate) use self::rsa::RsaPublicKey;
