//! The fields that a request selects below a root field.

use std::collections::BTreeMap;

use async_graphql::SelectionField;

/// Names of fields, each with what is selected below it. A field that is selected twice, under two aliases, is one here.
#[derive(Debug, Default)]
pub(super) struct Selection(BTreeMap<String, Selection>);

impl Selection {
    /// Bounded by the limits on a document's depth and size.
    pub(super) fn of(field: SelectionField<'_>) -> Self {
        let mut all = Self::default();
        for inner in field.selection_set() {
            all.0.entry(inner.name().to_owned()).or_default().merge(Self::of(inner));
        }
        all
    }

    fn merge(&mut self, other: Self) {
        for (name, inner) in other.0 {
            self.0.entry(name).or_default().merge(inner);
        }
    }

    pub(super) fn get(&self, name: &str) -> Option<&Self> {
        self.0.get(name)
    }
}
