//! The reader and the writer beside `serde_json`.

use std::borrow::Cow;

use proptest::prelude::*;
use serde::de::IgnoredAny;
use serde_json::Value;

use super::*;

/// Texts that are nearly JSON: pieces of it in any order.
fn pieces() -> impl Strategy<Value = String> {
    const PIECES: [&str; 30] = [
        "{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\"\\", "\\u", "d83d", "\\ude00", "\\n", "\\x", "1", "0", "-",
        ".", "5", "e", "E+", "true", "false", "null", " ", "\n", "\u{1}", "密", "tru", "\"b\":",
    ];
    prop::collection::vec(prop::sample::select(&PIECES[..]), 0..12).prop_map(|pieces| pieces.concat())
}

/// Values of every kind in each other.
fn values() -> impl Strategy<Value = Value> {
    let scalar = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    scalar.prop_recursive(4, 40, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((any::<String>(), inner), 0..5)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

fn read(json: &str) -> Option<Vec<(String, Value)>> {
    let mut all = Vec::new();
    let mut add = |name: &str, value: &str| {
        let name = if name.is_empty() { String::new() } else { text(name).expect("a whole text").into_owned() };
        all.push((name, serde_json::from_str(value).expect("a value")));
    };
    entries(json, if json.starts_with('{') { '{' } else { '[' }, &mut add).ok()?;
    Some(all)
}

proptest! {
    #[test]
    fn reader_accepts_the_same_texts_as_serde_json(json in pieces()) {
        prop_assert_eq!(is_json(&json), serde_json::from_str::<IgnoredAny>(&json).is_ok(), "{}", json);
    }

    #[test]
    fn reads_the_texts_that_serde_json_reads(json in pieces().prop_map(|pieces| format!("\"{pieces}\""))) {
        prop_assert_eq!(text(&json).map(Cow::into_owned), serde_json::from_str::<String>(&json).ok(), "{}", json);
    }

    #[test]
    fn writes_texts_as_serde_json_writes_them(given in any::<String>(), control in 0..0x80_u8) {
        let given = format!("{given}{}", char::from(control));
        let mut json = String::new();
        push_text(&mut json, &given);
        prop_assert_eq!(&json, &serde_json::to_string(&given).unwrap());
        prop_assert_eq!(text(&json).map(Cow::into_owned), Some(given));
    }

    #[test]
    fn finds_the_entries_that_serde_json_finds(value in values()) {
        for json in [serde_json::to_string(&value).unwrap(), serde_json::to_string_pretty(&value).unwrap()] {
            // Once written, a decimal number may be another.
            let expected = match &serde_json::from_str::<Value>(&json).unwrap() {
                Value::Object(fields) => Some(fields.clone().into_iter().collect()),
                Value::Array(list) => Some(list.iter().map(|value| (String::new(), value.clone())).collect()),
                _ => None,
            };
            prop_assert_eq!(read(&json), expected);
        }
    }
}

#[test]
fn goes_as_deep_as_serde_json() {
    for depth in [1, 100, 127, 128, 100_000] {
        let json = "[".repeat(depth) + &"]".repeat(depth);
        assert_eq!(is_json(&json), serde_json::from_str::<Value>(&json).is_ok(), "{depth}");
        assert_eq!(entries(&json, '[', |_, _| ()).is_ok(), is_json(&json), "{depth}");
    }
}
