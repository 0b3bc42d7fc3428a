//! An upload of today's service: a multipart form, answered in the envelope of 2020.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Multipart, Query, State};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::crypto::random;
use crate::rest::uploads;
use crate::routes;
use crate::world::World;

#[derive(Deserialize)]
pub(super) struct Folder {
    folder: Option<String>,
}

/// Stores the file, and returns its key and URL. The request needs no authorization.
pub(super) async fn upload(
    State(world): State<Arc<World>>,
    Query(Folder { folder }): Query<Folder>,
    multipart: Multipart,
) -> Json<Value> {
    let Ok(Some(file)) = uploads::read_only_file(multipart).await else {
        return Json(json!({ "code": 400, "message": "缺少文件" }));
    };
    let is_word = |folder: &String| !folder.is_empty() && folder.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let folder = folder.filter(is_word).unwrap_or_else(|| "files".into());
    let key = format!("{folder}/{}", random::hex::<12>());
    world.state().uploads.put(key.clone(), file);
    let url = format!("{}{}{key}", world.origin(), routes::CDN_ROOT);
    Json(json!({ "code": 200, "message": "上传成功", "data": { "key": key, "url": url } }))
}
