//! The operations of a request's document, which is read and not executed.

use async_graphql::parser::parse_query;
use async_graphql::parser::types::Selection;
use serde::Deserialize;

use super::limits;

#[derive(Deserialize)]
struct Body {
    query: String,
}

/// The root fields and the operations' names of the document in a request's body; none of a document that is rejected.
pub(crate) fn operations(body: &[u8]) -> Vec<String> {
    let Ok(Body { query }) = serde_json::from_slice(body) else { return Vec::new() };
    if limits::check_text(&query).is_err() {
        return Vec::new();
    }
    let Ok(document) = parse_query(&query) else { return Vec::new() };
    let mut names = Vec::new();
    for (name, operation) in document.operations.iter() {
        names.extend(name.map(ToString::to_string));
        for selection in &operation.node.selection_set.node.items {
            if let Selection::Field(field) = &selection.node {
                names.push(field.node.name.node.to_string());
            }
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn of(query: &str) -> Vec<String> {
        operations(json!({ "query": query }).to_string().as_bytes())
    }

    #[test]
    fn fields_and_names_are_told_and_aliases_are_not() {
        assert_eq!(
            of("mutation signIn { mine: login(email: \"a\") { token } register { _id } }"),
            ["signIn", "login", "register"]
        );
        assert_eq!(of("{ user { login } }"), ["user"]);
        assert_eq!(of("not GraphQL"), [""; 0]);
        assert_eq!(operations(b"not JSON"), [""; 0]);
    }
}
