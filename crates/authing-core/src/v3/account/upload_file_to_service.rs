//! A file for the service.
//!
//! Wire: `POST {host}/api/v2/upload?folder={folder}`

use serde::Deserialize;

use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, ResponseShape, Shape, fields};
use crate::{Method, Operation, Service, UploadFile};

fields! {
    /// Uploads a file, such as a photo. The file is public: its URL needs no authorization.
    pub struct UploadFileToService {
        /// The folder, such as `avatar`.
        folder: String = "folder";
        /// The file.
        file: UploadFile = "file";
    }
}

/// A file that was uploaded.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[non_exhaustive]
pub struct UploadedFile {
    /// The key in the storage.
    pub key: Option<String>,
    /// The URL.
    pub url: String,
}

impl UploadFileToService {
    /// Creates the request from its required arguments.
    pub fn new(folder: impl Into<String>, file: impl Into<UploadFile>) -> Self {
        Self { folder: folder.into(), file: file.into() }
    }
}

impl Operation for UploadFileToService {
    type Needs = needs::AnyApplication;
    type Response = UploadedFile;

    const NAME: &'static str = "uploadFile";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Application,
        Method::Post,
        "/api/v2/upload?folder={folder}",
        Encoding::Multipart,
        Envelope::Code,
    );

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}

impl ResponseShape for UploadedFile {
    const SHAPE: Shape = Shape::Object(&["url"]);
}
