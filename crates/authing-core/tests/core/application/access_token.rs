//! The checks that only access tokens have: who asked for them, and what they are good for.

use serde_json::{Value, json};

use super::*;

#[test]
fn token_of_another_client_is_rejected_unless_allowed() {
    let token = |name: &str| hs256(&with(access_claims(), name, json!(OTHER_APP)));
    for name in ["client_id", "azp"] {
        let refused = Err(TokenVerificationError::WrongAuthorizedParty);
        assert_eq!(verify_access(&access_verifier(secret_key()), &token(name)), refused);
        let allowing = access_verifier(secret_key()).with_clients([APP.into(), OTHER_APP.into()]);
        assert!(verify_access(&allowing, &token(name)).is_ok());
    }
}

#[test]
fn scopes_are_whole_words() {
    let claims = verify_access(&access_verifier(secret_key()), &hs256(&access_claims())).unwrap();
    assert_eq!(claims.scopes().collect::<Vec<_>>(), ["openid", "profile"]);
    assert!(claims.has_scope("openid"));
    assert!(!claims.has_scope("open") && !claims.has_scope("openid profile") && !claims.has_scope(""));
    assert_eq!((claims.jti.as_deref(), claims.other.is_empty()), (Some("a token's id"), true));
}

/// The client credentials grant has no user.
#[test]
fn token_of_the_application_itself_needs_no_subject() {
    let token = hs256(&with(access_claims(), "sub", Value::Null));
    assert_eq!(verify_access(&access_verifier(secret_key()), &token).unwrap().sub, None);
}
