//! The other pages: consent, the end of a session, errors; and what all forms share.

use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

use super::html::Page;
use super::texts::Texts;
use crate::service::provider::error::OauthError;
use crate::service::provider::interaction::scopes;
use crate::service::provider::params::Params;
use crate::state::provider::{App, Interaction};
use crate::state::users::User;

/// The language that the link leads to.
pub(super) fn other_language(texts: &Texts) -> &'static str {
    if texts.is_chinese() { "en-US" } else { "zh-CN" }
}

/// What every form of an interaction repeats.
pub(super) fn hidden(texts: &Texts, interaction: &Interaction) -> Markup {
    html! {
        input type="hidden" name="csrf" value=(interaction.csrf);
        input type="hidden" name="lang" value=(texts.lang);
    }
}

pub(super) fn consent(texts: &'static Texts, app: &App, interaction: &Interaction, user: &User) -> Response {
    let names = [&user.email, &user.username, &user.phone];
    let name = names.into_iter().flatten().next().unwrap_or(&user.id);
    let body = html! {
        p { (texts.logged_in_as) " " strong { (name) } }
        p { strong { (app.display_name()) } " " (texts.wants) }
        ul {
            @for scope in scopes(&interaction.request) { li { (texts.scope(scope).unwrap_or(scope)) } }
        }
        form method="post" {
            (hidden(texts, interaction))
            button.first type="submit" name="action" value="allow" { (texts.allow) }
            button type="submit" name="action" value="deny" { (texts.deny) }
            button type="submit" name="action" value="switch" { (texts.another_account) }
        }
        nav { a href={ "?lang=" (other_language(texts)) } { (texts.other_language) } }
    };
    let leads_to = Some(interaction.request.redirect_uri.as_str());
    Page { leads_to, ..Page::new(texts.consent, body) }.render(texts)
}

/// The page for an interaction that has ended or belongs to another browser.
pub(super) fn expired(texts: &'static Texts) -> Response {
    let body = html! { p role="alert" { (texts.expired) } };
    Page { status: StatusCode::BAD_REQUEST, ..Page::new(texts.cannot_go_on, body) }.render(texts)
}

/// An error of a request whose application or redirect URI is not known. It is shown, and no redirect follows.
pub(super) fn error(texts: &'static Texts, error: &OauthError) -> Response {
    let body = html! { p role="alert" { code { (error.code) } ": " (error.description) } };
    Page { status: StatusCode::BAD_REQUEST, ..Page::new(texts.cannot_go_on, body) }.render(texts)
}

/// The parameters that the end-session endpoint needs again after the user's confirmation.
const LOGOUT_PARAMETERS: [&str; 5] = ["id_token_hint", "client_id", "post_logout_redirect_uri", "state", "ui_locales"];

pub(super) fn confirm_logout(texts: &'static Texts, proof: &str, params: &Params) -> Response {
    let body = html! {
        p { (texts.log_out_question) }
        form method="post" {
            input type="hidden" name="confirm" value=(proof);
            @for name in LOGOUT_PARAMETERS {
                @if let Some(value) = params.get(name) { input type="hidden" name=(name) value=(value); }
            }
            button.first type="submit" { (texts.log_out) }
        }
    };
    let leads_to = params.get("id_token_hint").and(params.get("post_logout_redirect_uri"));
    Page { leads_to, ..Page::new(texts.log_out, body) }.render(texts)
}

pub(super) fn logged_out(texts: &'static Texts) -> Response {
    Page::new(texts.logged_out, html! {}).render(texts)
}
