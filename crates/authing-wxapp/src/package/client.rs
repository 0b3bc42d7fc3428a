//! A client of the package, and how its calls begin.

use std::sync::Arc;

use authing_core::{Context, Error, Seed, TokenStore};

use super::package_call::PackageCall;
use super::{methods, options};
use crate::code_cache::CodeCache;

/// One `Authing` of JavaScript's. Two share nothing.
#[derive(Debug)]
pub struct Client {
    pub(super) context: Arc<Context>,
    pub(super) cache: CodeCache,
}

impl Client {
    /// Of the options' JSON, and the storage that holds the token.
    pub fn new(options: &str, store: impl TokenStore + 'static) -> Result<Self, Error> {
        let context = Context::unseeded(options::config(options, store)?)?;
        Ok(Self { context, cache: CodeCache::default() })
    }

    /// Gives it randomness. Until then the calls that encrypt a password fail.
    pub fn seed(&self, bytes: [u8; 32]) {
        self.context.seed(&Seed::new(bytes));
    }

    /// The largest response that a call takes, in bytes.
    pub fn body_limit(&self) -> usize {
        self.context.config().body_limit()
    }

    /// Begins a method, by its name, with its argument's JSON.
    pub fn begin(&self, method: &str, argument: &str) -> PackageCall {
        PackageCall::new(&self.context, methods::flow(self, method, argument))
    }
}
