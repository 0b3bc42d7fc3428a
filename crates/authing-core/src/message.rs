//! HTTP messages (RFC 9110, section 6): the request that a transport sends, and its response. They have what the protocol needs
//! and no more. With the feature `http` they are converted to and from the types of the `http` crate.

mod header;
#[cfg(feature = "http")]
mod http;
mod method;
mod request;
mod response;

pub(crate) use self::header::{HeaderValue, Headers, header_name, header_value};
pub use self::method::Method;
pub use self::request::Request;
pub(crate) use self::request::RequestInfo;
pub use self::response::Response;
