//! What the JavaScript half drives: a client and its calls, in JSON.
//!
//! A [`Client`] is made of the options that `new Authing(…)` was given. Each method's call is a [`PackageCall`] flow: [`PackageCall::step`]
//! takes what became of the last step and gives the next, until it is done. JavaScript only translates between that and `wx`.
//!
//! A step is a JSON list, its name first: an ability of `wx` with its options, `["wait", milliseconds]`, `["done", value]` or
//! `["fail", {"message", "code"}]`.

mod arguments;
mod client;
mod methods;
mod options;
mod package_call;
mod write;

pub use self::client::Client;
pub use self::package_call::{PackageCall, StepResult};
pub use self::write::fail;
