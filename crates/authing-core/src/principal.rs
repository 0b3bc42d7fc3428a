//! The principals that a client can speak as, and what an operation needs of them.
//!
//! A client speaks as exactly one principal, and never as another because a token is missing or old:
//!
//! | client | made by | its calls carry |
//! |---|---|---|
//! | [`Client<T>`](crate::Client), a [`Visitor`]'s | `pool.client()`, `pool.restore(store)`, `Client::new(config)` | the token of the user who logged in on it; before that, none |
//! | `Client<T, OneUser>` | `pool.for_user(token)` | this user's token |
//! | `Client<T, Owner>` | `pool.as_owner()` | the token of the pool's owner, fetched with the secret |
//!
//! The principal is a type. A call that a principal may not make does not compile:
//!
//! ```compile_fail
//! # fn example(pool: authing_core::UserPool) -> Result<(), authing_core::Error> {
//! pool.client().remove_users(["5e05bbf2d51b3761d5c71070"])?; // needs `pool.as_owner()?`
//! # Ok(())
//! # }
//! ```

use std::fmt;

/// The principal of a client: [`Visitor`], [`OneUser`] or [`Owner`].
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
        })
    }
}

/// A principal that may make a call which needs `N`.
#[diagnostic::on_unimplemented(
    message = "a client that speaks as `{Self}` cannot make this call",
    label = "the call needs `{N}`",
    note = "the owner's calls: `pool.as_owner()`; a user's: `pool.for_user(token)` or a login; a login: `pool.client()`"
)]
pub trait May<N: needs::Needs>: Principal {}

impl May<needs::Login> for Visitor {}
impl<P: Principal> May<needs::Nothing> for P {}
impl<P: Principal> May<needs::Optional> for P {}
impl May<needs::OptionalUser> for Visitor {}
impl May<needs::OptionalUser> for OneUser {}
impl May<needs::User> for Visitor {}
impl May<needs::User> for OneUser {}
impl May<needs::Owner> for Owner {}
impl May<needs::Secret> for Owner {}

mod sealed {
    /// Principals and needs are these crates' own: the list is complete.
    pub trait Sealed {}

    impl Sealed for super::Visitor {}
    impl Sealed for super::OneUser {}
    impl Sealed for super::Owner {}
}
