//! The attacks of RFC 8725, section 2, as far as they apply to HS256, and the boundaries of time.

use std::time::Duration;

use authing_core::token::{Claims, TokenError, TokenVerifier};
use authing_core::{Error, PoolId, Timestamp};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::jwt::{base64, sign, signature, user_token};
use crate::support::{NOW, POOL, USER, tries};

const SECRET: &str = "a secret of the pool, long enough";
const HEADER: &str = r#"{"alg":"HS256","typ":"JWT"}"#;

fn verifier() -> TokenVerifier {
    TokenVerifier::new(SECRET).unwrap().for_pool(PoolId::parse(POOL).unwrap())
}

fn verify(token: &str) -> Result<Claims, TokenError> {
    verifier().verify(token, NOW)
}

fn payload() -> Value {
    json!({ "data": { "id": USER, "clientId": POOL }, "iat": NOW.as_secs(), "exp": NOW.as_secs() + 60 })
}

fn genuine() -> String {
    user_token(&payload(), SECRET)
}

/// A token with one claim changed, signed by the rightful secret.
fn with(claim: &str, value: Value) -> String {
    let mut payload = payload();
    payload[claim] = value;
    user_token(&payload, SECRET)
}

#[test]
fn a_genuine_token_verifies() {
    let claims = verify(&genuine()).unwrap();
    assert_eq!(claims.data.unwrap().id.as_str(), USER);
    // RFC 7515, appendix A.1 is signed with bytes that are no text; this one was made elsewhere, with `jwt.io`'s sample.
    let elsewhere = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c";
    let sample = TokenVerifier::new("your-256-bit-secret").unwrap();
    assert_eq!(sample.verify(elsewhere, NOW), Err(TokenError::NoExpiry));
    assert_eq!(verify(elsewhere), Err(TokenError::WrongSignature));
}

