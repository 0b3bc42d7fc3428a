//! The SM2 key pair (GM/T 0003.4) for passwords of today's service: C1C3C2, hexadecimal digits, C1 without its `04`.

use std::fmt;
use std::sync::OnceLock;

use data_encoding::HEXLOWER_PERMISSIVE;
use sm2::pke::DecryptingKey;

use super::random;

/// The byte before an uncompressed point (SEC 1, section 2.3.3).
const UNCOMPRESSED: u8 = 4;

pub(crate) struct Sm2Key {
    private: DecryptingKey,
    public_hex: String,
}

impl Sm2Key {
    /// The key of this process: generated at first use, and shared by every emulator.
    pub(crate) fn process_wide() -> &'static Self {
        static KEY: OnceLock<Sm2Key> = OnceLock::new();
        KEY.get_or_init(Self::generate)
    }

    fn generate() -> Self {
        // One in four thousand million numbers is too large, and is drawn again.
        loop {
            if let Ok(private) = DecryptingKey::from_slice(&random::bytes::<32>()) {
                let public_hex = random::to_hex(&private.encrypting_key().to_sec1_bytes());
                return Self { private, public_hex };
            }
        }
    }

    /// The public key: `04` and 128 hexadecimal digits.
    pub(crate) fn public_hex(&self) -> &str {
        &self.public_hex
    }

    /// The password inside `ciphertext`, if it was encrypted for this key.
    pub(crate) fn decrypt(&self, ciphertext: &str) -> Option<String> {
        let cipher = HEXLOWER_PERMISSIVE.decode(ciphertext.as_bytes()).ok()?;
        let cipher = [&[UNCOMPRESSED], cipher.as_slice()].concat();
        String::from_utf8(self.private.decrypt(&cipher).ok()?).ok()
    }
}

impl fmt::Debug for Sm2Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { private: _, public_hex } = self;
        f.debug_struct("Sm2Key").field("public_hex", public_hex).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn public_key_is_an_uncompressed_point() {
        let hex = Sm2Key::generate().public_hex;
        assert!(hex.len() == 130 && hex.starts_with("04"), "{hex}");
    }

    #[test]
    fn undecryptable_password_is_none() {
        let key = Sm2Key::process_wide();
        let other_key = &Sm2Key::generate().public_hex[2..];
        for rubbish in ["", "0", "pw123456", "00", &"00".repeat(64), &"ff".repeat(104), other_key, &other_key.repeat(2)]
        {
            assert_eq!(key.decrypt(rubbish), None, "{rubbish}");
        }
    }
}
