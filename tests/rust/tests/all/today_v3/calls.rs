//! Every recorded call of an application and its users, and how it is made with our clients: said once for both transports.
#![allow(clippy::unnecessary_wraps, reason = "optional fields of the operations take them as they are")]

use authing_core::types::Page;
use authing_core::v3::types::{CustomData, FactorType, Gender, ResourceType};
use authing_core::v3::{
    BindEmail, BindPhone, BindWechatMiniProgram, DecryptWechatMiniProgramData, DeleteAccount, DeleteAccountProof,
    EmailChannel, EnrollFactor, EnrollmentData, FactorAddress, GeneQrCode, GetCaptchaCode, GetFactor, GetIdentities,
    GetLoggedInApps, GetMyAuthorizedResources, GetMyGroupList, GetMyLoginHistory, GetMyRoleList, GetProfile,
    GetQrCodeStatus, GetSecurityInfo, GetSystem, GetWechatMiniProgramPhone, ListEnrolledFactors, ListFactorsToEnroll,
    QrCodeAction, QrCodeKind, ResetFactor, ResetPassword, SendEmail, SendEnrollFactorRequest, SendSms, SetQrCodeStatus,
    SignIn, SignInByMobile, SignInOptions, SignUp, SignUpProfile, SmsChannel, UnbindPhone, UpdateEmail, UpdatePassword,
    UpdatePhone, UpdateProfile, VerifyDeleteAccountRequest, VerifyMfaOtp, VerifyUpdateEmailRequest,
    VerifyUpdatePhoneRequest, WechatLogin,
};
use authing_core::{Password, UploadFile};
use serde_json::json;

const EMAIL: &str = "bob@example.com";
const PASSWORD: &str = "pw123456";
const PHONE: &str = "13800000000";
const SCOPE: &str = "openid profile offline_access";

