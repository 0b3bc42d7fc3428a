//! Settings of HTTP, which every transport keeps to.

use std::time::Duration;

use crate::message::HeaderValue;

use super::RetryPolicy;
use crate::Error;

/// Settings of HTTP: time limits, the size of a response, the user agent, and what is tried again.
#[derive(Clone, Debug)]
pub struct HttpSettings {
    pub(crate) connect_timeout: Duration,
    pub(crate) timeout: Duration,
    pub(crate) body_limit: usize,
    user_agent: HeaderValue,
    pub(crate) retry: RetryPolicy,
}

impl Default for HttpSettings {
    fn default() -> Self {
        Self {
            connect_timeout: Self::CONNECT_TIMEOUT,
            timeout: Self::TIMEOUT,
            body_limit: Self::BODY_LIMIT,
            user_agent: HeaderValue::from_static(concat!("authing-rs/", env!("CARGO_PKG_VERSION"))),
            retry: RetryPolicy::default(),
        }
    }
}

impl HttpSettings {
    /// The time to connect, by default: 10 s.
    pub const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
    /// The time for one request in all, by default: 10 s.
    pub const TIMEOUT: Duration = Duration::from_secs(10);
    /// The longest body of a response, by default: 4 MiB.
    pub const BODY_LIMIT: usize = 4 << 20;

    /// The time to connect.
    pub fn connect_timeout(&self) -> Duration {
        self.connect_timeout
    }

    /// The time for one request in all.
    pub fn timeout(&self) -> Duration {
        self.timeout
    }

    /// The longest body of a response, in bytes.
    pub fn body_limit(&self) -> usize {
        self.body_limit
    }

    /// The `user-agent` header.
    pub fn user_agent(&self) -> &str {
        self.user_agent.as_str()
    }

    /// What is tried again, and how often.
    pub fn retry(&self) -> &RetryPolicy {
        &self.retry
    }

    pub(crate) fn set_user_agent(&mut self, user_agent: &str) -> Result<(), Error> {
        self.user_agent = HeaderValue::try_from(user_agent)
            .map_err(|_| Error::invalid_argument("userAgent", "holds characters that an HTTP header cannot carry"))?;
        Ok(())
    }
}

impl AsRef<HttpSettings> for HttpSettings {
    fn as_ref(&self) -> &HttpSettings {
        self
    }
}

/// The setters of a configuration that has [`HttpSettings`] in its field `http`.
macro_rules! http_setters {
    () => {
        /// The time to connect. By default 10 s.
        pub fn with_connect_timeout(mut self, timeout: std::time::Duration) -> Self {
            self.http.connect_timeout = timeout;
            self
        }

        /// The time for one request, from the first byte sent to the last received. By default 10 s.
        pub fn with_timeout(mut self, timeout: std::time::Duration) -> Self {
            self.http.timeout = timeout;
            self
        }

        /// The longest body of a response, in bytes. A longer one is
        /// [`TransportErrorKind::BodyTooLarge`](crate::TransportErrorKind::BodyTooLarge). By default 4 MiB.
        pub fn with_body_limit(mut self, bytes: usize) -> Self {
            self.http.body_limit = bytes;
            self
        }

        /// The `user-agent` header. By default `authing-rs/` and the version.
        ///
        /// # Errors
        ///
        /// [`Error::InvalidArgument`](crate::Error::InvalidArgument) if a header cannot carry it.
        pub fn with_user_agent(mut self, user_agent: &str) -> Result<Self, crate::Error> {
            self.http.set_user_agent(user_agent)?;
            Ok(self)
        }

        /// What is tried again, and how often.
        pub fn with_retry(mut self, retry: $crate::RetryPolicy) -> Self {
            self.http.retry = retry;
            self
        }

        /// The settings of HTTP.
        pub fn http(&self) -> &$crate::HttpSettings {
            &self.http
        }
    };
}
pub(crate) use http_setters;
