//! Uploads as Qiniu takes them, and the CDN that serves them.

use std::sync::Arc;

use axum::Json;
use axum::body::Bytes;
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{Multipart, Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64ct::{Base64Url, Encoding as _};
use serde_json::json;
use sha1::{Digest as _, Sha1};

use crate::state::uploads::File;
use crate::world::World;

/// What the form holds; only the Web client leaves the key out.
#[derive(Default)]
struct Form {
    token: String,
    key: Option<String>,
    file: Option<File>,
}

pub(crate) async fn upload(State(world): State<Arc<World>>, multipart: Multipart) -> Response {
    let Ok(form) = read(multipart).await else {
        return error(StatusCode::BAD_REQUEST, "invalid multipart format");
    };
    let now = world.now();
    let mut state = world.state();
    if !state.uploads.accepts(&form.token, now) {
        return error(StatusCode::UNAUTHORIZED, "bad token");
    }
    let Some(file) = form.file else {
        return error(StatusCode::BAD_REQUEST, "file is not specified in multipart");
    };
    let hash = etag(&file.bytes);
    let key = form.key.unwrap_or_else(|| hash.clone());
    state.uploads.put(key.clone(), file);
    Json(json!({ "key": key, "hash": hash })).into_response()
}

async fn read(mut multipart: Multipart) -> Result<Form, MultipartError> {
    let mut form = Form::default();
    while let Some(field) = multipart.next_field().await? {
        match field.name() {
            Some("token") => form.token = field.text().await?,
            Some("key") => form.key = Some(field.text().await?),
            Some("file") => form.file = Some(read_file(field).await?),
            _ => {}
        }
    }
    Ok(form)
}

/// The `file` of a form that has nothing else of use.
pub(crate) async fn read_only_file(multipart: Multipart) -> Result<Option<File>, MultipartError> {
    Ok(read(multipart).await?.file)
}

async fn read_file(field: Field<'_>) -> Result<File, MultipartError> {
    let content_type = field.content_type().unwrap_or("application/octet-stream").to_owned();
    Ok(File { content_type, bytes: field.bytes().await? })
}

/// Qiniu's hash of a file up to 4 MiB: the byte 0x16 and its SHA-1, in URL-safe base64. Larger ones get the same here.
fn etag(bytes: &Bytes) -> String {
    let mut out = vec![0x16];
    out.extend(Sha1::digest(bytes));
    Base64Url::encode_string(&out)
}

fn error(status: StatusCode, what: &str) -> Response {
    (status, Json(json!({ "error": what }))).into_response()
}

/// Any client may have uploaded the file: a page among these files runs no script and has no origin.
pub(crate) async fn download(State(world): State<Arc<World>>, Path(key): Path<String>) -> Response {
    match world.state().uploads.get(&key) {
        Some(file) => {
            let headers = [
                (header::CONTENT_TYPE, file.content_type.as_str()),
                (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
                (
                    header::CONTENT_SECURITY_POLICY,
                    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
                ),
            ];
            (headers, file.bytes).into_response()
        }
        None => error(StatusCode::NOT_FOUND, "Document not found"),
    }
}

/// The root of the service's CDN is a file with this in it; the Web client's preflight fetches it.
pub(crate) async fn preflight() -> &'static str {
    "a\n"
}
