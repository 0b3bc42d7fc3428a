//! JSON that is passed on: where a value ends, what a text says, how a text is written.
//!
//! One reader for every target: a mini-program carries it in the place of `serde_json`, to which the tests hold it. Structs are
//! read by `serde_json`.

use std::borrow::Cow;

/// How deep objects and lists may stand in each other, as in `serde_json`.
const MAX_DEPTH: u32 = 127;

/// The text is not JSON (RFC 8259), or another kind of value.
#[derive(Debug)]
pub(super) struct Malformed;

/// Calls `found` with the name and the value of each field of an object (`{`), or with nothing and each element of a list (`[`).
pub(super) fn entries<'a>(
    json: &'a str,
    begin: char,
    mut found: impl FnMut(&'a str, &'a str),
) -> Result<(), Malformed> {
    let mut reader = Reader { text: json, at: 0 };
    if reader.peek() != begin as u8 {
        return Err(Malformed);
    }
    reader.entries(1, &mut found)?;
    reader.end()
}

/// Whether a text is one value of any kind.
pub(super) fn is_json(json: &str) -> bool {
    let mut reader = Reader { text: json, at: 0 };
    reader.value(0).and_then(|_| reader.end()).is_ok()
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    /// The next byte, after blanks; at the end a zero, which JSON has nowhere.
    fn peek(&mut self) -> u8 {
        while matches!(self.next(), b' ' | b'\t' | b'\n' | b'\r') {
            self.at += 1;
        }
        self.next()
    }

    fn next(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or_default()
    }

    fn take(&mut self, expected: u8) -> bool {
        let is_next = self.next() == expected;
        self.at += usize::from(is_next);
        is_next
    }

    fn expect(&mut self, expected: u8) -> Result<(), Malformed> {
        self.peek();
        if self.take(expected) { Ok(()) } else { Err(Malformed) }
    }

    fn end(&mut self) -> Result<(), Malformed> {
        self.peek();
        if self.at == self.text.len() { Ok(()) } else { Err(Malformed) }
    }

    fn value(&mut self, depth: u32) -> Result<&'a str, Malformed> {
        let next = self.peek();
        let start = self.at;
        match next {
            b'{' | b'[' if depth < MAX_DEPTH => self.entries(depth + 1, &mut |_, _| {})?,
            b'"' => self.string()?,
            b'-' | b'0'..=b'9' => self.number()?,
            _ => {
                let mut words = ["true", "false", "null"].into_iter();
                let word = words.find(|word| self.text[start..].starts_with(word)).ok_or(Malformed)?;
                self.at += word.len();
            }
        }
        Ok(&self.text[start..self.at])
    }

    fn entries(&mut self, depth: u32, found: &mut dyn FnMut(&'a str, &'a str)) -> Result<(), Malformed> {
        let is_object = self.take(b'{');
        self.at += usize::from(!is_object);
        let end = if is_object { b'}' } else { b']' };
        if self.peek() != end {
            loop {
                let mut name = "";
                if is_object {
                    self.peek();
                    let start = self.at;
                    self.string()?;
                    name = &self.text[start..self.at];
                    self.expect(b':')?;
                }
                found(name, self.value(depth)?);
                if self.peek() != b',' {
                    break;
                }
                self.at += 1;
            }
        }
        self.expect(end)
    }

    fn string(&mut self) -> Result<(), Malformed> {
        let bytes = self.text.as_bytes();
        self.expect(b'"')?;
        loop {
            while let Some(chunk) = bytes[self.at..].first_chunk() {
                let plain = plain(*chunk);
                self.at += plain;
                if plain < chunk.len() {
                    break;
                }
            }
            let next = self.next();
            self.at += 1;
            match next {
                b'"' => return Ok(()),
                b'\\' if self.take(b'u') => {
                    let digits = bytes.get(self.at..self.at + 4).ok_or(Malformed)?;
                    if !digits.iter().all(u8::is_ascii_hexdigit) {
                        return Err(Malformed);
                    }
                }
                b'\\' if matches!(self.next(), b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => self.at += 1,
                b'\\' | ..b' ' => return Err(Malformed),
                _ => {}
            }
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
        while self.next().is_ascii_digit() {
            self.at += 1;
        }
        if self.at > start { Ok(()) } else { Err(Malformed) }
    }
}

/// How many of eight bytes are before a quote, a backslash or a control character: a text is passed eight bytes at a time.
fn plain(bytes: [u8; 8]) -> usize {
    const ONES: u64 = u64::MAX / 255;
    // The first byte is the lowest.
    let word = u64::from_le_bytes(bytes);
    // The highest bit of a byte is set where the byte is less than `limit`, and perhaps in bytes after such a one.
    let less = |word: u64, limit: u64| word.wrapping_sub(limit * ONES) & !word;
    let found = less(word, 0x20) | less(word ^ (0x22 * ONES), 1) | less(word ^ (0x5c * ONES), 1);
    let at = (found & (0x80 * ONES)).trailing_zeros() / u8::BITS;
    at as usize
}

/// The text of a JSON string; `None` for half of a surrogate pair, which is no character, and for another value.
pub(super) fn text(json: &str) -> Option<Cow<'_, str>> {
    if is_json(json) { unquote(json.trim()) } else { None }
}

/// The text of what is known to be a JSON string; `None` for half of a surrogate pair.
pub(super) fn unquote(json: &str) -> Option<Cow<'_, str>> {
    let mut rest = json.strip_prefix('"')?.strip_suffix('"')?;
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
    let mut unit = || {
        let (digits, after) = rest.split_at(4);
        *rest = after.strip_prefix("\\u").unwrap_or(after);
        u16::from_str_radix(digits, 16).ok().map(|unit| (unit, after))
    };
    let (first, after) = unit()?;
    if (0xd800..0xdc00).contains(&first) && after.starts_with("\\u") {
        let (second, after) = unit()?;
        *rest = after;
        return char::decode_utf16([first, second]).next()?.ok();
    }
    *rest = after;
    char::from_u32(first.into())
}

/// Writes a text as a JSON string.
#[doc(hidden)]
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
            json.push(char::from(b"0123456789abcdef"[usize::from(byte % 16)]));
        }
        from = at + 1;
    }
    json.push_str(&text[from..]);
    json.push('"');
}

#[cfg(test)]
mod tests;
