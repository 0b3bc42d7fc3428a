use authing_core::UploadFile;
use authing_core::v3::types::CustomData;
use authing_core::v3::{
    DecryptWechatMiniProgramData, EmailChannel, ExchangeQrCodeTicket, GeneQrCode, GetCaptchaCode, GetQrCodeStatus,
    GetSystem, GetWechatMiniProgramPhone, PassCode, QrCodeKind, ResetPassword, SendEmail, SendSms, SignIn,
    SignInByMobile, SignInOptions, SignUp, SignUpOptions, SignUpProfile, SmsChannel, UploadFileToService,
    VerifyResetPasswordRequest, WechatLogin,
};
use serde_json::json;

use super::super::{
    ANSWERED, CODE, OLD_CODE, OPENID, PASSWORD, PHONE, QR, SEALED, TOKEN, Visitor, WECHAT_CODE, tokens,
};
use super::{done, user};

pub(super) fn visit(to: &mut impl Visitor) {
    let options = SignInOptions {
        captcha_code: Some(CODE.into()),
        captcha_token: Some(TOKEN.into()),
        custom_data: Some(CustomData::new().with("openid", OPENID)),
        ..SignInOptions::default()
    };
    for sign_in in [
        SignIn::account("bob", PASSWORD).with_options(options),
        SignIn::email("bob@example.com", PASSWORD),
        SignIn::phone(PHONE, PASSWORD),
        SignIn::username("bob", PASSWORD),
        SignIn::email_code("bob@example.com", CODE),
        SignIn::phone_code(PHONE, CODE),
        SignIn::ldap("bob", PASSWORD),
        SignIn::ad("bob", PASSWORD),
    ] {
        to.visit(sign_in, &tokens());
    }
    for sign_in in [
        SignInByMobile::wechat_mini_program_code("wx", WECHAT_CODE),
        SignInByMobile::wechat_mini_program_phone("wx", sealed()),
        SignInByMobile::wechat_mini_program_code_and_phone("wx", WECHAT_CODE, CODE),
        SignInByMobile::from_code("alipay", "ali", CODE),
        SignInByMobile::from_access_token("qq", "qq", TOKEN),
        SignInByMobile::from_payload("yidun", "yd", json!({ "token": TOKEN, "accessToken": [TOKEN] })),
    ] {
        to.visit(sign_in, &tokens());
    }
    let profile = SignUpProfile { phone: Some(PHONE.into()), ..SignUpProfile::default() };
    let options = SignUpOptions { password_for_phone_pass_code: Some(PASSWORD.into()), ..SignUpOptions::default() };
    to.visit(SignUp::email("bob@example.com", PASSWORD).with_profile(profile), &user());
    to.visit(SignUp::phone_code(PHONE, CODE).with_options(options), &user());
    to.visit(SendSms::new(SmsChannel::Login, PHONE), &done());
    to.visit(SendEmail::new(EmailChannel::Login, "bob@example.com"), &done());
    to.visit(GetCaptchaCode, &json!({ "captchaCodeSvg": "<svg/>", "captchaToken": "t" }));
    to.visit(GetSystem, &json!({ "rsa": { "publicKey": "PEM" } }));
    before_a_login(to);
}

fn before_a_login(to: &mut impl Visitor) {
    to.visit(GeneQrCode::new(QrCodeKind::MobileApp), &json!({ "qrcodeId": QR, "url": format!("https://x/{QR}") }));
    to.visit(GetQrCodeStatus::new(QR), &json!({ "status": "AUTHORIZED", "ticket": ANSWERED }));
    to.visit(ExchangeQrCodeTicket::new(TOKEN), &tokens());
    to.visit(GetWechatMiniProgramPhone::new("wx", WECHAT_CODE), &json!({ "phone_info": { "phoneNumber": PHONE } }));
    to.visit(
        DecryptWechatMiniProgramData::new("wx", WECHAT_CODE, SEALED, SEALED),
        &json!({ "openId": OPENID, "phoneNumber": PHONE }),
    );
    let answer = json!({ "passwordResetToken": ANSWERED, "tokenExpiresIn": 180 });
    to.visit(VerifyResetPasswordRequest::new(PassCode::email("bob@example.com", CODE)), &answer);
    to.visit(VerifyResetPasswordRequest::new(PassCode::phone(PHONE, OLD_CODE)), &answer);
    to.visit(ResetPassword::new(PASSWORD, TOKEN), &done());
    let file = UploadFile::new("k.png", "image/png", b"PNG".as_slice());
    to.visit(UploadFileToService::new("avatar", file), &json!({ "key": "k", "url": "https://files.example/k.png" }));
}

fn sealed() -> WechatLogin {
    WechatLogin { encrypted_data: Some(SEALED.into()), iv: Some(SEALED.into()), ..WECHAT_CODE.into() }
}
