use serde::{Deserialize, Serialize};

use crate::Token;
use crate::wire::{ResponseShape, Shape, loose_number};

/// The tokens of OAuth 2.0 and OpenID Connect (RFC 6749, section 5.1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct TokenResponse {
    /// To call the service with. It becomes the user's token, as in the published client.
    pub access_token: Token,
    /// Who logged in, signed.
    #[serde(default)]
    pub id_token: Option<Token>,
    /// To get new tokens with.
    #[serde(default)]
    pub refresh_token: Option<Token>,
    /// `Bearer`.
    #[serde(default)]
    pub token_type: Option<String>,
    /// What the tokens are good for.
    #[serde(default)]
    pub scope: Option<String>,
    /// How many seconds the access token lives.
    #[serde(default, deserialize_with = "loose_number")]
    pub expires_in: Option<i64>,
}

impl ResponseShape for TokenResponse {
    const SHAPE: Shape = Shape::Object(&["access_token"]);
}
