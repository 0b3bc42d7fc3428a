//! Fields that are kept as texts, by their names on the wire: for operations with many optional fields. A table says what each
//! field is, and one loop writes them.

use std::fmt;

use super::Arguments;
use crate::PersonalData;

/// A field: a row of an operation's table. The rows have the order of the request.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TextField {
    name: &'static str,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Required,
    RequiredSecret,
    Text,
    Secret,
    Flag,
    Password,
    OptionalPassword,
}

impl TextField {
    /// A text that must not be empty.
    pub(crate) const fn required(name: &'static str) -> Self {
        Self { name, kind: Kind::Required }
    }

    /// A text that must not be empty, and must not appear in an error or a log.
    pub(crate) const fn required_secret(name: &'static str) -> Self {
        Self { name, kind: Kind::RequiredSecret }
    }

    /// A text. An empty text is sent.
    pub(crate) const fn text(name: &'static str) -> Self {
        Self { name, kind: Kind::Text }
    }

    /// A text that must not appear in an error or a log.
    pub(crate) const fn secret(name: &'static str) -> Self {
        Self { name, kind: Kind::Secret }
    }

    /// `true` or `false`.
    pub(crate) const fn flag(name: &'static str) -> Self {
        Self { name, kind: Kind::Flag }
    }

    /// A password, which is encrypted with the pool's public key.
    pub(crate) const fn password(name: &'static str) -> Self {
        Self { name, kind: Kind::Password }
    }

    /// A password that the operation can do without.
    pub(crate) const fn optional_password(name: &'static str) -> Self {
        Self { name, kind: Kind::OptionalPassword }
    }

    fn is_required(self) -> bool {
        matches!(self.kind, Kind::Required | Kind::RequiredSecret | Kind::Password)
    }
}

/// Reads a text by its name on the wire, such as `givenName`.
pub(crate) type ReadText<'r> = &'r dyn Fn(&'static str) -> Option<String>;

/// The texts that were given. All of them are wiped when they are dropped.
#[derive(Clone, Default)]
pub(crate) struct TextFields(Vec<(&'static str, PersonalData)>);

impl TextFields {
    /// Sets a text, in the place of an earlier one of this name.
    pub(crate) fn set(&mut self, name: &'static str, text: impl Into<PersonalData>) {
        let text = text.into();
        match self.0.iter_mut().find(|(given, _)| *given == name) {
            Some((_, earlier)) => *earlier = text,
            None => self.0.push((name, text)),
        }
    }

    /// Sets a flag.
    pub(crate) fn set_flag(&mut self, name: &'static str, flag: bool) {
        self.set(name, if flag { "true" } else { "false" });
    }

    /// Reads the fields of a table. A required field that is missing counts as empty, so that the arguments reject it by its name.
    pub(crate) fn read(&mut self, table: &[TextField], text: ReadText<'_>) {
        for field in table {
            let missing = field.is_required().then(String::new);
            if let Some(text) = text(field.name).or(missing) {
                self.set(field.name, text);
            }
        }
    }

    /// Adds the fields of a table that were given, but not one that the arguments have already.
    pub(crate) fn insert_into<'a>(&'a self, table: &[TextField], to: &mut Arguments<'a>) {
        for &TextField { name, kind } in table {
            let Some(text) = self.get(name).filter(|_| !to.is_given(name)) else { continue };
            match kind {
                Kind::Required => to.require(name, text.expose()),
                Kind::RequiredSecret => to.require(name, text),
                Kind::Text => to.insert(name, text.expose()),
                Kind::Secret => to.insert(name, text),
                Kind::Flag => to.insert(name, text.expose() == "true"),
                Kind::Password | Kind::OptionalPassword => to.insert_encrypted_text(name, text.expose()),
            }
        }
    }

    pub(crate) fn get(&self, name: &str) -> Option<&PersonalData> {
        self.0.iter().find(|(given, _)| *given == name).map(|(_, text)| text)
    }
}

impl fmt::Debug for TextFields {
    /// The names alone.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.iter().map(|(name, _)| name)).finish()
    }
}

/// The first table whose first field is given.
pub(crate) fn first_given(tables: &[&'static [TextField]], text: ReadText<'_>) -> Option<&'static [TextField]> {
    tables.iter().copied().find(|table| table.first().is_some_and(|field| text(field.name).is_some()))
}
