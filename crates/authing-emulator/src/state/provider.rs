//! The OpenID provider's state: applications, keys, browsers' sessions, logins under way, codes, grants.

mod app;
mod codes;
mod grants;
mod interactions;
mod keys;
mod new_app;
mod redirect_uri;
mod response_type;
mod sessions;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use app::AuthMethod;
pub(crate) use app::{App, ClientEndpoint};
pub(crate) use codes::{Code, Codes, Redemption};
pub(crate) use grants::{AccessToken, Grant, Grants, RefreshOutcome, TOKEN_LIFETIME};
pub(crate) use interactions::{
    AuthorizationRequest, Challenge, ChallengeMethod, Interaction, Interactions, Prompts, ResponseMode,
};
pub(crate) use keys::SigningKeys;
pub use new_app::{AppError, NewApp};
pub(crate) use redirect_uri::RedirectUri;
pub(crate) use response_type::ResponseType;
pub(crate) use sessions::{BrowserSession, Sessions};

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub(crate) struct Provider {
    /// Those that were added or changed since the start, by id. The others are in the configuration.
    pub(crate) apps: BTreeMap<String, App>,
    pub(crate) keys: SigningKeys,
    pub(crate) sessions: Sessions,
    pub(crate) interactions: Interactions,
    pub(crate) codes: Codes,
    pub(crate) grants: Grants,
}
