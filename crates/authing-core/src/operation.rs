//! One request and its answer, said once.

use serde::de::DeserializeOwned;

use crate::context::Context;
use crate::time::Timestamp;
use crate::wire::{Arguments, Endpoint};
use crate::{Error, Session};

/// One request and its answer: a struct whose fields are the arguments, and constants that say where it goes, who signs it
/// and what comes back.
///
/// The clients, the mini-program package, the emulator and the tests all read these constants. An operation that the SDK does
/// not have is written the same way by its user, and runs with [`Client::call`](crate::Client::call):
///
/// ```
/// use authing_core::wire::{Arguments, Document, Endpoint, GraphQl};
/// use authing_core::{Operation, Service};
///
/// /// Whether a group is the root of an organisation.
/// struct IsRootNode { group: String, org: String }
///
/// impl Operation for IsRootNode {
///     type Answer = bool;
///     const NAME: &'static str = "isRootNodeOfOrg";
///     const ENDPOINT: Endpoint = Endpoint::GraphQl(GraphQl {
///         service: Service::User,
///         field: "isRootNodeOfOrg",
///         document: Document::whole(
///             "query isRootNodeOfOrg($input: IsRootNodeOfOrgInput!) { isRootNodeOfOrg(input: $input) }",
///         ),
///     });
///     const REPEATABLE: bool = true;
///
///     fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
///         to.object("input", |input| {
///             input.need("groupId", &self.group);
///             input.need("orgId", &self.org);
///         });
///     }
/// }
/// ```
pub trait Operation {
    /// What the service answers.
    type Answer: DeserializeOwned;

    /// What to call it in logs: the GraphQL field or the published client's method.
    const NAME: &'static str;
    /// Where it goes and how it is written.
    const ENDPOINT: Endpoint;
    /// Who signs it.
    const SIGNER: Signer = Signer::Anyone;
    /// Whether sending it twice is the same as sending it once: it changes nothing and uses nothing up.
    const REPEATABLE: bool = false;

    /// Gives the arguments, in the order in which they are written.
    fn arguments<'a>(&'a self, to: &mut Arguments<'a>);

    /// A GraphQL document that is not a constant: the raw call's.
    fn document(&self) -> Option<&str> {
        None
    }

    /// The answer, when it is known without asking.
    fn known(&self, _context: &Context, _now: Timestamp) -> Option<Self::Answer> {
        None
    }

    /// What the outcome means for the session: a login keeps its token, a logout removes it.
    fn settle(&self, _outcome: Result<&Self::Answer, &Error>, _session: &Session) -> Result<(), Error> {
        Ok(())
    }
}

/// Who signs a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signer {
    /// Nobody: no `authorization` header.
    Nobody,
    /// Whoever there is: the user if one is logged in, else the owner if the client has the secret, else nobody.
    /// `authorization: Bearer <token>`.
    Anyone,
    /// The user, or nobody. `authorization: <token>`, without `Bearer`, and empty without a user: so WeChat's endpoints.
    UserIfAny,
    /// The user, who must be logged in: otherwise nothing is sent. `authorization: <token>`, without `Bearer`.
    User,
    /// The pool's owner, by the secret. `authorization: Bearer <owner's token>`.
    Owner,
}
