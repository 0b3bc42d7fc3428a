//! Organizations: groups as a tree (`org` of the Web SDK).
//!
//! An organization's nodes are groups of [`rbac`](crate::rbac): a node and its group have one id. [`Org::tree`](crate::types::Org::tree) makes a tree of
//! the nodes. All of these calls are the owner's: `pool.as_owner()`.
//!
//! | operation | method of the clients | the Web SDK's name |
//! |---|---|---|
//! | [`CreateOrg`] | `create_org` | `createOrg` |
//! | [`GetOrg`] | `org` | `findById` |
//! | [`ListOrgs`] | `orgs` | `all` |
//! | [`DeleteOrg`] | `delete_org` | `dropById` |
//! | [`GetOrgRootNode`] | `org_root_node` | `rootNode` |
//! | [`CheckOrgRootNode`] | `is_org_root_node` | `isRootNode` |
//! | [`ListOrgChildNodes`] | `org_child_nodes` | `childrenNodes` |
//! | [`AddOrgNode`] | `add_org_node` | `addNode` |
//! | [`RemoveOrgNode`] | `remove_org_node` | `removeNode` |
//! | [`SearchOrgNodeUsers`] | `search_org_node_users` | `searchUser` |

mod add_org_node;
mod check_org_root_node;
mod create_org;
mod delete_org;
mod get_org;
mod get_org_root_node;
mod list_org_child_nodes;
mod list_orgs;
mod remove_org_node;
mod search_org_node_users;

pub use self::add_org_node::AddOrgNode;
pub use self::check_org_root_node::CheckOrgRootNode;
pub use self::create_org::CreateOrg;
pub use self::delete_org::DeleteOrg;
pub use self::get_org::GetOrg;
pub use self::get_org_root_node::GetOrgRootNode;
pub use self::list_org_child_nodes::ListOrgChildNodes;
pub use self::list_orgs::ListOrgs;
pub use self::remove_org_node::RemoveOrgNode;
pub use self::search_org_node_users::SearchOrgNodeUsers;
use crate::client::methods::methods;
use crate::principal::Owner;
use crate::types::{CommonMessage, Group, List, Org, OrgChildNode, User};
use crate::{GroupId, OrgId, PersonalData};

methods! {
    /// # Organizations: the owner's
    impl [] Owner as Owner {
        /// Creates an organization: see [`CreateOrg`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::GROUP_NOT_FOUND`](crate::ErrorCode::GROUP_NOT_FOUND) if there is no such group.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty; nothing is sent.
        fn create_org(root: impl Into<GroupId>) -> Org = CreateOrg { root: root.into(), logo: None };
        /// Reads an organization: see [`GetOrg`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::GROUP_NOT_FOUND`](crate::ErrorCode::GROUP_NOT_FOUND) if there is no such organization.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty; nothing is sent.
        fn org(org: impl Into<OrgId>) -> Org = GetOrg { org: org.into() };
        /// Lists the pool's organizations: see [`ListOrgs`].
        ///
        /// # Errors
        ///
        /// * [`Error::MissingSecret`](crate::Error::MissingSecret) if the pool has no secret; nothing is sent.
        fn orgs() -> List<Org> = ListOrgs;
        /// Deletes an organization: see [`DeleteOrg`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::GROUP_NOT_FOUND`](crate::ErrorCode::GROUP_NOT_FOUND) if there is no such organization.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty; nothing is sent.
        fn delete_org(org: impl Into<OrgId>) -> CommonMessage = DeleteOrg { org: org.into() };
        /// Reads the root of an organization: see [`GetOrgRootNode`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::GROUP_NOT_FOUND`](crate::ErrorCode::GROUP_NOT_FOUND) if there is no such organization.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty; nothing is sent.
        fn org_root_node(org: impl Into<OrgId>) -> Group = GetOrgRootNode { org: org.into() };
        /// Asks whether a group is the root of an organization: see [`CheckOrgRootNode`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::GROUP_NOT_FOUND`](crate::ErrorCode::GROUP_NOT_FOUND) if there is no such organization, or no
        ///   such group in it.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty; nothing is sent.
        fn is_org_root_node(org: impl Into<OrgId>, group: impl Into<GroupId>) -> bool = CheckOrgRootNode { org: org.into(), group: group.into() };
        /// Lists the nodes below a node of an organization: see [`ListOrgChildNodes`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::GROUP_NOT_FOUND`](crate::ErrorCode::GROUP_NOT_FOUND) if there is no such organization, or no
        ///   such group in it.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty; nothing is sent.
        fn org_child_nodes(org: impl Into<OrgId>, group: impl Into<GroupId>) -> Vec<OrgChildNode> = ListOrgChildNodes { org: org.into(), group: group.into() };
        /// Adds a node to an organization: see [`AddOrgNode`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::GROUP_NOT_FOUND`](crate::ErrorCode::GROUP_NOT_FOUND) if there is no such organization, or no
        ///   such group in it.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty; nothing is sent.
        fn add_org_node(org: impl Into<OrgId>, group: impl Into<GroupId>, parent: impl Into<GroupId>) -> Org = AddOrgNode { org: org.into(), group: group.into(), parent: parent.into() };
        /// Removes a node from an organization: see [`RemoveOrgNode`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::GROUP_NOT_FOUND`](crate::ErrorCode::GROUP_NOT_FOUND) if there is no such organization, or no
        ///   such group in it.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty; nothing is sent.
        fn remove_org_node(org: impl Into<OrgId>, group: impl Into<GroupId>) -> Org = RemoveOrgNode { org: org.into(), group: group.into() };
        /// Searches a node of an organization for users: see [`SearchOrgNodeUsers`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::GROUP_NOT_FOUND`](crate::ErrorCode::GROUP_NOT_FOUND) if there is no such organization, or no
        ///   such group in it.
        /// * [`Error::InvalidArgument`](crate::Error::InvalidArgument) if an id is empty or the text is empty; nothing is
        ///   sent.
        fn search_org_node_users(org: impl Into<OrgId>, node: impl Into<GroupId>, query: impl Into<PersonalData>) -> List<User> = SearchOrgNodeUsers { org: org.into(), node: node.into(), query: query.into(), include_children_nodes: false, page: None };
    }
}
