//! The cryptography of both services, each piece a thin layer over a well-kept crate.

pub(crate) mod encrypted_data;
pub(crate) mod hash;
mod jws;
pub(crate) mod password_hash;
pub(crate) mod password_key;
pub(crate) mod random;
pub(crate) mod signing_key;
pub(crate) mod sm2_key;
pub(crate) mod token;
pub(crate) mod totp;
