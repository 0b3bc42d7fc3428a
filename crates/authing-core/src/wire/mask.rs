//! Masking what was sent: a service may repeat it in an error (`Variable "$phoneCode" got invalid value "…"`).
//!
//! | hidden | not hidden |
//! |---|---|
//! | every argument of a secret type: passwords, tokens, phone numbers, codes, profiles, WeChat's data | emails, usernames, nicknames, ids, names of roles: an error that must not name the account is logged by its code |
//! | every text and number in the variables of a raw call | the text of a raw call's document |
//! | the user's token, the owner's token, the pool's secret, the application's secret and `Basic` credentials | |
//!
//! A secret is found as it is, percent-encoded, form-encoded, and inside of JSON; trimmed; and as a number without its leading
//! zeros. A secret of fewer than [`SHORT`] characters is masked only where it stands by itself: to mask the letter `s` in every
//! word would spoil the sentence, and tell the secret to the reader who knows the sentence.

use zeroize::Zeroizing;

use super::Arguments;
use super::json::{hex_digit, hexadecimal, unescaped};
use crate::Error;
use crate::call_context::CallContext;
use crate::operation::AnyOperation;

/// The service takes no password under six characters (code 2029); what is shorter is a word or a code.
const SHORT: usize = 6;
/// The longest message that is kept, in characters. The service's have a few dozen.
const LONGEST_MESSAGE: usize = 1000;
/// The part of a message that is searched for secrets, in bytes, so that a response of megabytes costs no time. The rest is not kept.
const SEARCHED: usize = 16 << 10;
/// The most bytes that encode one byte: `\u0061`.
const LONGEST_ESCAPE: usize = 6;

/// The error, with every secret masked that the service was or may have been sent, and made safe to print.
pub(crate) fn mask(mut error: Error, operation: &dyn AnyOperation, context: &CallContext) -> Error {
    if let Some(service) = error.service_error_mut() {
        let mut secrets = Arguments::secrets(|arguments| operation.arguments(arguments));
        secrets.extend(context.secrets());
        let texts = [Some(&mut service.message), service.oauth_error.as_mut(), service.request_id.as_mut()];
        for text in texts.into_iter().flatten() {
            *text = masked(text, &secrets);
        }
    }
    error
}

/// The beginning of a text as it may be printed. A secret that begins in it is searched for to its end.
fn masked(text: &str, secrets: &[Zeroizing<String>]) -> String {
    let longest = secrets.iter().fold(0, |longest, secret| secret.len().max(longest)).min(SEARCHED);
    let searched = beginning(text, SEARCHED + longest * LONGEST_ESCAPE);
    printable(beginning(text, SEARCHED), &secret_bytes(searched, secrets))
}

/// The beginning of a text, of so many bytes or up to three fewer: no character is cut.
fn beginning(text: &str, length: usize) -> &str {
    let mut end = length.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// For each byte of a text, whether it is part of a secret. A short secret counts only where it stands by itself. Long secrets are marked
/// first, because a short secret next to a marked one stands by itself.
fn secret_bytes(text: &str, secrets: &[Zeroizing<String>]) -> Vec<bool> {
    let mut is_secret = vec![false; text.len()];
    let readings = [Coding::Plain, Coding::Percent, Coding::Json].map(|coding| Reading::new(text, coding));
    for short in [false, true] {
        for secret in secrets {
            // No more of a secret fits into what is kept, and the search for more would take long.
            let secret = beginning(secret, SEARCHED);
            let trimmed = secret.trim();
            for reading in &readings {
                reading.mark(secret, short, &mut is_secret);
                reading.mark(trimmed, short, &mut is_secret);
                reading.mark(without_zeros(trimmed), short, &mut is_secret);
            }
        }
    }
    is_secret
}

/// A number as a service may repeat it, without leading zeros. Any other text stays as it is.
fn without_zeros(text: &str) -> &str {
    if is_number(text.as_bytes()) { text.trim_start_matches('0') } else { text }
}

fn is_number(text: &[u8]) -> bool {
    text.iter().all(u8::is_ascii_digit)
}

/// The encodings in which a service may repeat a secret.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Coding {
    Plain,
    /// As in a URL or a form (RFC 3986, section 2.1).
    Percent,
    /// As in a JSON string (RFC 8259, section 7).
    Json,
}

