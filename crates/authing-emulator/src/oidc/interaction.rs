//! The handlers of the login page: show it, and take its forms.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::extract::{ConnectInfo, Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use super::cookies::{BROWSER, SESSION};
use super::headers::cookie;
use super::login_page::{Login, Method};
use super::request::{Form, Query};
use super::texts::{self, Texts};
use super::{forms, reply};
use crate::crypto::hash;
use crate::errors::{ErrorResponse, MFA_NEEDED, MFA_WRONG};
use crate::routes;
use crate::service::captcha;
use crate::service::provider::apps;
use crate::service::provider::interaction::{self, Handle, Step};
use crate::service::provider::login::{self, PasswordForm, QrProgress};
use crate::service::provider::params::Params;
use crate::state::provider::{App, Interaction};
use crate::world::World;

/// One request to the page, with its interaction.
struct Visit<'a> {
    world: &'a World,
    handle: Handle<'a>,
    interaction: Interaction,
    app: App,
    texts: &'static Texts,
    session: Option<&'a str>,
    ip: IpAddr,
}

pub(super) async fn show(
    State(world): State<Arc<World>>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    Path(id): Path<String>,
    headers: HeaderMap,
    Query(query): Query,
) -> Response {
    match Visit::new(&world, &id, &headers, &query, peer.ip()) {
        Ok(visit) => visit.show(&query),
        Err(expired) => expired,
    }
}

pub(super) async fn submit(
    State(world): State<Arc<World>>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    Path(id): Path<String>,
    headers: HeaderMap,
    Form(form): Form,
) -> Response {
    match Visit::new(&world, &id, &headers, &form, peer.ip()) {
        Ok(visit) if visit.is_own_form(&form) => visit.submit(&form),
        Ok(visit) => forms::expired(visit.texts),
        Err(expired) => expired,
    }
}

impl<'a> Visit<'a> {
    /// Only the browser that began the interaction may see it and go on with it.
    #[expect(clippy::result_large_err, reason = "the error is the response")]
    fn new(
        world: &'a World,
        id: &'a str,
        headers: &'a HeaderMap,
        params: &Params,
        ip: IpAddr,
    ) -> Result<Self, Response> {
        let handle = Handle { id, browser: cookie(headers, BROWSER).unwrap_or_default() };
        let interaction = interaction::find(world, handle);
        let wanted = interaction.as_ref().and_then(|interaction| interaction.request.ui_locales.as_deref());
        let texts = texts::of_request(headers, params.get("lang").or(wanted));
        let interaction = interaction.ok_or_else(|| forms::expired(texts))?;
        let app = apps::find(world, &interaction.request.app_id).ok_or_else(|| forms::expired(texts))?;
        Ok(Self { world, handle, interaction, app, texts, session: cookie(headers, SESSION), ip })
    }

    fn is_own_form(&self, form: &Params) -> bool {
        form.get("csrf").is_some_and(|csrf| hash::equal_secrets(csrf, &self.interaction.csrf))
    }

    fn show(&self, query: &Params) -> Response {
        match interaction::step(self.world, &self.interaction) {
            Step::Consent(user) => forms::consent(self.texts, &self.app, &self.interaction, &user),
            Step::Finish(_) => self.go_on(),
            Step::LogIn => match Method::of(query.get("with")) {
                Method::Qr => self.show_qr(),
                method => self.page(method).page(),
            },
        }
    }

    /// The page asks again every other second; a confirmed code logs in.
    fn show_qr(&self) -> Response {
        match login::by_qr(self.world, self.handle, self.interaction.qr.as_deref(), self.ip) {
            Ok(QrProgress::Confirmed(user_id)) => self.log_in(&user_id),
            Ok(QrProgress::Waiting(id)) => Login { qr: Some(&id), ..self.page(Method::Qr) }.page(),
            Err(why) => self.failed(Method::Password, None, &why),
        }
    }

