//! A client of the package.

use std::sync::Arc;

use authing_core::principal::needs::Needs;
use authing_core::{Authorization, Context, Error, Operation, Randomness, RawCall, Seed, TokenStore};

use super::options;
use crate::code_cache::CodeCache;

/// One `Authing` object of JavaScript. Two objects share no state.
///
/// Its calls are the visitor's: they carry the token of the user who logged in, and before that none. Where a secret was given,
/// the calls that need the pool's owner are the owner's. The operation decides, and never whether a token is there: a user who
/// has logged out, or whose login has expired, does not become the owner.
#[derive(Debug)]
pub struct PackageClient {
    pub(super) visitor: Arc<Context>,
    owner: Option<Arc<Context>>,
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
        let has_secret = config.secret().is_some();
        let visitor = Context::new(config, Randomness::missing()).restored(store)?;
        let owner = if has_secret { Some(visitor.as_owner()?) } else { None };
        Ok(Self { visitor, owner, cache: CodeCache::default() })
    }

    /// Seeds the random numbers. Before that, the calls that encrypt a password fail with [`Error::NoRandomness`].
    pub fn seed(&self, bytes: [u8; 32]) {
        self.visitor.random().seed(&Seed::new(bytes));
    }

    /// The largest response that a call takes, in bytes.
    pub fn body_limit(&self) -> usize {
        self.visitor.config().http().body_limit()
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

#[cfg(test)]
mod tests {
    use authing_core::account::GetUser;
    use authing_core::login::Login;
    use authing_core::management::{GetOwnerToken, ListRoles};
    use authing_core::types::Page;
    use authing_core::{MemoryStore, Timestamp};
    use serde_json::Value;

    use super::*;
    use crate::package::package_call::{PackageCall, StepResult};
    use crate::wx::WxResponse;

    fn client(options: &str) -> PackageClient {
        PackageClient::new(options, MemoryStore::default()).expect("the options are right")
    }

    fn with_secret() -> PackageClient {
        client(r#"{"userPoolId":"pool-1","secret":"a-very-secret-word"}"#)
    }

    /// The steps of a call, whose requests get responses with these bodies in turn.
    fn steps<O: Operation + Send + Sync + 'static>(
        client: &PackageClient,
        operation: O,
        bodies: &[&str],
    ) -> Vec<Value> {
        let mut call = PackageCall::new(&client.visitor, Ok(Box::new(client.call(operation))));
        let answers = bodies.iter().map(|body| {
            StepResult::Response(WxResponse { status: 200, data: (*body).to_owned(), ..WxResponse::default() })
        });
        std::iter::once(StepResult::Start)
            .chain(answers)
            .map(|outcome| call.step(Timestamp::from_secs(1_600_000_000), outcome))
            .map(|step| serde_json::from_str(&step).expect("a step is JSON"))
            .collect()
    }

    const ROLES_CALL: ListRoles = ListRoles { page: Page { number: 1, size: 10 } };
    const OWNER_TOKEN: &str = r#"{"data":{"getClientWhenSdkInit":{"accessToken":"OWNER_TOKEN"}}}"#;
    const ROLES: &str = r#"{"data":{"clientRoles":{"totalCount":0,"list":[]}}}"#;

    #[test]
    fn owners_operation_carries_the_owners_token() {
        let client = with_secret();
        let first = steps(&client, ROLES_CALL, &[OWNER_TOKEN, ROLES]);
        assert_eq!(first[0][1]["header"].get("authorization"), None, "the secret is an argument");
        assert_eq!(first[1][1]["header"]["authorization"], "Bearer OWNER_TOKEN");
        assert_eq!(first[2][0], "done");
        let second = steps(&client, ROLES_CALL, &[ROLES]);
        assert_eq!(second[0][1]["header"]["authorization"], "Bearer OWNER_TOKEN", "the token is kept");
    }

    #[test]
    fn users_token_does_not_stand_in_for_the_owners() {
        let client = with_secret();
        let session = client.visitor.session().expect("a visitor has a session");
        session.set_token("USER_TOKEN").expect("memory does not fail");
        assert_eq!(steps(&client, ROLES_CALL, &[OWNER_TOKEN])[1][1]["header"]["authorization"], "Bearer OWNER_TOKEN");
        assert_eq!(steps(&client, GetUser::new("u1"), &[])[0][1]["header"]["authorization"], "Bearer USER_TOKEN");
        assert_eq!(session.token().expect("it stays").expose(), "USER_TOKEN");
    }

    #[test]
    fn owners_operation_without_a_secret_sends_nothing() {
        let client = client(r#"{"userPoolId":"pool-1"}"#);
        let only = &steps(&client, ROLES_CALL, &[])[0];
        assert_eq!((&only[0], &only[1]["code"]), (&"fail".into(), &"WRONG_PRINCIPAL".into()), "{only}");
    }

    #[test]
    fn only_owners_operations_have_the_owners_context() {
        let client = with_secret();
        let owner = client.owner.as_ref().expect("there is a secret");
        assert!(Arc::ptr_eq(client.context_for::<ListRoles>(), owner));
        assert!(Arc::ptr_eq(client.context_for::<GetOwnerToken>(), owner));
        assert!(Arc::ptr_eq(client.context_for::<GetUser>(), &client.visitor));
        assert!(Arc::ptr_eq(client.context_for::<Login>(), &client.visitor));
    }
}
