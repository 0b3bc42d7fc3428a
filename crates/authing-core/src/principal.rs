//! The principals of clients, and the principal that an operation needs.
//!
//! A client has exactly one principal. A call never carries the token of another because a token is missing or old:
//!
//! | client | made by | its calls carry |
//! |---|---|---|
//! | [`Client<T>`](crate::Client), a [`Visitor`]'s | `pool.client()`, `pool.restore(store)`, `Client::new(config)` | the token of the user who logged in on it; before that, none |
//! | `Client<T, OneUser>` | `pool.for_user(token)` | this user's token |
//! | `Client<T, Owner>` | `pool.as_owner()` | the token of the pool's owner, fetched with the secret |
//!
//! An application of today's service has clients and principals of its own:
//!
//! | client | made by | its calls carry |
//! |---|---|---|
//! | [`AuthenticationClient<T>`](crate::AuthenticationClient), an [`Application`]'s | `AuthenticationClient::new(config)` | the application's own authentication, or nothing |
//! | `AuthenticationClient<T, ApplicationUser>` | `client.for_user(tokens)` | this user's access token |
//!
//! And its administrator has one:
//!
//! | client | made by | its calls carry |
//! |---|---|---|
//! | [`ManagementClient<T>`](crate::ManagementClient), the [`Administrator`]'s | `ManagementClient::new(config)` | the administrator's token, fetched with the access key |
//!
//! The principal is a type. A call that a principal may not make does not compile:
//!
//! ```compile_fail
//! # fn example(pool: authing_core::UserPool) -> Result<(), authing_core::Error> {
//! pool.client().remove_users(["5e05bbf2d51b3761d5c71070"])?; // needs `pool.as_owner()?`
//! # Ok(())
//! # }
//! ```
//!
//! Nor does a pool's call on an application's client, or an application's call on a pool's:
//!
//! ```compile_fail,E0277
//! # fn example(client: authing_core::AuthenticationClient) -> Result<(), authing_core::Error> {
//! client.call(authing_core::metadata::GetMetadata::new("5e05bbf2d51b3761d5c71070"))?;
//! # Ok(())
//! # }
//! ```
//!
//! ```compile_fail,E0277
//! # fn example(client: authing_core::Client) -> Result<(), authing_core::Error> {
//! client.call(authing_core::application::RequestUserInfo::default())?;
//! # Ok(())
//! # }
//! ```

use std::fmt;

/// The principal of a pool's client: [`Visitor`], [`OneUser`] or [`Owner`].
pub trait Principal: sealed::Sealed + Send + Sync + 'static {
    /// The method of a pool that makes a client with this principal, for the client's `Debug`.
    #[doc(hidden)]
    const NAME: &'static str;
}

/// A visitor of a program: no user at first, then the user who logs in. The session is the client's own.
#[derive(Debug)]
pub enum Visitor {}

/// One user, whose token the program was given: for one request of a server.
#[derive(Debug)]
pub enum OneUser {}

/// The owner of the pool, who may manage it. Needs the pool's secret.
#[derive(Debug)]
pub enum Owner {}

impl Principal for Visitor {
    const NAME: &'static str = "Visitor";
}

impl Principal for OneUser {
    const NAME: &'static str = "OneUser";
}

impl Principal for Owner {
    const NAME: &'static str = "Owner";
}

/// The principal of an application's client: [`Application`] or [`ApplicationUser`].
pub trait ApplicationPrincipal: sealed::Sealed + Send + Sync + 'static {
    /// The principal's name, for the client's `Debug`.
    #[doc(hidden)]
    const NAME: &'static str;
}

/// The application itself: logins by redirect, tokens, keys, and the calls that it makes in its own name.
#[derive(Debug)]
pub enum Application {}

/// One user of the application, whose tokens the program holds.
#[derive(Debug)]
pub enum ApplicationUser {}

impl ApplicationPrincipal for Application {
    const NAME: &'static str = "Application";
}

impl ApplicationPrincipal for ApplicationUser {
    const NAME: &'static str = "ApplicationUser";
}

/// The administrator of a pool of today's service, who has an access key.
#[derive(Debug)]
pub enum Administrator {}

/// What an operation needs, as a type: [`Operation::Needs`](crate::Operation::Needs).
pub mod needs {
    use super::{Authorization, sealed};

    /// A principal that an operation needs.
    pub trait Needs: sealed::Sealed {
        /// The same as a value, for the code that has forgotten the type.
        const AUTHORIZATION: Authorization;
    }

