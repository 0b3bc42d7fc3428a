//! The methods of every client that run any operation and any flow.

/// Implements these methods for a blocking client and its asynchronous counterpart: `impl [P: Bound] P of (Client AsyncClient)`. `P` is the
/// client's principal: a type parameter with its bound, or one type.
macro_rules! calls {
    (impl [$($generics:tt)*] $Who:ident of ($Client:ident $AsyncClient:ident)) => {
        /// # Any operation and any flow
        impl<T: $crate::transport::Transport + ?Sized, $($generics)*> $Client<T, $Who> {
            /// Runs one operation: the SDK's, or the caller's own.
            ///
            /// # Errors
            ///
            /// Those that the operation's page lists, and those of every call: see [`Error`](crate::Error).
            pub fn call<O: $crate::Operation>(&self, operation: O) -> Result<O::Response, $crate::Error>
            where
                $Who: $crate::principal::May<O::Needs>,
            {
                self.run($crate::Call::new(&self.context, operation))
            }

            /// Runs a flow without notifications.
            ///
            /// # Errors
            ///
            /// Those that the flow's page lists.
            pub fn run<F>(&self, flow: F) -> Result<F::Output, $crate::Error>
            where
                F: $crate::flow::Flow<Notification = std::convert::Infallible>,
            {
                self.run_with(flow, |never| match never {})
            }

            /// Runs a flow, and calls `on_event` with its notifications.
            ///
            /// # Errors
            ///
            /// Those that the flow's page lists.
            pub fn run_with<F: $crate::flow::Flow>(
                &self,
                flow: F,
                on_event: impl FnMut(F::Notification),
            ) -> Result<F::Output, $crate::Error> {
                $crate::client::run(&*self.transport, self.context.runtime(), flow, on_event)
            }
        }

        /// # Any operation and any flow
        impl<T: $crate::transport::AsyncTransport + ?Sized, $($generics)*> $AsyncClient<T, $Who> {
            /// Runs one operation: the SDK's, or the caller's own. Dropping the future cancels the call.
            ///
            /// # Errors
            ///
            /// Those that the operation's page lists, and those of every call: see [`Error`](crate::Error).
            pub async fn call<O: $crate::Operation>(&self, operation: O) -> Result<O::Response, $crate::Error>
            where
                $Who: $crate::principal::May<O::Needs>,
            {
                self.run($crate::Call::new(&self.context, operation)).await
            }

            /// Runs a flow without notifications. Dropping the future cancels the flow.
            ///
            /// # Errors
            ///
            /// Those that the flow's page lists.
            pub async fn run<F>(&self, flow: F) -> Result<F::Output, $crate::Error>
            where
                F: $crate::flow::Flow<Notification = std::convert::Infallible>,
            {
                self.run_with(flow, |never| match never {}).await
            }

            /// Runs a flow, and calls `on_event` with its notifications. Dropping the future cancels the flow.
            ///
            /// # Errors
            ///
            /// Those that the flow's page lists.
            pub async fn run_with<F: $crate::flow::Flow>(
                &self,
                flow: F,
                on_event: impl FnMut(F::Notification),
            ) -> Result<F::Output, $crate::Error> {
                $crate::client::run_async(&*self.transport, self.context.runtime(), flow, on_event).await
            }
        }
    };
}
pub(crate) use calls;
