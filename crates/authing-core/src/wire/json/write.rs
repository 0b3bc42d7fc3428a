//! A text as a JSON string.

/// Writes a text as a JSON string.
#[doc(hidden)]
pub fn push_text(json: &mut String, text: &str) {
    json.push('"');
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        let escape = match byte {
            b'"' => "\\\"",
            b'\\' => "\\\\",
            b'\n' => "\\n",
            b'\r' => "\\r",
            b'\t' => "\\t",
            0x08 => "\\b",
            0x0c => "\\f",
            ..0x20 => "\\u00",
            _ => continue,
        };
        json.push_str(&text[from..at]);
        json.push_str(escape);
        if escape.len() > 2 {
            json.push(if byte < 0x10 { '0' } else { '1' });
            json.push(hex_digit(byte.into()));
        }
        from = at + 1;
    }
    json.push_str(&text[from..]);
    json.push('"');
}

/// The last hexadecimal digit of a number.
pub(in crate::wire) fn hex_digit(number: u16) -> char {
    char::from(b"0123456789abcdef"[usize::from(number % 16)])
}
