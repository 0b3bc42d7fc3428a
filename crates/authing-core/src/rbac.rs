//! Role-based access control: groups, roles and permissions of the pool (`authz` of the Web SDK).
//!
//! A permission belongs to roles, a role to groups and users, and a user to groups. So a group's permissions are those of its
//! roles, and a user's are those of the roles that the user and the user's groups have. A user reads these with
//! [`ListUserPermissions`](crate::account::ListUserPermissions), [`ListUserRoles`](crate::account::ListUserRoles) and
//! [`ListUserGroups`](crate::account::ListUserGroups).
//!
//! All of these calls are the owner's: `pool.as_owner()`. The older roles of [`management`](crate::management) (`Group` of the
//! schema) are others; because they have the shorter names, the methods for these roles say `rbac_role`.
//!
//! | area | operations |
//! |---|---|
//! | [`groups`] | create, read, list, change, delete; their users, roles and permissions |
//! | [`roles`] | create, read, list, change, delete; their users and permissions |
//! | [`permissions`] | create, read, list, change, delete |
//! | [`members`] | add and remove: roles and users of a group, roles of a user, permissions of a role |

pub mod groups;
pub mod members;
pub mod permissions;
pub mod roles;

#[doc(no_inline)]
pub use self::groups::{
    CreateGroup, DeleteGroup, DeleteGroupBatch, GetGroup, ListGroupPermissions, ListGroupRoles, ListGroupUsers,
    ListGroups, UpdateGroup,
};
#[doc(no_inline)]
pub use self::members::{
    AddPermissionToRole, AddPermissionToRoleBatch, AddRoleToGroup, AddRoleToGroupBatch, AddUserToGroup,
    AddUserToGroupBatch, AssignRoleToUser, AssignRoleToUserBatch, RemovePermissionFromRole,
    RemovePermissionFromRoleBatch, RemoveRoleFromGroup, RemoveRoleFromGroupBatch, RemoveUserFromGroup,
    RemoveUserFromGroupBatch, RevokeRoleFromUser, RevokeRoleFromUserBatch,
};
#[doc(no_inline)]
pub use self::permissions::{
    CreatePermission, DeletePermission, DeletePermissionBatch, GetPermission, ListPermissions, UpdatePermission,
};
#[doc(no_inline)]
pub use self::roles::{
    CreateRbacRole, DeleteRbacRole, DeleteRbacRoleBatch, GetRbacRole, ListRbacRolePermissions, ListRbacRoleUsers,
    ListRbacRoles, UpdateRbacRole,
};
