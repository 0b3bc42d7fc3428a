//! A user as V3 writes one (`UserDto`).

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::{identities, input};
use crate::state::State;
use crate::state::users::{PROFILE, User};

/// The fields of a profile that 2020 does not have.
const MORE_PROFILE: [&str; 3] = ["province", "city", "identityNumber"];

/// Every profile field that is plain text.
pub(crate) fn profile_fields() -> impl Iterator<Item = &'static str> {
    PROFILE.into_iter().chain(MORE_PROFILE)
}

/// What is written only if a request asks for it.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[expect(clippy::struct_field_names, clippy::struct_excessive_bools, reason = "they are the wire's")]
pub(crate) struct With {
    #[serde(deserialize_with = "input::flag")]
    with_custom_data: bool,
    #[serde(deserialize_with = "input::flag")]
    flat_custom_data: bool,
    #[serde(deserialize_with = "input::flag")]
    with_identities: bool,
    #[serde(deserialize_with = "input::flag")]
    with_department_ids: bool,
}

pub(crate) fn show(state: &State, user: &User, with: With) -> Value {
    let mut shown = plain(user);
    if with.with_custom_data {
        add_custom_data(&mut shown, &user.details.custom_data, with.flat_custom_data);
    }
    if with.with_identities {
        shown["identities"] = json!(identities::of(user));
    }
    if with.with_department_ids {
        let ids: Vec<&str> = state.v3.departments.of_user(&user.id).map(|department| department.id.as_str()).collect();
        shown["departmentIds"] = json!(ids);
    }
    shown
}

/// Flat data stand among the other fields too, and hide none of them.
pub(super) fn add_custom_data(shown: &mut Value, data: &Map<String, Value>, is_flat: bool) {
    if let (true, Some(shown)) = (is_flat, shown.as_object_mut()) {
        for (name, value) in data {
            shown.entry(name).or_insert_with(|| value.clone());
        }
    }
    shown["customData"] = json!(data);
}

/// Never the password's hash.
fn plain(user: &User) -> Value {
    let details = &user.details;
    let mut shown = json!({
        "userId": user.id,
        "createdAt": user.signed_up,
        "updatedAt": user.updated_at.iso(),
        "signedUp": user.signed_up,
        "status": user.status(),
        "workStatus": "Active",
        "externalId": details.external_id,
        "email": user.email,
        "emailVerified": user.email_verified,
        "phone": user.phone,
        "phoneCountryCode": details.phone_country_code,
        "phoneVerified": user.phone_verified,
        "username": user.username,
        "loginsCount": user.logins_count,
        "lastLogin": user.last_login,
        "lastIp": user.last_ip,
        "lastLoginApp": details.logins.front().map(|login| &login.app_id),
        "passwordLastSetAt": details.password_set_at,
        "resetPasswordOnNextLogin": details.must_reset_password,
        "userSourceType": details.source,
    });
    for name in profile_fields() {
        shown[name] = json!(user.profile.get(name));
    }
    shown["gender"] = json!(user.profile.get("gender").map_or("U", String::as_str));
    shown
}
