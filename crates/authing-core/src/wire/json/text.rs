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
    let first = unit(rest)?;
    if !(0xd800..0xdc00).contains(&first) {
        return char::from_u32(first);
    }
    *rest = rest.strip_prefix("\\u")?;
    let second = unit(rest).filter(|unit| (0xdc00..0xe000).contains(unit))?;
    char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00))
}

/// The number of four hexadecimal digits.
fn unit(rest: &mut &str) -> Option<u32> {
    let (digits, after) = rest.split_at(4);
    *rest = after;
    digits.chars().try_fold(0, |unit, digit| Some(unit * 16 + digit.to_digit(16)?))
}
