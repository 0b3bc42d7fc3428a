//! Tests: the part of the schema that is served is the service's, and every document that a client sends is valid against it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use apollo_compiler::schema::{Component, ExtendedType, FieldDefinition, InputValueDefinition};
use apollo_compiler::validation::Valid;
use apollo_compiler::{ExecutableDocument, Node, Schema};
use serde_json::{Map, Value};

use super::schema::{ROOT_ARGUMENTS, SCHEMA_EXTENSIONS, build};
use super::table;

fn parse(sdl: &str) -> Valid<Schema> {
    Schema::parse_and_validate(sdl, "schema.graphql").unwrap_or_else(|error| panic!("{}", error.errors))
}

fn served() -> Valid<Schema> {
    parse(&build().expect("a schema").sdl())
}

fn validate(schema: &Valid<Schema>, document: &str, whose: &str) {
    if let Err(error) = ExecutableDocument::parse_and_validate(schema, document, whose) {
        panic!("{whose} is refused: {}", error.errors);
    }
}

/// Whether a type was given this besides what the service's schema has.
fn is_besides(of: &str, name: &str) -> bool {
    SCHEMA_EXTENSIONS.contains(&(of, name))
}

fn answered(name: &str) -> bool {
    table::find(name).is_some()
}

#[test]
fn every_type_is_the_services() {
    let (ours, theirs) = (served(), parse(authing_core::SCHEMA));
    for (name, theirs) in theirs.types.iter().filter(|(_, ty)| !ty.is_built_in()) {
        // A type that nothing answered leads to is not served.
        let Some(ours) = ours.types.get(name) else { continue };
        assert_eq!(members(name, ours), members(name, theirs), "{name}");
    }
}

/// A type's fields or values, each with its type and arguments, in one order.
fn members(of: &str, ty: &ExtendedType) -> BTreeSet<String> {
    let is_root = matches!(of, "Query" | "Mutation");
    match ty {
        ExtendedType::Object(object) => {
            object.fields.values().filter(|field| !is_root || answered(&field.name)).map(field).collect()
        }
        ExtendedType::InputObject(input) => {
            input.fields.values().filter(|field| !is_besides(of, &field.name)).map(|field| argument(field)).collect()
        }
        ExtendedType::Enum(values) => {
            let names = values.values.keys().map(apollo_compiler::Name::as_str);
            names.filter(|name| !is_besides(of, name)).map(str::to_owned).collect()
        }
        other => panic!("{of} is {other:?}"),
    }
}

fn field(field: &Component<FieldDefinition>) -> String {
    let is_extra = |name: &str| ROOT_ARGUMENTS.iter().any(|(of, extra, _)| field.name == *of && *extra == name);
    let arguments = field.arguments.iter().filter(|argument| !is_extra(&argument.name));
    let mut arguments: Vec<String> = arguments.map(argument).collect();
    arguments.sort();
    format!("{}({}): {}", field.name, arguments.join(", "), field.ty)
}

fn argument(argument: &Node<InputValueDefinition>) -> String {
    format!("{}: {}", argument.name, argument.ty)
}

#[test]
fn every_document_of_the_sdk_is_valid() {
    let schema = served();
    let mut documents = Vec::new();
    collect(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../authing-core/src")), &mut documents);
    assert!(documents.len() > 90, "only {} documents were found", documents.len());
    for (whose, document) in documents {
        validate(&schema, &document, &whose);
    }
}

/// Every `.graphql` file but the schema itself.
fn collect(folder: &Path, into: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "graphql") {
            let text = fs::read_to_string(&path).expect("text");
            if !text.contains("type Query") {
                into.push((path.display().to_string(), text));
            }
        }
    }
}

#[test]
fn every_document_of_the_published_clients_is_valid() {
    let schema = served();
    let recording = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/data/wire.json"));
    let recording: Value = serde_json::from_str(recording).expect("JSON");
    let mut documents = 0;
    for client in ["web", "wxapp", "rights"] {
        for (call, recorded) in recording[client].as_object().expect("calls") {
            let requests = recorded["requests"].as_array().into_iter().flatten();
            for graphql in requests.filter_map(|request| request.get("graphql")) {
                validate(&schema, &rebuilt(graphql), &format!("{client}'s {call}"));
                documents += 1;
            }
        }
    }
    assert!(documents > 100, "only {documents} documents were recorded");
}

#[test]
fn document_with_the_arguments_of_the_python_client_is_valid() {
    let schema = served();
    for (variables, field) in [
        ("$auth: Boolean", "user(id: \"x\", registerInClient: \"x\", auth: $auth) { _id }"),
        ("$none: Boolean", "ReadOauthList(clientId: \"x\", dontGetURL: $none) { _id }"),
        ("$nonce: Int, $ret: Boolean", "getClientWhenSdkInit(nonce: $nonce, retUserId: $ret) { accessToken }"),
        ("$type: String", "qiNiuUploadToken(type: $type)"),
    ] {
        validate(&schema, &format!("query ({variables}) {{ {field} }}"), field);
    }
}

/// The document that a recording tells of.
fn rebuilt(graphql: &Value) -> String {
    let text = |name: &str| graphql[name].as_str().unwrap_or_default();
    let fields = |name: &str| graphql[name].as_object().cloned().unwrap_or_default();
    let variables = listed(&fields("variables"), "$", |ty| ty.as_str().unwrap_or_default().to_owned());
    let arguments = listed(&fields("arguments"), "", literal);
    let selection = selection(&graphql["selection"]);
    // A recording leaves out the arguments of inner fields. `users` alone has any: the variables that are left.
    let is_left = |name: &String| !graphql["arguments"].to_string().contains(&format!("\"${name}\""));
    let left: Map<String, Value> = fields("variables")
        .keys()
        .filter(|name| is_left(name))
        .map(|name| (name.clone(), format!("${name}").into()))
        .collect();
    let selection = selection.replacen("users {", &format!("users{} {{", listed(&left, "", literal)), 1);
    format!("{} {}{variables} {{ {}{arguments} {selection} }}", text("kind"), text("name"), text("field"))
}

fn listed(fields: &Map<String, Value>, prefix: &str, write: impl Fn(&Value) -> String) -> String {
    let each: Vec<String> = fields.iter().map(|(name, value)| format!("{prefix}{name}: {}", write(value))).collect();
    if each.is_empty() { String::new() } else { format!("({})", each.join(", ")) }
}

fn literal(value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            let each: Vec<String> = fields.iter().map(|(name, value)| format!("{name}: {}", literal(value))).collect();
            format!("{{ {} }}", each.join(", "))
        }
        other => other.as_str().map_or_else(|| other.to_string(), str::to_owned),
    }
}

fn selection(value: &Value) -> String {
    match value {
        Value::Object(fields) if !fields.is_empty() => {
            let each: Vec<String> = fields
                .iter()
                .map(|(name, inner)| format!("{name} {}", selection(inner)).trim_end().to_owned())
                .collect();
            format!("{{ {} }}", each.join(" "))
        }
        _ => String::new(),
    }
}
