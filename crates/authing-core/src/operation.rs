//! One request and its answer, said once.

use serde::de::DeserializeOwned;

use crate::context::Context;
use crate::time::Timestamp;
use crate::wire::{Arguments, Endpoint};

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
    /// What it means for the session.
    const EFFECT: Effect = Effect::None;

    /// Gives the arguments, in the order in which they are written.
    fn arguments<'a>(&'a self, to: &mut Arguments<'a>);

    /// A GraphQL document that is not a constant: the raw call's.
    fn document(&self) -> Option<&str> {
        None
    }

    /// The answer's JSON, when it is known without asking.
    fn known(&self, _context: &Context, _now: Timestamp) -> Option<String> {
        None
    }
}

/// What a call means for the session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Nothing.
    None,
    /// Where the answer has a token in this field, it is the user's from now on.
    SignsIn(&'static str),
    /// The user's token is forgotten, even if the request fails.
    SignsOut,
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

/// What is left of an operation when its answer's type is forgotten: so that all of them are run by the same code.
pub(crate) trait AnyOperation {
    fn constants(&self) -> Constants;
    fn arguments<'a>(&'a self, to: &mut Arguments<'a>);
    fn document(&self) -> Option<&str>;
    fn known(&self, context: &Context, now: Timestamp) -> Option<String>;
}

/// The constants of an operation.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Constants {
    pub(crate) name: &'static str,
    pub(crate) endpoint: &'static Endpoint,
    pub(crate) signer: Signer,
    pub(crate) repeatable: bool,
    pub(crate) effect: Effect,
}

impl<O: Operation> AnyOperation for O {
    fn constants(&self) -> Constants {
        Constants {
            name: O::NAME,
            endpoint: const { &O::ENDPOINT },
            signer: O::SIGNER,
            repeatable: O::REPEATABLE,
            effect: O::EFFECT,
        }
    }

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        Operation::arguments(self, to);
    }

    fn document(&self) -> Option<&str> {
        Operation::document(self)
    }

    fn known(&self, context: &Context, now: Timestamp) -> Option<String> {
        Operation::known(self, context, now)
    }
}
