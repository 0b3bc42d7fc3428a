//! A call of V3: its path, its verb and its handler. Path and verb come from the SDK's operations.

use std::sync::Arc;

use authing_core::v3::management::ManagementCall;
use authing_core::wire::Endpoint;
use authing_core::{Method, Operation};
use axum::routing::{MethodFilter, MethodRouter};

use crate::routes;
use crate::world::World;

/// A route of the door.
pub(super) struct Call {
    pub(super) path: &'static str,
    pub(super) route: MethodRouter<Arc<World>>,
}

/// Where a call is sent.
pub(super) struct At {
    pub(super) path: &'static str,
    pub(super) verb: MethodFilter,
}

/// Where an operation of the SDK is sent. Its query is no part of the path.
pub(super) fn of<O: Operation>() -> At {
    let endpoint = routes::endpoint::<O>();
    let path = endpoint.path();
    let path = path.split_once('?').map_or(path, |(path, _)| path);
    match endpoint {
        Endpoint::Rest(rest) if rest.method == Method::Get => get(path),
        _ => post(path),
    }
}

/// The path of a name that the SDK's table does not have. A test checks that no name is missing.
const UNKNOWN: &str = "/api/v3/unknown-call";

/// Where a call of the SDK's table is sent that has no operation of its own.
pub(super) fn named(name: &str) -> At {
    match ManagementCall::find(name) {
        Some(call) if call.method == "GET" => get(call.path),
        call => post(call.map_or(UNKNOWN, |call| call.path)),
    }
}

/// A `GET` that the SDK does not have.
pub(super) fn get(path: &'static str) -> At {
    At { path, verb: MethodFilter::GET }
}

/// A `POST` that the SDK does not have.
pub(super) fn post(path: &'static str) -> At {
    At { path, verb: MethodFilter::POST }
}

#[cfg(test)]
mod tests {
    use super::super::{authentication, management};
    use super::UNKNOWN;

    #[test]
    fn every_call_has_a_path_of_its_own() {
        let calls = authentication::calls().into_iter().chain(management::calls());
        let mut paths: Vec<&str> = calls.map(|call| call.path).collect();
        let count = paths.len();
        paths.sort_unstable();
        paths.dedup();
        assert_eq!(paths.len(), count);
        assert!(!paths.contains(&UNKNOWN));
    }
}
