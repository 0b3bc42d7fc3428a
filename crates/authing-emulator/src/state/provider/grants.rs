//! Grants: a user's authorization of an application, with its tokens.
//!
//! The refresh tokens of one grant are a family. Each works once and gives the next. If a used one is sent again, it was stolen, by its
//! first or by its second sender: the whole family is revoked, and the access tokens with it (RFC 9700, section 4.14.2).

use std::collections::BTreeMap;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::crypto::{hash, random};

/// How long an access token and an id token are valid: the service's samples say 3600 seconds.
pub(crate) const TOKEN_LIFETIME: Duration = Duration::from_hours(1);
/// How long a refresh token is valid; the service tells no lifetime.
const REFRESH_LIFETIME: Duration = Duration::from_hours(30 * 24);

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub(crate) struct Grants {
    grants: BTreeMap<String, Grant>,
    /// By the token's hash, as all tokens here, so that an exported state holds none.
    access_tokens: BTreeMap<String, AccessToken>,
    refresh_tokens: BTreeMap<String, RefreshToken>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Grant {
    pub(crate) id: String,
    pub(crate) app_id: String,
    /// `None`: the application itself, by client credentials.
    pub(crate) user_id: Option<String>,
    pub(crate) scope: String,
    /// The browser's session that it came of.
    pub(crate) sid: Option<String>,
    pub(crate) auth_time: Option<i64>,
    pub(crate) issued: Timestamp,
    pub(crate) revoked: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct AccessToken {
    pub(crate) grant_id: String,
    pub(crate) jti: String,
    pub(crate) scope: String,
    pub(crate) iat: i64,
    pub(crate) exp: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct RefreshToken {
    pub(crate) grant_id: String,
    pub(crate) iat: i64,
    pub(crate) exp: i64,
    used: bool,
}

/// What became of a refresh token that was shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum RefreshOutcome {
    Valid(Grant, RefreshToken),
    /// It had been used before. Its family is revoked now.
    Reused,
    Invalid,
}

impl Grant {
    /// The `sub` of the grant's tokens: the user, or the application itself.
    pub(crate) fn subject(&self) -> &str {
        self.user_id.as_ref().unwrap_or(&self.app_id)
    }
}

impl Grants {
    pub(crate) fn add(&mut self, grant: Grant) {
        self.forget_expired(grant.issued);
        self.grants.insert(grant.id.clone(), grant);
    }

    /// Now and then, so that each grant costs little however many there are.
    fn forget_expired(&mut self, now: Timestamp) {
        if !self.access_tokens.len().is_power_of_two() {
            return;
        }
        self.access_tokens.retain(|_, token| now.seconds() < token.exp);
        self.refresh_tokens.retain(|_, token| now.seconds() < token.exp);
        let tokens = self.access_tokens.values().map(|token| &token.grant_id);
        let in_use: std::collections::BTreeSet<_> =
            tokens.chain(self.refresh_tokens.values().map(|token| &token.grant_id)).collect();
        self.grants.retain(|id, _| in_use.contains(id));
    }

    pub(crate) fn find(&self, id: &str) -> Option<&Grant> {
        self.grants.get(id).filter(|grant| !grant.revoked)
    }

    /// Newest first, with those that were revoked.
    pub(crate) fn all(&self) -> Vec<&Grant> {
        let mut grants: Vec<_> = self.grants.values().collect();
        grants.sort_by_key(|grant| std::cmp::Reverse(grant.issued));
        grants
    }

    /// Every token of the grant stops working.
    pub(crate) fn revoke(&mut self, id: &str) -> bool {
        let Some(grant) = self.grants.get_mut(id) else { return false };
        !std::mem::replace(&mut grant.revoked, true)
    }

    /// Revokes the grants of a session that has ended, but those whose refresh tokens outlive it: `outlives` tells.
    pub(crate) fn revoke_session(&mut self, sid: &str, outlives: impl Fn(&Grant) -> bool) {
        let ended = |grant: &&mut Grant| grant.sid.as_deref() == Some(sid) && !outlives(grant);
        self.grants.values_mut().filter(ended).for_each(|grant| grant.revoked = true);
    }

    /// Revokes the user's grants to some applications; the browsers' sessions that they came of.
    pub(crate) fn revoke_of_user(&mut self, user_id: &str, app_ids: &[String]) -> Vec<String> {
        let is_its = |grant: &&mut Grant| grant.user_id.as_deref() == Some(user_id) && app_ids.contains(&grant.app_id);
        let mut sids = Vec::new();
        for grant in self.grants.values_mut().filter(is_its) {
            grant.revoked = true;
            sids.extend(grant.sid.clone());
        }
        sids
    }

    /// Whether a token of the user for the application works: one issued after this second.
    pub(crate) fn is_active(&self, user_id: &str, app_id: &str, after: i64, now: Timestamp) -> bool {
        let is_its = |grant_id: &str| {
            self.find(grant_id).is_some_and(|grant| grant.user_id.as_deref() == Some(user_id) && grant.app_id == app_id)
        };
        let is_valid = |iat: i64, exp: i64| iat > after && now.seconds() < exp;
        let by_access =
            self.access_tokens.values().any(|token| is_valid(token.iat, token.exp) && is_its(&token.grant_id));
        let by_refresh = || {
            self.refresh_tokens
                .values()
                .any(|token| !token.used && is_valid(token.iat, token.exp) && is_its(&token.grant_id))
        };
        by_access || by_refresh()
    }

    pub(crate) fn add_access_token(&mut self, text: &str, token: AccessToken) {
        self.access_tokens.insert(hash::sha256_base64url(text), token);
    }

    /// A token that was not revoked, with its grant. Its expiry is the caller's question.
    pub(crate) fn access_token(&self, text: &str) -> Option<(&Grant, &AccessToken)> {
        let token = self.access_tokens.get(&hash::sha256_base64url(text))?;
        Some((self.find(&token.grant_id)?, token))
    }

    pub(crate) fn revoke_access_token(&mut self, text: &str) {
        self.access_tokens.remove(&hash::sha256_base64url(text));
    }

    pub(crate) fn issue_refresh_token(&mut self, grant_id: &str, iat: i64) -> String {
        let text = random::hex::<32>();
        let exp = Timestamp::from_seconds(iat).plus(REFRESH_LIFETIME).seconds();
        let token = RefreshToken { grant_id: grant_id.into(), iat, exp, used: false };
        self.refresh_tokens.insert(hash::sha256_base64url(&text), token);
        text
    }

    /// A token that may still be used, with its grant.
    pub(crate) fn refresh_token(&self, text: &str, now: Timestamp) -> Option<(&Grant, &RefreshToken)> {
        let token = self.refresh_tokens.get(&hash::sha256_base64url(text))?;
        (!token.used && now.seconds() < token.exp).then_some((self.find(&token.grant_id)?, token))
    }

    /// Looks at a refresh token that an application shows. Another application's attempt changes nothing.
    pub(crate) fn check_refresh_token(&mut self, text: &str, app_id: &str, now: Timestamp) -> RefreshOutcome {
        if let Some((grant, token)) = self.refresh_token(text, now) {
            let is_its = grant.app_id == app_id;
            return if is_its { RefreshOutcome::Valid(grant.clone(), token.clone()) } else { RefreshOutcome::Invalid };
        }
        let Some(token) = self.refresh_tokens.get(&hash::sha256_base64url(text)) else {
            return RefreshOutcome::Invalid;
        };
        let grant_id = token.grant_id.clone();
        if !token.used || self.grants.get(&grant_id).is_none_or(|grant| grant.app_id != app_id) {
            return RefreshOutcome::Invalid;
        }
        self.revoke(&grant_id);
        RefreshOutcome::Reused
    }

    pub(crate) fn mark_refresh_token_used(&mut self, text: &str) {
        if let Some(token) = self.refresh_tokens.get_mut(&hash::sha256_base64url(text)) {
            token.used = true;
        }
    }
}
