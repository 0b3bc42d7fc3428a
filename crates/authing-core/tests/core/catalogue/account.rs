use authing_core::account::{
    ChangeMfa, ChangePassword, CheckUserExists, GetPoolSettings, GetUploadToken, GetUser, ListAuthorizedApps,
    ListUserGroups, ListUserPermissions, ListUserRoles, Logout, Profile, QueryMfa, Register, RevokeAuthedApp,
    SendChangeEmailVerifyCode, SendResetPasswordEmail, SendVerifyEmail, UnbindEmail, Update, UpdateEmail, UpdatePhone,
    Upload, VerifyPhoneCode, VerifyResetPasswordVerifyCode,
};
use authing_core::metadata::{GetMetadata, RemoveMetadata, SetMetadata};
use authing_core::types::Page;
use authing_core::{RawGraphQl, Service, UploadFile};
use serde_json::json;

use super::{
    ANSWERED, CODE, OLD_CODE, OLD_PASSWORD, OLD_PHONE, OPENID, PASSWORD, PHONE, TOKEN, UNIONID, Visitor, list, message,
    user,
};
use crate::support::{POOL, USER};

const EMAIL: &str = "bob@example.com";

pub(super) fn visit(to: &mut impl Visitor) {
    the_account(to);
    changes(to);
    codes(to);
    lists(to);
    fields(to);
}

fn the_account(to: &mut impl Visitor) {
    to.visit(Register::email(EMAIL, PASSWORD), &user());
    to.visit(Register::phone(PHONE, CODE, PASSWORD).with_invitation_code(OLD_CODE), &user());
    to.visit(Register::phone_without_password(PHONE, CODE), &user());
    to.visit(Register::username("bob", PASSWORD), &user());
    let imported = Register::email(EMAIL, PASSWORD).with_signed_up("2019-05-01").with_last_login("2020-05-01");
    to.visit(imported.with_keep_password(true).with_last_ip("192.0.2.1").with_from("https://a.cn"), &user());
    to.visit(Register::unionid(UNIONID).with_openid(OPENID), &user());
    to.visit(
        Register::unionid(UNIONID).with_username("bob").with_force_login(true).with_register_method("oauth:wechat"),
        &user(),
    );
    to.visit(Logout::of(USER), &user());
    to.visit(GetUser::new(USER), &user());
    for exists in [
        CheckUserExists::Phone(PHONE.into()),
        CheckUserExists::Username("bob".into()),
        CheckUserExists::Email(EMAIL.into()),
    ] {
        to.visit(exists, &json!(true));
    }
}

fn changes(to: &mut impl Visitor) {
    to.visit(Update::new(USER).with_username("bob").with_blocked(false).with_photo("https://a.cn/b.png"), &user());
    let verified = Update::new(USER).with_phone(PHONE).with_phone_verified(true).with_email_verified(true);
    to.visit(verified.with_unionid(UNIONID).with_openid(OPENID), &user());
    let from_texts = Update::from_texts(&|name| matches!(name, "_id" | "email").then(|| EMAIL.to_owned()));
    to.visit(from_texts, &user());
    to.visit(Update::new(USER).with_password(PASSWORD, OLD_PASSWORD), &user());
    to.visit(Update::new(USER).with_first_password(PASSWORD), &user());
    for profile in each_profile_field() {
        to.visit(Update::new(USER).with_profile(profile.clone()), &user());
        to.visit(Register::email(EMAIL, PASSWORD).with_profile(profile), &user());
    }
    let new_password = ChangePassword { email: EMAIL.into(), password: PASSWORD.into(), verify_code: CODE.into() };
    to.visit(new_password, &user());
    let (old_email, old_email_code) = (Some(EMAIL.into()), Some(OLD_CODE.into()));
    to.visit(UpdateEmail { email: EMAIL.into(), email_code: CODE.into(), old_email, old_email_code }, &user());
    let bare = UpdateEmail { email: EMAIL.into(), email_code: CODE.into(), old_email: None, old_email_code: None };
    to.visit(bare, &user());
    let (old_phone, old_phone_code) = (Some(OLD_PHONE.into()), Some(OLD_CODE.into()));
    to.visit(UpdatePhone { phone: PHONE.into(), phone_code: CODE.into(), old_phone, old_phone_code }, &user());
    let bare = UpdatePhone { phone: PHONE.into(), phone_code: CODE.into(), old_phone: None, old_phone_code: None };
    to.visit(bare, &user());
    to.visit(UnbindEmail { user: USER.into() }, &user());
    to.visit(GetUploadToken, &json!(ANSWERED));
    let file = UploadFile::new("me.png", "image/png", b"\x89PNG".as_slice());
    for key in [None, Some("avatar/wechatapp/me.png".to_owned())] {
        to.visit(Upload { token: TOKEN.into(), key, file: file.clone() }, &json!({ "key": "me.png", "hash": "x" }));
    }
}

