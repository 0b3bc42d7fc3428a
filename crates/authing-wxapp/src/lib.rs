//! Authing in a WeChat mini-program.
//!
//! Two halves share one core. The Rust half is here: [`Wx`] is what a mini-program's `wx` can do, and [`WxClient`] is the
//! client over it, for programs written in Rust and for tests with a mock of `wx`. The other half, [`package`], is what
//! JavaScript drives: `cargo xtask wxapp` makes of it the folder that a mini-program copies in.
//!
//! Both keep codes alike. WeChat encrypts a person's data with a `session_key` that every `wx.login` may replace, and the
//! service opens it with the code of that `wx.login`: so a code must be taken *before* the person taps, be used once, within
//! five minutes, and be replaced only *after* the call. The [`code_cache`] sees to it; no caller has to.
//!
//! ```
//! # use authing_wxapp::{ButtonEvent, Wx, WxClient, WxappLogin};
//! # use authing_core::{Config, Error};
//! # async fn example(wx: impl Wx + 'static, tap: ButtonEvent) -> Result<(), Error> {
//! let client = WxClient::new(Config::new("59f86b4832eb28071bdd9214")?, wx).await?;
//! client.prepare().await?; // On launch: a code is at hand before the person taps.
//!
//! match client.login_with_wxapp(WxappLogin::new(tap)).await {
//!     Ok(user) => println!("hello, {:?}", user.nickname),
//!     Err(Error::TapAgain) => println!("please tap again"),
//!     Err(Error::Declined(_)) => println!("perhaps later"),
//!     Err(error) => return Err(error),
//! }
//! # Ok(())
//! # }
//! ```

pub mod code_cache;
pub mod flows;
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
pub use self::code_cache::CodeCache;
pub use self::token_store::WxTokenStore;
pub use self::transport::WxTransport;
pub use self::wx::{RequestOptions, UploadOptions, Wx, WxError, WxResponse};
