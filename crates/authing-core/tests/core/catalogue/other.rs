use authing_core::account::Register;
use authing_core::management::{
    AssignRole, CreateRole, CreateUser, GetOwnerToken, GetUsersByIds, ListRoles, ListUserPermissionsByRole, ListUsers,
    ListUsersByRole, RefreshThirdPartyToken, RefreshUserToken, RemoveRole, RemoveUsers, SearchUsers,
    SendActivationEmail, UpdateRolePermissions,
};
use authing_core::preflight::{CheckCdn, CheckOauthService, CheckUserService};
use authing_core::qr::{CheckAppQr, CheckWxappQr, ExchangeTicket, GenerateAppQr, GenerateWxappQr};
use authing_core::social::{BindOauth, ListOauthProviders, ListUserOauthProviders, UnbindOauth};
use authing_core::types::Page;
use serde_json::json;

use super::{ANSWERED, CODE, OLD_PHONE, PASSWORD, PHONE, QR, TOKEN, UNIONID, Visitor, list, message, profile, user};
use crate::support::{POOL, USER};

pub(super) fn visit(to: &mut impl Visitor) {
    users(to);
    roles(to);
    social(to);
    qr(to);
    to.visit(CheckUserService, &json!({ "ok": 2 }));
    to.visit(CheckOauthService, &json!({ "ok": 2 }));
    to.visit(CheckCdn, &json!(null));
}

fn users(to: &mut impl Visitor) {
    to.visit(GetOwnerToken, &json!({ "accessToken": ANSWERED, "clientInfo": { "_id": POOL } }));
    to.visit(ListUsers::new(Page::default()), &list(&user()));
    to.visit(ListUsers { page: Page::default(), populate: true }, &list(&user()));
    to.visit(SearchUsers::in_all_fields(OLD_PHONE), &list(&user()));
    to.visit(SearchUsers::in_field("phone", OLD_PHONE), &list(&user()));
    to.visit(GetUsersByIds { ids: vec![USER.into()] }, &list(&user()));
    to.visit(CreateUser(Register::phone(PHONE, CODE, PASSWORD)), &user());
    for operator in [None, Some(USER.into())] {
        to.visit(RemoveUsers { ids: vec![USER.into()], operator }, &json!([{ "_id": USER }]));
    }
    to.visit(RefreshUserToken { user: USER.into() }, &json!({ "token": ANSWERED, "iat": 1, "exp": "2" }));
    let refreshed = json!({ "refreshSuccess": true, "refreshToken": ANSWERED, "accessToken": ANSWERED });
    to.visit(RefreshThirdPartyToken { user: USER.into() }, &refreshed);
    to.visit(SendActivationEmail { email: "bob@example.com".into() }, &message());
}

fn roles(to: &mut impl Visitor) {
    let role = json!({ "_id": "r", "name": "admin", "permissions": "all" });
    let member = json!({ "_id": "m", "group": { "_id": "r" }, "user": user() });
    for descriptions in [None, Some("may do all".to_owned())] {
        to.visit(CreateRole { name: "admin".into(), descriptions }, &role);
    }
    for descriptions in [None, Some("may do all".to_owned())] {
        let (name, permissions) = ("admin".into(), "all".into());
        to.visit(UpdateRolePermissions { name, permissions, role: "r".into(), descriptions }, &role);
    }
    to.visit(ListRoles { page: Page::default() }, &list(&role));
    to.visit(AssignRole { role: "r".into(), user: USER.into() }, &list(&member));
    to.visit(RemoveRole { role: "r".into(), user: USER.into() }, &member);
    to.visit(ListUsersByRole { role: "r".into(), page: Page::default() }, &list(&member));
    to.visit(ListUserPermissionsByRole { user: USER.into() }, &list(&json!({ "group": role })));
}

fn social(to: &mut impl Visitor) {
    let (user, kind) = (USER, "wechat");
    let bound = json!({ "_id": "b", "user": USER, "type": kind, "unionid": UNIONID, "userInfo": profile() });
    let user_info = profile().into();
    to.visit(BindOauth { user: user.into(), kind: kind.into(), unionid: UNIONID.into(), user_info }, &bound);
    to.visit(UnbindOauth { user: user.into(), kind: kind.into() }, &bound);
    for (use_guard, client_id) in [(None, None), (Some(true), None), (None, Some("app".into()))] {
        let providers = json!([{ "_id": "o", "name": "WeChat", "enabled": true }]);
        to.visit(ListOauthProviders { use_guard, client_id }, &providers);
    }
    to.visit(
        ListUserOauthProviders { user: user.into() },
        &json!([{ "type": kind, "binded": true, "unionid": UNIONID }]),
    );
}

fn qr(to: &mut impl Visitor) {
    let picture = format!("https://a.cn/{QR}.png");
    let generate = GenerateWxappQr { random: QR.into(), use_self_wxapp: false, enable_fetch_phone: true };
    to.visit(generate, &json!({ "qrcode": picture }));
    to.visit(CheckWxappQr { random: QR.into(), use_self_wxapp: true }, &user());
    let custom = vec![("shop".to_owned(), "42".to_owned())];
    to.visit(GenerateAppQr { custom }, &json!({ "qrcodeId": QR, "qrcodeUrl": picture }));
    let confirmed = json!({ "scanned": true, "success": true, "ticket": ANSWERED, "userInfo": { "nickname": "Bob" } });
    to.visit(CheckAppQr { id: QR.into() }, &confirmed);
    to.visit(ExchangeTicket { ticket: TOKEN.into() }, &user());
}