    fn page(&self, method: Method) -> Login<'_> {
        Login {
            texts: self.texts,
            app: &self.app,
            interaction: &self.interaction,
            method,
            typed: self.interaction.request.login_hint.as_deref(),
            notice: None,
            error: None,
            wants_captcha: method == Method::Password && captcha::text(self.world, self.ip).is_some(),
            wants_otp: false,
            qr: None,
        }
    }

    fn submit(&self, form: &Params) -> Response {
        let text = |name: &str| form.get(name).unwrap_or_default();
        match text("action") {
            "password" => self.by_password(form),
            "send" => self.send_code(text("phone")),
            "sms" => self.attempt(Method::Sms, text("phone"), |visit| {
                login::by_sms_code(visit.world, text("phone"), text("code"), visit.ip)
            }),
            "register" => self.attempt(Method::Register, text("account"), |visit| {
                login::register(visit.world, text("account"), text("password"), visit.ip)
            }),
            decision => self.decide(decision),
        }
    }

    fn by_password(&self, form: &Params) -> Response {
        let account = form.get("account").unwrap_or_default();
        let proof = PasswordForm {
            account,
            password: form.get("password").unwrap_or_default(),
            otp: form.get("otp"),
            captcha: form.get("captcha"),
        };
        self.attempt(Method::Password, account, |visit| login::by_password(visit.world, &proof, visit.ip))
    }

    fn send_code(&self, phone: &str) -> Response {
        match login::send_sms_code(self.world, phone) {
            Ok(()) => Login { typed: Some(phone), notice: Some(self.texts.code_sent), ..self.page(Method::Sms) }.page(),
            Err(why) => self.failed(Method::Sms, Some(phone), &why),
        }
    }

    fn attempt(
        &self,
        method: Method,
        typed: &str,
        prove: impl FnOnce(&Self) -> Result<String, ErrorResponse>,
    ) -> Response {
        match prove(self) {
            Ok(user_id) => self.log_in(&user_id),
            Err(why) => self.failed(method, Some(typed), &why),
        }
    }

    fn failed(&self, method: Method, typed: Option<&str>, why: &ErrorResponse) -> Response {
        let wants_otp = [MFA_NEEDED, MFA_WRONG].iter().any(|reason| texts::is_same(reason, why));
        Login { typed, error: Some(self.texts.reason(why)), wants_otp, ..self.page(method) }.page()
    }

    fn log_in(&self, user_id: &str) -> Response {
        match interaction::log_in(self.world, self.handle, user_id, self.session) {
            Some(cookie) => reply::with_session(&cookie, self.go_on()),
            None => forms::expired(self.texts),
        }
    }

    /// On to consent, or back to the application.
    fn go_on(&self) -> Response {
        let Some(interaction) = interaction::find(self.world, self.handle) else { return forms::expired(self.texts) };
        match interaction::step(self.world, &interaction) {
            Step::Finish(session) => {
                let response = interaction::finish(self.world, self.handle, &interaction.request, &session);
                reply::respond(&response, StatusCode::SEE_OTHER)
            }
            Step::Consent(_) | Step::LogIn => self.again(),
        }
    }

    fn again(&self) -> Response {
        let path = routes::INTERACTION.replace("{id}", self.handle.id);
        reply::redirect(StatusCode::SEE_OTHER, format!("{path}?lang={}", self.texts.lang))
    }

    /// Takes the user's decision on the consent page.
    fn decide(&self, decision: &str) -> Response {
        let Step::Consent(_) = interaction::step(self.world, &self.interaction) else { return self.again() };
        let request = &self.interaction.request;
        match decision {
            "allow" => match interaction::consent(self.world, self.handle, &self.interaction) {
                Some(response) => reply::respond(&response, StatusCode::SEE_OTHER),
                None => forms::expired(self.texts),
            },
            "deny" => reply::respond(&interaction::deny(self.world, self.handle, request), StatusCode::SEE_OTHER),
            "switch" => {
                interaction::switch(self.world, self.handle);
                self.again()
            }
            _ => self.again(),
        }
    }
}
