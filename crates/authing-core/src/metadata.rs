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
