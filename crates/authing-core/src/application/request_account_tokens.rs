//! Tokens of a programmatic account (编程访问账号).
//!
//! Wire: `POST {token_endpoint}`, a form; documented: `POST {host}/oidc/token` (RFC 6749, section 4.4)

use super::request_tokens::insert_scope;
use super::{EndpointUrl, TokenSetResponse};
use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope};
use crate::{AppId, Method, Operation, Secret, Service};

/// Requests tokens of a programmatic account with the account's key and secret, instead of the application's.
#[derive(Clone, Debug)]
pub struct RequestAccountTokens {
    /// The account's key (`accessKey`).
    pub id: AppId,
    /// The account's secret.
    pub secret: Secret,
    /// The scopes, with spaces between them.
    pub scope: String,
    pub(super) url: Option<EndpointUrl>,
}

impl RequestAccountTokens {
    /// Creates the request for an account, to the documented path.
    pub fn new(id: impl Into<AppId>, secret: impl Into<Secret>, scope: impl Into<String>) -> Self {
        Self { id: id.into(), secret: secret.into(), scope: scope.into(), url: None }
    }
}

impl Operation for RequestAccountTokens {
    type Needs = needs::AnyApplication;
    type Response = TokenSetResponse;

    const NAME: &'static str = "requestAccountTokens";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Application, Method::Post, "/oidc/token", Encoding::Form, Envelope::Oauth);

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("client_id", &self.id);
        to.require("client_secret", &self.secret);
        to.insert("grant_type", "client_credentials");
        insert_scope(to, &self.scope);
    }

    fn url(&self) -> Option<&EndpointUrl> {
        self.url.as_ref()
    }
}
