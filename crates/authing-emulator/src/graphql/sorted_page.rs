//! A page of a sorted list: `sortBy`, `page` and `count`.

use serde::Deserialize;
use serde_json::{Value, json};

/// The arguments. What is not given is the published documents' default: the first ten, the newest first.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SortedPageArguments {
    sort_by: Option<String>,
    page: Option<usize>,
    count: Option<usize>,
}

impl SortedPageArguments {
    /// That page of a list that has the oldest first, with the length of all of it.
    pub(super) fn of(&self, mut oldest_first: Vec<Value>) -> Value {
        let order = self.sort_by.as_deref().unwrap_or("CREATEDAT_DESC");
        if order.starts_with("UPDATEDAT") {
            oldest_first.sort_by(|one, other| one["updatedAt"].as_str().cmp(&other["updatedAt"].as_str()));
        }
        if order.ends_with("DESC") {
            oldest_first.reverse();
        }
        let (total, count) = (oldest_first.len(), self.count.unwrap_or(10));
        let skipped = self.page.unwrap_or(0).saturating_mul(count);
        let page: Vec<Value> = oldest_first.into_iter().skip(skipped).take(count).collect();
        json!({ "totalCount": total, "list": page })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names on a page of three things, of which the second was changed last.
    fn page(arguments: Value) -> Vec<String> {
        let thing = |name: &str, updated: &str| json!({ "name": name, "updatedAt": updated });
        let arguments: SortedPageArguments = serde_json::from_value(arguments).expect("arguments");
        let page = arguments.of(vec![thing("a", "1"), thing("b", "3"), thing("c", "2")]);
        assert_eq!(page["totalCount"], 3);
        let names = page["list"].as_array().expect("a list").iter().map(|thing| thing["name"].as_str());
        names.map(|name| name.unwrap_or_default().to_owned()).collect()
    }

    #[test]
    fn every_order_is_known_and_newest_first_is_the_default() {
        assert_eq!(page(json!({})), ["c", "b", "a"]);
        assert_eq!(page(json!({ "sortBy": "CREATEDAT_ASC" })), ["a", "b", "c"]);
        assert_eq!(page(json!({ "sortBy": "UPDATEDAT_ASC" })), ["a", "c", "b"]);
        assert_eq!(page(json!({ "sortBy": "UPDATEDAT_DESC" })), ["b", "c", "a"]);
    }

    #[test]
    fn pages_count_from_zero_and_end() {
        assert_eq!(page(json!({ "page": 1, "count": 2 })), ["a"]);
        assert_eq!(page(json!({ "page": u32::MAX, "count": u32::MAX })), [""; 0]);
    }
}
