//! How operations are written on the wire: the only place that knows the envelopes.
//!
//! An [`Operation`](crate::Operation) gives its [`Arguments`] and its [`Endpoint`]; `encode` makes the request
//! and `decode` reads the answer.

pub(crate) mod arguments;
pub(crate) mod decode;
mod document;
pub(crate) mod encode;
mod endpoint;
mod field;
mod loose_number;
pub(crate) mod mask;
mod raw_object;

pub use self::arguments::{Argument, Arguments};
pub use self::document::Document;
pub use self::endpoint::{Encoding, Endpoint, Envelope, GraphQl, Rest};
pub(crate) use self::field::{Field, Fields, ToArgument, fields, texts};
pub(crate) use self::loose_number::{LooseNumber, loose_number};
pub use self::raw_object::RawObject;
