//! Ask a service for a sign of life.
//!
//! Wire: `GET {user}/system/status` and `GET {oauth}/system/status`, answered `{"ok": 2}`; `GET {cdn}`. Any 2xx status is a
//! sign of life.

use http::Method;
use serde::de::IgnoredAny;

use crate::wire::{Arguments, Encoding, Endpoint, Envelope};
use crate::{Operation, Service, Signer};

macro_rules! status {
    ($(#[doc = $doc:literal] $name:ident = $said:literal, $service:ident, $path:literal;)*) => { $(
        #[doc = $doc]
        #[derive(Clone, Copy, Debug)]
        pub struct $name;

        impl Operation for $name {
            type Answer = IgnoredAny;

            const NAME: &'static str = $said;
            const ENDPOINT: Endpoint =
                Endpoint::rest(Service::$service, Method::GET, $path, Encoding::Query, Envelope::Status);
            const SIGNER: Signer = Signer::Nobody;
            const REPEATABLE: bool = true;

            fn arguments<'a>(&'a self, _to: &mut Arguments<'a>) {}
        }
    )* };
}

status! {
    /// Whether the user service is alive.
    UserStatus = "preflight.user", User, "/system/status";
    /// Whether the oauth service is alive.
    OauthStatus = "preflight.oauth", Oauth, "/system/status";
    /// Whether the CDN is alive.
    CdnStatus = "preflight.cdn", Cdn, "";
}
