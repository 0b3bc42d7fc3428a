//! Change a user's photo: a flow of up to four steps.
//!
//! ```text
//!  ┌──────────┐ path ┌─────────┐ token ┌───────────┐ key ┌──────────┐ user
//!  │ Choosing │ ───▶ │ Tokening│ ────▶ │ Uploading │ ──▶ │ Updating │ ───▶ done
//!  └──────────┘      └─────────┘       └───────────┘     └──────────┘
//!   only where the mini-program's host lets the person choose
//! ```
//!
//! Any refusal, fault or "no, thanks" ends it with an error of its own kind. The published client never settles then.

use std::convert::Infallible;
use std::sync::Arc;

use percent_encoding::{AsciiSet, utf8_percent_encode};

use super::{Update, Upload, UploadToken};
use crate::body::File;
use crate::context::Context;
use crate::flow::{Call, Event, Flow, NOT_ASKED, POLLED_AFTER_END, Step, TextCall};
use crate::host::{HostAnswer, HostCall};
use crate::time::Timestamp;
use crate::wire::encode::SEGMENT;
use crate::{Error, Service, UserId};

/// Changes a user's photo: uploads a file and tells the service its address. The user must be logged in.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::File;
///
/// let photo = File::new("me.png", "image/png", b"\x89PNG".as_slice());
/// let user = client.change_avatar("5e05bbf2d51b3761d5c71070", photo)?;
/// # Ok(())
/// # }
/// ```
///
/// The photo's address is the CDN's, a slash and the key under which the file is stored, as the published client has it. But all
/// of the key that is not a letter or digit of ASCII, `-`, `.`, `_`, `~` or `/` is percent-encoded: the published client leaves
/// spaces and `我` as they are, which not everybody can open.
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
    Tokening { file: File, call: TextCall },
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
    pub fn to(context: &Arc<Context>, user: impl Into<UserId>, file: File) -> Self {
        let state = State::Tokening { file, call: TextCall::whole(context, UploadToken) };
        Self { context: Arc::clone(context), user: user.into(), update: Call::new, state }
    }

    /// To an image that the person chooses: asks the mini-program's host.
    pub fn chosen(context: &Arc<Context>, user: impl Into<UserId>) -> Self {
        Self::chosen_with(context, user, Call::new)
    }
}

impl<U> ChangeAvatar<U> {
    /// To an image that the person chooses; `update` makes the flow of the last step.
    pub fn chosen_with(
        context: &Arc<Context>,
        user: impl Into<UserId>,
        update: fn(&Arc<Context>, Update) -> U,
    ) -> Self {
        Self { context: Arc::clone(context), user: user.into(), update, state: State::Choosing }
    }

    fn photo(&self, key: &str) -> String {
        format!("{}/{}", self.context.config().address(Service::Cdn).base(), utf8_percent_encode(key, KEY))
    }
}

impl<U: Flow<News = Infallible>> ChangeAvatar<U> {
    /// The current call's step; or, when it is done, nothing, until at the end there is a user.
    fn step(&mut self, now: Timestamp) -> Result<Step<Infallible, Option<U::Output>>, Error> {
        let next = match &mut self.state {
            State::Choosing => return Ok(Step::Ask(HostCall::ChooseImage)),
            State::Ended => return Err(POLLED_AFTER_END),
            State::Tokening { file, call } => match call.poll(now)?.until_done() {
                Ok(step) => return Ok(step.widen()),
                Err(token) => {
                    let upload =
                        Upload { token: token.into(), key: Some(key(file, &self.context)?), file: file.clone() };
                    State::Uploading(TextCall::field(&self.context, upload, "key"))
                }
            },
            State::Uploading(call) => match call.poll(now)?.until_done() {
                Ok(step) => return Ok(step.widen()),
                Err(key) => {
                    let update = Update::of(&self.user).photo(self.photo(&key));
                    State::Updating((self.update)(&self.context, update))
                }
            },
            State::Updating(call) => match call.poll(now)?.until_done() {
                Ok(step) => return Ok(step.widen()),
                Err(user) => {
                    self.state = State::Ended;
                    return Ok(Step::Done(Some(user)));
                }
            },
        };
        self.state = next;
        Ok(Step::Done(None))
    }
}

/// The key of a file. Of a temporary path it is what follows `//`, without its `tmp/`, as the mini-program client has it, and the
/// host made that name unique. For a file at hand we do: two people's `me.png` are two files.
fn key(file: &File, context: &Context) -> Result<String, Error> {
    Ok(match file {
        File::Bytes { name, .. } => format!("{FOLDER}{}-{name}", context.random_word(UNIQUE)?),
        File::HostPath(path) => {
            let name = path.split_once("//").map_or(path.as_str(), |(_, name)| name);
            format!("{FOLDER}{}", name.replacen("tmp/", "", 1))
        }
    })
}

/// How many random characters make a file's name unique.
const UNIQUE: usize = 16;

impl<U: Flow<News = Infallible>> Flow for ChangeAvatar<U> {
    type News = Infallible;
    type Output = U::Output;

    fn poll(&mut self, now: Timestamp) -> Result<Step<Infallible, U::Output>, Error> {
        // The last step would say so too, but then a person has chosen and a file is stored.
        if self.user.as_str().trim().is_empty() {
            return Err(Error::argument("_id", "is empty"));
        }
        loop {
            match self.step(now)?.until_done() {
                Ok(step) => return Ok(step.widen()),
                Err(Some(user)) => return Ok(Step::Done(user)),
                Err(None) => {}
            }
        }
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        match (&mut self.state, event) {
            (State::Choosing, Event::Host(answer)) => {
                self.state = State::Ended;
                let HostAnswer::ImagePath(path) = answer? else {
                    return Err(NOT_ASKED);
                };
                let call = TextCall::whole(&self.context, UploadToken);
                self.state = State::Tokening { file: File::HostPath(path), call };
                Ok(())
            }
            (State::Tokening { call, .. } | State::Uploading(call), event) => call.handle(now, event),
            (State::Updating(call), event) => call.handle(now, event),
            (State::Choosing | State::Ended, _) => Err(NOT_ASKED),
        }
    }
}
