//! Authing in a WeChat mini-program.
//!
//! The crate has two halves. The first is for programs in Rust and for tests: [`Wx`] is the `wx` API of a mini-program, and
//! [`WxClient`] is the client over it. JavaScript drives the second, the package: `cargo xtask wxapp` builds the folder that a
//! mini-program copies.
//!
//! Both halves cache one `wx.login` code. WeChat encrypts a user's data with a `session_key` that every `wx.login` may replace, and
//! the service decrypts the data with the code of that `wx.login`. A code must therefore exist *before* the user taps, is used once,
//! within five minutes, and is replaced only *after* the call.
//!
//! ```
//! # use authing_wxapp::{ButtonEvent, Wx, WxClient, WxappLogin};
//! # use authing_core::{Config, Error};
//! # async fn example(wx: impl Wx + 'static, tap: ButtonEvent) -> Result<(), Error> {
//! let client = WxClient::new(Config::new("59f86b4832eb28071bdd9214")?, wx).await?;
//! client.prepare().await?; // On launch: fetches a code before the user taps.
//!
//! match client.login_with_wxapp(WxappLogin::new(tap)).await {
//!     Ok(user) => println!("hello, {:?}", user.nickname),
//!     Err(Error::TapAgain) => println!("please tap again"),
//!     Err(Error::Declined(_)) => println!("the user declined"),
//!     Err(error) => return Err(error),
//! }
//! # Ok(())
//! # }
//! ```

// Public for the tests and for the package's module. They are not part of the interface.
#[doc(hidden)]
pub mod code_cache;
#[doc(hidden)]
pub mod flows;
#[doc(hidden)]
pub mod package;

mod button_event;
mod client;
mod convert;
#[cfg(all(target_arch = "wasm32", feature = "ffi"))]
mod ffi;
mod token_store;
mod transport;
mod wx;

pub use self::button_event::{ButtonEvent, WxappLogin};
pub use self::client::WxClient;
pub use self::token_store::WxTokenStore;
pub use self::transport::WxTransport;
pub use self::wx::{RequestOptions, UploadOptions, Wx, WxError, WxResponse};
