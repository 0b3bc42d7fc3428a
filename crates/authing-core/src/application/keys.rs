//! The provider's public keys, which all clients of an application share. [`FetchedKeys`] says for how long they are used.

use std::convert::Infallible;
use std::ops::ControlFlow::{Break, Continue};
use std::sync::Arc;
use std::time::Duration;

use super::discover::{Discover, discover};
use super::fetched_keys::FetchedKeys;
use super::{ApplicationContext, EndpointUrl, GetJsonWebKeySet};
use crate::flow::{Event, Flow, Obtain, Progress, Shared, ready};
use crate::single_flight::SingleFlight;
use crate::time::Timestamp;
use crate::token::JsonWebKeySet;
use crate::{Call, Error};

/// The flow that obtains the keys for a token.
pub(super) struct ObtainKeys {
    context: Arc<ApplicationContext>,
    key_id: Option<String>,
    state: State,
}

enum State {
    Discovering(Discover),
    Fetching(Obtain<SharedKeys>),
}

impl ObtainKeys {
    pub(super) fn new(context: &Arc<ApplicationContext>, key_id: Option<String>) -> Self {
        let context = context.of_application();
        Self { state: State::Discovering(discover(&context)), context, key_id }
    }
}

impl Flow for ObtainKeys {
    type Notification = Infallible;
    type Output = Arc<JsonWebKeySet>;

    fn poll(&mut self, now: Timestamp) -> Progress<Arc<JsonWebKeySet>> {
        loop {
            self.state = match &mut self.state {
                State::Discovering(discover) => {
                    let url = ready!(discover.poll(now)).metadata.jwks_uri.clone();
                    let (context, key_id) = (Arc::clone(&self.context), self.key_id.take());
                    State::Fetching(Obtain::new(SharedKeys { context, url, key_id }))
                }
                State::Fetching(keys) => return Ok(Break(ready!(keys.poll(now)).keys)),
            }
        }
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        match &mut self.state {
            State::Discovering(discover) => discover.handle(now, event),
            State::Fetching(keys) => keys.handle(now, event),
        }
    }
}

struct SharedKeys {
    context: Arc<ApplicationContext>,
    url: EndpointUrl,
    key_id: Option<String>,
}

impl Shared for SharedKeys {
    type Value = FetchedKeys;
    type Fetch = FetchKeys;

    fn cache(&self) -> &SingleFlight<FetchedKeys> {
        self.context.keys()
    }

    fn is_usable(&self, value: &FetchedKeys, now: Timestamp) -> bool {
        value.is_usable(self.key_id.as_deref(), now)
    }

    fn fetch(&self) -> FetchKeys {
        let call = Call::new(&self.context, GetJsonWebKeySet { url: Some(self.url.clone()) });
        FetchKeys { call, known: self.context.keys().cached(), kept: None }
    }

    fn longest_step(&self) -> Duration {
        self.context.runtime().longest_step()
    }
}

struct FetchKeys {
    call: Call<GetJsonWebKeySet>,
    known: Option<FetchedKeys>,
    /// The keys that stay in use, because no response arrived.
    kept: Option<FetchedKeys>,
}

impl FetchKeys {
    /// The keys of the last hour, if new keys cannot be fetched.
    fn fall_back(&mut self, now: Timestamp, error: Error) -> Result<FetchedKeys, Error> {
        self.known.take().and_then(|known| known.tried_again(now)).ok_or(error)
    }
}

impl Flow for FetchKeys {
    type Notification = Infallible;
    type Output = FetchedKeys;

    fn poll(&mut self, now: Timestamp) -> Progress<FetchedKeys> {
        if let Some(kept) = self.kept.take() {
            return Ok(Break(kept));
        }
        match self.call.poll(now) {
            Ok(Continue(step)) => Ok(Continue(step)),
            Ok(Break(keys)) => Ok(Break(FetchedKeys::new(keys, now))),
            Err(error) => self.fall_back(now, error).map(Break),
        }
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        if let Err(error) = self.call.handle(now, event) {
            self.kept = Some(self.fall_back(now, error)?);
        }
        Ok(())
    }
}
