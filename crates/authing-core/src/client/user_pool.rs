//! A user pool, and its clients.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use super::Connect;
use super::calls::calls;
use crate::context::{Context, PoolState};
use crate::principal::{OneUser, Owner, Principal, Visitor};
use crate::random::Randomness;
use crate::transport::{AsyncTransport, Transport};
use crate::{Config, Error, Session, Token, TokenStore};

/// The types of one flavour, blocking or asynchronous: they differ in their transport and in [`run`](super::driver) alone.
macro_rules! clients {
    ($flavour:literal, $crate_name:literal, $Pool:ident, $Client:ident, $Transport:ident) => {
        #[doc = concat!("A user pool, over any [`", stringify!($Transport), "`]: which a program keeps. The methods of its clients ", $flavour, ".")]
        ///
        /// It holds the configuration, the transport with its connections, and the owner's token, which the first call of the owner
        /// fetches. A clone shares all of it, and is cheap.
        ///
        #[doc = concat!("`", $crate_name, "::UserPool` is this type with its transport filled in.")]
        pub struct $Pool<T: ?Sized = Arc<dyn $Transport>> {
            state: Arc<PoolState>,
            transport: Arc<T>,
        }

        #[doc = concat!("A client of a user pool, over any [`", stringify!($Transport), "`]. Its methods ", $flavour, ".")]
        ///
        /// It has exactly one [`Principal`]: by default a [`Visitor`], with a session of its own. A clone shares the session, and is
        /// cheap.
        ///
        #[doc = concat!("`", $crate_name, "::Client` is this type with its transport filled in.")]
        pub struct $Client<T: ?Sized = Arc<dyn $Transport>, P = Visitor> {
            context: Arc<Context>,
            transport: Arc<T>,
            principal: PhantomData<fn() -> P>,
        }

        impl<T: $Transport + Connect> $Pool<T> {
            /// A pool over a transport that is created from the configuration. Nothing is sent.
            ///
            /// # Errors
            ///
            /// [`Error::Transport`] if the transport cannot be created.
            pub fn new(config: Config) -> Result<Self, Error> {
                let transport = T::connect(config.http())?;
                Ok(Self::from_parts(config, transport, T::randomness()))
            }

            /// A pool over a transport that the caller has set up.
            pub fn from_transport(config: Config, transport: T) -> Self {
                Self::from_parts(config, transport, T::randomness())
            }
        }

        impl<T: $Transport> $Pool<T> {
            /// A pool over a transport, with randomness: a [`Seed`](crate::Seed), or better [`Randomness::from_fn`].
            pub fn from_parts(config: Config, transport: T, randomness: impl Into<Randomness>) -> Self {
                Self { state: PoolState::new(config, randomness.into()), transport: Arc::new(transport) }
            }
        }

        impl<T: $Transport + ?Sized> $Pool<T> {
            /// A client for a visitor, with a session of its own in memory. A server creates one for each login.
            pub fn client(&self) -> $Client<T> {
                self.speaking(self.state.visitor())
            }

            /// A client for the visitor whose token is in a store, for a program with one user, who stays logged in between runs.
            ///
            /// # Errors
            ///
            /// [`Error::Store`] if the store cannot be read.
            pub fn restore(&self, store: impl TokenStore + 'static) -> Result<$Client<T>, Error> {
                Ok(self.speaking(self.state.restored(Arc::new(store))?))
            }

            /// A client for the user who has this token. A server creates one for each request. The token is not verified here: the
            /// service does it with each call, and a [`TokenVerifier`](crate::token::TokenVerifier) without one.
            ///
            /// # Errors
            ///
            /// [`Error::InvalidArgument`] if the token is empty or has characters that a header cannot carry.
            pub fn for_user(&self, token: impl Into<Token>) -> Result<$Client<T, OneUser>, Error> {
                Ok(self.speaking(self.state.user(token.into())?))
            }

            /// A client for the pool's owner.
            ///
            /// # Errors
            ///
            /// [`Error::MissingSecret`] if the configuration has no secret.
            pub fn as_owner(&self) -> Result<$Client<T, Owner>, Error> {
                Ok(self.speaking(self.state.owner()?))
            }

            /// The configuration.
            pub fn config(&self) -> &Config {
                self.state.config()
            }

            fn speaking<P: Principal>(&self, context: Arc<Context>) -> $Client<T, P> {
                $Client { context, transport: Arc::clone(&self.transport), principal: PhantomData }
            }
        }

        impl<T: $Transport + Connect> $Client<T> {
            /// The client of a program with one user. Nothing is sent.
            ///
            /// A server keeps a
            #[doc = concat!("[`", stringify!($Pool), "`]")]
            /// instead, and creates a client for each visitor.
            ///
            /// # Errors
            ///
            /// [`Error::Transport`] if the transport cannot be created.
            pub fn new(config: Config) -> Result<Self, Error> {
                Ok($Pool::<T>::new(config)?.client())
            }

            /// The client of a program with one user, who stays logged in between runs.
            ///
            /// # Errors
            ///
            /// [`Error::Store`] if the store cannot be read. [`Error::Transport`] if the transport cannot be created.
            pub fn restore(config: Config, store: impl TokenStore + 'static) -> Result<Self, Error> {
                $Pool::<T>::new(config)?.restore(store)
            }
        }

        impl<T: $Transport> $Client<T> {
            /// The client of a program with one user, over a transport, with randomness.
            pub fn from_parts(config: Config, transport: T, randomness: impl Into<Randomness>) -> Self {
                $Pool::from_parts(config, transport, randomness).client()
            }
        }

        impl<T: $Transport + ?Sized> $Client<T> {
            /// The visitor's session.
            pub fn session(&self) -> &Session {
                // A visitor's client is made of a visitor's context, in this module alone.
                self.context.session().unwrap_or_else(|| unreachable!("a visitor has a session"))
            }
        }

        impl<T: $Transport + ?Sized, P: Principal> $Client<T, P> {
            /// The client's pool.
            pub fn pool(&self) -> $Pool<T> {
                $Pool { state: Arc::clone(self.context.pool()), transport: Arc::clone(&self.transport) }
            }

            /// The state that a flow is created with.
            pub fn context(&self) -> &Arc<Context> {
                &self.context
            }
        }

        impl<T: ?Sized> Clone for $Pool<T> {
            fn clone(&self) -> Self {
                Self { state: Arc::clone(&self.state), transport: Arc::clone(&self.transport) }
            }
        }

        impl<T: ?Sized, P> Clone for $Client<T, P> {
            fn clone(&self) -> Self {
                let Self { context, transport, principal } = self;
                Self { context: Arc::clone(context), transport: Arc::clone(transport), principal: *principal }
            }
        }

        impl<T: ?Sized> fmt::Debug for $Pool<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_tuple(stringify!($Pool)).field(self.state.config()).finish()
            }
        }

        impl<T: ?Sized, P: Principal> fmt::Debug for $Client<T, P> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let Self { context, transport: _, principal: _ } = self;
                write!(f, concat!(stringify!($Client), "<{}>({:?})"), P::NAME, context.config().pool())
            }
        }
    };
}

clients!("block", "authing_ureq", UserPool, Client, Transport);
clients!("are awaited", "authing_reqwest", AsyncUserPool, AsyncClient, AsyncTransport);

calls! { impl [P: Principal] P of (Client AsyncClient) }
