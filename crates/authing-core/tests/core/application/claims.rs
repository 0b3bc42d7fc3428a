//! The claims that both kinds of token share: issuer, audience, authorized party, lifetime.

use std::time::Duration;

use authing_core::Timestamp;
use serde_json::{Value, json};

use super::*;

/// What both verifiers say to a token with these claims beside their own; they must agree.
fn verify(change: &[(&str, Value)]) -> Result<(), TokenVerificationError> {
    let changed = |claims| change.iter().fold(claims, |claims, (name, value)| with(claims, name, value.clone()));
    let id = verify_id(&id_verifier(secret_key()), &hs256(&changed(id_claims()))).map(drop);
    let access = verify_access(&access_verifier(secret_key()), &hs256(&changed(access_claims()))).map(drop);
    assert_eq!(id, access, "{change:?}");
    id
}

#[test]
fn token_of_another_issuer_is_rejected() {
    for issuer in
        ["https://evil.example/oidc", "https://shop.authing.example/oidc/", "https://SHOP.authing.example/oidc", ""]
    {
        assert_eq!(verify(&[("iss", json!(issuer))]), Err(TokenVerificationError::WrongIssuer), "{issuer}");
    }
    assert_eq!(verify(&[("iss", Value::Null)]), Err(TokenVerificationError::MissingClaim { claim: "iss" }));
    assert_eq!(verify(&[("iss", json!([ISSUER]))]), Err(TokenVerificationError::Malformed));
}

#[test]
fn token_of_another_application_is_rejected() {
    for audience in [json!(OTHER_APP), json!([OTHER_APP]), json!([]), json!(""), json!(APP.to_uppercase())] {
        assert_eq!(verify(&[("aud", audience.clone())]), Err(TokenVerificationError::WrongAudience), "{audience}");
    }
    assert_eq!(verify(&[("aud", Value::Null)]), Err(TokenVerificationError::MissingClaim { claim: "aud" }));
    assert_eq!(verify(&[("aud", json!({ "0": APP }))]), Err(TokenVerificationError::Malformed));
    assert_eq!(verify(&[("aud", json!([APP]))]), Ok(()));
}

/// OpenID Connect Core 1.0, section 3.1.3.7, rules 3 to 5.
#[test]
fn list_of_audiences_needs_our_azp() {
    let several = || ("aud", json!([APP, OTHER_APP]));
    assert_eq!(verify(&[several()]), Err(TokenVerificationError::WrongAuthorizedParty));
    assert_eq!(verify(&[several(), ("azp", json!(OTHER_APP))]), Err(TokenVerificationError::WrongAuthorizedParty));
    assert_eq!(verify(&[several(), ("azp", json!(APP))]), Ok(()));
    assert_eq!(verify(&[("azp", json!(APP))]), Ok(()));
    assert_eq!(verify(&[("azp", json!(OTHER_APP))]), Err(TokenVerificationError::WrongAuthorizedParty));
}

#[test]
fn expired_token_is_rejected() {
    assert_eq!(verify(&[("exp", Value::Null)]), Err(TokenVerificationError::MissingExpiry));
    for exp in [json!(0), json!(-1), json!(1e9), json!(NOW.as_secs() - 30)] {
        assert_eq!(verify(&[("exp", exp.clone())]), Err(TokenVerificationError::Expired), "{exp}");
    }
    assert_eq!(verify(&[("exp", json!(NOW.as_secs() - 29))]), Ok(()));
    assert_eq!(verify(&[("exp", json!("soon"))]), Err(TokenVerificationError::Malformed));
}

#[test]
fn token_that_has_not_begun_is_rejected() {
    assert_eq!(verify(&[("nbf", json!(NOW.as_secs() + 31))]), Err(TokenVerificationError::NotYetValid));
    assert_eq!(verify(&[("nbf", json!(NOW.as_secs() + 30))]), Ok(()));
}

#[test]
fn token_issued_in_the_future_is_rejected() {
    assert_eq!(verify(&[("iat", json!(NOW.as_secs() + 31))]), Err(TokenVerificationError::IssuedInFuture));
    assert_eq!(verify(&[("iat", json!(NOW.as_secs() + 30))]), Ok(()));
    assert_eq!(verify(&[("iat", Value::Null)]), Err(TokenVerificationError::MissingClaim { claim: "iat" }));
}

#[test]
fn leeway_is_configurable() {
    let later = Timestamp::from_secs(NOW.as_secs() + 3600);
    let at = |leeway: u64, now: Timestamp| {
        let verifier = access_verifier(secret_key()).with_leeway(Duration::from_secs(leeway));
        let access = verifier.verify(&hs256(&access_claims()).as_str().into(), now).map(drop);
        let verifier = id_verifier(secret_key()).with_leeway(Duration::from_secs(leeway));
        let id = verifier.verify(&hs256(&id_claims()).as_str().into(), &Nonce::from(NONCE), None, now).map(drop);
        assert_eq!(id, access);
        id
    };
    assert_eq!(at(0, later), Err(TokenVerificationError::Expired));
    assert_eq!(at(0, Timestamp::from_millis(later.as_millis() - 1)), Ok(()));
    assert_eq!(at(1, later), Ok(()));
    assert_eq!(at(0, Timestamp::from_millis(NOW.as_millis() - 1)), Err(TokenVerificationError::IssuedInFuture));
    assert_eq!(at(u64::MAX, Timestamp::from_millis(u64::MAX - 1)), Ok(()));
}

#[test]
fn repeated_claim_is_rejected() {
    for (name, value) in [("aud", json!(APP)), ("exp", json!(1)), ("nonce", json!(NONCE)), ("role", json!("admin"))] {
        for claims in [id_claims(), access_claims()] {
            let json = with(with(claims, "role", json!("user")), "nonce", json!(NONCE)).to_string();
            let twice = json.replacen('{', &format!(r#"{{"{name}":{value},"#), 1);
            let token = sign(r#"{"alg":"HS256"}"#, &twice, SECRET);
            let refused = Err(TokenVerificationError::Malformed);
            assert_eq!(verify_id(&id_verifier(secret_key()), &token), refused, "{name}");
            assert_eq!(verify_access(&access_verifier(secret_key()), &token).map(drop), refused.map(drop), "{name}");
        }
    }
}

#[test]
fn issuer_is_a_url_without_query() {
    for url in [
        "",
        "shop",
        "ftp://a",
        "https://",
        "https:///x",
        "https://a/?b",
        "https://a/#b",
        "https://a/ b",
        "https://a/\n",
    ] {
        assert!(IssuerUrl::parse(url).is_err(), "{url}");
    }
    assert_eq!(IssuerUrl::parse(ISSUER).unwrap().as_str(), ISSUER);
}
