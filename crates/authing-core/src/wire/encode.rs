//! Encoding: from an operation to its request.

use super::json::push_text;
use super::percent::{Part, push_encoded, push_pair, push_query};
use super::{Arguments, Encoding, Endpoint, GraphQl, Rest, header};
use crate::application::EndpointUrl;
use crate::body::{Body, MultipartForm, UploadFile};
use crate::call_context::CallContext;
use crate::flow::Authorized;
use crate::message::{HeaderValue, Headers, RequestInfo};
use crate::operation::{AnyOperation, Constants};
use crate::search::cut;
use crate::shared_text::{SharedText, shared};
use crate::url::Url;
use crate::v3::password::PasswordKey;
use crate::{BaseUrl, Error, Method, Request, Service};

/// The request of an operation, without `authorization`: each attempt is assembled from it.
pub(crate) struct Encoded {
    method: Method,
    url: SharedText,
    content_type: Option<HeaderValue>,
    body: Body,
    info: RequestInfo,
}

impl Encoded {
    /// The request to send.
    pub(crate) fn request(&self, context: &CallContext, authorized: &Authorized) -> Request {
        let Self { method, url, content_type, body, info } = self;
        let mut headers = Headers::with_capacity(4);
        headers.set("accept", HeaderValue::from_static(JSON));
        context.insert_headers(&mut headers);
        for (name, value) in [
            ("content-type", content_type.as_ref()),
            ("authorization", authorized.header.as_ref()),
            (header::USER_POOL_ID, authorized.pool.as_ref()),
        ] {
            if let Some(value) = value {
                headers.set(name, value.clone());
            }
        }
        Request::from_parts(*method, url.clone(), headers, body.clone(), *info)
    }
}

/// Encodes an operation. `None` if a password of it waits for the key that it is to be encrypted with.
pub(crate) fn encode(
    operation: &dyn AnyOperation,
    context: &CallContext,
    key: Option<&PasswordKey>,
) -> Result<Option<Encoded>, Error> {
    let mut arguments = Arguments::for_request(context, key);
    operation.arguments(&mut arguments);
    arguments.check()?;
    if arguments.needs_key() {
        return Ok(None);
    }
    let &Constants { name, retryable, ref endpoint, envelope, .. } = operation.constants();
    let (method, url, (content_type, body)) = match endpoint {
        Endpoint::GraphQl(graphql) => {
            let body = graphql_body(graphql, operation.document(), &arguments);
            let url = base_url(context, operation.service().unwrap_or(graphql.service))?.shared_graphql();
            (Method::Post, url, content(JSON, body))
        }
        Endpoint::Rest(rest) => {
            let own = operation.rest();
            rest_request(own.as_ref().unwrap_or(rest), operation.url(), arguments, context)?
        }
    };
    let repeats_throttled = context.repeats_throttled();
    let info = RequestInfo { operation: name, retryable, repeats_throttled, envelope, attempt: 1 };
    Ok(Some(Encoded { method, url, content_type, body, info }))
}

const JSON: &str = "application/json";
const FORM: &str = "application/x-www-form-urlencoded";

/// What most variables need, in bytes, beside the document.
const ROOM: usize = 256;

/// A body and its type.
type Content = (Option<HeaderValue>, Body);

fn content(media_type: &'static str, body: String) -> Content {
    (Some(HeaderValue::from_static(media_type)), Body::Bytes(shared(body)))
}

