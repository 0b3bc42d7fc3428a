//! The frame of every page that a user sees here: plain HTML that works without scripts, under a strict policy.

use axum::http::{HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::{DOCTYPE, Markup, html};

use super::texts::Texts;
use crate::routes;
use crate::service::provider::response::AuthorizationResponse;
use crate::state::provider::{RedirectUri, ResponseMode};

const STYLE_TEXT: &str = include_str!("login.css");
const RESPOND_TEXT: &str = include_str!("respond.js");

/// A page, and the policy of its forms.
pub(super) struct Page<'a> {
    pub(super) status: StatusCode,
    pub(super) title: &'a str,
    pub(super) body: Markup,
    /// The application's redirect URI: a browser applies the policy of forms to the redirects that follow them, too.
    pub(super) leads_to: Option<&'a str>,
    /// Ask for the page again after so many seconds.
    pub(super) refresh: Option<u8>,
}

impl<'a> Page<'a> {
    pub(super) fn new(title: &'a str, body: Markup) -> Self {
        Self { status: StatusCode::OK, title, body, leads_to: None, refresh: None }
    }

    pub(super) fn render(self, texts: &Texts) -> Response {
        let markup = html! {
            (DOCTYPE)
            html lang=(texts.lang) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    @if let Some(seconds) = self.refresh { meta http-equiv="refresh" content=(seconds); }
                    title { (self.title) }
                    link rel="stylesheet" href=(routes::LOGIN_STYLE);
                }
                body { main { h1 { (self.title) } (self.body) } footer { "authing-emulator" } }
            }
        };
        let forms = self.leads_to.map(RedirectUri::form_targets).unwrap_or_default();
        let policy = format!(
            "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' {forms}; base-uri 'none'; \
             frame-ancestors 'none'"
        );
        (self.status, security(policy), markup.into_string()).into_response()
    }
}

fn security(policy: String) -> [(HeaderName, String); 6] {
    [
        (header::CONTENT_TYPE, "text/html; charset=utf-8".into()),
        (header::CONTENT_SECURITY_POLICY, policy),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".into()),
        // Not `no-referrer`: with it a browser calls the origin of a form `null`, which is a foreign page's.
        (header::REFERRER_POLICY, "same-origin".into()),
        (header::CACHE_CONTROL, "no-store".into()),
        (header::PRAGMA, "no-cache".into()),
    ]
}

/// The response modes that are pages: `form_post`, sent by a script or by the user's click, and `web_message`, sent by a script.
pub(super) fn respond(response: &AuthorizationResponse) -> Response {
    let uri = &response.redirect_uri;
    let (body, policy) = if response.mode == ResponseMode::WebMessage {
        let target = RedirectUri::policy_source(uri);
        (message(response, &target), format!("frame-ancestors {target}"))
    } else {
        (form(response), format!("form-action {}; frame-ancestors 'none'", RedirectUri::form_targets(uri)))
    };
    let markup = html! {
        (DOCTYPE)
        html {
            head { meta charset="utf-8"; title { "authing-emulator" } script src=(routes::LOGIN_SCRIPT) defer {} }
            body { (body) }
        }
    };
    let policy = format!("default-src 'none'; script-src 'self'; base-uri 'none'; {policy}");
    (security(policy), markup.into_string()).into_response()
}

/// OAuth 2.0 Form Post Response Mode.
fn form(response: &AuthorizationResponse) -> Markup {
    html! {
        form method="post" action=(response.redirect_uri) {
            @for (name, value) in &response.parameters { input type="hidden" name=(name) value=(value); }
            button type="submit" { "→" }
        }
    }
}

/// Posted to the window that opened this one, and only if it shows the application.
fn message(response: &AuthorizationResponse, target: &str) -> Markup {
    html! {
        data data-target=(target) {
            @for (name, value) in &response.parameters { data data-name=(name) value=(value) {} }
        }
    }
}

pub(super) async fn style() -> Response {
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8"), (header::CACHE_CONTROL, "no-store")], STYLE_TEXT)
        .into_response()
}

pub(super) async fn respond_script() -> Response {
    let headers = [(header::CONTENT_TYPE, "text/javascript; charset=utf-8"), (header::CACHE_CONTROL, "no-store")];
    (headers, RESPOND_TEXT).into_response()
}
