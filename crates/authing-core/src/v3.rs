//! Today's REST API (V3): sign-in without a redirect, a user's own account, and the management of a pool.

mod codes;
pub(crate) mod password;
mod system;
pub mod types;

pub mod management;

pub use self::codes::{MoreNeeded, NextStep};
pub use self::password::PasswordEncryption;
pub use self::system::{GetSystem, PublishedKey, SystemInfo, SystemVersion};
