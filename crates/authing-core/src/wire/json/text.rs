//! What a string of JSON says.

use std::borrow::Cow;

use super::is_json;

/// The text of a JSON string; `None` for half of a surrogate pair, which is no character, and for another value.
pub(in crate::wire) fn text(json: &str) -> Option<Cow<'_, str>> {
    if is_json(json) { unquote(json.trim()) } else { None }
}

/// The text of what is known to be a JSON string; `None` for half of a surrogate pair.
pub(in crate::wire) fn unquote(json: &str) -> Option<Cow<'_, str>> {
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
