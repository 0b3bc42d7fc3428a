//! An asynchronous client of the [Authing](https://authing.cn) identity service, over [`reqwest`] and [`tokio`].
//!
//! ```no_run
//! use authing_reqwest::{Client, Config, Error, login::Login};
//!
//! #[tokio::main(flavor = "current_thread")]
//! async fn main() -> Result<(), Error> {
//!     let client = Client::new(Config::new("59f86b4832eb28071bdd9214")?)?;
//!     let user = client.login(Login::email("bob@example.com", "password")).await?;
//!     println!("{:?} is logged in", user.nickname);
//!     Ok(())
//! }
//! ```
//!
//! [`UserPool`] and [`Client`] are the core's types with their transport filled in. Everything else of [`authing_core`] is here under
//! the same names, so that this crate is the only one to depend upon.
//!
//! # Transport
//!
//! [`ReqwestTransport`] sends one request and reads its answer, within a tokio runtime whose time is enabled. It follows no
//! redirect, keeps no cookie, asks for no compression, and holds to the configuration's timeouts and body limit. Every status
//! is an answer. What can go wrong below HTTP is a [`TransportErrorKind`], the same for the same cause as in `authing-ureq`.
//!
//! # TLS
//!
//! | feature | TLS | trusts |
//! |---|---|---|
//! | `rustls` (default) | rustls with ring: a C compiler builds it, nothing has to be installed | Mozilla's certificate authorities, compiled in |
//! | `native-tls` | the operating system's; wins where both features are on | the operating system's certificate authorities, a company's own among them |
//!
//! With neither, only `http` addresses can be reached.
//!
//! Where a private deployment has a certificate authority of its own, and the operating system does not know it, say so to
//! reqwest: with `native-tls` by its `add_root_certificate`; with `rustls`, whose roots stand in a configuration of its own, by
//! another configuration:
//!
//! ```no_run
//! # #[cfg(feature = "rustls")]
//! # fn example(config: authing_reqwest::Config, roots: rustls::RootCertStore) -> Result<(), Box<dyn std::error::Error>> {
//! use std::sync::Arc;
//!
//! use authing_reqwest::{ReqwestTransport, UserPool};
//! use rustls::crypto::ring::default_provider;
//!
//! let tls = rustls::ClientConfig::builder_with_provider(Arc::new(default_provider()))
//!     .with_safe_default_protocol_versions()?
//!     .with_root_certificates(roots)
//!     .with_no_client_auth();
//! let transport = ReqwestTransport::new_with(&config, |reqwest| reqwest.tls_backend_preconfigured(tls))?;
//! let pool = UserPool::from_transport(config, transport);
//! # Ok(())
//! # }
//! ```
//!
//! # Proxies
//!
//! `HTTP_PROXY` or `HTTPS_PROXY` by the address's scheme, else `ALL_PROXY`, for every address that `NO_PROXY` does not name.
#![forbid(unsafe_code)]

mod client;
mod error;
mod reqwest_transport;

#[doc(no_inline)]
pub use authing_core::*;
/// The HTTP library, for [`ReqwestTransport::new_with`].
pub use reqwest;

pub use self::client::{AuthenticationClient, Client, ManagementClient, UserPool};
pub use self::reqwest_transport::ReqwestTransport;
