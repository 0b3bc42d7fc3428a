//! The methods of `Authing`, by the names of the guide, and what each takes.

use std::convert::Infallible;
use std::sync::Arc;

use authing_core::account::{
    AuthedApps, ChangeAvatar, ChangePassword, GetUser, Logout, Profile, Register, RevokeAuthedApp,
    SendResetPasswordEmail, SendVerifyEmail, UnbindEmail, Update, VerifyResetPasswordVerifyCode,
};
use authing_core::flow::{Event, Flow, Step};
use authing_core::login::{Login, LoginByLdap, LoginByPhoneCode, SendSmsCode};
use authing_core::metadata::{Metadata, RemoveMetadata, SetMetadata};
use authing_core::token::CheckLoginStatus;
use authing_core::types::Page;
use authing_core::wechat::{BindPhone, Decrypt, GetPhone, Sealed};
use authing_core::{Error, Operation, RawCall, Timestamp, Token};

use super::arguments::Given;
use super::client::Client;
use crate::flows::{KeepFresh, LoginSilently, Prepare, WithCode};
use crate::tap::{LoginOptions, Tap};

/// A method's flow, whatever it is: its result is JSON.
pub(super) type AnyFlow = Box<dyn Flow<News = Infallible, Output = String>>;

pub(super) fn flow(client: &Client, method: &str, argument: &str) -> Result<AnyFlow, Error> {
    let given = Given::read(argument);
    if let Some(call) = call(client, method, &given)? {
        return Ok(Box::new(call));
    }
    let Client { context, keeper } = client;
    Ok(match method {
        "prepare" => Box::new(Told { flow: Prepare::new(keeper), json: |()| "null".to_owned() }),
        "keepFresh" => Box::new(Told { flow: KeepFresh::new(keeper), json: |never| match never {} }),
        "loginSilently" => {
            let how = login_options(&given);
            Box::new(LoginSilently::new(keeper, make(client, |sealed| how.login(sealed))))
        }
        "loginWithWxapp" => {
            let how = login_options(&given);
            with_code(client, given.tap()?, |sealed| how.login(sealed))?
        }
        "getPhone" => with_code(client, given.tap()?, |sealed| GetPhone { sealed })?,
        "bindPhone" => with_code(client, given.tap()?, |sealed| BindPhone { sealed })?,
        "decrypt" => with_code(client, given.sealed(), |sealed| Decrypt { sealed })?,
        "changeAvatar" => Box::new(ChangeAvatar::chosen_with(context, given.bare_or("_id"), RawCall::new)),
        _ => return Err(Error::argument("method", "is not one of the package's")),
    })
}

/// The methods that are one operation.
fn call(client: &Client, method: &str, given: &Given<'_>) -> Result<Option<RawCall>, Error> {
    let need = |name| given.need(name);
    let context = &client.context;
    Ok(Some(match method {
        "login" => RawCall::new(context, login(given)?),
        "register" => RawCall::new(context, register(given)?),
        "logout" => RawCall::new(context, Logout { user: given.bare_or("_id").into() }),
        "user" => RawCall::new(context, GetUser { id: given.bare_or("id").into() }),
        "update" => RawCall::new(context, update(given)),
        "checkLoginStatus" => {
            let token = Some(given.bare_or("token")).filter(|token| !token.is_empty()).map(Token::from);
            RawCall::new(context, CheckLoginStatus { token })
        }
        "sendResetPasswordEmail" => RawCall::new(context, SendResetPasswordEmail { email: need("email") }),
        "verifyResetPasswordVerifyCode" => RawCall::new(
            context,
            VerifyResetPasswordVerifyCode { email: need("email"), verify_code: need("verifyCode").into() },
        ),
        "changePassword" => RawCall::new(
            context,
            ChangePassword {
                email: need("email"),
                password: need("password").into(),
                verify_code: need("verifyCode").into(),
            },
        ),
        "sendVerifyEmail" => RawCall::new(context, SendVerifyEmail { email: need("email") }),
        "getVerificationCode" => RawCall::new(context, SendSmsCode { phone: given.bare_or("phone").into() }),
        "loginByPhoneCode" => {
            let code = given.some("phoneCode").unwrap_or_else(|| need("verifyCode"));
            RawCall::new(context, LoginByPhoneCode { phone: need("phone").into(), code: code.into() })
        }
        "loginByLDAP" => {
            RawCall::new(context, LoginByLdap { username: need("username"), password: need("password").into() })
        }
        "unbindEmail" => RawCall::new(context, UnbindEmail { user: given.bare_or("user").into() }),
        "getAuthedAppList" => {
            let default = Page::default();
            let (number, size) = (given.number("page"), given.number("count"));
            let page = Page { number: number.unwrap_or(default.number), size: size.unwrap_or(default.size) };
            RawCall::new(context, AuthedApps { user: need("userId").into(), page })
        }
        "revokeAuthedApp" => {
            RawCall::new(context, RevokeAuthedApp { user: need("userId").into(), app: need("appId").into() })
        }
        "metadata" => RawCall::new(context, Metadata { user: given.bare_or("_id").into() }),
        "setMetadata" => {
            // An empty value is one, so that a missing one must not count as empty.
            let value = given.some("value").ok_or_else(|| Error::argument("value", "is missing: give a text"))?;
            RawCall::new(context, SetMetadata { user: need("_id").into(), key: need("key"), value })
        }
        "removeMetadata" => RawCall::new(context, RemoveMetadata { user: need("_id").into(), key: need("key") }),
        _ => return Ok(None),
    }))
}

