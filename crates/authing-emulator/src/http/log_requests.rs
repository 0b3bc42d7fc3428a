//! The layer that logs each request: its path without values, and the code of its response.

mod mask;
mod outcome;

use std::sync::Arc;
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::Response;

use crate::routes;
use crate::state::request_log::LoggedRequest;
use crate::world::World;

/// The layer that sees every request to the services. The emulator's own paths, which the page asks all the time, are not logged.
pub(crate) async fn log_requests(State(world): State<Arc<World>>, request: Request, next: Next) -> Response {
    if routes::is_own(request.uri().path()) {
        return next.run(request).await;
    }
    let mut pending = Pending::new(world, &request);
    let (response, outcome) = outcome::of(next.run(request).await).await;
    pending.entry.status = Some(response.status().as_u16());
    pending.entry.operation = outcome.operation;
    pending.entry.code = outcome.code;
    response
}

/// A request under way. It is logged when this is dropped, so that one whose connection breaks is logged as well.
struct Pending {
    world: Arc<World>,
    started: Instant,
    entry: LoggedRequest,
}

impl Pending {
    fn new(world: Arc<World>, request: &Request) -> Self {
        let route = request.extensions().get::<MatchedPath>().map(MatchedPath::as_str);
        let entry = LoggedRequest {
            number: 0,
            at: world.now().iso(),
            method: request.method().to_string(),
            path: mask::path(route, request.uri()),
            operation: None,
            status: None,
            code: None,
            duration_micros: 0,
        };
        Self { world, started: Instant::now(), entry }
    }
}

impl Drop for Pending {
    fn drop(&mut self) {
        self.entry.duration_micros = u64::try_from(self.started.elapsed().as_micros()).unwrap_or(u64::MAX);
        self.world.requests.add(self.entry.clone());
    }
}
