//! From a response to an operation's answer, or to the reason why there is none.

use std::time::Duration;

use http::Response;
use serde::de::DeserializeOwned;

use super::Envelope;
use super::object::{Object, text};
use crate::{Code, Error, Misunderstanding, Problem, Refusal};

/// An answer out of its envelope: still JSON, and where it stood.
#[derive(Debug)]
pub(crate) struct Unwrapped<'a> {
    reply: Reply<'a>,
    json: &'a str,
    path: String,
}

/// Takes the answer out of its envelope. Nothing that a server can send makes it panic, and no error holds what it sent.
pub(crate) fn unwrap(envelope: Envelope, response: &Response<Vec<u8>>) -> Result<Unwrapped<'_>, Error> {
    let reply = Reply { response };
    let (json, path) = reply.value(envelope)?;
    Ok(Unwrapped { reply, json, path })
}

/// The answer as the operation's type.
pub(crate) fn decode<T: DeserializeOwned>(unwrapped: Unwrapped<'_>) -> Result<T, Error> {
    serde_json::from_str(unwrapped.json).map_err(|_| unwrapped.misshapen::<T>())
}

impl<'a> Unwrapped<'a> {
    /// The answer's JSON.
    pub(crate) fn json(&self) -> &'a str {
        self.json
    }

    /// Reads once more, slowly, to say where reading failed. Serde's own message may quote a phone number, so it is dropped.
    fn misshapen<T: DeserializeOwned>(self) -> Error {
        let mut deserializer = serde_json::Deserializer::from_str(self.json);
        let inner = match serde_path_to_error::deserialize::<_, T>(&mut deserializer) {
            Ok(_) => ".".to_owned(),
            Err(error) => error.path().to_string(),
        };
        let path = match (self.path.as_str(), inner.as_str()) {
            (".", inner) => inner.to_owned(),
            (_, ".") => self.path,
            (base, inner) => format!("{base}.{inner}"),
        };
        self.reply.misunderstood(path, Problem::Shape)
    }
}

/// The service's code in a response, if it refused with one: for flows that decide whether to go on.
pub(crate) fn refusal_code(envelope: Envelope, response: &Response<Vec<u8>>) -> Option<Code> {
    unwrap(envelope, response).err()?.code()
}

/// Whether a body is a refusal with this code, under either envelope. A cheap look comes before the careful one, because
/// every answer is asked.
pub(crate) fn names_code(body: &[u8], code: Code) -> bool {
    let digits = code.to_string();
    std::str::from_utf8(body).is_ok_and(|body| body.contains(&digits)) && {
        let response = Response::new(body.to_vec());
        [Envelope::GraphQl { field: "" }, Envelope::Code]
            .into_iter()
            .any(|envelope| refusal_code(envelope, &response) == Some(code))
    }
}

/// `Retry-After` in seconds (RFC 9110, section 10.2.3). Its other form, a date, would need a clock and is not read.
pub(crate) fn retry_after(response: &Response<Vec<u8>>) -> Option<Duration> {
    let header = response.headers().get(http::header::RETRY_AFTER)?;
    Some(Duration::from_secs(header.to_str().ok()?.trim().parse().ok()?))
}

/// A response while it is read.
#[derive(Clone, Copy, Debug)]
struct Reply<'a> {
    response: &'a Response<Vec<u8>>,
}

impl<'a> Reply<'a> {
    /// The answer's JSON and the path at which it stands.
    fn value(self, envelope: Envelope) -> Result<(&'a str, String), Error> {
        match envelope {
            Envelope::Status if self.is_success() => Ok(("null", ".".to_owned())),
            Envelope::GraphQl { field } => self.graphql(field),
            Envelope::CodeInCode => {
                let (inner, path) = self.rest(self.text()?, ".", Envelope::Code)?;
                self.rest(inner, &path, Envelope::Code)
            }
            _ => self.rest(self.text()?, ".", envelope),
        }
    }

