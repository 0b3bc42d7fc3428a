//! Searching in short texts: one small search for the crate, where the standard library has a large one for long texts.

/// Whether a part stands in a text.
pub fn contains(text: &str, part: &str) -> bool {
    cut(text, part).is_some()
}

/// What stands before and after a part, where it first stands in a text. The part is not empty.
#[inline]
pub fn cut<'a>(text: &'a str, part: &str) -> Option<(&'a str, &'a str)> {
    let at = text.as_bytes().windows(part.len()).position(|window| window == part.as_bytes())?;
    Some((text.get(..at)?, text.get(at + part.len()..)?))
}

/// The part that ends before this one, or the whole text.
pub(crate) fn until<'a>(text: &'a str, part: &str) -> &'a str {
    cut(text, part).map_or(text, |(before, _)| before)
}

/// The texts before, between and after a part.
pub(crate) fn split<'a>(text: &'a str, part: &str) -> impl Iterator<Item = &'a str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let (before, after) = cut(text, part).map_or((text, None), |(before, after)| (before, Some(after)));
        rest = after;
        Some(before)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn cuts_where_the_standard_library_cuts(text in "[ab密]{0,8}", part in "[ab密]{1,3}") {
            prop_assert_eq!(cut(&text, &part), text.split_once(&*part));
            prop_assert_eq!(contains(&text, &part), text.contains(&*part));
            prop_assert!(split(&text, &part).eq(text.split(&*part)));
        }
    }
}
