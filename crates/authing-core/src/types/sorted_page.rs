use super::Page;
use crate::wire::{Argument, Arguments, FirstPage};

/// The order of a list (`SortByEnum` of the schema).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SortBy {
    /// The newest first.
    CreatedAtDesc,
    /// The oldest first.
    CreatedAtAsc,
    /// The last changed first.
    UpdatedAtDesc,
    /// The last changed last.
    UpdatedAtAsc,
}

impl SortBy {
    /// The value as the service writes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::CreatedAtDesc => "CREATEDAT_DESC",
            Self::CreatedAtAsc => "CREATEDAT_ASC",
            Self::UpdatedAtDesc => "UPDATEDAT_DESC",
            Self::UpdatedAtAsc => "UPDATEDAT_ASC",
        }
    }
}

/// A page of a sorted list. By default, it is the first ten, and the newest come first.
///
/// A [`Page`] or a [`SortBy`] can be given in its place:
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// use authing_core::types::{Page, SortBy};
/// let oldest_ten = client.groups(SortBy::CreatedAtAsc)?;
/// let second_fifty = client.groups(Page::new(2, 50))?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SortedPage {
    /// The order; `None` for the service's, which is [`SortBy::CreatedAtDesc`].
    pub sort_by: Option<SortBy>,
    /// The page; the first is number 1. `None` for the first ten.
    pub page: Option<Page>,
}

impl From<Page> for SortedPage {
    fn from(page: Page) -> Self {
        Self { sort_by: None, page: Some(page) }
    }
}

impl From<SortBy> for SortedPage {
    fn from(order: SortBy) -> Self {
        Self { sort_by: Some(order), page: None }
    }
}

impl SortedPage {
    /// Adds the arguments `sortBy`, `page` and `count` that have a value.
    pub(crate) fn insert(self, to: &mut Arguments<'_>) {
        if let Some(order) = self.sort_by {
            to.insert("sortBy", Argument::String(order.as_str().into()));
        }
        if let Some(page) = self.page {
            to.insert_page(page, FirstPage::Zero);
        }
    }
}
