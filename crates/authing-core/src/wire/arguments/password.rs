//! The arguments that are passwords, encrypted as the client's service requires.

use std::borrow::Cow;

use super::{Arguments, Purpose};
use crate::v3::PasswordEncryption;
use crate::v3::password::PASSWORD_ENCRYPT_TYPE;
use crate::wire::Argument;
use crate::{Error, Password};

impl<'a> Arguments<'a> {
    /// Adds a password, encrypted with the pool's public key.
    pub fn insert_encrypted(&mut self, name: &'static str, password: &'a Password) {
        self.insert_encrypted_text(name, password.expose());
    }

    pub(crate) fn insert_encrypted_text(&mut self, name: &'static str, password: &'a str) {
        if password.is_empty() {
            self.reject(Error::invalid_argument(name, "is empty"));
        }
        match self.pool() {
            None => self.insert(name, Argument::Secret(password)),
            Some(context) => match context.encrypt(name, password) {
                Ok(cipher) => self.insert(name, Argument::String(Cow::Owned(cipher))),
                Err(error) => self.reject(error),
            },
        }
    }

    /// A password for today's REST API: encrypted as the client is configured. Every password of a request passes here.
    pub(crate) fn password(&mut self, password: &'a Password) -> Argument<'a> {
        let Purpose::Send(context, key) = self.purpose else { return Argument::Secret(password.expose()) };
        match (context.password_encryption(), key) {
            (None, _) => Argument::Secret(password.expose()),
            (Some(PasswordEncryption::None), _) => {
                if let Err(error) = context.may_send_password() {
                    self.reject(error);
                }
                Argument::Secret(password.expose())
            }
            (Some(_), None) => {
                self.needs_key = true;
                Argument::Bool(false)
            }
            (Some(_), Some(key)) => match key.encrypt(password, context.runtime().random()) {
                Ok(cipher) => Argument::String(Cow::Owned(cipher)),
                Err(error) => {
                    self.reject(error);
                    Argument::Bool(false)
                }
            },
        }
    }

    /// Adds `passwordEncryptType`, which says how the passwords of the request are encrypted. Nothing is added where they are not.
    pub(crate) fn insert_password_encrypt_type(&mut self) {
        let Purpose::Send(context, _) = self.purpose else { return };
        if let Some(name) = context.password_encryption().and_then(PasswordEncryption::name) {
            self.insert(PASSWORD_ENCRYPT_TYPE, name);
        }
    }

    /// Whether a password waits for the key that it is to be encrypted with.
    pub(crate) fn needs_key(&self) -> bool {
        self.needs_key
    }
}