impl Coding {
    /// Decodes the character or the byte that a text begins with, and returns what follows it.
    fn decode<'a>(self, text: &'a str, to: &mut Vec<u8>) -> &'a str {
        let mut chars = text.chars();
        let first = chars.next().unwrap_or_default();
        let rest = chars.as_str();
        if (self, first) == (Self::Percent, '%')
            && let Some((byte, rest)) = hexadecimal(rest, 2)
        {
            to.extend(u8::try_from(byte));
            return rest;
        }
        let (c, rest) = match (self, first) {
            (Self::Percent, '+') => (' ', rest),
            (Self::Json, '\\') => unescaped(rest).unwrap_or((first, rest)),
            _ => (first, rest),
        };
        to.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
        rest
    }
}

/// A text, decoded.
struct Reading {
    bytes: Vec<u8>,
    /// For each byte, the position in the text from which it was decoded; at the end, the text's length.
    from: Vec<usize>,
}

impl Reading {
    fn new(text: &str, coding: Coding) -> Self {
        let mut reading = Self { bytes: Vec::with_capacity(text.len()), from: Vec::with_capacity(text.len() + 1) };
        let mut rest = text;
        while !rest.is_empty() {
            let at = text.len() - rest.len();
            rest = coding.decode(rest, &mut reading.bytes);
            reading.from.resize(reading.bytes.len(), at);
        }
        reading.from.push(text.len());
        reading
    }

    /// Marks each occurrence of a secret, if the secret is `short` as asked. A short one is not marked inside of a longer word or number.
    fn mark(&self, secret: &str, short: bool, is_secret: &mut [bool]) {
        if secret.is_empty() || (secret.chars().count() < SHORT) != short {
            return;
        }
        for at in 0..self.bytes.len() {
            let end = at + secret.len();
            if self.bytes[at..].starts_with(secret.as_bytes()) && !(short && self.is_part_of_a_word(at, end, is_secret))
            {
                is_secret[self.from[at]..self.from[end]].fill(true);
            }
        }
    }

    /// Whether a secret is a part of a longer word, or of a longer number. A neighbour that is marked as a secret does not count.
    fn is_part_of_a_word(&self, at: usize, end: usize, is_secret: &[bool]) -> bool {
        let is_number = is_number(&self.bytes[at..end]);
        let joins = |edge: usize, neighbour: Option<usize>| {
            let is_alike = |byte: &u8| if is_number { byte.is_ascii_digit() } else { byte.is_ascii_alphanumeric() };
            let neighbour = neighbour.filter(|at| is_secret.get(self.from[*at]) == Some(&false));
            self.bytes[edge].is_ascii_alphanumeric() && neighbour.is_some_and(|at| is_alike(&self.bytes[at]))
        };
        joins(at, at.checked_sub(1)) || joins(end - 1, Some(end))
    }
}

/// A service's text as it may be printed. Secrets are masked. Characters that would move the cursor, begin a line or change the direction
/// of writing are escaped. A text longer than [`LONGEST_MESSAGE`] is cut.
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
        masked(text, &[Zeroizing::new(secret.to_owned())])
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
            ("密码密码密码", r"\u5BC6\u7801\u5BC6\u7801\u5bc6\u7801", "…"),
            ("https://a/b?c", r"https:\/\/a\/b?c", "…"),
            ("100%25 sure", "100%2525+sure and 100%25 sure", "… and …"),
            ("🔑🔑🔑🔑🔑🔑", r"\ud83d\udd11🔑\ud83d\udd11🔑\ud83d\udd11🔑 \ud83d", r"… \ud83d"),
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
    fn secret_longer_than_what_is_searched_is_masked() {
        let secret = (0..SEARCHED).map(|number| number.to_string()).collect::<Vec<_>>().join("密");
        for encoded in [secret.clone(), secret.replace('密', "%E5%AF%86"), secret.replace('密', r"\u5bc6")] {
            assert_eq!(hidden(&["is ", &encoded, "?"].concat(), &secret), "is …");
        }
    }

    #[test]
    fn a_text_can_be_printed() {
        assert_eq!(hidden("a\nb\u{1b}[2J\u{202e}\u{7f}\t密", "x"), r"a\nb\u{1b}[2J\u{202e}\u{7f}\t密");
        assert_eq!(hidden(&"密".repeat(5000), "x").chars().count(), LONGEST_MESSAGE + 1);
    }
}
