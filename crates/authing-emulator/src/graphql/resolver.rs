//! What every resolver is given, and how it reads its arguments.

use authing_core::Operation;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use super::selection::Selection;
use crate::errors::{BAD_REQUEST, ErrorResponse, OK};
use crate::routes;
use crate::service::callers::Caller;
use crate::world::World;

/// A root field's name, and its resolver.
pub(super) type Resolver = (&'static str, Resolve);
type Resolve = fn(&Call<'_>) -> Result<Value, ErrorResponse>;

/// The field of one of the SDK's operations, and its resolver.
pub(super) const fn answers<O: Operation>(resolve: Resolve) -> Resolver {
    (routes::field::<O>(), resolve)
}

/// One root field of one request.
pub(super) struct Call<'a> {
    pub(super) world: &'a World,
    pub(super) caller: &'a Caller,
    /// As the schema admits them; a variable that was not given reads as null.
    pub(super) arguments: Map<String, Value>,
    /// What is asked of the response.
    pub(super) selection: Selection,
}

impl Call<'_> {
    /// The arguments as a type. The schema has been checked by then, so only a mistake in this crate fails here.
    pub(super) fn read<T: DeserializeOwned>(&self) -> Result<T, ErrorResponse> {
        serde_json::from_value(Value::Object(self.arguments.clone())).map_err(|_| BAD_REQUEST)
    }

    /// One argument that is an object, as it was sent; empty if it was not.
    pub(super) fn object(&self, name: &str) -> Map<String, Value> {
        match self.arguments.get(name) {
            Some(Value::Object(fields)) => fields.clone(),
            _ => Map::new(),
        }
    }

    pub(super) fn pool(&self) -> &str {
        &self.world.config.user_pool_id
    }
}

/// The one argument of many mutations.
#[derive(Debug, Deserialize)]
pub(super) struct Input<T> {
    pub(super) input: T,
}

/// `CommonMessage` of something that went well.
pub(super) fn done(message: &str) -> Value {
    json!({ "code": OK, "message": message, "status": true })
}