/// `{"query": …, "variables": …}`, the document as it was escaped by the compiler.
fn graphql_body(graphql: &GraphQl, document: Option<&str>, arguments: &Arguments<'_>) -> String {
    let mut body = String::with_capacity(graphql.document.len() + ROOM);
    body.push_str(r#"{"query":"#);
    match document {
        Some(document) => push_text(&mut body, document),
        None => graphql.document.write_json(|name| arguments.is_given(name), &mut body),
    }
    if !arguments.is_empty() {
        body.push_str(r#","variables":"#);
        arguments.push_json(&mut body);
    }
    body.push('}');
    body
}

fn rest_request(
    rest: &Rest,
    announced: Option<&EndpointUrl>,
    mut arguments: Arguments<'_>,
    context: &CallContext,
) -> Result<(Method, SharedText, Content), Error> {
    let mut url = if let Some(announced) = announced {
        announced.as_str().to_owned()
    } else {
        let mut url = base_url(context, rest.service)?.base().to_owned();
        append_path(&mut url, rest.path, &mut arguments)?;
        if Url::parse(&url).is_some_and(|url| url.path.is_empty()) {
            url.push('/');
        }
        url
    };
    if matches!(rest.encoding, Encoding::Query | Encoding::QueryAndEmptyForm) && !arguments.is_empty() {
        push_query(&mut url, &encode_form(&arguments));
    }
    if Url::parse(&url).is_none() {
        return Err(Error::invalid_argument("path", "does not form a URL"));
    }
    let encoded = match rest.encoding {
        Encoding::Query => (None, Body::Empty),
        Encoding::QueryAndEmptyForm => content(FORM, String::new()),
        Encoding::Form => content(FORM, encode_form(&arguments)),
        Encoding::Json => content(JSON, json_body(&arguments)),
        Encoding::Multipart => upload(&arguments, context)?,
    };
    Ok((rest.method, url.into(), encoded))
}

fn json_body(arguments: &Arguments<'_>) -> String {
    let mut body = String::with_capacity(ROOM);
    arguments.push_json(&mut body);
    body
}

fn base_url(context: &CallContext, service: Service) -> Result<&BaseUrl, Error> {
    context.base_url(service).ok_or_else(|| Error::invalid_argument("service", "is not one of the client's"))
}

/// Fills a template such as `/send_smscode/{phone}/{pool}`. An argument in the path appears nowhere else.
///
/// An argument that is missing or empty is rejected, because the path would be another call's. So are `.` and `..`: they change
/// the path even if they are escaped (WHATWG URL, "double-dot path segment").
fn append_path(url: &mut String, template: &'static str, arguments: &mut Arguments<'_>) -> Result<(), Error> {
    let mut rest = template;
    while let Some((before, after)) = cut(rest, "{") {
        let (name, after) = cut(after, "}").unwrap_or((after, ""));
        url.push_str(before);
        rest = after;
        let value = arguments.take(name);
        let value = value.as_ref().map(|value| value.to_text()).unwrap_or_default();
        if matches!(&*value, "" | "." | "..") {
            return Err(Error::invalid_argument(name, "cannot be a part of a URL"));
        }
        push_encoded(url, &value, Part::Segment);
    }
    url.push_str(rest);
    Ok(())
}

fn encode_form(arguments: &Arguments<'_>) -> String {
    let mut form = String::new();
    arguments.each_text(&mut |name, value| push_pair(&mut form, name, value));
    form
}

fn upload(arguments: &Arguments<'_>, context: &CallContext) -> Result<Content, Error> {
    let Some((name, file)) = arguments.upload() else {
        return Err(Error::invalid_argument("file", "is missing"));
    };
    // A mini-program's host sets its own boundary.
    let boundary = match file {
        UploadFile::Bytes { .. } => context.runtime().random().alphanumeric(BOUNDARY)?,
        UploadFile::HostPath(_) => String::new(),
    };
    let content_type = ["multipart/form-data; boundary=", &boundary].concat();
    let content_type =
        HeaderValue::try_from(content_type).map_err(|_| Error::invalid_argument("file", "cannot be sent"))?;
    let mut fields = Vec::new();
    arguments.each_text(&mut |name, value| fields.push((name.to_owned(), value.to_owned())));
    let form = MultipartForm { fields, file_field: name, file: file.clone(), boundary };
    Ok((Some(content_type), Body::Multipart(Box::new(form))))
}

/// The length of a boundary: 32 of 62 characters, so that no file holds it by chance.
const BOUNDARY: usize = 32;
