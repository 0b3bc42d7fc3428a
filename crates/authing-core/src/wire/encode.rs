//! Encoding: from an operation to its request.

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, HeaderValue};
use http::{Method, Request, Uri};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::json::push_text;
use super::{Arguments, Encoding, Endpoint, GraphQl, Rest};
use crate::application::EndpointUrl;
use crate::body::{Body, MultipartForm, UploadFile};
use crate::call_context::CallContext;
use crate::operation::{AnyOperation, Constants};
use crate::{BaseUrl, Error, Service};

/// Data about a request, stored in its `http::Extensions` for the outer flows and for logs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RequestInfo {
    /// The operation's name.
    pub(crate) operation: &'static str,
    /// Whether it may be sent again.
    pub(crate) retryable: bool,
    /// Which attempt this is, from 1.
    pub(crate) attempt: u32,
}

/// The request of an operation, without `authorization`.
pub(crate) fn encode(operation: &dyn AnyOperation, context: &CallContext) -> Result<Request<Body>, Error> {
    let mut arguments = Arguments::for_request(context);
    operation.arguments(&mut arguments);
    arguments.check()?;
    let mut request = match operation.constants().endpoint {
        Endpoint::GraphQl(graphql) => graphql_request(graphql, operation.document(), &arguments, context)?,
        Endpoint::Rest(rest) => rest_request(rest, operation.url(), arguments, context)?,
    };
    request.headers_mut().insert(ACCEPT, HeaderValue::from_static(JSON));
    context.insert_headers(request.headers_mut());
    let Constants { name: operation_name, retryable, .. } = operation.constants();
    request.extensions_mut().insert(RequestInfo { operation: operation_name, retryable, attempt: 1 });
    Ok(request)
}

const JSON: &str = "application/json";
const FORM: &str = "application/x-www-form-urlencoded";

fn graphql_request(
    graphql: &GraphQl,
    document: Option<&str>,
    arguments: &Arguments<'_>,
    context: &CallContext,
) -> Result<Request<Body>, Error> {
    let cut = graphql.document.for_variables(|name| arguments.is_given(name));
    let document = document.unwrap_or(&cut);
    let mut json = String::with_capacity(document.len() + 512);
    json.push_str(r#"{"query":"#);
    push_text(&mut json, document);
    if !arguments.is_empty() {
        json.push_str(r#","variables":"#);
        arguments.push_json(&mut json);
    }
    json.push('}');
    let mut request = empty_request(Method::POST, base_url(context, graphql.service)?.graphql().clone());
    set_body(&mut request, JSON, json.into());
    Ok(request)
}

fn rest_request(
    rest: &Rest,
    announced: Option<&EndpointUrl>,
    mut arguments: Arguments<'_>,
    context: &CallContext,
) -> Result<Request<Body>, Error> {
    let mut url = if let Some(announced) = announced {
        announced.uri().to_string()
    } else {
        let mut url = base_url(context, rest.service)?.base().to_owned();
        append_path(&mut url, rest.path, &mut arguments)?;
        url
    };
    if matches!(rest.encoding, Encoding::Query | Encoding::QueryAndEmptyForm) && !arguments.is_empty() {
        url.push(if url.contains('?') { '&' } else { '?' });
        url.push_str(&encode_form(&arguments));
    }
    let uri = url.parse().map_err(|_| Error::invalid_argument("path", "does not form a URL"))?;
    let mut request = empty_request(rest.method.clone(), uri);
    match rest.encoding {
        Encoding::Query => {}
        Encoding::QueryAndEmptyForm => set_body(&mut request, FORM, Bytes::new()),
        Encoding::Form => set_body(&mut request, FORM, encode_form(&arguments).into()),
        Encoding::Json => {
            let mut json = String::with_capacity(512);
            arguments.push_json(&mut json);
            set_body(&mut request, JSON, json.into());
        }
        Encoding::Multipart => upload(&mut request, &arguments, context)?,
    }
    Ok(request)
}

fn base_url(context: &CallContext, service: Service) -> Result<&BaseUrl, Error> {
    context.base_url(service).ok_or_else(|| Error::invalid_argument("service", "is not one of the client's"))
}

fn empty_request(method: Method, uri: Uri) -> Request<Body> {
    let mut request = Request::new(Body::Empty);
    *request.method_mut() = method;
    *request.uri_mut() = uri;
    request
}

fn set_body(request: &mut Request<Body>, content_type: &'static str, body: Bytes) {
    request.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    *request.body_mut() = Body::Bytes(body);
}

/// The characters of a path segment that need no percent-encoding (RFC 3986, `unreserved`).
pub(crate) const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// Fills a template such as `/send_smscode/{phone}/{pool}`. An argument in the path appears nowhere else.
///
/// `.` and `..` are rejected: they change the path even if they are escaped (WHATWG URL, "double-dot path segment").
fn append_path(url: &mut String, template: &'static str, arguments: &mut Arguments<'_>) -> Result<(), Error> {
    for (index, piece) in template.split('{').enumerate() {
        let (name, rest) = if index == 0 { ("", piece) } else { piece.split_once('}').unwrap_or((piece, "")) };
        if let Some(value) = arguments.take(name) {
            let value = value.to_text();
            if matches!(&*value, "." | "..") {
                return Err(Error::invalid_argument(name, "cannot be a part of a URL"));
            }
            url.extend(utf8_percent_encode(&value, SEGMENT));
        }
        url.push_str(rest);
    }
    Ok(())
}

fn encode_form(arguments: &Arguments<'_>) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(arguments.texts()).finish()
}

fn upload(request: &mut Request<Body>, arguments: &Arguments<'_>, context: &CallContext) -> Result<(), Error> {
    let Some((name, file)) = arguments.upload() else {
        return Err(Error::invalid_argument("file", "is missing"));
    };
    // A mini-program's host sets its own boundary.
    let boundary = match file {
        UploadFile::Bytes { .. } => context.runtime().random().alphanumeric(BOUNDARY)?,
        UploadFile::HostPath(_) => String::new(),
    };
    let content_type = format!("multipart/form-data; boundary={boundary}");
    let content_type =
        HeaderValue::try_from(content_type).map_err(|_| Error::invalid_argument("file", "cannot be sent"))?;
    let fields = arguments.texts().map(|(name, value)| (name.to_owned(), value.into_owned())).collect();
    request.headers_mut().insert(CONTENT_TYPE, content_type);
    *request.body_mut() =
        Body::Multipart(Box::new(MultipartForm { fields, file_field: name, file: file.clone(), boundary }));
    Ok(())
}

/// The length of a boundary: 32 of 62 characters, so that no file holds it by chance.
const BOUNDARY: usize = 32;
