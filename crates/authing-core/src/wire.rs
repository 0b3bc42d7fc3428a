//! The encoding of operations and the decoding of responses. Only this module knows the envelopes.
//!
//! An [`Operation`](crate::Operation) gives its [`Arguments`] and its [`Endpoint`]; `encode` creates the
//! request and `decode` reads the response.

mod argument;
pub(crate) mod arguments;
pub(crate) mod decode;
pub(crate) mod document;
pub(crate) mod encode;
mod endpoint;
mod field;
pub mod header;
mod json;
mod loose_number;
pub(crate) mod mask;
pub(crate) mod percent;
mod raw_object;
mod shape;
mod text_fields;

pub use self::argument::Argument;
pub use self::arguments::Arguments;
pub(crate) use self::arguments::FirstPage;
pub use self::document::Document;
pub(crate) use self::document::document;
pub use self::endpoint::{Encoding, Endpoint, Envelope, GraphQl, Rest};
pub(crate) use self::field::{Field, Fields, ToArgument, fields, texts};
pub(crate) use self::loose_number::{LooseNumber, loose_number};
// Public for the mini-program package.
#[doc(hidden)]
pub use self::json::push_text;
#[doc(hidden)]
pub use self::raw_object::{RawObject, text};
pub(crate) use self::raw_object::{field, number};
pub use self::shape::{ResponseShape, Shape};
pub(crate) use self::text_fields::{TextField, TextFields, first_given};
#[doc(hidden)]
pub use crate::number::digits;
#[doc(hidden)]
pub use crate::search::{contains, cut};
