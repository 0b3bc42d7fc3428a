//! JSON that is passed on: where a value ends, what a text says, how a text is written.
//!
//! One reader for every target: a mini-program carries it in the place of `serde_json`, to which the tests hold it. Structs are
//! read by `serde_json`.

use std::borrow::Cow;

/// How deep objects and lists may stand in each other, as in `serde_json`.
const MAX_DEPTH: u32 = 127;

/// The text is not JSON (RFC 8259).
#[derive(Debug)]
pub(super) struct Malformed;

/// Calls `found` with the name and the value of each field of an object, or with `""` and each element of a list.
pub(super) fn entries<'a>(json: &'a str, mut found: impl FnMut(&'a str, &'a str)) -> Result<(), Malformed> {
    let mut reader = Reader::new(json);
    reader.entries(1, &mut found)?;
    reader.end()
}

/// Whether a text is one value of any kind.
pub(super) fn is_json(json: &str) -> bool {
    let mut reader = Reader::new(json);
    reader.skip(0).and_then(|()| reader.end()).is_ok()
}

/// The text of a JSON string.
pub(super) fn text(json: &str) -> Option<Cow<'_, str>> {
    let mut reader = Reader::new(json);
    let quoted = reader.string().ok()?;
    reader.end().ok()?;
    unescape(quoted)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Self {
        let mut reader = Self { text, at: 0 };
        reader.space();
        reader
    }

    fn end(&mut self) -> Result<(), Malformed> {
        self.space();
        if self.at == self.text.len() { Ok(()) } else { Err(Malformed) }
    }

    /// The next byte; at the end a zero, which JSON has nowhere.
    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or_default()
    }

    fn take(&mut self, expected: u8) -> bool {
        let is_next = self.peek() == expected;
        self.at += usize::from(is_next);
        is_next
    }

    fn expect(&mut self, expected: u8) -> Result<(), Malformed> {
        if self.take(expected) { Ok(()) } else { Err(Malformed) }
    }

    fn space(&mut self) {
        while matches!(self.peek(), b' ' | b'\t' | b'\n' | b'\r') {
            self.at += 1;
        }
    }

    fn entries(&mut self, depth: u32, found: &mut dyn FnMut(&'a str, &'a str)) -> Result<(), Malformed> {
        let is_object = self.peek() == b'{';
        let (begin, end) = if is_object { (b'{', b'}') } else { (b'[', b']') };
        self.expect(begin)?;
        self.space();
        if self.take(end) {
            return Ok(());
        }
        loop {
            self.space();
            let name = if is_object { self.string()? } else { "" };
            if is_object {
                self.space();
                self.expect(b':')?;
                self.space();
            }
            let start = self.at;
            self.skip(depth)?;
            found(name, &self.text[start..self.at]);
            self.space();
            if self.take(end) {
                return Ok(());
            }
            self.expect(b',')?;
        }
    }

    fn skip(&mut self, depth: u32) -> Result<(), Malformed> {
        match self.peek() {
            b'{' | b'[' if depth < MAX_DEPTH => self.entries(depth + 1, &mut |_, _| {}),
            b'"' => self.string().map(drop),
            b'-' | b'0'..=b'9' => self.number(),
            _ => {
                let words = ["true", "false", "null"];
                let word = words.into_iter().find(|word| self.text[self.at..].starts_with(word)).ok_or(Malformed)?;
                self.at += word.len();
                Ok(())
            }
        }
    }

    /// A string, with its quotes.
    fn string(&mut self) -> Result<&'a str, Malformed> {
        let start = self.at;
        self.expect(b'"')?;
        loop {
            let rest = &self.text.as_bytes()[self.at..];
            self.at += rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | ..0x20)).ok_or(Malformed)?;
            if self.take(b'"') {
                return Ok(&self.text[start..self.at]);
            }
            self.expect(b'\\')?;
            let length = if self.peek() == b'u' { 5 } else { 1 };
            let escape = self.text.as_bytes().get(self.at..self.at + length).ok_or(Malformed)?;
            if !matches!(escape[0], b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' | b'u')
                || !escape[1..].iter().all(u8::is_ascii_hexdigit)
            {
                return Err(Malformed);
            }
            self.at += length;
        }
    }

    fn number(&mut self) -> Result<(), Malformed> {
        self.take(b'-');
        if !self.take(b'0') {
            self.digits()?;
        }
        if self.take(b'.') {
            self.digits()?;
        }
        if self.take(b'e') || self.take(b'E') {
            let _sign = self.take(b'+') || self.take(b'-');
            self.digits()?;
        }
        Ok(())
    }

    fn digits(&mut self) -> Result<(), Malformed> {
        let start = self.at;
        while self.peek().is_ascii_digit() {
            self.at += 1;
        }
        if self.at > start { Ok(()) } else { Err(Malformed) }
    }
}

/// The text of a well-formed string with its quotes; `None` for half of a surrogate pair, which is no character.
pub(super) fn unescape(quoted: &str) -> Option<Cow<'_, str>> {
    let mut rest = &quoted[1..quoted.len() - 1];
    if !rest.contains('\\') {
        return Some(Cow::Borrowed(rest));
    }
    let mut text = String::with_capacity(rest.len());
    while let Some((plain, escape)) = rest.split_once('\\') {
        text.push_str(plain);
        let (kind, after) = escape.split_at(1);
        rest = after;
        text.push(match kind {
            "b" => '\u{8}',
            "f" => '\u{c}',
            "n" => '\n',
            "r" => '\r',
            "t" => '\t',
            "u" => utf16(&mut rest)?,
            itself => itself.chars().next()?,
        });
    }
    text.push_str(rest);
    Some(Cow::Owned(text))
}

/// The character of the four digits after `\u`, and of another `\u` and its four where it takes two.
fn utf16(rest: &mut &str) -> Option<char> {
    let unit = |digits: &str| u16::from_str_radix(digits.get(..4)?, 16).ok();
    let first = unit(rest)?;
    *rest = &rest[4..];
    let second = if (0xd800..0xdc00).contains(&first) { Some(rest.strip_prefix("\\u")?) } else { None };
    let units = std::iter::once(first).chain(second.and_then(unit));
    if let Some(second) = second {
        *rest = &second[4..];
    }
    char::decode_utf16(units).next()?.ok()
}

/// Writes a text as a JSON string.
pub fn push_text(json: &mut String, text: &str) {
    json.push('"');
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        let escape = match byte {
            b'"' => "\\\"",
            b'\\' => "\\\\",
            b'\n' => "\\n",
            b'\r' => "\\r",
            b'\t' => "\\t",
            0x08 => "\\b",
            0x0c => "\\f",
            ..0x20 => "\\u00",
            _ => continue,
        };
        json.push_str(&text[from..at]);
        json.push_str(escape);
        if escape.len() > 2 {
            json.push(if byte < 0x10 { '0' } else { '1' });
            json.push(char::from(b"0123456789abcdef"[usize::from(byte & 15)]));
        }
        from = at + 1;
    }
    json.push_str(&text[from..]);
    json.push('"');
}

#[cfg(test)]
mod tests;
