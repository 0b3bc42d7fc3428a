//! Base64 (RFC 4648). Each character is computed, not read from a table, so that the time does not depend on the data.

/// The two alphabets that the protocols use.
#[derive(Clone, Copy)]
pub(crate) enum Base64 {
    /// With `+` and `/`, and padding (section 4).
    Standard,
    /// With `-` and `_`, without padding (section 5; RFC 7515, section 2).
    Url,
}

impl Base64 {
    /// The last two characters of the alphabet.
    const fn last(self) -> (i32, i32) {
        match self {
            Self::Standard => (b'+' as i32, b'/' as i32),
            Self::Url => (b'-' as i32, b'_' as i32),
        }
    }

    pub(crate) fn encode(self, bytes: &[u8]) -> String {
        let mut text = Vec::with_capacity(bytes.len().div_ceil(3) * 4);
        for three in bytes.chunks(3) {
            let byte = |at: usize| u32::from(three.get(at).copied().unwrap_or_default());
            let word = byte(0) << 16 | byte(1) << 8 | byte(2);
            let four = [18, 12, 6, 0].map(|shift| self.digit(word >> shift & 63));
            text.extend_from_slice(&four[..=three.len()]);
            if matches!(self, Self::Standard) {
                text.extend_from_slice(&b"=="[three.len() - 1..]);
            }
        }
        // Its characters are ASCII.
        String::from_utf8(text).unwrap_or_default()
    }

    /// The bytes of a text. Left-over bits are zeros, so that no two texts stand for the same bytes.
    pub(crate) fn decode(self, text: &str) -> Option<Vec<u8>> {
        let mut bytes = vec![0; text.len().div_ceil(4) * 3];
        let length = self.decode_into(text, &mut bytes)?.len();
        bytes.truncate(length);
        Some(bytes)
    }

    /// The same, at the beginning of a buffer. A text that is too long for it has no bytes.
    pub(crate) fn decode_into<'a>(self, text: &str, buffer: &'a mut [u8]) -> Option<&'a [u8]> {
        let text = self.without_padding(text)?.as_bytes();
        let buffer = buffer.get_mut(..text.len() * 3 / 4).filter(|_| text.len() % 4 != 1)?;
        let ((fours, rest), (threes, end)) = (text.as_chunks::<4>(), buffer.as_chunks_mut::<3>());
        // Negative where a character is none of the alphabet.
        let mut all = 0;
        for (four, three) in fours.iter().zip(threes) {
            let word = self.word(*four);
            all |= word;
            [_, three[0], three[1], three[2]] = word.to_be_bytes();
        }
        let mut four = [b'A'; 4];
        four[..rest.len()].copy_from_slice(rest);
        let word = self.word(four);
        let [_, bytes @ ..] = word.to_be_bytes();
        let (last, left_over) = bytes.split_at(end.len());
        end.copy_from_slice(last);
        (all | word >= 0 && left_over.iter().all(|byte| *byte == 0)).then_some(buffer)
    }

    fn without_padding(self, text: &str) -> Option<&str> {
        match self {
            Self::Url => Some(text),
            Self::Standard if !text.len().is_multiple_of(4) => None,
            Self::Standard => {
                let text = text.strip_suffix('=').unwrap_or(text);
                Some(text.strip_suffix('=').unwrap_or(text))
            }
        }
    }

    /// The 24 bits of four characters, or a negative number.
    fn word(self, four: [u8; 4]) -> i32 {
        let [first, second, third, fourth] = four.map(|character| self.value(character));
        first << 18 | second << 12 | third << 6 | fourth
    }

    /// The six bits of a character, or -1.
    fn value(self, character: u8) -> i32 {
        let character = i32::from(character);
        // One more than the value, where the character is in the range; else zero.
        let within = |first: i32, last: i32, value: i32| {
            ((first - 1 - character) & (character - last - 1)) >> 8 & (character - first + value + 1)
        };
        let (before, last) = self.last();
        let letters = within('A' as i32, 'Z' as i32, 0) + within('a' as i32, 'z' as i32, 26);
        letters + within('0' as i32, '9' as i32, 52) + within(before, before, 62) + within(last, last, 63) - 1
    }

    /// The character of six bits.
    fn digit(self, bits: u32) -> u8 {
        let bits = bits.cast_signed();
        // What is to be added where the bits are greater.
        let beyond = |greatest: i32, difference: i32| (greatest - bits) >> 8 & difference;
        let (before, last) = self.last();
        let letter = 'A' as i32 + bits + beyond(25, 'a' as i32 - 'Z' as i32 - 1);
        let digit = letter + beyond(51, '0' as i32 - 'z' as i32 - 1);
        let character = digit + beyond(61, before - '9' as i32 - 1) + beyond(62, last - before - 1);
        u8::try_from(character).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use base64ct::{Base64UrlUnpadded, Encoding};
    use proptest::prelude::*;

    use super::*;

    fn agrees<E: Encoding>(ours: Base64, bytes: &[u8], text: &str) {
        assert_eq!(ours.encode(bytes), E::encode_string(bytes));
        for text in [text, &E::encode_string(bytes)] {
            assert_eq!(ours.decode(text), E::decode_vec(text).ok(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn both_alphabets_are_those_of_another_library(
            bytes in prop::collection::vec(any::<u8>(), 0..70),
            text in "[A-Za-z0-9+/_=-]{0,9}[A-Za-z0-9+/é]{0,2}={0,3}",
        ) {
            agrees::<base64ct::Base64>(Base64::Standard, &bytes, &text);
            agrees::<Base64UrlUnpadded>(Base64::Url, &bytes, &text);
        }
    }

    #[test]
    fn every_character_has_the_value_that_another_library_gives_it() {
        for character in 0..=0x7f_u8 {
            let text = format!("{}AAA", char::from(character));
            agrees::<base64ct::Base64>(Base64::Standard, &[character], &text);
            agrees::<Base64UrlUnpadded>(Base64::Url, &[character], &text);
        }
    }

    #[test]
    fn text_longer_than_the_buffer_has_no_bytes() {
        assert_eq!(Base64::Url.decode_into("AAAA", &mut [0; 2]), None);
        assert_eq!(Base64::Url.decode_into("AAAA", &mut [1; 3]), Some(&[0; 3][..]));
    }
}
