//! Pages: `page` from 1, `limit` 10 unless given and 50 at most, answered as `{totalCount, list}`.

use serde::Deserialize;
use serde_json::{Value, json};

use super::error::V3Error;
use super::input;

const DEFAULT_LIMIT: usize = 10;
const LARGEST_LIMIT: usize = 50;

#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Page {
    #[serde(deserialize_with = "input::number")]
    page: Option<i64>,
    #[serde(deserialize_with = "input::number")]
    limit: Option<i64>,
}

impl Page {
    fn bounds(self) -> Result<(usize, usize), V3Error> {
        let positive = |number: Option<i64>, default: usize, name: &str| match number {
            None => Ok(default),
            Some(number) => {
                usize::try_from(number).ok().filter(|number| *number > 0).ok_or_else(|| V3Error::malformed(name))
            }
        };
        let limit = positive(self.limit, DEFAULT_LIMIT, "limit")?;
        if limit > LARGEST_LIMIT {
            return Err(V3Error::too_many("limit", LARGEST_LIMIT));
        }
        let page = positive(self.page, 1, "page")?;
        Ok(((page - 1).saturating_mul(limit), limit))
    }

    /// The page of all of these, each written by `show`.
    pub(crate) fn of<T>(self, all: &[T], show: impl FnMut(&T) -> Value) -> Result<Value, V3Error> {
        let (skipped, limit) = self.bounds()?;
        let list: Vec<Value> = all.iter().skip(skipped).take(limit).map(show).collect();
        Ok(json!({ "totalCount": all.len(), "list": list }))
    }
}

/// Everything at once, in the shape of a page.
pub(crate) fn whole(list: &[Value]) -> Value {
    json!({ "totalCount": list.len(), "list": list })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_has_fifty_at_most() {
        let all: Vec<usize> = (0..60).collect();
        let page = |page, limit| Page { page, limit }.of(&all, |number| json!(number));
        assert_eq!(page(None, None).expect("ten")["list"].as_array().map(Vec::len), Some(10));
        assert_eq!(page(Some(2), Some(50)).expect("the rest")["list"].as_array().map(Vec::len), Some(10));
        assert_eq!(page(None, Some(51)).expect_err("too many").status_code, 400);
        assert_eq!(page(Some(0), None).expect_err("from 1").status_code, 400);
    }
}
