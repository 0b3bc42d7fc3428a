//! What every flow of one client shares: its settings, its session and its random numbers.

use std::error::Error as StdError;
use std::sync::{Arc, Mutex};

use chacha20::ChaCha20Rng;
use chacha20::rand_core::{Rng as _, SeedableRng as _};

use crate::sync::lock;
use crate::{Config, Error, Password, Session, TransportError, TransportErrorKind};

/// What every flow of one client shares. Two clients never share one.
///
/// A client makes its own; an embedder who drives flows with a loop of its own makes one with [`Context::new`].
#[derive(Debug)]
pub struct Context {
    config: Config,
    session: Session,
    random: Mutex<Option<ChaCha20Rng>>,
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

    /// Draws them with whatever fills a buffer, such as `getrandom::fill`.
    pub fn try_from_fn<E>(fill: impl FnOnce(&mut [u8]) -> Result<(), E>) -> Result<Self, TransportError>
    where
        E: Into<Box<dyn StdError + Send + Sync>>,
    {
        let mut bytes = [0; 32];
        fill(&mut bytes).map_err(|error| TransportError::new(TransportErrorKind::Other).with_source(error))?;
        Ok(Self(bytes))
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
        let context = Self::unseeded(config)?;
        context.seed(seed);
        Ok(context)
    }

    /// For a host that has no randomness at hand when the client is made. Until [`seed`](Self::seed) is called, whatever
    /// needs a random number fails with [`Error::NoRandomness`], and nothing is sent.
    #[cfg_attr(
        target_arch = "wasm32",
        expect(
            clippy::arc_with_non_send_sync,
            reason = "there are no threads, so a host's store may be bound to its one"
        )
    )]
    pub fn unseeded(config: Config) -> Result<Arc<Self>, Error> {
        let session = Session::restore(config.store().cloned())?;
        Ok(Arc::new(Self { config, session, random: Mutex::new(None) }))
    }

    /// Seeds the random numbers.
    pub fn seed(&self, seed: &Seed) {
        *lock(&self.random) = Some(ChaCha20Rng::from_seed(seed.0));
    }

    /// Whether there are random numbers.
    pub fn is_seeded(&self) -> bool {
        lock(&self.random).is_some()
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
        let mut random = lock(&self.random);
        self.config.public_key().encrypt(name, password, random.as_mut().ok_or(Error::NoRandomness)?)
    }

    /// A number to spread retries with; zero where there is no randomness.
    pub(crate) fn jitter(&self) -> u32 {
        lock(&self.random).as_mut().map_or(0, ChaCha20Rng::next_u32)
    }

    /// Random letters and digits.
    pub(crate) fn random_word(&self, length: usize) -> Result<String, Error> {
        const ALPHABET: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        let mut random = lock(&self.random);
        let random = random.as_mut().ok_or(Error::NoRandomness)?;
        // Numbers of 248 and more would favour the first letters.
        let mut letter = || loop {
            let [number, ..] = random.next_u32().to_le_bytes();
            if number < 248 {
                return char::from(ALPHABET[usize::from(number) % ALPHABET.len()]);
            }
        };
        Ok((0..length).map(|_| letter()).collect())
    }
}
