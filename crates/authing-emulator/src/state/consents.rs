//! The applications that users have allowed to act for them.

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Apps {
    authorized: Vec<AppConsent>,
}

/// One user's consent to one application.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct AppConsent {
    pub(crate) id: String,
    pub(crate) user_id: String,
    pub(crate) app_id: String,
    pub(crate) name: String,
    pub(crate) scope: String,
    pub(crate) when: String,
}

impl Apps {
    /// Consent given again takes the place of the earlier one.
    pub(crate) fn authorize(&mut self, consent: AppConsent) {
        self.revoke(&consent.user_id, &consent.app_id);
        self.authorized.push(consent);
    }

    pub(crate) fn of_user<'a>(&'a self, user_id: &'a str) -> impl Iterator<Item = &'a AppConsent> {
        self.authorized.iter().filter(move |consent| consent.user_id == user_id)
    }

    pub(crate) fn revoke(&mut self, user_id: &str, app_id: &str) -> Option<AppConsent> {
        let is_it = |held: &AppConsent| held.user_id == user_id && held.app_id == app_id;
        self.authorized.iter().position(is_it).map(|index| self.authorized.remove(index))
    }
}
