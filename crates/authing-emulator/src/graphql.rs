//! The GraphQL API: a schema with resolvers, in a file for each area.

mod account;
mod apps;
#[cfg(test)]
mod conformance;
mod contact;
mod directory;
mod documents;
mod email;
mod http;
mod limits;
mod login;
mod management;
mod metadata;
mod mfa;
mod oauth;
mod operations;
mod orgs;
mod pool;
mod profile;
mod rbac;
mod register;
mod resolver;
mod roles;
mod schema;
mod selection;
mod sign_in;
mod sorted_page;
mod table;
mod tokens;

use std::sync::Arc;

use async_graphql::dynamic::Schema;
use axum::routing::post;
use axum::{Extension, Router};

use crate::routes;
use crate::world::World;
use documents::Documents;
pub(crate) use operations::operations;
pub(crate) use schema::{BuildError, build};

pub(crate) fn routes(schema: Schema) -> Router<Arc<World>> {
    let engine = (Extension(schema), Extension(Arc::<Documents>::default()));
    Router::new().route(routes::GRAPHQL, post(http::execute).layer(engine))
}
