//! A code that was sent to a user, and where it was sent to.

use crate::wire::{Arguments, Field};
use crate::{OneTimeCode, Phone};

/// A code that was sent to a user, and where it was sent to: it proves who asks.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum PassCode {
    /// A code by mail.
    Email {
        /// The email address.
        email: String,
        /// The code.
        pass_code: OneTimeCode,
    },
    /// A code by SMS.
    Phone {
        /// The number.
        phone: Phone,
        /// The code.
        pass_code: OneTimeCode,
        /// The country code of the number, such as `+86`.
        phone_country_code: Option<String>,
    },
}

impl PassCode {
    /// A code by mail.
    pub fn email(email: impl Into<String>, pass_code: impl Into<OneTimeCode>) -> Self {
        Self::Email { email: email.into(), pass_code: pass_code.into() }
    }

    /// A code by SMS.
    pub fn phone(phone: impl Into<Phone>, pass_code: impl Into<OneTimeCode>) -> Self {
        Self::Phone { phone: phone.into(), pass_code: pass_code.into(), phone_country_code: None }
    }
}

impl Field for PassCode {
    /// Writes `verifyMethod` and the payload that it needs, regardless of the field's name.
    fn insert_into<'a>(&'a self, _name: &'static str, to: &mut Arguments<'a>) {
        match self {
            Self::Email { email, pass_code } => {
                to.insert("verifyMethod", "EMAIL_PASSCODE");
                to.insert_object("emailPassCodePayload", |payload| {
                    email.insert_into("email", payload);
                    pass_code.insert_into("passCode", payload);
                });
            }
            Self::Phone { phone, pass_code, phone_country_code } => {
                to.insert("verifyMethod", "PHONE_PASSCODE");
                to.insert_object("phonePassCodePayload", |payload| {
                    phone.insert_into("phoneNumber", payload);
                    pass_code.insert_into("passCode", payload);
                    phone_country_code.insert_into("phoneCountryCode", payload);
                });
            }
        }
    }
}