fn codes(to: &mut impl Visitor) {
    to.visit(SendResetPasswordEmail { email: EMAIL.into() }, &message());
    to.visit(VerifyResetPasswordVerifyCode { email: EMAIL.into(), verify_code: CODE.into() }, &message());
    to.visit(SendVerifyEmail { email: EMAIL.into() }, &message());
    to.visit(SendChangeEmailVerifyCode { email: EMAIL.into() }, &message());
    to.visit(VerifyPhoneCode { phone: PHONE.into(), code: CODE.into() }, &message());
    let mfa = json!({ "_id": "x", "userId": USER, "enable": true, "shareKey": ANSWERED });
    to.visit(QueryMfa { user: USER.into() }, &mfa);
    to.visit(QueryMfa { user: USER.into() }, &json!(null));
    for refresh_key in [None, Some(true)] {
        to.visit(ChangeMfa { user: USER.into(), enable: true, refresh_key }, &mfa);
    }
}

fn lists(to: &mut impl Visitor) {
    let apps = json!({ "OAuthApps": [{ "_id": "x" }], "OIDCApps": [{ "_id": "y" }], "totalCount": 2 });
    to.visit(ListAuthorizedApps { user: USER.into(), page: Page::default() }, &apps);
    to.visit(RevokeAuthedApp { user: USER.into(), app: "x".into() }, &json!({ "_id": "x", "isRevoked": "true" }));
    let names = json!({ "totalCount": 1, "rawList": ["a"], "list": [{ "_id": "x", "name": "a" }] });
    to.visit(ListUserPermissions { user: USER.into() }, &names);
    to.visit(ListUserRoles { user: USER.into() }, &names);
    to.visit(ListUserGroups { user: USER.into() }, &names);
    to.visit(GetPoolSettings, &json!({ "_id": POOL, "jwtExpired": 1_296_000 }));
}

fn fields(to: &mut impl Visitor) {
    let field = list(&json!({ "key": "KEY", "value": OPENID }));
    to.visit(GetMetadata { user: USER.into() }, &field);
    to.visit(SetMetadata { user: USER.into(), key: "KEY".into(), value: OPENID.into() }, &field);
    to.visit(RemoveMetadata { user: USER.into(), key: "KEY".into() }, &field);
    // What a raw call answers is `serde_json`'s value, whose `Debug` is not ours: the caller asked for it as it is.
    let document = format!("query ($id: String!) {{ user(id: $id, registerInClient: \"{POOL}\") {{ _id password }} }}");
    let variables = json!({ "id": USER, "password": PASSWORD, "deep": [{ "code": CODE }] });
    let raw = RawGraphQl::new(document, variables);
    to.visit(raw.clone(), &json!({ "user": { "_id": USER } }));
    to.visit(raw.with_service(Service::Oauth), &json!({ "user": { "_id": USER } }));
}

/// A profile with the first field, one with the second, …, and one with all of them.
fn each_profile_field() -> Vec<Profile> {
    type Set = fn(&mut Profile, Option<String>);
    let fields: [Set; 23] = [
        |profile, value| profile.nickname = value,
        |profile, value| profile.company = value,
        |profile, value| profile.photo = value,
        |profile, value| profile.browser = value,
        |profile, value| profile.name = value,
        |profile, value| profile.given_name = value,
        |profile, value| profile.family_name = value,
        |profile, value| profile.middle_name = value,
        |profile, value| profile.profile = value,
        |profile, value| profile.preferred_username = value,
        |profile, value| profile.website = value,
        |profile, value| profile.gender = value,
        |profile, value| profile.birthdate = value,
        |profile, value| profile.zoneinfo = value,
        |profile, value| profile.locale = value,
        |profile, value| profile.address = value,
        |profile, value| profile.formatted = value,
        |profile, value| profile.street_address = value,
        |profile, value| profile.locality = value,
        |profile, value| profile.region = value,
        |profile, value| profile.postal_code = value,
        |profile, value| profile.country = value,
        |profile, value| profile.oauth = value.map(Into::into),
    ];
    let value = || Some("value".to_owned());
    let mut all = Profile::default();
    let mut profiles = Vec::new();
    for set in fields {
        let mut one = Profile::default();
        set(&mut one, value());
        set(&mut all, value());
        profiles.push(one);
    }
    profiles.push(all);
    profiles
}
