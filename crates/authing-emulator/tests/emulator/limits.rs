//! What a request may cost: time, depth, size.

use std::fmt::Write as _;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use authing_emulator::Emulator;
use serde_json::{Value, json};

use crate::support::Client;

/// The status and the message of a document that is rejected before anything is resolved.
fn rejected(client: &Client, query: &str) -> String {
    let before = Instant::now();
    let (status, answer) = client.graphql(None, query, Value::Null);
    assert_eq!((status, &answer["data"]), (400, &Value::Null), "{answer}");
    assert!(before.elapsed() < Duration::from_secs(2), "{:?} for {} bytes", before.elapsed(), query.len());
    answer["errors"][0]["message"].as_str().expect("a message").to_owned()
}

#[test]
fn deep_documents_are_rejected() {
    let client = Client::start();
    for (open, close) in [("{a", "}"), ("(a:{a:", "})"), ("[", "]")] {
        let deep = match open {
            "[" => format!("{{ users(a: {}1{}) {{ _id }} }}", "[".repeat(2000), "]".repeat(2000)),
            _ => format!("{}{}", open.repeat(2000), close.repeat(2000)),
        };
        assert!(rejected(&client, &deep).contains("nested"), "{open}");
    }
    assert!(rejected(&client, &"{a".repeat(30_000)).contains("nested"));
    assert_eq!(client.get("/system/status").0, 200);
}

#[test]
fn brackets_in_texts_and_comments_are_not_counted() {
    let client = Client::start();
    let brackets = "{".repeat(500);
    let texts = format!(
        "# {brackets}\n{{ a: userExist(userPoolId: \"\\\"{brackets}\") b: userExist(userPoolId: \"\"\"\"{brackets}\"\"\") }}"
    );
    let (status, answer) = client.graphql(None, &texts, Value::Null);
    assert_eq!((status, &answer["errors"][0]["message"]["code"]), (200, &json!(2011)), "{answer}");
}

/// 24 fragments that spread each other twice: 962 bytes that ask for 16 million fields.
#[test]
fn fragments_that_multiply_are_rejected() {
    let client = Client::start();
    let mut document = String::from("{ __schema { ...f0 } }");
    for index in 0..24 {
        let next = index + 1;
        write!(document, " fragment f{index} on __Schema {{ ...f{next} ...f{next} }}").expect("text");
    }
    document.push_str(" fragment f24 on __Schema { description types { name } }");
    assert!(document.len() < 1600, "{}", document.len());
    assert!(rejected(&client, &document).contains("too many fields"));
}

#[test]
fn fragments_that_spread_themselves_are_rejected() {
    let client = Client::start();
    rejected(&client, "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }");
}

fn aliases(count: usize, field: &str) -> String {
    (0..count).map(|index| format!("a{index}: {field}")).collect::<Vec<_>>().join(" ")
}

#[test]
fn many_aliases_are_rejected() {
    let client = Client::start();
    assert!(rejected(&client, &format!("{{ {} }}", aliases(2000, "qiNiuUploadToken"))).contains("too many"));
    assert!(
        rejected(&client, &format!("{{ __schema {{ {} }} }}", aliases(2000, "types { name }"))).contains("too many")
    );
    let few = aliases(20, "qiNiuUploadToken");
    assert_eq!(client.graphql(None, &format!("{{ {few} }}"), Value::Null).0, 200);
}

#[test]
fn introspection_that_multiplies_is_rejected() {
    let client = Client::start();
    let deep = "{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }";
    assert!(rejected(&client, deep).contains("too many fields"));
}

#[test]
fn long_documents_are_rejected() {
    let client = Client::start();
    let long = format!("{{ userExist(userPoolId: \"{}\") }}", "a".repeat(100_000));
    assert!(rejected(&client, &long).contains("longer"));
}

/// The query of the GraphQL tools, at its usual depth.
#[test]
fn the_usual_introspection_query_is_answered() {
    let client = Client::start();
    let of_type = (0..9).fold("kind name".to_owned(), |inner, _| format!("kind name ofType {{ {inner} }}"));
    let query = format!(
        "query IntrospectionQuery {{ __schema {{ queryType {{ name }} mutationType {{ name }} subscriptionType {{ name }}
           types {{ ...FullType }}
           directives {{ name description isRepeatable locations args(includeDeprecated: true) {{ ...InputValue }} }} }} }}
         fragment FullType on __Type {{ kind name description specifiedByURL
           fields(includeDeprecated: true) {{ name description args(includeDeprecated: true) {{ ...InputValue }} type {{ ...TypeRef }} isDeprecated deprecationReason }}
           inputFields(includeDeprecated: true) {{ ...InputValue }} interfaces {{ ...TypeRef }}
           enumValues(includeDeprecated: true) {{ name description isDeprecated deprecationReason }} possibleTypes {{ ...TypeRef }} }}
         fragment InputValue on __InputValue {{ name description type {{ ...TypeRef }} defaultValue isDeprecated deprecationReason }}
         fragment TypeRef on __Type {{ {of_type} }}"
    );
    let (status, answer) = client.graphql(None, &query, Value::Null);
    assert_eq!(status, 200, "{answer}");
    assert!(answer["data"]["__schema"]["types"].as_array().expect("types").len() > 50);
}

