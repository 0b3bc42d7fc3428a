//! The clients of an application.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use super::Connect;
use super::calls::calls;
use crate::Error;
use crate::application::{ApplicationConfig, ApplicationContext, TokenSet, TokenSetStore};
use crate::principal::{Application, ApplicationPrincipal, ApplicationUser};
use crate::random::Randomness;
use crate::transport::{AsyncTransport, Transport};

/// The client of one flavour, blocking or asynchronous.
macro_rules! clients {
    ($flavour:literal, $crate_name:literal, $Client:ident, $Transport:ident) => {
        #[doc = concat!("A client of an application of today's service, over any [`", stringify!($Transport), "`]. Its methods ", $flavour, ".")]
        ///
        /// Its principal is the [`Application`], or one user of it ([`for_user`](Self::for_user)). It holds the configuration, the
        /// transport with its connections, the provider's metadata and keys, and the refreshes that are under way. Cloning is
        /// cheap, and clones share all of it.
        ///
        /// For a user pool of 2020 there is
        #[doc = concat!("`", $crate_name, "::UserPool`; `", $crate_name, "::AuthenticationClient` is this type with its transport filled in.")]
        pub struct $Client<T: ?Sized = Arc<dyn $Transport>, P = Application> {
            context: Arc<ApplicationContext>,
            transport: Arc<T>,
            principal: PhantomData<fn() -> P>,
        }

        impl<T: $Transport + Connect> $Client<T> {
            /// Creates a client and its transport from the configuration. Nothing is sent.
            ///
            /// # Errors
            ///
            /// [`Error::Transport`] if the transport cannot be created.
            pub fn new(config: ApplicationConfig) -> Result<Self, Error> {
                let transport = T::connect(config.http())?;
                Ok(Self::from_parts(config, transport, T::randomness()))
            }

            /// Creates a client over a transport of the caller.
            pub fn from_transport(config: ApplicationConfig, transport: T) -> Self {
                Self::from_parts(config, transport, T::randomness())
            }
        }

        impl<T: $Transport> $Client<T> {
            /// Creates a client over a transport, with a source of random numbers: [`Randomness::from_fn`], or a
            /// [`Seed`](crate::Seed) in a test.
            pub fn from_parts(config: ApplicationConfig, transport: T, randomness: impl Into<Randomness>) -> Self {
                Self::speaking(ApplicationContext::new(config, randomness), Arc::new(transport))
            }
        }

        impl<T: $Transport + ?Sized, P: ApplicationPrincipal> $Client<T, P> {
            /// Creates a client for one user, which refreshes the user's tokens. It keeps them in memory.
            pub fn for_user(&self, tokens: TokenSet) -> $Client<T, ApplicationUser> {
                $Client::speaking(self.context.for_user(tokens), Arc::clone(&self.transport))
            }

            /// Creates a client for one user, which keeps the user's tokens in a store. It saves these tokens at once, and refreshed
            /// tokens before they are used.
            ///
            /// # Errors
            ///
            /// [`Error::Store`] if they cannot be saved.
            pub fn for_user_with_store(
                &self,
                tokens: TokenSet,
                store: impl TokenSetStore + 'static,
            ) -> Result<$Client<T, ApplicationUser>, Error> {
                Ok($Client::speaking(self.context.for_user_with_store(tokens, store)?, Arc::clone(&self.transport)))
            }

            /// Creates a client for the user whose tokens a store holds.
            ///
            /// # Errors
            ///
            /// [`Error::NotLoggedIn`] if the store holds none. [`Error::Store`] if it cannot be read.
            pub fn restore(&self, store: impl TokenSetStore + 'static) -> Result<$Client<T, ApplicationUser>, Error> {
                Ok($Client::speaking(self.context.restored(store)?, Arc::clone(&self.transport)))
            }

            /// The configuration.
            pub fn config(&self) -> &ApplicationConfig {
                self.context.config()
            }

            /// The state that a flow needs.
            pub fn context(&self) -> &Arc<ApplicationContext> {
                &self.context
            }
        }

        impl<T: $Transport + ?Sized> $Client<T, ApplicationUser> {
            /// The user's current tokens.
            pub fn tokens(&self) -> TokenSet {
                // A user's client is made of a user's context, in this module alone.
                self.context.tokens().unwrap_or_else(|| unreachable!("a user has tokens"))
            }
        }

        impl<T: ?Sized, P> $Client<T, P> {
            fn speaking(context: Arc<ApplicationContext>, transport: Arc<T>) -> Self {
                Self { context, transport, principal: PhantomData }
            }
        }

        impl<T: ?Sized, P> Clone for $Client<T, P> {
            fn clone(&self) -> Self {
                Self::speaking(Arc::clone(&self.context), Arc::clone(&self.transport))
            }
        }

        impl<T: ?Sized, P: ApplicationPrincipal> fmt::Debug for $Client<T, P> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let Self { context, transport: _, principal: _ } = self;
                write!(f, concat!(stringify!($Client), "<{}>({:?})"), P::NAME, context.config().app_id())
            }
        }
    };
}

clients!("block", "authing_ureq", AuthenticationClient, Transport);
clients!("are awaited", "authing_reqwest", AsyncAuthenticationClient, AsyncTransport);

calls! { impl [P: ApplicationPrincipal] P of (AuthenticationClient AsyncAuthenticationClient) }
