//! A client of the package.

use std::sync::Arc;

use authing_core::{Context, Error, Seed, TokenStore};

use super::package_call::PackageCall;
use super::{methods, options};
use crate::code_cache::CodeCache;

/// One `Authing` object of JavaScript. Two objects share no state.
#[derive(Debug)]
pub struct Client {
    pub(super) context: Arc<Context>,
    pub(super) cache: CodeCache,
}

impl Client {
    /// A client with the options' JSON and the storage of the token.
    pub fn new(options: &str, store: impl TokenStore + 'static) -> Result<Self, Error> {
        let context = Context::unseeded(options::config(options, store)?)?;
        Ok(Self { context, cache: CodeCache::default() })
    }

    /// Seeds the random numbers. Before that, the calls that encrypt a password fail with [`Error::NoRandomness`].
    pub fn seed(&self, bytes: [u8; 32]) {
        self.context.seed(&Seed::new(bytes));
    }

    /// Starts a method, by its name, with the JSON of its argument.
    pub fn begin(&self, method: &str, argument: &str) -> PackageCall {
        PackageCall::new(&self.context, methods::flow(self, method, argument))
    }
}
