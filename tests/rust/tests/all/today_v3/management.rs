//! Every recorded call of an administrator. Each has all that the call takes.
#![allow(clippy::unnecessary_wraps, reason = "optional fields of the operations take them as they are")]

use authing_core::types::Page;
use authing_core::v3::management::{
    AddDepartmentMembers, AddGroupMembers, AssignRole, CheckSessionStatus, CreateGroup, CreateRole, CreateUser,
    CreateUserOptions, DeleteRolesBatch, DeleteUsersBatch, GetCustomData, GetRole, GetUser, GetUserAuthorizedResources,
    GetUserBatch, GetUserGroups, GetUserIdentities, GetUserLoginHistory, GetUserPermissionList, GetUserRoles,
    HasAnyRole, IsActionAllowed, KickUsers, LinkIdentity, ListChildrenDepartments, ListDepartmentMembers, ListGroups,
    ListOrganizations, ListRoleMembers, ListRoles, ListUsers, ListUsersOptions, NewIdentity, NewUser,
    NewUserNotification, NewUserOtp, PasswordResetNotification, RemoveGroupMembers, RevokeRole, RoleCode, Sort,
    UpdateUser, UpdateUserOptions, UserChange, UserFilter,
};
use authing_core::v3::types::{CustomData, DepartmentIdType, Gender, ResourceType, Target, UserStatus};
use serde_json::json;

recorded_calls! {
    python "management.first call" administrator.GetUser::new("u1");
    python "management.second call" administrator.GetUser::new("u1");
    python "management.list_users" administrator.ListUsers { keywords: Some("bob".to_owned()), page: Page::new(1, 10), ..ListUsers::default() };
    python "management.create_user" administrator.CreateUser::new(NewUser { username: Some("bob".to_owned()), password: Some("pw".into()), ..NewUser::default() });
    python "management.kick_users" administrator.KickUsers::new(["app-1"], "u1");
    management "listUsers" administrator.list_users();
    management "getUser" administrator.get_user();
    management "getUserBatch" administrator.get_user_batch();
    management "createUser" administrator.create_user();
    management "updateUser" administrator.update_user();
    management "deleteUsersBatch" administrator.DeleteUsersBatch::new(["u1,u2"]);
    management "checkSessionStatus" administrator.CheckSessionStatus::new("app-2", "u1");
    management "getUserIdentities" administrator.GetUserIdentities::new("u1");
    management "getUserRoles" administrator.get_user_roles();
    management "getUserGroups" administrator.GetUserGroups::new("u1");
    management "hasAnyRole" administrator.has_any_role();
    management "getUserLoginHistory" administrator.get_user_login_history();
    management "getUserAuthorizedResources" administrator.get_user_authorized_resources();
    management "linkIdentity" administrator.link_identity();
    management "getCustomData" administrator.get_custom_data();
    management "getRole" administrator.GetRole { namespace: namespace(), ..GetRole::new("CODE") };
    management "listRoles" administrator.list_roles();
    management "createRole" administrator.create_role();
    management "deleteRolesBatch" administrator.DeleteRolesBatch { namespace: namespace(), ..DeleteRolesBatch::new(["codeList-value"]) };
    management "assignRole" administrator.assign_role();
    management "revokeRole" administrator.revoke_role();
    management "listRoleMembers" administrator.list_role_members();
    management "listGroups" administrator.list_groups();
    management "createGroup" administrator.create_group();
    management "addGroupMembers" administrator.AddGroupMembers::new(["u1,u2"], "CODE");
    management "removeGroupMembers" administrator.RemoveGroupMembers::new(["u1,u2"], "CODE");
    management "listOrganizations" administrator.list_organizations();
    management "listChildrenDepartments" administrator.list_children_departments();
    management "listDepartmentMembers" administrator.list_department_members();
    management "addDepartmentMembers" administrator.add_department_members();
    management "isActionAllowed" administrator.IsActionAllowed { namespace: namespace(), ..IsActionAllowed::new("u1", "action-value", "resource-value") };
    management "getUserPermissionList" administrator.GetUserPermissionList { namespaces: Some(vec!["namespaceCodes-value".to_owned()]), ..GetUserPermissionList::new(["u1,u2"]) };
}

const PAGE: Page = Page::new(1, 10);

fn namespace() -> Option<String> {
    Some("default".to_owned())
}

fn value(name: &str) -> Option<String> {
    Some(format!("{name}-value"))
}

