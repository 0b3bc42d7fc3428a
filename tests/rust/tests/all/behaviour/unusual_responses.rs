//! Complete responses of HTTP that are unusual.

use authing_core::InvalidResponseKind::{EmptyBody, NotJson, Shape};
use authing_core::TransportErrorKind::BodyTooLarge;

use crate::behaviour::case::End::{Fine, Transport};
use crate::behaviour::case::{Answer, Ask, LIMIT, invalid_response, play, said, whole};

/// A login that succeeded.
const BOB: &str = r#"{"data":{"login":{"_id":"5e05bbf2d51b3761d5c71070","token":"user.token"}}}"#;

#[test]
fn bodies_that_are_not_json() {
    let not_json = || invalid_response(200, ".", NotJson);
    let empty = |status| invalid_response(status, ".", EmptyBody);
    play(
        Ask::GraphQl,
        [
            ("as it should be", whole(200, BOB), Fine),
            ("created", whole(201, BOB), Fine),
            ("a byte order mark", whole(200, format!("\u{feff}{BOB}")), Fine),
            ("white space around", whole(200, format!(" \r\n{BOB}\n\n")), Fine),
            ("nothing", whole(200, ""), empty(200)),
            ("white space", whole(200, " \n "), empty(200)),
            ("a byte order mark alone", whole(200, "\u{feff}"), empty(200)),
            ("no content", whole(204, ""), empty(204)),
            ("a page", whole(200, "<!doctype html>"), not_json()),
            ("cut JSON", whole(200, &BOB[..20]), not_json()),
            ("two answers", whole(200, format!("{BOB}{BOB}")), not_json()),
            ("bytes that are not UTF-8", whole(200, b"{\"data\":\"\xff\xfe\"}"), not_json()),
            ("UTF-16", whole(200, b"\xff\xfe{\0}\0"), not_json()),
            ("a deep nest", whole(200, "{\"a\":".repeat(LIMIT / 5)), not_json()),
        ],
    );
}

#[test]
fn answers_of_another_type() {
    let shape = |path| invalid_response(200, path, Shape);
    let login = |user| whole(200, format!(r#"{{"data":{{"login":{user}}}}}"#));
    play(
        Ask::GraphQl,
        [
            ("a string", whole(200, r#""ok""#), shape(".")),
            ("an empty object", whole(200, "{}"), shape("data")),
            ("no data", whole(200, r#"{"data":null}"#), shape("data")),
            ("another field", whole(200, r#"{"data":{"user":{}}}"#), shape("data.login")),
            ("null for a user", login("null"), shape("data.login")),
            ("no id", login("{}"), shape("data.login")),
            ("a number for an id", login(r#"{"_id":7}"#), shape("data.login._id")),
            ("a string for a flag", login(r#"{"_id":"5e05","blocked":"no"}"#), shape("data.login.blocked")),
        ],
    );
    play(
        Ask::Rest,
        [
            ("null", whole(200, "null"), shape(".")),
            ("a list for an object", whole(200, r#"{"code":200,"data":7}"#), shape("data")),
            ("a number for a phone", whole(200, r#"{"code":200,"data":{"phoneNumber":7}}"#), shape("data.phoneNumber")),
        ],
    );
    play(Ask::Oauth, [("a number for a token", whole(200, r#"{"access_token":7}"#), shape("access_token"))]);
}

#[test]
fn headers_that_are_odd() {
    let with = |headers| Answer::Whole(200, headers, BOB.into());
    play(
        Ask::GraphQl,
        [
            ("HTML, it says", with(&[("content-type", "text/html; charset=gbk")]), Fine),
            ("the same header twice", with(&[("x-twice", "a"), ("x-twice", "b")]), Fine),
            ("cookies", with(&[("set-cookie", "a=b"), ("set-cookie", "broken")]), Fine),
            ("compressed, it says", with(&[("content-encoding", "gzip")]), Fine),
            ("a target without a redirect", with(&[("location", "http://127.0.0.1:1/")]), Fine),
            ("an empty header", with(&[("x-empty", "")]), Fine),
            ("no reason", said(format!("HTTP/1.1 200\r\n\r\n{BOB}")), Fine),
            ("HTTP/1.0", said(format!("HTTP/1.0 200 OK\r\n\r\n{BOB}")), Fine),
            ("the same length twice", said(twice(BOB)), Fine),
            (
                "a header that is not UTF-8",
                said([b"HTTP/1.1 200 OK\r\nx-odd: \xff\r\n\r\n", BOB.as_bytes()].concat()),
                Fine,
            ),
        ],
    );
}

fn twice(body: &str) -> String {
    let length = format!("content-length: {}\r\n", body.len());
    format!("HTTP/1.1 200 OK\r\n{length}{length}\r\n{body}")
}

#[test]
fn a_body_may_be_as_long_as_the_limit_and_no_longer() {
    let padded = |length| format!("{BOB}{}", " ".repeat(length - BOB.len()));
    // The limit is the transport's: a script has none.
    let counted = |length| said(format!("HTTP/1.1 200 OK\r\ncontent-length: {length}\r\n\r\n{}", padded(length)));
    let uncounted = |length| said(format!("HTTP/1.1 200 OK\r\n\r\n{}", padded(length)));
    let head = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
    let chunked = |length| said(format!("{head}{length:x}\r\n{}\r\n0\r\n\r\n", padded(length)));
    play(
        Ask::GraphQl,
        [
            ("at the limit", counted(LIMIT), Fine),
            ("over the limit", counted(LIMIT + 1), Transport(BodyTooLarge)),
            ("far over the limit", counted(1 << 20), Transport(BodyTooLarge)),
            ("at the limit, without a length", uncounted(LIMIT), Fine),
            ("over the limit, without a length", uncounted(LIMIT + 1), Transport(BodyTooLarge)),
            ("at the limit, in chunks", chunked(LIMIT), Fine),
            ("over the limit, in chunks", chunked(LIMIT + 1), Transport(BodyTooLarge)),
        ],
    );
}
