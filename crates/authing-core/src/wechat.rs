//! WeChat: operations with the encrypted data of a mini-program.
//!
//! | operation | method of the clients | the guide's name |
//! |---|---|---|
//! | [`LoginWithWxapp`] | `login_with_wxapp` | `loginWithWxapp` |
//! | [`GetPhone`] | `get_phone` | `getPhone` |
//! | [`BindPhone`] | `bind_phone` | `bindPhone` |
//! | [`Decrypt`] | `decrypt` | `decrypt` |
//!
//! Each takes an [`EncryptedData`]: the data and the code of the `wx.login` before it. WeChat may rotate the `session_key` with
//! every
//! `wx.login`, so a code from *after* the data does not fit. A code works once, within five minutes.

mod bind_phone;
mod decrypt;
mod encrypted_data;
mod get_phone;
mod login_with_wxapp;

pub use self::bind_phone::BindPhone;
pub use self::decrypt::Decrypt;
pub use self::encrypted_data::EncryptedData;
pub use self::get_phone::{GetPhone, PhoneNumber};
pub use self::login_with_wxapp::LoginWithWxapp;
