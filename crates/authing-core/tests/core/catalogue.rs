//! The catalogue: every operation of the SDK, with its secrets and with the service's response.
//!
//! A new operation goes into the list of its area; a test fails until it is there.

mod account;
mod application;
mod login;
mod other;
mod rights;
mod v3;

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::fs;
use std::path::{Path, PathBuf};

use authing_core::Operation;
use serde_json::{Value, json};

/// Looks at one operation after the other.
pub(crate) trait Visitor {
    /// An operation, and the value of the service's response, without the envelope.
    fn visit<O>(&mut self, operation: O, answer: &Value)
    where
        O: Operation<Response: Debug> + Clone + Debug + Send + Sync + 'static;
}

/// Shows a visitor every operation, in every form in which it can be sent.
pub(crate) fn every_operation(visitor: &mut impl Visitor) {
    account::visit(visitor);
    application::visit(visitor);
    login::visit(visitor);
    other::visit(visitor);
    rights::visit(visitor);
    v3::visit(visitor);
}

/// The secrets and personal data that must never be shown. Each is an argument of an operation, or a part of a response.
pub(crate) const SECRETS: [&str; 19] = [
    PASSWORD,
    OLD_PASSWORD,
    PHONE,
    OLD_PHONE,
    CODE,
    OLD_CODE,
    WECHAT_CODE,
    SEALED,
    TOKEN,
    OWNER_TOKEN,
    POOL_SECRET,
    APP_SECRET,
    REFRESH_TOKEN,
    VERIFIER,
    ANSWERED,
    HASH,
    OPENID,
    QR,
    UNIONID,
];

pub(crate) const PASSWORD: &str = "correct-horse-battery";
pub(crate) const OLD_PASSWORD: &str = "staple-of-yesterday";
pub(crate) const PHONE: &str = "17670416754";
pub(crate) const OLD_PHONE: &str = "13800138000";
pub(crate) const CODE: &str = "918273";
pub(crate) const OLD_CODE: &str = "645546";
pub(crate) const WECHAT_CODE: &str = "021wxLoginCode";
pub(crate) const SEALED: &str = "CiyLU1Aw2KjvrjMdj8YKliAjtP4gsMZM";
pub(crate) const TOKEN: &str = "user.token.abcdefghijk";
pub(crate) const OWNER_TOKEN: &str = "owner.token.lmnopqrstuv";
pub(crate) const POOL_SECRET: &str = "pool-secret-5f8d04b3";
pub(crate) const APP_SECRET: &str = "app-secret-77aa88bb";
pub(crate) const REFRESH_TOKEN: &str = "refresh-token-qwertz";
pub(crate) const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
/// A token, secret or key that only a response holds.
pub(crate) const ANSWERED: &str = "answered-token-zyxwvut";
pub(crate) const HASH: &str = "$2b$10$hash-of-a-password";
/// What only JSON inside of JSON, or a field of the program's own, holds.
pub(crate) const OPENID: &str = "oGZUI0egBJY1zhBYw2KhdUfwVJJE";
/// Names a QR code.
pub(crate) const QR: &str = "A1b2C3d4E5f6G7h8";
/// The id of a user at a third party, which takes the place of a password.
pub(crate) const UNIONID: &str = "o6_bmasdasdsad6_2sgVt7hMZOPfL";

/// A user, with everything that opens a door.
fn user() -> Value {
    json!({
        "_id": crate::support::USER, "email": "bob@example.com", "nickname": "Bob", "phone": PHONE, "unionid": UNIONID,
        "token": ANSWERED,
        "password": HASH, "salt": HASH,
        "oauth": profile(), "metadata": profile(), "customData": profile(), "bindedUserInfo": profile(),
        "thirdPartyIdentity": { "provider": "wechat", "refreshToken": ANSWERED, "accessToken": ANSWERED },
    })
}

/// A profile elsewhere, as JSON text.
fn profile() -> String {
    json!({ "openid": OPENID, "phone": PHONE, "access_token": ANSWERED }).to_string()
}

fn tokens() -> Value {
    json!({ "access_token": ANSWERED, "id_token": ANSWERED, "refresh_token": ANSWERED, "token_type": "Bearer" })
}

fn claims() -> Value {
    json!({ "sub": crate::support::USER, "phone_number": PHONE })
}

fn message() -> Value {
    json!({ "message": "成功", "code": 200, "status": true })
}

fn list(of: &Value) -> Value {
    json!({ "totalCount": 1, "list": [of] })
}

/// The files below the core's `src` with this ending, and what they hold.
pub(crate) fn sources(ending: &str) -> Vec<(PathBuf, String)> {
    fn collect(folder: &Path, ending: &str, found: &mut Vec<(PathBuf, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(&path, ending, found);
            } else if path.extension().is_some_and(|it| it == ending) {
                found.push((path.clone(), fs::read_to_string(&path).unwrap()));
            }
        }
    }
    let mut found = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), ending, &mut found);
    found
}

#[test]
fn no_operation_is_missing_from_the_list() {
    struct Names(BTreeSet<String>);
    impl Visitor for Names {
        fn visit<O: Operation>(&mut self, _operation: O, _answer: &Value) {
            let path: Vec<&str> = std::any::type_name::<O>().split("::").collect();
            self.0.insert(format!("{}::{}", path[1], path[path.len() - 1]));
        }
    }
    let mut listed = Names(BTreeSet::new());
    every_operation(&mut listed);

    let mut implemented = BTreeSet::new();
    for (path, source) in sources("rs") {
        let area = area(&path);
        for line in source.lines().map(str::trim) {
            if let Some(name) = line.strip_prefix("impl Operation for ") {
                implemented.insert(format!("{area}::{}", name.trim_end_matches([' ', '{', '}'])));
            } else if let Some((name, _)) = line.split_once(" = \"preflight.") {
                implemented.insert(format!("{area}::{name}"));
            }
        }
    }
    // The preflight's three are made by a macro, whose `$name` is no operation.
    assert!(implemented.remove("preflight::$name"));
    assert_eq!(listed.0, implemented);
}

/// The folder or file directly below `src`: two areas may have an operation of one name.
fn area(path: &Path) -> String {
    let below = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap();
    let first = below.iter().next().unwrap().to_str().unwrap();
    first.trim_end_matches(".rs").to_owned()
}
