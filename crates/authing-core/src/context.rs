//! What every flow of one client shares: its settings, its session and its random numbers.

use std::sync::{Arc, Mutex};

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{RngCore as _, SeedableRng as _};

use crate::sync::lock;
use crate::{Config, Error, Password, Session};

/// What every flow of one client shares. Two clients never share one.
///
/// A client makes its own; an embedder who drives flows with a loop of its own makes one with [`Context::new`].
#[derive(Debug)]
pub struct Context {
    config: Config,
    session: Session,
    random: Mutex<ChaCha20Rng>,
}

/// 32 random bytes from the host's own source (`getrandom`, `wx.getRandomValues`): the core has no randomness of its own.
/// They pad encrypted passwords, name QR codes, separate the parts of an upload and spread retries.
#[derive(Clone)]
pub struct Seed([u8; 32]);

impl Seed {
    /// Takes 32 bytes of a cryptographically secure source. With a seed that others can guess, they can guess passwords.
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}

impl std::fmt::Debug for Seed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Seed(…)")
    }
}

impl Context {
    /// Restores the session from the configuration's token store.
    pub fn new(config: Config, seed: &Seed) -> Result<Arc<Self>, Error> {
        let session = Session::restore(config.store().cloned())?;
        let random = Mutex::new(ChaCha20Rng::from_seed(seed.0));
        Ok(Arc::new(Self { config, session, random }))
    }

    /// The settings.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// Who is logged in.
    pub fn session(&self) -> &Session {
        &self.session
    }

    pub(crate) fn encrypt(&self, name: &'static str, password: &Password) -> Result<String, Error> {
        self.config.public_key().encrypt(name, password, &mut lock(&self.random))
    }

    pub(crate) fn random_number(&self) -> u32 {
        lock(&self.random).next_u32()
    }

    /// Random letters and digits.
    pub(crate) fn random_word(&self, length: usize) -> String {
        const ALPHABET: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        let mut random = lock(&self.random);
        // Numbers of 248 and more would favour the first letters.
        let mut letter = || loop {
            let [number, ..] = random.next_u32().to_le_bytes();
            if number < 248 {
                return char::from(ALPHABET[usize::from(number) % ALPHABET.len()]);
            }
        };
        (0..length).map(|_| letter()).collect()
    }
}
