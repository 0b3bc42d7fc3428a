//! Lists as the service writes them: how long the whole is, and the part that was asked for.

use serde::Deserialize;
use serde_json::{Value, json};

/// Which part of a list is asked for.
#[derive(Debug, Deserialize)]
pub(crate) struct PageArguments {
    page: Option<usize>,
    count: Option<usize>,
}

impl PageArguments {
    /// That part of the list, with how long all of it is. `first` is the number of the first page.
    pub(crate) fn of<T>(&self, list: impl Iterator<Item = T>, first: usize, write: impl Fn(T) -> Value) -> Value {
        let all: Vec<T> = list.collect();
        let count = self.count.unwrap_or(10);
        let skipped = self.page.unwrap_or(first).saturating_sub(first).saturating_mul(count);
        let total = all.len();
        let part: Vec<Value> = all.into_iter().skip(skipped).take(count).map(write).collect();
        json!({ "totalCount": total, "list": part })
    }
}

/// A list of which no part is asked for.
pub(crate) fn whole(list: impl Iterator<Item = Value>) -> Value {
    let list: Vec<Value> = list.collect();
    json!({ "totalCount": list.len(), "list": list })
}
