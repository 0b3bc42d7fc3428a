use authing_core::login::{
    CasLogout, GetAdConnector, Login, LoginByAd, LoginByLdap, LoginByPhoneCode, LoginByPhonePassword,
    RefreshSignInToken, SendRegisterSmsCode, SendSmsCode, SignIn,
};
use authing_core::oidc::{
    AppCredentials, Authenticate, ExchangeForOidcToken, GetUserInfo, PasswordGrant, RefreshOidcToken,
    ValidateAccessToken,
};
use authing_core::token::{CheckLoginStatus, DecodeToken, VerifyTokenOnline};
use authing_core::wechat::{BindPhone, Decrypt, EncryptedData, GetPhone, LoginWithWxapp};
use serde_json::{Value, json};

use super::{
    APP_SECRET, CODE, OLD_CODE, OPENID, PASSWORD, PHONE, SEALED, TOKEN, UNIONID, Visitor, WECHAT_CODE, claims, message,
    tokens, user,
};
use crate::support::{POOL, USER};

const EMAIL: &str = "bob@example.com";
const APP: &str = "5e0b0c8d7f1a2b3c4d5e6f70";

pub(super) fn visit(to: &mut impl Visitor) {
    by_password(to);
    by_code(to);
    by_oidc(to);
    by_wechat(to);
    about_tokens(to);
}

fn by_password(to: &mut impl Visitor) {
    to.visit(Login::email(EMAIL, PASSWORD), &user());
    to.visit(Login::username("bob", PASSWORD).with_verify_code(CODE).with_mfa_code(OLD_CODE), &user());
    to.visit(Login::unionid(UNIONID), &user());
    let from_a_server = Login::unionid(UNIONID).with_openid(OPENID).with_last_ip("192.0.2.1");
    to.visit(from_a_server.with_browser("Mozilla/5.0").with_params(TOKEN), &user());
    to.visit(Login::unionid(UNIONID).with_password(PASSWORD), &user());
    for given in [None, Some("Mozilla/5.0")] {
        let (browser, params) = (given.map(str::to_owned), given.map(|_| TOKEN.into()));
        let login = LoginByPhonePassword { phone: PHONE.into(), password: PASSWORD.into(), browser, params };
        to.visit(login, &user());
    }
    to.visit(LoginByLdap { username: "bob".into(), password: PASSWORD.into() }, &user());
    to.visit(LoginByAd { username: "bob".into(), password: PASSWORD.into(), connector: "x".into() }, &user());
    for kind in ["OIDC", "OAuth"] {
        let ask = GetAdConnector { provider: APP.into(), kind: kind.into() };
        to.visit(ask, &json!({ "_id": "x", "name": "AD", "status": true }));
    }
}

fn by_code(to: &mut impl Visitor) {
    to.visit(LoginByPhoneCode { phone: PHONE.into(), code: CODE.into() }, &user());
    to.visit(SendSmsCode { phone: PHONE.into() }, &message());
    to.visit(SendRegisterSmsCode { phone: PHONE.into() }, &message());
    to.visit(CasLogout, &message());
}

fn by_oidc(to: &mut impl Visitor) {
    let app = || AppCredentials::new(APP, APP_SECRET);
    let mut signed_in = tokens();
    signed_in.as_object_mut().unwrap().extend(claims().as_object().unwrap().clone());
    for sign_in in [
        SignIn::email(EMAIL, PASSWORD),
        SignIn::phone(PHONE, PASSWORD),
        SignIn::username("bob", PASSWORD).with_app(APP),
        SignIn::unionid(UNIONID),
    ] {
        to.visit(sign_in, &signed_in);
    }
    for app in [None, Some(APP.into())] {
        to.visit(RefreshSignInToken { app, refresh_token: TOKEN.into() }, &tokens());
    }
    for grant in [
        PasswordGrant::email(app(), EMAIL, PASSWORD),
        PasswordGrant::phone(app(), PHONE, PASSWORD),
        PasswordGrant::username(app(), "bob", PASSWORD),
        PasswordGrant::unionid(app(), UNIONID).with_scope("openid"),
    ] {
        to.visit(grant, &tokens());
    }
    to.visit(RefreshOidcToken { app: app(), token: TOKEN.into() }, &tokens());
    to.visit(ExchangeForOidcToken { app: app(), token: TOKEN.into() }, &tokens());
    to.visit(GetUserInfo { access_token: TOKEN.into() }, &claims());
    to.visit(ValidateAccessToken { access_token: TOKEN.into() }, &json!({ "sub": USER, "aud": APP, "iat": "1" }));
    to.visit(Authenticate { access_token: TOKEN.into() }, &claims());
}

fn by_wechat(to: &mut impl Visitor) {
    let encrypted = || EncryptedData::new(WECHAT_CODE, SEALED, "r7BXXKkLb8qrSNn05n0qiA==");
    to.visit(LoginWithWxapp::new(encrypted()), &user());
    to.visit(LoginWithWxapp::new(encrypted()).with_phone(PHONE).with_override_profile(true), &user());
    to.visit(
        GetPhone { data: encrypted() },
        &json!({ "phoneNumber": PHONE, "purePhoneNumber": PHONE, "countryCode": "86" }),
    );
    to.visit(BindPhone { data: encrypted() }, &user());
    // Decrypted data is a plain value, as a raw call's answer is.
    to.visit(Decrypt { data: encrypted() }, &json!({ "nickName": "Band", "watermark": { "appid": "wx" } }));
}

fn about_tokens(to: &mut impl Visitor) {
    to.visit(CheckLoginStatus::default(), &status());
    to.visit(CheckLoginStatus { token: Some(TOKEN.into()) }, &status());
    to.visit(
        DecodeToken { token: TOKEN.into() },
        &json!({ "status": message(), "data": data(), "iat": "1", "exp": 2 }),
    );
    to.visit(VerifyTokenOnline { token: TOKEN.into() }, &status());
}

fn status() -> Value {
    let token = json!({ "data": data(), "iat": 1, "exp": "2" });
    json!({ "status": true, "code": 200, "message": "已登录", "token": token })
}

fn data() -> Value {
    json!({ "id": USER, "email": EMAIL, "clientId": POOL })
}
