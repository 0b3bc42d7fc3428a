//! The engine: any valid document against the schema, and proper errors for the others.

use std::collections::BTreeSet;

use crate::support::Client;
use serde_json::{Value, json};

#[test]
fn aliases_fragments_literals_and_operation_names_all_work() {
    let client = Client::start();
    let (id, token) = client.new_user();
    let query = format!(
        "query Unused {{ qiNiuUploadToken }}
         query Used {{ one: user(id: \"{id}\", registerInClient: \"{pool}\") {{ ...names __typename }}
                       two: userMetadata(_id: \"{id}\") {{ totalCount }} }}
         fragment names on ExtendUser {{ mail: email }}",
        pool = client.pool()
    );
    let body = json!({ "query": query, "operationName": "Used" });
    let (status, answer) = client.post("/graphql", Some(&format!("Bearer {token}")), &body);
    let data = json!({ "one": { "mail": "a@b.com", "__typename": "ExtendUser" }, "two": { "totalCount": 0 } });
    assert_eq!((status, answer), (200, json!({ "data": data })));
}

#[test]
fn undeclared_and_missing_variables_are_null() {
    let client = Client::start();
    let query = "query($token: String) { checkLoginStatus(token: $token) { code } }";
    assert_eq!(client.data(None, query, json!({ "more": 1 }))["code"], 2020);
}

#[test]
fn unknown_fields_are_graphql_errors() {
    let client = Client::start();
    for query in [
        "{ nothingLikeThis }",
        "{ rules(userPoolId: \"x\") { totalCount } }",
        "{ checkLoginStatus { nothing } }",
        "{ user(id: \"x\") { _id } }",
        "{ qiNiuUploadToken",
    ] {
        let (status, answer) = client.graphql(None, query, Value::Null);
        assert_eq!(status, 400, "{query}: {answer}");
        assert!(answer["errors"][0]["message"].is_string(), "{query}: {answer}");
        assert_eq!(answer["data"], Value::Null);
    }
    let (status, answer) = client.post("/graphql", None, &json!({ "nothing": 1 }));
    assert!(status == 422 && answer["errors"][0]["message"].is_string(), "{answer}");
}

#[test]
fn error_of_one_field_keeps_the_other_field() {
    let client = Client::start();
    let (_, answer) = client.graphql(None, "{ qiNiuUploadToken userMetadata(_id: \"x\") { totalCount } }", Value::Null);
    assert!(answer["data"]["qiNiuUploadToken"].is_string(), "{answer}");
    assert_eq!(answer["errors"][0]["message"]["code"], 2020);
    assert_eq!(answer["errors"][0]["path"], json!(["userMetadata"]));
}

#[test]
fn introspection_agrees_with_the_services_schema() {
    let client = Client::start();
    let query = "{ __schema { queryType { fields { name } } mutationType { fields { name } } } t: __type(name: \"ExtendUser\") { fields { name type { name kind } } } }";
    let (_, answer) = client.graphql(None, query, Value::Null);
    let fields: BTreeSet<&str> = answer["data"]["t"]["fields"]
        .as_array()
        .expect("fields")
        .iter()
        .filter_map(|field| field["name"].as_str())
        .collect();
    let sdl = authing_core::SCHEMA;
    let (_, rest) = sdl.split_once("type ExtendUser {\n").expect("in the schema");
    let (body, _) = rest.split_once('}').expect("closed");
    let expected: BTreeSet<&str> = body.lines().filter_map(|line| Some(line.trim().split_once(':')?.0)).collect();
    assert_eq!(fields, expected);
    assert!(answer["data"]["__schema"]["mutationType"]["fields"].as_array().is_some_and(|fields| fields.len() > 10));
}
