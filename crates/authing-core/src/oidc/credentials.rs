use crate::wire::Arguments;
use crate::{Password, PersonalData, Phone};

/// The identity and the password of a user who logs in with OpenID Connect. The password is sent unencrypted, over TLS.
#[derive(Clone, Debug)]
pub(crate) struct Credentials {
    identity: Identity,
    password: Option<Password>,
}

#[derive(Clone, Debug)]
enum Identity {
    Email(String),
    Phone(Phone),
    Username(String),
    Unionid(PersonalData),
}

impl Credentials {
    pub(crate) fn email(email: impl Into<String>, password: impl Into<Password>) -> Self {
        Self { identity: Identity::Email(email.into()), password: Some(password.into()) }
    }

    pub(crate) fn phone(phone: impl Into<Phone>, password: impl Into<Password>) -> Self {
        Self { identity: Identity::Phone(phone.into()), password: Some(password.into()) }
    }

    pub(crate) fn username(username: impl Into<String>, password: impl Into<Password>) -> Self {
        Self { identity: Identity::Username(username.into()), password: Some(password.into()) }
    }

    /// The id at a third party stands for the password.
    pub(crate) fn unionid(unionid: impl Into<PersonalData>) -> Self {
        Self { identity: Identity::Unionid(unionid.into()), password: None }
    }

    pub(crate) fn insert_into<'a>(&'a self, to: &mut Arguments<'a>) {
        match &self.identity {
            Identity::Email(email) => to.require("email", email),
            Identity::Phone(phone) => to.require("phone", phone),
            Identity::Username(username) => to.require("username", username),
            Identity::Unionid(unionid) => to.require("unionid", unionid),
        }
        if let Some(password) = &self.password {
            to.require("password", password);
        }
    }
}
