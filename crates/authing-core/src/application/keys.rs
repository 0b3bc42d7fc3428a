//! The provider's public keys, which all clients of an application share.
//!
//! A key that is known is used for an hour, so that a revoked one does not live on. A key that is not known has the keys fetched
//! again, at most once a minute: a token with an invented `kid` must not cost the provider a request each. Where fetching
//! fails, the keys of the last hour stay.

use std::convert::Infallible;
use std::ops::ControlFlow::{Break, Continue};
use std::sync::Arc;
use std::time::Duration;

use super::discover::{Discover, discover};
use super::{ApplicationContext, EndpointUrl, GetJsonWebKeySet};
use crate::flow::{Event, Flow, Obtain, Progress, Shared, ready};
use crate::single_flight::SingleFlight;
use crate::time::Timestamp;
use crate::token::JsonWebKeySet;
use crate::{Call, Error};

/// The keys, when they were fetched, and when that was last tried.
#[derive(Clone)]
pub(super) struct FetchedKeys {
    keys: Arc<JsonWebKeySet>,
    fetched: Timestamp,
    tried: Timestamp,
}

/// How long keys are used.
const TERM: Duration = Duration::from_secs(3600);
/// How long an unknown key is not asked for again.
const UNKNOWN_KEY_TERM: Duration = Duration::from_secs(60);

/// The flow that obtains the keys among which a token's may be.
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
        let is_known = value.keys.find(self.key_id.as_deref()).is_some();
        now.is_within(value.fetched, TERM) && (is_known || now.is_within(value.tried, UNKNOWN_KEY_TERM))
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
    /// The keys that stay, because no response came.
    kept: Option<FetchedKeys>,
}

impl FetchKeys {
    /// The keys of the last hour, in the place of those that cannot be fetched.
    fn fall_back(&mut self, now: Timestamp, error: Error) -> Result<FetchedKeys, Error> {
        match self.known.take().filter(|known| now.is_within(known.fetched, TERM)) {
            Some(known) => Ok(FetchedKeys { tried: now, ..known }),
            None => Err(error),
        }
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
            Ok(Break(keys)) => Ok(Break(FetchedKeys { keys: Arc::new(keys), fetched: now, tried: now })),
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