fn data() -> Option<CustomData> {
    Some(CustomData::new().with("k", "v"))
}

fn list_users() -> ListUsers {
    let (field, operator) = ("field-value".to_owned(), "EQUAL".to_owned());
    ListUsers {
        keywords: value("keywords"),
        advanced_filter: Some(vec![UserFilter { field, operator, value: Some(json!("any")) }]),
        search_query: Some(json!({ "k": "v" })),
        page: PAGE,
        options: ListUsersOptions {
            sort: Some(vec![Sort { field: "id".to_owned(), order: "desc".to_owned() }]),
            fuzzy_search_on: Some(vec!["id".to_owned()]),
            with_custom_data: Some(true),
            with_post: Some(true),
            with_identities: Some(true),
            with_department_ids: Some(true),
            flat_custom_data: Some(true),
        },
    }
}

fn get_user() -> GetUser {
    GetUser {
        flat_custom_data: Some(true),
        with_custom_data: Some(true),
        with_post: Some(true),
        with_identities: Some(true),
        with_department_ids: Some(true),
        ..GetUser::new("u1")
    }
}

fn get_user_batch() -> GetUserBatch {
    GetUserBatch {
        with_custom_data: Some(true),
        flat_custom_data: Some(true),
        with_identities: Some(true),
        with_department_ids: Some(true),
        ..GetUserBatch::new(["u1,u2"])
    }
}

/// The fields of a new user and of a changed one have the same names.
macro_rules! profile {
    ($Type:ident { $($own:tt)* }) => {
        $Type {
            status: Some(UserStatus::Suspended), email: Some("bob@example.com".to_owned()), phone: Some("13800000000".into()),
            phone_country_code: Some("+86".to_owned()), username: Some("bob".to_owned()), external_id: value("externalId"),
            name: value("name"), nickname: value("nickname"), photo: value("photo"), gender: Some(Gender::Male),
            email_verified: Some(true), phone_verified: Some(true), birthdate: value("birthdate"), country: value("country"),
            province: value("province"), city: value("city"), address: value("address"),
            street_address: value("streetAddress"), postal_code: value("postalCode"), company: value("company"),
            browser: value("browser"), device: value("device"), given_name: value("givenName"),
            family_name: value("familyName"), middle_name: value("middleName"), profile: value("profile"),
            preferred_username: value("preferredUsername"), website: value("website"), zoneinfo: value("zoneinfo"),
            locale: value("locale"), formatted: value("formatted"), region: value("region"),
            password: Some("pw123456".into()), identity_number: Some("identityNumber-value".into()), custom_data: data(),
            $($own)*
        }
    };
}

fn create_user() -> CreateUser {
    let user = profile!(NewUser {
        salt: Some("salt-value".into()),
        tenant_ids: Some(vec!["tenantIds-value".to_owned()]),
        otp: Some(NewUserOtp { secret: "secret-value".into(), recovery_code: Some("recoveryCode-value".into()) }),
        department_ids: Some(vec!["d1".to_owned()]),
        metadata_source: data(),
        identities: Some(vec![NewIdentity {
            user_info_in_idp: data(),
            access_token: Some("accessToken-value".into()),
            refresh_token: Some("refreshToken-value".into()),
            origin_conn_ids: Some(vec!["originConnIds-value".to_owned()]),
            ..NewIdentity::new("extIdpId-value", "oidc", "type-value", "userIdInIdp-value")
        }]),
    });
    CreateUser {
        user,
        options: CreateUserOptions {
            keep_password: Some(true),
            auto_generate_password: Some(true),
            reset_password_on_first_login: Some(true),
            department_id_type: Some(DepartmentIdType::Id),
            send_notification: Some(NewUserNotification {
                send_email_notification: Some(true),
                send_phone_notification: Some(true),
                app: Some("app-2".into()),
            }),
        },
    }
}

fn update_user() -> UpdateUser {
    let change = profile!(UserChange { metadata: data() });
    let notification = PasswordResetNotification {
        send_default_email_notification: Some(true),
        send_default_phone_notification: Some(true),
        input_send_email_notification: value("inputSendEmailNotification"),
        input_send_phone_notification: Some("inputSendPhoneNotification-value".into()),
        app: Some("app-2".into()),
    };
    UpdateUser {
        options: UpdateUserOptions {
            reset_password_on_first_login: Some(true),
            reset_password_on_next_login: Some(true),
            auto_generate_password: Some(true),
            send_password_reset_notification: Some(notification),
        },
        ..UpdateUser::new("u1", change)
    }
}

