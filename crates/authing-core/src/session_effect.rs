//! The effect of an operation's response on a visitor's session.

/// The effect of a response on a visitor's session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionEffect {
    /// Nothing.
    None,
    /// A field of the response is the user's token from now on. It replaces the user who was logged in.
    SetToken(TokenEffect),
    /// The user's token is forgotten, even if the request fails.
    ClearToken,
}

/// The place of the token in a login's response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TokenEffect {
    /// The field.
    pub field: &'static str,
    /// Whether a response without a token is invalid.
    pub required: bool,
}

impl SessionEffect {
    /// The response of a login: without a token in this field it is invalid.
    pub const fn token_in(field: &'static str) -> Self {
        Self::SetToken(TokenEffect { field, required: true })
    }

    /// A response that may have a token in this field. Without one, no user is logged in.
    pub const fn optional_token_in(field: &'static str) -> Self {
        Self::SetToken(TokenEffect { field, required: false })
    }
}
