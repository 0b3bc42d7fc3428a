//! The headers that today's service reads: which application, which pool, which language. They are set here and nowhere else.

use std::borrow::Cow;

use crate::Error;
use crate::message::{Headers, header_name, header_value};
use crate::wire::header::REAL_IP;

/// The headers that every request of a client has.
#[derive(Clone, Debug, Default)]
pub(crate) struct ServiceHeaders(Headers);

impl ServiceHeaders {
    pub(crate) fn set(&mut self, name: impl Into<Cow<'static, str>>, value: &str) -> Result<(), Error> {
        self.0.set(name, header_value(value)?);
        Ok(())
    }

    /// Sets one of the service's own headers.
    pub(crate) fn set_named(&mut self, name: &str, value: &str) -> Result<(), Error> {
        let lower = name.to_ascii_lowercase();
        if !lower.starts_with("x-authing-") && lower != REAL_IP {
            return Err(Error::invalid_argument("header", "must be `x-authing-…` or `x-real-ip`"));
        }
        self.set(header_name(lower)?, value)
    }

    pub(crate) fn insert_into(&self, to: &mut Headers) {
        for (name, value) in self.0.iter() {
            to.set(name.clone(), value.clone());
        }
    }
}

/// The setters of a configuration that has [`ServiceHeaders`] in its field `headers`.
macro_rules! header_setters {
    () => {
        /// The user pool (`x-authing-userpool-id`).
        pub fn with_user_pool(mut self, pool: &str) -> Result<Self, crate::Error> {
            let pool = crate::PoolId::parse(pool)?;
            self.headers.set(crate::wire::header::USER_POOL_ID, pool.as_str())?;
            Ok(self)
        }

        /// The language of the service's messages (`x-authing-lang`): `zh-CN`, `en-US`, `ja-JP` or `zh-TW`.
        pub fn with_language(mut self, language: &str) -> Result<Self, crate::Error> {
            self.headers.set(crate::wire::header::LANGUAGE, language)?;
            Ok(self)
        }

        /// Another of the service's headers: its name begins with `x-authing-`, or is `x-real-ip`. The tenant's header is one, for
        /// which the published clients have different names.
        ///
        /// # Errors
        ///
        /// [`Error::InvalidArgument`](crate::Error::InvalidArgument) for any other name, and for a value that a header cannot carry.
        pub fn with_header(mut self, name: &str, value: &str) -> Result<Self, crate::Error> {
            self.headers.set_named(name, value)?;
            Ok(self)
        }

        /// How passwords are encrypted, beside TLS. By default they are not.
        pub fn with_password_encryption(mut self, encryption: crate::v3::PasswordEncryption) -> Self {
            self.password_encryption = encryption;
            self
        }

        /// How passwords are encrypted, beside TLS.
        pub fn password_encryption(&self) -> crate::v3::PasswordEncryption {
            self.password_encryption
        }
    };
}
pub(crate) use header_setters;
