//! Pages of today's REST API.

use crate::Error;
use crate::types::Page;
use crate::wire::{Arguments, Field};

/// The greatest number of entries of a page.
pub(crate) const MAX_PAGE_SIZE: u32 = 50;

impl Field for Page {
    /// Writes `page` and `limit`, regardless of the field's name.
    fn insert_into<'a>(&'a self, _name: &'static str, to: &mut Arguments<'a>) {
        if self.number == 0 || !(1..=MAX_PAGE_SIZE).contains(&self.size) {
            to.reject(Error::invalid_argument("page", "is numbered from 1 and has 1 to 50 entries"));
        }
        to.insert("page", self.number);
        to.insert("limit", self.size);
    }
}
