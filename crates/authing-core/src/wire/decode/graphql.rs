//! GraphQL's envelope: `{"data": {<field>: …}}` or `{"errors": […]}`.

use super::AnyEnvelope;
use super::reply::{DATA, Path, Reply, WHOLE, code};
use crate::search::{contains, cut};
use crate::wire::GraphQl;
use crate::wire::raw_object::RawObject;
use crate::wire::raw_object::text;
use crate::{Error, ErrorCode, InvalidResponseKind};

impl AnyEnvelope for GraphQl {
    fn open<'a>(&self, reply: Reply<'a>) -> Result<(&'a str, Path), Error> {
        reply.graphql(self.field)
    }

    /// The answer in `{"data":{<field>:…}}` that has no other field and no blanks.
    fn plain<'a>(&self, reply: Reply<'a>) -> Option<(&'a str, Path)> {
        let field = self.field;
        if !reply.is_success() || field.is_empty() || contains(field, ".") {
            return None;
        }
        let rest = reply.text().ok()?.strip_prefix(r#"{"data":{""#)?.strip_prefix(field)?;
        let json = rest.strip_prefix("\":")?.strip_suffix("}}")?;
        Some((json, Path::Field(field)))
    }
}

impl<'a> Reply<'a> {
    /// A field of `data`, a field of it after a dot, or the whole of `data`.
    pub(super) fn graphql(self, field: &'static str) -> Result<(&'a str, Path), Error> {
        let reply = self.read(self.json_text()?, WHOLE)?;
        if reply.json("errors").is_some() {
            let errors = reply
                .list("errors")
                .ok_or_else(|| self.invalid_response(WHOLE, "errors", InvalidResponseKind::Shape))?;
            if let Some(error) = errors.first() {
                return Err(self.graphql_error(self.read(error, Path::At("errors[0]"))?.json("message")));
            }
        }
        let data = reply.json("data");
        // An error of a gateway before GraphQL has the REST envelope, or a sentence and a status.
        let code = code(&reply).unwrap_or(None).filter(|code| *code != ErrorCode::OK);
        let message = reply.text("message");
        if code.is_some() || (data.is_none() && message.is_some() && !self.is_success()) {
            return Err(self.service_error(code, message, None));
        }
        let data = match data {
            Some(data) if self.is_success() => data,
            _ => return Err(self.invalid_response(WHOLE, "data", InvalidResponseKind::Shape)),
        };
        let fields = self.read(data, DATA)?;
        if field.is_empty() {
            return Ok((data, DATA));
        }
        // `rbacGroup`, or `rbacGroup.users`: the field `users` in it.
        let path = Path::Field(field);
        let (outer, inner) = cut(field, ".").map_or((field, None), |(outer, inner)| (outer, Some(inner)));
        let mut value = fields.json_or_null(outer);
        if let (Some(outer), Some(inner)) = (value, inner) {
            value = self.read(outer, path)?.json_or_null(inner);
        }
        match value {
            Some(value) => Ok((value, path)),
            None => Err(self.invalid_response(path, ".", InvalidResponseKind::Shape)),
        }
    }

    /// `message` of a GraphQL error: the service's object, or a plain sentence.
    fn graphql_error(self, message: Option<&str>) -> Error {
        match message.map(RawObject::read) {
            Some(Ok(service_error)) => self.service_error(
                code(&service_error).unwrap_or(None),
                service_error.text("message"),
                service_error.json("data"),
            ),
            _ => self.service_error(None, message.and_then(text), None),
        }
    }
}
