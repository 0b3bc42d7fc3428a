//! GraphQL documents, whole or pruned to the given variables.

use std::borrow::Cow;

use super::json::push_text;
use crate::search::cut;

/// A GraphQL document: whole, or pruned to the variables that have a value.
///
/// In `updateUser`, the published clients declare only the fields that the caller changes. The file of such a document has every
/// variable on a line of its own; a line whose variable has no value is left out.
#[derive(Clone, Copy, Debug)]
pub struct Document {
    text: Text,
    always_declared: Option<&'static [&'static str]>,
}

#[derive(Clone, Copy, Debug)]
enum Text {
    /// As the file has it.
    Plain(&'static str),
    /// As it stands inside of a JSON string.
    Escaped(&'static str),
}

impl Document {
    /// A document that is always sent whole.
    pub const fn new(text: &'static str) -> Self {
        Self { text: Text::Plain(text), always_declared: None }
    }

    /// The same, already escaped: [`document!`](document) makes it.
    pub(crate) const fn escaped(text: &'static str) -> Self {
        Self { text: Text::Escaped(text), always_declared: None }
    }

    /// A document that is pruned to the variables that have a value. Those in `always_declared` are declared with or without one.
    pub const fn pruned(text: &'static str, always_declared: &'static [&'static str]) -> Self {
        Self::new(text).declaring(always_declared)
    }

    /// The same document, pruned.
    pub(crate) const fn declaring(self, always_declared: &'static [&'static str]) -> Self {
        Self { text: self.text, always_declared: Some(always_declared) }
    }

    /// The whole text, as the file has it: what the tests check against the schema.
    pub fn text(&self) -> Cow<'static, str> {
        match self.text {
            Text::Plain(text) => Cow::Borrowed(text),
            Text::Escaped(text) => Cow::Owned(text.replace("\\n", "\n").replace("\\\"", "\"")),
        }
    }

    /// The length of the whole text, in bytes.
    pub(crate) const fn len(&self) -> usize {
        match self.text {
            Text::Plain(text) | Text::Escaped(text) => text.len(),
        }
    }

    /// Writes the text to send as JSON; `given` tells which variables have a value.
    pub(crate) fn write_json(&self, given: impl Fn(&str) -> bool, to: &mut String) {
        let (text, line_end) = match self.text {
            Text::Plain(text) => (text, "\n"),
            Text::Escaped(text) => (text, "\\n"),
        };
        let text = match self.always_declared {
            None => Cow::Borrowed(text),
            Some(always) => Cow::Owned(prune(text, line_end, |name| always.contains(&name) || given(name))),
        };
        match self.text {
            Text::Plain(_) => push_text(to, &text),
            Text::Escaped(_) => ["\"", &text, "\""].into_iter().for_each(|part| to.push_str(part)),
        }
    }
}

/// A text without the lines whose variable is not wanted.
fn prune(text: &str, line_end: &str, wanted: impl Fn(&str) -> bool) -> String {
    let mut pruned = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((line, after)) = cut(rest, line_end) {
        rest = after;
        if !variable(line).is_none_or(&wanted) {
            continue;
        }
        let open = pruned.strip_suffix(line_end).and_then(|before| before.strip_suffix('('));
        match (open.map(str::len), line.trim_start().strip_prefix(')')) {
            // GraphQL has no empty list `()`.
            (Some(before), Some(closed)) => {
                pruned.truncate(before);
                pruned.push_str(closed);
            }
            _ => pruned.push_str(line),
        }
        pruned.push_str(line_end);
    }
    pruned.push_str(rest);
    pruned
}

/// The variable on a line, without its `$`.
fn variable(line: &str) -> Option<&str> {
    let (_, after) = cut(line, "$")?;
    let end = after.bytes().position(|byte| !byte.is_ascii_alphanumeric() && byte != b'_');
    after.get(..end.unwrap_or(after.len()))
}

/// The document in a file. The compiler escapes it, so that it costs a call nothing.
macro_rules! document {
    ($file:literal) => {{
        const TEXT: &str = include_str!($file);
        const JSON: [u8; $crate::wire::document::escaped_len(TEXT)] = $crate::wire::document::escape(TEXT);
        const ESCAPED: &str = match core::str::from_utf8(&JSON) {
            Ok(escaped) => escaped,
            Err(_) => panic!("escaping keeps UTF-8"),
        };
        $crate::wire::Document::escaped(ESCAPED)
    }};
}
pub(crate) use document;

/// The length of a text inside of a JSON string.
pub(crate) const fn escaped_len(text: &str) -> usize {
    let (bytes, mut length, mut at) = (text.as_bytes(), 0, 0);
    while at < bytes.len() {
        length += 1 + is_escaped(bytes[at]) as usize;
        at += 1;
    }
    length
}

/// A text as it stands inside of a JSON string (RFC 8259, section 7).
pub(crate) const fn escape<const LENGTH: usize>(text: &str) -> [u8; LENGTH] {
    let (bytes, mut escaped, mut length, mut at) = (text.as_bytes(), [0; LENGTH], 0, 0);
    while at < bytes.len() {
        if is_escaped(bytes[at]) {
            escaped[length] = b'\\';
            length += 1;
        }
        escaped[length] = if bytes[at] == b'\n' { b'n' } else { bytes[at] };
        length += 1;
        at += 1;
    }
    escaped
}

const fn is_escaped(byte: u8) -> bool {
    assert!(byte == b'\n' || byte >= b' ' && byte != b'\\', "a document has no tabs and no backslashes");
    matches!(byte, b'\n' | b'"')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text to send.
    fn sent(document: Document, given: impl Fn(&str) -> bool) -> String {
        let mut json = String::new();
        document.write_json(given, &mut json);
        serde_json::from_str(&json).unwrap()
    }

    #[test]
    fn the_compilers_text_is_the_files() {
        const QUOTED: &str = "query q {\n  f(a: \"\u{5bc6}\")\n}\n";
        const JSON: [u8; escaped_len(QUOTED)] = escape(QUOTED);
        let document = Document::escaped(std::str::from_utf8(&JSON).unwrap());
        assert_eq!(sent(document, |_| false), QUOTED);
        assert_eq!(document.text(), QUOTED);
        assert_eq!(document!("../account/get_user.graphql").text(), include_str!("../account/get_user.graphql"));
    }

    const TEXT: &str =
        "query q(\n  $id: String!\n  $page: Int\n) {\n  f(\n    id: $id\n    page: $page\n  ) {\n    _id\n  }\n}\n";

    #[test]
    fn a_line_goes_with_its_variable() {
        const JSON: [u8; escaped_len(TEXT)] = escape(TEXT);
        let escaped = Document::escaped(std::str::from_utf8(&JSON).unwrap()).declaring(&[]);
        for document in [Document::pruned(TEXT, &[]), escaped] {
            let cut = sent(document, |name| name == "id");
            assert_eq!(cut, "query q(\n  $id: String!\n) {\n  f(\n    id: $id\n  ) {\n    _id\n  }\n}\n");
        }
        assert_eq!(sent(Document::pruned(TEXT, &["id", "page"]), |_| false), TEXT);
        assert_eq!(sent(Document::new(TEXT), |_| false), TEXT);
    }

    #[test]
    fn a_list_without_lines_is_no_list() {
        assert_eq!(sent(Document::pruned(TEXT, &[]), |_| false), "query q {\n  f {\n    _id\n  }\n}\n");
    }
}
