//! The attacks of RFC 8725, section 2, as far as they apply to HS256, and the boundaries of time.

use std::time::Duration;

use authing_core::token::{Hs256Key, TokenClaims, TokenVerificationError, TokenVerifier, UnverifiedClaims};
use authing_core::{PoolId, Timestamp};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::jwt::{base64, sign, signature, user_token};
use crate::support::{NOW, POOL, USER, tries};

const SECRET: &str = "a secret of the pool, long enough";
const HEADER: &str = r#"{"alg":"HS256","typ":"JWT"}"#;

fn verifier() -> TokenVerifier {
    with_secret(SECRET)
}

/// With a secret of any length but zero.
fn with_secret(secret: &str) -> TokenVerifier {
    TokenVerifier::new(Hs256Key::allow_short(secret).unwrap(), PoolId::parse(POOL).unwrap())
}

fn verify(token: &str) -> Result<TokenClaims, TokenVerificationError> {
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
    assert_eq!(claims.data.id.as_str(), USER);
    // RFC 7515, appendix A.1 is signed with bytes that are no text; this one was made elsewhere, with `jwt.io`'s sample.
    let elsewhere = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c";
    let sample = with_secret("your-256-bit-secret");
    assert_eq!(sample.verify(elsewhere, NOW), Err(TokenVerificationError::MissingExpiry));
    assert_eq!(verify(elsewhere), Err(TokenVerificationError::InvalidSignature));
}

