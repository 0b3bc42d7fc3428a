//! WeChat's encrypted data: AES-128-CBC with PKCS#7 padding, everything in base64.

use aes::cipher::block_padding::Pkcs7;
use aes::cipher::{BlockDecryptMut as _, BlockEncryptMut as _, KeyIvInit as _};
use base64ct::{Base64, Encoding as _};
use sha1::{Digest as _, Sha1};

use super::random;

type Encryptor = cbc::Encryptor<aes::Aes128>;
type Decryptor = cbc::Decryptor<aes::Aes128>;

/// A new `session_key`: 16 random bytes in base64.
pub(crate) fn session_key() -> String {
    Base64::encode_string(&random::bytes::<16>())
}

/// Encrypted data and its initialization vector.
pub(crate) struct EncryptedData {
    pub(crate) encrypted_data: String,
    pub(crate) iv: String,
}

/// Encrypts under a session key of our own making; `None` if it is not 16 bytes in base64.
pub(crate) fn encrypt(session_key: &str, plain: &[u8]) -> Option<EncryptedData> {
    let key = Base64::decode_vec(session_key).ok()?;
    let iv = random::bytes::<16>();
    let bytes = Encryptor::new_from_slices(&key, &iv).ok()?.encrypt_padded_vec_mut::<Pkcs7>(plain);
    Some(EncryptedData { encrypted_data: Base64::encode_string(&bytes), iv: Base64::encode_string(&iv) })
}

/// The plaintext, or `None` when key, iv and data do not belong together.
pub(crate) fn decrypt(session_key: &str, iv: &str, encrypted_data: &str) -> Option<Vec<u8>> {
    let key = Base64::decode_vec(session_key).ok()?;
    let iv = Base64::decode_vec(iv).ok()?;
    let data = Base64::decode_vec(encrypted_data).ok()?;
    Decryptor::new_from_slices(&key, &iv).ok()?.decrypt_padded_vec_mut::<Pkcs7>(&data).ok()
}

/// `signature` = SHA-1 of the raw data and the session key, in hex.
pub(crate) fn signature(raw_data: &str, session_key: &str) -> String {
    random::to_hex(&Sha1::new().chain_update(raw_data).chain_update(session_key).finalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wechats_published_sample_decrypts() {
        let sample = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/data/wechat-sample.txt")).trim();
        let plain = decrypt("tiihtNczf5v6AKRyjwEUhQ==", "r7BXXKkLb8qrSNn05n0qiA==", sample).expect("decrypts");
        let person: serde_json::Value = serde_json::from_slice(&plain).expect("JSON");
        assert_eq!(person["nickName"], "Band");
        assert_eq!(person["openId"], "oGZUI0egBJY1zhBYw2KhdUfwVJJE");
        assert_eq!(person["watermark"]["appid"], "wx4f4bc4dec97d474b");
    }

    #[test]
    fn another_session_key_shows_nothing() {
        let (ours, theirs) = (session_key(), session_key());
        let encrypted = encrypt(&ours, br#"{"openId":"o"}"#).expect("a good key");
        assert_eq!(decrypt(&ours, &encrypted.iv, &encrypted.encrypted_data).expect("ours"), br#"{"openId":"o"}"#);
        assert_ne!(
            decrypt(&theirs, &encrypted.iv, &encrypted.encrypted_data).as_deref(),
            Some(br#"{"openId":"o"}"#.as_slice())
        );
    }

    #[test]
    fn the_signature_is_sha1_of_both() {
        assert_eq!(signature("ab", "c"), "a9993e364706816aba3e25717850c26c9cd0d89d");
    }
}
