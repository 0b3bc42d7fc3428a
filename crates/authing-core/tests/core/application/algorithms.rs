//! The algorithm and the key are the verifier's to choose (RFC 8725, sections 2.1, 2.2 and 3.1).

use authing_core::token::TokenVerificationError;
use proptest::prelude::*;
use rsa_0_9::pkcs8::{EncodePublicKey as _, LineEnding};
use serde_json::{Value, json};

use super::*;
use crate::support::tries;

#[test]
fn genuine_token_verifies_by_either_algorithm() {
    for (key, id, access) in [
        (VerificationKey::from(secret_key()), hs256(&id_claims()), hs256(&access_claims())),
        (
            provider_keys().into(),
            rs256(&rs_header(), &id_claims(), &PRESENT),
            rs256(&rs_header(), &access_claims(), &PRESENT),
        ),
    ] {
        let claims = verify_id(&id_verifier(key.clone()), &id).unwrap();
        assert_eq!((claims.sub.as_str(), claims.profile.email.as_deref()), (USER, Some("bob@example.com")));
        let claims = verify_access(&access_verifier(key), &access).unwrap();
        assert_eq!((claims.sub.as_deref(), claims.has_scope("profile")), (Some(USER), true));
    }
}

#[test]
fn token_does_not_choose_the_algorithm() {
    let names = ["none", "HS384", "HS512", "RS384", "RS512", "PS256", "ES256", "EdDSA"];
    for name in names {
        let refused = Err(TokenVerificationError::InvalidAlgorithm { algorithm: name });
        let header = json!({ "alg": name, "kid": "present" });
        let unsigned = format!("{}.{}.", base64(header.to_string()), base64(id_claims().to_string()));
        for token in [&unsigned, &rs256(&header, &id_claims(), &PRESENT)] {
            assert_eq!(verify_id(&id_verifier(provider_keys()), token), refused, "{name}");
            assert_eq!(verify_id(&id_verifier(secret_key()), token), refused, "{name}");
        }
    }
    let hmac = Err(TokenVerificationError::InvalidAlgorithm { algorithm: "HS256" });
    assert_eq!(verify_id(&id_verifier(provider_keys()), &hs256(&id_claims())), hmac);
    let rsa = Err(TokenVerificationError::InvalidAlgorithm { algorithm: "RS256" });
    assert_eq!(verify_id(&id_verifier(secret_key()), &rs256(&rs_header(), &id_claims(), &PRESENT)), rsa);
}

