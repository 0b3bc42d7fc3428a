//! A blocking client of the [Authing](https://authing.cn) identity service, over [`ureq`]: no runtime, few dependencies, small
//! programs.
//!
//! ```no_run
//! use authing_ureq::{Client, Config, Error, login::Login};
//!
//! fn main() -> Result<(), Error> {
//!     let client = Client::new(Config::new("59f86b4832eb28071bdd9214")?)?;
//!     let user = client.login(Login::email("bob@example.com", "password"))?;
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
//! [`UreqTransport`] sends one request and reads its response. It follows no redirect, sends no cookie, requests no
//! compression, and keeps to the configuration's timeouts and body limit. A response with any status is a response. An error below
//! HTTP is a [`TransportErrorKind`], the same for the same cause as in `authing-reqwest`.
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
//! A private deployment may have its own certificate authority. If the operating system does not trust it, configure ureq:
//!
//! ```no_run
//! # #[cfg(feature = "rustls")]
//! # fn example(config: authing_ureq::Config) -> Result<(), Box<dyn std::error::Error>> {
//! use authing_ureq::{UreqTransport, UserPool};
//! use authing_ureq::ureq::tls::{Certificate, RootCerts, TlsConfig};
//!
//! let authority = Certificate::from_pem(&std::fs::read("authority.pem")?)?;
//! let tls = TlsConfig::builder().root_certs(RootCerts::new_with_certs(&[authority])).build();
//! let transport = UreqTransport::new_with(&config, |agent| agent.tls_config(tls));
//! let pool = UserPool::from_transport(config, transport);
//! # Ok(())
//! # }
//! ```
//!
//! # Proxies
//!
//! The first of `ALL_PROXY`, `HTTPS_PROXY` and `HTTP_PROXY` that is set, for each host that `NO_PROXY` does not name.
//!
//! # Logs
//!
//! ureq logs with the crate `log`. At the level `trace`, it logs the bytes of each request and response, with all tokens and passwords, and
//! each path, which may hold a phone number. Keep `ureq` and `ureq_proto` at the level `debug`, for example with the filter
//! `trace,ureq=debug,ureq_proto=debug`: then no secret is logged.
#![forbid(unsafe_code)]

#[cfg(target_arch = "wasm32")]
compile_error!(
    "authing-ureq blocks a thread on a socket, and a browser has neither: on wasm32, use `authing-core` with an `AsyncTransport` over `fetch`"
);

mod bounded;
mod client;
mod connect;
mod cookies;
mod countdown;
mod error;
mod few_syscalls;
mod lost;
mod ureq_transport;

#[doc(no_inline)]
pub use authing_core::*;
/// The HTTP library, for [`UreqTransport::new_with`].
pub use ureq;

pub use self::client::{AuthenticationClient, Client, ManagementClient, UserPool};
pub use self::ureq_transport::UreqTransport;

/// The README's samples, which are compiled with the tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
