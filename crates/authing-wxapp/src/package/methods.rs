//! The methods of `Authing`, by the names of the guide, and their arguments.

use std::convert::Infallible;
use std::ops::ControlFlow::Break;
use std::sync::Arc;

use authing_core::account::{
    ChangeAvatar, ChangePassword, GetUser, ListAuthorizedApps, Logout, Register, RevokeAuthedApp,
    SendResetPasswordEmail, SendVerifyEmail, UnbindEmail, Update, VerifyResetPasswordVerifyCode,
};
use authing_core::flow::{BoxOperation, Event, Flow, Progress, ready};
use authing_core::login::{Login, LoginByLdap, LoginByPhoneCode, SendSmsCode};
use authing_core::metadata::{GetMetadata, RemoveMetadata, SetMetadata};
use authing_core::token::CheckLoginStatus;
use authing_core::types::Page;
use authing_core::wechat::{BindPhone, Decrypt, EncryptedData, GetPhone};
use authing_core::{Error, RawCall, Timestamp, Token};

use super::arguments::MethodArguments;
use super::client::PackageClient;
use crate::button_event::LoginOptions;
use crate::flows::{AutoRefresh, Prepare, WithCode};

/// The flow of a method. Its result is JSON.
pub(super) type BoxFlow = Box<dyn Flow<Notification = Infallible, Output = String>>;

pub(super) fn flow(client: &PackageClient, method: &str, argument: &str) -> Result<BoxFlow, Error> {
    let given = MethodArguments::read(argument);
    if let Some(operation) = operation(method, &given)? {
        return Ok(Box::new(client.call(operation)));
    }
    let cache = &client.cache;
    if let Some(operation) = operation_with_data(method) {
        let make = make(client, login_options(&given), operation);
        return Ok(Box::new(match method {
            "loginSilently" => WithCode::without_tap(cache, make),
            "decrypt" => WithCode::new(cache, given.encrypted_data(), make)?,
            _ => WithCode::new(cache, given.tap()?, make)?,
        }));
    }
    Ok(match method {
        "prepare" => Box::new(JsonOutput { flow: Prepare::new(cache), json: |()| "null".to_owned() }),
        "autoRefresh" => Box::new(JsonOutput { flow: AutoRefresh::new(cache), json: |never| match never {} }),
        "changeAvatar" => {
            Box::new(ChangeAvatar::from_host_with(&client.visitor, given.value_or_field("_id"), |context, update| {
                RawCall::new(context, update)
            }))
        }
        _ => return Err(Error::invalid_argument("method", "is not one of the package's")),
    })
}