/// 2.1: the attacker says how the token is signed.
#[test]
fn the_algorithm_is_not_the_tokens_to_choose() {
    let others = [
        ("none", "none"),
        ("None", "unknown"),
        ("NONE", "unknown"),
        ("nOnE", "unknown"),
        ("", "unknown"),
        ("HS384", "HS384"),
        ("HS512", "HS512"),
        ("RS256", "RS256"),
        ("ES256", "ES256"),
        ("PS256", "PS256"),
        ("EdDSA", "EdDSA"),
        ("hs256", "unknown"),
        ("Hs256", "unknown"),
        (" HS256", "unknown"),
        ("HS256 ", "unknown"),
    ];
    for (alg, algorithm) in others {
        let named = Err(TokenVerificationError::InvalidAlgorithm { algorithm });
        let header = json!({ "alg": alg, "typ": "JWT" }).to_string();
        assert_eq!(verify(&sign(&header, &payload().to_string(), SECRET)), named, "{alg}");
        let unsigned = format!("{}.{}.", base64(header), base64(payload().to_string()));
        assert_eq!(verify(&unsigned), named, "{alg}");
    }
    // RS256 against its own public key, which everybody has: the key is the secret here, and the algorithm still is not.
    let key = authing_core::PublicKey::PUBLIC_SERVICE;
    let confused = sign(r#"{"alg":"RS256"}"#, &payload().to_string(), key);
    assert_eq!(
        with_secret(key).verify(confused, NOW),
        Err(TokenVerificationError::InvalidAlgorithm { algorithm: "RS256" })
    );
}

#[test]
fn a_signature_that_is_stripped_cut_or_anothers_is_wrong() {
    let token = genuine();
    let (signed, tail) = token.rsplit_once('.').unwrap();
    assert_eq!(verify(&format!("{signed}.")), Err(TokenVerificationError::InvalidSignature));
    assert_eq!(verify(signed), Err(TokenVerificationError::Malformed));
    let whole = signature(signed, SECRET.as_bytes());
    for length in 0..whole.len() {
        assert_eq!(
            verify(&format!("{signed}.{}", base64(&whole[..length]))),
            Err(TokenVerificationError::InvalidSignature)
        );
    }
    let longer = [&whole[..], &[0]].concat();
    assert_eq!(verify(&format!("{signed}.{}", base64(longer))), Err(TokenVerificationError::InvalidSignature));
    assert_eq!(verify(&user_token(&payload(), "another secret")), Err(TokenVerificationError::InvalidSignature));
    let other = with("exp", json!(NOW.as_secs() + 61));
    assert_eq!(
        verify(&format!("{}.{tail}", other.rsplit_once('.').unwrap().0)),
        Err(TokenVerificationError::InvalidSignature)
    );
}

/// 2.2: weak keys.
#[test]
fn an_empty_secret_is_refused() {
    assert_eq!(Hs256Key::new("").unwrap_err().argument(), Some("secret"));
    assert_eq!(Hs256Key::allow_short("").unwrap_err().argument(), Some("secret"));
    // HMAC pads a key with zero bytes, so that these are one key to it; neither is the empty one.
    assert_eq!(verify(&user_token(&payload(), "")), Err(TokenVerificationError::InvalidSignature));
}

/// RFC 7518, section 3.2: as long as the hash, unless the caller says that a shorter one is meant.
#[test]
fn short_secret_needs_an_explicit_word() {
    let pool = || PoolId::parse(POOL).unwrap();
    let short = "s".repeat(31);
    assert_eq!(TokenVerifier::for_pool(&*short, pool()).unwrap_err().argument(), Some("secret"));
    assert!(with_secret(&short).verify(user_token(&payload(), &short), NOW).is_ok());
    // A pool's secret is 32 hex digits.
    let usual = "0123456789abcdef0123456789abcdef";
    let verifier = TokenVerifier::for_pool(usual, pool()).unwrap();
    assert!(verifier.verify(user_token(&payload(), usual), NOW).is_ok());
}

#[test]
fn email_name_and_custom_claims_are_kept() {
    let data = json!({
        "id": USER, "clientId": POOL, "email": "bob@example.com", "name": "Bob", "unionid": null, "level": 3,
    });
    let payload = json!({
        "data": data, "exp": NOW.as_secs() + 60, "email": "bob@example.com", "name": "Bob", "roles": ["a", "b"],
        "phone": "13800138000",
    });
    let claims = verify(&user_token(&payload, SECRET)).unwrap();
    assert_eq!((claims.email.as_deref(), claims.name.as_deref()), (Some("bob@example.com"), Some("Bob")));
    assert_eq!((claims.data.email.as_deref(), claims.data.name.as_deref()), (Some("bob@example.com"), Some("Bob")));
    assert_eq!(claims.data.other.get("level"), Some(&json!(3)));
    assert_eq!(claims.other.get("roles"), Some(&json!(["a", "b"])));
    assert!(!format!("{claims:?}").contains("13800138000"), "a custom claim may be personal");
}

#[test]
fn expiry_is_read_right_as_a_float_with_an_exponent() {
    // In 2020, and in 2096.
    for (past, exp, seconds) in [
        ("1.6e9", 1_600_000_000, 1_600_000_000),
        ("1600000000.5", 1_600_000_000, 1_600_000_000),
        ("4E9", 4_000_000_000, 4_000_000_000),
    ] {
        let payload = format!(r#"{{"data":{{"id":"{USER}","clientId":"{POOL}"}},"exp":{past}}}"#);
        let token = sign(HEADER, &payload, SECRET);
        let expiry = UnverifiedClaims::read(&token.as_str().into()).expiry;
        assert_eq!(expiry, Some(Timestamp::from_secs(exp)), "{past}");
        let before = Timestamp::from_secs(exp - 1);
        assert_eq!(verifier().verify(&*token, before).map(|claims| claims.exp), Ok(seconds), "{past}");
        let error = verifier().verify(&*token, Timestamp::from_secs(exp)).unwrap_err();
        assert_eq!(error, TokenVerificationError::Expired, "{past}");
    }
}

#[test]
fn pool_and_user_are_read_without_verification() {
    let claims = UnverifiedClaims::read(&genuine().as_str().into());
    assert_eq!(claims.pool.unwrap().as_str(), POOL);
    assert_eq!(claims.user_id.unwrap().as_str(), USER);
    let foreign = with("data", json!({ "id": "", "clientId": "../.." }));
    let claims = UnverifiedClaims::read(&foreign.as_str().into());
    assert_eq!((claims.pool, claims.user_id), (None, None));
}

/// 2.4 and 2.6: JSON and its encodings, read in two ways.
#[test]
fn a_token_can_be_read_in_one_way_only() {
    let claims = payload().to_string();
    let twice = claims.replacen('{', &format!(r#"{{"exp":{},"#, NOW.as_secs() + 9999), 1);
    let custom_twice = claims.replacen('{', r#"{"role":"user","role":"admin","#, 1);
    let pool_twice = claims.replacen(r#""data":{"#, &format!(r#""data":{{"clientId":"{POOL}","#), 1);
    assert_ne!(pool_twice, claims);
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
        (r#"{"alg":"HS256","kid":"a","kid":"b"}"#, claims.as_str()),
        (r#"{"alg":"HS256","x":1,"x":1}"#, claims.as_str()),
        (HEADER, custom_twice.as_str()),
        (HEADER, pool_twice.as_str()),
        (HEADER, ""),
        (HEADER, "null"),
        (HEADER, r#"{"exp":"soon"}"#),
        (HEADER, r#"{"exp":[1700000000]}"#),
        (HEADER, r#"{"exp":1700000000,"data":{"clientId":"59f86b4832eb28071bdd9214"}}"#),
    ] {
        assert_eq!(
            verify(&sign(header, payload, SECRET)),
            Err(TokenVerificationError::Malformed),
            "{header} {payload}"
        );
    }
    let deep = format!(r#"{{"exp":1700000000,"aud":{}{}}}"#, "[".repeat(5000), "]".repeat(5000));
    assert_eq!(verify(&sign(HEADER, &deep, SECRET)), Err(TokenVerificationError::Malformed));
    let not_utf8 = format!("{}.{}", base64(HEADER), base64(b"{\"iss\":\"\xff\"}"));
    let not_utf8 = format!("{not_utf8}.{}", base64(signature(&not_utf8, SECRET.as_bytes())));
    assert_eq!(verify(&not_utf8), Err(TokenVerificationError::Malformed));
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
        "a".repeat(16 * 1024 + 1),
        format!("{}.e30.", base64(format!(r#"{{"alg":"HS256","x":"{}"}}"#, "x".repeat(2048)))),
    ] {
        assert_eq!(verify(&malformed), Err(TokenVerificationError::Malformed), "{malformed}");
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
        assert_eq!(
            verify(&sign(&header, &payload().to_string(), SECRET)),
            Err(TokenVerificationError::CriticalExtension),
            "{crit}"
        );
    }
    // Where a key might be found is not the token's to say: these are not read.
    let pointing = r#"{"alg":"HS256","kid":"../../dev/null","jku":"https://evil.example","jwk":{"k":""},"zip":"DEF"}"#;
    assert!(verify(&sign(pointing, &payload().to_string(), SECRET)).is_ok());
}

/// 2.7 and 2.8: a token for one, shown to another.
#[test]
fn a_token_of_another_pool_is_refused() {
    let of = |data: Value| verify(&with("data", data));
    assert_eq!(
        of(json!({ "id": USER, "clientId": "5e0b0c8d7f1a2b3c4d5e6f70" })),
        Err(TokenVerificationError::WrongPool)
    );
    assert_eq!(of(json!({ "id": USER })), Err(TokenVerificationError::WrongPool));
    assert_eq!(of(json!({ "id": USER, "clientId": POOL.to_uppercase() })), Err(TokenVerificationError::WrongPool));
    assert_eq!(of(json!(null)), Err(TokenVerificationError::WrongPool));
    let oidc = json!({ "sub": USER, "aud": POOL, "exp": NOW.as_secs() + 60 });
    assert_eq!(verify(&user_token(&oidc, SECRET)), Err(TokenVerificationError::WrongPool));
}

#[test]
fn a_token_lives_from_nbf_to_exp_and_not_a_moment_longer() {
    assert_eq!(verify(&with("exp", json!(null))), Err(TokenVerificationError::MissingExpiry));
    assert_eq!(verify(&with("exp", json!(""))), Err(TokenVerificationError::MissingExpiry));
    assert_eq!(verify(&with("exp", json!(-1))), Err(TokenVerificationError::Expired));
    assert_eq!(verify(&with("exp", json!(0))), Err(TokenVerificationError::Expired));
    assert!(verify(&with("exp", json!(u64::MAX))).is_ok());
    assert!(verify(&with("exp", json!(1e300))).is_ok());
    assert!(verify(&with("exp", json!((NOW.as_secs() + 60).to_string()))).is_ok());

    let exp = Timestamp::from_secs(NOW.as_secs() + 60);
    let moment = Duration::from_millis(1);
    let at = |leeway: u64, now| verifier().with_leeway(Duration::from_secs(leeway)).verify(genuine(), now).map(drop);
    assert_eq!(at(0, exp - moment), Ok(()));
    assert_eq!(at(0, exp), Err(TokenVerificationError::Expired));
    assert_eq!(at(30, exp + Duration::from_secs(30) - moment), Ok(()));
    assert_eq!(at(30, exp + Duration::from_secs(30)), Err(TokenVerificationError::Expired));
    assert_eq!(at(u64::MAX, Timestamp::from_millis(u64::MAX - 1)), Ok(()));

    let nbf = NOW + Duration::from_secs(10);
    let begun = with("nbf", json!(nbf.as_secs()));
    let at = |leeway, now| verifier().with_leeway(Duration::from_secs(leeway)).verify(begun.as_str(), now).map(drop);
    assert_eq!(at(0, nbf - moment), Err(TokenVerificationError::NotYetValid));
    assert_eq!(at(0, nbf), Ok(()));
    assert_eq!(at(5, nbf - Duration::from_secs(5) - moment), Err(TokenVerificationError::NotYetValid));
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
