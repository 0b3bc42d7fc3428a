//! An operation's arguments, on their way to the wire.

use std::borrow::Cow;
use std::fmt;

use serde::ser::{Serialize, SerializeMap as _, Serializer};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::body::File;
use crate::context::Context;
use crate::{AdConnectorId, AppId, Encrypted, Error, OneTimeCode, Password, Personal, Phone, PoolId, QrCodeId, RoleId};
use crate::{Secret, Token, UserId, WechatCode};

/// What an operation sends, in order. Arguments that were not given are left out, never sent as `null`.
///
/// Nothing is copied: the arguments borrow from the operation, so that a caller's values are never changed. The first thing
/// that is wrong is kept, and the request is not sent.
pub struct Arguments<'a> {
    purpose: Purpose<'a>,
    entries: Vec<(Cow<'a, str>, Argument<'a>)>,
    file: Option<(&'static str, &'a File)>,
    wrong: Option<Error>,
}

/// What the arguments are collected for.
#[derive(Clone, Copy)]
enum Purpose<'a> {
    /// To be sent: passwords are encrypted.
    Send(&'a Context),
    /// To know what must not be repeated in an error: nothing is encrypted.
    Mask,
}

/// One value.
#[derive(Clone)]
pub enum Argument<'a> {
    /// A string.
    Text(Cow<'a, str>),
    /// A string that must not be seen in an error or a log.
    Hidden(&'a str),
    /// A boolean.
    Flag(bool),
    /// A number.
    Number(i64),
    /// A list of strings.
    List(Vec<&'a str>),
    /// An object.
    Object(Vec<(Cow<'a, str>, Argument<'a>)>),
    /// Whatever the caller of a raw request gave, as JSON.
    Json(Box<RawValue>),
}

impl<'a> Arguments<'a> {
    pub(crate) fn to_send(context: &'a Context) -> Self {
        Self::new(Purpose::Send(context))
    }

    /// Every value of an operation that must not be seen.
    pub(crate) fn hidden(collect: impl FnOnce(&mut Self)) -> Vec<String> {
        let mut arguments = Self::new(Purpose::Mask);
        collect(&mut arguments);
        let mut found = Vec::new();
        hidden_in(&arguments.entries, &mut found);
        found
    }

    fn new(purpose: Purpose<'a>) -> Self {
        Self { purpose, entries: Vec::with_capacity(8), file: None, wrong: None }
    }

    /// Adds a value.
    pub fn put(&mut self, name: &'static str, value: impl Into<Argument<'a>>) {
        self.entries.push((Cow::Borrowed(name), value.into()));
    }

    /// Adds a value if there is one.
    pub fn put_some<T: ?Sized>(&mut self, name: &'static str, value: Option<&'a T>)
    where
        &'a T: Into<Argument<'a>>,
    {
        if let Some(value) = value {
            self.put(name, value);
        }
    }

    /// Adds a value whose name is not known beforehand.
    pub fn put_named(&mut self, name: &'a str, value: impl Into<Argument<'a>>) {
        self.entries.push((Cow::Borrowed(name), value.into()));
    }

    /// Adds whatever the caller of a raw request gave. Nobody knows what it means, so every text in it is hidden.
    pub fn put_json(&mut self, name: &'a str, value: &'a Value) {
        match self.purpose {
            // A JSON value can always be written as JSON.
            Purpose::Send(_) => {
                let raw = serde_json::value::to_raw_value(value).unwrap_or_default();
                self.put_named(name, Argument::Json(raw));
            }
            Purpose::Mask => match value {
                Value::String(text) => self.put_named(name, Argument::Hidden(text)),
                Value::Array(values) => values.iter().for_each(|value| self.put_json(name, value)),
                Value::Object(values) => values.values().for_each(|value| self.put_json(name, value)),
                Value::Null | Value::Bool(_) | Value::Number(_) => {}
            },
        }
    }

    /// Adds a value that must not be empty.
    pub fn need<T: ?Sized>(&mut self, name: &'static str, value: &'a T)
    where
        &'a T: Into<Argument<'a>>,
    {
        let value = value.into();
        if value.is_blank() {
            self.refuse(Error::argument(name, "is empty"));
        }
        self.put(name, value);
    }

    /// Adds the pool's id under the name that the operation has for it.
    pub fn pool(&mut self, name: &'static str) {
        if let Purpose::Send(context) = self.purpose {
            self.put(name, context.config().pool());
        }
    }

    /// Adds the pool's secret.
    pub fn secret(&mut self, name: &'static str) {
        if let Purpose::Send(context) = self.purpose {
            match context.config().secret() {
                Some(secret) => self.put(name, secret),
                None => self.refuse(Error::NoSecret),
            }
        }
    }

    /// Adds a password, encrypted with the pool's public key.
    pub fn seal(&mut self, name: &'static str, password: &'a Password) {
        if password.expose().is_empty() {
            self.refuse(Error::argument(name, "is empty"));
        }
        match self.purpose {
            Purpose::Mask => self.put(name, password),
            Purpose::Send(context) => match context.encrypt(name, password) {
                Ok(cipher) => self.put(name, Argument::Text(Cow::Owned(cipher))),
                Err(error) => self.refuse(error),
            },
        }
    }

    /// Adds a code that the protocol takes as a number.
    pub fn digits(&mut self, name: &'static str, code: &'a OneTimeCode) {
        match (self.purpose, code.expose().trim().parse::<u32>()) {
            (Purpose::Mask, _) => self.put(name, code),
            (Purpose::Send(_), Ok(number)) => self.put(name, number),
            (Purpose::Send(_), Err(_)) => self.refuse(Error::argument(name, "must be the digits of the code")),
        }
    }

    /// Adds an object, such as GraphQL's `input`.
    pub fn object(&mut self, name: &'static str, fill: impl FnOnce(&mut Self)) {
        let mut inner = Self::new(self.purpose);
        fill(&mut inner);
        if let Some(error) = inner.wrong {
            self.refuse(error);
        }
        self.put(name, Argument::Object(inner.entries));
    }

    /// Adds the file of a `multipart/form-data`.
    pub fn file(&mut self, name: &'static str, file: &'a File) {
        self.file = Some((name, file));
    }

    /// Says that an argument is wrong; the first such error is the one the caller gets.
    pub fn refuse(&mut self, error: Error) {
        self.wrong.get_or_insert(error);
    }

    pub(crate) fn is_given(&self, name: &str) -> bool {
        self.entries.iter().any(|(given, _)| given == name)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Takes a value out, for the path.
    pub(crate) fn take(&mut self, name: &str) -> Option<Argument<'a>> {
        let at = self.entries.iter().position(|(given, _)| given == name)?;
        Some(self.entries.remove(at).1)
    }

    /// The values as text, for a query or a form.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (&str, Cow<'_, str>)> {
        self.entries.iter().map(|(name, value)| (name.as_ref(), value.to_text()))
    }

    pub(crate) fn upload(&self) -> Option<(&'static str, &'a File)> {
        self.file
    }

    pub(crate) fn check(&mut self) -> Result<(), Error> {
        self.wrong.take().map_or(Ok(()), Err)
    }
}

impl Serialize for Arguments<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize_object(&self.entries, serializer)
    }
}

