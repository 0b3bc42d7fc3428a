//! Tokens: JWTs signed with HS256.

use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::jws;

/// The claims of a token, of a user and of a pool's owner alike.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Claims {
    pub(crate) data: Subject,
    pub(crate) iat: i64,
    pub(crate) exp: i64,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Subject {
    pub(crate) email: Option<String>,
    pub(crate) id: String,
    pub(crate) client_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) unionid: Option<String>,
}

pub(crate) fn sign(claims: &impl Serialize, secret: &str) -> Result<String, jsonwebtoken::errors::Error> {
    jws::sign(Algorithm::HS256, None, claims, &EncodingKey::from_secret(secret.as_bytes()))
}

/// The claims of a token that `secret` signed. The caller checks the expiry, by the emulator's clock, and the audience.
pub(crate) fn verify<T: DeserializeOwned + Clone>(token: &str, secret: &str) -> Option<T> {
    jws::verify(Algorithm::HS256, token, &DecodingKey::from_secret(secret.as_bytes()))
}

#[cfg(test)]
mod tests {
    use base64ct::{Base64UrlUnpadded, Encoding as _};

    use super::*;

    fn claims() -> Claims {
        let data = Subject {
            email: Some("a@b.com".into()),
            id: "5e05bbf2d51b3761d5c71070".into(),
            client_id: "pool".into(),
            unionid: None,
        };
        Claims { data, iat: 1, exp: 2 }
    }

    #[test]
    fn the_header_and_payload_are_the_services() {
        let token = sign(&claims(), "secret").expect("signs");
        let part = |index| {
            let bytes = Base64UrlUnpadded::decode_vec(token.split('.').nth(index).expect("three parts"));
            String::from_utf8(bytes.expect("base64url")).expect("UTF-8")
        };
        assert_eq!(part(0), r#"{"alg":"HS256","typ":"JWT"}"#);
        let data = r#"{"email":"a@b.com","id":"5e05bbf2d51b3761d5c71070","clientId":"pool"}"#;
        assert_eq!(part(1), format!(r#"{{"data":{data},"iat":1,"exp":2}}"#));
    }

    #[test]
    fn another_secret_does_not_verify() {
        let token = sign(&claims(), "secret").expect("signs");
        assert_eq!(verify(&token, "secret"), Some(claims()));
        assert_eq!(verify::<Claims>(&token, "Secret"), None);
        assert_eq!(verify::<Claims>("a.b.c", "secret"), None);
    }
}