    macro_rules! needs {
        ($($(#[doc = $doc:literal])* $name:ident)*) => { $(
            $(#[doc = $doc])*
            #[derive(Debug)]
            pub enum $name {}

            impl sealed::Sealed for $name {}

            impl Needs for $name {
                const AUTHORIZATION: Authorization = Authorization::$name;
            }
        )* };
    }

    needs! {
        /// A visitor, whose session the response changes: a login. The request carries no token.
        Login
        /// Nothing: the request of any principal carries no token. The operation is public, or its arguments are the credentials.
        Nothing
        /// Any principal. The request carries the principal's token, if it has one.
        Optional
        /// A visitor or a user. The request carries the user's token, if there is one.
        OptionalUser
        /// A user: one who has logged in, or one whose token was given.
        User
        /// The pool's owner.
        Owner
        /// The pool's owner, whose secret is an argument. The request carries no token.
        Secret
        /// Any principal of an application. The request names the application, and carries no token and no secret.
        AnyApplication
        /// The application, which authenticates as it is configured (RFC 6749, section 2.3).
        Application
        /// A user of the application. The request carries the user's access token.
        ApplicationUser
        /// The administrator. The request carries the administrator's token, and names the pool that the token is for.
        Administrator
        /// The administrator, whose access key is among the arguments. The request carries no token.
        AccessKey
    }
}

/// The authorization of a request: what [`needs`] says as types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Authorization {
    /// No `authorization` header, and a visitor's client: the response changes the session.
    Login,
    /// No `authorization` header.
    Nothing,
    /// `authorization: Bearer <token>` of the principal; no header if no user has logged in.
    Optional,
    /// `authorization: <token>` of the user, without a scheme, and empty if no user has logged in. WeChat's endpoints are so.
    OptionalUser,
    /// `authorization: <token>` of the user, without a scheme. If no user has logged in, nothing is sent.
    User,
    /// `authorization: Bearer <owner's token>`.
    Owner,
    /// No `authorization` header, and the pool's secret among the arguments.
    Secret,
    /// No `authorization` header; the application is named by `x-authing-app-id`.
    AnyApplication,
    /// `authorization: Basic …` of the application, or its id and secret among the arguments, as it is configured.
    Application,
    /// `authorization: Bearer <access token>` of the application's user.
    ApplicationUser,
    /// `authorization: Bearer <administrator's token>`, and `x-authing-userpool-id`.
    Administrator,
    /// No `authorization` header, and the access key among the arguments.
    AccessKey,
}

impl Authorization {
    /// Whether an application's clients make the call, and not a pool's.
    pub(crate) fn is_of_application(self) -> bool {
        matches!(self, Self::AnyApplication | Self::Application | Self::ApplicationUser)
    }

    /// Whether an administrator's client makes the call.
    pub(crate) fn is_of_management(self) -> bool {
        matches!(self, Self::Administrator | Self::AccessKey)
    }
}

impl fmt::Display for Authorization {
    /// The client that the operation needs, as the end of "needs …".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Login => "a visitor's client: `pool.client()`",
            Self::Nothing | Self::Optional => "any client",
            Self::OptionalUser | Self::User => {
                "a user's client: `pool.for_user(token)`, or `pool.client()` and a login"
            }
            Self::Owner | Self::Secret => "the owner's client: `pool.as_owner()`",
            Self::AnyApplication | Self::Application => "an application's client: `AuthenticationClient`",
            Self::ApplicationUser => "an application's user: `AuthenticationClient::for_user(tokens)`",
            Self::Administrator | Self::AccessKey => "an administrator's client: `ManagementClient`",
        })
    }
}

/// A principal that may make a call which needs `N`.
#[diagnostic::on_unimplemented(
    message = "a client whose principal is `{Self}` cannot make this call",
    label = "the call needs `{N}`",
    note = "the owner's calls: `pool.as_owner()`; a user's: `pool.for_user(token)` or a login; a login: `pool.client()`; an application's calls: `AuthenticationClient`, and its `for_user(tokens)`"
)]
pub trait May<N: needs::Needs>: sealed::Sealed {}

impl May<needs::Login> for Visitor {}
impl<P: Principal> May<needs::Nothing> for P {}
impl<P: Principal> May<needs::Optional> for P {}
impl May<needs::OptionalUser> for Visitor {}
impl May<needs::OptionalUser> for OneUser {}
impl May<needs::User> for Visitor {}
impl May<needs::User> for OneUser {}
impl May<needs::Owner> for Owner {}
impl May<needs::Secret> for Owner {}
impl<P: ApplicationPrincipal> May<needs::AnyApplication> for P {}
impl May<needs::Application> for Application {}
impl May<needs::ApplicationUser> for ApplicationUser {}
impl May<needs::Administrator> for Administrator {}
impl May<needs::AccessKey> for Administrator {}
impl May<needs::AnyApplication> for Administrator {}

mod sealed {
    /// Principals and needs are these crates' own: the list is complete.
    pub trait Sealed {}

    impl Sealed for super::Visitor {}
    impl Sealed for super::OneUser {}
    impl Sealed for super::Owner {}
    impl Sealed for super::Application {}
    impl Sealed for super::ApplicationUser {}
    impl Sealed for super::Administrator {}
}
