//! Whole numbers as text, and back: the digits alone, without the standard library's formatting.

/// The digits of a number, after a `-` if it is negative.
pub fn digits(number: i64) -> String {
    let mut text = String::with_capacity(20);
    if number < 0 {
        text.push('-');
    }
    push_digits(&mut text, number.unsigned_abs());
    text
}

fn push_digits(text: &mut String, number: u64) {
    if number >= 10 {
        push_digits(text, number / 10);
    }
    let [digit, ..] = (number % 10).to_le_bytes();
    text.push(char::from(b'0' + digit));
}

/// The number of which a text has the digits, perhaps after a sign.
pub(crate) fn whole_number(text: &str) -> Option<i64> {
    match text.strip_prefix('-') {
        Some(digits) => 0_i64.checked_sub_unsigned(natural_number(digits)?),
        None => i64::try_from(natural_number(text.strip_prefix('+').unwrap_or(text))?).ok(),
    }
}

/// The number of which a text has the digits.
pub(crate) fn natural_number(digits: &str) -> Option<u64> {
    if digits.is_empty() {
        return None;
    }
    digits.bytes().try_fold(0, |number, digit| {
        let digit = u64::from(digit.wrapping_sub(b'0'));
        (digit < 10 && number <= (u64::MAX - digit) / 10).then(|| number * 10 + digit)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn writes_and_reads_what_the_standard_library_does(number in any::<i64>(), text in "[+-]?[0-9x]{0,20}") {
            prop_assert_eq!(digits(number), number.to_string());
            prop_assert_eq!(whole_number(&text), text.parse().ok());
            prop_assert_eq!(whole_number(&digits(number)), Some(number));
        }
    }

    #[test]
    fn the_largest_numbers_are_read_and_none_beyond() {
        for text in ["-9223372036854775808", "-9223372036854775809", "9223372036854775807", "9223372036854775808"] {
            assert_eq!(whole_number(text), text.parse().ok(), "{text}");
        }
        for text in ["18446744073709551615", "18446744073709551616", "99999999999999999999", "", "+1"] {
            assert_eq!(natural_number(text), text.strip_prefix('+').map_or(text, |_| "").parse().ok(), "{text}");
        }
        assert_eq!(digits(i64::MIN), i64::MIN.to_string());
    }
}
