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
    /// # Custom fields
    impl [P: Principal] P as Visitor {
        /// Reads the custom fields of a user: see [`GetMetadata`].
        fn metadata(user: impl Into<UserId>) -> Metadata = GetMetadata { user: user.into() };
        /// Sets a custom field: see [`SetMetadata`].
        fn set_metadata(user: impl Into<UserId>, key: impl Into<String>, value: impl Into<String>) -> Metadata = SetMetadata { user: user.into(), key: key.into(), value: value.into() };
        /// Removes a custom field: see [`RemoveMetadata`].
        fn remove_metadata(user: impl Into<UserId>, key: impl Into<String>) -> Metadata = RemoveMetadata { user: user.into(), key: key.into() };
    }
}
