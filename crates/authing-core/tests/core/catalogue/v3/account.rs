use authing_core::v3::types::FactorType;
use authing_core::v3::{
    BindEmail, BindPhone, BindWechatMiniProgram, DeleteAccount, DeleteAccountProof, EnrollFactor, EnrollmentData,
    FactorAddress, GetFactor, GetIdentities, GetLoggedInApps, GetMyAuthorizedResources, GetMyDepartmentList,
    GetMyGroupList, GetMyLoginHistory, GetMyRoleList, GetProfile, GetSecurityInfo, ListEnrolledFactors,
    ListFactorsToEnroll, PassCode, QrCodeAction, ResetFactor, SendEnrollFactorRequest, SetQrCodeStatus, UnbindEmail,
    UnbindPhone, UpdateEmail, UpdatePassword, UpdatePhone, UpdateProfile, VerifyDeleteAccountRequest, VerifyMfaOtp,
    VerifyUpdateEmailRequest, VerifyUpdatePhoneRequest,
};
use serde_json::json;

use super::super::{
    ANSWERED, CODE, HASH, OLD_CODE, OLD_PASSWORD, OLD_PHONE, OPENID, PASSWORD, PHONE, QR, SEALED, TOKEN, Visitor,
    WECHAT_CODE, list,
};
use super::{done, identity, user};

pub(super) fn visit(to: &mut impl Visitor) {
    to.visit(GetProfile::default(), &user());
    to.visit(UpdateProfile { identity_number: Some(HASH.into()), ..UpdateProfile::default() }, &user());
    let old_password = Some(OLD_PASSWORD.into());
    let password_reset_token = Some(TOKEN.into());
    to.visit(UpdatePassword { old_password, password_reset_token, ..UpdatePassword::new(PASSWORD) }, &done());
    to.visit(BindEmail::new("bob@example.com", CODE), &done());
    to.visit(UnbindEmail::new(CODE), &done());
    to.visit(BindPhone::new(PHONE, CODE), &done());
    to.visit(UnbindPhone::new(CODE), &done());
    two_steps(to);
    what_a_user_has(to);
    factors(to);
    let bind = BindWechatMiniProgram { encrypted_data: Some(SEALED.into()), ..BindWechatMiniProgram::new(WECHAT_CODE) };
    to.visit(bind, &done());
    to.visit(SetQrCodeStatus::new(QR, QrCodeAction::Confirm), &done());
}

fn two_steps(to: &mut impl Visitor) {
    let email = VerifyUpdateEmailRequest {
        old_email_pass_code: Some(OLD_CODE.into()),
        ..VerifyUpdateEmailRequest::new("new@example.com", CODE)
    };
    to.visit(email, &json!({ "updateEmailToken": ANSWERED, "tokenExpiresIn": 60 }));
    to.visit(UpdateEmail::new(TOKEN), &done());
    let phone = VerifyUpdatePhoneRequest {
        old_phone: Some(OLD_PHONE.into()),
        old_phone_pass_code: Some(OLD_CODE.into()),
        ..VerifyUpdatePhoneRequest::new(PHONE, CODE)
    };
    to.visit(phone, &json!({ "updatePhoneToken": ANSWERED, "tokenExpiresIn": 60 }));
    to.visit(UpdatePhone::new(TOKEN), &done());
    let answer = json!({ "deleteAccountToken": ANSWERED, "tokenExpiresIn": 60 });
    for proof in [
        DeleteAccountProof::Password(PASSWORD.into()),
        DeleteAccountProof::PassCode(PassCode::phone(PHONE, CODE)),
        DeleteAccountProof::PassCode(PassCode::email("bob@example.com", CODE)),
    ] {
        to.visit(VerifyDeleteAccountRequest::new(proof), &answer);
    }
    to.visit(DeleteAccount::new(TOKEN), &done());
}

fn what_a_user_has(to: &mut impl Visitor) {
    to.visit(GetSecurityInfo, &json!({ "mfaEnrolled": true }));
    to.visit(GetIdentities, &json!([identity()]));
    to.visit(GetLoggedInApps, &json!([{ "appId": "app", "active": true }]));
    to.visit(GetMyRoleList::default(), &json!([{ "code": "admin" }]));
    to.visit(GetMyGroupList, &json!([{ "code": "engineers", "customData": { "openid": OPENID } }]));
    to.visit(GetMyDepartmentList::default(), &list(&json!({ "departmentId": "d1", "isLeader": true })));
    to.visit(GetMyAuthorizedResources::default(), &list(&json!({ "resourceCode": "order", "actions": ["read"] })));
    to.visit(GetMyLoginHistory::default(), &list(&json!({ "appId": "app", "success": true })));
}

fn factors(to: &mut impl Visitor) {
    let address = FactorAddress { phone: Some(PHONE.into()), ..FactorAddress::default() };
    let answer = json!({
        "enrollmentToken": ANSWERED,
        "otpData": { "qrCodeUri": ANSWERED, "qrCodeDataUrl": ANSWERED, "recoveryCode": ANSWERED },
    });
    to.visit(SendEnrollFactorRequest::new(FactorType::Sms, address), &answer);
    let data = EnrollmentData { pass_code: Some(CODE.into()), ..EnrollmentData::default() };
    to.visit(EnrollFactor::new(FactorType::Sms, TOKEN, data), &done());
    to.visit(ResetFactor::new("f1"), &done());
    let factor = json!({ "factorId": "f1", "factorType": "SMS", "profile": { "phoneNumber": PHONE } });
    to.visit(ListEnrolledFactors, &json!([factor]));
    to.visit(GetFactor::new("f1"), &factor);
    to.visit(ListFactorsToEnroll, &json!([{ "factorType": "OTP" }]));
    to.visit(VerifyMfaOtp::new(CODE), &json!({ "verified": true }));
}
