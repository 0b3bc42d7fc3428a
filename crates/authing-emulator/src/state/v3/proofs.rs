//! The proofs of the first of two steps: the second step presents the token of the proof.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::crypto::{hash, random};
use crate::state::users::FactorKind;

/// The lifetime of such a token: the documentation says 60 seconds.
pub(crate) const TOKEN_LIFETIME: Duration = Duration::from_mins(1);
/// The lifetime of the token that a user needs to read a captcha, or to set up an authenticator.
const LONG_LIFETIME: Duration = Duration::from_mins(5);

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Proofs {
    /// By the token's hash.
    proofs: BTreeMap<String, Kept>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Kept {
    proof: Proof,
    until: Timestamp,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Proof {
    ResetPassword { user: String },
    UpdateEmail { user: String, email: String },
    UpdatePhone { user: String, phone: String, country_code: Option<String> },
    DeleteAccount { user: String },
    Enroll { user: String, factor: FactorKind, address: Option<String> },
    Captcha { text: String },
}

impl Proof {
    fn lifetime(&self) -> Duration {
        match self {
            Self::Enroll { .. } | Self::Captcha { .. } => LONG_LIFETIME,
            _ => TOKEN_LIFETIME,
        }
    }
}

impl Proofs {
    /// The token to show in the second step.
    pub(crate) fn issue(&mut self, proof: Proof, now: Timestamp) -> String {
        self.proofs.retain(|_, kept| now < kept.until);
        let token = random::hex::<24>();
        let until = now.plus(proof.lifetime());
        self.proofs.insert(hash::sha256_base64url(&token), Kept { proof, until });
        token
    }

    /// What a token proves, if it fits. It works once.
    pub(crate) fn redeem(&mut self, token: &str, now: Timestamp, fits: impl Fn(&Proof) -> bool) -> Option<Proof> {
        let key = hash::sha256_base64url(token);
        self.proofs.get(&key).filter(|kept| now < kept.until && fits(&kept.proof))?;
        self.proofs.remove(&key).map(|kept| kept.proof)
    }

    /// What a token proves, without using it up.
    pub(crate) fn find(&self, token: &str, now: Timestamp) -> Option<&Proof> {
        self.proofs.get(&hash::sha256_base64url(token)).filter(|kept| now < kept.until).map(|kept| &kept.proof)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn token_works_once_for_its_purpose_within_a_minute() {
        let mut proofs = Proofs::default();
        let now = Timestamp::EPOCH;
        let is_deletion = |proof: &Proof| matches!(proof, Proof::DeleteAccount { .. });
        let token = proofs.issue(Proof::ResetPassword { user: "u".into() }, now);
        assert_eq!(proofs.redeem(&token, now, is_deletion), None);
        let is_reset = |proof: &Proof| matches!(proof, Proof::ResetPassword { .. });
        assert_eq!(proofs.redeem(&token, now.plus(TOKEN_LIFETIME), is_reset), None);
        assert!(proofs.redeem(&token, now, is_reset).is_some());
        assert_eq!(proofs.redeem(&token, now, is_reset), None);
    }
}
