//! The types of the service's responses.
//!
//! Fields are named as in the service's GraphQL schema, in Rust's spelling. Almost all are optional, because a request
//! selects the fields that it needs and the schema declares almost no field as required. Dates stay strings: they come as ISO
//! 8601 or as JavaScript's `Date`
//! text.

mod apps;
mod common_message;
mod org;
mod org_node;
mod org_tree;
mod page;
mod pool;
mod rbac;
mod role;
mod role_member;
mod sorted_page;
mod user;

pub use self::apps::{AuthorizedApps, OauthProviderClient, OidcProviderClient, RevokedAuthorization};
pub use self::common_message::CommonMessage;
pub use self::org::{Org, OrgChildNode};
pub use self::org_node::OrgNode;
pub use self::org_tree::{OrgTree, OrgTreeError, OrgTreeNode};
pub use self::page::{List, Page};
pub use self::pool::{PoolSettings, PoolType};
pub use self::rbac::{Group, Permission, RbacList, RbacRole};
pub use self::role::{Reference, Role, RolePermissions};
pub use self::role_member::RoleMember;
pub use self::sorted_page::{SortBy, SortedPage};
pub use self::user::{LoginRecord, ThirdPartyIdentity, User, UserLocation};
