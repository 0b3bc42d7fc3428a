//! The applications that users have allowed to act for them.

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Apps {
    authorized: Vec<Authorization>,
}

/// One user's consent to one application.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Authorization {
    pub(crate) id: String,
    pub(crate) user_id: String,
    pub(crate) app_id: String,
    pub(crate) name: String,
    pub(crate) scope: String,
    pub(crate) when: String,
}

impl Apps {
    /// Consent given again takes the place of the earlier one.
    pub(crate) fn authorize(&mut self, authorization: Authorization) {
        self.revoke(&authorization.user_id, &authorization.app_id);
        self.authorized.push(authorization);
    }

    pub(crate) fn of_user<'a>(&'a self, user_id: &'a str) -> impl Iterator<Item = &'a Authorization> {
        self.authorized.iter().filter(move |authorization| authorization.user_id == user_id)
    }

    pub(crate) fn revoke(&mut self, user_id: &str, app_id: &str) -> Option<Authorization> {
        let is_it = |held: &Authorization| held.user_id == user_id && held.app_id == app_id;
        self.authorized.iter().position(is_it).map(|index| self.authorized.remove(index))
    }
}
