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
//! [`UserPool`] and [`Client`] are the core's types with their transport filled in. Everything else of [`authing_core`] is here under the
//! same names, so that this crate is the only one to depend upon.
//!
//! # Transport
//!
//! [`UreqTransport`] sends one request and reads its answer. It follows no redirect, keeps no cookie, asks for no compression,
//! and holds to the configuration's timeouts and body limit. Every status is an answer. What can go wrong below HTTP is a
//! [`TransportErrorKind`], the same for the same cause as in `authing-reqwest`.
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
//! Where a private deployment has a certificate authority of its own, and the operating system does not know it, say so to ureq:
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
//! The first of `ALL_PROXY`, `HTTPS_PROXY` and `HTTP_PROXY` that is set, for every address that `NO_PROXY` does not name.
#![forbid(unsafe_code)]

mod client;
mod error;
mod ureq_transport;

#[doc(no_inline)]
pub use authing_core::*;
/// The HTTP library, for [`UreqTransport::new_with`].
pub use ureq;

pub use self::client::{AuthenticationClient, Client, ManagementClient, UserPool};
pub use self::ureq_transport::UreqTransport;
