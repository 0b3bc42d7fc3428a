//! The deliberate differences from the recorded traffic of today's service.

use std::fmt::Write as _;

use super::recordings;

/// A reason, the differences that it explains (as they begin), and the recorded calls that have them. `docs/architecture.md` has
/// the same table.
struct Reason(&'static str, &'static [&'static str], &'static [&'static str]);

const DELIBERATE: &[Reason] = &[
    Reason(
        "Every login has PKCE with S256. The Node client documents it and drops it.",
        &["code_challenge: sent \"…\", recorded null", "code_challenge_method: sent \"S256\", recorded null"],
        &[
            "node oidc.buildAuthorizeUrl",
            "node oidc.buildAuthorizeUrl#defaults",
            "node oidc.buildAuthorizeUrl#forced+tenant",
            "node oidc.buildAuthorizeUrl#pkce-is-dropped",
        ],
    ),
    Reason(
        "A refresh token needs the user's consent, which the Web client does not ask for.",
        &["prompt: sent \"consent\", recorded null"],
        &["web loginWithRedirect"],
    ),
    Reason(
        "The response mode is sent, as by the Node and Web clients.",
        &["response_mode: sent \"query\", recorded null"],
        &["python build_authorize_url"],
    ),
    Reason(
        "Every request names the application, as the Node client's do.",
        &["x-authing-app-id: sent \"app-1\", recorded null"],
        &[
            "web handleRedirectCallback#attacker-key-other-iss-aud",
            "web getLoginState#introspect",
            "python get_access_token_by_code",
            "python get_access_token_by_code#none",
            "python get_new_access_token_by_refresh_token",
            "python introspect_token",
            "python revoke_token",
            "python get_user_info_by_access_token",
            "miniapp logout",
        ],
    ),
    Reason(
        "A public application names itself in the form (RFC 6749, section 3.2.1), and sends no empty redirect URL.",
        &["client_id: sent \"app-1\", recorded null", "redirect_uri: sent null, recorded \"\""],
        &["web refreshToken", "web refreshToken#refused", "miniapp refreshToken"],
    ),
    Reason(
        "An access token is sent in a header: URLs are logged (RFC 6750, section 5.3).",
        &["query: sent {}, recorded {\"access_token\":\"AT\"}", "authorization: sent \"Bearer AT\", recorded null"],
        &["node oidc.getUserInfoByAccessToken"],
    ),
    Reason(
        "The same, instead of a form.",
        &[
            "method: sent \"GET\", recorded \"POST\"",
            "authorization: sent \"Bearer AT\", recorded null",
            "content-type: sent null, recorded \"application/x-www-form-urlencoded\"",
            "access_token: sent null, recorded \"AT\"",
        ],
        &["node oidc.getUserInfoByAccessToken#body"],
    ),
    Reason(
        "User info is read with GET: it changes nothing.",
        &["method: sent \"GET\", recorded \"POST\""],
        &["python get_user_info_by_access_token"],
    ),
    Reason(
        "A request about a token carries this token, and never another user's.",
        &["authorization: sent \"Bearer AT-of-somebody-else\", recorded \"AT-of-the-user\""],
        &["node oidc.getUserInfoByAccessToken#header-overridden-by-held-token"],
    ),
    Reason(
        "The application authenticates itself, whether or not a user's token is held.",
        &["authorization: sent \"Basic YXBwLTE6YXBwLXNlY3JldC0x\", recorded \"AT-of-the-user\""],
        &["node oidc.introspectToken#basic-lost-when-token-held"],
    ),
];

/// The differences that are not deliberate. That a listed one is not there is one of them.
pub(super) fn unexpected(part: &str, name: &str, mut found: Vec<String>) -> Vec<String> {
    let call = format!("{part} {name}");
    let mut unexpected = Vec::new();
    for Reason(_, differences, _) in DELIBERATE.iter().filter(|Reason(_, _, calls)| calls.contains(&call.as_str())) {
        for difference in *differences {
            match found.iter().position(|found| found == difference) {
                Some(at) => drop(found.remove(at)),
                None => unexpected.push(format!("{call}: is listed, and does not differ: {difference}")),
            }
        }
    }
    unexpected.extend(found.into_iter().map(|difference| format!("{call}: {difference}")));
    unexpected
}

#[test]
fn listed_calls_are_recorded() {
    for call in DELIBERATE.iter().flat_map(|Reason(_, _, calls)| *calls) {
        let (part, name) = call.split_once(' ').unwrap();
        assert!(recordings()[part][name].is_object(), "{call}");
    }
}

#[test]
fn architecture_lists_the_deliberate_differences() {
    let mut table = "| recorded call of today's service | reason |\n|---|---|\n".to_owned();
    for Reason(reason, _, calls) in DELIBERATE {
        let calls: Vec<_> = calls.iter().map(|call| format!("`{call}`")).collect();
        writeln!(table, "| {} | {reason} |", calls.join(", ")).unwrap();
    }
    let document = include_str!("../../../../../docs/architecture.md");
    assert!(document.contains(&table), "docs/architecture.md should hold:\n{table}");
}
