//! The part of a request's URL that may be shown.

use axum::http::Uri;

/// Stands for a value.
const HIDDEN: &str = "…";
/// The longest word of a path that is taken for a word.
const LONGEST_WORD: usize = 32;

/// The path and the query without values: of a known route its template, of any other path its plain words, and of the query the names.
pub(super) fn path(route: Option<&str>, uri: &Uri) -> String {
    let path = route.map_or_else(|| words_of(uri.path()), str::to_owned);
    match uri.query() {
        Some(query) => format!("{path}?{}", names_of(query)),
        None => path,
    }
}

fn words_of(path: &str) -> String {
    let shown: Vec<&str> = path.split('/').map(|segment| if is_word(segment) { segment } else { HIDDEN }).collect();
    shown.join("/")
}

fn names_of(query: &str) -> String {
    let pairs = query.split('&').map(|pair| match pair.split_once('=') {
        Some((name, _)) if is_word(name) => format!("{name}={HIDDEN}"),
        // Without a `=` it may be a value as well as a name.
        _ => HIDDEN.into(),
    });
    pairs.collect::<Vec<_>>().join("&")
}

/// Letters, `_` and `-`: no number, address, token or id is made of these alone, except by chance and when short.
fn is_word(text: &str) -> bool {
    text.len() <= LONGEST_WORD && text.bytes().all(|byte| byte.is_ascii_alphabetic() || b"_-".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(route: Option<&str>, uri: &str) -> String {
        path(route, &uri.parse().expect("an address"))
    }

    #[test]
    fn a_known_route_shows_its_template() {
        let sms = Some("/send_smscode/{phone}/{pool}");
        assert_eq!(shown(sms, "/send_smscode/17670416754/5e05bbf2d51b3761d5c71070"), "/send_smscode/{phone}/{pool}");
        assert_eq!(shown(Some("/graphql"), "/graphql"), "/graphql");
    }

    #[test]
    fn a_query_shows_names_and_no_values() {
        let verify = Some("/authing/token");
        assert_eq!(shown(verify, "/authing/token?access_token=eyJhbGciOi.eyJk.c2ln"), "/authing/token?access_token=…");
        assert_eq!(shown(verify, "/authing/token?a=b=c&useSelfWxapp=true"), "/authing/token?a=…&useSelfWxapp=…");
        assert_eq!(shown(verify, "/authing/token?17670416754"), "/authing/token?…");
        assert_eq!(shown(verify, "/authing/token?17670416754=x"), "/authing/token?…");
        assert_eq!(shown(verify, "/authing/token?"), "/authing/token?…");
    }

    #[test]
    fn an_unknown_path_shows_its_words() {
        assert_eq!(shown(None, "/send_sms/17670416754"), "/send_sms/…");
        assert_eq!(shown(None, "/user/a@b.com/edit"), "/user/…/edit");
        assert_eq!(shown(None, "/t/eyJhbGciOi.eyJk.c2ln"), "/t/…");
        assert_eq!(shown(None, &format!("/{}", "a".repeat(33))), "/…");
        assert_eq!(shown(None, "/%31%37%36"), "/…");
        assert_eq!(shown(None, "/"), "/");
    }
}