    fn graphql(self, field: &str) -> Result<(&'a str, String), Error> {
        let reply = self.read(self.text()?, ".")?;
        if reply.json("errors").is_some() {
            let errors = reply.list("errors").ok_or_else(|| self.misunderstood("errors", Problem::Shape))?;
            if let Some(error) = errors.first() {
                return Err(self.graphql_refusal(self.read(error, "errors[0]")?.json("message")));
            }
        }
        let data = reply.json("data");
        // A gateway that refuses before GraphQL is reached answers in the REST envelope, or with a sentence and a status.
        if data.is_none() {
            let (code, message) = (reply.number("code").map(Code), reply.text("message"));
            if code.is_some() || (message.is_some() && !self.is_success()) {
                return Err(self.refusal(code, message, None));
            }
        }
        let data = match data {
            Some(data) if self.is_success() => data,
            _ => return Err(self.misunderstood("data", Problem::Shape)),
        };
        if field.is_empty() {
            return Ok((data, "data".to_owned()));
        }
        let path = format!("data.{field}");
        match self.read(data, "data")?.json_or_null(field) {
            Some(value) => Ok((value, path)),
            None => Err(self.misunderstood(path, Problem::Shape)),
        }
    }

    /// The answer inside a REST envelope that stands at `path`.
    fn rest(self, body: &'a str, path: &str, envelope: Envelope) -> Result<(&'a str, String), Error> {
        let reply = self.read(body, path)?;
        if let Some(error) = reply.text("error").filter(|_| envelope == Envelope::Oauth || !self.is_success()) {
            let message = reply.text("error_description").unwrap_or_else(|| error.clone());
            return Err(Refusal { oauth: Some(error), ..self.refused(None, message) }.into());
        }
        let enveloped = matches!(envelope, Envelope::Code | Envelope::CodeWhole) || !self.is_success();
        match reply.number("code").map(Code) {
            Some(code) if enveloped && code != Code::OK => {
                Err(self.refusal(Some(code), reply.text("message"), reply.json("data")))
            }
            _ if !self.is_success() => match reply.text("message") {
                Some(message) => Err(self.refusal(None, Some(message), None)),
                None => Err(self.misunderstood(path, Problem::Shape)),
            },
            _ => Ok(match reply.json("data") {
                Some(data) if envelope == Envelope::Code && path == "." => (data, "data".to_owned()),
                Some(data) if envelope == Envelope::Code => (data, format!("{path}.data")),
                _ => (body, path.to_owned()),
            }),
        }
    }

    fn is_success(self) -> bool {
        self.response.status().is_success()
    }

    /// The body as text; a byte order mark is not part of it.
    fn text(self) -> Result<&'a str, Error> {
        let body = self.response.body();
        let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
        if body.trim_ascii().is_empty() {
            return Err(self.misunderstood(".", Problem::Empty));
        }
        std::str::from_utf8(body).map_err(|_| self.misunderstood(".", Problem::NotJson))
    }

    fn read(self, json: &'a str, path: &str) -> Result<Object<'a>, Error> {
        Object::read(json).map_err(|error| self.misunderstood(path, problem(&error)))
    }

    /// `message` of a GraphQL error: the service's object, or a plain sentence.
    fn graphql_refusal(self, message: Option<&str>) -> Error {
        match message.map(Object::read) {
            Some(Ok(refusal)) => {
                self.refusal(refusal.number("code").map(Code), refusal.text("message"), refusal.json("data"))
            }
            _ => self.refusal(None, message.and_then(text), None),
        }
    }

    fn refusal(self, code: Option<Code>, message: Option<String>, data: Option<&str>) -> Error {
        let known = code.and_then(Code::message).unwrap_or("no reason was given");
        Refusal { data: data.map(str::to_owned), ..self.refused(code, message.unwrap_or_else(|| known.to_owned())) }
            .into()
    }

    fn refused(self, code: Option<Code>, message: String) -> Refusal {
        let retry_after = retry_after(self.response);
        Refusal { code, message, oauth: None, data: None, status: self.response.status().as_u16(), retry_after }
    }

    fn misunderstood(self, path: impl Into<String>, problem: Problem) -> Error {
        let retry_after = retry_after(self.response);
        Misunderstanding { status: self.response.status().as_u16(), path: path.into(), problem, retry_after }.into()
    }
}

fn problem(error: &serde_json::Error) -> Problem {
    match error.classify() {
        serde_json::error::Category::Data => Problem::Shape,
        _ => Problem::NotJson,
    }
}