/// The methods that are one operation.
fn operation(method: &str, given: &MethodArguments<'_>) -> Result<Option<BoxOperation>, Error> {
    let need = |name| given.required(name);
    Ok(Some(match method {
        "login" => login(given)?.into(),
        "register" => Register::from_texts(&|name| given.optional(name))?.into(),
        "logout" => logout(&given.value_or_field("_id")).into(),
        "user" => GetUser::new(given.value_or_field("id")).into(),
        "update" => Update::from_texts(&|name| given.optional(name)).into(),
        "checkLoginStatus" => {
            let token = Some(given.value_or_field("token")).filter(|token| !token.is_empty()).map(Token::from);
            CheckLoginStatus { token }.into()
        }
        "sendResetPasswordEmail" => SendResetPasswordEmail { email: need("email") }.into(),
        "verifyResetPasswordVerifyCode" => {
            VerifyResetPasswordVerifyCode { email: need("email"), verify_code: need("verifyCode").into() }.into()
        }
        "changePassword" => ChangePassword {
            email: need("email"),
            password: need("password").into(),
            verify_code: need("verifyCode").into(),
        }
        .into(),
        "sendVerifyEmail" => SendVerifyEmail { email: need("email") }.into(),
        "getVerificationCode" => SendSmsCode { phone: given.value_or_field("phone").into() }.into(),
        "loginByPhoneCode" => {
            let code = given.optional("phoneCode").unwrap_or_else(|| need("verifyCode"));
            LoginByPhoneCode { phone: need("phone").into(), code: code.into() }.into()
        }
        "loginByLDAP" => LoginByLdap { username: need("username"), password: need("password").into() }.into(),
        "unbindEmail" => UnbindEmail { user: given.value_or_field("user").into() }.into(),
        "getAuthedAppList" => {
            let default = Page::default();
            let (number, size) = (given.number("page"), given.number("count"));
            let page = Page { number: number.unwrap_or(default.number), size: size.unwrap_or(default.size) };
            ListAuthorizedApps { user: need("userId").into(), page }.into()
        }
        "revokeAuthedApp" => RevokeAuthedApp { user: need("userId").into(), app: need("appId").into() }.into(),
        "metadata" => GetMetadata { user: given.value_or_field("_id").into() }.into(),
        "setMetadata" => {
            // An empty value is valid, so a missing value must not count as empty.
            let value =
                given.optional("value").ok_or_else(|| Error::invalid_argument("value", "is missing: give a text"))?;
            SetMetadata { user: need("_id").into(), key: need("key"), value }.into()
        }
        "removeMetadata" => RemoveMetadata { user: need("_id").into(), key: need("key") }.into(),
        _ => return Ok(None),
    }))
}

/// The logout of the user with this id; without an id, of the user who is logged in.
fn logout(user: &str) -> Logout {
    if user.is_empty() { Logout::default() } else { Logout::of(user) }
}

fn login(given: &MethodArguments<'_>) -> Result<Login, Error> {
    let mut login = if let Some(email) = given.optional("email") {
        Login::email(email, given.required("password"))
    } else if let Some(username) = given.optional("username") {
        Login::username(username, given.required("password"))
    } else if let Some(unionid) = given.optional("unionid") {
        let login = Login::unionid(unionid);
        if let Some(password) = given.optional("password") { login.with_password(password) } else { login }
    } else {
        return Err(Error::invalid_argument("email", "is missing: give an email, a username or a unionid"));
    };
    if let Some(code) = given.optional("verifyCode") {
        login = login.with_verify_code(code);
    }
    if let Some(code) = given.optional("MFACode") {
        login = login.with_mfa_code(code);
    }
    Ok(login)
}

fn login_options(given: &MethodArguments<'_>) -> LoginOptions {
    LoginOptions {
        phone: given.optional("phone").filter(|phone| !phone.is_empty()).map(Into::into),
        override_profile: given.bool("overideProfile"),
    }
}

/// The methods that are one operation with WeChat's data.
fn operation_with_data(method: &str) -> Option<OperationWithData> {
    Some(match method {
        "loginWithWxapp" | "loginSilently" => |data, options| options.login(data).into(),
        "getPhone" => |data, _| GetPhone { data }.into(),
        "bindPhone" => |data, _| BindPhone { data }.into(),
        "decrypt" => |data, _| Decrypt { data }.into(),
        _ => return None,
    })
}

type OperationWithData = fn(EncryptedData, LoginOptions) -> BoxOperation;

/// Creates a call from the data and its code.
fn make(
    client: &PackageClient,
    options: LoginOptions,
    operation: OperationWithData,
) -> impl FnOnce(EncryptedData) -> RawCall + use<> {
    let context = Arc::clone(&client.visitor);
    move |data| RawCall::new(&context, operation(data, options))
}

/// A flow with its result as JSON.
struct JsonOutput<F: Flow> {
    flow: F,
    json: fn(F::Output) -> String,
}

impl<F: Flow<Notification = Infallible>> Flow for JsonOutput<F> {
    type Notification = Infallible;
    type Output = String;

    fn poll(&mut self, now: Timestamp) -> Progress<String> {
        Ok(Break((self.json)(ready!(self.flow.poll(now)))))
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        self.flow.handle(now, event)
    }
}
