use serde::{Deserialize, Serialize};

use crate::Token;
use crate::wire::{ResponseShape, Shape, loose_number};

/// The tokens of OAuth 2.0 and OpenID Connect (RFC 6749, section 5.1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TokenResponse {
    /// The access token. It becomes the user's token, as in the published client.
    pub access_token: Token,
    /// The id token: signed claims of the user who logged in.
    #[serde(default)]
    pub id_token: Option<Token>,
    /// The refresh token.
    #[serde(default)]
    pub refresh_token: Option<Token>,
    /// The type of the access token: `Bearer`.
    #[serde(default)]
    pub token_type: Option<String>,
    /// The scope of the tokens.
    #[serde(default)]
    pub scope: Option<String>,
    /// The lifetime of the access token, in seconds.
    #[serde(default, deserialize_with = "loose_number")]
    pub expires_in: Option<i64>,
}

impl ResponseShape for TokenResponse {
    const SHAPE: Shape = Shape::Object(&["access_token"]);
}
