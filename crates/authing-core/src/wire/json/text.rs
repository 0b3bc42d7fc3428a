//! The text of a JSON string.

use std::borrow::Cow;

use super::is_json;
use crate::search::{contains, cut};

/// The text of a JSON string; `None` for half of a surrogate pair, which is no character, and for another value.
pub(in crate::wire) fn text(json: &str) -> Option<Cow<'_, str>> {
    if is_json(json) { unquote(json.trim()) } else { None }
}

/// The text of what is known to be a JSON string; `None` for half of a surrogate pair.
pub(in crate::wire) fn unquote(json: &str) -> Option<Cow<'_, str>> {
    let mut rest = json.strip_prefix('"')?.strip_suffix('"')?;
    if !contains(rest, "\\") {
        return Some(Cow::Borrowed(rest));
    }
    let mut text = String::with_capacity(rest.len());
    while let Some((plain, escape)) = cut(rest, "\\") {
        text.push_str(plain);
        let (c, after) = unescaped(escape)?;
        text.push(c);
        rest = after;
    }
    text.push_str(rest);
    Some(Cow::Owned(text))
}

/// Decodes an escape sequence; the text begins after its backslash. Returns the character and the rest of the text.
pub(in crate::wire) fn unescaped(text: &str) -> Option<(char, &str)> {
    let mut chars = text.chars();
    let kind = chars.next()?;
    let rest = chars.as_str();
    let c = match kind {
        'b' => '\u{8}',
        'f' => '\u{c}',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'u' => return utf16(rest),
        // A quotation mark, a backslash or a slash.
        itself => itself,
    };
    Some((c, rest))
}

/// Decodes the four digits after `\u`; for a high surrogate, also the `\u` and the four digits of the low one.
fn utf16(text: &str) -> Option<(char, &str)> {
    let (first, rest) = hexadecimal(text, 4)?;
    if !(0xd800..0xdc00).contains(&first) {
        return Some((char::from_u32(first)?, rest));
    }
    let (second, rest) = hexadecimal(rest.strip_prefix("\\u")?, 4)?;
    let low = second.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
    Some((char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + low)?, rest))
}

/// Reads a number of this many hexadecimal digits. Returns the number and the rest of the text.
pub(in crate::wire) fn hexadecimal(text: &str, digits: usize) -> Option<(u32, &str)> {
    let (digits, rest) = text.split_at_checked(digits)?;
    let number = digits.chars().try_fold(0, |number, digit| Some(number * 16 + digit.to_digit(16)?))?;
    Some((number, rest))
}