impl fmt::Debug for Arguments<'_> {
    /// The names alone.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.entries.iter().map(|(name, _)| name)).finish()
    }
}

impl Argument<'_> {
    fn is_blank(&self) -> bool {
        match self {
            Self::Text(text) => text.trim().is_empty(),
            Self::Hidden(text) => text.trim().is_empty(),
            Self::List(list) => list.is_empty(),
            _ => false,
        }
    }

    /// The value as text, for a path, a query or a form.
    pub(crate) fn to_text(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::Hidden(text) => Cow::Borrowed(text),
            Self::Flag(flag) => Cow::Borrowed(if *flag { "true" } else { "false" }),
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::List(list) => Cow::Owned(list.join(",")),
            Self::Object(_) | Self::Json(_) => Cow::Owned(serde_json::to_string(self).unwrap_or_default()),
        }
    }
}

impl fmt::Debug for Argument<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Argument(…)")
    }
}

impl Serialize for Argument<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Hidden(text) => serializer.serialize_str(text),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Number(number) => serializer.serialize_i64(*number),
            Self::List(list) => list.serialize(serializer),
            Self::Object(entries) => serialize_object(entries, serializer),
            Self::Json(value) => value.serialize(serializer),
        }
    }
}

fn serialize_object<S: Serializer>(entries: &[(Cow<'_, str>, Argument<'_>)], to: S) -> Result<S::Ok, S::Error> {
    let mut map = to.serialize_map(Some(entries.len()))?;
    for (name, value) in entries {
        map.serialize_entry(name, value)?;
    }
    map.end()
}

fn hidden_in(entries: &[(Cow<'_, str>, Argument<'_>)], found: &mut Vec<String>) {
    for (_, value) in entries {
        match value {
            Argument::Hidden(text) => found.push((*text).to_owned()),
            Argument::Object(entries) => hidden_in(entries, found),
            _ => {}
        }
    }
}

impl<'a> From<&'a str> for Argument<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Argument<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Argument<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

impl From<bool> for Argument<'_> {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<&bool> for Argument<'_> {
    fn from(flag: &bool) -> Self {
        Self::Flag(*flag)
    }
}

impl From<u32> for Argument<'_> {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<i64> for Argument<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

macro_rules! seen { ($($id:ident)*) => { $(
    impl<'a> From<&'a $id> for Argument<'a> {
        fn from(id: &'a $id) -> Self {
            Self::Text(Cow::Borrowed(id.as_str()))
        }
    }
)* } }

macro_rules! unseen { ($($secret:ident)*) => { $(
    impl<'a> From<&'a $secret> for Argument<'a> {
        fn from(secret: &'a $secret) -> Self {
            Self::Hidden(secret.expose())
        }
    }
)* } }

seen! { AdConnectorId AppId PoolId RoleId UserId }
unseen! { Encrypted OneTimeCode Password Personal Phone QrCodeId Secret Token WechatCode }
