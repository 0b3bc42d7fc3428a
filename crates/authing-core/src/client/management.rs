//! The clients of an administrator.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use super::Connect;
use super::calls::calls;
use crate::Error;
use crate::principal::Administrator;
use crate::random::Randomness;
use crate::transport::{AsyncTransport, Transport};
use crate::v3::management::{ManagementConfig, ManagementContext};

/// The client of one flavour, blocking or asynchronous.
macro_rules! clients {
    ($flavour:literal, $crate_name:literal, $Client:ident, $Transport:ident) => {
        #[doc = concat!("A client of an administrator of today's service, over any [`", stringify!($Transport), "`]. Its methods ", $flavour, ".")]
        ///
        /// Its principal is the [`Administrator`]. The token is fetched with the access key before the first call, in single flight,
        /// and again before it expires or if the service rejects it. Cloning a client is cheap, and clones share all of it.
        ///
        #[doc = concat!("`", $crate_name, "::ManagementClient` is this type with its transport filled in.")]
        pub struct $Client<T: ?Sized = Arc<dyn $Transport>, P = Administrator> {
            context: Arc<ManagementContext>,
            transport: Arc<T>,
            principal: PhantomData<fn() -> P>,
        }

        impl<T: $Transport + Connect> $Client<T> {
            /// Creates a client and its transport from the configuration. Nothing is sent.
            ///
            /// # Errors
            ///
            /// [`Error::Transport`] if the transport cannot be created.
            pub fn new(config: ManagementConfig) -> Result<Self, Error> {
                let transport = T::connect(config.http())?;
                Ok(Self::from_parts(config, transport, T::randomness()))
            }

            /// Creates a client over a transport of the caller.
            pub fn from_transport(config: ManagementConfig, transport: T) -> Self {
                Self::from_parts(config, transport, T::randomness())
            }
        }

        impl<T: $Transport> $Client<T> {
            /// Creates a client over a transport, with a source of random numbers: [`Randomness::from_fn`], or a
            /// [`Seed`](crate::Seed) in a test.
            pub fn from_parts(config: ManagementConfig, transport: T, randomness: impl Into<Randomness>) -> Self {
                let context = ManagementContext::new(config, randomness);
                Self { context, transport: Arc::new(transport), principal: PhantomData }
            }
        }

        impl<T: ?Sized> $Client<T> {
            /// The configuration.
            pub fn config(&self) -> &ManagementConfig {
                self.context.config()
            }

            /// The state that a flow needs.
            pub fn context(&self) -> &Arc<ManagementContext> {
                &self.context
            }
        }

        impl<T: ?Sized> Clone for $Client<T> {
            fn clone(&self) -> Self {
                Self {
                    context: Arc::clone(&self.context),
                    transport: Arc::clone(&self.transport),
                    principal: PhantomData,
                }
            }
        }

        impl<T: ?Sized> fmt::Debug for $Client<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let Self { context, transport: _, principal: _ } = self;
                write!(f, concat!(stringify!($Client), "({:?})"), context.config().access_key_id())
            }
        }
    };
}

clients!("block", "authing_ureq", ManagementClient, Transport);
clients!("are awaited", "authing_reqwest", AsyncManagementClient, AsyncTransport);

calls! { impl [] Administrator of (ManagementClient AsyncManagementClient) }
