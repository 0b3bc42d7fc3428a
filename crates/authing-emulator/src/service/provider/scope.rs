//! Scopes: lists of names, divided by single spaces (RFC 6749, section 3.3).

use super::error::OauthError;

pub(crate) const OPENID: &str = "openid";
/// With it comes a refresh token.
pub(crate) const OFFLINE_ACCESS: &str = "offline_access";
/// The scope of `/oauth`: the whole profile.
pub(crate) const USER: &str = "user";

/// The scopes that mean something here, for the discovery document. Any other is granted as well: it is the application's own.
pub(crate) const KNOWN: [&str; 11] = [
    OPENID,
    "profile",
    "email",
    "phone",
    "address",
    "username",
    "roles",
    "external_id",
    "extended_fields",
    "tenant_id",
    OFFLINE_ACCESS,
];

/// The longest scope, in bytes.
const LONGEST: usize = 1000;

pub(crate) fn has(scope: &str, wanted: &str) -> bool {
    scope.split(' ').any(|name| name == wanted)
}

/// Each name once, in the order given.
pub(crate) fn parse(text: &str) -> Result<String, OauthError> {
    let is_name = |name: &str| name.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'"' && byte != b'\\');
    let mut names: Vec<&str> = Vec::new();
    for name in text.split(' ').filter(|name| !name.is_empty()) {
        if !is_name(name) || text.len() > LONGEST {
            return Err(OauthError::new("invalid_scope", "the scope is malformed or too long"));
        }
        if !names.contains(&name) {
            names.push(name);
        }
    }
    Ok(names.join(" "))
}

/// The scope without some names.
pub(crate) fn without(scope: &str, unwanted: &[&str]) -> String {
    scope.split(' ').filter(|name| !unwanted.contains(name)).collect::<Vec<_>>().join(" ")
}

/// What a refresh asks for must be within what was granted (RFC 6749, section 6).
pub(crate) fn narrowed(granted: &str, asked: Option<&str>) -> Result<String, OauthError> {
    let Some(asked) = asked else { return Ok(granted.to_owned()) };
    let asked = parse(asked)?;
    if asked.split(' ').all(|name| has(granted, name)) {
        Ok(asked)
    } else {
        Err(OauthError::new("invalid_scope", "the scope exceeds the one granted"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scope_is_a_list_of_plain_names() {
        assert_eq!(parse("openid  profile openid").ok().as_deref(), Some("openid profile"));
        assert!(parse("open\"id").is_err() && parse("你好").is_err() && parse(&"a".repeat(2000)).is_err());
        assert_eq!(without("openid offline_access x", &[OFFLINE_ACCESS]), "openid x");
    }

    #[test]
    fn refresh_may_ask_for_less_only() {
        assert_eq!(narrowed("a b", None).ok().as_deref(), Some("a b"));
        assert_eq!(narrowed("a b", Some("b")).ok().as_deref(), Some("b"));
        assert!(narrowed("a b", Some("b c")).is_err());
    }
}
