//! The login page: a form for each way to log in.

use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};

use super::forms::{hidden, other_language};
use super::html::Page;
use super::texts::Texts;
use crate::routes;
use crate::state::provider::{App, Interaction};

/// The ways to log in, each a form of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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
                a href=(link(self.method, other_language(self.texts))) { (self.texts.other_language) }
            }
        }
    }
}

fn link(method: Method, lang: &str) -> String {
    format!("?with={}&lang={lang}", method.name())
}