fn get_user_roles() -> GetUserRoles {
    GetUserRoles { namespace: namespace(), ..GetUserRoles::new("u1") }
}

fn has_any_role() -> HasAnyRole {
    HasAnyRole::new([RoleCode { namespace: namespace(), code: "CODE".to_owned() }], "u1")
}

fn get_user_login_history() -> GetUserLoginHistory {
    GetUserLoginHistory {
        app: Some("app-2".into()),
        client_ip: value("clientIp"),
        start: Some(1),
        end: Some(1),
        page: PAGE,
        ..GetUserLoginHistory::new("u1")
    }
}

fn get_user_authorized_resources() -> GetUserAuthorizedResources {
    GetUserAuthorizedResources {
        namespace: namespace(),
        resource_type: Some(ResourceType::Data),
        ..GetUserAuthorizedResources::new("u1")
    }
}

fn link_identity() -> LinkIdentity {
    LinkIdentity {
        kind: value("type"),
        is_social: Some(true),
        ..LinkIdentity::new("userIdInIdp-value", "u1", "extIdpId-value")
    }
}

fn get_custom_data() -> GetCustomData {
    GetCustomData {
        namespace: namespace(),
        tenant_id: value("tenantId"),
        ..GetCustomData::new(Target::user("targetIdentifier-value"))
    }
}

fn list_roles() -> ListRoles {
    ListRoles { page: PAGE, keywords: value("keywords"), namespace: namespace() }
}

fn create_role() -> CreateRole {
    CreateRole {
        name: value("name"),
        namespace: namespace(),
        description: value("description"),
        disable_time: value("disableTime"),
        ..CreateRole::new("CODE")
    }
}

fn assign_role() -> AssignRole {
    AssignRole {
        namespace: namespace(),
        enable_time: Some(1),
        end_time: Some(1),
        ..AssignRole::new([Target::user("targetIdentifier-value")], "CODE")
    }
}

fn revoke_role() -> RevokeRole {
    RevokeRole { namespace: namespace(), ..RevokeRole::new([Target::user("targetIdentifier-value")], "CODE") }
}

fn list_role_members() -> ListRoleMembers {
    ListRoleMembers {
        page: PAGE,
        with_custom_data: Some(true),
        with_identities: Some(true),
        with_department_ids: Some(true),
        namespace: namespace(),
        ..ListRoleMembers::new("CODE")
    }
}

fn list_groups() -> ListGroups {
    ListGroups {
        keywords: value("keywords"),
        page: PAGE,
        with_metadata: Some(true),
        with_custom_data: Some(true),
        flat_custom_data: Some(true),
    }
}

fn create_group() -> CreateGroup {
    CreateGroup { custom_data: data(), ..CreateGroup::new("type-value", "CODE", "name-value", "description-value") }
}

fn list_organizations() -> ListOrganizations {
    ListOrganizations {
        page: PAGE,
        fetch_all: Some(true),
        with_custom_data: Some(true),
        with_post: Some(true),
        tenant_id: value("tenantId"),
        status: Some(true),
    }
}

fn list_children_departments() -> ListChildrenDepartments {
    ListChildrenDepartments {
        department_id_type: Some(DepartmentIdType::Id),
        status: Some(true),
        exclude_virtual_node: Some(true),
        only_virtual_node: Some(true),
        with_custom_data: Some(true),
        tenant_id: value("tenantId"),
        ..ListChildrenDepartments::new("org1", "d1")
    }
}

fn list_department_members() -> ListDepartmentMembers {
    ListDepartmentMembers {
        department_id_type: Some(DepartmentIdType::Id),
        sort_by: Some("JoinDepartmentAt".to_owned()),
        order_by: Some("Asc".to_owned()),
        include_children_departments: Some(true),
        page: PAGE,
        with_custom_data: Some(true),
        with_identities: Some(true),
        with_department_ids: Some(true),
        tenant_id: value("tenantId"),
        ..ListDepartmentMembers::new("org1", "d1")
    }
}

fn add_department_members() -> AddDepartmentMembers {
    AddDepartmentMembers {
        department_id_type: Some(DepartmentIdType::Id),
        tenant_id: value("tenantId"),
        ..AddDepartmentMembers::new(["u1,u2"], "org1", "d1")
    }
}
