//! The flow of an operation at an endpoint of the provider's metadata.
//!
//! ```text
//!  ┌─────────────┐ metadata ┌─────────┐ response
//!  │ Discovering │ ───────▶ │ Calling │ ───────▶ done
//!  └─────────────┘          └─────────┘
//! ```

use std::convert::Infallible;
use std::sync::Arc;

use super::discover::{Discover, discover};
use super::{
    ApplicationContext, EndpointUrl, IntrospectToken, ProviderMetadata, RequestAccountTokens, RequestTokens,
    RequestUserInfo, RevokeToken,
};
use crate::flow::{Event, Flow, POLLED_AFTER_COMPLETION, Progress, ready};
use crate::time::Timestamp;
use crate::{Call, Error, Operation};

/// An operation whose URL is in the provider's metadata.
pub(super) trait Announced: Operation {
    fn endpoint(metadata: &ProviderMetadata) -> &EndpointUrl;
    fn set_url(&mut self, url: EndpointUrl);
}

macro_rules! announced {
    ($($Operation:ident at $endpoint:ident)*) => { $(
        impl Announced for $Operation {
            fn endpoint(metadata: &ProviderMetadata) -> &EndpointUrl {
                &metadata.$endpoint
            }

            fn set_url(&mut self, url: EndpointUrl) {
                self.url = Some(url);
            }
        }
    )* };
}

announced! {
    RequestTokens at token_endpoint
    RequestAccountTokens at token_endpoint
    IntrospectToken at introspection_endpoint
    RevokeToken at revocation_endpoint
    RequestUserInfo at userinfo_endpoint
}

/// The flow of such an operation.
pub(super) struct EndpointCall<O> {
    context: Arc<ApplicationContext>,
    operation: Option<O>,
    check: fn(&ProviderMetadata) -> Result<(), Error>,
    state: State<O>,
}

enum State<O> {
    Discovering(Discover),
    Calling(Call<O>),
}

impl<O: Announced> EndpointCall<O> {
    pub(super) fn new(context: &Arc<ApplicationContext>, operation: O) -> Self {
        Self {
            context: Arc::clone(context),
            operation: Some(operation),
            check: |_| Ok(()),
            state: State::Discovering(discover(context)),
        }
    }

    /// Checks the metadata before the operation is sent.
    pub(super) fn with_check(mut self, check: fn(&ProviderMetadata) -> Result<(), Error>) -> Self {
        self.check = check;
        self
    }
}

impl<O: Announced> Flow for EndpointCall<O> {
    type Notification = Infallible;
    type Output = O::Response;

    fn poll(&mut self, now: Timestamp) -> Progress<O::Response> {
        loop {
            self.state = match &mut self.state {
                State::Discovering(discover) => {
                    let metadata = ready!(discover.poll(now)).metadata;
                    (self.check)(&metadata)?;
                    let mut operation = self.operation.take().ok_or(POLLED_AFTER_COMPLETION)?;
                    operation.set_url(O::endpoint(&metadata).clone());
                    State::Calling(Call::new(&self.context, operation))
                }
                State::Calling(call) => return call.poll(now),
            }
        }
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        match &mut self.state {
            State::Discovering(discover) => discover.handle(now, event),
            State::Calling(call) => call.handle(now, event),
        }
    }
}
