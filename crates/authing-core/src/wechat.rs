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
//! every `wx.login`, so a code from *after* the data does not fit. A code works once, within five minutes.

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
    /// # WeChat: login
    impl [] Visitor as Visitor {
        /// Logs in with WeChat: see [`LoginWithWxapp`]. The first login registers the user.
        ///
        /// # Errors
        ///
        /// * [`Error::TapAgain`](crate::Error::TapAgain) if the data does not fit the code: the code was used, has expired,
        ///   or is not of the last `wx.login` before the data.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the data, its `iv` or its code is empty; nothing
        ///   is sent.
        /// * [`ErrorCode::USER_BLOCKED`](crate::ErrorCode::USER_BLOCKED) if the user is blocked.
        fn login_with_wxapp(login: LoginWithWxapp) -> User = login;
    }
}

methods! {
    /// # WeChat: the user who is logged in
    impl [P: Principal + May<needs::User>] P as Visitor {
        /// Binds the phone number of a `getPhoneNumber` button to the user who is logged in: see [`BindPhone`].
        ///
        /// # Errors
        ///
        /// * [`Error::NotLoggedIn`](crate::Error::NotLoggedIn) if no user is logged in; nothing is sent.
        /// * [`Error::TokenExpired`](crate::Error::TokenExpired) if the client's login has expired; nothing is sent.
        /// * [`Error::TapAgain`](crate::Error::TapAgain) if the data does not fit the code: the code was used, has expired,
        ///   or is not of the last `wx.login` before the data.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the data, its `iv` or its code is empty; nothing
        ///   is sent.
        /// * [`ErrorCode::OAUTH_TAKEN`](crate::ErrorCode::OAUTH_TAKEN) if another user has the phone number.
        fn bind_phone(data: EncryptedData) -> User = BindPhone { data };
    }
}

methods! {
    /// # WeChat: encrypted data
    impl [P: Principal + May<needs::OptionalUser>] P as Visitor {
        /// Decrypts the phone number of a `getPhoneNumber` button: see [`GetPhone`].
        ///
        /// # Errors
        ///
        /// * [`Error::TapAgain`](crate::Error::TapAgain) if the data does not fit the code: the code was used, has expired,
        ///   or is not of the last `wx.login` before the data.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the data, its `iv` or its code is empty; nothing
        ///   is sent.
        fn get_phone(data: EncryptedData) -> PhoneNumber = GetPhone { data };
        /// Decrypts data that WeChat encrypted: see [`Decrypt`].
        ///
        /// # Errors
        ///
        /// * [`Error::TapAgain`](crate::Error::TapAgain) if the data does not fit the code: the code was used, has expired,
        ///   or is not of the last `wx.login` before the data.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the data, its `iv` or its code is empty; nothing
        ///   is sent.
        fn decrypt(data: EncryptedData) -> Value = Decrypt { data };
    }
}
