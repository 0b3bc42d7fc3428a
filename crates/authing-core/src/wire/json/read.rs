//! The end of a JSON value, and the members of an object or a list.

/// How deep objects and lists may stand in each other, as in `serde_json`.
const MAX_DEPTH: u32 = 127;

/// The text is not JSON (RFC 8259), or another kind of value.
#[derive(Debug)]
pub(in crate::wire) struct Malformed;

/// Calls `found` with the name and the value of each field of an object (`{`), or with nothing and each element of a list (`[`).
pub(in crate::wire) fn entries<'a>(
    json: &'a str,
    begin: char,
    mut found: impl FnMut(&'a str, &'a str),
) -> Result<(), Malformed> {
    let mut reader = Reader { text: json, at: 0 };
    if reader.peek() != begin as u8 {
        return Err(Malformed);
    }
    reader.entries(1, &mut found)?;
    reader.end()
}

/// Whether a text is one value of any kind.
pub(in crate::wire) fn is_json(json: &str) -> bool {
    let mut reader = Reader { text: json, at: 0 };
    reader.value(0).and_then(|_| reader.end()).is_ok()
}

pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
}

impl<'a> Reader<'a> {
    /// The next byte, after blanks; at the end a zero, which JSON has nowhere.
    fn peek(&mut self) -> u8 {
        while matches!(self.next(), b' ' | b'\t' | b'\n' | b'\r') {
            self.at += 1;
        }
        self.next()
    }

    pub(super) fn next(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or_default()
    }

    pub(super) fn take(&mut self, expected: u8) -> bool {
        let is_next = self.next() == expected;
        self.at += usize::from(is_next);
        is_next
    }

    pub(super) fn expect(&mut self, expected: u8) -> Result<(), Malformed> {
        self.peek();
        if self.take(expected) { Ok(()) } else { Err(Malformed) }
    }

    fn end(&mut self) -> Result<(), Malformed> {
        self.peek();
        if self.at == self.text.len() { Ok(()) } else { Err(Malformed) }
    }

    fn value(&mut self, depth: u32) -> Result<&'a str, Malformed> {
        let next = self.peek();
        let start = self.at;
        match next {
            b'{' | b'[' if depth < MAX_DEPTH => self.entries(depth + 1, &mut |_, _| {})?,
            b'"' => self.string()?,
            b'-' | b'0'..=b'9' => self.number()?,
            _ => {
                let mut words = ["true", "false", "null"].into_iter();
                let word = words.find(|word| self.text[start..].starts_with(word)).ok_or(Malformed)?;
                self.at += word.len();
            }
        }
        Ok(&self.text[start..self.at])
    }

    fn entries(&mut self, depth: u32, found: &mut dyn FnMut(&'a str, &'a str)) -> Result<(), Malformed> {
        let is_object = self.take(b'{');
        self.at += usize::from(!is_object);
        let end = if is_object { b'}' } else { b']' };
        if self.peek() != end {
            loop {
                let mut name = "";
                if is_object {
                    self.peek();
                    let start = self.at;
                    self.string()?;
                    name = &self.text[start..self.at];
                    self.expect(b':')?;
                }
                found(name, self.value(depth)?);
                if self.peek() != b',' {
                    break;
                }
                self.at += 1;
            }
        }
        self.expect(end)
    }
}
