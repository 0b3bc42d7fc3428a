//! What a document may cost, decided before anything of it is validated or resolved.

use std::collections::HashMap;

use async_graphql::Name;
use async_graphql::parser::types::{ExecutableDocument, Field, Selection, SelectionSet};

/// The longest document, in bytes. Those of the published clients have less than 4 KiB.
const MAX_BYTES: usize = 64 * 1024;
/// The deepest nesting, of brackets in the text and of selections after their fragments. The introspection query of the usual
/// tools has 15.
const MAX_DEPTH: u32 = 64;
/// The most root fields of one operation.
const MAX_ROOT_FIELDS: usize = 50;
/// The most fields of a document, each counted as often as fragments spread it.
const MAX_FIELDS: u64 = 1000;
/// The most values that an introspection may give, by a rough count of its lists. The usual query comes to 700,000, and to
/// fewer in truth.
const MAX_VALUES: u64 = 1_000_000;

/// Why a document is rejected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum TooCostly {
    #[error("the document is longer than {MAX_BYTES} bytes")]
    Length,
    #[error("the document is nested deeper than {MAX_DEPTH} levels, or a fragment spreads itself")]
    Depth,
    #[error("the document asks for too many fields: more than {MAX_FIELDS}, or {MAX_ROOT_FIELDS} at its root")]
    Fields,
    #[error("the introspection asks for too many fields of too many types")]
    Values,
}

/// The text alone: the parser calls itself for each level, so what it is given must not be deep.
pub(crate) fn check_text(text: &str) -> Result<(), TooCostly> {
    if text.len() > MAX_BYTES {
        return Err(TooCostly::Length);
    }
    let mut rest = text.as_bytes();
    let mut depth = 0_u32;
    while let Some((&first, after)) = rest.split_first() {
        rest = match first {
            b'{' | b'[' | b'(' => {
                depth += 1;
                after
            }
            b'}' | b']' | b')' => {
                depth = depth.saturating_sub(1);
                after
            }
            b'#' => after_any_of(after, b"\n\r"),
            b'"' => after_string(rest),
            _ => after,
        };
        if depth > MAX_DEPTH {
            return Err(TooCostly::Depth);
        }
    }
    Ok(())
}

fn after_any_of<'a>(text: &'a [u8], ends: &[u8]) -> &'a [u8] {
    text.iter().position(|byte| ends.contains(byte)).map_or(&[], |end| &text[end..])
}

/// What follows the string or block string (GraphQL, section 2.9.4) that `text` begins with.
fn after_string(text: &[u8]) -> &[u8] {
    let (quotes, escaped) = if text.starts_with(b"\"\"\"") { (3, &b"\\\"\"\""[..]) } else { (1, &b"\\"[..]) };
    let mut at = quotes;
    while at < text.len() {
        if text[at..].starts_with(escaped) {
            // A block string escapes three quotes at once, a string any one character.
            at += escaped.len().max(2);
        } else if text[at..].starts_with(&text[..quotes]) {
            return &text[at + quotes..];
        } else {
            at += 1;
        }
    }
    &[]
}

/// The parsed document, with every fragment as often as it is spread.
pub(crate) fn check_document(document: &ExecutableDocument) -> Result<(), TooCostly> {
    let mut counter = Counter { document, fragments: HashMap::new(), depth: 0 };
    let mut all = Cost::default();
    for (_, operation) in document.operations.iter() {
        let cost = counter.selections(&operation.node.selection_set.node, false)?;
        if cost.own > MAX_ROOT_FIELDS {
            return Err(TooCostly::Fields);
        }
        all = all.and(cost)?;
    }
    // Those that no operation spreads are validated all the same.
    for name in document.fragments.keys() {
        all = all.and(counter.fragment(name)?)?;
    }
    Ok(())
}

#[derive(Clone, Copy, Debug, Default)]
struct Cost {
    /// Fields at this level.
    own: usize,
    /// Fields at this level and below.
    fields: u64,
    /// Values that these may give.
    values: u64,
}

impl Cost {
    fn and(self, other: Self) -> Result<Self, TooCostly> {
        let sum = Self {
            own: self.own + other.own,
            fields: self.fields.saturating_add(other.fields),
            values: self.values.saturating_add(other.values),
        };
        match sum {
            Self { fields, .. } if fields > MAX_FIELDS => Err(TooCostly::Fields),
            Self { values, .. } if values > MAX_VALUES => Err(TooCostly::Values),
            sum => Ok(sum),
        }
    }
}

struct Counter<'a> {
    document: &'a ExecutableDocument,
    /// Counted once each, however often they are spread.
    fragments: HashMap<&'a str, Cost>,
    depth: u32,
}

impl<'a> Counter<'a> {
    fn selections(&mut self, set: &'a SelectionSet, introspects: bool) -> Result<Cost, TooCostly> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(TooCostly::Depth);
        }
        let mut all = Cost::default();
        for selection in &set.items {
            let cost = match &selection.node {
                Selection::Field(field) => self.field(&field.node, introspects)?,
                Selection::FragmentSpread(spread) => self.fragment(&spread.node.fragment_name.node)?,
                Selection::InlineFragment(inline) => self.selections(&inline.node.selection_set.node, introspects)?,
            };
            all = all.and(cost)?;
        }
        self.depth -= 1;
        Ok(all)
    }

    fn field(&mut self, field: &'a Field, introspects: bool) -> Result<Cost, TooCostly> {
        let name = field.name.node.as_str();
        let inner = self.selections(&field.selection_set.node, introspects || name.starts_with("__"))?;
        let times = if introspects { items(name) } else { 1 };
        Cost::default().and(Cost {
            own: 1,
            fields: inner.fields.saturating_add(1),
            values: inner.values.saturating_add(1).saturating_mul(times),
        })
    }

    /// A fragment that is not there costs nothing: validation rejects it.
    fn fragment(&mut self, name: &'a Name) -> Result<Cost, TooCostly> {
        let Some(fragment) = self.document.fragments.get(name) else { return Ok(Cost::default()) };
        if let Some(known) = self.fragments.get(name.as_str()) {
            return Ok(*known);
        }
        let introspects = fragment.node.type_condition.node.on.node.starts_with("__");
        let cost = self.selections(&fragment.node.selection_set.node, introspects)?;
        self.fragments.insert(name, cost);
        Ok(cost)
    }
}

/// About how many items a list of the schema's own description has.
fn items(field: &str) -> u64 {
    match field {
        "types" => 256,
        "fields" | "inputFields" | "enumValues" => 16,
        "directives" => 8,
        "args" | "interfaces" | "possibleTypes" => 4,
        _ => 1,
    }
}
