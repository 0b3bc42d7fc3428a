use crate::wire::Arguments;
use crate::{Password, Personal, Phone};

/// Who logs in for tokens of OpenID Connect, and with which password. It is sent as it is, over TLS.
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
    Unionid(Personal),
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
    pub(crate) fn unionid(unionid: impl Into<Personal>) -> Self {
        Self { identity: Identity::Unionid(unionid.into()), password: None }
    }

    pub(crate) fn put<'a>(&'a self, to: &mut Arguments<'a>) {
        match &self.identity {
            Identity::Email(email) => to.need("email", email),
            Identity::Phone(phone) => to.need("phone", phone),
            Identity::Username(username) => to.need("username", username),
            Identity::Unionid(unionid) => to.need("unionid", unionid),
        }
        if let Some(password) = &self.password {
            to.need("password", password);
        }
    }
}
