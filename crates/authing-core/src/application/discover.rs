//! The provider's metadata, which all clients of an application share. One caller fetches them; they are kept for an hour.

use std::convert::Infallible;
use std::ops::ControlFlow::{Break, Continue};
use std::sync::Arc;
use std::time::Duration;

use super::discovered::Discovered;
use super::{ApplicationContext, GetProviderMetadata, ProviderMetadata};
use crate::flow::{Event, Flow, Obtain, Progress, Shared};
use crate::single_flight::SingleFlight;
use crate::time::Timestamp;
use crate::{Call, Error};

/// The flow that obtains the metadata.
pub(super) type Discover = Obtain<SharedMetadata>;

pub(super) fn discover(context: &Arc<ApplicationContext>) -> Discover {
    Obtain::new(SharedMetadata(context.of_application()))
}

pub(super) struct SharedMetadata(Arc<ApplicationContext>);

impl Shared for SharedMetadata {
    type Value = Discovered;
    type Fetch = FetchMetadata;

    fn cache(&self) -> &SingleFlight<Discovered> {
        self.0.metadata()
    }

    fn is_usable(&self, value: &Discovered, now: Timestamp) -> bool {
        value.is_usable(now)
    }

    fn fetch(&self) -> FetchMetadata {
        let call = Call::new(&self.0, GetProviderMetadata::new(self.0.config()));
        FetchMetadata { context: Arc::clone(&self.0), call }
    }

    fn longest_step(&self) -> Duration {
        self.0.runtime().longest_step()
    }
}

pub(super) struct FetchMetadata {
    context: Arc<ApplicationContext>,
    call: Call<GetProviderMetadata>,
}

impl Flow for FetchMetadata {
    type Notification = Infallible;
    type Output = Discovered;

    fn poll(&mut self, now: Timestamp) -> Progress<Discovered> {
        let issuer = self.context.config().issuer();
        let metadata = match self.call.poll(now) {
            Ok(Continue(step)) => return Ok(Continue(step)),
            Ok(Break(document)) => ProviderMetadata::read(issuer, &document)?,
            // A deployment that publishes none. Any other failure may be over soon, and then other paths may be announced.
            Err(error) if error.status() == Some(404) => ProviderMetadata::documented(issuer)?,
            Err(error) => return Err(error),
        };
        Ok(Break(Discovered::new(metadata, now)))
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        self.call.handle(now, event)
    }
}
