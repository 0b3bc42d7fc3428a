//! The inbox: the SMS and mail that the service would have sent.

use serde::{Deserialize, Serialize};

/// As many as are kept; the oldest go first.
const CAPACITY: usize = 1000;

/// The way of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Channel {
    /// To a phone.
    Sms,
    /// To an email address.
    Mail,
}

/// An SMS or a mail that the service would have sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct InboxMessage {
    /// SMS or mail.
    pub channel: Channel,
    /// The phone number or email address.
    pub to: String,
    /// The purpose: `login`, `register`, `resetPassword`, `verifyEmail` or `changeEmail`; of today's service the channel, such as
    /// `CHANNEL_LOGIN`.
    pub purpose: String,
    /// The text.
    pub text: String,
    /// The code in it.
    pub code: String,
    /// When it was sent, by the emulator's clock (ISO 8601).
    pub sent_at: String,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Inbox {
    messages: std::collections::VecDeque<InboxMessage>,
}

impl Inbox {
    pub(crate) fn deliver(&mut self, message: InboxMessage) {
        self.messages.push_front(message);
        self.messages.truncate(CAPACITY);
    }

    /// Newest first.
    pub(crate) fn messages(&self) -> Vec<InboxMessage> {
        self.messages.iter().cloned().collect()
    }
}
