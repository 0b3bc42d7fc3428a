//! Where an operation goes and how it is written.

use http::Method;

use super::Document;
use crate::Service;

/// Where an operation goes and how it is written.
#[derive(Clone, Debug)]
pub enum Endpoint {
    /// A GraphQL document, posted as JSON.
    GraphQl(GraphQl),
    /// A path of its own.
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

    /// How its answer is wrapped.
    pub const fn envelope(&self) -> Envelope {
        match self {
            Self::GraphQl(graphql) => Envelope::GraphQl { field: graphql.field },
            Self::Rest(rest) => rest.envelope,
        }
    }
}

/// A GraphQL operation: `POST` of `{"query", "variables"}`, without `operationName`, as the mini-program client sends it.
#[derive(Clone, Debug)]
pub struct GraphQl {
    /// The service.
    pub service: Service,
    /// The root field, under which `data` holds the answer. Empty: the answer is the whole of `data`.
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
    /// How the arguments that are not in the path are written.
    pub encoding: Encoding,
    /// How the answer is wrapped.
    pub envelope: Envelope,
}

/// How a REST operation's arguments are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// In the query, percent-encoded. Nothing is written when there are none.
    Query,
    /// In the query, with an empty form as the body, as the Web client confirms a QR code.
    QueryAndEmptyForm,
    /// A JSON object.
    Json,
    /// `application/x-www-form-urlencoded`.
    Form,
    /// `multipart/form-data`, with one file.
    Multipart,
}

/// How an answer is wrapped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Envelope {
    /// `{"data": {<field>: …}}` or `{"errors": […]}`.
    GraphQl {
        /// The field, or nothing for the whole of `data`.
        field: &'static str,
    },
    /// `{"code": 200, "message": …, "data": …}`. Without `data` the whole object is the answer.
    Code,
    /// The same, but the whole object is the answer even when it has `data`.
    CodeWhole,
    /// The first again in the `data` of the first: the outer code says that there is an answer, the inner one what it is.
    NestedCode,
    /// OAuth 2.0: the object itself, or `{"error": …, "error_description": …}`.
    Oauth,
    /// The object itself, with any 2xx status.
    Plain,
    /// Nothing: any 2xx status is success, whatever the body.
    Status,
    /// Nothing: status 200 with an empty body is success, and an object is OAuth 2.0's error.
    Empty,
    /// `{"statusCode": 200, "message": …, "apiCode"?, "requestId"?, "data"?}`: `statusCode` 200 alone is success, whatever the
    /// HTTP status. `data` is the answer.
    V3,
    /// The same without an answer: nothing in `data`, or `{"success": true}`.
    V3Status,
    /// The same, or the answer itself: an object without `statusCode`, with any 2xx status.
    V3OrPlain,
}

impl Envelope {
    /// Whether an answer is wrapped as today's REST API wraps it.
    pub(crate) const fn is_v3(self) -> bool {
        matches!(self, Self::V3 | Self::V3Status | Self::V3OrPlain)
    }
}
