//! QR codes to log in with: generated, scanned, confirmed or cancelled; and the tickets of the confirmed ones.

use std::collections::BTreeMap;
use std::time::Duration;

use authing_core::qr::GenerateAppQr;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::clock::Timestamp;
use crate::crypto::random;

/// A pool's setting there; this is its default.
pub(crate) const LIFETIME: Duration = Duration::from_mins(2);
/// Likewise.
pub(crate) const TICKET_LIFETIME: Duration = Duration::from_mins(5);

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub(crate) struct QrCodes {
    codes: BTreeMap<String, QrCode>,
    tickets: BTreeMap<String, Ticket>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct QrCode {
    pub(crate) scene: Scene,
    pub(crate) made: Timestamp,
    pub(crate) stage: Stage,
    forced_to_expire: bool,
}

/// Who scans it: a mini-program, or an app, which sees what was put into the code.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Scene {
    Wxapp { fetch_phone: bool },
    App { custom: Map<String, Value> },
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Stage {
    Waiting,
    Scanned(ScannedUser),
    Confirmed {
        person: ScannedUser,
        /// A ticket for an app's code, the user with a token for a mini-program's.
        outcome: Value,
    },
    Cancelled,
}

/// The user who scanned a code: one of the pool, or a WeChat user who may not be one yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum ScannedUser {
    User(String),
    OnWeChat(String),
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Ticket {
    user_id: String,
    at: Timestamp,
}

impl QrCode {
    pub(crate) fn new(scene: Scene, made: Timestamp) -> Self {
        Self { scene, made, stage: Stage::Waiting, forced_to_expire: false }
    }

    /// A code that was confirmed or cancelled no longer expires.
    pub(crate) fn is_expired(&self, now: Timestamp) -> bool {
        let is_open = matches!(self.stage, Stage::Waiting | Stage::Scanned(_));
        is_open && (self.forced_to_expire || now >= self.made.plus(LIFETIME))
    }

    /// Whether it can still be scanned and confirmed.
    pub(crate) fn is_open(&self, now: Timestamp) -> bool {
        matches!(self.stage, Stage::Waiting | Stage::Scanned(_)) && !self.is_expired(now)
    }

    pub(crate) fn expire(&mut self) {
        self.forced_to_expire = true;
    }

    pub(crate) fn scanned_by(&self) -> Option<&ScannedUser> {
        match &self.stage {
            Stage::Scanned(person) | Stage::Confirmed { person, .. } => Some(person),
            Stage::Waiting | Stage::Cancelled => None,
        }
    }

    pub(crate) fn status(&self, now: Timestamp) -> &'static str {
        match self.stage {
            _ if self.is_expired(now) => "expired",
            Stage::Waiting => "waiting",
            Stage::Scanned(_) => "scanned",
            Stage::Confirmed { .. } => "confirmed",
            Stage::Cancelled => "cancelled",
        }
    }

    /// What the picture holds.
    pub(crate) fn content(&self, id: &str, pool: &str) -> String {
        match &self.scene {
            Scene::Wxapp { .. } => id.to_owned(),
            Scene::App { custom } => json!({
                "scene": GenerateAppQr::SCENE,
                "qrcodeId": id,
                "createdAt": self.made.iso(),
                "userPoolId": pool,
                "userDefinedData": custom,
            })
            .to_string(),
        }
    }
}

impl QrCodes {
    /// Codes are kept a while after they expired, so that it can be said of them.
    pub(crate) fn add(&mut self, id: String, code: QrCode) {
        let now = code.made;
        self.codes.retain(|_, code| now < code.made.plus(LIFETIME.saturating_mul(10)));
        self.tickets.retain(|_, ticket| now < ticket.at.plus(TICKET_LIFETIME));
        self.codes.insert(id, code);
    }

    /// Whether this is a code or a ticket of this pool.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.codes.contains_key(id) || self.tickets.contains_key(id)
    }

    pub(crate) fn find(&self, id: &str) -> Option<&QrCode> {
        self.codes.get(id)
    }

    pub(crate) fn find_mut(&mut self, id: &str) -> Option<&mut QrCode> {
        self.codes.get_mut(id)
    }

    /// Newest first.
    pub(crate) fn all(&self) -> Vec<(&String, &QrCode)> {
        let mut codes: Vec<_> = self.codes.iter().collect();
        codes.sort_by_key(|(_, code)| std::cmp::Reverse(code.made));
        codes
    }

    pub(crate) fn issue_ticket(&mut self, user_id: String, now: Timestamp) -> String {
        let ticket = random::hex::<16>();
        self.tickets.insert(ticket.clone(), Ticket { user_id, at: now });
        ticket
    }

    /// The user a ticket stands for. It works once.
    pub(crate) fn redeem_ticket(&mut self, ticket: &str, now: Timestamp) -> Option<String> {
        let ticket = self.tickets.remove(ticket)?;
        (now < ticket.at.plus(TICKET_LIFETIME)).then_some(ticket.user_id)
    }
}
