//! Types, operations and protocol state machines of the [Authing](https://authing.cn) identity service, without any I/O: no
//! socket, clock, sleep, thread, randomness or global. All of them are arguments or traits, so that the same code runs in an
//! asynchronous server, a blocking program, a mini-program, or over a transport of the caller.
//!
//! Most programs use a crate with a transport: `authing-reqwest` (asynchronous) or `authing-ureq` (blocking). This crate is for
//! programs with a transport of their own, and has the parts that all crates share.
//!
//! The service has two generations. A program with the id of a **user pool** uses [`UserPool`] and [`Client`]. A program with an
//! **application** of today's console uses [`AuthenticationClient`]: OpenID Connect and the REST API ([`v3`]). A back end that manages
//! the pool uses [`ManagementClient`].
//!
//! | content | where |
//! |---|---|
//! | pools and their clients, over any transport | [`UserPool`], [`Client`], [`AsyncUserPool`], [`AsyncClient`], [`transport`] |
//! | the principal of a client | [`principal`] |
//! | applications and their clients | [`application`], [`AuthenticationClient`], [`AsyncAuthenticationClient`] |
//! | today's REST API, and the management of a pool | [`v3`], [`ManagementClient`], [`AsyncManagementClient`] |
//! | settings | [`Config`], [`ApplicationConfig`], [`ManagementConfig`] |
//! | one request and its response | [`Operation`]; [`account`], [`login`], [`wechat`], [`metadata`], [`social`], [`qr`], [`oidc`], [`token`], [`management`], [`rbac`], [`organizations`], [`preflight`] |
//! | flows: state machines of several steps | [`flow`] |
//! | the session of the logged-in user | [`Session`], [`TokenStore`] |
//! | errors | [`Error`], [`ErrorCode`] |
//! | secret and personal values | [`secret`] |
//!
//! ```
//! use std::time::Duration;
//!
//! use authing_core::login::Login;
//! use authing_core::transport::Transport;
//! use authing_core::{Config, Error, Request, Response, Seed, Timestamp, TransportError, UserPool};
//!
//! /// A transport that returns the same response to every request.
//! struct Canned;
//!
//! impl Transport for Canned {
//!     fn send(&self, _request: Request) -> Result<Response, TransportError> {
//!         Ok(Response::new(200, br#"{"data":{"login":{"_id":"5e05bbf2d51b3761d5c71070","nickname":"Bob","token":"t"}}}"#))
//!     }
//!
//!     fn sleep(&self, _time: Duration) {}
//!
//!     fn now(&self) -> Timestamp {
//!         Timestamp::from_secs(1_600_000_000)
//!     }
//! }
//!
//! # fn main() -> Result<(), Error> {
//! let seed = Seed::new([7; 32]); // Take yours from the system's random source.
//! let pool = UserPool::from_parts(Config::new("59f86b4832eb28071bdd9214")?, Canned, &seed);
//! let user = pool.client().login(Login::email("bob@example.com", "password"))?;
//! assert_eq!(user.nickname.as_deref(), Some("Bob"));
//! # Ok(())
//! # }
//! ```
#![forbid(unsafe_code)]

pub mod account;
pub mod application;
pub mod flow;
pub mod host;
pub mod login;
pub mod management;
pub mod metadata;
pub mod oidc;
pub mod organizations;
pub mod preflight;
pub mod principal;
pub mod qr;
pub mod rbac;
pub mod secret;
pub mod social;
pub mod token;
pub mod transport;
pub mod types;
pub mod v3;
pub mod wechat;
pub mod wire;

mod body;
mod call_context;
mod client;
mod config;
mod context;
mod crypto;
mod error;
mod error_code;
mod id;
mod jose;
mod message;
mod number;
mod operation;
mod random;
mod runtime;
mod search;
mod session;
mod session_effect;
mod shared_text;
mod single_flight;
mod sync;
mod time;
mod url;

pub use self::application::{ApplicationConfig, ApplicationContext, AuthenticationError};
pub use self::body::{Body, MultipartForm, UploadFile};
pub use self::call_context::CallContext;
pub use self::client::{
    All, AllStream, AllUsers, AllUsersStream, AsyncAuthenticationClient, AsyncCaller, AsyncClient,
    AsyncManagementClient, AsyncUserPool, AuthenticationClient, Caller, Client, Connect, ManagementClient, Paged,
    RawGraphQl, UserPool,
};
pub use self::config::{BaseUrl, Config, HttpSettings, PublicKey, RetryPolicy, Service};
pub use self::context::Context;
pub use self::error::{
    Deadline, Declined, DriverError, Error, HostError, IncompleteBatch, InvalidArgument, InvalidResponse,
    InvalidResponseKind, LogoutFailed, ServiceError, StoreError, TransportError, TransportErrorKind, WrongPrincipal,
};
pub use self::error_code::{ErrorCode, Language};
pub use self::flow::{Call, RawCall};
pub use self::id::{AdConnectorId, AppId, GroupId, OrgId, PermissionId, PoolId, RbacRoleId, RoleId, UserId};
pub use self::message::{Method, Request, Response};
pub use self::operation::Operation;
pub use self::principal::{Authorization, Owner, Visitor};
pub use self::random::{Random, Randomness, Seed};
pub use self::secret::{
    AccessToken, AuthorizationCode, Ciphertext, CsrfToken, IdToken, Nonce, OneTimeCode, Password, PersonalData, Phone,
    PkceCodeVerifier, QrCodeId, RefreshToken, Secret, Token, WechatCode,
};
pub use self::session::{MemoryStore, Session, SessionState, TokenStore};
pub use self::session_effect::{SessionEffect, TokenEffect};
pub use self::time::Timestamp;
pub use self::v3::management::{ManagementConfig, ManagementContext};

/// The service's GraphQL schema. The tests check every document against it, and the emulator serves it.
pub const SCHEMA: &str = include_str!("../schema/authing.graphql");
