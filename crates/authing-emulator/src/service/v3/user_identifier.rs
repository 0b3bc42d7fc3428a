//! How a request names a user: by the id, or by another thing that only this user has.

use serde::Deserialize;

use super::error::{NO_SUCH_USER, V3Error};
use super::identities;
use crate::state::State;
use crate::state::users::{Identity, Key, User};
use crate::world::World;

/// How a `userId` names a user.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum UserIdType {
    #[default]
    UserId,
    ExternalId,
    Phone,
    Email,
    Username,
    Identity,
    /// Accounts of a synchronization: there are none here.
    SyncRelation,
    /// A field of the customer's own: it names nobody here.
    CustomField,
}

/// How a request names a user. Some requests have the type beside the id, some in the options.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct UserIdentifier {
    user_id: String,
    user_id_type: Option<UserIdType>,
    options: Option<IdentifierOptions>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct IdentifierOptions {
    pub(super) user_id_type: Option<UserIdType>,
}

impl UserIdentifier {
    pub(crate) fn by_id(id: &str) -> Self {
        Self { user_id: id.to_owned(), user_id_type: None, options: None }
    }

    pub(crate) fn find<'a>(&self, state: &'a State) -> Result<&'a User, V3Error> {
        let in_options = self.options.as_ref().and_then(|options| options.user_id_type);
        find(state, &self.user_id, self.user_id_type.or(in_options).unwrap_or_default())
    }

    pub(crate) fn id(&self, world: &World) -> Result<String, V3Error> {
        Ok(self.find(&world.state())?.id.clone())
    }
}

pub(crate) fn find<'a>(state: &'a State, id: &str, kind: UserIdType) -> Result<&'a User, V3Error> {
    let found = match kind {
        UserIdType::UserId => state.users.find(Key::Id(id)),
        UserIdType::ExternalId => state.users.find(Key::ExternalId(id)),
        UserIdType::Phone => state.users.find(Key::Phone(id)),
        UserIdType::Email => state.users.find(Key::Email(id)),
        UserIdType::Username => state.users.find(Key::Username(id)),
        UserIdType::Identity => by_identity(state, id),
        UserIdType::SyncRelation | UserIdType::CustomField => None,
    };
    found.ok_or(NO_SUCH_USER)
}

/// `<extIdpId>:<userIdInIdp>`.
fn by_identity<'a>(state: &'a State, text: &str) -> Option<&'a User> {
    let (provider, id) = text.split_once(':')?;
    let is_it = |identity: &Identity| identity.ext_idp_id == provider && identity.user_id_in_idp == id;
    state.users.iter().find(|user| identities::of(user).iter().any(is_it))
}
