//! Change a user's photo: a flow of up to four steps.
//!
//! ```text
//!  ┌──────────┐ path ┌───────────────┐ token ┌───────────┐ key ┌──────────┐ user
//!  │ Choosing │ ───▶ │ FetchingToken │ ────▶ │ Uploading │ ──▶ │ Updating │ ────▶ done
//!  └──────────┘      └───────────────┘       └───────────┘     └──────────┘
//!   only with an image of the mini-program's host
//! ```
//!
//! Each error of a step ends the flow: a service error, a transport error, or [`Error::Declined`]. In the same cases, the promise of
//! the published client never settles.

use std::convert::Infallible;
use std::ops::ControlFlow::Continue;
use std::sync::Arc;

use super::{GetUploadToken, Update, Upload};
use crate::body::UploadFile;
use crate::context::Context;
use crate::flow::{Call, Event, Flow, POLLED_AFTER_COMPLETION, Progress, Step, TextCall, UNEXPECTED_EVENT, ready};
use crate::host::{HostCall, HostResponse};
use crate::search::cut;
use crate::time::Timestamp;
use crate::wire::percent::{Part, push_encoded};
use crate::{Error, Service, UserId};

/// Changes a user's photo: uploads a file and stores its URL in the user's profile. The user must be logged in.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::UploadFile;
///
/// let photo = UploadFile::new("me.png", "image/png", b"\x89PNG".as_slice());
/// let user = client.change_avatar("5e05bbf2d51b3761d5c71070", photo)?;
/// # Ok(())
/// # }
/// ```
///
/// The URL of the photo is that of the CDN, a slash and the key of the file, as in the published client. All characters of the key
/// but ASCII letters and digits, `-`, `.`, `_`, `~` and `/` are percent-encoded. The published client leaves spaces and `我` as they
/// are, and some programs cannot open such a URL.
///
/// All steps are those of the user who is logged in when the flow begins. If another user logs in on the same client meanwhile,
/// the flow ends with [`Error::NotLoggedIn`].
///
/// `U` is the flow of the last step, whose output is the whole's: a [`RawCall`](crate::RawCall) for those who hand the
/// user on as JSON.
#[derive(Debug)]
pub struct ChangeAvatar<U = Call<Update>> {
    context: Arc<Context>,
    user: UserId,
    update: fn(&Arc<Context>, Update) -> U,
    state: State<U>,
}

#[derive(Debug)]
enum State<U> {
    Choosing,
    FetchingToken { file: UploadFile, call: TextCall },
    Uploading(TextCall),
    Updating(U),
    Ended,
}

/// The prefix of the keys, as in the mini-program client.
const FOLDER: &str = "avatar/wechatapp/";

impl ChangeAvatar {
    /// Changes the photo to a file in memory, or at a path that the transport can read.
    pub fn from_file(context: &Arc<Context>, user: impl Into<UserId>, file: UploadFile) -> Self {
        let context = context.pinned();
        let state = State::FetchingToken { file, call: TextCall::whole(&context, GetUploadToken) };
        Self { context, user: user.into(), update: |context, update| Call::new(context, update), state }
    }

    /// Changes the photo to an image that the user chooses in the mini-program's host.
    pub fn from_host(context: &Arc<Context>, user: impl Into<UserId>) -> Self {
        Self::from_host_with(context, user, |context, update| Call::new(context, update))
    }
}

impl<U> ChangeAvatar<U> {
    /// Changes the photo to an image that the user chooses; `update` creates the flow of the last step.
    pub fn from_host_with(
        context: &Arc<Context>,
        user: impl Into<UserId>,
        update: fn(&Arc<Context>, Update) -> U,
    ) -> Self {
        Self { context: context.pinned(), user: user.into(), update, state: State::Choosing }
    }

    fn photo(&self, key: &str) -> String {
        let mut url = [self.context.config().base_url(Service::Cdn).base(), "/"].concat();
        push_encoded(&mut url, key, Part::Path);
        url
    }
}

/// The key of a file. For a temporary path, it is the part after `//`, without `tmp/`, as in the mini-program client; the host made
/// that name unique. For a file in memory, random characters make it unique: two users' `me.png` are two files.
fn key(file: &UploadFile, context: &Context) -> Result<String, Error> {
    Ok(match file {
        UploadFile::Bytes { name, .. } => [FOLDER, &context.random_alphanumeric(UNIQUE)?, "-", name].concat(),
        UploadFile::HostPath(path) => {
            let name = cut(path, "//").map_or(path.as_str(), |(_, name)| name);
            let (folder, name) = cut(name, "tmp/").unwrap_or(("", name));
            [FOLDER, folder, name].concat()
        }
    })
}

/// The number of random characters in a key.
const UNIQUE: usize = 16;

impl<U: Flow<Notification = Infallible>> Flow for ChangeAvatar<U> {
    type Notification = Infallible;
    type Output = U::Output;

    fn poll(&mut self, now: Timestamp) -> Progress<U::Output> {
        // The last step would reject it too, but only after the user's choice and the upload.
        if self.user.as_str().trim().is_empty() {
            return Err(Error::invalid_argument("_id", "is empty"));
        }
        loop {
            self.state = match &mut self.state {
                State::Choosing => return Ok(Continue(Step::CallHost(HostCall::ChooseImage))),
                State::FetchingToken { file, call } => {
                    let token = ready!(call.poll(now)).into();
                    let upload = Upload { token, key: Some(key(file, &self.context)?), file: file.clone() };
                    State::Uploading(TextCall::field(&self.context, upload, "key"))
                }
                State::Uploading(call) => {
                    let key = ready!(call.poll(now));
                    let update = Update::new(&self.user).with_photo(self.photo(&key));
                    State::Updating((self.update)(&self.context, update))
                }
                State::Updating(call) => return call.poll(now),
                State::Ended => return Err(POLLED_AFTER_COMPLETION),
            }
        }
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        match (&mut self.state, event) {
            (State::Choosing, Event::HostResponse(response)) => {
                self.state = State::Ended;
                let HostResponse::ImagePath(path) = response? else {
                    return Err(UNEXPECTED_EVENT);
                };
                let call = TextCall::whole(&self.context, GetUploadToken);
                self.state = State::FetchingToken { file: UploadFile::HostPath(path), call };
                Ok(())
            }
            (State::FetchingToken { call, .. } | State::Uploading(call), event) => call.handle(now, event),
            (State::Updating(call), event) => call.handle(now, event),
            (State::Choosing | State::Ended, _) => Err(UNEXPECTED_EVENT),
        }
    }
}
