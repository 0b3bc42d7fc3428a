//! A GraphQL request, taken apart.

use apollo_compiler::ast::{Definition, Document, Field, Selection, Value as Literal};
use serde_json::{Map, Value, json};

/// What a GraphQL document asks.
#[derive(Debug)]
pub struct ParsedDocument {
    /// `query` or `mutation`.
    pub kind: String,
    /// The operation's name.
    pub name: Option<String>,
    /// The root field.
    pub field: String,
    /// Its arguments, as they stand: `"$name"` for a variable.
    pub arguments: Value,
    /// What is selected: `true` for a leaf.
    pub selection: Value,
}

impl ParsedDocument {
    /// Takes a document of one operation with one root field apart.
    pub fn parse(document: &str) -> Self {
        let document = Document::parse(document, "document.graphql").unwrap();
        let Definition::OperationDefinition(operation) = &document.definitions[0] else { panic!("no operation") };
        let Selection::Field(field) = &operation.selection_set[0] else { panic!("no field") };
        Self {
            kind: operation.operation_type.to_string(),
            name: operation.name.as_ref().map(ToString::to_string),
            field: field.name.to_string(),
            arguments: field.arguments.iter().map(|it| (it.name.to_string(), literal(&it.value))).collect(),
            selection: selection(field),
        }
    }

    /// The arguments with their values, without those that have none.
    pub fn effective(arguments: &Value, variables: &Value) -> Value {
        filled(arguments, variables).unwrap_or_default()
    }
}

fn literal(value: &Literal) -> Value {
    match value {
        Literal::Variable(name) => json!(format!("${name}")),
        Literal::Object(fields) => {
            Value::Object(fields.iter().map(|(name, value)| (name.to_string(), literal(value))).collect())
        }
        other => json!(other.to_string()),
    }
}

fn selection(field: &Field) -> Value {
    if field.selection_set.is_empty() {
        return json!(true);
    }
    let fields = field.selection_set.iter().map(|selection_| match selection_ {
        Selection::Field(field) => (field.name.to_string(), selection(field)),
        other => panic!("a fragment: {other}"),
    });
    Value::Object(fields.collect())
}

fn filled(argument: &Value, variables: &Value) -> Option<Value> {
    match argument {
        Value::String(text) => match text.strip_prefix('$') {
            Some(name) => variables.get(name).cloned(),
            // A literal is written as in the document, in quotes.
            None => Some(serde_json::from_str(text).unwrap_or_else(|_| json!(text))),
        },
        Value::Object(fields) => {
            let filled = fields.iter().filter_map(|(name, value)| Some((name.clone(), filled(value, variables)?)));
            Some(Value::Object(filled.collect::<Map<_, _>>()))
        }
        other => Some(other.clone()),
    }
}
