//! JSON that is passed on: where a value ends, what a text says, how a text is written.
//!
//! One reader for every target: a mini-program carries it in the place of `serde_json`, to which the tests hold it. Structs are
//! read by `serde_json`.

mod read;
mod scalar;
mod text;
mod write;

pub(super) use self::read::{entries, is_json};
pub(super) use self::text::{hexadecimal, text, unescaped, unquote};
pub(super) use self::write::hex_digit;
pub use self::write::push_text;

#[cfg(test)]
mod tests;
