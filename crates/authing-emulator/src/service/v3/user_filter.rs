//! Which users `list-users` returns, and in which order.

use std::cmp::Ordering;

use serde::Deserialize;
use serde_json::Value;

use super::error::V3Error;
use super::input;
use super::page::Page;
use super::user_view::{self, With};
use crate::state::State;
use crate::state::users::User;

/// What a search by keywords reads, unless the request says.
const SEARCHED: [&str; 6] = ["phone", "email", "name", "username", "nickname", "externalId"];

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Search {
    keywords: Option<String>,
    #[serde(deserialize_with = "input::or_default")]
    advanced_filter: Vec<Condition>,
    #[serde(deserialize_with = "input::or_default")]
    pub(crate) options: SearchOptions,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct SearchOptions {
    #[serde(deserialize_with = "input::or_default")]
    pub(crate) pagination: Page,
    #[serde(deserialize_with = "input::or_default")]
    sort: Vec<Sort>,
    #[serde(deserialize_with = "input::or_default")]
    fuzzy_search_on: Vec<String>,
    #[serde(flatten)]
    pub(crate) with: With,
}

#[derive(Deserialize)]
struct Sort {
    field: String,
    order: Order,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Order {
    Asc,
    Desc,
}

#[derive(Deserialize)]
struct Condition {
    field: String,
    operator: Operator,
    #[serde(default)]
    value: Value,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum Operator {
    Equal,
    NotEqual,
    Contains,
    NotContains,
    IsNull,
    NotNull,
    In,
    Greater,
    Lesser,
    Between,
}

impl Search {
    /// The users that fit, newest first unless the request sorts; each as it is shown without extras.
    pub(crate) fn apply<'a>(&self, state: &'a State) -> Result<Vec<&'a User>, V3Error> {
        let keywords = self.keywords.as_deref().unwrap_or_default().to_lowercase();
        let mut found = Vec::new();
        for user in state.users.iter().rev() {
            let shown = user_view::show(state, user, With::default());
            if self.has_keywords(&shown, &keywords) && self.fits(&shown)? {
                found.push((shown, user));
            }
        }
        found.sort_by(|(left, _), (right, _)| self.compare(left, right));
        Ok(found.into_iter().map(|(_, user)| user).collect())
    }

    fn has_keywords(&self, shown: &Value, keywords: &str) -> bool {
        let given = self.options.fuzzy_search_on.iter().map(|name| field(name));
        let mut names: Vec<&str> = given.collect();
        if names.is_empty() {
            names.extend(SEARCHED);
        }
        let has = |name: &str| shown[name].as_str().is_some_and(|text| text.to_lowercase().contains(keywords));
        keywords.is_empty() || names.into_iter().any(has)
    }

    fn fits(&self, shown: &Value) -> Result<bool, V3Error> {
        for condition in &self.advanced_filter {
            if !condition.fits(&shown[field(&condition.field)])? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn compare(&self, left: &Value, right: &Value) -> Ordering {
        let orders = self.options.sort.iter().map(|sort| {
            let name = field(&sort.field);
            let order = compare(&left[name], &right[name]);
            if matches!(sort.order, Order::Desc) { order.reverse() } else { order }
        });
        orders.fold(Ordering::Equal, Ordering::then)
    }
}

impl Condition {
    fn fits(&self, value: &Value) -> Result<bool, V3Error> {
        let contains = || match (value.as_str(), self.value.as_str()) {
            (Some(text), Some(part)) => Ok(text.contains(part)),
            (None, Some(_)) => Ok(false),
            _ => Err(V3Error::malformed("advancedFilter.value")),
        };
        Ok(match self.operator {
            Operator::Equal => *value == self.value,
            Operator::NotEqual => *value != self.value,
            Operator::Contains => contains()?,
            Operator::NotContains => !contains()?,
            Operator::IsNull => value.is_null(),
            Operator::NotNull => !value.is_null(),
            Operator::In => self.values()?.contains(value),
            Operator::Greater => compare(value, &self.value).is_gt(),
            Operator::Lesser => compare(value, &self.value).is_lt(),
            Operator::Between => match self.values()? {
                [least, most] => compare(value, least).is_ge() && compare(value, most).is_le(),
                _ => return Err(V3Error::malformed("advancedFilter.value")),
            },
        })
    }

    fn values(&self) -> Result<&[Value], V3Error> {
        self.value.as_array().map(Vec::as_slice).ok_or_else(|| V3Error::malformed("advancedFilter.value"))
    }
}

/// `id` is called `userId` where a user is written.
fn field(name: &str) -> &str {
    if name == "id" { "userId" } else { name }
}

/// Numbers as numbers, anything else as text.
fn compare(left: &Value, right: &Value) -> Ordering {
    match (left.as_f64(), right.as_f64()) {
        (Some(left), Some(right)) => left.total_cmp(&right),
        _ => left.as_str().unwrap_or_default().cmp(right.as_str().unwrap_or_default()),
    }
}
