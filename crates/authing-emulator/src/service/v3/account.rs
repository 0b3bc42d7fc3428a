//! What a signed-in user may see of themselves beside the profile: identities, rights, applications, logins.

use serde::Deserialize;
use serde_json::{Value, json};

use super::error::NO_SUCH_USER;
use super::page::Page;
use super::{Outcome, SignedIn, departments, groups, identities, input, rights, roles, sessions, system};
use crate::service::provider::apps;
use crate::state::users::{AppLogin, Key};
use crate::world::World;

pub(crate) fn identities(world: &World, caller: &SignedIn) -> Outcome {
    let state = world.state();
    Ok(json!(identities::of(state.users.find(Key::Id(&caller.user_id)).ok_or(NO_SUCH_USER)?)))
}

#[derive(Deserialize)]
pub(crate) struct InNamespace {
    namespace: Option<String>,
}

pub(crate) fn roles(world: &World, caller: &SignedIn, request: &InNamespace) -> Value {
    Value::Array(roles::of_user(world, &caller.user_id, request.namespace.as_deref()))
}

pub(crate) fn groups(world: &World, caller: &SignedIn) -> Value {
    Value::Array(groups::of_user(world, &caller.user_id))
}

pub(crate) fn departments(world: &World, caller: &SignedIn, page: &Page) -> Outcome {
    departments::of_user(world, &caller.user_id, *page)
}

pub(crate) fn authorized_resources(world: &World, caller: &SignedIn, request: &rights::Wanted) -> Value {
    rights::of_user(world, &caller.user_id, request)
}

/// There are no tenants here.
pub(crate) fn tenants() -> Value {
    json!([])
}

/// Those the user has logged in to; `active` while a token of theirs works.
pub(crate) fn logged_in_apps(world: &World, caller: &SignedIn) -> Value {
    let mut ids = vec![caller.app_id.clone()];
    if let Some(user) = world.state().users.find(Key::Id(&caller.user_id)) {
        ids.extend(user.details.logins.iter().map(|login| login.app_id.clone()));
    }
    ids.sort();
    ids.dedup();
    let app = |id: &String| system::app(world, id, sessions::is_active(world, &caller.user_id, id));
    ids.iter().map(app).collect()
}

/// All: the emulator restricts none.
pub(crate) fn accessible_apps(world: &World) -> Value {
    apps::all(world).iter().map(|app| system::app(world, &app.id, true)).collect()
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LoginHistory {
    app_id: Option<String>,
    client_ip: Option<String>,
    /// Unix milliseconds.
    #[serde(default, deserialize_with = "input::number")]
    start: Option<i64>,
    /// Unix milliseconds.
    #[serde(default, deserialize_with = "input::number")]
    end: Option<i64>,
    #[serde(flatten)]
    page: Page,
}

/// Logins by V3, newest first. Only those that succeeded belong to a user.
pub(crate) fn login_history(world: &World, caller: &SignedIn, request: &LoginHistory) -> Outcome {
    let user_id = &caller.user_id;
    history(world, user_id, request, |login| {
        json!({
            "userId": user_id,
            "appId": login.app_id,
            "appName": system::app(world, &login.app_id, true)["appName"],
            "appLoginUrl": world.origin(),
            "appLogo": "",
            "loginAt": login.at.iso(),
            "clientIp": login.ip,
            "success": true,
            "userAgent": login.user_agent,
            "loginMethod": login.method,
        })
    })
}

pub(super) fn history(
    world: &World,
    user_id: &str,
    request: &LoginHistory,
    show: impl FnMut(&AppLogin) -> Value,
) -> Outcome {
    let logins = world.state().users.find(Key::Id(user_id)).ok_or(NO_SUCH_USER)?.details.logins.clone();
    let is_wanted = |login: &AppLogin| {
        request.app_id.as_ref().is_none_or(|app| *app == login.app_id)
            && request.client_ip.as_ref().is_none_or(|ip| *ip == login.ip)
            && request.start.is_none_or(|start| login.at.millis() >= start)
            && request.end.is_none_or(|end| login.at.millis() <= end)
    };
    let wanted: Vec<AppLogin> = logins.into_iter().filter(is_wanted).collect();
    request.page.of(&wanted, show)
}

pub(crate) fn security_info(world: &World, caller: &SignedIn) -> Outcome {
    let state = world.state();
    let user = state.users.find(Key::Id(&caller.user_id)).ok_or(NO_SUCH_USER)?;
    let has = [
        user.password.is_some(),
        user.email.is_some(),
        user.phone.is_some(),
        user.mfa.as_ref().is_some_and(|mfa| mfa.enabled),
    ];
    let score = has.iter().filter(|has| **has).count() * 25;
    Ok(json!({
        "passwordSecurityLevel": 1,
        "passwordSet": has[0],
        "emailBinded": has[1],
        "phoneBinded": has[2],
        "mfaEnrolled": has[3],
        "securityScore": score,
    }))
}
