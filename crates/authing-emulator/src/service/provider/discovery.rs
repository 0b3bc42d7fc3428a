//! The discovery document (OpenID Connect Discovery 1.0, section 3; RFC 8414).

use authing_core::application::ProviderMetadata;
use serde_json::{Value, json};

use super::scope;
use crate::routes;
use crate::state::provider::ResponseType;
use crate::world::World;

pub(crate) fn issuer(world: &World) -> String {
    format!("{}{}", world.origin(), ProviderMetadata::ISSUER_PATH)
}

/// Whether an issuer is this provider's, with any of the emulator's names as its host.
pub(super) fn is_own(world: &World, issuer: &str) -> bool {
    let authority = issuer.strip_prefix("http://").and_then(|rest| rest.strip_suffix(ProviderMetadata::ISSUER_PATH));
    authority.is_some_and(|authority| world.is_own_host(authority))
}

pub(crate) fn document(world: &World) -> Value {
    let issuer = issuer(world);
    let at = |path: &str| format!("{}{path}", world.origin());
    let methods = ["client_secret_post", "client_secret_basic", "none"];
    json!({
        "issuer": issuer,
        "authorization_endpoint": at(routes::AUTHORIZATION),
        "token_endpoint": at(routes::TOKEN),
        "userinfo_endpoint": at(routes::USER_INFO),
        "jwks_uri": at(routes::KEYS),
        "introspection_endpoint": at(routes::INTROSPECTION),
        "revocation_endpoint": at(routes::REVOCATION),
        "end_session_endpoint": at(routes::END_SESSION),
        "scopes_supported": scope::KNOWN,
        "response_types_supported": ResponseType::NAMES,
        "response_modes_supported": ["query", "fragment", "form_post", "web_message"],
        "grant_types_supported": ["authorization_code", "implicit", "refresh_token", "client_credentials", "password"],
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
