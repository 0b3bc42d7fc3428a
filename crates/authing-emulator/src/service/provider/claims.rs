//! Claims about a user, by scope (OpenID Connect Core, sections 5.1 and 5.4). A claim that is not known is null, as the service has
//! it; but an unknown `birthdate` is left out, as section 5.3.2 advises for all: certified clients parse it as a date.

use serde_json::{Map, Value, json};

use super::scope;
use crate::state::State;
use crate::state::users::User;

const BIRTHDATE: &str = "birthdate";

/// The claims of `profile` that are fields of a user's profile: their names there and here.
pub(crate) const PROFILE: [(&str, &str); 13] = [
    ("name", "name"),
    ("family_name", "familyName"),
    ("given_name", "givenName"),
    ("middle_name", "middleName"),
    ("nickname", "nickname"),
    ("preferred_username", "preferredUsername"),
    ("profile", "profile"),
    ("picture", "photo"),
    ("website", "website"),
    ("gender", "gender"),
    (BIRTHDATE, "birthdate"),
    ("zoneinfo", "zoneinfo"),
    ("locale", "locale"),
];

/// The members of the claim `address`: likewise.
const ADDRESS: [(&str, &str); 6] = [
    ("formatted", "formatted"),
    ("street_address", "streetAddress"),
    ("locality", "locality"),
    ("region", "region"),
    ("postal_code", "postalCode"),
    ("country", "country"),
];

/// The names of the other claims.
const OTHERS: [&str; 14] = [
    "sub",
    "updated_at",
    "email",
    "email_verified",
    "phone_number",
    "phone_number_verified",
    "address",
    "username",
    "roles",
    "external_id",
    "extended_fields",
    "tenant_id",
    "auth_time",
    "sid",
];

/// For the discovery document.
pub(crate) fn supported() -> Vec<&'static str> {
    PROFILE.iter().map(|(claim, _)| *claim).chain(OTHERS).collect()
}

/// `sub`, and what the scope lets an application see.
pub(crate) fn of_user(state: &State, user: &User, granted: &str) -> Map<String, Value> {
    // The scope of `/oauth` shows all.
    let has = |name: &str| scope::has(granted, name) || scope::has(granted, scope::USER);
    let mut claims = Map::from_iter([("sub".to_owned(), json!(user.id))]);
    let mut insert = |name: &str, value: Value| claims.insert(name.to_owned(), value);
    if has("profile") {
        for (claim, field) in PROFILE {
            let value = user.profile.get(field);
            if claim != BIRTHDATE || value.is_some_and(|date| !date.is_empty()) {
                insert(claim, json!(value));
            }
        }
        insert("updated_at", json!(user.updated_at.seconds()));
    }
    if has("email") {
        insert("email", json!(user.email));
        insert("email_verified", json!(user.email_verified));
    }
    if has("phone") {
        insert("phone_number", json!(user.phone));
        insert("phone_number_verified", json!(user.phone_verified));
    }
    if has("address") {
        insert("address", address(user));
    }
    if has("username") {
        insert("username", json!(user.username));
    }
    if has("roles") {
        insert("roles", roles(state, user));
    }
    if has("extended_fields") {
        insert("extended_fields", json!(user.metadata));
    }
    for name in ["external_id", "tenant_id"] {
        if has(name) {
            insert(name, Value::Null);
        }
    }
    claims
}

fn address(user: &User) -> Value {
    let known =
        ADDRESS.iter().filter_map(|(claim, field)| Some(((*claim).to_owned(), json!(user.profile.get(*field)?))));
    let known: Map<String, Value> = known.collect();
    if known.is_empty() { Value::Null } else { Value::Object(known) }
}

/// By name.
fn roles(state: &State, user: &User) -> Value {
    state.roles.roles_of(&user.id).filter_map(|member| Some(json!(state.roles.find(&member.role)?.name))).collect()
}
