//! The keys of a provider (RFC 7517), and which of them is a token's.

use authing_core::IdToken;
use authing_core::token::JsonWebKeySetError;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::support::tries;

fn verify(keys: &[Value], kid: &Value) -> Result<(), TokenVerificationError> {
    let header = match kid {
        Value::Null => json!({ "alg": "RS256" }),
        kid => json!({ "alg": "RS256", "kid": kid }),
    };
    verify_id(&id_verifier(key_set(keys)), &rs256(&header, &id_claims(), &PRESENT)).map(drop)
}

const UNKNOWN: Result<(), TokenVerificationError> = Err(TokenVerificationError::UnknownKey);

#[test]
fn unknown_kid_is_never_the_first_key() {
    let present = || jwk(&PRESENT, "present");
    assert_eq!(verify(&[present()], &json!("present")), Ok(()));
    assert_eq!(verify(&[present()], &json!("another")), UNKNOWN);
    assert_eq!(verify(&[present()], &json!("")), UNKNOWN);
    assert_eq!(verify(&[with(present(), "kid", json!(""))], &json!("another")), UNKNOWN);
    assert_eq!(verify(&[], &json!("present")), UNKNOWN);
    assert_eq!(verify(&[present()], &json!(7)), Err(TokenVerificationError::Malformed));
}

/// OpenID Connect Core 1.0, section 10.1: a `kid` is needed where there are several keys.
#[test]
fn missing_kid_needs_a_single_key() {
    assert_eq!(verify(&[jwk(&PRESENT, "present")], &Value::Null), Ok(()));
    assert_eq!(verify(&[jwk(&PRESENT, "present"), jwk(&OLD, "old")], &Value::Null), UNKNOWN);
    assert_eq!(verify(&[], &Value::Null), UNKNOWN);
    let mut unnamed = jwk(&PRESENT, "");
    unnamed.as_object_mut().unwrap().remove("kid");
    assert_eq!(verify(&[unnamed.clone()], &Value::Null), Ok(()));
    assert_eq!(verify(&[unnamed], &json!("present")), UNKNOWN);
}

#[test]
fn two_keys_with_one_kid_are_none() {
    assert_eq!(verify(&[jwk(&PRESENT, "present"), jwk(&STRANGER, "present")], &json!("present")), UNKNOWN);
    assert_eq!(verify(&[jwk(&STRANGER, "present"), jwk(&PRESENT, "present")], &json!("present")), UNKNOWN);
    let elliptic = json!({ "kty": "EC", "crv": "P-256", "kid": "present", "x": "x", "y": "y" });
    assert_eq!(verify(&[elliptic, jwk(&PRESENT, "present")], &json!("present")), Ok(()), "of another kind");
}

#[test]
fn rotated_key_is_found_after_a_fetch() {
    let token = IdToken::from(rs256(&rs_header(), &id_claims(), &PRESENT));
    let (before, after) = (key_set(&[jwk(&OLD, "old")]), provider_keys());
    let verifier = id_verifier(before.clone());
    assert_eq!(verify_id(&verifier, token.expose()), Err(TokenVerificationError::UnknownKey));
    let kid = verifier.key_id(&token).unwrap();
    assert!(before.find(kid.as_deref()).is_none());
    assert_eq!(after.find(kid.as_deref()).and_then(|key| key.key_id()), Some("present"));
    assert!(verify_id(&id_verifier(after), token.expose()).is_ok());
}

/// Nothing is fetched for a token that no key would verify.
#[test]
fn kid_is_read_only_of_tokens_with_our_algorithm() {
    let verifier = id_verifier(JsonWebKeySet::default());
    let refused = Err(TokenVerificationError::InvalidAlgorithm { algorithm: "HS256" });
    assert_eq!(verifier.key_id(&hs256(&id_claims()).as_str().into()), refused);
    assert_eq!(verifier.key_id(&"a.b.c.d.e".into()), Err(TokenVerificationError::Encrypted));
    assert_eq!(verifier.key_id(&"a".into()), Err(TokenVerificationError::Malformed));
}

