//! Masking what was sent: a service may repeat it in an error (`Variable "$phoneCode" got invalid value "…"`).
//!
//! | hidden | not hidden |
//! |---|---|
//! | every argument of a secret type: passwords, tokens, phone numbers, codes, profiles, WeChat's data | emails, usernames, nicknames, ids, names of roles: an error that must not name the account is logged by its code |
//! | every text and number in the variables of a raw call | the text of a raw call's document |
//! | the user's token, the owner's token, the pool's secret, the application's secret and `Basic` credentials | |
//!
//! A secret is found as it is, trimmed, percent-encoded, form-encoded, inside of JSON, and as a number without its leading
//! zeros. A secret of fewer than [`SHORT`] characters is masked only where it stands by itself: to mask the letter `s` in every
//! word would spoil the sentence, and tell the secret to the reader who knows the sentence.

use zeroize::Zeroizing;

use super::Arguments;
use super::json::{hex_digit, push_text};
use super::percent::{Part, encoded};
use crate::Error;
use crate::call_context::CallContext;
use crate::operation::AnyOperation;

/// The service takes no password under six characters (code 2029); what is shorter is a word or a code.
const SHORT: usize = 6;
/// The longest message that is kept, in characters. The service's have a few dozen.
const LONGEST_MESSAGE: usize = 1000;
/// How much of a message is searched for secrets, in bytes, so that a response of megabytes costs no time. Nothing after it is kept.
const SEARCHED: usize = 16 << 10;

/// The error, with every secret masked that the service was or may have been sent, and made safe to print.
pub(crate) fn mask(mut error: Error, operation: &dyn AnyOperation, context: &CallContext) -> Error {
    if let Some(service) = error.service_error_mut() {
        let forms = forms(operation, context);
        let texts = [Some(&mut service.message), service.oauth_error.as_mut(), service.request_id.as_mut()];
        for text in texts.into_iter().flatten() {
            *text = masked(text, &forms);
        }
    }
    error
}

/// The beginning of a text as it may be printed. A secret that begins in it is searched for to its end.
fn masked(text: &str, forms: &[Zeroizing<String>]) -> String {
    let longest = forms.iter().fold(0, |longest, form| form.len().max(longest));
    printable(beginning(text, SEARCHED), &secret_bytes(beginning(text, SEARCHED + longest), forms))
}

/// The beginning of a text, of so many bytes or up to three fewer: no character is cut.
fn beginning(text: &str, length: usize) -> &str {
    let mut end = length.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Every form of a call's secrets.
fn forms(operation: &dyn AnyOperation, context: &CallContext) -> Vec<Zeroizing<String>> {
    let mut secrets = Arguments::secrets(|arguments| operation.arguments(arguments));
    secrets.extend(context.secrets());
    let mut forms = Vec::new();
    for secret in &secrets {
        push_forms(secret, &mut forms);
    }
    forms
}

/// Adds the forms in which a service may repeat a text.
fn push_forms(text: &str, forms: &mut Vec<Zeroizing<String>>) {
    let mut push = |form: String| {
        if !form.is_empty() {
            forms.push(Zeroizing::new(form));
        }
    };
    let trimmed = text.trim();
    for text in [text, trimmed] {
        push(text.to_owned());
        push(quoted(text));
    }
    push(ascii_only(&quoted(trimmed)));
    for part in [Part::Segment, Part::Form] {
        let encoded = encoded(trimmed, part);
        push(lower_case_escapes(&encoded));
        push(encoded);
    }
    if trimmed.bytes().all(|byte| byte.is_ascii_digit()) {
        let zeros = trimmed.bytes().take_while(|byte| *byte == b'0').count();
        push(trimmed[zeros..].to_owned());
    }
}

/// A text as it stands inside of JSON: a service may repeat a request's body as it came.
fn quoted(text: &str) -> String {
    let mut json = String::with_capacity(text.len() + 2);
    push_text(&mut json, text);
    json.get(1..json.len() - 1).unwrap_or_default().to_owned()
}

/// JSON as many servers write it, with every other character escaped (RFC 8259, section 7).
fn ascii_only(json: &str) -> String {
    let mut ascii = String::with_capacity(json.len());
    for c in json.chars() {
        if c.is_ascii() {
            ascii.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                ascii.push_str("\\u");
                for shift in [12, 8, 4, 0] {
                    ascii.push(hex_digit(*unit >> shift));
                }
            }
        }
    }
    ascii
}

/// `%2B` as `%2b`: both are written.
fn lower_case_escapes(encoded: &str) -> String {
    let mut since_percent = 3_u8;
    let lower = |c: char| {
        since_percent = if c == '%' { 0 } else { since_percent.saturating_add(1) };
        if since_percent <= 2 { c.to_ascii_lowercase() } else { c }
    };
    encoded.chars().map(lower).collect()
}

/// Which bytes of a text are those of a secret; of a short one, only where it stands by itself. The long ones come first: a short
/// one that stands beside another secret stands by itself.
fn secret_bytes(text: &str, forms: &[Zeroizing<String>]) -> Vec<bool> {
    let mut is_secret = vec![false; text.len()];
    for short in [false, true] {
        for form in forms.iter().filter(|form| (form.chars().count() < SHORT) == short) {
            for at in 0..text.len() {
                let end = at + form.len();
                if text.as_bytes()[at..].starts_with(form.as_bytes())
                    && !(short && is_part_of_a_word(text, at, end, &is_secret))
                {
                    is_secret[at..end].fill(true);
                }
            }
        }
    }
    is_secret
}

