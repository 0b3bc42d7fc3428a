//! Random numbers, from seeds that the host gives.

use std::error::Error as StdError;
use std::fmt;
use std::sync::{Arc, Mutex};

use chacha20::ChaCha20Rng;
use chacha20::rand_core::{Rng as _, SeedableRng as _};

use crate::crypto::Base64;
use crate::sync::lock;
use crate::transport::MaybeSendSync;
use crate::{Error, TransportError, TransportErrorKind};

/// 32 random bytes from the host's own source (`getrandom`, `wx.getRandomValues`): the core has no randomness of its own.
/// They pad encrypted passwords, name QR codes, separate the parts of an upload and spread retries.
#[derive(Clone)]
pub struct Seed([u8; 32]);

impl Seed {
    /// Takes 32 bytes of a cryptographically secure source. With a seed that others can guess, they can guess passwords.
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Draws them with a function that fills a buffer, such as `getrandom::fill`.
    ///
    /// # Errors
    ///
    /// A [`TransportError`] of the kind `Other`, with the function's error as its source.
    pub fn try_from_fn<E>(fill: impl FnOnce(&mut [u8]) -> Result<(), E>) -> Result<Self, TransportError>
    where
        E: Into<Box<dyn StdError + Send + Sync>>,
    {
        let mut bytes = [0; 32];
        fill(&mut bytes).map_err(|error| TransportError::new(TransportErrorKind::Other).with_source(error))?;
        Ok(Self(bytes))
    }
}

impl Drop for Seed {
    fn drop(&mut self) {
        zeroize::Zeroize::zeroize(&mut self.0);
    }
}

impl fmt::Debug for Seed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Seed(…)")
    }
}

/// The source of a pool's random numbers.
///
/// A source draws a seed for each use, so that two copies of a process (a fork, a restored snapshot) never share a number. One
/// seed for all is for hosts that can give no more, and for tests.
pub struct Randomness(Origin);

enum Origin {
    /// A seed is drawn for each use.
    Source(Arc<dyn SeedSource>),
    /// All numbers come from one seed.
    Seed(Seed),
    /// There is none yet.
    Missing,
}

/// A source of seeds.
trait SeedSource: MaybeSendSync {
    fn draw(&self) -> Result<Seed, TransportError>;
}

impl<F: Fn() -> Result<Seed, TransportError> + MaybeSendSync> SeedSource for F {
    fn draw(&self) -> Result<Seed, TransportError> {
        self()
    }
}

impl Randomness {
    /// A source that draws a seed: `Randomness::from_fn(|| Seed::try_from_fn(getrandom::fill))`.
    pub fn from_fn(draw: impl Fn() -> Result<Seed, TransportError> + MaybeSendSync + 'static) -> Self {
        Self(Origin::Source(Arc::new(draw)))
    }

    /// None until [`Random::seed`] is called. Calls that need a random number fail with [`Error::NoRandomness`], and nothing is
    /// sent.
    pub const fn missing() -> Self {
        Self(Origin::Missing)
    }
}

impl From<&Seed> for Randomness {
    fn from(seed: &Seed) -> Self {
        Self(Origin::Seed(seed.clone()))
    }
}

impl From<Seed> for Randomness {
    fn from(seed: Seed) -> Self {
        Self(Origin::Seed(seed))
    }
}

impl fmt::Debug for Randomness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            Origin::Source(_) => "Randomness(source)",
            Origin::Seed(_) => "Randomness(seed)",
            Origin::Missing => "Randomness(missing)",
        })
    }
}

/// A pool's random numbers.
pub struct Random(Mutex<Generator>);

enum Generator {
    Source(Arc<dyn SeedSource>),
    Seeded(Box<ChaCha20Rng>),
    Missing,
}

impl Random {
    pub(crate) fn new(randomness: Randomness) -> Self {
        Self(Mutex::new(match randomness.0 {
            Origin::Source(source) => Generator::Source(source),
            Origin::Seed(seed) => Generator::seeded(&seed),
            Origin::Missing => Generator::Missing,
        }))
    }

    /// Gives a seed to a pool that was made without one. All its numbers come from it.
    pub fn seed(&self, seed: &Seed) {
        *lock(&self.0) = Generator::seeded(seed);
    }

    /// Whether there are random numbers.
    pub fn is_seeded(&self) -> bool {
        !matches!(*lock(&self.0), Generator::Missing)
    }

    /// Uses the generator.
    pub(crate) fn with<R>(&self, draw: impl FnOnce(&mut ChaCha20Rng) -> R) -> Result<R, Error> {
        let source = match &mut *lock(&self.0) {
            Generator::Seeded(random) => return Ok(draw(random)),
            Generator::Missing => return Err(Error::NoRandomness),
            Generator::Source(source) => Arc::clone(source),
        };
        Ok(draw(&mut ChaCha20Rng::from_seed(source.draw()?.0)))
    }

    /// A number to spread retries with; zero if there is no randomness.
    pub(crate) fn jitter(&self) -> u32 {
        self.with(ChaCha20Rng::next_u32).unwrap_or_default()
    }

    /// 256 random bits as text: 43 characters of base64url, each of which RFC 7636 allows in a code verifier.
    pub(crate) fn token(&self) -> Result<String, Error> {
        self.with(|random| {
            let mut bytes = [0; 32];
            random.fill_bytes(&mut bytes);
            let token = Base64::Url.encode(&bytes);
            zeroize::Zeroize::zeroize(&mut bytes);
            token
        })
    }

    /// Random letters and digits.
    pub(crate) fn alphanumeric(&self, length: usize) -> Result<String, Error> {
        const ALPHABET: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        self.with(|random| {
            // Numbers of 248 and more would favour the first letters.
            let mut letter = || loop {
                let [number, ..] = random.next_u32().to_le_bytes();
                if number < 248 {
                    return char::from(ALPHABET[usize::from(number) % ALPHABET.len()]);
                }
            };
            (0..length).map(|_| letter()).collect()
        })
    }
}

impl Generator {
    fn seeded(seed: &Seed) -> Self {
        Self::Seeded(Box::new(ChaCha20Rng::from_seed(seed.0)))
    }
}

impl fmt::Debug for Random {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Random(…)")
    }
}