recorded_calls! {
    node "signInByEmailPassword" application.SignIn::email(EMAIL, PASSWORD);
    node "signInByPhonePassword" application.SignIn::phone(PHONE, PASSWORD);
    node "signInByUsernamePassword" application.with_all_options();
    node "signInByAccountPassword" application.SignIn::account("bob", PASSWORD);
    node "signInByAccountPassword#basic" application.SignIn::account("bob", PASSWORD);
    node "signInByAccountPassword#none" application.SignIn::account("bob", PASSWORD);
    node "signInByEmailPassCode" application.SignIn::email_code(EMAIL, "1234");
    node "signInByLDAP" application.SignIn::ldap("bob", "pw");
    node "signUpByEmailPassword" application.SignUp::email(EMAIL, PASSWORD).with_profile(bob());
    node "signUpByUsernamePassword" application.SignUp::username("bob", PASSWORD);
    node "signUpByEmailCode" application.SignUp::email_code(EMAIL, "1234");
    node "signInByMobile#wechat_mini_program_code" application.SignInByMobile::wechat_mini_program_code("conn-1", wechat()).with_scope(SCOPE);
    node "signInByMobile#wechat_mini_program_code_and_phone" application.SignInByMobile::wechat_mini_program_code_and_phone("conn-1", wechat(), "PHONE-CODE").with_scope(SCOPE);
    node "signInByMobile#wechat" application.SignInByMobile::from_code("wechat", "conn-1", "C").with_scope(SCOPE);
    node "signInByMobile#wechatwork" application.SignInByMobile::from_code("wechatwork", "conn-1", "C").with_scope(SCOPE);
    node "signInByMobile#apple" application.SignInByMobile::from_code("apple", "conn-1", "C").with_scope(SCOPE);
    node "signInByMobile#douyin" application.douyin().with_scope(SCOPE);
    node "geneQrCode#WECHAT_MINIPROGRAM" application.wechat_qr_code();
    node "geneQrCode" application.qr_code();
    node "getQrCodeStatus" application.GetQrCodeStatus::new("qrcodeId-value");
    node "setQrCodeStatus" user.SetQrCodeStatus::new("qrcodeId-value", QrCodeAction::Scan);
    node "geneCatchaCodeAndToken" application.GetCaptchaCode;
    node "getSystemInfo" application.GetSystem;
    node "sendSms" application.sms();
    node "sendEmail" application.SendEmail::new(EmailChannel::Login, EMAIL);
    node "decryptWechatMiniProgramData" application.DecryptWechatMiniProgramData::new("conn-1", "CODE", "iv-value", "encryptedData-value");
    node "getIdentities" user.GetIdentities;
    node "getLoginHistory" user.login_history();
    node "getLoggedInApps" user.GetLoggedInApps;
    node "getRoleList" user.GetMyRoleList { namespace: default() };
    node "getGroupList" user.GetMyGroupList;
    node "getAuthorizedResources" user.GetMyAuthorizedResources { namespace: default(), resource_type: Some(ResourceType::Data) };
    node "getProfile" user.profile_with(true);
    node "updateProfile" user.whole_profile();
    node "bindEmail" user.BindEmail::new(EMAIL, "1234");
    node "bindPhone" user.BindPhone { phone_country_code: china(), ..BindPhone::new(PHONE, "1234") };
    node "unbindPhone" user.UnbindPhone::new("1234");
    node "getSecurityLevel" user.GetSecurityInfo;
    node "updatePassword" user.UpdatePassword { password_reset_token: Some("passwordResetToken-value".into()), ..new_password() };
    node "verifyUpdateEmailRequest" user.update_email("new@example.com", "newEmailPassCode-value", EMAIL, "oldEmailPassCode-value");
    node "updateEmail" user.UpdateEmail::new("updateEmailToken-value");
    node "verifyUpdatePhoneRequest" user.update_phone();
    node "resetPassword" application.ResetPassword::new(PASSWORD, "passwordResetToken-value");
    node "deleteAccount" user.DeleteAccount::new("deleteAccountToken-value");
    node "sendEnrollFactorRequest" user.enroll_request();
    node "enrollFactor" user.enroll();
    node "resetFactor" user.ResetFactor::new("factorId-value");
    node "listEnrolledFactors" user.ListEnrolledFactors;
    node "getFactor" user.GetFactor::new("factorId-value");
    node "listFactorsToEnroll" user.ListFactorsToEnroll;
    node "mfaOtpVerify" user.VerifyMfaOtp::new("totp-value");

    miniapp "getPublicKey#rsa" application.GetSystem;
    miniapp "getPublicKey#sm2" application.GetSystem;
    miniapp "loginByCode" application.SignInByMobile::wechat_mini_program_code("conn-1", "code-1").with_scope(SCOPE);
    miniapp "loginByCode#encrypted" application.SignInByMobile::wechat_mini_program_code("conn-1", encrypted("code-1"));
    miniapp "loginByPhone" application.SignInByMobile::wechat_mini_program_code_and_phone("conn-1", "code-1", "PHONE-CODE").with_scope(SCOPE);
    miniapp "loginByPassword" application.SignIn::username("bob", PASSWORD).with_scope(SCOPE);
    miniapp "loginByPassword#rsa" application.SignIn::account("bob", PASSWORD);
    miniapp "loginByPassCode#phone" application.SignIn::phone_code(PHONE, "1234").with_phone_country_code("+86");
    miniapp "sendSms" application.sms();
    miniapp "sendEmailCode" application.SendEmail::new(EmailChannel::Login, EMAIL);
    miniapp "getUserInfo" user.profile_with(false);
    miniapp "getUserInfo#with" user.profile_with(true);
    miniapp "updatePassword" user.new_password();
    miniapp "updatePassword#rsa" user.new_password();
    miniapp "getPhone" application.GetWechatMiniProgramPhone::new("conn-1", "PHONE-CODE");
    miniapp "decryptData" application.DecryptWechatMiniProgramData::new("conn-1", "C", "IV", "ED");
    miniapp "bindWxByCode" user.bind_wechat();
    miniapp "bindPlatformByCode" user.BindWechatMiniProgram { ext_idp_conn_identifier: Some("conn-1".to_owned()), ..BindWechatMiniProgram::new("code-1") };
    miniapp "bindEmail" user.BindEmail::new(EMAIL, "1234");
    miniapp "updateEmailRequest" user.update_email("n@example.com", "1", "o@example.com", "2");
    miniapp "updateEmail" user.UpdateEmail::new("t");
    miniapp "updatePhoneRequest" user.VerifyUpdatePhoneRequest::new("13900000000", "1");
    miniapp "updatePhone" user.UpdatePhone::new("t");
    miniapp "deleteAccountRequest" user.VerifyDeleteAccountRequest::new(DeleteAccountProof::Password(PASSWORD.into()));
    miniapp "deleteAccountRequest#rsa" user.VerifyDeleteAccountRequest::new(DeleteAccountProof::Password(PASSWORD.into()));

    web "getUserInfo" user.GetProfile::default();
    web "loginByEmail" application.SignIn::email(EMAIL, PASSWORD).with_scope("openid");
    web "loginByEmail#rsa" application.SignIn::email(EMAIL, PASSWORD);
    web "loginByEmail#refused" application.SignIn::email("b", "p");
    web "loginByEmail#again" application.SignIn::email(EMAIL, PASSWORD);

    python "sign_in_by_email_password#post" application.SignIn::email(EMAIL, "pw");
    python "sign_in_by_email_password#basic" application.SignIn::email(EMAIL, "pw");
    python "sign_in_by_mobile" application.SignInByMobile::wechat_mini_program_code("conn-1", "C");
    python "send_sms" application.sms();
    python "get_profile" user.GetProfile { with_custom_data: Some(true), ..GetProfile::default() };
    python "update_profile" user.UpdateProfile { nickname: Some("Bob".to_owned()), ..UpdateProfile::default() };
    python "update_profile#clear-a-field" user.UpdateProfile { nickname: Some(String::new()), ..UpdateProfile::default() };

}

fn default() -> Option<String> {
    Some("default".to_owned())
}

fn china() -> Option<String> {
    Some("+86".to_owned())
}

fn value(name: &str) -> Option<String> {
    Some(format!("{name}-value"))
}

