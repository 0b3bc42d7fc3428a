//! What a user has: identities, roles, groups, departments, logins and resources.

use serde::Deserialize;
use serde_json::json;

use super::page::{self, Page};
use super::user_identifier::UserIdentifier;
use super::{Outcome, account, departments, groups, identities, rights, roles, system};
use crate::world::World;

pub(crate) fn identities_of(world: &World, user: &UserIdentifier) -> Outcome {
    Ok(json!(identities::of(user.find(&world.state())?)))
}

#[derive(Deserialize)]
pub(crate) struct InNamespace {
    #[serde(flatten)]
    user: UserIdentifier,
    namespace: Option<String>,
}

pub(crate) fn roles_of(world: &World, request: &InNamespace) -> Outcome {
    let id = request.user.id(world)?;
    Ok(page::whole(&roles::of_user(world, &id, request.namespace.as_deref())))
}

#[derive(Deserialize)]
pub(crate) struct Paged {
    #[serde(flatten)]
    user: UserIdentifier,
    #[serde(flatten)]
    page: Page,
}

pub(crate) fn departments_of(world: &World, request: &Paged) -> Outcome {
    departments::of_user(world, &request.user.id(world)?, request.page)
}

pub(crate) fn groups_of(world: &World, user: &UserIdentifier) -> Outcome {
    Ok(page::whole(&groups::of_user(world, &user.id(world)?)))
}

#[derive(Deserialize)]
pub(crate) struct LoginHistory {
    #[serde(flatten)]
    user: UserIdentifier,
    #[serde(flatten)]
    wanted: account::LoginHistory,
}

pub(crate) fn login_history(world: &World, request: &LoginHistory) -> Outcome {
    account::history(world, &request.user.id(world)?, &request.wanted, |login| {
        json!({
            "appId": login.app_id,
            "appName": system::app(world, &login.app_id, true)["appName"],
            "appLogo": "",
            "appLoginUrl": world.origin(),
            "clientIp": login.ip,
            "userAgent": login.user_agent,
            "time": login.at.iso(),
        })
    })
}

#[derive(Deserialize)]
pub(crate) struct AuthorizedResources {
    #[serde(flatten)]
    user: UserIdentifier,
    #[serde(flatten)]
    wanted: rights::Wanted,
}

pub(crate) fn authorized_resources(world: &World, request: &AuthorizedResources) -> Outcome {
    Ok(rights::of_user(world, &request.user.id(world)?, &request.wanted))
}

#[derive(Deserialize)]
pub(crate) struct HasAnyRole {
    #[serde(flatten)]
    user: UserIdentifier,
    roles: Vec<roles::Named>,
}

pub(crate) fn has_any_role(world: &World, request: &HasAnyRole) -> Outcome {
    let id = request.user.id(world)?;
    Ok(json!({ "hasAnyRole": roles::has_any(world, &id, &request.roles) }))
}
