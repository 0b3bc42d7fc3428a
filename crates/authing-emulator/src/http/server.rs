//! The HTTP server: its routes, its layers, and the loop that accepts connections.

use std::sync::Arc;
use std::time::Duration;

use async_graphql::dynamic::Schema;
use axum::extract::DefaultBodyLimit;
use axum::{Router, middleware};
use tokio::net::TcpListener;

use super::limits::BODY_LIMIT;
use super::{host_header, inject_faults, log_requests, origin, pools, socket};
use crate::graphql;
use crate::world::World;
use crate::{control, oidc, page, rest, v3};

/// Accepts connections until it is dropped.
pub(crate) async fn run(listener: TcpListener, router: Router, request_timeout: Duration) {
    loop {
        match listener.accept().await {
            Ok((stream, peer)) => {
                // Small responses should not wait for more; a socket without this option still serves.
                let _ = stream.set_nodelay(true);
                tokio::spawn(socket::serve(stream, peer, router.clone(), request_timeout));
            }
            // Too many open files, or a connection gone again: let others finish, then go on.
            Err(_) => tokio::time::sleep(Duration::from_millis(10)).await,
        }
    }
}

/// The router of one pool, or of several behind one address.
pub(crate) fn router(worlds: &[Arc<World>], schema: &Schema) -> Router {
    if let [world] = worlds {
        return of_pool(world, schema.clone());
    }
    let routers = worlds.iter().map(|world| (Arc::clone(world), of_pool(world, schema.clone())));
    pools::router(routers.collect())
}

fn of_pool(world: &Arc<World>, schema: Schema) -> Router {
    Router::new()
        .merge(graphql::routes(schema))
        .merge(rest::routes())
        .merge(oidc::routes(world))
        .merge(v3::routes(world))
        .merge(control::routes())
        .merge(page::routes())
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(middleware::from_fn_with_state(Arc::clone(world), inject_faults::inject_faults))
        .layer(middleware::from_fn_with_state(Arc::clone(world), origin::check_origin))
        .layer(middleware::from_fn_with_state(Arc::clone(world), log_requests::log_requests))
        .layer(middleware::from_fn_with_state(Arc::clone(world), host_header::check_host))
        .with_state(Arc::clone(world))
}