#[test]
fn key_that_cannot_verify_rs256_is_left_out() {
    let usable = jwk(&PRESENT, "present");
    let short = RsaPrivateKey::new(&mut ChaCha20Rng::from_seed([9; 32]), 1024).unwrap();
    let number = |bytes: &[u8]| json!(base64(bytes));
    for (name, value) in [
        ("kty", json!("EC")),
        ("kty", json!("rsa")),
        ("kty", Value::Null),
        ("use", json!("enc")),
        ("alg", json!("RS512")),
        ("alg", json!("HS256")),
        ("key_ops", json!(["encrypt"])),
        ("d", json!("AQAB")),
        ("kid", json!(7)),
        ("e", number(&[3])),
        ("e", number(&[1, 0, 0])),
        ("e", json!("AQAB=")),
        ("n", number(&short.n().to_bytes_be())),
        ("n", number(&[0xff; 513])),
        ("n", number(&[0xfe; 256])),
        ("n", number(&[&[0][..], &PRESENT.n().to_bytes_be()].concat())),
        ("n", json!("+/+/")),
        ("n", json!("")),
    ] {
        let keys = key_set(&[with(usable.clone(), name, value.clone())]);
        assert!(keys.is_empty(), "{name} {value}");
    }
    for name in ["kty", "n", "e"] {
        let mut partial = usable.clone();
        partial.as_object_mut().unwrap().remove(name);
        assert!(key_set(&[partial]).is_empty(), "{name}");
    }
    for not_a_key in [json!(7), json!("key"), json!([]), Value::Null] {
        assert_eq!(key_set(&[not_a_key, usable.clone()]).len(), 1);
    }
    let twice = usable.to_string().replacen('{', r#"{"kid":"another","#, 1);
    assert!(JsonWebKeySet::parse(&format!(r#"{{"keys":[{twice}]}}"#)).unwrap().is_empty());
    for (name, value) in [("key_ops", json!(["verify"])), ("x5t", json!("x")), ("other", json!({ "a": 1 }))] {
        assert_eq!(key_set(&[with(usable.clone(), name, value)]).len(), 1, "{name}");
    }
    let mut sparse = usable;
    sparse.as_object_mut().unwrap().retain(|name, _| !["use", "alg"].contains(&name.as_str()));
    assert_eq!(key_set(&[sparse]).len(), 1, "`use` and `alg` are optional");
}

#[test]
fn text_that_is_no_key_set_is_rejected() {
    for text in [
        "",
        "<html>",
        "[]",
        "null",
        "{}",
        r#"{"keys":{}}"#,
        r#"{"keys":null}"#,
        r#"{"keys":[],"keys":[]}"#,
        "{\"keys\":[]}x",
    ] {
        assert_eq!(JsonWebKeySet::parse(text).unwrap_err(), JsonWebKeySetError::Malformed, "{text}");
    }
}

#[test]
fn size_and_number_of_keys_are_bounded() {
    let large = format!(r#"{{"keys":[],"x":"{}"}}"#, "x".repeat(128 * 1024));
    assert_eq!(JsonWebKeySet::parse(&large).unwrap_err(), JsonWebKeySetError::TooLarge);
    let keys = |number: usize| json!({ "keys": vec![json!({}); number] }).to_string();
    assert_eq!(JsonWebKeySet::parse(&keys(65)).unwrap_err(), JsonWebKeySetError::TooManyKeys);
    assert!(JsonWebKeySet::parse(&keys(64)).unwrap().is_empty());
    let deep = format!(r#"{{"keys":{}{}}}"#, "[".repeat(60_000), "]".repeat(60_000));
    assert!(JsonWebKeySet::parse(&deep).is_ok_and(|keys| keys.is_empty()));
}

proptest! {
    #![proptest_config(tries(500))]

    #[test]
    fn arbitrary_text_does_not_panic(text in ".{0,200}", n in "[A-Za-z0-9_-]{0,400}", e in "[A-Za-z0-9_-]{0,8}") {
        let _ = JsonWebKeySet::parse(&text);
        let key = json!({ "kty": "RSA", "kid": text, "n": n, "e": e });
        let _ = JsonWebKeySet::parse(&json!({ "keys": [key] }).to_string());
    }
}
