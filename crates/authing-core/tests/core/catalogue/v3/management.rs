use authing_core::v3::management::{
    AddDepartmentMembers, AddGroupMembers, AssignRole, CallRaw, CheckSessionStatus, CreateGroup, CreateRole,
    CreateUser, CreateUsersBatch, DeleteRolesBatch, DeleteUsersBatch, GetCustomData, GetManagementToken, GetRole,
    GetUser, GetUserAuthorizedResources, GetUserBatch, GetUserDepartments, GetUserGroups, GetUserIdentities,
    GetUserLoginHistory, GetUserPermissionList, GetUserRoles, HasAnyRole, IsActionAllowed, IsUserExists, KickUsers,
    LinkIdentity, ListChildrenDepartments, ListDepartmentMembers, ListGroupMembers, ListGroups, ListOrganizations,
    ListRoleMembers, ListRoles, ListUsers, NewIdentity, NewUser, NewUserOtp, RemoveDepartmentMembers,
    RemoveGroupMembers, RevokeRole, SetCustomData, UpdateRole, UpdateUser, UserChange,
};
use authing_core::v3::types::{CustomData, Target, UserIdType, UserIdentifier, UserIdentifiers};
use serde_json::json;

use super::super::{ANSWERED, APP_SECRET, HASH, OPENID, PASSWORD, PHONE, REFRESH_TOKEN, TOKEN, UNIONID, Visitor, list};
use super::{done, identity, user};
use crate::support::USER;

pub(super) fn visit(to: &mut impl Visitor) {
    to.visit(GetManagementToken, &json!({ "access_token": ANSWERED, "expires_in": 7200 }));
    users(to);
    of_a_user(to);
    roles_and_groups(to);
    departments(to);
    to.visit(GetCustomData::new(Target::user(USER)), &json!({ "customData": { "openid": OPENID } }));
    to.visit(SetCustomData::new([("openid", OPENID)], Target::role("admin")), &done());
    to.visit(IsActionAllowed::new(USER, "read", "order"), &json!({ "allowed": false }));
    to.visit(GetUserPermissionList::new([USER]), &json!({ "userPermissionList": [{ "userId": USER }] }));
    to.visit(CallRaw::new("listWebhooks", json!({ "x": [TOKEN, { "y": PHONE }] })), &json!({ "list": [] }));
    to.visit(CallRaw::new("createWebhook", json!({ "secret": APP_SECRET })), &json!({ "secret": "x" }));
}

fn new_user() -> NewUser {
    NewUser {
        username: Some("bob".to_owned()),
        phone: Some(PHONE.into()),
        password: Some(PASSWORD.into()),
        salt: Some(APP_SECRET.into()),
        identity_number: Some(HASH.into()),
        custom_data: Some(CustomData::new().with("openid", OPENID)),
        otp: Some(NewUserOtp { secret: APP_SECRET.into(), recovery_code: None }),
        identities: Some(vec![NewIdentity {
            access_token: Some(TOKEN.into()),
            refresh_token: Some(REFRESH_TOKEN.into()),
            ..NewIdentity::new("idp", "wechat", "openid", UNIONID)
        }]),
        ..NewUser::default()
    }
}

fn users(to: &mut impl Visitor) {
    to.visit(ListUsers::default(), &list(&user()));
    to.visit(GetUser::new(UserIdentifier::Phone(PHONE.into())), &user());
    to.visit(GetUserBatch::new(UserIdentifiers::new(UserIdType::Phone, [PHONE])), &json!([user()]));
    to.visit(CreateUser::new(new_user()), &user());
    to.visit(CreateUsersBatch::new([new_user()]), &json!([user()]));
    let change = UserChange { password: Some(PASSWORD.into()), phone: Some(PHONE.into()), ..UserChange::default() };
    to.visit(UpdateUser::new(USER, change), &user());
    to.visit(DeleteUsersBatch::new([USER]), &done());
    to.visit(KickUsers::new(["app"], UserIdentifier::Phone(PHONE.into())), &done());
    let exists = IsUserExists { phone: Some(PHONE.into()), ..IsUserExists::default() };
    to.visit(exists, &json!({ "exists": false }));
    to.visit(CheckSessionStatus::new("app", USER), &json!({ "active": true }));
    to.visit(HasAnyRole::new(["admin"], USER), &json!({ "hasAnyRole": false }));
    to.visit(LinkIdentity::new(UNIONID, USER, "idp"), &done());
}

fn of_a_user(to: &mut impl Visitor) {
    to.visit(GetUserIdentities::new(USER), &json!([identity()]));
    to.visit(GetUserRoles::new(USER), &list(&json!({ "code": "admin" })));
    to.visit(GetUserGroups::new(USER), &list(&json!({ "code": "engineers" })));
    to.visit(GetUserDepartments::new(USER), &list(&json!({ "departmentId": "d1" })));
    to.visit(GetUserLoginHistory::new(USER), &list(&json!({ "appId": "app" })));
    to.visit(GetUserAuthorizedResources::new(USER), &list(&json!({ "resourceCode": "order" })));
}

fn roles_and_groups(to: &mut impl Visitor) {
    let role = json!({ "code": "admin", "namespace": "default" });
    to.visit(GetRole::new("admin"), &role);
    to.visit(ListRoles::default(), &list(&role));
    to.visit(CreateRole::new("admin"), &role);
    to.visit(UpdateRole::new("admin", "boss", "Boss"), &done());
    to.visit(DeleteRolesBatch::new(["admin"]), &done());
    to.visit(AssignRole::new([Target::user(USER)], "admin"), &done());
    to.visit(RevokeRole::new([Target::group("engineers")], "admin"), &done());
    to.visit(ListRoleMembers::new("admin"), &list(&user()));
    let group = json!({ "code": "engineers", "name": "Engineers" });
    to.visit(ListGroups::default(), &list(&group));
    to.visit(CreateGroup::new("static", "engineers", "Engineers", "Who builds"), &group);
    to.visit(AddGroupMembers::new([USER], "engineers"), &done());
    to.visit(RemoveGroupMembers::new([USER], "engineers"), &done());
    to.visit(ListGroupMembers::new("engineers"), &list(&user()));
}

fn departments(to: &mut impl Visitor) {
    to.visit(ListOrganizations::default(), &list(&json!({ "organizationCode": "steamory" })));
    to.visit(ListChildrenDepartments::new("steamory", "root"), &list(&json!({ "departmentId": "d1" })));
    to.visit(ListDepartmentMembers::new("steamory", "root"), &list(&user()));
    to.visit(AddDepartmentMembers::new([USER], "steamory", "d1"), &done());
    to.visit(RemoveDepartmentMembers::new([USER], "steamory", "d1"), &done());
}
