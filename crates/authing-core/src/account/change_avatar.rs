//! Change a user's photo: a flow of up to four steps.
//!
//! ```text
//!  ┌──────────┐ path ┌─────────┐ token ┌───────────┐ key ┌──────────┐ user
//!  │ Choosing │ ───▶ │ FetchingToken│ ────▶ │ Uploading │ ──▶ │ Updating │ ───▶ done
//!  └──────────┘      └─────────┘       └───────────┘     └──────────┘
//!   only where the mini-program's host lets the person choose
//! ```
//!
//! Any refusal, fault or "no, thanks" ends it with an error of its own kind. The published client never settles then.

use std::convert::Infallible;
use std::ops::ControlFlow::Continue;
use std::sync::Arc;

use percent_encoding::{AsciiSet, utf8_percent_encode};

use super::{GetUploadToken, Update, Upload};
use crate::body::UploadFile;
use crate::context::Context;
use crate::flow::{Call, Event, Flow, POLLED_AFTER_COMPLETION, Progress, Step, TextCall, UNEXPECTED_EVENT, ready};
use crate::host::{HostCall, HostResponse};
use crate::time::Timestamp;
use crate::wire::encode::SEGMENT;
use crate::{Error, Service, UserId};

/// Changes a user's photo: uploads a file and tells the service its address. The user must be logged in.
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
/// The photo's address is the CDN's, a slash and the key under which the file is stored, as the published client has it. But all
/// of the key that is not a letter or digit of ASCII, `-`, `.`, `_`, `~` or `/` is percent-encoded: the published client leaves
/// spaces and `我` as they are, which not everybody can open.
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

/// Under which key the mini-program client stores photos.
const FOLDER: &str = "avatar/wechatapp/";

/// What a key may hold as it is, where it stands in an address.
const KEY: &AsciiSet = &SEGMENT.remove(b'/');

impl ChangeAvatar {
    /// To a file at hand, or at a path that the transport understands.
    pub fn from_file(context: &Arc<Context>, user: impl Into<UserId>, file: UploadFile) -> Self {
        let context = context.pinned();
        let state = State::FetchingToken { file, call: TextCall::whole(&context, GetUploadToken) };
        Self { context, user: user.into(), update: |context, update| Call::new(context, update), state }
    }

    /// To an image that the person chooses: asks the mini-program's host.
    pub fn from_host(context: &Arc<Context>, user: impl Into<UserId>) -> Self {
        Self::from_host_with(context, user, |context, update| Call::new(context, update))
    }
}

impl<U> ChangeAvatar<U> {
    /// To an image that the person chooses; `update` makes the flow of the last step.
    pub fn from_host_with(
        context: &Arc<Context>,
        user: impl Into<UserId>,
        update: fn(&Arc<Context>, Update) -> U,
    ) -> Self {
        Self { context: context.pinned(), user: user.into(), update, state: State::Choosing }
    }

    fn photo(&self, key: &str) -> String {
        format!("{}/{}", self.context.config().base_url(Service::Cdn).base(), utf8_percent_encode(key, KEY))
    }
}

/// The key of a file. Of a temporary path it is what follows `//`, without its `tmp/`, as the mini-program client has it, and the
/// host made that name unique. For a file at hand we do: two people's `me.png` are two files.
fn key(file: &UploadFile, context: &Context) -> Result<String, Error> {
    Ok(match file {
        UploadFile::Bytes { name, .. } => format!("{FOLDER}{}-{name}", context.random_alphanumeric(UNIQUE)?),
        UploadFile::HostPath(path) => {
            let name = path.split_once("//").map_or(path.as_str(), |(_, name)| name);
            format!("{FOLDER}{}", name.replacen("tmp/", "", 1))
        }
    })
}

/// How many random characters make a file's name unique.
const UNIQUE: usize = 16;

impl<U: Flow<Notification = Infallible>> Flow for ChangeAvatar<U> {
    type Notification = Infallible;
    type Output = U::Output;

    fn poll(&mut self, now: Timestamp) -> Progress<U::Output> {
        // The last step would say so too, but then a person has chosen and a file is stored.
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
            (State::Choosing, Event::HostResponse(answer)) => {
                self.state = State::Ended;
                let HostResponse::ImagePath(path) = answer? else {
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
