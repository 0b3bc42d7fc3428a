//! The arguments of an operation.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use serde_json::Value;
use serde_json::value::RawValue;

use zeroize::Zeroizing;

use super::json::push_text;
use crate::application::ClientAuthentication;
use crate::body::UploadFile;
use crate::call_context::CallContext;
use crate::context::Context;
use crate::types::Page;
use crate::v3::PasswordEncryption;
use crate::v3::password::{PASSWORD_ENCRYPT_TYPE, PasswordKey};
use crate::{
    AccessToken, AuthorizationCode, Ciphertext, Error, OneTimeCode, Password, PersonalData, Phone, PkceCodeVerifier,
    QrCodeId, RefreshToken, Secret, Token, WechatCode,
};
use crate::{AdConnectorId, AppId, GroupId, OrgId, PermissionId, PoolId, RbacRoleId, RoleId, UserId};

/// The arguments of an operation, in the order of the request. An argument without a value is left out, never sent as `null`.
///
/// The arguments borrow from the operation. The first error is kept, and the request is then not sent.
pub struct Arguments<'a> {
    purpose: Purpose<'a>,
    entries: Vec<(Cow<'a, str>, Argument<'a>)>,
    file: Option<(&'static str, &'a UploadFile)>,
    wrong: Option<Error>,
    needs_key: bool,
}

/// How the wire numbers the first page of a list.
#[derive(Clone, Copy, Debug)]
pub(crate) enum FirstPage {
    One,
    Zero,
}

/// The purpose of the arguments.
#[derive(Clone, Copy)]
enum Purpose<'a> {
    /// A request: passwords are encrypted, with this key where the context fetches one.
    Send(&'a CallContext, Option<&'a PasswordKey>),
    /// The list of secrets to mask in an error: nothing is encrypted.
    Mask,
}

