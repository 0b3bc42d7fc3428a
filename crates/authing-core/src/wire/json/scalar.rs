//! The end of a JSON string and of a JSON number.

use super::read::{Malformed, Reader};

impl Reader<'_> {
    pub(super) fn string(&mut self) -> Result<(), Malformed> {
        let bytes = self.text.as_bytes();
        self.expect(b'"')?;
        loop {
            while let Some(chunk) = bytes[self.at..].first_chunk() {
                let plain = plain(*chunk);
                self.at += plain;
                if plain < chunk.len() {
                    break;
                }
            }
            let next = self.next();
            self.at += 1;
            match next {
                b'"' => return Ok(()),
                b'\\' if self.take(b'u') => {
                    let digits = bytes.get(self.at..self.at + 4).ok_or(Malformed)?;
                    if !digits.iter().all(u8::is_ascii_hexdigit) {
                        return Err(Malformed);
                    }
                }
                b'\\' if matches!(self.next(), b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => self.at += 1,
                b'\\' | ..b' ' => return Err(Malformed),
                _ => {}
            }
        }
    }

    pub(super) fn number(&mut self) -> Result<(), Malformed> {
        self.take(b'-');
        if !self.take(b'0') {
            self.digits()?;
        }
        if self.take(b'.') {
            self.digits()?;
        }
        if self.take(b'e') || self.take(b'E') {
            let _sign = self.take(b'+') || self.take(b'-');
            self.digits()?;
        }
        Ok(())
    }

    fn digits(&mut self) -> Result<(), Malformed> {
        let start = self.at;
        while self.next().is_ascii_digit() {
            self.at += 1;
        }
        if self.at > start { Ok(()) } else { Err(Malformed) }
    }
}

/// How many of eight bytes are before a quote, a backslash or a control character: a text is passed eight bytes at a time.
fn plain(bytes: [u8; 8]) -> usize {
    const ONES: u64 = u64::MAX / 255;
    // The first byte is the lowest.
    let word = u64::from_le_bytes(bytes);
    // The highest bit of a byte is set where the byte is less than `limit`, and perhaps in bytes after such a one.
    let less = |word: u64, limit: u64| word.wrapping_sub(limit * ONES) & !word;
    let found = less(word, 0x20) | less(word ^ (0x22 * ONES), 1) | less(word ^ (0x5c * ONES), 1);
    let at = (found & (0x80 * ONES)).trailing_zeros() / u8::BITS;
    at as usize
}
