//! The deliberate differences from the recorded traffic: requests that carry no token where the published client sent one.

use std::fmt::Write as _;

/// Each reason, and the recorded calls that differ for it. `docs/architecture.md` has the same table.
const DELIBERATE: &[(&str, &[&str])] = &[
    (
        "A login carries no token: the response replaces the user who was logged in, and another user's token must not \
         authorize it.",
        &[
            "web login",
            "web loginByPhoneCode",
            "web loginByPhonePassword",
            "web loginByLDAP",
            "web loginByAd",
            "web signIn",
            "web register",
            "wxapp register",
            "wxapp loginByPhoneCode",
        ],
    ),
    (
        "The arguments are the credentials: the token of the user who is logged in adds nothing.",
        &[
            "web refreshSignInToken",
            "web decodeToken",
            "web verifyResetPasswordVerifyCode",
            "web changePassword",
            "wxapp verifyResetPasswordVerifyCode",
            "wxapp changePassword",
        ],
    ),
    (
        "The operation is public: it is made before a login, and an expired token must not stop it.",
        &[
            "web sendResetPasswordEmail",
            "web readOAuthList",
            "web getUserPoolSettings",
            "web adConnectorByProvider",
            "wxapp sendResetPasswordEmail",
        ],
    ),
];

/// The only way in which these calls differ.
const NO_TOKEN: &str = r#"authorization: sent null, recorded "Bearer USER_TOKEN""#;

/// The differences that are not deliberate. That a listed call does not differ is one of them.
pub(super) fn unexpected(call: &str, found: Vec<String>) -> Vec<String> {
    let is_listed = DELIBERATE.iter().any(|(_, calls)| calls.contains(&call));
    match is_listed {
        true if found == [NO_TOKEN] => Vec::new(),
        true => vec![format!("is listed as a deliberate difference, and differs in {found:?}")],
        false => found,
    }
}

#[test]
fn architecture_lists_the_deliberate_differences() {
    let mut table = "| recorded call | reason |\n|---|---|\n".to_owned();
    for (reason, calls) in DELIBERATE {
        let calls: Vec<_> = calls.iter().map(|call| format!("`{call}`")).collect();
        writeln!(table, "| {} | {reason} |", calls.join(", ")).unwrap();
    }
    let document = include_str!("../../../../../docs/architecture.md");
    assert!(document.contains(&table), "docs/architecture.md should hold:\n{table}");
}
