//! The body of a request.

use std::fmt;
use std::fmt::Write as _;

use bytes::Bytes;

use crate::{TransportError, TransportErrorKind};

/// The body of a request.
#[derive(Clone)]
pub enum Body {
    /// No body.
    Empty,
    /// Bytes of the type that the `content-type` header names.
    Bytes(Bytes),
    /// A form with a file. It is a variant of its own because a mini-program uploads a file by its path.
    Multipart(Box<MultipartForm>),
}

impl Body {
    /// The bytes to send, if any, for transports without a function for uploads.
    ///
    /// # Errors
    ///
    /// [`TransportErrorKind::Unsupported`] if the form holds a [`UploadFile::HostPath`].
    pub fn into_bytes(self) -> Result<Option<Bytes>, TransportError> {
        match self {
            Self::Empty => Ok(None),
            Self::Bytes(bytes) => Ok(Some(bytes)),
            Self::Multipart(upload) => upload.to_multipart().map(Some),
        }
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("Empty"),
            Self::Bytes(bytes) => write!(f, "Bytes({} bytes)", bytes.len()),
            Self::Multipart(upload) => write!(f, "Upload({:?})", upload.file),
        }
    }
}

/// A form with one file (`multipart/form-data`, RFC 7578).
#[derive(Clone)]
pub struct MultipartForm {
    /// The other fields, in order.
    pub fields: Vec<(String, String)>,
    /// The name of the file's field.
    pub file_field: &'static str,
    /// The file.
    pub file: UploadFile,
    /// The separator of the parts: random characters, so that no file holds it.
    pub boundary: String,
}

/// A file to upload.
#[derive(Clone)]
pub enum UploadFile {
    /// A name and a content.
    Bytes {
        /// The name of the file, without a directory.
        name: String,
        /// The media type, such as `image/png`.
        content_type: String,
        /// The content.
        bytes: Bytes,
    },
    /// A path of a mini-program's file (`wxfile://…`). Other transports reject it.
    HostPath(String),
}

impl UploadFile {
    /// A file with a content in memory.
    pub fn new(name: impl Into<String>, content_type: impl Into<String>, bytes: impl Into<Bytes>) -> Self {
        Self::Bytes { name: name.into(), content_type: content_type.into(), bytes: bytes.into() }
    }
}

impl fmt::Debug for UploadFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bytes { name: _, content_type, bytes } => write!(f, "File({content_type}, {} bytes)", bytes.len()),
            Self::HostPath(_) => f.write_str("File(host path)"),
        }
    }
}

impl fmt::Debug for MultipartForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Upload({:?})", self.file)
    }
}

impl MultipartForm {
    /// The form as bytes, for transports without a function for uploads. The request's `content-type` names the boundary.
    ///
    /// # Errors
    ///
    /// [`TransportErrorKind::Unsupported`] if the form holds a [`UploadFile::HostPath`].
    pub fn to_multipart(&self) -> Result<Bytes, TransportError> {
        let UploadFile::Bytes { name: filename, content_type, bytes } = &self.file else {
            return Err(TransportError::new(TransportErrorKind::Unsupported)
                .with_source("only a mini-program can upload a file by its path"));
        };
        let mut head = String::new();
        for (name, value) in &self.fields {
            part(&mut head, &self.boundary, name, "", value);
            head.push_str("\r\n");
        }
        let more = format!("; filename=\"{}\"\r\ncontent-type: {}", quoted(filename), one_line(content_type));
        part(&mut head, &self.boundary, self.file_field, &more, "");
        Ok([head.as_bytes(), bytes, b"\r\n--", self.boundary.as_bytes(), b"--\r\n"].concat().into())
    }
}

fn part(form: &mut String, boundary: &str, name: &str, more: &str, value: &str) {
    // Writing to a `String` cannot fail.
    let _ = write!(form, "--{boundary}\r\ncontent-disposition: form-data; name=\"{name}\"{more}\r\n\r\n{value}");
}

/// Escapes a file's name for quotes, as browsers do (WHATWG HTML, multipart/form-data encoding algorithm).
fn quoted(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}

fn one_line(value: &str) -> String {
    value.chars().filter(|c| !c.is_control()).collect()
}