/// One value.
#[derive(Clone)]
pub enum Argument<'a> {
    /// A string.
    String(Cow<'a, str>),
    /// A string that must not appear in an error or a log.
    Secret(&'a str),
    /// A boolean.
    Bool(bool),
    /// A number.
    Number(i64),
    /// A list of strings.
    List(Vec<&'a str>),
    /// A list of values. In a query each is a `name[]` of its own.
    Array(Vec<Argument<'a>>),
    /// An object.
    Object(Vec<(Cow<'a, str>, Argument<'a>)>),
    /// A value of a raw request, as JSON.
    Json(Box<RawValue>),
}

impl<'a> Arguments<'a> {
    pub(crate) fn for_request(context: &'a CallContext, key: Option<&'a PasswordKey>) -> Self {
        Self::new(Purpose::Send(context, key))
    }

    /// All secret values of an operation.
    pub(crate) fn secrets(collect: impl FnOnce(&mut Self)) -> Vec<Zeroizing<String>> {
        let mut arguments = Self::new(Purpose::Mask);
        collect(&mut arguments);
        let mut found = Vec::new();
        collect_secrets(&arguments.entries, &mut found);
        found
    }

    fn new(purpose: Purpose<'a>) -> Self {
        Self { purpose, entries: Vec::with_capacity(8), file: None, wrong: None, needs_key: false }
    }

    /// Adds a value.
    pub fn insert(&mut self, name: &'static str, value: impl Into<Argument<'a>>) {
        self.entries.push((Cow::Borrowed(name), value.into()));
    }

    /// Adds a value if there is one.
    pub fn insert_some<T: ?Sized>(&mut self, name: &'static str, value: Option<&'a T>)
    where
        &'a T: Into<Argument<'a>>,
    {
        if let Some(value) = value {
            self.insert(name, value);
        }
    }

    /// Adds a value with a name that is not a constant.
    pub fn insert_dynamic(&mut self, name: &'a str, value: impl Into<Argument<'a>>) {
        self.entries.push((Cow::Borrowed(name), value.into()));
    }

    /// Adds any value of the caller of a raw request. Its meaning is not known, so that every text and number
    /// in it is hidden.
    pub fn insert_json(&mut self, name: &'a str, value: &'a Value) {
        let value = self.json(value);
        self.insert_dynamic(name, value);
    }

    /// Adds a value that must not be empty.
    pub fn require<T: ?Sized>(&mut self, name: &'static str, value: &'a T)
    where
        &'a T: Into<Argument<'a>>,
    {
        let value = value.into();
        if value.is_blank() {
            self.reject(Error::invalid_argument(name, "is empty"));
        }
        self.insert(name, value);
    }

    /// Adds the page of a list, whose number the caller counts from 1.
    pub(crate) fn insert_page(&mut self, page: Page, first: FirstPage) {
        if page.number == 0 {
            self.reject(Error::invalid_argument("page", "must be 1 or more"));
        }
        self.insert(
            "page",
            match first {
                FirstPage::One => page.number,
                FirstPage::Zero => page.number.saturating_sub(1),
            },
        );
        self.insert("count", page.size);
    }

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

    /// Adds a password, encrypted with the pool's public key.
    pub fn insert_encrypted(&mut self, name: &'static str, password: &'a Password) {
        if password.expose().is_empty() {
            self.reject(Error::invalid_argument(name, "is empty"));
        }
        match self.pool() {
            None => self.insert(name, password),
            Some(context) => match context.encrypt(name, password) {
                Ok(cipher) => self.insert(name, Argument::String(Cow::Owned(cipher))),
                Err(error) => self.reject(error),
            },
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

    /// The pool's context, if the arguments are to be sent.
    fn pool(&self) -> Option<&'a Arc<Context>> {
        match self.purpose {
            Purpose::Send(context, _) => context.pool(),
            Purpose::Mask => None,
        }
    }

    /// Adds a code that the protocol declares as a number.
    pub fn insert_numeric_code(&mut self, name: &'static str, code: &'a OneTimeCode) {
        match (self.purpose, code.expose().trim().parse::<u32>()) {
            (Purpose::Mask, _) => self.insert(name, code),
            (Purpose::Send(..), Ok(number)) => self.insert(name, number),
            (Purpose::Send(..), Err(_)) => self.reject(Error::invalid_argument(name, "must be the digits of the code")),
        }
    }

    /// Adds an object, such as GraphQL's `input`.
    pub fn insert_object(&mut self, name: &'static str, fill: impl FnOnce(&mut Self)) {
        let object = self.object(fill);
        self.insert(name, object);
    }

    /// Adds an object if anything is in it.
    pub fn insert_object_unless_empty(&mut self, name: &'static str, fill: impl FnOnce(&mut Self)) {
        match self.object(fill) {
            Argument::Object(entries) if entries.is_empty() => {}
            object => self.insert(name, object),
        }
    }

    /// An object, whose errors are those of the whole.
    pub(crate) fn object(&mut self, fill: impl FnOnce(&mut Self)) -> Argument<'a> {
        let mut inner = Self::new(self.purpose);
        fill(&mut inner);
        if let Some(error) = inner.wrong {
            self.reject(error);
        }
        self.needs_key |= inner.needs_key;
        Argument::Object(inner.entries)
    }

    /// Adds a value whose name is made of other arguments.
    pub(crate) fn insert_owned(&mut self, name: String, value: Argument<'a>) {
        self.entries.push((Cow::Owned(name), value));
    }

    /// Adds a value of a raw request, whose texts, numbers and lists may stand in a path or a query.
    pub(crate) fn insert_plain_json(&mut self, name: &'a str, value: &'a Value) {
        let value = self.plain_json(value);
        self.insert_dynamic(name, value);
    }

    fn plain_json(&self, value: &'a Value) -> Argument<'a> {
        match value {
            Value::String(text) => Argument::Secret(text),
            Value::Bool(flag) => Argument::Bool(*flag),
            Value::Array(values) => Argument::Array(values.iter().map(|value| self.plain_json(value)).collect()),
            value => self.json(value),
        }
    }

    /// Any JSON of a caller. Its meaning is not known, so that every text and number in it is hidden.
    pub(crate) fn json(&self, value: &'a Value) -> Argument<'a> {
        // A JSON value can always be written as JSON.
        let raw = || Argument::Json(serde_json::value::to_raw_value(value).unwrap_or_default());
        match (self.purpose, value) {
            (Purpose::Send(..), _) | (Purpose::Mask, Value::Number(_)) => raw(),
            (Purpose::Mask, Value::String(text)) => Argument::Secret(text),
            (Purpose::Mask, Value::Array(values)) => Argument::Array(values.iter().map(|it| self.json(it)).collect()),
            (Purpose::Mask, Value::Object(values)) => {
                Argument::Array(values.values().map(|it| self.json(it)).collect())
            }
            (Purpose::Mask, Value::Null | Value::Bool(_)) => Argument::Bool(true),
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

    /// Whether a password waits for the key that it is to be encrypted with.
    pub(crate) fn needs_key(&self) -> bool {
        self.needs_key
    }

    /// Adds the file of a `multipart/form-data`.
    pub fn insert_file(&mut self, name: &'static str, file: &'a UploadFile) {
        self.file = Some((name, file));
    }

    /// Rejects the arguments with an error. The caller gets the first one.
    pub fn reject(&mut self, error: Error) {
        self.wrong.get_or_insert(error);
    }

    pub(crate) fn is_given(&self, name: &str) -> bool {
        self.entries.iter().any(|(given, _)| given == name)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Removes a value, for the path.
    pub(crate) fn take(&mut self, name: &str) -> Option<Argument<'a>> {
        let at = self.entries.iter().position(|(given, _)| given == name)?;
        Some(self.entries.remove(at).1)
    }

    /// The values as text, for a query or a form.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (Cow<'_, str>, Cow<'_, str>)> {
        self.entries.iter().flat_map(|(name, value)| {
            let (array, one) = match value {
                Argument::Array(values) => (Some(values), None),
                value => (None, Some((Cow::Borrowed(name.as_ref()), value.to_text()))),
            };
            let each =
                move |value: &'_ Argument<'a>| (Cow::Owned([name, "[]"].concat()), value.to_text().into_owned().into());
            array.into_iter().flatten().map(each).chain(one)
        })
    }

    /// Writes the arguments as a JSON object.
    pub(crate) fn push_json(&self, json: &mut String) {
        push_object(json, &self.entries);
    }

    pub(crate) fn upload(&self) -> Option<(&'static str, &'a UploadFile)> {
        self.file
    }

    pub(crate) fn check(&mut self) -> Result<(), Error> {
        self.wrong.take().map_or(Ok(()), Err)
    }
}

impl fmt::Debug for Arguments<'_> {
    /// The names alone.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.entries.iter().map(|(name, _)| name)).finish()
    }
}

impl Argument<'_> {
    fn collect_secrets(&self, found: &mut Vec<Zeroizing<String>>) {
        match self {
            Self::Secret(text) => found.push(Zeroizing::new((*text).to_owned())),
            Self::Json(number) => found.push(Zeroizing::new(number.get().to_owned())),
            Self::Object(entries) => collect_secrets(entries, found),
            Self::Array(values) => values.iter().for_each(|value| value.collect_secrets(found)),
            _ => {}
        }
    }

    pub(crate) fn is_blank(&self) -> bool {
        match self {
            Self::String(text) => text.trim().is_empty(),
            Self::Secret(text) => text.trim().is_empty(),
            Self::List(list) => list.is_empty(),
            Self::Array(values) => values.is_empty(),
            _ => false,
        }
    }

    /// The value as text, for a path, a query or a form.
    pub(crate) fn to_text(&self) -> Cow<'_, str> {
        match self {
            Self::String(text) => Cow::Borrowed(text),
            Self::Secret(text) => Cow::Borrowed(text),
            Self::Bool(flag) => Cow::Borrowed(if *flag { "true" } else { "false" }),
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::List(list) => Cow::Owned(list.join(",")),
            Self::Array(_) | Self::Object(_) | Self::Json(_) => {
                let mut json = String::new();
                self.push_json(&mut json);
                Cow::Owned(json)
            }
        }
    }
}

impl Argument<'_> {
    fn push_json(&self, json: &mut String) {
        match self {
            Self::String(text) => push_text(json, text),
            Self::Secret(text) => push_text(json, text),
            Self::Bool(_) | Self::Number(_) => json.push_str(&self.to_text()),
            Self::List(list) => push_all(json, ['[', ']'], list, |json, text| push_text(json, text)),
            Self::Array(values) => push_all(json, ['[', ']'], values, |json, value| value.push_json(json)),
            Self::Object(entries) => push_object(json, entries),
            Self::Json(value) => json.push_str(value.get()),
        }
    }
}

impl fmt::Debug for Argument<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Argument(…)")
    }
}

