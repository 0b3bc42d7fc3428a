//! The photo of the user who is logged in: an upload, then a change of the profile.
//!
//! ```text
//!  ┌───────────┐ url ┌──────────┐ user
//!  │ Uploading │ ──▶ │ Updating │ ───▶ done
//!  └───────────┘     └──────────┘
//! ```

use std::convert::Infallible;
use std::ops::ControlFlow::Break;
use std::sync::Arc;

use super::{UpdateProfile, UploadFileToService};
use crate::application::ApplicationContext;
use crate::flow::{Event, Flow, Progress, ready};
use crate::time::Timestamp;
use crate::v3::types::User;
use crate::{Call, Error, UploadFile};

/// The folder of photos.
const FOLDER: &str = "avatar";

/// The flow that changes the photo of the user who is logged in.
#[derive(Debug)]
pub struct UpdateAvatar {
    context: Arc<ApplicationContext>,
    state: State,
}

#[derive(Debug)]
enum State {
    Uploading(Call<UploadFileToService>),
    Updating(Call<UpdateProfile>),
}

impl UpdateAvatar {
    /// The flow of a photo.
    pub fn new(context: &Arc<ApplicationContext>, photo: UploadFile) -> Self {
        let upload = Call::new(context, UploadFileToService::new(FOLDER, photo));
        Self { context: Arc::clone(context), state: State::Uploading(upload) }
    }
}

impl Flow for UpdateAvatar {
    type Notification = Infallible;
    type Output = User;

    fn poll(&mut self, now: Timestamp) -> Progress<User> {
        loop {
            self.state = match &mut self.state {
                State::Uploading(call) => {
                    let photo = Some(ready!(call.poll(now)).url);
                    State::Updating(Call::new(&self.context, UpdateProfile { photo, ..UpdateProfile::default() }))
                }
                State::Updating(call) => return Ok(Break(ready!(call.poll(now)))),
            }
        }
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        match &mut self.state {
            State::Uploading(call) => call.handle(now, event),
            State::Updating(call) => call.handle(now, event),
        }
    }
}
