//! The checks that only ID tokens have: `nonce`, `at_hash`, `sub` (OpenID Connect Core 1.0, sections 3.1.3.7 and 12.2).

use authing_core::token::ExpectedNonce;
use serde_json::{Value, json};

use super::*;

fn at_hash(access_token: &str) -> String {
    base64(&Sha256::digest(access_token)[..16])
}

#[test]
fn nonce_of_another_login_is_rejected() {
    let verify = |claimed: Value, expected: ExpectedNonce<'_>| {
        let token = hs256(&with(id_claims(), "nonce", claimed)).as_str().into();
        id_verifier(secret_key()).verify(&token, expected, None, NOW).map(drop)
    };
    let wrong = Err(TokenVerificationError::WrongNonce);
    let (nonce, empty) = (Nonce::from(NONCE), Nonce::from(""));
    let (ours, another, absent) = (json!(NONCE), json!("another"), Value::Null);
    for (claimed, expected, result) in [
        (&ours, ExpectedNonce::Exactly(&nonce), Ok(())),
        (&another, ExpectedNonce::Exactly(&nonce), wrong),
        (&absent, ExpectedNonce::Exactly(&nonce), wrong),
        (&ours, ExpectedNonce::AbsentOr(&nonce), Ok(())),
        (&another, ExpectedNonce::AbsentOr(&nonce), wrong),
        (&absent, ExpectedNonce::AbsentOr(&nonce), Ok(())),
        (&ours, ExpectedNonce::Absent, wrong),
        (&absent, ExpectedNonce::Absent, Ok(())),
        (&another, ExpectedNonce::Unchecked, Ok(())),
        (&json!(""), ExpectedNonce::Exactly(&empty), wrong),
        (&absent, ExpectedNonce::Exactly(&empty), wrong),
    ] {
        assert_eq!(verify(claimed.clone(), expected), result, "{claimed} {expected:?}");
    }
}

#[test]
fn wrong_at_hash_is_rejected() {
    let verify = |claimed: Value| {
        verify_id(&id_verifier(secret_key()), &hs256(&with(id_claims(), "at_hash", claimed))).map(drop)
    };
    let wrong = Err(TokenVerificationError::WrongAccessTokenHash);
    let right = at_hash(ACCESS_TOKEN);
    assert_eq!(verify(json!(right)), Ok(()));
    assert_eq!(verify(Value::Null), Ok(()), "the code flow may leave it out");
    assert_eq!(verify(json!(at_hash("another access token"))), wrong);
    assert_eq!(verify(json!(format!("{right}="))), wrong);
    assert_eq!(verify(json!(&right[..10])), wrong);
    assert_eq!(verify(json!("")), wrong);
    assert_eq!(verify(json!(base64(Sha256::digest(ACCESS_TOKEN)))), wrong, "the whole hash");
    assert_eq!(verify(json!(7)), Err(TokenVerificationError::Malformed));
}

/// The sample of OpenID Connect Core 1.0, appendix A.3: its access token and the `at_hash` of its ID token.
#[test]
fn at_hash_is_that_of_the_specification() {
    let access_token = "jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y".into();
    let token = hs256(&with(id_claims(), "at_hash", json!("77QmUPtjPfzWtF2AnpK9RQ"))).as_str().into();
    assert!(id_verifier(secret_key()).verify(&token, &Nonce::from(NONCE), Some(&access_token), NOW).is_ok());
}

#[test]
fn subject_is_required() {
    // With an empty `sub`, all users whose id is missing would be the same user.
    for subject in [Value::Null, json!("")] {
        let token = hs256(&with(id_claims(), "sub", subject));
        let refused = Err(TokenVerificationError::MissingClaim { claim: "sub" });
        assert_eq!(verify_id(&id_verifier(secret_key()), &token), refused);
    }
}

#[test]
fn claims_are_kept() {
    let mut claims = id_claims();
    for (name, value) in [
        ("phone_number", json!("13800138000")),
        ("auth_time", json!(1_600_000_000)),
        ("sid", json!("a session")),
        ("amr", json!(["pwd"])),
        ("roles", json!(["admin"])),
        ("mobile", json!("13900139000")),
    ] {
        claims[name] = value;
    }
    let claims = verify_id(&id_verifier(secret_key()), &hs256(&claims)).unwrap();
    assert_eq!((claims.iss.as_str(), claims.aud.as_slice()), (ISSUER, &[APP.to_owned()][..]));
    assert_eq!(claims.expires_at().as_secs(), NOW.as_secs() + 3600);
    assert_eq!((claims.auth_time, claims.sid.as_deref()), (Some(1_600_000_000), Some("a session")));
    assert_eq!(claims.nonce, Some(Nonce::from(NONCE)));
    assert_eq!((claims.profile.name.as_deref(), claims.profile.email_verified), (Some("Bob"), Some(true)));
    assert_eq!(claims.profile.sub.as_deref(), Some(USER));
    assert!(claims.profile.has_role("admin"));
    assert_eq!(claims.other.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["mobile"]);
    let shown = format!("{claims:?}");
    for personal in ["13800138000", "13900139000", NONCE] {
        assert!(!shown.contains(personal), "{shown}");
    }
}
