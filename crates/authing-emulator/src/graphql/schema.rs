//! The schema, built at start from the service's own SDL: every type of it, and the root fields that have a resolver.
//! So it agrees with the SDL field by field, and a document is validated against what is really there.

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
use super::selection::Selection;
use super::sorted_page::SortedPageArguments;
use super::table;
use crate::errors::ErrorResponse;
use crate::service::callers::Caller;
use crate::world::World;

/// Fields that the published clients send and the SDL does not have: the type, and the field that is added to it.
pub(super) const SCHEMA_EXTENSIONS: &[(&str, &str)] = &[
    // The Web client's `register` passes the page it was opened from.
    ("UserRegisterInput", "from"),
    // The Web client's `authz` adds the pool here, too.
    ("AssignUserToRBACRoleInput", "userPoolId"),
    ("AssignUserToRBACRoleBatchInput", "userPoolId"),
    ("RevokeRBACRoleFromUserInput", "userPoolId"),
    ("RevokeRBACRoleFromUserBatchInput", "userPoolId"),
];

/// The field, the name and the type of each argument that the Python client 1.1.0 declares and the SDL does not have. The arguments have no
/// effect.
pub(super) const ROOT_ARGUMENTS: &[(&str, &str, &str)] = &[
    ("getClientWhenSdkInit", "retUserId", TypeRef::BOOLEAN),
    ("getClientWhenSdkInit", "timestamp", TypeRef::STRING),
    ("getClientWhenSdkInit", "signature", TypeRef::STRING),
    ("getClientWhenSdkInit", "nonce", TypeRef::INT),
    ("login", "fromRegister", TypeRef::BOOLEAN),
    ("login", "device", TypeRef::STRING),
    ("user", "token", TypeRef::STRING),
    ("user", "auth", TypeRef::BOOLEAN),
    ("user", "userLoginHistoryPage", TypeRef::INT),
    ("user", "userLoginHistoryCount", TypeRef::INT),
    ("ReadOauthList", "dontGetURL", TypeRef::BOOLEAN),
    ("sendVerifyEmail", "token", TypeRef::STRING),
    ("qiNiuUploadToken", "type", TypeRef::STRING),
];

/// Why the schema could not be built: a mistake in the SDL or in the table of resolvers.
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
            builder.register(values.fold(Enum::new(name), Enum::item))
        }
        TypeKind::Scalar | TypeKind::Interface(_) | TypeKind::Union(_) => builder,
    }
}

/// A field of a response: the value that the resolver put there under this name. If the field has arguments, they are those of a page.
fn plain_field(definition: &Positioned<FieldDefinition>) -> Field {
    let definition = &definition.node;
    let (name, is_paged) = (definition.name.node.to_string(), !definition.arguments.is_empty());
    let field = Field::new(name.clone(), type_ref(&definition.ty.node), move |context| {
        let value = match context.parent_value.as_value() {
            Some(Value::Object(fields)) => fields.get(name.as_str()).filter(|value| **value != Value::Null),
            _ => None,
        };
        match value {
            Some(list) if is_paged => FieldFuture::new(std::future::ready(page_of(list, &context).map(Some))),
            value => FieldFuture::from_value(value.cloned()),
        }
    });
    definition.arguments.iter().map(input_value).fold(field, Field::argument)
}

/// The page that a field's arguments ask for, of the whole list that the resolver put there.
fn page_of(list: &Value, context: &ResolverContext<'_>) -> Result<FieldValue<'static>, Error> {
    let arguments: SortedPageArguments = serde_json::from_value(arguments(context)?.into())?;
    let mut whole = list.clone().into_json()?;
    let page = match whole["list"].take() {
        serde_json::Value::Array(oldest_first) => arguments.of(oldest_first),
        other => other,
    };
    Ok(FieldValue::value(Value::from_json(page)?))
}

/// A root field, if it has a resolver.
fn root_field(definition: &Positioned<FieldDefinition>) -> Option<Field> {
    let definition = &definition.node;
    let name = definition.name.node.as_str();
    let resolver = table::find(name)?;
    let field = Field::new(name, type_ref(&definition.ty.node), move |context| {
        FieldFuture::new(std::future::ready(resolve(resolver, &context)))
    });
    let of_field = ROOT_ARGUMENTS.iter().filter(|(of, ..)| *of == name);
    let extra = of_field.map(|(_, argument, ty)| InputValue::new(*argument, TypeRef::named(*ty)));
    Some(definition.arguments.iter().map(input_value).chain(extra).fold(field, Field::argument))
}

fn resolve((_, resolver): Resolver, context: &ResolverContext<'_>) -> Result<Option<FieldValue<'static>>, Error> {
    let call = Call {
        world: context.data::<Arc<World>>()?,
        caller: context.data::<Caller>()?,
        arguments: arguments(context)?,
        selection: Selection::of(context.ctx.field()),
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

/// An error beside the field's null, and not in place of the whole response: every field of this schema may be null.
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
