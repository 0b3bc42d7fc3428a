//! Custom fields: a few values that an application keeps with a user.
//!
//! | operation | method of the clients | the guide's name |
//! |---|---|---|
//! | [`GetMetadata`] | `metadata` | `metadata` |
//! | [`SetMetadata`] | `set_metadata` | `setMetadata` |
//! | [`RemoveMetadata`] | `remove_metadata` | `removeMetadata` |

#[expect(clippy::module_inception, reason = "one file per operation, and the area is named after its first")]
mod get_metadata;
mod metadata;
mod remove_metadata;
mod set_metadata;

pub use self::get_metadata::GetMetadata;
pub use self::metadata::{Metadata, MetadataField};
pub use self::remove_metadata::RemoveMetadata;
pub use self::set_metadata::SetMetadata;
