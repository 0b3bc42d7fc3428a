//! Documents that are parsed and counted once: a client sends the same few texts again and again.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_graphql::parser::parse_query;
use async_graphql::parser::types::ExecutableDocument;

use super::limits::{self, TooCostly};

/// The most documents that are kept. The SDK has fewer; after that, all are forgotten.
const CAPACITY: usize = 256;
/// The longest text that is kept, in bytes. Those of the published clients are shorter.
const LONGEST: usize = 4 * 1024;

/// What was parsed, by its text.
#[derive(Debug, Default)]
pub(super) struct Documents(Mutex<HashMap<String, Arc<ExecutableDocument>>>);

impl Documents {
    /// The parsed text, within the limits; `None` for a text that is not GraphQL, of which the engine says what is wrong.
    pub(super) fn parse(&self, text: &str) -> Result<Option<ExecutableDocument>, TooCostly> {
        if let Some(known) = self.known(text) {
            return Ok(Some(ExecutableDocument::clone(&known)));
        }
        limits::check_text(text)?;
        let Ok(document) = parse_query(text) else { return Ok(None) };
        limits::check_document(&document)?;
        if text.len() <= LONGEST {
            self.keep(text, document.clone());
        }
        Ok(Some(document))
    }

    fn known(&self, text: &str) -> Option<Arc<ExecutableDocument>> {
        self.lock().get(text).cloned()
    }

    fn keep(&self, text: &str, document: ExecutableDocument) {
        let mut kept = self.lock();
        if kept.len() >= CAPACITY {
            kept.clear();
        }
        kept.insert(text.to_owned(), Arc::new(document));
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Arc<ExecutableDocument>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(documents: &Documents) -> usize {
        documents.lock().len()
    }

    fn field(number: usize) -> String {
        format!("{{ field{number} }}")
    }

    #[test]
    fn known_text_is_the_same_document_again() {
        let documents = Documents::default();
        let first = documents.parse(&field(1)).expect("cheap").expect("GraphQL");
        assert_eq!(kept(&documents), 1);
        let again = documents.parse(&field(1)).expect("cheap").expect("GraphQL");
        assert_eq!(format!("{first:?}"), format!("{again:?}"));
        let other = documents.parse(&field(2)).expect("cheap").expect("GraphQL");
        assert_ne!(format!("{first:?}"), format!("{other:?}"));
    }

    #[test]
    fn rejected_text_is_not_kept() {
        let documents = Documents::default();
        let deep = "{ a ".repeat(65) + &"}".repeat(65);
        for _ in 0..2 {
            assert_eq!(documents.parse(&deep).err(), Some(TooCostly::Depth));
            assert!(documents.parse("not GraphQL").expect("cheap").is_none());
        }
        assert_eq!(kept(&documents), 0);
    }

    #[test]
    fn kept_documents_are_few_and_short() {
        let documents = Documents::default();
        for number in 0..3 * CAPACITY {
            documents.parse(&field(number)).expect("cheap");
            assert!(kept(&documents) <= CAPACITY);
        }
        let before = kept(&documents);
        documents.parse(&format!("{{ a }} #{}", " ".repeat(LONGEST))).expect("cheap").expect("GraphQL");
        assert_eq!(kept(&documents), before);
    }
}
