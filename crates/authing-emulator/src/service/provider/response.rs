//! The authorization response: the redirect with a code, tokens or an error.

use super::discovery;
use super::error::OauthError;
use crate::state::provider::{AuthorizationRequest, ResponseMode};
use crate::world::World;

/// It holds a code or tokens, so it has no `Debug`.
pub(crate) struct AuthorizationResponse {
    pub(crate) redirect_uri: String,
    pub(crate) mode: ResponseMode,
    pub(crate) parameters: Vec<(&'static str, String)>,
}

/// The destination of a response. It is checked before anything else: no response goes to a URL that is not the application's.
pub(crate) struct Destination<'a> {
    pub(crate) redirect_uri: &'a str,
    pub(crate) mode: ResponseMode,
    pub(crate) state: Option<&'a str>,
}

impl<'a> From<&'a AuthorizationRequest> for Destination<'a> {
    fn from(request: &'a AuthorizationRequest) -> Self {
        Self { redirect_uri: &request.redirect_uri, mode: request.response_mode, state: request.state.as_deref() }
    }
}

impl Destination<'_> {
    pub(crate) fn error(&self, world: &World, error: OauthError) -> AuthorizationResponse {
        let description = error.description.into_owned();
        self.respond(world, vec![("error", error.code.to_owned()), ("error_description", description)])
    }

    /// With the state as it came, and the issuer against mix-ups (RFC 9207).
    pub(crate) fn respond(&self, world: &World, mut parameters: Vec<(&'static str, String)>) -> AuthorizationResponse {
        parameters.extend(self.state.map(|state| ("state", state.to_owned())));
        parameters.push(("iss", discovery::issuer(world)));
        AuthorizationResponse { redirect_uri: self.redirect_uri.to_owned(), mode: self.mode, parameters }
    }
}

impl AuthorizationResponse {
    /// The URL to redirect to, for the modes that have one. The redirect URI's own query stays.
    pub(crate) fn location(&self) -> Option<String> {
        let encoded = form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.parameters).finish();
        let uri = &self.redirect_uri;
        match self.mode {
            ResponseMode::Query if uri.contains('?') => Some(format!("{uri}&{encoded}")),
            ResponseMode::Query => Some(format!("{uri}?{encoded}")),
            ResponseMode::Fragment => Some(format!("{uri}#{encoded}")),
            ResponseMode::FormPost | ResponseMode::WebMessage => None,
        }
    }
}
