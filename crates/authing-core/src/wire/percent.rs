//! Percent-encoding (RFC 3986, section 2.1): of a path, of a query, and of a form.
//!
//! One encoder for every target: a mini-program carries it in the place of two libraries and their tables, to which the tests hold it.

/// What a text becomes a part of. It decides which characters stay as they are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// A segment of a path (RFC 3986, `unreserved`).
    Segment,
    /// A path, whose slashes stay.
    Path,
    /// A name or a value of a query or a form, where a blank is `+` (WHATWG URL, `application/x-www-form-urlencoded`).
    Form,
}

/// Writes a text as this part.
pub(crate) fn push_encoded(to: &mut String, text: &str, part: Part) {
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' => to.push(byte.into()),
            b'~' if part != Part::Form => to.push('~'),
            b'/' if part == Part::Path => to.push('/'),
            b'*' if part == Part::Form => to.push('*'),
            b' ' if part == Part::Form => to.push('+'),
            _ => {
                to.push('%');
                for digit in [byte >> 4, byte % 16] {
                    to.push(b"0123456789ABCDEF"[usize::from(digit)].into());
                }
            }
        }
    }
}

/// A text as this part.
pub(crate) fn encoded(text: &str, part: Part) -> String {
    let mut encoded = String::with_capacity(text.len());
    push_encoded(&mut encoded, text, part);
    encoded
}

/// Adds a pair to a form, or to a query.
pub(crate) fn push_pair(form: &mut String, name: &str, value: &str) {
    if !form.is_empty() {
        form.push('&');
    }
    push_encoded(form, name, Part::Form);
    form.push('=');
    push_encoded(form, value, Part::Form);
}

/// Adds a query to a URL, which may have one.
pub(crate) fn push_query(url: &mut String, query: &str) {
    url.push(if url.bytes().any(|byte| byte == b'?') { '&' } else { '?' });
    url.push_str(query);
}

#[cfg(test)]
mod tests {
    use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
    use proptest::prelude::*;

    use super::*;

    const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
    const PATH: &AsciiSet = &SEGMENT.remove(b'/');

    proptest! {
        #[test]
        fn writes_what_the_libraries_write(name in any::<String>(), value in "[ -~é密]{0,8}") {
            for text in [&name, &value] {
                prop_assert_eq!(encoded(text, Part::Segment), utf8_percent_encode(text, SEGMENT).to_string());
                prop_assert_eq!(encoded(text, Part::Path), utf8_percent_encode(text, PATH).to_string());
            }
            let mut form = String::new();
            for _ in 0..2 {
                push_pair(&mut form, &name, &value);
            }
            let pairs = [(&name, &value), (&name, &value)];
            prop_assert_eq!(form, form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish());
        }
    }
}
