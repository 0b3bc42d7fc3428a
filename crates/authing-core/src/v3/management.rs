//! The management of a pool of today's service, with an access key.
//!
//! | area | calls |
//! |---|---|
//! | [users](ListUsers) | list, read, create, change and remove users; their roles, groups, departments, logins and sessions |
//! | [custom data](GetCustomData) | read and set |
//! | [roles](ListRoles), [groups](ListGroups), [departments](ListOrganizations) | list, create, change, remove; members |
//! | [permissions](IsActionAllowed) | check, list |
//! | everything else | [`CallRaw`]: `client.call_raw("listWebhooks", arguments)` |
//!
//! A page of a list has 50 entries at most; `client.all(ListUsers::default())` fetches page after page. A call with many users is cut
//! into batches of 50. If one of them fails, [`Error::Incomplete`](crate::Error::Incomplete) lists what was done. A call that the
//! service throttles (429) is repeated after a wait, according to the [`RetryPolicy`](crate::RetryPolicy).

mod administrator_authorization;
mod batch;
mod call_raw;
mod calls;
mod config;
mod context;
mod custom_data;
mod departments;
mod groups;
mod permissions;
mod roles;
mod token;
mod users;

pub use self::batch::{Batched, InBatches, Joined, MAX_BATCH};
pub(crate) use self::batch::{batch_methods, batched};
pub use self::call_raw::{CallRaw, ManagementCall};
pub use self::config::ManagementConfig;
pub use self::context::ManagementContext;
pub use self::custom_data::*;
pub use self::departments::*;
pub use self::groups::*;
pub use self::permissions::*;
pub use self::roles::*;
pub use self::token::{GetManagementToken, ManagementTokenResponse};
pub use self::users::*;
