//! Ask a service for a sign of life.
//!
//! Wire: `GET {user}/system/status` and `GET {oauth}/system/status`, answered `{"ok": 2}`; `GET {cdn}`. Any 2xx status is a
//! sign of life.

use http::Method;
use serde::de::IgnoredAny;

use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope};
use crate::{Operation, Service};

macro_rules! status {
    ($(#[doc = $doc:literal] $name:ident = $said:literal, $service:ident, $path:literal;)*) => { $(
        #[doc = $doc]
        #[derive(Clone, Copy, Debug)]
        pub struct $name;

        impl Operation for $name {
            type Needs = needs::Nothing;
            type Response = IgnoredAny;

            const NAME: &'static str = $said;
            const ENDPOINT: Endpoint =
                Endpoint::rest(Service::$service, Method::GET, $path, Encoding::Query, Envelope::Status);
            const RETRYABLE: bool = true;

            fn arguments<'a>(&'a self, _to: &mut Arguments<'a>) {}
        }
    )* };
}

status! {
    /// Whether the user service is alive.
    CheckUserService = "preflight.user", User, "/system/status";
    /// Whether the oauth service is alive.
    CheckOauthService = "preflight.oauth", Oauth, "/system/status";
    /// Whether the CDN is alive.
    CheckCdn = "preflight.cdn", Cdn, "";
}
