//! What the service answers.
//!
//! Fields are named as in the service's GraphQL schema, in Rust's spelling. Almost everything is optional, because a request
//! selects what it needs and the schema promises nothing. Dates stay strings: they come as ISO 8601 or as JavaScript's `Date`
//! text.

mod apps;
mod message;
mod page;
mod permission;
mod pool;
mod role;
mod user;

pub use self::apps::{AuthorizedApps, OauthApp, OidcApp, RevokedApp};
pub use self::message::Message;
pub use self::page::{List, Page};
pub use self::permission::{NamedList, Permission};
pub use self::pool::{PoolSettings, PoolType};
pub use self::role::{Reference, Role, RoleMember, RolePermissions};
pub use self::user::{LoginRecord, ThirdPartyIdentity, User, UserLocation};