/// Writes between brackets, with commas.
fn push_all<T>(json: &mut String, brackets: [char; 2], items: &[T], push: impl Fn(&mut String, &T)) {
    let [begin, end] = brackets;
    json.push(begin);
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            json.push(',');
        }
        push(json, item);
    }
    json.push(end);
}

fn push_object(json: &mut String, entries: &[(Cow<'_, str>, Argument<'_>)]) {
    push_all(json, ['{', '}'], entries, |json, (name, value)| {
        push_text(json, name);
        json.push(':');
        value.push_json(json);
    });
}

fn collect_secrets(entries: &[(Cow<'_, str>, Argument<'_>)], found: &mut Vec<Zeroizing<String>>) {
    for (_, value) in entries {
        value.collect_secrets(found);
    }
}

impl<'a> From<&'a str> for Argument<'a> {
    fn from(text: &'a str) -> Self {
        Self::String(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Argument<'a> {
    fn from(text: &'a String) -> Self {
        Self::String(Cow::Borrowed(text))
    }
}

impl From<String> for Argument<'_> {
    fn from(text: String) -> Self {
        Self::String(Cow::Owned(text))
    }
}

impl From<bool> for Argument<'_> {
    fn from(flag: bool) -> Self {
        Self::Bool(flag)
    }
}

impl From<&bool> for Argument<'_> {
    fn from(flag: &bool) -> Self {
        Self::Bool(*flag)
    }
}

impl From<u32> for Argument<'_> {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<&u32> for Argument<'_> {
    fn from(number: &u32) -> Self {
        Self::Number((*number).into())
    }
}

impl From<&i64> for Argument<'_> {
    fn from(number: &i64) -> Self {
        Self::Number(*number)
    }
}

impl From<i64> for Argument<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

macro_rules! plain { ($($id:ident)*) => { $(
    impl<'a> From<&'a $id> for Argument<'a> {
        fn from(id: &'a $id) -> Self {
            Self::String(Cow::Borrowed(id.as_str()))
        }
    }
)* } }

macro_rules! secret { ($($secret:ident)*) => { $(
    impl<'a> From<&'a $secret> for Argument<'a> {
        fn from(secret: &'a $secret) -> Self {
            Self::Secret(secret.expose())
        }
    }
)* } }

plain! { AdConnectorId AppId GroupId OrgId PermissionId PoolId RbacRoleId RoleId UserId }
secret! {
    AccessToken AuthorizationCode Ciphertext OneTimeCode Password PersonalData Phone PkceCodeVerifier QrCodeId RefreshToken
    Secret Token WechatCode
}
