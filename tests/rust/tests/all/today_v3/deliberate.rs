//! The deliberate differences from the recorded traffic of the REST API.

use std::collections::BTreeSet;
use std::fmt::Write as _;

/// A reason, the differences that it explains, as they begin, and the parts that have them. `docs/architecture.md` has the same
/// table.
struct Reason(&'static str, &'static [&'static str], &'static [&'static str]);

const DELIBERATE: &[Reason] = &[
    Reason(
        "A user's token is sent with its scheme, `Bearer` (RFC 6750, section 2.1), as the Web client does.",
        &[
            "authorization: sent \"Bearer AT-of-the-user\", recorded \"AT-of-the-user\"",
            "authorization: sent \"Bearer <jwt>\", recorded \"<jwt>\"",
            "authorization: sent \"Bearer AT\", recorded \"AT\"",
        ],
        &["node", "miniapp", "python"],
    ),
    Reason(
        "A call that needs no user carries no user's token: the Node client sends the one that it holds.",
        &["authorization: sent null, recorded \"AT-of-the-user\""],
        &["node"],
    ),
    Reason(
        "Every request names the application, and the pool if it is configured: the mini-program client sends one or the other.",
        &["x-authing-app-id: sent \"app-1\", recorded null", "x-authing-userpool-id: sent \"pool-1\", recorded null"],
        &["miniapp", "web", "management"],
    ),
    Reason(
        "The administrator's requests carry a token, as those of the Python, Go and Java clients: the Node client signs them.",
        &["authorization: sent \"Bearer e30.", "x-authing-lang: sent \"zh-CN\", recorded null"],
        &["management", "python"],
    ),
    Reason(
        "A request without a body has no `content-type`: the Node client of the management sends one with every request.",
        &["content-type: sent null, recorded \"application/json\""],
        &["management"],
    ),
    Reason(
        "A user is always named with the kind of the name: the Python client leaves out the default.",
        &[
            "query.userIdType: sent \"user_id\", recorded null",
            "body.options: sent {\"userIdType\":\"user_id\"}, recorded null",
        ],
        &["python"],
    ),
    Reason(
        "An argument without a value is left out: the mini-program client sends empty texts.",
        &[
            "body.wechatMiniProgramCodePayload.encryptedData: sent null, recorded \"\"",
            "body.wechatMiniProgramCodePayload.iv: sent null, recorded \"\"",
            "body.wechatMiniProgramCodeAndPhonePayload.wxLoginInfo.encryptedData: sent null, recorded \"\"",
            "body.wechatMiniProgramCodeAndPhonePayload.wxLoginInfo.iv: sent null, recorded \"\"",
        ],
        &["miniapp"],
    ),
    Reason(
        "A password that is not encrypted is not labelled as encrypted.",
        &[
            "body.options.passwordEncryptType: sent null, recorded",
            "body.passwordEncryptType: sent null, recorded",
            "body.passwordPayload.passwordEncryptType: sent null, recorded \"sm2\"",
        ],
        &["node", "management"],
    ),
    Reason(
        "All passwords of a request are encrypted, or none.",
        &[
            "body.oldPassword: sent \"enc(old12345)\", recorded \"old12345\"",
            "body.passwordPayload.password: sent \"enc(pw123456)\", recorded \"pw123456\"",
        ],
        &["miniapp"],
    ),
    Reason(
        "A boolean is `true` or `false`, and a field can be cleared: the Python client writes `True`, and drops empty values.",
        &["query.withCustomData: sent \"true\", recorded \"True\"", "body.nickname: sent \"\", recorded null"],
        &["python"],
    ),
    Reason(
        "An application with `client_secret_basic` authenticates itself at a sign-in: the Python client sends no secret there.",
        &["authorization: sent \"Basic YXBwLTE6YXBwLXNlY3JldC0x\", recorded null"],
        &["python"],
    ),
    Reason(
        "Departments are a list of ids, as documented: the recorded argument is invented.",
        &["body.departmentIds: sent [\"d1\"], recorded [[\"d1\"]]"],
        &["management"],
    ),
];

/// The recorded calls that hold the payloads of every kind at once, which no caller sends.
pub(super) const MADE_UP: [(&str, &str); 4] = [
    ("node", "signUp"),
    ("node", "signInByCredentials"),
    ("node", "signInByMobile"),
    ("node", "verifyDeleteAccountRequest"),
];

/// The differences that are not deliberate; the deliberate ones go to `used`.
pub(super) fn unexpected(part: &str, name: &str, found: Vec<String>, used: &mut BTreeSet<&str>) -> Vec<String> {
    let mut unexpected = Vec::new();
    for difference in found {
        let explains = |Reason(_, beginnings, parts): &&Reason| {
            parts.contains(&part) && beginnings.iter().any(|beginning| difference.starts_with(beginning))
        };
        match DELIBERATE.iter().find(explains) {
            Some(Reason(reason, ..)) => drop(used.insert(reason)),
            None => unexpected.push(format!("{part} {name}: {difference}")),
        }
    }
    unexpected
}

/// Every reason explains a difference.
pub(super) fn assert_all_used(used: &BTreeSet<&str>) {
    for Reason(reason, ..) in DELIBERATE {
        assert!(used.contains(reason), "nothing differs because: {reason}");
    }
}

#[test]
fn architecture_lists_the_deliberate_differences() {
    let mut table = "| clients | reason for the difference |\n|---|---|\n".to_owned();
    for Reason(reason, _, parts) in DELIBERATE {
        writeln!(table, "| {} | {reason} |", parts.join(", ")).unwrap();
    }
    let document = include_str!("../../../../../docs/architecture.md");
    assert!(document.contains(&table), "docs/architecture.md should hold:\n{table}");
}