/// Everybody has the public key, in one form or another.
#[test]
fn public_key_is_no_hmac_secret() {
    let pem = PRESENT.to_public_key().to_public_key_pem(LineEnding::LF).unwrap();
    let jwk = jwk(&PRESENT, "present").to_string();
    let modulus = base64(PRESENT.n().to_bytes_be());
    for secret in ["", &pem, pem.trim(), &jwk, &modulus] {
        let forged = sign(r#"{"alg":"HS256","kid":"present"}"#, &id_claims().to_string(), secret);
        let refused = Err(TokenVerificationError::InvalidAlgorithm { algorithm: "HS256" });
        assert_eq!(verify_id(&id_verifier(provider_keys()), &forged), refused);
        let relabelled = sign(&rs_header().to_string(), &id_claims().to_string(), secret);
        let refused = Err(TokenVerificationError::InvalidSignature);
        assert_eq!(verify_id(&id_verifier(provider_keys()), &relabelled), refused);
    }
}

#[test]
fn empty_hmac_key_is_rejected() {
    assert!(Hs256Key::new("").is_err());
    assert!(Hs256Key::allow_short("").is_err());
    let forged = sign(r#"{"alg":"HS256"}"#, &id_claims().to_string(), "");
    let refused = Err(TokenVerificationError::InvalidSignature);
    assert_eq!(verify_id(&id_verifier(secret_key()), &forged), refused);
}

#[test]
fn encrypted_token_is_rejected_by_name() {
    let header = base64(r#"{"alg":"RSA-OAEP","enc":"A256GCM"}"#);
    let encrypted = format!("{header}.a2V5.aXY.Y2lwaGVydGV4dA.dGFn");
    for key in [VerificationKey::from(secret_key()), provider_keys().into()] {
        assert_eq!(verify_id(&id_verifier(key.clone()), &encrypted), Err(TokenVerificationError::Encrypted));
        assert_eq!(verify_access(&access_verifier(key), &encrypted), Err(TokenVerificationError::Encrypted));
    }
}

#[test]
fn foreign_key_does_not_verify() {
    let forged = rs256(&rs_header(), &id_claims(), &STRANGER);
    assert_eq!(verify_id(&id_verifier(provider_keys()), &forged), Err(TokenVerificationError::InvalidSignature));
    // The key of another `kid` of the same set, too.
    let forged = rs256(&rs_header(), &id_claims(), &OLD);
    assert_eq!(verify_id(&id_verifier(provider_keys()), &forged), Err(TokenVerificationError::InvalidSignature));
}

/// RFC 8725, section 3.10: a header that brings its own key, or says where to find one.
#[test]
fn header_does_not_bring_its_key() {
    for (name, value) in [
        ("jwk", jwk(&STRANGER, "present")),
        ("jku", json!("https://evil.example/jwks.json")),
        ("x5u", json!("https://evil.example/cert.pem")),
        ("x5c", json!(["MIIB"])),
    ] {
        let header = with(rs_header(), name, value);
        let forged = rs256(&header, &id_claims(), &STRANGER);
        assert_eq!(verify_id(&id_verifier(provider_keys()), &forged), Err(TokenVerificationError::InvalidSignature));
        let genuine = rs256(&header, &id_claims(), &PRESENT);
        assert!(verify_id(&id_verifier(provider_keys()), &genuine).is_ok(), "{name}");
    }
}

#[test]
fn critical_extension_is_rejected() {
    for crit in [json!(["b64"]), json!([]), Value::Null] {
        let token = rs256(&with(rs_header(), "crit", crit), &id_claims(), &PRESENT);
        assert_eq!(verify_id(&id_verifier(provider_keys()), &token), Err(TokenVerificationError::CriticalExtension));
    }
}

#[test]
fn errors_hold_no_value_of_the_token() {
    let header = json!({ "alg": "the attacker's words", "kid": "present" });
    let error = verify_id(&id_verifier(provider_keys()), &rs256(&header, &id_claims(), &PRESENT)).unwrap_err();
    assert_eq!(error, TokenVerificationError::InvalidAlgorithm { algorithm: "unknown" });
    assert_eq!(error.to_string(), "the token's algorithm is unknown, which the verifier does not accept");
    let verifiers = format!("{:?} {:?}", id_verifier(secret_key()), access_verifier(secret_key()));
    assert!(!verifiers.contains(SECRET));
}

proptest! {
    #![proptest_config(tries(500))]

    #[test]
    fn arbitrary_tokens_are_rejected_without_panic(
        token in "[A-Za-z0-9._=-]{0,200}|.{0,100}",
        header in ".{0,60}",
        payload in ".{0,120}",
    ) {
        let verifier = id_verifier(secret_key());
        prop_assert!(verify_id(&verifier, &token).is_err());
        prop_assert!(verify_id(&id_verifier(provider_keys()), &token).is_err());
        prop_assert!(verify_id(&verifier, &sign(&header, &payload, SECRET)).is_err());
        let signed = sign(r#"{"alg":"HS256"}"#, &payload, SECRET);
        prop_assert!(verify_id(&verifier, &signed).is_err());
        prop_assert!(verify_access(&access_verifier(secret_key()), &sign(&header, &payload, SECRET)).is_err());
    }

    #[test]
    fn no_changed_byte_of_a_signed_token_verifies(at in any::<prop::sample::Index>(), byte in b'-'..=b'z') {
        static TOKEN: LazyLock<String> = LazyLock::new(|| rs256(&rs_header(), &id_claims(), &PRESENT));
        static VERIFIER: LazyLock<IdTokenVerifier> = LazyLock::new(|| id_verifier(provider_keys()));
        let mut bytes = TOKEN.clone().into_bytes();
        let at = at.index(bytes.len());
        prop_assume!(bytes[at] != byte);
        bytes[at] = byte;
        prop_assert!(verify_id(&VERIFIER, &String::from_utf8(bytes).unwrap()).is_err());
    }
}
