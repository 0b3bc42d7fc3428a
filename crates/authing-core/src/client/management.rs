//! The clients of an administrator.

use std::convert::Infallible;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use super::{Connect, run, run_async};
use crate::flow::Flow;
use crate::principal::{Administrator, May};
use crate::random::Randomness;
use crate::transport::{AsyncTransport, Transport};
use crate::v3::management::{ManagementConfig, ManagementContext};
use crate::{Call, Error, Operation};

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

/// # Any operation and any flow
impl<T: Transport + ?Sized> ManagementClient<T> {
    /// Runs one operation: the SDK's, or one of your own.
    ///
    /// # Errors
    ///
    /// Those that the operation's page lists, and those of every call: see [`Error`].
    pub fn call<O: Operation>(&self, operation: O) -> Result<O::Response, Error>
    where
        Administrator: May<O::Needs>,
    {
        self.run(Call::new(&self.context, operation))
    }

    /// Runs a flow without notifications.
    ///
    /// # Errors
    ///
    /// Those that the flow's page lists.
    pub fn run<F: Flow<Notification = Infallible>>(&self, flow: F) -> Result<F::Output, Error> {
        run(&*self.transport, self.context.runtime(), flow, |never| match never {})
    }
}

/// # Any operation and any flow
impl<T: AsyncTransport + ?Sized> AsyncManagementClient<T> {
    /// Runs one operation: the SDK's, or one of your own. Dropping the future cancels the call.
    ///
    /// # Errors
    ///
    /// Those that the operation's page lists, and those of every call: see [`Error`].
    pub async fn call<O: Operation>(&self, operation: O) -> Result<O::Response, Error>
    where
        Administrator: May<O::Needs>,
    {
        self.run(Call::new(&self.context, operation)).await
    }

    /// Runs a flow without notifications. Dropping the future cancels the flow.
    ///
    /// # Errors
    ///
    /// Those that the flow's page lists.
    pub async fn run<F: Flow<Notification = Infallible>>(&self, flow: F) -> Result<F::Output, Error> {
        run_async(&*self.transport, self.context.runtime(), flow, |never| match never {}).await
    }
}
