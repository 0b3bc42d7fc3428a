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
        .route("/api/v3/get-management-token", open(Post, |world, _, request| access_key::token(world, &request)))
        .route("/api/v3/list-users", administrator(Post, |world, request| users::list(world, &request)))
        .route("/api/v3/get-user", administrator(Get, |world, request| users::get(world, &request)))
        .route("/api/v3/get-user-batch", administrator(Get, |world, request| users::get_batch(world, &request)))
        .route("/api/v3/create-user", administrator(Post, users::create))
        .route("/api/v3/create-users-batch", administrator(Post, users::create_batch))
        .route("/api/v3/update-user", administrator(Post, users::update))
        .route("/api/v3/delete-users-batch", administrator(Post, |world, request| users::delete_batch(world, &request)))
        .route("/api/v3/is-user-exists", administrator(Post, |world, request| users::exists(world, &request)))
        .route("/api/v3/get-user-identities", administrator(Get, |world, whom| users::identities_of(world, &whom)))
        .route("/api/v3/link-identity", administrator(Post, identities::link))
        .route("/api/v3/get-user-roles", administrator(Get, |world, request| users::roles_of(world, &request)))
        .route("/api/v3/get-user-groups", administrator(Get, |world, whom| users::groups_of(world, &whom)))
        .route(
            "/api/v3/get-user-departments",
            administrator(Get, |world, request| users::departments_of(world, &request)),
        )
        .route(
            "/api/v3/get-user-login-history",
            administrator(Get, |world, request| users::login_history(world, &request)),
        )
        .route(
            "/api/v3/get-user-authorized-resources",
            administrator(Get, |world, request| users::authorized_resources(world, &request)),
        )
        .route("/api/v3/has-any-role", administrator(Post, |world, request| users::has_any_role(world, &request)))
        .route("/api/v3/kick-users", administrator(Post, |world, request| sessions::kick(world, &request)))
        .route("/api/v3/check-session-status", administrator(Post, |world, request| sessions::check(world, &request)))
        .route("/api/v3/set-custom-data", administrator(Post, custom_data::set))
        .route("/api/v3/get-custom-data", administrator(Get, |world, request| custom_data::get(world, &request)))
}

fn role_routes() -> Router<Arc<World>> {
    Router::new()
        .route("/api/v3/get-role", administrator(Get, |world, request| roles::get(world, &request)))
        .route("/api/v3/list-roles", administrator(Get, |world, request| roles::list(world, &request)))
        .route("/api/v3/create-role", administrator(Post, roles::create))
        .route("/api/v3/update-role", administrator(Post, roles::update))
        .route("/api/v3/delete-roles-batch", administrator(Post, |world, request| roles::delete_batch(world, &request)))
        .route("/api/v3/assign-role", administrator(Post, |world, request| roles::assign(world, &request)))
        .route("/api/v3/revoke-role", administrator(Post, |world, request| roles::revoke(world, &request)))
        .route("/api/v3/list-role-members", administrator(Get, |world, request| roles::members(world, &request)))
}

fn group_routes() -> Router<Arc<World>> {
    Router::new()
        .route("/api/v3/get-group", administrator(Get, |world, request| groups::get(world, &request)))
        .route("/api/v3/list-groups", administrator(Get, |world, request| groups::list(world, &request)))
        .route("/api/v3/create-group", administrator(Post, groups::create))
        .route(
            "/api/v3/delete-groups-batch",
            administrator(Post, |world, request| groups::delete_batch(world, &request)),
        )
        .route("/api/v3/add-group-members", administrator(Post, |world, request| groups::add_members(world, &request)))
        .route(
            "/api/v3/remove-group-members",
            administrator(Post, |world, request| groups::remove_members(world, &request)),
        )
        .route("/api/v3/list-group-members", administrator(Get, |world, request| groups::members(world, &request)))
}

fn department_routes() -> Router<Arc<World>> {
    Router::new()
        .route("/api/v3/list-organizations", administrator(Get, departments::list_organizations))
        .route("/api/v3/create-organization", administrator(Post, departments::create_organization))
        .route(
            "/api/v3/delete-organization",
            administrator(Post, |world, request| departments::delete_organization(world, &request)),
        )
        .route("/api/v3/get-department", administrator(Get, |world, request| departments::get(world, &request)))
        .route("/api/v3/create-department", administrator(Post, departments::create))
        .route("/api/v3/delete-department", administrator(Post, |world, request| departments::delete(world, &request)))
        .route(
            "/api/v3/list-children-departments",
            administrator(Get, |world, request| departments::children(world, &request)),
        )
        .route(
            "/api/v3/list-department-members",
            administrator(Get, |world, request| departments::members(world, &request)),
        )
        .route(
            "/api/v3/add-department-members",
            administrator(Post, |world, request| departments::add_members(world, &request)),
        )
        .route(
            "/api/v3/remove-department-members",
            administrator(Post, |world, request| departments::remove_members(world, &request)),
        )
}

fn rights_routes() -> Router<Arc<World>> {
    Router::new()
        .route("/api/v3/create-resource", administrator(Post, resources::create))
        .route(
            "/api/v3/authorize-resources",
            administrator(Post, |world, request| resources::authorize(world, &request)),
        )
        .route(
            "/api/v3/is-action-allowed",
            administrator(Post, |world, request| rights::is_action_allowed(world, &request)),
        )
        .route(
            "/api/v3/get-user-permission-list",
            administrator(Post, |world, request| rights::permission_list(world, &request)),
        )
}
