//! Managing a pool of today's service, with an access key.

mod config;
mod context;
mod token;
mod users;

pub use self::config::ManagementConfig;
pub use self::context::ManagementContext;
pub use self::token::{GetManagementToken, ManagementTokenResponse};
pub(crate) use self::token::{ManagementToken, SharedManagementToken};
pub use self::users::{GetUser, ListUsers, ListUsersOptions, Sort, UserFilter};
