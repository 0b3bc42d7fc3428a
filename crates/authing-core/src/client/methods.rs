//! The macros of the tables of methods. An area's module has a row for each method, and both flavours of client, blocking and
//! asynchronous, get their methods from it.
//!
//! `impl [P: Bound] P as Visitor` begins a block. `Visitor` is the principal in its examples; `of (…)` names the two client types,
//! if they are not the pool's. A row is `name(arguments) -> response = operation`. An `@example` before it is a call of a blocking
//! client; the macros complete it for each flavour. The documentation of a row ends with its own errors as a list, to which the
//! macros add the errors of every call.

/// Methods that run an operation.
macro_rules! methods {
    ($(#[doc = $heading:expr])* impl [$($generics:tt)*] $Who:ident as $Shown:ident { $($rows:tt)* }) => {
        $crate::client::methods::methods! {
            $(#[doc = $heading])* impl [$($generics)*] $Who as $Shown of (Client AsyncClient) { $($rows)* }
        }
    };
    ($(#[doc = $heading:expr])* impl [$($generics:tt)*] $Who:ident as $Shown:ident of ($Client:ident $AsyncClient:ident) { $(
        $(#[doc = $doc:expr])* $(@example $example:literal)?
        fn $name:ident($($arg:ident: $type:ty),* $(,)?) -> $response:ty = $operation:expr;
    )* }) => {
        $(#[doc = $heading])*
        impl<T: $crate::transport::Transport + ?Sized, $($generics)*> $crate::$Client<T, $Who> { $(
            $(#[doc = $doc])* #[doc = $crate::client::methods::every_call!()] $(#[doc = $crate::client::methods::example!($example, $Client, $Shown)])?
            pub fn $name(&self $(, $arg: $type)*) -> Result<$response, $crate::Error> {
                self.call($operation)
            }
        )* }

        $(#[doc = $heading])*
        impl<T: $crate::transport::AsyncTransport + ?Sized, $($generics)*> $crate::$AsyncClient<T, $Who> { $(
            $(#[doc = $doc])* #[doc = $crate::client::methods::every_call!()] $(#[doc = $crate::client::methods::async_example!($example, $AsyncClient, $Shown)])?
            pub async fn $name(&self $(, $arg: $type)*) -> Result<$response, $crate::Error> {
                self.call($operation).await
            }
        )* }
    };
}
pub(crate) use methods;

/// Methods that run a flow. The first argument is the context, which the flow is made with.
macro_rules! flow_methods {
    ($(#[doc = $heading:expr])* impl [$($generics:tt)*] $Who:ident as $Shown:ident { $($rows:tt)* }) => {
        $crate::client::methods::flow_methods! {
            $(#[doc = $heading])* impl [$($generics)*] $Who as $Shown of (Client AsyncClient) { $($rows)* }
        }
    };
    ($(#[doc = $heading:expr])* impl [$($generics:tt)*] $Who:ident as $Shown:ident of ($Client:ident $AsyncClient:ident) { $(
        $(#[doc = $doc:expr])* $(@example $example:literal)?
        fn $name:ident($context:ident $(, $arg:ident: $type:ty)*) -> $output:ty = $flow:expr;
    )* }) => {
        $(#[doc = $heading])*
        impl<T: $crate::transport::Transport + ?Sized, $($generics)*> $crate::$Client<T, $Who> { $(
            $(#[doc = $doc])* #[doc = $crate::client::methods::every_call!()] $(#[doc = $crate::client::methods::example!($example, $Client, $Shown)])?
            pub fn $name(&self $(, $arg: $type)*) -> Result<$output, $crate::Error> {
                let $context = self.context();
                self.run($flow)
            }
        )* }

        $(#[doc = $heading])*
        impl<T: $crate::transport::AsyncTransport + ?Sized, $($generics)*> $crate::$AsyncClient<T, $Who> { $(
            $(#[doc = $doc])* #[doc = $crate::client::methods::every_call!()] $(#[doc = $crate::client::methods::async_example!($example, $AsyncClient, $Shown)])?
            pub async fn $name(&self $(, $arg: $type)*) -> Result<$output, $crate::Error> {
                let $context = self.context();
                self.run($flow).await
            }
        )* }
    };
}
pub(crate) use flow_methods;

/// Methods that run a flow with notifications, which they pass to the caller's `on_event`.
macro_rules! notifying_methods {
    ($(#[doc = $heading:expr])* impl [$($generics:tt)*] $Who:ident as $Shown:ident { $($rows:tt)* }) => {
        $crate::client::methods::notifying_methods! {
            $(#[doc = $heading])* impl [$($generics)*] $Who as $Shown of (Client AsyncClient) { $($rows)* }
        }
    };
    ($(#[doc = $heading:expr])* impl [$($generics:tt)*] $Who:ident as $Shown:ident of ($Client:ident $AsyncClient:ident) { $(
        $(#[doc = $doc:expr])*
        fn $name:ident($context:ident $(, $arg:ident: $type:ty)*; $event:ty) -> $output:ty = $flow:expr;
    )* }) => {
        $(#[doc = $heading])*
        impl<T: $crate::transport::Transport + ?Sized, $($generics)*> $crate::$Client<T, $Who> { $(
            $(#[doc = $doc])* #[doc = $crate::client::methods::every_call!()]
            pub fn $name(&self $(, $arg: $type)*, on_event: impl FnMut($event)) -> Result<$output, $crate::Error> {
                let $context = self.context();
                self.run_with($flow, on_event)
            }
        )* }

        $(#[doc = $heading])*
        impl<T: $crate::transport::AsyncTransport + ?Sized, $($generics)*> $crate::$AsyncClient<T, $Who> { $(
            $(#[doc = $doc])* #[doc = $crate::client::methods::every_call!()]
            pub async fn $name(&self $(, $arg: $type)*, on_event: impl FnMut($event)) -> Result<$output, $crate::Error> {
                let $context = self.context();
                self.run_with($flow, on_event).await
            }
        )* }
    };
}
pub(crate) use notifying_methods;

/// The errors of every call: the last of a method's list.
macro_rules! every_call {
    () => {
        "* [`Error::Transport`](crate::Error::Transport) if no complete response arrives, \
         [`Error::InvalidResponse`](crate::Error::InvalidResponse) if the response does not follow the protocol, and \
         [`Error::Service`](crate::Error::Service) with other codes."
    };
}
pub(crate) use every_call;

/// A row's example for a blocking client. Its `use` lines are hidden: they name a crate that the reader of a transport's
/// documentation does not depend on.
macro_rules! example {
    ($example:literal, $Client:ident, $Shown:ident) => {
        concat!(
            "\n```\n# use authing_core::{",
            stringify!($Client),
            ", Error, principal::",
            stringify!($Shown),
            ", transport::Transport};\n",
            "# fn example(client: &",
            stringify!($Client),
            "<impl Transport, ",
            stringify!($Shown),
            ">) -> Result<(), Error> {\n",
            $example,
            "?;\n# Ok(())\n# }\n```"
        )
    };
}
pub(crate) use example;

/// The same for an asynchronous client.
macro_rules! async_example {
    ($example:literal, $Client:ident, $Shown:ident) => {
        concat!(
            "\n```\n# use authing_core::{",
            stringify!($Client),
            ", Error, principal::",
            stringify!($Shown),
            ", transport::AsyncTransport};\n",
            "# async fn example(client: &",
            stringify!($Client),
            "<impl AsyncTransport, ",
            stringify!($Shown),
            ">) -> Result<(), Error> {\n",
            $example,
            ".await?;\n# Ok(())\n# }\n```"
        )
    };
}
pub(crate) use async_example;
