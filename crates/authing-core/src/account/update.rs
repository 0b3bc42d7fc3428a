//! Change a user's data.
//!
//! Wire: GraphQL `mutation updateUser(options: {…})` at the user service, with only the fields that change.
//! `password` and `oldPassword` are encrypted.

use super::Profile;
use crate::principal::needs;
use crate::types::User;
use crate::wire::{Arguments, Endpoint, TextField, TextFields, document};
use crate::{Operation, Password, PersonalData, Phone, Service, UserId};

/// Changes a user's data. The service rejects a new `email` in this operation: use [`UpdateEmail`](super::UpdateEmail). A user changes
/// the phone number with [`UpdatePhone`](super::UpdatePhone).
///
/// The setters say which fields only the pool's owner may change. If a user changes one of them, the service returns an error, such as
/// [`ErrorCode::FIELD_NOT_PERMITTED`](crate::ErrorCode::FIELD_NOT_PERMITTED).
///
/// The schema (`UserUpdateInput`) has more fields, which the service keeps itself, such as `loginsCount`, `lastLogin` and `signedUp`.
/// [`Client::graphql`](crate::Client::graphql) sends any document.
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
    fields: TextFields,
}

const FIELDS: &[TextField] = &[TextField::required("_id"), TextField::text("username")];
const PASSWORDS: &[TextField] =
    &[TextField::optional_password("password"), TextField::optional_password("oldPassword")];
/// The fields that only the pool's owner may change. The service rejects an `email` from the owner, too.
const GUARDED: &[TextField] = &[
    TextField::text("email"),
    TextField::secret("phone"),
    TextField::secret("unionid"),
    TextField::secret("openid"),
    TextField::flag("emailVerified"),
    TextField::flag("phoneVerified"),
    TextField::flag("blocked"),
];

/// The endpoint of `updateUser`; [`Logout`](super::Logout) uses it too.
pub(super) const ENDPOINT: Endpoint =
    Endpoint::graphql(Service::User, "updateUser", document!("update.graphql").declaring(&[]));

impl Update {
    /// Changes a user; the setters say what.
    pub fn new(user: impl Into<UserId>) -> Self {
        let mut fields = TextFields::default();
        fields.set("_id", user.into().as_str());
        Self { fields }
    }

    /// Reads an update from texts with the names of the wire, such as `oldPassword`.
    pub fn from_texts(text: &dyn Fn(&'static str) -> Option<String>) -> Self {
        Self { fields: TextFields::read(&[FIELDS, PASSWORDS, GUARDED, Profile::FIELDS], text) }
    }

    /// The fields of the profile to change. A photo that was set before stays, unless the profile has one.
    pub fn with_profile(mut self, profile: Profile) -> Self {
        profile.set_in(&mut self.fields);
        self
    }

    /// The URL of the photo.
    pub fn with_photo(mut self, photo: impl Into<String>) -> Self {
        self.fields.set("photo", photo.into());
        self
    }

    /// The name to log in with.
    pub fn with_username(mut self, username: impl Into<String>) -> Self {
        self.fields.set("username", username.into());
        self
    }

    /// A new password, confirmed by the old one.
    pub fn with_password(mut self, new: impl Into<Password>, old: impl Into<Password>) -> Self {
        self.fields.set("oldPassword", old.into().expose());
        self.with_first_password(new)
    }

    /// A new password for a user without one, or set by the pool's owner.
    pub fn with_first_password(mut self, new: impl Into<Password>) -> Self {
        self.fields.set("password", new.into().expose());
        self
    }

    /// The phone number (`phone`), without a code sent to it. Only the pool's owner may set it here.
    pub fn with_phone(mut self, phone: impl Into<Phone>) -> Self {
        self.fields.set("phone", phone.into().expose());
        self
    }

    /// Whether the email address is verified to be the user's own (`emailVerified`). Only the pool's owner may set it.
    pub fn with_email_verified(mut self, verified: bool) -> Self {
        self.fields.set_flag("emailVerified", verified);
        self
    }

    /// Whether the phone number is verified to be the user's own (`phoneVerified`). Only the pool's owner may set it.
    pub fn with_phone_verified(mut self, verified: bool) -> Self {
        self.fields.set_flag("phoneVerified", verified);
        self
    }

    /// The user's id at a third party (`unionid`): WeChat's is the same in all applications of a company. Only the pool's owner may set it.
    pub fn with_unionid(mut self, unionid: impl Into<PersonalData>) -> Self {
        self.fields.set("unionid", unionid);
        self
    }

    /// The user's id in one application of WeChat (`openid`). Only the pool's owner may set it.
    pub fn with_openid(mut self, openid: impl Into<PersonalData>) -> Self {
        self.fields.set("openid", openid);
        self
    }

    /// Whether the user is blocked. Only the pool's owner may set it.
    pub fn with_blocked(mut self, blocked: bool) -> Self {
        self.fields.set_flag("blocked", blocked);
        self
    }
}

impl Operation for Update {
    type Needs = needs::Optional;
    type Response = User;

    const NAME: &'static str = "updateUser";
    const ENDPOINT: Endpoint = ENDPOINT;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.fields.insert_into(FIELDS, to);
        if self.fields.get("password").is_some() {
            self.fields.insert_into(PASSWORDS, to);
        }
        self.fields.insert_into(GUARDED, to);
        self.fields.insert_into(Profile::FIELDS, to);
        to.insert_pool_id("registerInClient");
    }
}
