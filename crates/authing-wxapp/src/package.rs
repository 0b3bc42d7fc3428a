//! The Rust half of the JavaScript package: a client and its calls, in JSON.
//!
//! A [`PackageClient`] takes the options of `new Authing(…)`. Each call of a method is a [`PackageCall`]: [`PackageCall::step`] takes the result
//! of the last step and returns the next step, until the call is done. JavaScript translates between the steps and `wx`.
//!
//! A step is a JSON list that begins with its name: a function of `wx` with its options (and, if it sends, the largest response that the
//! call takes, in bytes), `["wait", milliseconds]`, `["done", value]` or `["fail", {"message", "code"}]`.

mod arguments;
mod client;
mod methods;
mod options;
mod package_call;
mod write;

pub use self::client::PackageClient;
pub use self::package_call::{PackageCall, StepResult};
#[cfg(all(target_arch = "wasm32", feature = "ffi"))]
pub(crate) use self::write::done;
pub use self::write::fail;
