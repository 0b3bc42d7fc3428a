//! Endpoints: the URL, the encoding and the envelope of an operation.

use super::Document;
use super::decode::{AnyEnvelope, Empty, NestedCode, Object, Status, V3};
use crate::{Method, Service};

/// The endpoint of an operation: its service, path, encoding and envelope.
#[derive(Clone, Debug)]
pub enum Endpoint {
    /// A GraphQL document, posted as JSON.
    GraphQl(GraphQl),
    /// A path, a method and an encoding.
    Rest(Rest),
}

impl Endpoint {
    /// A GraphQL operation.
    pub const fn graphql(service: Service, field: &'static str, document: Document) -> Self {
        Self::GraphQl(GraphQl { service, field, document })
    }

    /// A REST operation.
    pub const fn rest(
        service: Service,
        method: Method,
        path: &'static str,
        encoding: Encoding,
        envelope: Envelope,
    ) -> Self {
        Self::Rest(Rest { service, method, path, encoding, envelope })
    }

    /// The path below the service's base, as a template: the emulator routes by it.
    pub const fn path(&self) -> &'static str {
        match self {
            Self::GraphQl(_) => Service::User.path(),
            Self::Rest(rest) => rest.path,
        }
    }

    /// The service it goes to.
    pub const fn service(&self) -> Service {
        match self {
            Self::GraphQl(graphql) => graphql.service,
            Self::Rest(rest) => rest.service,
        }
    }

    /// The envelope of the response.
    pub const fn envelope(&self) -> Envelope {
        match self {
            Self::GraphQl(graphql) => Envelope::GraphQl { field: graphql.field },
            Self::Rest(rest) => rest.envelope,
        }
    }

    /// The code that opens the response's envelope. Called in a constant, so that the compiler knows which it is.
    pub(crate) const fn any_envelope(&'static self) -> &'static dyn AnyEnvelope {
        match self {
            Self::GraphQl(graphql) => graphql,
            Self::Rest(rest) => rest.envelope.any(),
        }
    }
}

/// A GraphQL operation: `POST` of `{"query", "variables"}`, without `operationName`, as the mini-program client sends it.
#[derive(Clone, Debug)]
pub struct GraphQl {
    /// The service.
    pub service: Service,
    /// The root field, under which `data` holds the result, or a field of it: `rbacGroup.users`. Empty: the result is the
    /// whole of `data`.
    pub field: &'static str,
    /// The document.
    pub document: Document,
}

/// A REST operation.
#[derive(Clone, Debug)]
pub struct Rest {
    /// The service.
    pub service: Service,
    /// The method.
    pub method: Method,
    /// The path below the service's base. `{name}` stands for the argument of that name.
    pub path: &'static str,
    /// The encoding of the arguments that are not in the path.
    pub encoding: Encoding,
    /// The envelope of the response.
    pub envelope: Envelope,
}

/// The encoding of a REST operation's arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// In the query, percent-encoded. Without arguments there is no query.
    Query,
    /// In the query, with an empty form as the body: the Web client's encoding of a QR-code check.
    QueryAndEmptyForm,
    /// A JSON object.
    Json,
    /// `application/x-www-form-urlencoded`.
    Form,
    /// `multipart/form-data`, with one file.
    Multipart,
}

/// How a response is wrapped, and what makes it a success.
///
/// Under every envelope a `code` other than 200 is an error, with any HTTP status; then the response must have the
/// [`Shape`](super::Shape) of its operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Envelope {
    /// `{"data": {<field>: …}}` or `{"errors": […]}`: of a GraphQL operation, and of no other.
    GraphQl {
        /// The field, a field of it after a dot, or nothing for the whole of `data`.
        field: &'static str,
    },
    /// `{"code": 200, "message": …, "data": …}`. Success is the code 200 (a number, or its digits as a string); without a code
    /// the response is invalid. Without `data`, the whole object is the result.
    Code,
    /// The same, but the whole object is the result, even with `data`.
    CodeWhole,
    /// A [`Code`](Self::Code) envelope in the `data` of another. The outer code is about the request, the inner one about the
    /// result.
    NestedCode,
    /// OAuth 2.0: the object itself, or `{"error": …, "error_description": …}`. These responses have no code on success: those of
    /// OpenID Connect (`access_token`, `sub`: RFC 6749 section 5.1, OpenID Connect Core section 5.3.2), and of the store that
    /// photos are uploaded to (`key`). The field that each must have is in its shape.
    Oauth,
    /// The object itself, with any 2xx status, without a code.
    Plain,
    /// Nothing: any 2xx status is success, with any body. Health checks respond with `{"ok": 2}` or a page.
    Status,
    /// Nothing: status 200 with an empty body is success, and an object is OAuth 2.0's error.
    Empty,
    /// `{"statusCode": 200, "message": …, "apiCode"?, "requestId"?, "data"?}`: `statusCode` 200 alone is success, with any
    /// HTTP status. `data` is the result. With `"success": false` in `data`, the response is an error of the service, without a code.
    V3,
    /// The same without a result: nothing in `data`, or `{"success": true}`.
    V3Status,
    /// The same, or the result itself: an object without `statusCode`, with any 2xx status.
    V3OrPlain,
}

impl Envelope {
    /// The code that opens it.
    const fn any(self) -> &'static dyn AnyEnvelope {
        match self {
            Self::GraphQl { .. } => panic!("it is the envelope of a GraphQL operation, and of no other"),
            Self::Code => &Object::CODE,
            Self::CodeWhole => &Object::CODE_WHOLE,
            Self::NestedCode => &NestedCode,
            Self::Oauth => &Object::OAUTH,
            Self::Plain => &Object::PLAIN,
            Self::Status => &Status,
            Self::Empty => &Empty,
            Self::V3 => &V3::Answer,
            Self::V3Status => &V3::Status,
            Self::V3OrPlain => &V3::OrPlain,
        }
    }
}
