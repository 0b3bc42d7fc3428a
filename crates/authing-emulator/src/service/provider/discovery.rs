//! The discovery document (OpenID Connect Discovery 1.0, section 3; RFC 8414).

use serde_json::{Value, json};

use super::scope;
use crate::world::World;

/// The path that the provider's endpoints are below.
pub(crate) const BASE: &str = "/oidc";

pub(crate) fn issuer(world: &World) -> String {
    format!("{}{BASE}", world.origin)
}

pub(crate) fn document(world: &World) -> Value {
    let issuer = issuer(world);
    let at = |path: &str| format!("{issuer}/{path}");
    let methods = ["client_secret_post", "client_secret_basic", "none"];
    json!({
        "issuer": issuer,
        "authorization_endpoint": at("auth"),
        "token_endpoint": at("token"),
        "userinfo_endpoint": at("me"),
        "jwks_uri": at(".well-known/jwks.json"),
        "introspection_endpoint": at("token/introspection"),
        "revocation_endpoint": at("token/revocation"),
        "end_session_endpoint": at("session/end"),
        "scopes_supported": scope::KNOWN,
        "response_types_supported": ["code"],
        "response_modes_supported": ["query", "fragment", "form_post", "web_message"],
        "grant_types_supported": ["authorization_code", "refresh_token", "client_credentials", "password"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256", "HS256"],
        "token_endpoint_auth_methods_supported": methods,
        "introspection_endpoint_auth_methods_supported": methods,
        "revocation_endpoint_auth_methods_supported": methods,
        "code_challenge_methods_supported": ["S256", "plain"],
        "prompt_values_supported": ["none", "login", "consent", "select_account"],
        "claim_types_supported": ["normal"],
        "claims_supported": super::claims::supported(),
        "ui_locales_supported": ["zh-CN", "en-US"],
        "authorization_response_iss_parameter_supported": true,
        "claims_parameter_supported": false,
        "request_parameter_supported": false,
        "request_uri_parameter_supported": false,
    })
}
