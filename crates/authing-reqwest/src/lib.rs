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
//! [`UserPool`] and [`Client`] are for a user pool, [`AuthenticationClient`] for an application of today's console (OpenID Connect and
//! the REST API), [`ManagementClient`] for an access key. They are the core's types with their transport filled in. Everything else of
//! [`authing_core`] is here under the same names, so a program needs no other dependency.
//!
//! # Transport
//!
//! [`ReqwestTransport`] sends one request and reads its response, in a tokio runtime with time enabled. It follows no
//! redirect, stores no cookie, requests no compression, and keeps to the configuration's timeouts and body limit. A response with
//! any status is a response. An error below HTTP is a [`TransportErrorKind`], the same for the same cause as in `authing-ureq`.
//!
//! # TLS
//!
//! | feature | TLS | trusts |
//! |---|---|---|
//! | `rustls` (default) | rustls with ring: it needs a C compiler to build, and no installed library | Mozilla's certificate authorities, compiled in |
//! | `platform-roots` | the same as `rustls` | the operating system's certificate authorities, including a company's own |
//! | `native-tls` | the operating system's; it has precedence if several are enabled | the operating system's certificate authorities, including a company's own |
//!
//! Without any, only `http` URLs can be reached.
//!
//! A private deployment may have its own certificate authority. If the operating system does not trust it, configure reqwest. With
//! `native-tls`, use `add_root_certificate`. With `rustls`, replace the TLS configuration, which holds the roots:
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
//! `HTTP_PROXY` or `HTTPS_PROXY` by the URL's scheme, otherwise `ALL_PROXY`, for each host that `NO_PROXY` does not name.
//!
//! # Logs
//!
//! reqwest logs no header and no body, unless its setting `connection_verbose` is on. Then it logs the bytes of each request and response
//! at the level `trace`, with all tokens and passwords.
#![forbid(unsafe_code)]

#[cfg(target_arch = "wasm32")]
compile_error!(
    "authing-reqwest sets timeouts, redirects and TLS, which a browser does not let a program set: on wasm32, use `authing-core` with an `AsyncTransport` over `fetch`"
);

mod client;
mod error;
mod reqwest_transport;
mod tls;

#[doc(no_inline)]
pub use authing_core::*;
/// The HTTP library, for [`ReqwestTransport::new_with`].
pub use reqwest;

pub use self::client::{AuthenticationClient, Client, ManagementClient, UserPool};
pub use self::reqwest_transport::ReqwestTransport;

/// The README's samples, which are compiled with the tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
