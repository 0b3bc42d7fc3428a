//! Interactions: authorization requests that wait for the user's login or consent.

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::ResponseType;
use crate::clock::Timestamp;
use crate::crypto::{hash, random};

/// How long a login page works.
const LIFETIME: Duration = Duration::from_mins(30);
/// The oldest gives way to a newer one.
const MOST: usize = 1000;

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Interactions {
    open: BTreeMap<String, Interaction>,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Interaction {
    pub(crate) request: AuthorizationRequest,
    /// The hash of the cookie of the browser that began it: no other may go on with it.
    browser: String,
    /// What each form must repeat.
    pub(crate) csrf: String,
    begun: Timestamp,
    /// The `sid` of the session that it goes on with, once the user has logged in.
    pub(crate) session: Option<String>,
    /// The QR code that its page shows.
    pub(crate) qr: Option<String>,
}

/// A valid authorization request (RFC 6749, section 4.1.1; OpenID Connect Core, section 3.1.2.1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct AuthorizationRequest {
    pub(crate) app_id: String,
    pub(crate) redirect_uri: String,
    #[serde(default)]
    pub(crate) response_type: ResponseType,
    pub(crate) response_mode: ResponseMode,
    pub(crate) state: Option<String>,
    pub(crate) scope: String,
    pub(crate) nonce: Option<String>,
    pub(crate) challenge: Option<Challenge>,
    pub(crate) prompts: Prompts,
    /// Seconds.
    pub(crate) max_age: Option<i64>,
    pub(crate) login_hint: Option<String>,
    /// The user that an `id_token_hint` names.
    pub(crate) expected_user: Option<String>,
    pub(crate) ui_locales: Option<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ResponseMode {
    #[default]
    Query,
    Fragment,
    FormPost,
    WebMessage,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub(crate) struct Prompts {
    pub(crate) none: bool,
    /// `login`, or `select_account`: there is one account to select, the one that is typed.
    pub(crate) login: bool,
    pub(crate) consent: bool,
}

/// A PKCE challenge (RFC 7636, section 4.3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Challenge {
    pub(crate) method: ChallengeMethod,
    pub(crate) value: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum ChallengeMethod {
    S256,
    #[serde(rename = "plain")]
    Plain,
}

impl Challenge {
    pub(crate) fn matches(&self, verifier: &str) -> bool {
        match self.method {
            ChallengeMethod::S256 => hash::equal_secrets(&hash::sha256_base64url(verifier), &self.value),
            ChallengeMethod::Plain => hash::equal_secrets(verifier, &self.value),
        }
    }
}

impl Interactions {
    /// Its id.
    pub(crate) fn begin(
        &mut self,
        request: AuthorizationRequest,
        browser: &str,
        session: Option<String>,
        now: Timestamp,
    ) -> String {
        self.open.retain(|_, interaction| interaction.is_valid(now));
        if self.open.len() >= MOST
            && let Some(oldest) = self.open.iter().min_by_key(|(_, interaction)| interaction.begun)
        {
            let oldest = oldest.0.clone();
            self.open.remove(&oldest);
        }
        let id = random::hex::<16>();
        let csrf = random::hex::<16>();
        let interaction =
            Interaction { request, browser: hash::sha256_base64url(browser), csrf, begun: now, session, qr: None };
        self.open.insert(id.clone(), interaction);
        id
    }

    /// Of the browser that began it alone.
    pub(crate) fn find_mut(&mut self, id: &str, browser: &str, now: Timestamp) -> Option<&mut Interaction> {
        let is_its = |interaction: &&mut Interaction| {
            interaction.is_valid(now) && interaction.browser == hash::sha256_base64url(browser)
        };
        self.open.get_mut(id).filter(is_its)
    }

    pub(crate) fn has(&self, id: &str) -> bool {
        self.open.contains_key(id)
    }

    pub(crate) fn end(&mut self, id: &str) {
        self.open.remove(id);
    }
}

impl Interaction {
    fn is_valid(&self, now: Timestamp) -> bool {
        now < self.begun.plus(LIFETIME)
    }
}

impl fmt::Debug for Interaction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { request, browser: _, csrf: _, begun, session, qr: _ } = self;
        f.debug_struct("Interaction")
            .field("app_id", &request.app_id)
            .field("begun", begun)
            .field("session", session)
            .finish_non_exhaustive()
    }
}
