//! The service's key for passwords, which all clients of an application or of an administrator share: fetched in single flight.

use std::convert::Infallible;
use std::ops::ControlFlow::Break;
use std::sync::Arc;
use std::time::Duration;

#[cfg(feature = "sm2")]
use super::Sm2PublicKey;
use super::{FetchedPasswordKey, PasswordEncryption, PasswordKey};
use crate::call_context::CallContext;
use crate::flow::{Call, Event, Flow, Obtain, Progress, Shared, ready};
use crate::single_flight::SingleFlight;
use crate::time::Timestamp;
use crate::v3::{GetSystem, SystemInfo};
use crate::{Error, InvalidResponse, InvalidResponseKind, PublicKey};

/// The time for which a key is used.
const TERM: Duration = Duration::from_secs(3600);

/// The key that all clients of an application or of an administrator share.
pub(crate) struct SharedPasswordKey {
    context: CallContext,
    cache: SingleFlight<FetchedPasswordKey>,
    encryption: PasswordEncryption,
}

impl SharedPasswordKey {
    /// The flow that obtains the key of a context.
    pub(crate) fn obtain(
        context: &CallContext,
        cache: SingleFlight<FetchedPasswordKey>,
        encryption: PasswordEncryption,
    ) -> Obtain<Self> {
        Obtain::new(Self { context: context.clone(), cache, encryption })
    }
}

impl Shared for SharedPasswordKey {
    type Value = FetchedPasswordKey;
    type Fetch = FetchPasswordKey;

    fn cache(&self) -> &SingleFlight<FetchedPasswordKey> {
        &self.cache
    }

    fn is_usable(&self, value: &FetchedPasswordKey, now: Timestamp) -> bool {
        now.is_within(value.fetched, TERM)
    }

    fn fetch(&self) -> FetchPasswordKey {
        FetchPasswordKey { call: Call::new(&self.context, GetSystem), encryption: self.encryption }
    }

    fn longest_step(&self) -> Duration {
        self.context.runtime().longest_step()
    }
}

/// The flow that fetches the key.
pub(crate) struct FetchPasswordKey {
    call: Call<GetSystem>,
    encryption: PasswordEncryption,
}

impl Flow for FetchPasswordKey {
    type Notification = Infallible;
    type Output = FetchedPasswordKey;

    fn poll(&mut self, now: Timestamp) -> Progress<FetchedPasswordKey> {
        let system = ready!(self.call.poll(now));
        let key = Arc::new(select(&system, self.encryption)?);
        Ok(Break(FetchedPasswordKey { key, fetched: now }))
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        self.call.handle(now, event)
    }
}

/// Selects the key among those that the service publishes.
fn select(system: &SystemInfo, encryption: PasswordEncryption) -> Result<PasswordKey, Error> {
    let missing = |path: &str| {
        let (path, kind) = (path.to_owned(), InvalidResponseKind::Shape);
        InvalidResponse::new(200, path, kind)
    };
    match encryption {
        PasswordEncryption::None => Err(missing(".").into()),
        PasswordEncryption::Rsa => {
            let key = system.rsa.as_ref().and_then(|rsa| PublicKey::from_pem(&rsa.public_key).ok());
            Ok(PasswordKey::Rsa(key.ok_or_else(|| missing("rsa.publicKey"))?))
        }
        #[cfg(feature = "sm2")]
        PasswordEncryption::Sm2 => {
            let key = system.sm2.as_ref().and_then(|sm2| Sm2PublicKey::from_hex(&sm2.public_key));
            Ok(PasswordKey::Sm2(key.ok_or_else(|| missing("sm2.publicKey"))?))
        }
    }
}
