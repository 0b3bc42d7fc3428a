//! The health check of a service.
//!
//! Wire: `GET {user}/system/status` and `GET {oauth}/system/status`, with the response `{"ok": 2}`; `GET {cdn}`. Any 2xx status
//! passes.

use serde::de::IgnoredAny;

use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope};
use crate::{Method, Operation, Service};

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
                Endpoint::rest(Service::$service, Method::Get, $path, Encoding::Query, Envelope::Status);
            const RETRYABLE: bool = true;

            fn arguments<'a>(&'a self, _to: &mut Arguments<'a>) {}
        }
    )* };
}

status! {
    /// Checks the health of the user service.
    CheckUserService = "preflight.user", User, "/system/status";
    /// Checks the health of the OAuth service.
    CheckOauthService = "preflight.oauth", Oauth, "/system/status";
    /// Checks the health of the CDN.
    CheckCdn = "preflight.cdn", Cdn, "";
}
