//! Public-key arithmetic, shared by password encryption and signature verification.

mod rsa;

pub(crate) use self::rsa::RsaPublicKey;
