//! The site's HTML.

use authing_core::oidc::UserInfoClaims;
use axum::response::Html;
use maud::{DOCTYPE, Markup, html};

pub(crate) type Page = Html<String>;

fn page(title: &str, content: &Markup) -> Page {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head { meta charset="utf-8"; title { (title) } }
            body { h1 { (title) } (content) }
        }
    };
    Html(page.into_string())
}

pub(crate) fn home(logged_in: bool) -> Page {
    page(
        "Shop",
        &html! {
            @if logged_in {
                p { a href="/profile" { "Your profile" } }
            } @else {
                p { a #login href="/login" { "Log in" } }
            }
        },
    )
}

pub(crate) fn profile(claims: &UserInfoClaims) -> Page {
    let name = claims.nickname.as_deref().or(claims.name.as_deref()).unwrap_or("user");
    page(
        "Your profile",
        &html! {
            p #hello { "Hello, " (name) }
            p #email { (claims.email.as_deref().unwrap_or_default()) }
            p { a href="/admin" { "For administrators" } }
            form method="post" action="/refresh" { button #refresh { "Refresh the tokens" } }
            form method="post" action="/logout" { button #logout { "Log out" } }
        },
    )
}

pub(crate) fn admin() -> Page {
    page("For administrators", &html! { p #admin { "You have the role." } p { a href="/profile" { "Back" } } })
}

pub(crate) fn failure(text: &str) -> Page {
    page(
        "Sorry",
        &html! { p role="alert" { (text) } p { a #login href="/login" { "Log in" } " · " a href="/" { "Home" } } },
    )
}
