//! The argument of a method, from JavaScript.

use authing_core::Error;
use authing_core::host::EventDetail;
use authing_core::wire::{RawObject, text};

use crate::button_event::ButtonEvent;

/// The argument of a method: an object of options or, as in the guide, a value.
pub(super) struct MethodArguments<'a> {
    json: &'a str,
    fields: RawObject<'a>,
}

impl<'a> MethodArguments<'a> {
    /// Reads the argument's JSON. No argument counts as an object without fields.
    pub(super) fn read(json: &'a str) -> Self {
        Self { json, fields: RawObject::read(json).unwrap_or_default() }
    }

    /// An option. A number is read as its digits.
    pub(super) fn optional(&self, name: &str) -> Option<String> {
        plain(self.fields.json(name)?)
    }

    /// A required option. If it is missing, it is empty, and the operation rejects it by its name.
    pub(super) fn required(&self, name: &str) -> String {
        self.optional(name).unwrap_or_default()
    }

    /// The value, or the option of this name.
    pub(super) fn value_or_field(&self, name: &str) -> String {
        plain(self.json).unwrap_or_else(|| self.required(name))
    }

    pub(super) fn bool(&self, name: &str) -> Option<bool> {
        self.fields.json(name).map(|json| json == "true")
    }

    pub(super) fn number(&self, name: &str) -> Option<u32> {
        self.fields.number(name).and_then(|number| u32::try_from(number).ok())
    }

    /// `{detail, code?}`: a button's event.
    pub(super) fn tap(&self) -> Result<ButtonEvent, Error> {
        let detail = self.fields.json("detail").and_then(|detail| RawObject::read(detail).ok());
        let detail =
            detail.ok_or_else(|| Error::invalid_argument("detail", "is missing: give the event's e.detail"))?;
        Ok(self.with_code(self::detail(&detail)))
    }

    /// `{encryptedData, iv, code?}`: data without an event.
    pub(super) fn encrypted_data(&self) -> ButtonEvent {
        self.with_code(EventDetail { err_msg: ":ok".to_owned(), ..detail(&self.fields) })
    }

    fn with_code(&self, detail: EventDetail) -> ButtonEvent {
        let tap = ButtonEvent::new(detail);
        match self.optional("code").filter(|code| !code.is_empty()) {
            Some(code) => tap.with_code(code),
            None => tap,
        }
    }
}

/// Reads the `detail` of a button's event, or the result of `wx.getUserInfo`.
pub(super) fn detail(fields: &RawObject<'_>) -> EventDetail {
    let text = |name| fields.text(name).unwrap_or_default();
    EventDetail { err_msg: text("errMsg"), encrypted_data: text("encryptedData").into(), iv: text("iv") }
}

/// The text of a string, a number or a boolean.
fn plain(json: &str) -> Option<String> {
    match json.as_bytes().first()? {
        b'"' => text(json),
        b'{' | b'[' | b'n' => None,
        _ => Some(json.to_owned()),
    }
}