fn impatient() -> Client {
    Client::of(Emulator::builder().request_timeout(Duration::from_millis(200)).start().expect("an emulator starts"))
}

/// Everything that the server sends until it closes the connection.
fn until_closed(client: &Client, sent: &str) -> String {
    let mut stream = TcpStream::connect(client.emulator.address()).expect("connects");
    stream.set_read_timeout(Some(Duration::from_secs(20))).expect("a timeout");
    stream.write_all(sent.as_bytes()).expect("sends");
    let mut received = String::new();
    stream.read_to_string(&mut received).expect("the server closes the connection");
    received
}

#[test]
fn half_a_header_times_out() {
    until_closed(&impatient(), "POST /graphql HTTP/1.1\r\nhost: localhost\r\nconte");
}

#[test]
fn half_a_body_times_out() {
    let client = impatient();
    let head = "host: localhost\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n";
    for path in ["/graphql", "/_emulator/clock", "/upload", "/nowhere"] {
        let response = until_closed(&client, &format!("POST {path} HTTP/1.1\r\n{head}{{\"query\":"));
        let expected = if path == "/nowhere" { "HTTP/1.1 404" } else { "HTTP/1.1 408" };
        assert!(path == "/upload" || response.starts_with(expected), "{path}: {response}");
    }
    assert_eq!(client.get("/system/status").0, 200);
}

#[test]
fn the_clock_stops_at_its_end() {
    let client = Client::start();
    for _ in 0..3 {
        let (status, now) = client.post("/_emulator/clock", None, &json!({ "advanceSeconds": u64::MAX }));
        assert_eq!(status, 200);
        assert!(now["now"].as_str().expect("a date").starts_with("99"), "{now}");
    }
    client.emulator.advance(Duration::MAX);
    client.register("a@b.com", "pw123456");
    assert!(client.login("a@b.com", "pw123456")["token"].is_string());
    client.emulator.reset();
    assert!(client.get("/_emulator").1["now"].as_str().expect("a date").starts_with("20"));
}

#[test]
fn pool_ids_that_clients_reject_are_rejected() {
    for id in ["", "no spaces, please", "a/b", "ü"] {
        let error = Emulator::builder().user_pool_id(id).start().expect_err(id);
        assert!(matches!(error, authing_emulator::StartError::UserPoolId(_)), "{id}: {error}");
    }
}

#[test]
fn an_uploaded_page_runs_no_script() {
    let client = Client::start();
    let token = client.data(None, "{ qiNiuUploadToken }", Value::Null);
    let token = token.as_str().expect("a token");
    let form = format!(
        "--b\r\ncontent-disposition: form-data; name=\"token\"\r\n\r\n{token}\r\n--b\r\ncontent-disposition: form-data; \
         name=\"key\"\r\n\r\npage.html\r\n--b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a\"\r\ncontent-type: \
         text/html\r\n\r\n<script>1</script>\r\n--b--\r\n"
    );
    assert_eq!(client.post_bytes("/upload", "multipart/form-data; boundary=b", form.as_bytes()).0, 200);
    let response = ureq::get(format!("{}/cdn/page.html", client.emulator.url())).call().expect("a response");
    assert_eq!(response.headers()["x-content-type-options"], "nosniff");
    let policy = response.headers()["content-security-policy"].to_str().expect("text");
    assert!(policy.contains("sandbox") && policy.contains("default-src 'none'"), "{policy}");
}

/// A handler that does not read a body must not have the client lose its response to a reset of the connection.
#[test]
fn response_to_an_unread_body_arrives() {
    let client = Client::start();
    let head = "POST /_emulator/reset HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: 1000000\r\n\r\n";
    for _ in 0..20 {
        let mut stream = TcpStream::connect(client.emulator.address()).expect("connects");
        stream.write_all(head.as_bytes()).expect("sends the head");
        stream.write_all(&vec![b' '; 1_000_000]).expect("sends the body");
        let mut received = String::new();
        stream.read_to_string(&mut received).expect("a response and no reset");
        assert!(received.starts_with("HTTP/1.1 200"), "{received}");
    }
}
