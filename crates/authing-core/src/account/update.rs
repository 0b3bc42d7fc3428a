//! Change a user's data.
//!
//! Wire: GraphQL `mutation updateUser(options: {…})` at the user service, with only the fields that change.
//! `password` and `oldPassword` are encrypted.

use super::Profile;
use crate::principal::needs;
use crate::types::User;
use crate::wire::{Arguments, Document, Endpoint};
use crate::{Operation, Password, Service, UserId};

/// Changes a user's data. The service rejects an `email` and a `phone` in this operation: use
/// [`UpdateEmail`](super::UpdateEmail) and
/// [`UpdatePhone`](super::UpdatePhone).
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::account::{Profile, Update};
///
/// let profile = Profile { nickname: Some("Bob".into()), ..Profile::default() };
/// client.update(Update::new("5e05bbf2d51b3761d5c71070").with_profile(profile))?;
/// client.update(Update::new("5e05bbf2d51b3761d5c71070").with_password("new password", "old password"))?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Update {
    user: UserId,
    profile: Profile,
    username: Option<String>,
    password: Option<(Password, Option<Password>)>,
    blocked: Option<bool>,
}

/// The endpoint of `updateUser`; [`Logout`](super::Logout) uses it too.
pub(super) const ENDPOINT: Endpoint =
    Endpoint::graphql(Service::User, "updateUser", Document::pruned(include_str!("update.graphql"), &[]));

impl Update {
    /// Changes a user; the setters say what.
    pub fn new(user: impl Into<UserId>) -> Self {
        Self { user: user.into(), profile: Profile::default(), username: None, password: None, blocked: None }
    }

    /// The fields of the profile to change. A photo that was set before stays, unless the profile has one.
    pub fn with_profile(mut self, profile: Profile) -> Self {
        let photo = self.profile.photo.take();
        self.profile = profile;
        self.profile.photo = self.profile.photo.or(photo);
        self
    }

    /// The URL of the photo.
    pub fn with_photo(mut self, photo: impl Into<String>) -> Self {
        self.profile.photo = Some(photo.into());
        self
    }

    /// The name to log in with.
    pub fn with_username(mut self, username: impl Into<String>) -> Self {
        self.username = Some(username.into());
        self
    }

    /// A new password, confirmed by the old one.
    pub fn with_password(mut self, new: impl Into<Password>, old: impl Into<Password>) -> Self {
        self.password = Some((new.into(), Some(old.into())));
        self
    }

    /// A new password for a user without one, or set by the pool's owner.
    pub fn with_first_password(mut self, new: impl Into<Password>) -> Self {
        self.password = Some((new.into(), None));
        self
    }

    /// Whether the user is blocked. Only the pool's owner may set it.
    pub fn with_blocked(mut self, blocked: bool) -> Self {
        self.blocked = Some(blocked);
        self
    }
}

impl Operation for Update {
    type Needs = needs::Optional;
    type Response = User;

    const NAME: &'static str = "updateUser";
    const ENDPOINT: Endpoint = ENDPOINT;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("_id", &self.user);
        to.insert_some("username", self.username.as_ref());
        if let Some((new, old)) = &self.password {
            to.insert_encrypted("password", new);
            if let Some(old) = old {
                to.insert_encrypted("oldPassword", old);
            }
        }
        to.insert_some("blocked", self.blocked.as_ref());
        self.profile.insert_into(to);
        to.insert_pool_id("registerInClient");
    }
}
