//! WeChat, by way of a mini-program: its encrypted data, traded at the service.
//!
//! | operation | method of the clients | the guide's name |
//! |---|---|---|
//! | [`LoginWithWxapp`] | `login_with_wxapp` | `loginWithWxapp` |
//! | [`GetPhone`] | `get_phone` | `getPhone` |
//! | [`BindPhone`] | `bind_phone` | `bindPhone` |
//! | [`Decrypt`] | `decrypt` | `decrypt` |
//!
//! Each takes a [`EncryptedData`]: what WeChat encrypted, with the code of the `wx.login` that came before it. WeChat may rotate its
//! `session_key` with every `wx.login`, so a code taken *after* the data no longer fits; and a code works once, within five
//! minutes.

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
use crate::client::methods::methods;
use crate::principal::{May, Principal, Visitor, needs};
use crate::types::User;
use serde_json::Value;

methods! {
    /// # WeChat: logging in
    impl [] Visitor as Visitor {
        /// Logs in with WeChat: see [`LoginWithWxapp`].
        fn login_with_wxapp(login: LoginWithWxapp) -> User = login;
    }
}

methods! {
    /// # WeChat: the user's own
    impl [P: Principal + May<needs::User>] P as Visitor {
        /// Binds the person's phone number: see [`BindPhone`].
        fn bind_phone(data: EncryptedData) -> User = BindPhone { data };
    }
}

methods! {
    /// # WeChat
    impl [P: Principal + May<needs::OptionalUser>] P as Visitor {
        /// Reads the person's phone number: see [`GetPhone`].
        fn get_phone(data: EncryptedData) -> PhoneNumber = GetPhone { data };
        /// Decrypts whatever WeChat encrypted: see [`Decrypt`].
        fn decrypt(data: EncryptedData) -> Value = Decrypt { data };
    }
}
