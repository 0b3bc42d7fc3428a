//! The package's Rust side, as JavaScript drives it: natively, in JSON, step by step.

mod arguments;
mod failures;
mod methods;
mod options;
mod script;
mod secret;
mod sessions;
mod steps;
mod wechat;
