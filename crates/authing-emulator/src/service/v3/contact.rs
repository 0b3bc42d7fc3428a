//! A contact of a user: an email address or a phone number, which a code proves.

use super::error::{EMAIL_TAKEN, PHONE_TAKEN, V3Error};
use crate::service::rules;
use crate::state::State;
use crate::state::users::{Key, User};

/// An email address or a phone number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Contact {
    Email(String),
    Phone(String),
}

impl Contact {
    /// The one of the two that a payload has. `what` is the argument that an error names.
    pub(crate) fn of(email: Option<&str>, phone: Option<&str>, what: &str) -> Result<Self, V3Error> {
        match (email, phone) {
            (Some(email), _) if rules::is_email(email) => Ok(Self::Email(email.to_owned())),
            (None, Some(phone)) if rules::is_phone(phone) => Ok(Self::Phone(phone.to_owned())),
            _ => Err(V3Error::malformed(what)),
        }
    }

    pub(crate) fn key(&self) -> Key<'_> {
        match self {
            Self::Email(email) => Key::Email(email),
            Self::Phone(phone) => Key::Phone(phone),
        }
    }

    pub(crate) fn text(&self) -> &str {
        let (Self::Email(text) | Self::Phone(text)) = self;
        text
    }

    /// The name of its inbox: email addresses are compared without their case.
    pub(crate) fn inbox(&self) -> String {
        match self {
            Self::Email(email) => email.to_ascii_lowercase(),
            Self::Phone(phone) => phone.clone(),
        }
    }

    /// The user's contact of this kind.
    pub(super) fn current<'a>(&self, user: &'a User) -> Option<&'a str> {
        match self {
            Self::Email(_) => user.email.as_deref(),
            Self::Phone(_) => user.phone.as_deref(),
        }
    }

    /// Rejects a contact of another user.
    pub(super) fn check_free(&self, state: &State, user_id: &str) -> Result<(), V3Error> {
        match (state.users.find(self.key()), self) {
            (Some(holder), Self::Email(_)) if holder.id != user_id => Err(EMAIL_TAKEN),
            (Some(holder), Self::Phone(_)) if holder.id != user_id => Err(PHONE_TAKEN),
            _ => Ok(()),
        }
    }

    /// Makes it the user's contact of its kind, verified. The country code is a phone number's.
    pub(super) fn set(&self, user: &mut User, country_code: Option<&str>) {
        match self {
            Self::Email(email) => {
                user.email = Some(email.clone());
                user.email_verified = true;
            }
            Self::Phone(phone) => {
                user.phone = Some(phone.clone());
                user.phone_verified = true;
                user.details.phone_country_code = country_code.map(str::to_owned);
            }
        }
    }
}
