//! Every document validates against the schema, whole and in every form in which it is sent.
//!
//! The schema is written down from introspection, and apollo-compiler takes it as it is: see the first test.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::ops::ControlFlow::Continue;

use apollo_compiler::validation::Valid;
use apollo_compiler::{ExecutableDocument, Schema};
use authing_core::flow::{Flow as _, Step};
use authing_core::wire::Endpoint;
use authing_core::{Call, Operation, SCHEMA};
use serde_json::Value;

use crate::catalogue::{Visitor, every_operation, sources};
use crate::support::{NOW, Scenario, Sent};

/// The schema, with the one input field that the published client sends and the schema does not have.
fn schema() -> Valid<Schema> {
    let extended = format!("{SCHEMA}\nextend input UserRegisterInput {{ from: String }}");
    Schema::parse_and_validate(extended, "authing.graphql").unwrap_or_else(|error| panic!("{}", error.errors))
}

/// Every request that the operations make, with the operation's name.
#[derive(Default)]
struct Requests {
    sent: Vec<NamedRequest>,
    whole: BTreeMap<Cow<'static, str>, &'static str>,
}

struct NamedRequest {
    name: &'static str,
    /// The whole document, of which a part is sent. A raw call has none.
    whole: Option<Cow<'static, str>>,
    request: Sent,
}

impl Visitor for Requests {
    fn visit<O: Operation<Response: Debug> + Clone + Debug>(&mut self, operation: O, _answer: &Value) {
        let Endpoint::GraphQl(graphql) = O::ENDPOINT else {
            return;
        };
        let whole = operation.document().is_none().then(|| graphql.document.text());
        if let Some(text) = &whole {
            self.whole.entry(text.clone()).or_insert(O::NAME);
        }
        let context = Scenario::new().secret("s").owner_holds("token").logged_in().context_for::<O>();
        let step = Call::new(&context, operation).poll(NOW).unwrap();
        let Continue(Step::Send(request)) = step else { panic!("{} begins with a request", O::NAME) };
        self.sent.push(NamedRequest { name: O::NAME, whole, request: Sent::of(&request, NOW) });
    }
}

fn requests() -> Requests {
    let mut requests = Requests::default();
    every_operation(&mut requests);
    requests
}

#[test]
fn the_schema_validates() {
    assert!(schema().types.len() > 60);
}

#[test]
fn every_file_is_some_operations_document() {
    let whole = requests().whole;
    let files = sources("graphql");
    for (path, text) in &files {
        assert!(whole.contains_key(text.as_str()), "no operation in the list sends {}", path.display());
    }
    assert_eq!(files.len(), whole.len(), "each document stands in a file of its own");
}

/// Documents that fetch the same members of a group or a role select the same fields of both.
#[test]
fn selections_of_members_are_the_same_in_all_documents() {
    let whole = requests().whole;
    for (members, count) in [("users", 8), ("roles", 4), ("permissions", 4)] {
        let include = format!("    {members} @include(if: $fetch");
        let documents = whole.keys().filter(|text| text.contains(&include));
        // The first two lines name the operation.
        let selections: Vec<&str> = documents.filter_map(|text| text.splitn(3, '\n').nth(2)).collect();
        assert_eq!(selections, vec![selections[0]; count], "{members}");
    }
}

#[test]
fn every_whole_document_validates() {
    let schema = schema();
    for (text, name) in requests().whole {
        if let Err(invalid) = ExecutableDocument::parse_and_validate(&schema, text, name) {
            panic!("{name}: {}", invalid.errors);
        }
    }
}

#[test]
fn every_document_validates_as_it_is_sent() {
    let schema = schema();
    for NamedRequest { name, request, .. } in requests().sent {
        if let Err(invalid) = ExecutableDocument::parse_and_validate(&schema, request.document(), name) {
            panic!("{name}: {}", invalid.errors);
        }
    }
}

/// What the document declares and what is sent agree: nothing undeclared goes out, nothing required is missing.
#[test]
fn the_variables_are_those_that_the_document_declares() {
    let schema = schema();
    // The published client sends these, which its documents do not declare, and so do we; the raw call is its user's.
    let known = [
        ("loginByAd", "clientId"),
        ("userPatch", "registerInClient"),
        ("searchOrgNodeUser", "page"),
        ("searchOrgNodeUser", "count"),
        ("graphql", "password"),
        ("graphql", "deep"),
    ];
    for NamedRequest { name, request, .. } in requests().sent {
        let document = ExecutableDocument::parse_and_validate(&schema, request.document(), name).unwrap();
        let declared = &document.operations.iter().next().unwrap().variables;
        let json = request.json();
        let given: Vec<&str> =
            json["variables"].as_object().into_iter().flatten().map(|(name, _)| name.as_str()).collect();
        for variable in &given {
            let fine = declared.iter().any(|it| it.name == *variable) || known.contains(&(name, variable));
            assert!(fine, "{name} sends ${variable}, which it does not declare");
        }
        for variable in declared.iter().filter(|it| it.ty.is_non_null()) {
            assert!(given.contains(&variable.name.as_str()), "{name} does not send ${}", variable.name);
        }
        assert!(!json.to_string().contains("null"), "{name} sends null for what was not given");
    }
}

/// The variables that a recorded document declares and that no operation sends.
const NEVER_SENT: [(&str, &[&str]); 5] = [
    // The same user as in `userId`.
    ("changeMFA", &["_id"]),
    ("queryMFA", &["_id"]),
    // The published clients do not send it, because the header `user-agent` has it.
    ("LoginByLDAP", &["browser"]),
    ("loginByPhoneCode", &["browser"]),
    // Fields of `updateUser` that the service keeps itself.
    (
        "logout",
        &[
            "device",
            "registerMethod",
            "token",
            "loginsCount",
            "lastLogin",
            "lastIP",
            "signedUp",
            "isDeleted",
            "updatedAt",
        ],
    ),
];

#[test]
fn every_declared_variable_has_a_value_in_some_request() {
    let schema = schema();
    let Requests { sent, whole } = requests();
    for (text, name) in whole {
        let document = ExecutableDocument::parse_and_validate(&schema, text.as_ref(), name).unwrap();
        let declared = &document.operations.iter().next().unwrap().variables;
        let of_this = sent.iter().filter(|sent| sent.whole.as_ref() == Some(&text)).map(|sent| sent.request.json());
        let requests: Vec<Value> = of_this.collect();
        let is_given = |variable: &str| requests.iter().any(|json| json["variables"].get(variable).is_some());
        let never: Vec<&str> = declared.iter().map(|it| it.name.as_str()).filter(|it| !is_given(it)).collect();
        let known = NEVER_SENT.iter().find(|(of, _)| *of == name).map_or(&[][..], |(_, variables)| variables);
        assert_eq!(never, known, "{name}: callers cannot send them");
    }
}
