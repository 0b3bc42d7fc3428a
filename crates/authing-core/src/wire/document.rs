//! GraphQL documents, whole or pruned to the given variables.

use std::borrow::Cow;

/// A GraphQL document: whole, or pruned to the variables that have a value.
///
/// In `updateUser`, the published clients declare only the fields that the caller changes. The file of such a document has every
/// variable on a line of its own; a line whose variable has no value is left out.
#[derive(Clone, Copy, Debug)]
pub struct Document {
    text: &'static str,
    always_declared: Option<&'static [&'static str]>,
}

impl Document {
    /// A document that is always sent whole.
    pub const fn new(text: &'static str) -> Self {
        Self { text, always_declared: None }
    }

    /// A document that is pruned to the variables that have a value. Those in `always_declared` are declared with or without one.
    pub const fn pruned(text: &'static str, always_declared: &'static [&'static str]) -> Self {
        Self { text, always_declared: Some(always_declared) }
    }

    /// The whole text, as the file has it: what the tests check against the schema.
    pub const fn text(&self) -> &'static str {
        self.text
    }

    /// The text to send; `given` tells which variables have a value.
    pub(crate) fn for_variables(&self, given: impl Fn(&str) -> bool) -> Cow<'static, str> {
        let Some(always_declared) = self.always_declared else {
            return Cow::Borrowed(self.text);
        };
        let wanted = |name: &str| always_declared.contains(&name) || given(name);
        let mut text = String::with_capacity(self.text.len());
        for line in self.text.lines().filter(|line| variable(line).is_none_or(wanted)) {
            text.push_str(line);
            text.push('\n');
        }
        // GraphQL has no empty list `()`.
        Cow::Owned(text.replace("(\n)", "").replace("(\n  )", ""))
    }
}

/// The variable on a line, without its `$`.
fn variable(line: &str) -> Option<&str> {
    let (_, after) = line.split_once('$')?;
    Some(after.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or(after))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "query q(\n  $id: String!\n  $page: Int\n) {\n  f(\n    id: $id\n    page: $page\n  ) {\n    _id\n  }\n}\n";

    #[test]
    fn a_line_goes_with_its_variable() {
        let document = Document::pruned(TEXT, &[]);
        let cut = document.for_variables(|name| name == "id");
        assert_eq!(cut, "query q(\n  $id: String!\n) {\n  f(\n    id: $id\n  ) {\n    _id\n  }\n}\n");
        assert_eq!(Document::pruned(TEXT, &["id", "page"]).for_variables(|_| false), TEXT);
        assert_eq!(Document::new(TEXT).for_variables(|_| false), TEXT);
    }

    #[test]
    fn a_list_without_lines_is_no_list() {
        assert_eq!(Document::pruned(TEXT, &[]).for_variables(|_| false), "query q {\n  f {\n    _id\n  }\n}\n");
    }
}
