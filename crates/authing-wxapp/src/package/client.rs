//! A client of the package, and how its calls begin.

use std::sync::Arc;

use authing_core::principal::needs::Needs;
use authing_core::{Authorization, Context, Error, Operation, Randomness, RawCall, Seed, TokenStore};

use super::package_call::PackageCall;
use super::{methods, options};
use crate::code_cache::CodeCache;

/// One `Authing` of JavaScript's. Two share nothing.
///
/// Its calls are the visitor's: they carry the token of the user who logged in, and before that none. Where a secret was given,
/// the calls that need the pool's owner are the owner's. The operation decides, and never whether a token is there: a user who
/// has logged out, or whose login has expired, does not become the owner.
#[derive(Debug)]
pub struct Client {
    pub(super) visitor: Arc<Context>,
    owner: Option<Arc<Context>>,
    pub(super) cache: CodeCache,
}

impl Client {
    /// Of the options' JSON, and the storage that holds the token.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidArgument`] if an option is wrong. [`Error::Store`] if the storage cannot be read.
    pub fn new(options: &str, store: impl TokenStore + 'static) -> Result<Self, Error> {
        let config = options::config(options)?;
        let has_secret = config.secret().is_some();
        let visitor = Context::new(config, Randomness::missing()).restored(store)?;
        let owner = if has_secret { Some(visitor.as_owner()?) } else { None };
        Ok(Self { visitor, owner, cache: CodeCache::default() })
    }

    /// Gives it randomness. Until then the calls that encrypt a password fail.
    pub fn seed(&self, bytes: [u8; 32]) {
        self.visitor.random().seed(&Seed::new(bytes));
    }

    /// Begins a method, by its name, with its argument's JSON.
    pub fn begin(&self, method: &str, argument: &str) -> PackageCall {
        PackageCall::new(&self.visitor, methods::flow(self, method, argument))
    }

    /// The flow of one operation, as the principal that it needs.
    pub(super) fn call<O: Operation + Send + Sync + 'static>(&self, operation: O) -> RawCall {
        RawCall::new(self.context_for::<O>(), operation)
    }

    /// The context of the principal that an operation needs. Without a secret there is no owner, and what needs the owner ends
    /// with [`Error::WrongPrincipal`].
    pub(super) fn context_for<O: Operation>(&self) -> &Arc<Context> {
        match (O::Needs::AUTHORIZATION, &self.owner) {
            (Authorization::Owner | Authorization::Secret, Some(owner)) => owner,
            _ => &self.visitor,
        }
    }
}
