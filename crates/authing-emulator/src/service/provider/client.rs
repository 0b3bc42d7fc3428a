//! Client authentication (RFC 6749, section 2.3).

use super::apps;
use super::error::OauthError;
use super::params::Params;
use crate::crypto::hash;
use crate::state::provider::{App, AuthMethod, ClientEndpoint};
use crate::world::World;

/// What a request's headers say of its sender. It holds a secret, so it has no `Debug`.
pub(crate) struct ClientHeaders {
    /// The `Basic` credentials, decoded from base64: `id:secret`.
    pub(crate) basic: Option<String>,
    /// `x-authing-app-id`. The mini-program and the Web client refresh with nothing else.
    pub(crate) app_id: Option<String>,
}

/// The application that a token, introspection or revocation request comes from.
pub(crate) fn authenticate(
    world: &World,
    endpoint: ClientEndpoint,
    headers: &ClientHeaders,
    form: &Params,
) -> Result<App, OauthError> {
    let (form_id, form_secret) = (form.get("client_id"), form.get("client_secret"));
    match &headers.basic {
        Some(_) if form_secret.is_some() => {
            Err(OauthError::invalid_request("the request uses two methods of client authentication"))
        }
        Some(basic) => by_basic(world, endpoint, basic, form_id),
        None => {
            let id = form_id.or(headers.app_id.as_deref()).ok_or_else(OauthError::invalid_client)?;
            by_form(world, endpoint, id, form_secret)
        }
    }
}

/// RFC 6749 has the id and the secret form-encoded before they are joined; Authing's own client leaves that out. Both pass.
fn by_basic(world: &World, endpoint: ClientEndpoint, basic: &str, form_id: Option<&str>) -> Result<App, OauthError> {
    let (id, secret) = basic.split_once(':').ok_or_else(OauthError::invalid_client)?;
    let app = apps::find(world, &decoded(id)).or_else(|| apps::find(world, id));
    let app =
        app.filter(|app| app.allows(endpoint, AuthMethod::ClientSecretBasic)).ok_or_else(OauthError::invalid_client)?;
    let is_same = form_id.is_none_or(|form_id| form_id == app.id);
    if is_same && (has_secret(&app, secret) || has_secret(&app, &decoded(secret))) {
        Ok(app)
    } else {
        Err(OauthError::invalid_client())
    }
}

fn by_form(world: &World, endpoint: ClientEndpoint, id: &str, secret: Option<&str>) -> Result<App, OauthError> {
    let app = apps::find(world, id).ok_or_else(OauthError::invalid_client)?;
    let accepted = match secret {
        Some(secret) => app.allows(endpoint, AuthMethod::ClientSecretPost) && has_secret(&app, secret),
        None => app.allows(endpoint, AuthMethod::None),
    };
    if accepted { Ok(app) } else { Err(OauthError::invalid_client()) }
}

fn has_secret(app: &App, secret: &str) -> bool {
    app.secret.as_deref().is_some_and(|ours| hash::equal_secrets(ours, secret))
}

/// One form-encoded word.
fn decoded(word: &str) -> String {
    let word = word.replace('&', "%26").replace('=', "%3D");
    form_urlencoded::parse(word.as_bytes()).map(|(name, _)| name.into_owned()).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_is_decoded_whole() {
        for (word, expected) in [("a%2Fb+c%25", "a/b c%"), ("a&b=c", "a&b=c"), ("", "")] {
            assert_eq!(decoded(word), expected, "{word}");
        }
    }
}
