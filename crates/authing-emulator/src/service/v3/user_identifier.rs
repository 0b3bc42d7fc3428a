//! How a request names a user: by the id, or by another thing that only this user has.

use authing_core::v3::types::UserIdType;
use serde::Deserialize;

use super::error::{NO_SUCH_USER, V3Error};
use super::identities;
use crate::state::State;
use crate::state::users::{Identity, Key, User};
use crate::world::World;

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
        let in_options = || self.options.as_ref().and_then(|options| options.user_id_type.as_ref());
        find(state, &self.user_id, self.user_id_type.as_ref().or_else(in_options))
    }

    pub(crate) fn id(&self, world: &World) -> Result<String, V3Error> {
        Ok(self.find(&world.state())?.id.clone())
    }
}

/// The user whom an id names; without a type it is the user's own.
pub(crate) fn find<'a>(state: &'a State, id: &str, kind: Option<&UserIdType>) -> Result<&'a User, V3Error> {
    let found = match kind {
        None | Some(UserIdType::Id) => state.users.find(Key::Id(id)),
        Some(UserIdType::ExternalId) => state.users.find(Key::ExternalId(id)),
        Some(UserIdType::Phone) => state.users.find(Key::Phone(id)),
        Some(UserIdType::Email) => state.users.find(Key::Email(id)),
        Some(UserIdType::Username) => state.users.find(Key::Username(id)),
        Some(UserIdType::Identity) => by_identity(state, id),
        // There is no synchronization here, and no field of the customer's own names a user.
        Some(UserIdType::SyncRelation | UserIdType::CustomField) => None,
        Some(_) => return Err(V3Error::malformed("userIdType")),
    };
    found.ok_or(NO_SUCH_USER)
}

/// `<extIdpId>:<userIdInIdp>`.
fn by_identity<'a>(state: &'a State, text: &str) -> Option<&'a User> {
    let (provider, id) = text.split_once(':')?;
    let is_it = |identity: &Identity| identity.ext_idp_id == provider && identity.user_id_in_idp == id;
    state.users.iter().find(|user| identities::of(user).iter().any(is_it))
}