fn login(given: &Given<'_>) -> Result<Login, Error> {
    let password = given.some("password");
    let secret = password.clone().unwrap_or_default();
    let mut login = match (given.some("email"), given.some("username"), given.some("unionid")) {
        (Some(email), _, _) => Login::email(email, secret),
        (None, Some(username), _) => Login::username(username, secret),
        (None, None, Some(unionid)) => {
            let login = Login::unionid(unionid);
            if let Some(password) = password { login.password(password) } else { login }
        }
        (None, None, None) => {
            return Err(Error::argument("email", "is missing: give an email, a username or a unionid"));
        }
    };
    if let Some(code) = given.some("verifyCode") {
        login = login.verify_code(code);
    }
    if let Some(code) = given.some("MFACode") {
        login = login.mfa_code(code);
    }
    Ok(login)
}

fn register(given: &Given<'_>) -> Result<Register, Error> {
    let secret = given.need("password");
    let username = given.some("username");
    let mut register = match (given.some("email"), given.some("phone"), &username, given.some("unionid")) {
        (Some(email), ..) => Register::email(email, secret),
        (None, Some(phone), ..) => Register::phone(phone, given.need("phoneCode"), secret),
        (None, None, None, Some(unionid)) => Register::unionid(unionid),
        (None, None, Some(username), _) => return Ok(beside(given, Register::with_username(username, secret))),
        (None, None, None, None) => {
            return Err(Error::argument("email", "is missing: give an email, a phone, a username or a unionid"));
        }
    };
    if let Some(username) = username {
        register = register.username(username);
    }
    Ok(beside(given, register))
}

/// What a registration may have besides who it is.
fn beside(given: &Given<'_>, register: Register) -> Register {
    let mut register = register.profile(profile(given));
    if let Some(login) = given.flag("forceLogin") {
        register = register.force_login(login);
    }
    if let Some(code) = given.some("invitationCode") {
        register = register.invitation_code(code);
    }
    if let Some(method) = given.some("registerMethod") {
        register = register.register_method(method);
    }
    register
}

fn update(given: &Given<'_>) -> Update {
    let mut update = Update::of(given.need("_id")).profile(profile(given));
    if let Some(username) = given.some("username") {
        update = update.username(username);
    }
    if let Some(blocked) = given.flag("blocked") {
        update = update.blocked(blocked);
    }
    match (given.some("password"), given.some("oldPassword")) {
        (Some(new), Some(old)) => update.password(new, old),
        (Some(new), None) => update.first_password(new),
        (None, _) => update,
    }
}

fn profile(given: &Given<'_>) -> Profile {
    Profile::from_fields(|name| given.some(name))
}

fn login_options(given: &Given<'_>) -> LoginOptions {
    LoginOptions {
        phone: given.some("phone").filter(|phone| !phone.is_empty()).map(Into::into),
        override_profile: given.flag("overideProfile"),
    }
}

/// Makes a call, once there is a code. Boxed, so that the flows around it are compiled once.
type Make = Box<dyn FnOnce(Sealed) -> RawCall>;

fn make<O: Operation + Send + Sync + 'static>(client: &Client, operation: impl FnOnce(Sealed) -> O + 'static) -> Make {
    let context = Arc::clone(&client.context);
    Box::new(move |sealed| RawCall::new(&context, operation(sealed)))
}

fn with_code<O: Operation + Send + Sync + 'static>(
    client: &Client,
    tap: Tap,
    operation: impl FnOnce(Sealed) -> O + 'static,
) -> Result<AnyFlow, Error> {
    Ok(Box::new(WithCode::new(&client.keeper, tap, make(client, operation))?))
}

/// A flow whose result is told as JSON.
struct Told<F: Flow> {
    flow: F,
    json: fn(F::Output) -> String,
}

impl<F: Flow<News = Infallible>> Flow for Told<F> {
    type News = Infallible;
    type Output = String;

    fn poll(&mut self, now: Timestamp) -> Result<Step<Infallible, String>, Error> {
        Ok(match self.flow.poll(now)?.until_done() {
            Ok(step) => step.widen(),
            Err(output) => Step::Done((self.json)(output)),
        })
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        self.flow.handle(now, event)
    }
}
