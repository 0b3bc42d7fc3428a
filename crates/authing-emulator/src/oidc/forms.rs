//! The pages themselves: the ways to log in, consent, the end of a session, errors.

use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

use super::html::Page;
use super::texts::Texts;
use crate::routes;
use crate::service::provider::error::OauthError;
use crate::service::provider::interaction::scopes;
use crate::service::provider::params::Params;
use crate::state::provider::{App, Interaction};
use crate::state::users::User;

/// The ways to log in, each a form of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Method {
    #[default]
    Password,
    Sms,
    Qr,
    Register,
}

impl Method {
    const ALL: [Self; 4] = [Self::Password, Self::Sms, Self::Qr, Self::Register];

    pub(super) fn of(name: Option<&str>) -> Self {
        Self::ALL.into_iter().find(|method| Some(method.name()) == name).unwrap_or_default()
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Sms => "sms",
            Self::Qr => "qr",
            Self::Register => "register",
        }
    }

    const fn title(self, texts: &Texts) -> &'static str {
        match self {
            Self::Password => texts.by_password,
            Self::Sms => texts.by_sms,
            Self::Qr => texts.by_qr,
            Self::Register => texts.register,
        }
    }
}

/// The login page: what it shows besides its form.
pub(super) struct Login<'a> {
    pub(super) texts: &'static Texts,
    pub(super) app: &'a App,
    pub(super) interaction: &'a Interaction,
    pub(super) method: Method,
    /// What was typed as account or phone number.
    pub(super) typed: Option<&'a str>,
    pub(super) notice: Option<&'static str>,
    pub(super) error: Option<&'static str>,
    pub(super) wants_captcha: bool,
    pub(super) wants_otp: bool,
    pub(super) qr: Option<&'a str>,
}

impl Login<'_> {
    pub(super) fn page(&self) -> Response {
        let title = format!("{} {}", self.texts.log_in_to, self.app.display_name());
        let body = html! {
            @if let Some(error) = self.error { p role="alert" { (error) } }
            @if let Some(notice) = self.notice { p role="status" { (notice) } }
            @match self.method {
                Method::Password => (self.password()),
                Method::Sms => (self.sms()),
                Method::Qr => (self.qr()),
                Method::Register => (self.register()),
            }
            (self.links())
        };
        let refresh = (self.method == Method::Qr).then_some(2);
        let status = if self.error.is_some() { StatusCode::BAD_REQUEST } else { StatusCode::OK };
        let leads_to = Some(self.interaction.request.redirect_uri.as_str());
        Page { status, leads_to, refresh, ..Page::new(&title, body) }.render(self.texts)
    }

    fn password(&self) -> Markup {
        let texts = self.texts;
        html! {
            form method="post" {
                (self.hidden())
                label { (texts.account)
                    input name="account" type="text" autocomplete="username" value=[self.typed] required autofocus; }
                label { (texts.password)
                    input name="password" type="password" autocomplete="current-password" required; }
                @if self.wants_otp {
                    label { (texts.otp)
                        input name="otp" inputmode="numeric" autocomplete="one-time-code" required; }
                }
                @if self.wants_captcha {
                    img src=(routes::CONTROL_CAPTCHA_PICTURE) alt=(texts.captcha);
                    label { (texts.captcha) input name="captcha" inputmode="numeric" autocomplete="off" required; }
                }
                button.first type="submit" name="action" value="password" { (texts.log_in) }
            }
        }
    }

    /// One form with two buttons: the code is not there yet when it is asked for.
    fn sms(&self) -> Markup {
        let texts = self.texts;
        html! {
            form method="post" {
                (self.hidden())
                label { (texts.phone)
                    input name="phone" type="tel" autocomplete="tel" value=[self.typed] required autofocus; }
                button type="submit" name="action" value="send" formnovalidate { (texts.send_code) }
                label { (texts.sms_code)
                    input name="code" inputmode="numeric" autocomplete="one-time-code" required; }
                button.first type="submit" name="action" value="sms" { (texts.log_in) }
            }
        }
    }

    fn qr(&self) -> Markup {
        let id = self.qr.unwrap_or_default();
        let picture = routes::CONTROL_QR_PICTURE.replace("{id}", id);
        html! {
            img.qr src=(picture) alt=(id);
            p { (self.texts.scan) }
        }
    }

    fn register(&self) -> Markup {
        let texts = self.texts;
        html! {
            form method="post" {
                (self.hidden())
                label { (texts.new_account)
                    input name="account" type="text" autocomplete="username" value=[self.typed] required autofocus; }
                label { (texts.new_password)
                    input name="password" type="password" autocomplete="new-password" required; }
                button.first type="submit" name="action" value="register" { (texts.register) }
            }
        }
    }

    fn hidden(&self) -> Markup {
        hidden(self.texts, self.interaction)
    }

    fn links(&self) -> Markup {
        let others = Method::ALL.into_iter().filter(|method| *method != self.method);
        html! {
            nav {
                @for method in others { a href=(link(method, self.texts.lang)) { (method.title(self.texts)) } }
                a href=(link(self.method, other(self.texts))) { (self.texts.other_language) }
            }
        }
    }
}

fn link(method: Method, lang: &str) -> String {
    format!("?with={}&lang={lang}", method.name())
}

fn other(texts: &Texts) -> &'static str {
    if texts.is_chinese() { "en-US" } else { "zh-CN" }
}

fn hidden(texts: &Texts, interaction: &Interaction) -> Markup {
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
        nav { a href={ "?lang=" (other(texts)) } { (texts.other_language) } }
    };
    let leads_to = Some(interaction.request.redirect_uri.as_str());
    Page { leads_to, ..Page::new(texts.consent, body) }.render(texts)
}

/// The interaction is over, or another browser's.
pub(super) fn expired(texts: &'static Texts) -> Response {
    let body = html! { p role="alert" { (texts.expired) } };
    Page { status: StatusCode::BAD_REQUEST, ..Page::new(texts.cannot_go_on, body) }.render(texts)
}

/// An error that belongs to no application, or to an address that is not its own: shown here, and sent nowhere.
pub(super) fn error(texts: &'static Texts, error: &OauthError) -> Response {
    let body = html! { p role="alert" { code { (error.code) } ": " (error.description) } };
    Page { status: StatusCode::BAD_REQUEST, ..Page::new(texts.cannot_go_on, body) }.render(texts)
}

/// What the end-session endpoint needs again once the user has said yes.
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
