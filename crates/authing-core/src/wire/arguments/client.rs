//! The arguments that come from the client: the ids and secrets of its pool, its application, its user or its access key.

use std::sync::Arc;

use super::{Arguments, Purpose};
use crate::Error;
use crate::application::ClientAuthentication;
use crate::context::Context;

impl<'a> Arguments<'a> {
    /// Adds the pool's id under this name.
    pub fn insert_pool_id(&mut self, name: &'static str) {
        if let Some(context) = self.pool() {
            self.insert(name, context.config().pool());
        }
    }

    /// Adds the id of the user who is logged in, as the token has it.
    pub fn require_own_id(&mut self, name: &'static str) {
        let Some(context) = self.pool() else { return };
        match context.user_id() {
            Some(id) => self.insert(name, id.as_str().to_owned()),
            None if context.token().is_none() => self.reject(Error::NotLoggedIn),
            None => self.reject(Error::invalid_argument(name, "is not in the token: give the user's id")),
        }
    }

    /// Adds the pool's secret. Without one, the error is [`Error::MissingSecret`].
    pub fn insert_pool_secret(&mut self, name: &'static str) {
        if let Some(context) = self.pool() {
            match context.config().secret() {
                Some(secret) => self.insert(name, secret),
                None => self.reject(Error::MissingSecret),
            }
        }
    }

    /// The pool's context, if the arguments are to be sent.
    pub(super) fn pool(&self) -> Option<&'a Arc<Context>> {
        match self.purpose {
            Purpose::Send(context, _) => context.pool(),
            Purpose::Mask => None,
        }
    }

    /// Adds the application's id, and its secret if that stands among the arguments (`client_secret_post`). With
    /// `client_secret_basic` both are in a header.
    pub fn insert_client_authentication(&mut self) {
        let Purpose::Send(context, _) = self.purpose else { return };
        let Some(config) = context.application() else { return };
        match config.client_authentication() {
            ClientAuthentication::SecretBasic => {}
            ClientAuthentication::None => self.insert("client_id", config.app_id()),
            ClientAuthentication::SecretPost => {
                self.insert("client_id", config.app_id());
                self.insert_some("client_secret", config.secret());
            }
        }
    }

    /// Adds the application's id and secret to a JSON body, if they stand there (`client_secret_post`). Without a secret nothing is
    /// added: a header names the application.
    pub(crate) fn insert_client_secret(&mut self) {
        let Purpose::Send(context, _) = self.purpose else { return };
        let Some(config) = context.application() else { return };
        if config.client_authentication() == ClientAuthentication::SecretPost {
            self.insert("client_id", config.app_id());
            self.insert_some("client_secret", config.secret());
        }
    }

    /// Adds the administrator's access key.
    pub(crate) fn insert_access_key(&mut self) {
        let Purpose::Send(context, _) = self.purpose else { return };
        let Some(config) = context.management() else { return };
        self.insert("accessKeyId", config.access_key_id());
        self.insert("accessKeySecret", config.access_key_secret());
    }
}
