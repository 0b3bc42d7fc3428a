//! Fields of operations and how each is written, so that an operation of today's REST API is its fields and nothing else.
//!
//! ```text
//! fields! {
//!     /// Binds an email address.
//!     pub struct BindEmail {
//!         /// The address.
//!         email: String = "email";            // required: an empty text is an error
//!         /// The code of the mail.
//!         pass_code: Option<OneTimeCode> = "passCode";   // left out without a value; an empty text is sent
//!     }
//! }
//! ```

use serde_json::{Map, Value};

use super::{Argument, Arguments};
use crate::{
    AccessToken, AppId, Ciphertext, Error, OneTimeCode, Password, PersonalData, Phone, PoolId, QrCodeId, RefreshToken,
    Secret, Token, UploadFile, UserId, WechatCode,
};

/// A value that can be sent.
pub(crate) trait ToArgument {
    fn to_argument<'a>(&'a self, to: &mut Arguments<'a>) -> Argument<'a>;
}

/// A field of an operation: a value, or an optional one.
pub(crate) trait Field {
    fn insert_into<'a>(&'a self, name: &'static str, to: &mut Arguments<'a>);
}

/// A struct of fields.
pub(crate) trait Fields {
    fn insert_fields<'a>(&'a self, to: &mut Arguments<'a>);
}

impl<T: ToArgument> Field for T {
    fn insert_into<'a>(&'a self, name: &'static str, to: &mut Arguments<'a>) {
        let value = self.to_argument(to);
        if value.is_blank() {
            to.reject(Error::invalid_argument(name, "is empty"));
        }
        to.insert(name, value);
    }
}

impl<T: ToArgument> Field for Option<T> {
    fn insert_into<'a>(&'a self, name: &'static str, to: &mut Arguments<'a>) {
        if let Some(value) = self {
            let value = value.to_argument(to);
            to.insert(name, value);
        }
    }
}

impl<T: Fields> ToArgument for T {
    fn to_argument<'a>(&'a self, to: &mut Arguments<'a>) -> Argument<'a> {
        to.object(|inner| self.insert_fields(inner))
    }
}

impl<T: ToArgument> ToArgument for Vec<T> {
    fn to_argument<'a>(&'a self, to: &mut Arguments<'a>) -> Argument<'a> {
        Argument::Array(self.iter().map(|value| value.to_argument(to)).collect())
    }
}

impl ToArgument for Value {
    fn to_argument<'a>(&'a self, to: &mut Arguments<'a>) -> Argument<'a> {
        to.json(self)
    }
}

impl ToArgument for Map<String, Value> {
    fn to_argument<'a>(&'a self, to: &mut Arguments<'a>) -> Argument<'a> {
        to.object(|inner| self.iter().for_each(|(name, value)| inner.insert_json(name, value)))
    }
}

impl ToArgument for Password {
    fn to_argument<'a>(&'a self, to: &mut Arguments<'a>) -> Argument<'a> {
        if self.expose().is_empty() {
            to.reject(Error::invalid_argument("password", "is empty"));
        }
        to.password(self)
    }
}

impl Field for UploadFile {
    fn insert_into<'a>(&'a self, name: &'static str, to: &mut Arguments<'a>) {
        to.insert_file(name, self);
    }
}

macro_rules! argument { ($($type:ty)*) => { $(
    impl ToArgument for $type {
        fn to_argument<'a>(&'a self, _to: &mut Arguments<'a>) -> Argument<'a> {
            self.into()
        }
    }
)* } }

argument! {
    AccessToken AppId Ciphertext OneTimeCode PersonalData Phone PoolId QrCodeId RefreshToken Secret String Token UserId
    WechatCode bool i64 u32
}

/// A struct of public fields, each with its name on the wire.
macro_rules! fields {
    ($(#[$meta:meta])* $vis:vis struct $Name:ident { $($(#[doc = $doc:literal])* $field:ident: $type:ty = $wire:literal;)* }) => {
        $(#[$meta])*
        #[derive(Clone, Debug)]
        $vis struct $Name {
            $($(#[doc = $doc])* pub $field: $type,)*
        }

        impl $crate::wire::Fields for $Name {
            fn insert_fields<'a>(&'a self, to: &mut $crate::wire::Arguments<'a>) {
                $($crate::wire::Field::insert_into(&self.$field, $wire, to);)*
            }
        }
    };
}
pub(crate) use fields;

/// An enum of the texts that the protocol knows. A text of a later version is kept as it came.
macro_rules! texts {
    ($(#[$meta:meta])* pub enum $Name:ident { $($(#[doc = $doc:literal])* $variant:ident = $wire:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $Name {
            $($(#[doc = $doc])* $variant,)*
            /// Another text.
            Other(String),
        }

        impl $Name {
            /// The text on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $wire,)*
                    Self::Other(text) => text,
                }
            }
        }

        impl From<&str> for $Name {
            fn from(text: &str) -> Self {
                match text {
                    $($wire => Self::$variant,)*
                    text => Self::Other(text.to_owned()),
                }
            }
        }

        impl<'de> serde::Deserialize<'de> for $Name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text: std::borrow::Cow<'de, str> = serde::Deserialize::deserialize(from)?;
                Ok(Self::from(&*text))
            }
        }

        impl $crate::wire::ToArgument for $Name {
            fn to_argument<'a>(&'a self, _to: &mut $crate::wire::Arguments<'a>) -> $crate::wire::Argument<'a> {
                self.as_str().into()
            }
        }
    };
}
pub(crate) use texts;
