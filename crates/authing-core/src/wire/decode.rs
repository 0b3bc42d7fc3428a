//! From a response to an operation's answer, or to the reason why there is none.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::time::Duration;

use http::Response;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use super::Envelope;
use super::reply::{GraphQlReply, Message, RestReply, text};
use crate::{Code, Error, Misunderstanding, Problem, Refusal};

/// The answer in a response. Nothing that a server can send makes it panic, and no error holds what it sent.
pub(crate) fn decode<T: DeserializeOwned>(envelope: Envelope, response: &Response<Vec<u8>>) -> Result<T, Error> {
    let reply = Reply::of(response);
    let (json, path) = reply.value(envelope)?;
    serde_json::from_str(json).map_err(|_| reply.misshapen::<T>(json, path))
}

/// The service's code in a response, if it refused with one: for flows that decide whether to go on.
pub(crate) fn refusal_code(envelope: Envelope, response: &Response<Vec<u8>>) -> Option<Code> {
    Reply::of(response).value(envelope).err()?.code()
}

/// Whether a body is a refusal with this code, under either envelope. A cheap look comes before the careful one, because
/// every answer is asked.
pub(crate) fn names_code(body: &[u8], code: Code) -> bool {
    let digits = code.to_string();
    body.windows(digits.len()).any(|window| window == digits.as_bytes()) && {
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
struct Reply<'a> {
    response: &'a Response<Vec<u8>>,
    status: u16,
}

impl<'a> Reply<'a> {
    fn of(response: &'a Response<Vec<u8>>) -> Self {
        Self { response, status: response.status().as_u16() }
    }

    /// The answer's JSON and the path at which it stands.
    fn value(&self, envelope: Envelope) -> Result<(&'a str, String), Error> {
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

    fn graphql(&self, field: &str) -> Result<(&'a str, String), Error> {
        let reply: GraphQlReply<'a> = self.read(self.text()?, ".")?;
        if let Some(error) = reply.errors.iter().flatten().next() {
            return Err(self.graphql_refusal(error.message));
        }
        // A gateway that refuses before GraphQL is reached answers in the REST envelope.
        if let (Some(code), None) = (reply.code, reply.data) {
            return Err(self.refusal(Some(Code(code)), text(reply.message), None));
        }
        let data = match reply.data {
            Some(data) if self.is_success() => data.get(),
            _ => return Err(self.misunderstood("data", Problem::Shape)),
        };
        if field.is_empty() {
            return Ok((data, "data".to_owned()));
        }
        let fields: BTreeMap<Cow<'_, str>, &RawValue> = self.read(data, "data")?;
        match fields.get(field) {
            Some(value) => Ok((value.get(), format!("data.{field}"))),
            None => Err(self.misunderstood(&format!("data.{field}"), Problem::Shape)),
        }
    }

    /// The answer inside a REST envelope that stands at `path`.
    fn rest(&self, body: &'a str, path: &str, envelope: Envelope) -> Result<(&'a str, String), Error> {
        let reply: RestReply<'a> = self.read(body, path)?;
        if let Some(error) = text(reply.error).filter(|_| envelope == Envelope::Oauth || !self.is_success()) {
            let message = text(reply.error_description).unwrap_or_else(|| error.clone());
            return Err(Refusal { oauth: Some(error), ..self.refused(None, message) }.into());
        }
        let enveloped = matches!(envelope, Envelope::Code | Envelope::CodeWhole) || !self.is_success();
        match reply.code.map(Code) {
            Some(code) if enveloped && code != Code::OK => {
                let data = reply.data.and_then(|data| serde_json::from_str(data.get()).ok());
                Err(self.refusal(Some(code), text(reply.message), data))
            }
            _ if !self.is_success() => match text(reply.message) {
                Some(message) => Err(self.refusal(None, Some(message), None)),
                None => Err(self.misunderstood(path, Problem::Shape)),
            },
            _ => Ok(match reply.data {
                Some(data) if envelope == Envelope::Code && path == "." => (data.get(), "data".to_owned()),
                Some(data) if envelope == Envelope::Code => (data.get(), format!("{path}.data")),
                _ => (body, path.to_owned()),
            }),
        }
    }

    fn is_success(&self) -> bool {
        self.response.status().is_success()
    }

    /// The body as text; a byte order mark is not part of it.
    fn text(&self) -> Result<&'a str, Error> {
        let body = self.response.body();
        let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
        if body.trim_ascii().is_empty() {
            return Err(self.misunderstood(".", Problem::Empty));
        }
        std::str::from_utf8(body).map_err(|_| self.misunderstood(".", Problem::NotJson))
    }

    fn read<T: serde::Deserialize<'a>>(&self, json: &'a str, path: &str) -> Result<T, Error> {
        serde_json::from_str(json).map_err(|error| self.misunderstood(path, problem(&error)))
    }

    fn graphql_refusal(&self, message: Option<&RawValue>) -> Error {
        match message.and_then(|message| serde_json::from_str(message.get()).ok()) {
            Some(Message::Refusal { code, message, data }) => self.refusal(code.map(Code), message, data),
            Some(Message::Sentence(sentence)) => self.refusal(None, Some(sentence), None),
            None => self.refusal(None, None, None),
        }
    }

    fn refusal(&self, code: Option<Code>, message: Option<String>, data: Option<serde_json::Value>) -> Error {
        let known = code.and_then(Code::message).unwrap_or("no reason was given");
        Refusal { data, ..self.refused(code, message.unwrap_or_else(|| known.to_owned())) }.into()
    }

    fn refused(&self, code: Option<Code>, message: String) -> Refusal {
        let retry_after = retry_after(self.response);
        Refusal { code, message, oauth: None, data: None, status: self.status, retry_after }
    }

    fn misunderstood(&self, path: &str, problem: Problem) -> Error {
        let retry_after = retry_after(self.response);
        Misunderstanding { status: self.status, path: path.to_owned(), problem, retry_after }.into()
    }

    /// Reads once more, slowly, to say where reading failed. Serde's own message may quote a phone number, so it is dropped.
    fn misshapen<T: DeserializeOwned>(&self, json: &str, base: String) -> Error {
        let mut deserializer = serde_json::Deserializer::from_str(json);
        let inner = match serde_path_to_error::deserialize::<_, T>(&mut deserializer) {
            Ok(_) => ".".to_owned(),
            Err(error) => error.path().to_string(),
        };
        let path = match (base.as_str(), inner.as_str()) {
            (".", inner) => inner.to_owned(),
            (_, ".") => base,
            (base, inner) => format!("{base}.{inner}"),
        };
        self.misunderstood(&path, Problem::Shape)
    }
}

fn problem(error: &serde_json::Error) -> Problem {
    match error.classify() {
        serde_json::error::Category::Data => Problem::Shape,
        _ => Problem::NotJson,
    }
}
