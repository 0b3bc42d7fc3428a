//! What the service asks of an email address and of a password.

/// The shortest password.
pub(crate) const PASSWORD_MIN_CHARS: usize = 6;

/// Something on both sides of one `@`, no blanks, and a dot in the host: the service is not stricter.
pub(crate) fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else { return false };
    let host_has_a_dot = host.split_once('.').is_some_and(|(left, right)| !left.is_empty() && !right.is_empty());
    !name.is_empty() && host_has_a_dot && !host.contains('@') && !text.contains(char::is_whitespace)
}

/// Digits, with or without a `+` before them.
pub(crate) fn is_phone(text: &str) -> bool {
    let digits = text.strip_prefix('+').unwrap_or(text);
    digits.len() >= 5 && digits.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_email_address_has_a_name_and_a_host() {
        for good in ["a@b.com", "first.last+tag@sub.example.cn"] {
            assert!(is_email(good), "{good}");
        }
        for bad in ["", "a", "a@b", "@b.com", "a@.com", "a@b.", "a b@c.com", "a@b@c.com"] {
            assert!(!is_email(bad), "{bad}");
        }
    }
}
