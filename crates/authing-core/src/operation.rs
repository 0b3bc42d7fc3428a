//! The trait of operations: one request and its response.

use crate::Service;
use crate::application::EndpointUrl;
use crate::context::Context;
use crate::principal::Authorization;
use crate::principal::needs::Needs;
use crate::session_effect::SessionEffect;
use crate::time::Timestamp;
use crate::wire::decode::AnyEnvelope;
use crate::wire::{Arguments, Endpoint, ResponseShape, Rest, Shape};

/// One request and its response: a struct whose fields are the arguments, with constants and types for its endpoint, the principal
/// that it needs and its response.
///
/// The clients, the mini-program package, the emulator and the tests all read these constants. A program writes an operation that
/// the SDK lacks in the same way, and runs it with [`Client::call`](crate::Client::call):
///
/// ```
/// use authing_core::principal::needs;
/// use authing_core::wire::{Arguments, Document, Endpoint, GraphQl};
/// use authing_core::{Operation, Service};
///
/// /// Whether a group is the root of an organisation.
/// struct IsRootNode { group: String, org: String }
///
/// impl Operation for IsRootNode {
///     type Needs = needs::Owner;
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
    /// The principal that the operation needs: one of [`needs`](crate::principal::needs).
    type Needs: Needs;
    /// The response.
    type Response: ResponseShape;

    /// Its name in logs and errors: the GraphQL field or the published client's method.
    const NAME: &'static str;
    /// The endpoint: the service, the path or the document, and the encoding.
    const ENDPOINT: Endpoint;
    /// The shape that a response must have to be a success. By default that of the response's type.
    const RESPONSE_SHAPE: Shape = <Self::Response as ResponseShape>::SHAPE;
    /// Whether the request may be sent again: it changes nothing and uses nothing up.
    const RETRYABLE: bool = false;
    /// What its response means for a visitor's session.
    const SESSION_EFFECT: SessionEffect = SessionEffect::None;

    /// Gives the arguments, in the order in which they are written.
    fn arguments<'a>(&'a self, to: &mut Arguments<'a>);

    /// A GraphQL document that is not a constant: the raw call's.
    fn document(&self) -> Option<&str> {
        None
    }

    /// The service of a GraphQL document that is not a constant: the raw call's.
    fn service(&self) -> Option<Service> {
        None
    }

    /// The URL that an application's provider announced for this endpoint, in the place of the application's host and the
    /// path.
    fn url(&self) -> Option<&EndpointUrl> {
        None
    }

    /// Where the operation goes, if that is not a constant: the raw call's. The envelope is that of the constant.
    fn rest(&self) -> Option<Rest> {
        None
    }

    /// The response's JSON, if it is known without a request. A pool's operations alone are asked.
    fn local_response(&self, _context: &Context, _now: Timestamp) -> Option<String> {
        None
    }
}

/// An operation without the type of its response, so that one code runs all operations.
pub(crate) trait AnyOperation {
    fn constants(&self) -> &'static Constants;
    fn arguments<'a>(&'a self, to: &mut Arguments<'a>);
    fn document(&self) -> Option<&str>;
    fn service(&self) -> Option<Service>;
    fn url(&self) -> Option<&EndpointUrl>;
    fn rest(&self) -> Option<Rest>;
    fn local_response(&self, context: &Context, now: Timestamp) -> Option<String>;
}

/// The constants of an operation.
#[derive(Debug)]
pub(crate) struct Constants {
    pub(crate) name: &'static str,
    pub(crate) endpoint: Endpoint,
    pub(crate) envelope: &'static dyn AnyEnvelope,
    pub(crate) authorization: Authorization,
    pub(crate) response_shape: Shape,
    pub(crate) retryable: bool,
    pub(crate) session_effect: SessionEffect,
}

impl<O: Operation> AnyOperation for O {
    fn constants(&self) -> &'static Constants {
        const {
            &Constants {
                name: O::NAME,
                endpoint: O::ENDPOINT,
                envelope: const { (&O::ENDPOINT).any_envelope() },
                authorization: <O::Needs as Needs>::AUTHORIZATION,
                response_shape: O::RESPONSE_SHAPE,
                retryable: O::RETRYABLE,
                session_effect: O::SESSION_EFFECT,
            }
        }
    }

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        Operation::arguments(self, to);
    }

    fn document(&self) -> Option<&str> {
        Operation::document(self)
    }

    fn service(&self) -> Option<Service> {
        Operation::service(self)
    }

    fn url(&self) -> Option<&EndpointUrl> {
        Operation::url(self)
    }

    fn rest(&self) -> Option<Rest> {
        Operation::rest(self)
    }

    fn local_response(&self, context: &Context, now: Timestamp) -> Option<String> {
        Operation::local_response(self, context, now)
    }
}