fn data(name: &str, value: impl Into<serde_json::Value>) -> Option<CustomData> {
    Some(CustomData::new().with(name, value))
}

pub(super) fn photo() -> UploadFile {
    UploadFile::new("k.png", "image/png", b"PNG".as_slice())
}

fn bob() -> SignUpProfile {
    SignUpProfile { nickname: Some("Bob".to_owned()), ..SignUpProfile::default() }
}

fn encrypted(code: &str) -> WechatLogin {
    WechatLogin { code: code.into(), encrypted_data: Some("ED".into()), iv: Some("IV".into()) }
}

fn wechat() -> WechatLogin {
    encrypted("C")
}

fn with_all_options() -> SignIn {
    SignIn::username("bob", PASSWORD).with_options(SignInOptions {
        scope: Some(SCOPE.to_owned()),
        client_ip: Some("1.2.3.4".to_owned()),
        context: data("source", "wx"),
        tenant_id: Some("t1".to_owned()),
        custom_data: data("school", "x"),
        auto_register: Some(true),
        captcha_code: Some("abcd".into()),
        captcha_token: Some("ct".into()),
    })
}

fn douyin() -> SignInByMobile {
    let payload = json!({ "loginParams": { "code": "C" }, "phoneParams": { "encryptedData": "ED", "iv": "IV" } });
    SignInByMobile::from_payload("douyin_mini_program_code_and_phone", "conn-1", payload)
}

fn wechat_qr_code() -> GeneQrCode {
    GeneQrCode {
        ext_idp_conn_id: Some("conn-id".to_owned()),
        custom_data: data("a", 1),
        auto_merge_qr_code: Some(false),
        ..GeneQrCode::new(QrCodeKind::WechatMiniProgram)
    }
}

fn qr_code() -> GeneQrCode {
    GeneQrCode {
        ext_idp_conn_id: value("extIdpConnId"),
        custom_data: data("k", "v"),
        context: data("k", "v"),
        auto_merge_qr_code: Some(true),
        ..GeneQrCode::new(QrCodeKind::MobileApp)
    }
}

fn sms() -> SendSms {
    SendSms { phone_country_code: china(), ..SendSms::new(SmsChannel::Login, PHONE) }
}

fn login_history() -> GetMyLoginHistory {
    GetMyLoginHistory {
        app: Some("app-2".into()),
        client_ip: value("clientIp"),
        success: Some(true),
        start: Some(1),
        end: Some(1),
        page: Page::new(1, 10),
    }
}

fn profile_with(it: bool) -> GetProfile {
    GetProfile { with_custom_data: Some(it), with_identities: Some(it), with_department_ids: Some(it) }
}

fn whole_profile() -> UpdateProfile {
    UpdateProfile {
        name: value("name"),
        nickname: value("nickname"),
        photo: value("photo"),
        external_id: value("externalId"),
        birthdate: value("birthdate"),
        country: value("country"),
        province: value("province"),
        city: value("city"),
        address: value("address"),
        street_address: value("streetAddress"),
        postal_code: value("postalCode"),
        gender: Some(Gender::Male),
        username: Some("bob".to_owned()),
        company: value("company"),
        custom_data: data("k", "v"),
        identity_number: Some("identityNumber-value".into()),
    }
}

fn new_password() -> UpdatePassword {
    UpdatePassword { old_password: Some(Password::from("old12345")), ..UpdatePassword::new("new12345") }
}

fn update_email(new: &str, code: &str, old: &str, old_code: &str) -> VerifyUpdateEmailRequest {
    VerifyUpdateEmailRequest {
        old_email: Some(old.to_owned()),
        old_email_pass_code: Some(old_code.into()),
        ..VerifyUpdateEmailRequest::new(new, code)
    }
}

fn update_phone() -> VerifyUpdatePhoneRequest {
    VerifyUpdatePhoneRequest {
        new_phone_country_code: china(),
        old_phone: Some(PHONE.into()),
        old_phone_pass_code: Some("oldPhonePassCode-value".into()),
        old_phone_country_code: china(),
        ..VerifyUpdatePhoneRequest::new("13900000000", "newPhonePassCode-value")
    }
}

fn enroll_request() -> SendEnrollFactorRequest {
    let address =
        FactorAddress { phone: Some(PHONE.into()), phone_country_code: china(), email: Some(EMAIL.to_owned()) };
    SendEnrollFactorRequest::new(FactorType::Otp, address)
}

fn enroll() -> EnrollFactor {
    let data = EnrollmentData { pass_code: Some("1234".into()), photo: value("photo"), is_external_photo: Some(true) };
    EnrollFactor::new(FactorType::Otp, "enrollmentToken-value", data)
}

fn bind_wechat() -> BindWechatMiniProgram {
    BindWechatMiniProgram {
        ext_idp_conn_identifier: Some("conn-1".to_owned()),
        iv: Some("IV".into()),
        encrypted_data: Some("ED".into()),
        raw_data: Some("{}".into()),
        ..BindWechatMiniProgram::new("code-1")
    }
}
