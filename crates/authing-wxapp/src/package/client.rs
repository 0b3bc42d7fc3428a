//! A client of the package.

use std::sync::Arc;

use authing_core::flow::BoxOperation;
use authing_core::{Context, Error, Randomness, RawCall, Seed, TokenStore};

use super::options;
use crate::code_cache::CodeCache;

/// One `Authing` object of JavaScript. Two objects share no state.
///
/// Its calls are the visitor's: they carry the token of the user who logged in, and before that none. No method needs the pool's
/// owner, and a secret makes no call the owner's: a user who has logged out, or whose login has expired, is a visitor.
#[derive(Debug)]
pub struct PackageClient {
    pub(super) visitor: Arc<Context>,
    pub(super) cache: CodeCache,
}

impl PackageClient {
    /// A client with the options' JSON and the storage of the token.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidArgument`] if an option is wrong. [`Error::Store`] if the storage cannot be read.
    pub fn new(options: &str, store: impl TokenStore + 'static) -> Result<Self, Error> {
        let config = options::config(options)?;
        let visitor = Context::restore(config, Randomness::missing(), store)?;
        Ok(Self { visitor, cache: CodeCache::default() })
    }

    /// Seeds the random numbers. Before that, the calls that encrypt a password fail with [`Error::NoRandomness`].
    pub fn seed(&self, bytes: [u8; 32]) {
        self.visitor.random().seed(&Seed::new(bytes));
    }

    /// The largest response that a call takes, in bytes.
    pub fn body_limit(&self) -> usize {
        self.visitor.config().http().body_limit()
    }

    /// The flow of one operation.
    pub(super) fn call(&self, operation: BoxOperation) -> RawCall {
        RawCall::new(&self.visitor, operation)
    }
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow::Break;

    use authing_core::management::ListRoles;
    use authing_core::types::Page;
    use authing_core::{MemoryStore, Timestamp};
    use serde_json::Value;

    use super::*;
    use crate::package::package_call::{PackageCall, StepResult};

    fn client(options: &str) -> PackageClient {
        PackageClient::new(options, MemoryStore::default()).expect("the options are right")
    }

    const ROLES_CALL: ListRoles = ListRoles { page: Page { number: 1, size: 10 } };

    #[test]
    fn owners_operation_sends_nothing() {
        for options in [r#"{"userPoolId":"pool-1"}"#, r#"{"userPoolId":"pool-1","secret":"a-very-secret-word"}"#] {
            let client = client(options);
            let mut call = PackageCall::new(&client.visitor, Ok(Box::new(client.call(ROLES_CALL.into()))));
            let Break(step) = call.step(Timestamp::from_secs(1_600_000_000), StepResult::Start) else {
                panic!("the call goes on")
            };
            let step: Value = serde_json::from_str(&step).expect("a step is JSON");
            assert_eq!((&step[0], &step[1]["code"]), (&"fail".into(), &"WRONG_PRINCIPAL".into()), "{step}");
        }
    }
}
