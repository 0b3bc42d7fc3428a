//! Metadata: custom fields that an application stores with a user.
//!
//! | operation | method of the clients | the guide's name |
//! |---|---|---|
//! | [`GetMetadata`] | `metadata` | `metadata` |
//! | [`SetMetadata`] | `set_metadata` | `setMetadata` |
//! | [`RemoveMetadata`] | `remove_metadata` | `removeMetadata` |

mod get_metadata;
#[expect(clippy::module_inception, reason = "a file has the name of its type, and the area the name of its data")]
mod metadata;
mod remove_metadata;
mod set_metadata;

pub use self::get_metadata::GetMetadata;
pub use self::metadata::{Metadata, MetadataField};
pub use self::remove_metadata::RemoveMetadata;
pub use self::set_metadata::SetMetadata;
use crate::UserId;
use crate::client::methods::methods;
use crate::principal::Principal;

methods! {
    /// # Metadata: custom fields of a user
    impl [P: Principal] P as Visitor {
        /// Reads the metadata of a user: see [`GetMetadata`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND) if there is no such user.
        /// * [`Error::TokenExpired`](crate::Error::TokenExpired) if the client's login has expired; nothing is sent.
        /// * [`ErrorCode::NOT_LOGGED_IN`](crate::ErrorCode::NOT_LOGGED_IN) if no user is logged in.
        /// * [`ErrorCode::NOT_OWN_DATA`](crate::ErrorCode::NOT_OWN_DATA) if the user is not the one who is logged in. The
        ///   owner may name any user.
        @example "let metadata = client.metadata(\"5e05bbf2d51b3761d5c71070\")"
        fn metadata(user: impl Into<UserId>) -> Metadata = GetMetadata { user: user.into() };
        /// Sets one field of the metadata of a user and returns all of it: see [`SetMetadata`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND) if there is no such user.
        /// * [`Error::TokenExpired`](crate::Error::TokenExpired) if the client's login has expired; nothing is sent.
        /// * [`ErrorCode::NOT_LOGGED_IN`](crate::ErrorCode::NOT_LOGGED_IN) if no user is logged in.
        /// * [`ErrorCode::NOT_OWN_DATA`](crate::ErrorCode::NOT_OWN_DATA) if the user is not the one who is logged in. The
        ///   owner may name any user.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the key is empty; nothing is sent.
        @example "let metadata = client.set_metadata(\"5e05bbf2d51b3761d5c71070\", \"KEY\", \"VALUE\")"
        fn set_metadata(user: impl Into<UserId>, key: impl Into<String>, value: impl Into<String>) -> Metadata = SetMetadata { user: user.into(), key: key.into(), value: value.into() };
        /// Removes one field of the metadata of a user and returns the rest: see [`RemoveMetadata`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND) if there is no such user.
        /// * [`Error::TokenExpired`](crate::Error::TokenExpired) if the client's login has expired; nothing is sent.
        /// * [`ErrorCode::NOT_LOGGED_IN`](crate::ErrorCode::NOT_LOGGED_IN) if no user is logged in.
        /// * [`ErrorCode::NOT_OWN_DATA`](crate::ErrorCode::NOT_OWN_DATA) if the user is not the one who is logged in. The
        ///   owner may name any user.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if the key is empty; nothing is sent.
        fn remove_metadata(user: impl Into<UserId>, key: impl Into<String>) -> Metadata = RemoveMetadata { user: user.into(), key: key.into() };
    }
}