/// Whether the characters around a secret make a longer word of it, or a longer number.
fn is_part_of_a_word(text: &str, at: usize, end: usize, is_secret: &[bool]) -> bool {
    let secret = &text[at..end];
    let is_number = secret.bytes().all(|byte| byte.is_ascii_digit());
    let joins = |edge: Option<char>, neighbour: Option<char>| {
        let is_alike = |c: char| if is_number { c.is_ascii_digit() } else { c.is_ascii_alphanumeric() };
        edge.is_some_and(|c| c.is_ascii_alphanumeric()) && neighbour.is_some_and(is_alike)
    };
    let before = if at > 0 && is_secret[at - 1] { "" } else { &text[..at] };
    let after = if is_secret.get(end) == Some(&true) { "" } else { &text[end..] };
    let is_joined_before = joins(secret.chars().next(), before.chars().next_back()) && !ends_in_escape(before);
    is_joined_before || joins(secret.chars().next_back(), after.chars().next())
}

/// Whether a text ends in `%20`, `\n` or `\u000a`: the last letter of one belongs to no word.
fn ends_in_escape(text: &str) -> bool {
    let tail = |length: usize| text.len().checked_sub(length).and_then(|from| text.get(from..));
    let is_hex = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    tail(3).and_then(|tail| tail.strip_prefix('%')).is_some_and(is_hex)
        || tail(2).is_some_and(|tail| tail.starts_with('\\'))
        || tail(6).and_then(|tail| tail.strip_prefix("\\u")).is_some_and(is_hex)
}

/// A service's text as it may be printed: a secret is masked; what would move the cursor, begin a line or turn the direction of
/// writing is escaped, and what is very long is cut.
fn printable(text: &str, is_secret: &[bool]) -> String {
    let mut printable = String::with_capacity(text.len().min(4 * LONGEST_MESSAGE));
    let mut count = 0;
    let mut was_secret = false;
    for (at, c) in text.char_indices() {
        let goes_on = is_secret[at] && was_secret;
        was_secret = is_secret[at];
        if goes_on {
            continue;
        }
        if was_secret || count == LONGEST_MESSAGE {
            printable.push('…');
        } else {
            push_printable(c, &mut printable);
        }
        if count == LONGEST_MESSAGE {
            break;
        }
        count += 1;
    }
    printable
}

fn push_printable(c: char, text: &mut String) {
    match c {
        '\n' => text.push_str("\\n"),
        '\r' => text.push_str("\\r"),
        '\t' => text.push_str("\\t"),
        '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => {
            push_escaped(c, text);
        }
        c if c.is_control() => push_escaped(c, text),
        c => text.push(c),
    }
}

/// A character as Rust writes it, with its number: `\u{1b}`.
fn push_escaped(c: char, text: &mut String) {
    let number = u16::try_from(u32::from(c)).unwrap_or_default();
    text.push_str("\\u{");
    for shift in [12, 8, 4, 0] {
        if shift == 0 || number >> shift > 0 {
            text.push(hex_digit(number >> shift));
        }
    }
    text.push('}');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hidden(text: &str, secret: &str) -> String {
        let mut forms = Vec::new();
        push_forms(secret, &mut forms);
        masked(text, &forms)
    }

    #[test]
    fn secret_is_masked_in_every_encoding() {
        let cases = [
            (" correct horse ", "is correct horse?", "is …?"),
            ("a+b&c=d/密", "q=a%2Bb%26c%3Dd%2F%E5%AF%86", "q=…"),
            ("a+b&c=d/密", "q=a%2bb%26c%3dd%2f%e5%af%86", "q=…"),
            ("correct horse", "pw=correct+horse&x", "pw=…&x"),
            ("say \"x\"\n", r#"{"pw":"say \"x\"\n"}"#, r#"{"pw":"…"}"#),
            ("密码密码密码", r#"{"pw":"\u5bc6\u7801\u5bc6\u7801\u5bc6\u7801"}"#, r#"{"pw":"…"}"#),
            ("012345", r#"{"code":12345}"#, r#"{"code":…}"#),
            ("017670416754", "17670416754", "…"),
        ];
        for (secret, text, expected) in cases {
            assert_eq!(hidden(text, secret), expected, "{secret}");
        }
    }

    #[test]
    fn short_secret_is_masked_as_a_whole_word() {
        let cases = [
            ("s", "no reason was given", "no reason was given"),
            ("s", "wrong: s", "wrong: …"),
            ("9182", "code 9182 of 91820", "code … of 91820"),
            ("9182", "code9182x", "code…x"),
            ("9182", r"\n9182 %209182 \u000a9182 %3D9182%26", r"\n… %20… \u000a… %3D…%26"),
            ("pw", "密码pw错误", "密码…错误"),
            ("密码", "旧密码错误", "旧…错误"),
            ("00042", "code 42, not 420", "code …, not 420"),
        ];
        for (secret, text, expected) in cases {
            assert_eq!(hidden(text, secret), expected, "{secret}");
        }
    }

    #[test]
    fn secret_at_the_end_of_what_is_searched_is_masked() {
        let secret = "a-very-secret-word";
        // All that stands before is one secret after another, which is printed as one character.
        let before = secret.repeat(SEARCHED / secret.len());
        let text = [&before, "!".repeat(SEARCHED - before.len() - 1).as_str(), secret, "more"].concat();
        assert_eq!(hidden(&text, secret), format!("…{}…", "!".repeat(SEARCHED - before.len() - 1)));
    }

    #[test]
    fn a_text_can_be_printed() {
        assert_eq!(hidden("a\nb\u{1b}[2J\u{202e}\u{7f}\t密", "x"), r"a\nb\u{1b}[2J\u{202e}\u{7f}\t密");
        assert_eq!(hidden(&"密".repeat(5000), "x").chars().count(), LONGEST_MESSAGE + 1);
    }
}
