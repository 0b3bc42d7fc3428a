//! The claims about the user of the access token.
//!
//! Wire: `GET {userinfo_endpoint}` with `authorization: Bearer`; documented: `GET {host}/oidc/me` (OpenID Connect Core 1.0,
//! section 5.3)

use super::EndpointUrl;
use crate::oidc::UserInfoClaims;
use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope};
use crate::{Method, Operation, Service};

/// Reads the claims about the user. The client's method compares `sub` with the ID token's.
#[derive(Clone, Debug, Default)]
pub struct RequestUserInfo {
    pub(super) url: Option<EndpointUrl>,
}

impl Operation for RequestUserInfo {
    type Needs = needs::ApplicationUser;
    type Response = UserInfoClaims;

    const NAME: &'static str = "getUserInfo";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Application, Method::Get, "/oidc/me", Encoding::Query, Envelope::Oauth);
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, _to: &mut Arguments<'a>) {}

    fn url(&self) -> Option<&EndpointUrl> {
        self.url.as_ref()
    }
}
