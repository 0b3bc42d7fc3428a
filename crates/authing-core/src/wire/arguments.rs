//! The arguments of an operation.

mod client;
mod password;
mod raw;

use std::borrow::Cow;
use std::fmt;

use zeroize::Zeroizing;

use super::argument::{Argument, collect_secrets, push_object};
use crate::body::UploadFile;
use crate::call_context::CallContext;
use crate::number::whole_number;
use crate::types::Page;
use crate::v3::password::PasswordKey;
use crate::{Error, OneTimeCode};

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

    /// Adds a code that the protocol declares as a number.
    pub fn insert_numeric_code(&mut self, name: &'static str, code: &'a OneTimeCode) {
        let number = whole_number(code.expose().trim()).and_then(|number| u32::try_from(number).ok());
        match (self.purpose, number) {
            (Purpose::Mask, _) => self.insert(name, code),
            (Purpose::Send(..), Some(number)) => self.insert(name, number),
            (Purpose::Send(..), None) => self.reject(Error::invalid_argument(name, "must be the digits of the code")),
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
        // `Vec::remove` would be the only one in the package that needs `memmove`.
        for next in at + 1..self.entries.len() {
            self.entries.swap(next - 1, next);
        }
        self.entries.pop().map(|(_, value)| value)
    }

    /// Calls `found` with each name and value as texts, for a query or a form.
    pub(crate) fn each_text(&self, found: &mut dyn FnMut(&str, &str)) {
        for (name, value) in &self.entries {
            match value {
                Argument::Array(values) => {
                    let name = [name, "[]"].concat();
                    for value in values {
                        found(&name, &value.to_text());
                    }
                }
                value => found(name, &value.to_text()),
            }
        }
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
