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
///     type Response = bool;
///     const NAME: &'static str = "isRootNodeOfOrg";
///     const ENDPOINT: Endpoint = Endpoint::GraphQl(GraphQl {
///         service: Service::User,
///         field: "isRootNodeOfOrg",
///         document: Document::new(
///             "query isRootNodeOfOrg($input: IsRootNodeOfOrgInput!) { isRootNodeOfOrg(input: $input) }",
///         ),
///     });
///     const RETRYABLE: bool = true;
///
///     fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
///         to.insert_object("input", |input| {
///             input.require("groupId", &self.group);
///             input.require("orgId", &self.org);
///         });
///     }
/// }
/// ```
pub trait Operation {
    /// What the service answers.
    type Response: DeserializeOwned;

    /// What to call it in logs: the GraphQL field or the published client's method.
    const NAME: &'static str;
    /// Where it goes and how it is written.
    const ENDPOINT: Endpoint;
    /// Who signs it.
    const AUTHORIZATION: Authorization = Authorization::Optional;
    /// Whether sending it twice is the same as sending it once: it changes nothing and uses nothing up.
    const RETRYABLE: bool = false;
    /// What it means for the session.
    const SESSION_EFFECT: SessionEffect = SessionEffect::None;

    /// Gives the arguments, in the order in which they are written.
    fn arguments<'a>(&'a self, to: &mut Arguments<'a>);

    /// A GraphQL document that is not a constant: the raw call's.
    fn document(&self) -> Option<&str> {
        None
    }

    /// The answer's JSON, when it is known without asking.
    fn local_response(&self, _context: &Context, _now: Timestamp) -> Option<String> {
        None
    }
}

/// What a call means for the session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionEffect {
    /// Nothing.
    None,
    /// Where the answer has a token in this field, it is the user's from now on.
    SetToken(&'static str),
    /// The user's token is forgotten, even if the request fails.
    ClearToken,
}

/// Who signs a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Authorization {
    /// Nobody: no `authorization` header.
    None,
    /// Whoever there is: the user if one is logged in, else the owner if the client has the secret, else nobody.
    /// `authorization: Bearer <token>`.
    Optional,
    /// The user, or nobody. `authorization: <token>`, without `Bearer`, and empty without a user: so WeChat's endpoints.
    OptionalUser,
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
    fn local_response(&self, context: &Context, now: Timestamp) -> Option<String>;
}

/// The constants of an operation.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Constants {
    pub(crate) name: &'static str,
    pub(crate) endpoint: &'static Endpoint,
    pub(crate) authorization: Authorization,
    pub(crate) retryable: bool,
    pub(crate) effect: SessionEffect,
}

impl<O: Operation> AnyOperation for O {
    fn constants(&self) -> Constants {
        Constants {
            name: O::NAME,
            endpoint: const { &O::ENDPOINT },
            authorization: O::AUTHORIZATION,
            retryable: O::RETRYABLE,
            effect: O::SESSION_EFFECT,
        }
    }

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        Operation::arguments(self, to);
    }

    fn document(&self) -> Option<&str> {
        Operation::document(self)
    }

    fn local_response(&self, context: &Context, now: Timestamp) -> Option<String> {
        Operation::local_response(self, context, now)
    }
}
