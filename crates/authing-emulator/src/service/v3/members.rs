//! Members of a role, a group or a department, as users.

use serde::Deserialize;

use super::Outcome;
use super::page::Page;
use super::user_view::{self, With};
use crate::state::State;
use crate::state::users::Key;

#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Shown {
    #[serde(flatten)]
    page: Page,
    #[serde(flatten)]
    with: With,
}

pub(super) fn page<'a>(state: &State, ids: impl Iterator<Item = &'a str>, shown: Shown) -> Outcome {
    let users: Vec<_> = ids.filter_map(|id| state.users.find(Key::Id(id))).collect();
    shown.page.of(&users, |user| user_view::show(state, user, shown.with))
}
