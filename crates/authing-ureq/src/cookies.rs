//! Requests without cookies.
//!
//! If another crate of the program enables ureq's feature `cookies`, ureq adds the cookies of a response to later requests. No setting of
//! ureq prevents it. A transport serves many users, and a cookie belongs to one of them.

/// The beginning of the line that ureq writes.
const COOKIE: &[u8] = b"cookie: ";

/// Removes the lines with cookies from the head of a request, in place. Returns the length of the new head.
pub(crate) fn without_cookies(head: &mut [u8]) -> usize {
    let mut kept = 0;
    let mut start = 0;
    while start < head.len() {
        let end = head[start..].iter().position(|byte| *byte == b'\n').map_or(head.len(), |at| start + at + 1);
        if !head[start..end].starts_with(COOKIE) {
            head.copy_within(start..end, kept);
            kept += end - start;
        }
        start = end;
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_cookies_are_removed_and_no_others() {
        let mut head =
            *b"GET /cookie: HTTP/1.1\r\ncookie: a=1; b=2\r\nx-cookie: c\r\ncookie: d=4\r\nhost: a.cn\r\n\r\n";
        let kept = without_cookies(&mut head);
        assert_eq!(&head[..kept], b"GET /cookie: HTTP/1.1\r\nx-cookie: c\r\nhost: a.cn\r\n\r\n");
        assert_eq!(without_cookies(&mut []), 0);
    }
}
