//! Builders of calls, one for each authorization: `open`, `app`, `user`, `administrator`. A call checks the authorization, reads the
//! arguments, calls a service, and writes its outcome in the envelope.

use std::collections::BTreeMap;
use std::sync::Arc;

use authing_core::wire::header::USER_POOL_ID;
use axum::extract::State;
use axum::http::header;
use axum::response::Response;
use axum::routing::on;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::call::{At, Call};
use super::envelope;
use super::request::V3Request;
use crate::oidc::headers::{bearer, client_headers, scheme};
use crate::service::provider::client;
use crate::service::provider::inspect;
use crate::service::provider::params::Params;
use crate::service::v3::error::{CLIENT_REJECTED, NO_SUCH_APP, NOT_AUTHORIZED, NOT_LOGGED_IN, V3Error};
use crate::service::v3::signature::{self, SignedRequest};
use crate::service::v3::{Outcome, Sender, SignedIn, access_key};
use crate::state::provider::{App, ClientEndpoint};
use crate::world::World;

/// A call that needs no authorization.
pub(super) fn open<T: DeserializeOwned + 'static>(at: At, call: fn(&World, &T) -> Outcome) -> Call {
    route(at, move |world, request| call(world, &request.arguments()?))
}

/// The same, for a service that needs the sender's IP address.
pub(super) fn open_from<T: DeserializeOwned + 'static>(at: At, call: fn(&World, &Sender, &T) -> Outcome) -> Call {
    route(at, move |world, request| call(world, &request.sender(), &request.arguments()?))
}

/// An application's call: authorized by its id and, unless the application is public, its secret.
pub(super) fn app<T: DeserializeOwned + 'static>(at: At, call: fn(&World, &App, &Sender, &T) -> Outcome) -> Call {
    route(at, move |world, request| {
        let app = authenticated_app(world, request)?;
        call(world, &app, &request.sender(), &request.arguments()?)
    })
}

/// A call of a user who is signed in: authorized by the access token.
pub(super) fn user<T: DeserializeOwned + 'static>(at: At, call: fn(&World, &SignedIn, &T) -> Outcome) -> Call {
    route(at, move |world, request| call(world, &signed_in(world, request)?, &request.arguments()?))
}

/// The administrator's call: authorized by a token or a signature.
pub(super) fn administrator<T: DeserializeOwned + 'static>(at: At, call: fn(&World, &T) -> Outcome) -> Call {
    route(at, move |world, request| {
        authorize(world, request)?;
        call(world, &request.arguments()?)
    })
}

#[expect(clippy::needless_pass_by_value, reason = "each kind of call hands its place over")]
fn route(at: At, call: impl Fn(&World, &V3Request) -> Outcome + Clone + Send + Sync + 'static) -> Call {
    let handler = move |State(world): State<Arc<World>>, request: V3Request| async move {
        let outcome = call(&world, &request);
        envelope::response(request.language(), outcome)
    };
    Call { path: at.path, route: on(at.verb, handler).fallback(wrong_verb) }
}

async fn wrong_verb(request: V3Request) -> Response {
    envelope::response(request.language(), Err(V3Error::wrong_verb(request.path(), request.method())))
}

#[derive(Deserialize)]
struct Credentials {
    client_id: Option<String>,
    client_secret: Option<String>,
}

/// The credentials stand in the JSON, in `Basic`, or in `x-authing-app-id` alone.
fn authenticated_app(world: &World, request: &V3Request) -> Result<App, V3Error> {
    let headers = client_headers(request.headers()).map_err(|_| CLIENT_REJECTED)?;
    let Credentials { client_id, client_secret } = request.arguments()?;
    let named = client_id.as_deref().or(headers.app_id.as_deref());
    if let Some(id) = named
        && crate::service::provider::apps::find(world, id).is_none()
    {
        return Err(NO_SUCH_APP);
    }
    let form = Params::of([("client_id", client_id.as_deref()), ("client_secret", client_secret.as_deref())]);
    client::authenticate(world, ClientEndpoint::Token, &headers, &form).map_err(|_| CLIENT_REJECTED)
}

fn signed_in(world: &World, request: &V3Request) -> Result<SignedIn, V3Error> {
    let token = bearer(request.headers()).ok_or(NOT_LOGGED_IN)?;
    let (user_id, app_id) = inspect::signed_in(world, token).ok_or(NOT_LOGGED_IN)?;
    Ok(SignedIn { user_id, app_id, sender: request.sender() })
}

fn authorize(world: &World, request: &V3Request) -> Result<(), V3Error> {
    access_key::check_pool(world, request.header(USER_POOL_ID))?;
    match scheme(request.headers(), "authing") {
        Some(credentials) => signature::check(world, credentials, &signed(request)),
        None => access_key::check_token(world, bearer(request.headers()).ok_or(NOT_AUTHORIZED)?),
    }
}

fn signed(request: &V3Request) -> SignedRequest<'_> {
    let headers = request.headers().iter().filter_map(|(name, value)| {
        let is_signed = name.as_str().starts_with("x-authing-") || *name == header::DATE;
        is_signed.then(|| Some((name.as_str().to_owned(), value.to_str().ok()?.to_owned())))?
    });
    SignedRequest {
        method: request.method(),
        path: request.path(),
        headers: headers.collect::<BTreeMap<_, _>>(),
        parameters: if request.is_get() {
            signature::query_parameters(request.query())
        } else {
            signature::body_parameters(request.body())
        },
    }
}
