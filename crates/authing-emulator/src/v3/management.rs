//! The administrator's calls.

use std::sync::Arc;

use axum::Router;

use super::signer::Verb::{Get, Post};
use super::signer::{administrator, open};
use crate::service::v3::{
    access_key, custom_data, departments, groups, identities, resources, rights, roles, sessions, users,
};
use crate::world::World;

pub(super) fn routes() -> Router<Arc<World>> {
    user_routes().merge(role_routes()).merge(group_routes()).merge(department_routes()).merge(rights_routes())
}

fn user_routes() -> Router<Arc<World>> {
    Router::new()
        .route("/api/v3/get-management-token", open(Post, access_key::token))
        .route("/api/v3/list-users", administrator(Post, users::list))
        .route("/api/v3/get-user", administrator(Get, users::get))
        .route("/api/v3/get-user-batch", administrator(Get, users::get_batch))
        .route("/api/v3/create-user", administrator(Post, users::create))
        .route("/api/v3/create-users-batch", administrator(Post, users::create_batch))
        .route("/api/v3/update-user", administrator(Post, users::update))
        .route("/api/v3/delete-users-batch", administrator(Post, users::delete_batch))
        .route("/api/v3/is-user-exists", administrator(Post, users::exists))
        .route("/api/v3/get-user-identities", administrator(Get, users::identities_of))
        .route("/api/v3/link-identity", administrator(Post, identities::link))
        .route("/api/v3/get-user-roles", administrator(Get, users::roles_of))
        .route("/api/v3/get-user-groups", administrator(Get, users::groups_of))
        .route("/api/v3/get-user-departments", administrator(Get, users::departments_of))
        .route("/api/v3/get-user-login-history", administrator(Get, users::login_history))
        .route("/api/v3/get-user-authorized-resources", administrator(Get, users::authorized_resources))
        .route("/api/v3/has-any-role", administrator(Post, users::has_any_role))
        .route("/api/v3/kick-users", administrator(Post, sessions::kick))
        .route("/api/v3/check-session-status", administrator(Post, sessions::check))
        .route("/api/v3/set-custom-data", administrator(Post, custom_data::set))
        .route("/api/v3/get-custom-data", administrator(Get, custom_data::get))
}

fn role_routes() -> Router<Arc<World>> {
    Router::new()
        .route("/api/v3/get-role", administrator(Get, roles::get))
        .route("/api/v3/list-roles", administrator(Get, roles::list))
        .route("/api/v3/create-role", administrator(Post, roles::create))
        .route("/api/v3/update-role", administrator(Post, roles::update))
        .route("/api/v3/delete-roles-batch", administrator(Post, roles::delete_batch))
        .route("/api/v3/assign-role", administrator(Post, roles::assign))
        .route("/api/v3/revoke-role", administrator(Post, roles::revoke))
        .route("/api/v3/list-role-members", administrator(Get, roles::members))
}

fn group_routes() -> Router<Arc<World>> {
    Router::new()
        .route("/api/v3/get-group", administrator(Get, groups::get))
        .route("/api/v3/list-groups", administrator(Get, groups::list))
        .route("/api/v3/create-group", administrator(Post, groups::create))
        .route("/api/v3/delete-groups-batch", administrator(Post, groups::delete_batch))
        .route("/api/v3/add-group-members", administrator(Post, groups::add_members))
        .route("/api/v3/remove-group-members", administrator(Post, groups::remove_members))
        .route("/api/v3/list-group-members", administrator(Get, groups::members))
}

fn department_routes() -> Router<Arc<World>> {
    Router::new()
        .route("/api/v3/list-organizations", administrator(Get, departments::list_organizations))
        .route("/api/v3/create-organization", administrator(Post, departments::create_organization))
        .route("/api/v3/delete-organization", administrator(Post, departments::delete_organization))
        .route("/api/v3/get-department", administrator(Get, departments::get))
        .route("/api/v3/create-department", administrator(Post, departments::create))
        .route("/api/v3/delete-department", administrator(Post, departments::delete))
        .route("/api/v3/list-children-departments", administrator(Get, departments::children))
        .route("/api/v3/list-department-members", administrator(Get, departments::members))
        .route("/api/v3/add-department-members", administrator(Post, departments::add_members))
        .route("/api/v3/remove-department-members", administrator(Post, departments::remove_members))
}

fn rights_routes() -> Router<Arc<World>> {
    Router::new()
        .route("/api/v3/create-resource", administrator(Post, resources::create))
        .route("/api/v3/authorize-resources", administrator(Post, resources::authorize))
        .route("/api/v3/is-action-allowed", administrator(Post, rights::is_action_allowed))
        .route("/api/v3/get-user-permission-list", administrator(Post, rights::permission_list))
}