/// 2.1: the attacker says how the token is signed.
#[test]
fn the_algorithm_is_not_the_tokens_to_choose() {
    let others = [
        "none", "None", "NONE", "nOnE", "", "HS384", "HS512", "RS256", "ES256", "PS256", "EdDSA", "hs256", "Hs256",
        " HS256", "HS256 ",
    ];
    for alg in others {
        let header = json!({ "alg": alg, "typ": "JWT" }).to_string();
        assert_eq!(verify(&sign(&header, &payload().to_string(), SECRET)), Err(TokenError::WrongAlgorithm), "{alg}");
        let unsigned = format!("{}.{}.", base64(header), base64(payload().to_string()));
        assert_eq!(verify(&unsigned), Err(TokenError::WrongAlgorithm), "{alg}");
    }
    // RS256 against its own public key, which everybody has: the key is the secret here, and the algorithm still is not.
    let key = authing_core::PublicKey::PUBLIC_SERVICE;
    let confused = sign(r#"{"alg":"RS256"}"#, &payload().to_string(), key);
    assert_eq!(TokenVerifier::new(key).unwrap().verify(confused, NOW), Err(TokenError::WrongAlgorithm));
}

#[test]
fn a_signature_that_is_stripped_cut_or_anothers_is_wrong() {
    let token = genuine();
    let (signed, tail) = token.rsplit_once('.').unwrap();
    assert_eq!(verify(&format!("{signed}.")), Err(TokenError::WrongSignature));
    assert_eq!(verify(signed), Err(TokenError::Malformed));
    let whole = signature(signed, SECRET.as_bytes());
    for length in 0..whole.len() {
        assert_eq!(verify(&format!("{signed}.{}", base64(&whole[..length]))), Err(TokenError::WrongSignature));
    }
    let longer = [&whole[..], &[0]].concat();
    assert_eq!(verify(&format!("{signed}.{}", base64(longer))), Err(TokenError::WrongSignature));
    assert_eq!(verify(&user_token(&payload(), "another secret")), Err(TokenError::WrongSignature));
    let other = with("exp", json!(NOW.as_secs() + 61));
    assert_eq!(verify(&format!("{}.{tail}", other.rsplit_once('.').unwrap().0)), Err(TokenError::WrongSignature));
}

/// 2.2: weak keys.
#[test]
fn an_empty_secret_is_refused() {
    assert!(matches!(TokenVerifier::new(""), Err(Error::InvalidArgument { name: "secret", .. })));
    // HMAC pads a key with zero bytes, so that these are one key to it; neither is the empty one.
    assert_eq!(verify(&user_token(&payload(), "")), Err(TokenError::WrongSignature));
}

/// 2.4 and 2.6: JSON and its encodings, read in two ways.
#[test]
fn a_token_can_be_read_in_one_way_only() {
    let claims = payload().to_string();
    let twice = claims.replacen('{', &format!(r#"{{"exp":{},"#, NOW.as_secs() + 9999), 1);
    for (header, payload) in [
        (r#"{"alg":"none","alg":"HS256"}"#, claims.as_str()),
        (r#"{"alg":"HS256","alg":"none"}"#, claims.as_str()),
        (HEADER, twice.as_str()),
        (r#"{"alg":["HS256"]}"#, claims.as_str()),
        (r#"{"alg":null}"#, claims.as_str()),
        ("{}", claims.as_str()),
        ("", claims.as_str()),
        ("\u{feff}{\"alg\":\"HS256\"}", claims.as_str()),
        (r#"{"alg":"HS256"}{}"#, claims.as_str()),
        (HEADER, ""),
        (HEADER, "null"),
        (HEADER, r#"{"exp":"soon"}"#),
        (HEADER, r#"{"exp":[1700000000]}"#),
        (HEADER, r#"{"exp":1700000000,"data":{"clientId":"59f86b4832eb28071bdd9214"}}"#),
    ] {
        assert_eq!(verify(&sign(header, payload, SECRET)), Err(TokenError::Malformed), "{header} {payload}");
    }
    let deep = format!(r#"{{"exp":1700000000,"aud":{}{}}}"#, "[".repeat(5000), "]".repeat(5000));
    assert_eq!(verify(&sign(HEADER, &deep, SECRET)), Err(TokenError::Malformed));
    let not_utf8 = format!("{}.{}", base64(HEADER), base64(b"{\"iss\":\"\xff\"}"));
    let not_utf8 = format!("{not_utf8}.{}", base64(signature(&not_utf8, SECRET.as_bytes())));
    assert_eq!(verify(&not_utf8), Err(TokenError::Malformed));
}

#[test]
fn a_token_has_three_parts_in_the_one_base64() {
    let token = genuine();
    let (signed, tail) = token.rsplit_once('.').unwrap();
    for malformed in [
        String::new(),
        ".".to_owned(),
        "..".to_owned(),
        format!("{token}."),
        format!(".{token}"),
        format!("{token}.{tail}"),
        format!("{signed}..{tail}"),
        format!("{token}="),
        format!("{token} "),
        format!(" {token}"),
        format!("{token}\n"),
        format!("Bearer {token}"),
        format!("{signed}.{}", tail.replace(['-', '_'], "+")) + "/",
        "a.b".to_owned(),
        "é.é.é".to_owned(),
    ] {
        assert_eq!(verify(&malformed), Err(TokenError::Malformed), "{malformed}");
    }
}

/// 32 bytes are 43 letters with two bits left over: only zeros there are the signature, and no other letter stands for it.
#[test]
fn left_over_bits_are_not_a_second_signature() {
    const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let token = genuine();
    let (rest, last) = token.split_at(token.len() - 1);
    for letter in ALPHABET.chars().filter(|letter| *letter != last.chars().next().unwrap()) {
        assert!(verify(&format!("{rest}{letter}")).is_err(), "{letter}");
    }
}

#[test]
fn extensions_that_must_be_understood_are_refused() {
    for crit in [json!(["exp"]), json!(["b64"]), json!([]), json!("exp"), json!({}), json!(null)] {
        let header = json!({ "alg": "HS256", "crit": crit }).to_string();
        assert_eq!(verify(&sign(&header, &payload().to_string(), SECRET)), Err(TokenError::WrongAlgorithm), "{crit}");
    }
    // Where a key might be found is not the token's to say: these are not read.
    let pointing = r#"{"alg":"HS256","kid":"../../dev/null","jku":"https://evil.example","jwk":{"k":""},"zip":"DEF"}"#;
    assert!(verify(&sign(pointing, &payload().to_string(), SECRET)).is_ok());
}

/// 2.7 and 2.8: a token for one, shown to another.
#[test]
fn a_token_of_another_pool_is_refused() {
    let of = |data: Value| verify(&with("data", data));
    assert_eq!(of(json!({ "id": USER, "clientId": "5e0b0c8d7f1a2b3c4d5e6f70" })), Err(TokenError::WrongPool));
    assert_eq!(of(json!({ "id": USER })), Err(TokenError::WrongPool));
    assert_eq!(of(json!({ "id": USER, "clientId": POOL.to_uppercase() })), Err(TokenError::WrongPool));
    assert_eq!(of(json!(null)), Err(TokenError::WrongPool));
    let oidc = json!({ "sub": USER, "aud": POOL, "exp": NOW.as_secs() + 60 });
    assert_eq!(verify(&user_token(&oidc, SECRET)), Err(TokenError::WrongPool));
    assert!(TokenVerifier::new(SECRET).unwrap().verify(user_token(&oidc, SECRET), NOW).is_ok());
}

#[test]
fn a_token_lives_from_nbf_to_exp_and_not_a_moment_longer() {
    assert_eq!(verify(&with("exp", json!(null))), Err(TokenError::NoExpiry));
    assert_eq!(verify(&with("exp", json!(""))), Err(TokenError::NoExpiry));
    assert_eq!(verify(&with("exp", json!(-1))), Err(TokenError::Expired));
    assert_eq!(verify(&with("exp", json!(0))), Err(TokenError::Expired));
    assert!(verify(&with("exp", json!(u64::MAX))).is_ok());
    assert!(verify(&with("exp", json!(1e300))).is_ok());
    assert!(verify(&with("exp", json!((NOW.as_secs() + 60).to_string()))).is_ok());

    let exp = Timestamp::from_secs(NOW.as_secs() + 60);
    let moment = Duration::from_millis(1);
    let at = |leeway: u64, now| verifier().with_leeway(Duration::from_secs(leeway)).verify(genuine(), now).map(drop);
    assert_eq!(at(0, exp - moment), Ok(()));
    assert_eq!(at(0, exp), Err(TokenError::Expired));
    assert_eq!(at(30, exp + Duration::from_secs(30) - moment), Ok(()));
    assert_eq!(at(30, exp + Duration::from_secs(30)), Err(TokenError::Expired));
    assert_eq!(at(u64::MAX, Timestamp::from_millis(u64::MAX - 1)), Ok(()));

    let nbf = NOW + Duration::from_secs(10);
    let begun = with("nbf", json!(nbf.as_secs()));
    let at = |leeway, now| verifier().with_leeway(Duration::from_secs(leeway)).verify(begun.as_str(), now).map(drop);
    assert_eq!(at(0, nbf - moment), Err(TokenError::NotYetValid));
    assert_eq!(at(0, nbf), Ok(()));
    assert_eq!(at(5, nbf - Duration::from_secs(5) - moment), Err(TokenError::NotYetValid));
    assert_eq!(at(5, nbf - Duration::from_secs(5)), Ok(()));
}

#[test]
fn nothing_of_a_token_is_seen() {
    assert!(!format!("{:?}", verifier()).contains(SECRET));
}

proptest! {
    #![proptest_config(tries(2000))]

    #[test]
    fn no_change_of_one_byte_verifies(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let genuine = genuine();
        let mut bytes = genuine.clone().into_bytes();
        let at = at.index(bytes.len());
        prop_assume!(bytes[at] != byte);
        bytes[at] = byte;
        // A token is text; bytes that are none cannot even be shown to the verifier.
        if let Ok(changed) = String::from_utf8(bytes) {
            prop_assert!(verify(&changed).is_err(), "{changed}");
        }
    }

    #[test]
    fn no_byte_more_or_less_verifies(at in any::<prop::sample::Index>(), letter in any::<char>()) {
        let genuine = genuine();
        let at = at.index(genuine.len());
        let mut less = genuine.clone();
        less.remove(at);
        prop_assert!(verify(&less).is_err());
        let mut more = genuine;
        more.insert(at, letter);
        prop_assert!(verify(&more).is_err());
    }

    #[test]
    fn nothing_else_verifies_or_panics(token in ".{0,200}", header in ".{0,40}", payload in ".{0,80}") {
        prop_assert!(verify(&token).is_err());
        let _ = verify(&sign(&header, &payload, SECRET));
        prop_assert!(verify(&sign(HEADER, &payload, "another secret")).is_err());
    }
}
