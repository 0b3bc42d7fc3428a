//! The GraphQL side: an engine built from the schema, and one file of resolvers per area.

mod account;
mod apps;
#[cfg(test)]
mod conformance;
mod contact;
mod directory;
mod email;
pub(crate) mod http;
mod login;
mod management;
mod metadata;
mod mfa;
mod oauth;
mod pool;
mod profile;
mod rbac;
mod register;
mod resolver;
mod roles;
mod schema;
mod sign_in;
mod tokens;

pub(crate) use schema::{BuildError, Engine, build};

use crate::state::rbac::Kind;
use resolver::Resolver;

/// Every root field that is answered; any other is a GraphQL error, as if the schema had none.
const RESOLVERS: &[Resolver] = &[
    ("GetUserAuthorizedApps", apps::list),
    ("LoginByLDAP", directory::log_in_by_ldap),
    ("ReadOauthList", oauth::list),
    ("RevokeUserAuthorizedApp", apps::revoke),
    ("adConnectorByProvider", directory::connector),
    ("addPermissionToRBACRole", |call| rbac::put(call, Kind::Permission, Kind::Role)),
    ("addPermissionToRBACRoleBatch", |call| rbac::put(call, Kind::Permission, Kind::Role)),
    ("addRoleToRBACGroup", |call| rbac::put(call, Kind::Role, Kind::Group)),
    ("addRoleToRBACGroupBatch", |call| rbac::put(call, Kind::Role, Kind::Group)),
    ("addUserToRBACGroup", |call| rbac::put(call, Kind::User, Kind::Group)),
    ("addUserToRBACGroupBatch", |call| rbac::put(call, Kind::User, Kind::Group)),
    ("assignRBACRoleToUser", |call| rbac::put(call, Kind::User, Kind::Role)),
    ("assignRBACRoleToUserBatch", |call| rbac::put(call, Kind::User, Kind::Role)),
    ("assignUserToRole", roles::assign),
    ("bindOtherOAuth", oauth::bind),
    ("changeMFA", mfa::change),
    ("changePassword", account::change_password),
    ("checkLoginStatus", tokens::check_login_status),
    ("checkPhoneCode", contact::check_phone_code),
    ("clientRoles", roles::list),
    ("createRBACGroup", |call| rbac::create(call, Kind::Group)),
    ("createRBACPermission", |call| rbac::create(call, Kind::Permission)),
    ("createRBACRole", |call| rbac::create(call, Kind::Role)),
    ("createRole", roles::create),
    ("decodeJwtToken", tokens::decode),
    ("getClientWhenSdkInit", tokens::owner_token),
    ("getUserPoolSettings", pool::settings),
    ("login", login::login),
    ("loginByAd", directory::log_in_by_ad),
    ("notBindOAuthList", oauth::of_user),
    ("qiNiuUploadToken", account::upload_token),
    ("queryMFA", mfa::query),
    ("queryRoleByUserId", roles::of_user),
    ("refreshSignInToken", sign_in::refresh),
    ("refreshThirdPartyToken", management::refresh_third_party_token),
    ("refreshToken", management::refresh_token),
    ("register", register::register),
    ("removePermissionFromRBACRole", |call| rbac::take(call, Kind::Permission, Kind::Role)),
    ("removePermissionFromRBACRoleBatch", |call| rbac::take(call, Kind::Permission, Kind::Role)),
    ("removeRoleFromRBACGroup", |call| rbac::take(call, Kind::Role, Kind::Group)),
    ("removeRoleFromRBACGroupBatch", |call| rbac::take(call, Kind::Role, Kind::Group)),
    ("removeUserFromGroup", roles::withdraw),
    ("removeUserFromRBACGroup", |call| rbac::take(call, Kind::User, Kind::Group)),
    ("removeUserFromRBACGroupBatch", |call| rbac::take(call, Kind::User, Kind::Group)),
    ("removeUserMetadata", metadata::remove),
    ("removeUsers", management::remove),
    ("revokeRBACRoleFromUser", |call| rbac::take(call, Kind::User, Kind::Role)),
    ("revokeRBACRoleFromUserBatch", |call| rbac::take(call, Kind::User, Kind::Role)),
    ("searchUser", management::search),
    ("sendChangeEmailVerifyCode", contact::send_email_code),
    ("sendResetPasswordEmail", email::send_reset_password),
    ("sendVerifyEmail", email::send_verification),
    ("setUserMetadata", metadata::set),
    ("signIn", sign_in::sign_in),
    ("unbindEmail", account::unbind_email),
    ("unbindOtherOAuth", oauth::unbind),
    ("updateEmail", contact::update_email),
    ("updatePhone", contact::update_phone),
    ("updateRole", roles::update),
    ("updateUser", profile::update),
    ("user", account::user),
    ("userExist", pool::user_exists),
    ("userGroup", roles::members),
    ("userGroupList", |call| rbac::of_user(call, Kind::Group)),
    ("userMetadata", metadata::list),
    ("userPatch", management::by_ids),
    ("userPermissionList", |call| rbac::of_user(call, Kind::Permission)),
    ("userRoleList", |call| rbac::of_user(call, Kind::Role)),
    ("users", management::list),
    ("verifyResetPasswordVerifyCode", email::check_reset_code),
];
