//! The tokens that the first step of a change gives for the second.

/// A response with such a token, and its lifetime.
macro_rules! proof_token {
    ($(#[doc = $doc:literal])* $Name:ident { $field:ident = $wire:literal }) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
        #[serde(rename_all = "camelCase")]
        #[non_exhaustive]
        pub struct $Name {
            /// The token.
            #[serde(rename = $wire)]
            pub $field: $crate::Token,
            /// The lifetime of the token in seconds.
            #[serde(default, deserialize_with = "crate::wire::loose_number")]
            pub token_expires_in: Option<i64>,
        }

        impl $crate::wire::ResponseShape for $Name {
            const SHAPE: $crate::wire::Shape = $crate::wire::Shape::Object(&[$wire]);
        }
    };
}
pub(super) use proof_token;
