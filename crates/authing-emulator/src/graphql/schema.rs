//! The schema, built at start from the service's own SDL: every type of it, and the root fields that have a resolver.
//! So it agrees with the SDL field by field, and a document is validated against what is really there.

use std::collections::HashSet;
use std::sync::Arc;

use async_graphql::dynamic::{
    Enum, Field, FieldFuture, FieldValue, InputObject, InputValue, Object, ResolverContext, Schema, SchemaBuilder,
    SchemaError, TypeRef,
};
use async_graphql::parser::types::{
    BaseType, FieldDefinition, InputValueDefinition, Type, TypeDefinition, TypeKind, TypeSystemDefinition,
};
use async_graphql::parser::{self, parse_schema};
use async_graphql::{Error, PathSegment, Positioned, ServerError, Value};

use super::resolver::{Call, Resolver};
use super::table;
use crate::errors::ErrorResponse;
use crate::service::callers::Caller;
use crate::world::World;

/// Where the published clients send what the SDL does not have, the clients win: a type, and what it is given besides.
pub(super) const SCHEMA_EXTENSIONS: &[(&str, &str)] = &[
    // The Web client's `register` passes the page it was opened from.
    ("UserRegisterInput", "from"),
    // The Web client writes this provider in capitals.
    ("providerType", "OIDC"),
    // The Web client's `authz` adds the pool here, too.
    ("AssignUserToRBACRoleInput", "userPoolId"),
    ("AssignUserToRBACRoleBatchInput", "userPoolId"),
    ("RevokeRBACRoleFromUserInput", "userPoolId"),
    ("RevokeRBACRoleFromUserBatchInput", "userPoolId"),
];

/// Left in each enum by the generator that the SDL came from; the service has no such values.
pub(super) const GENERATOR_ARTIFACTS: [&str; 3] = ["companion", "fun", "return"];

/// Why no engine could be built. Only a fault in the SDL or in the table of resolvers leads here.
#[derive(Debug, thiserror::Error)]
pub(crate) enum BuildError {
    #[error("the schema's text does not parse")]
    Text(#[from] parser::Error),
    #[error("the schema contradicts itself")]
    Schema(#[from] SchemaError),
}

pub(crate) fn build() -> Result<Schema, BuildError> {
    let document = parse_schema(authing_core::SCHEMA)?;
    let mut builder = Schema::build("Query", Some("Mutation"), None);
    for definition in document.definitions {
        if let TypeSystemDefinition::Type(definition) = definition {
            builder = register(builder, &definition.node);
        }
    }
    Ok(builder.finish()?)
}

fn register(builder: SchemaBuilder, definition: &TypeDefinition) -> SchemaBuilder {
    let name = definition.name.node.as_str();
    let besides = SCHEMA_EXTENSIONS.iter().filter(|(of, _)| *of == name).map(|(_, extra)| *extra);
    match &definition.kind {
        TypeKind::Object(object) if matches!(name, "Query" | "Mutation") => {
            builder.register(object.fields.iter().filter_map(root_field).fold(Object::new(name), Object::field))
        }
        TypeKind::Object(object) => {
            builder.register(object.fields.iter().map(plain_field).fold(Object::new(name), Object::field))
        }
        TypeKind::InputObject(input) => {
            let fields = input.fields.iter().map(input_value);
            let extra = besides.map(|name| InputValue::new(name, TypeRef::named(TypeRef::STRING)));
            builder.register(fields.chain(extra).fold(InputObject::new(name), InputObject::field))
        }
        TypeKind::Enum(values) => {
            let values = values.values.iter().map(|value| value.node.value.node.as_str());
            let real: HashSet<_> = values.filter(|value| !GENERATOR_ARTIFACTS.contains(value)).chain(besides).collect();
            builder.register(real.into_iter().fold(Enum::new(name), Enum::item))
        }
        TypeKind::Scalar | TypeKind::Interface(_) | TypeKind::Union(_) => builder,
    }
}

/// A field of an answer: what the resolver put there under this name.
fn plain_field(definition: &Positioned<FieldDefinition>) -> Field {
    let name = definition.node.name.node.to_string();
    Field::new(name.clone(), type_ref(&definition.node.ty.node), move |context| {
        let value = match context.parent_value.as_value() {
            Some(Value::Object(fields)) => fields.get(name.as_str()).filter(|value| **value != Value::Null),
            _ => None,
        };
        FieldFuture::from_value(value.cloned())
    })
}

/// A root field, if it has a resolver.
fn root_field(definition: &Positioned<FieldDefinition>) -> Option<Field> {
    let definition = &definition.node;
    let resolver = table::find(definition.name.node.as_str())?;
    let field = Field::new(definition.name.node.as_str(), type_ref(&definition.ty.node), move |context| {
        FieldFuture::new(std::future::ready(resolve(resolver, &context)))
    });
    Some(definition.arguments.iter().map(input_value).fold(field, Field::argument))
}

fn resolve((_, resolver): Resolver, context: &ResolverContext<'_>) -> Result<Option<FieldValue<'static>>, Error> {
    let call = Call {
        world: context.data::<Arc<World>>()?,
        caller: context.data::<Caller>()?,
        arguments: arguments(context)?,
    };
    match resolver(&call) {
        Ok(answer) => {
            let answer = Value::from_json(answer)?;
            Ok((answer != Value::Null).then(|| FieldValue::value(answer)))
        }
        Err(error) => {
            context.ctx.add_error(at_its_field(error, context));
            Ok(None)
        }
    }
}

fn arguments(context: &ResolverContext<'_>) -> Result<serde_json::Map<String, serde_json::Value>, Error> {
    let mut arguments = serde_json::Map::new();
    for (name, value) in context.args.iter() {
        arguments.insert(name.to_string(), value.as_value().clone().into_json()?);
    }
    Ok(arguments)
}

/// An error beside the field's null, instead of in place of the whole answer: every field of this schema may be null.
fn at_its_field(error: ErrorResponse, context: &ResolverContext<'_>) -> ServerError {
    let field = context.ctx.field();
    let key = field.alias().unwrap_or(field.name()).to_owned();
    let error = Error::new_with_source(error).into_server_error(context.ctx.item.pos);
    ServerError { path: vec![PathSegment::Field(key)], ..error }
}

fn input_value(definition: &Positioned<InputValueDefinition>) -> InputValue {
    InputValue::new(definition.node.name.node.as_str(), type_ref(&definition.node.ty.node))
}

fn type_ref(ty: &Type) -> TypeRef {
    let base = match &ty.base {
        BaseType::Named(name) => TypeRef::named(name.as_str()),
        BaseType::List(item) => TypeRef::List(Box::new(type_ref(item))),
    };
    if ty.nullable { base } else { TypeRef::NonNull(Box::new(base)) }
}
