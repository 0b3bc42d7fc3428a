//! What we send is what the published clients sent: every recorded call, over both transports.

mod deliberate;

use authing_core::account::{ChangeMfa, CheckUserExists, Logout, Profile, Register, Update, UpdateEmail, UpdatePhone};
use authing_core::login::{Login, SignIn};
use authing_core::management::{GetOwnerToken, RemoveUsers};
use authing_core::oidc::{AppCredentials, PasswordGrant};
use authing_core::organizations::SearchOrgNodeUsers;
use authing_core::preflight::CheckCdn;
use authing_core::qr::{CheckAppQr, CheckWxappQr, ExchangeTicket, GenerateAppQr, GenerateWxappQr};
use authing_core::rbac::{UpdateGroup, UpdateRbacRole};
use authing_core::social::BindOauth;
use authing_core::types::{Page, SortBy, SortedPage};
use authing_core::wechat::{EncryptedData, LoginWithWxapp};
use authing_core::{Config, Error, Owner, Service, Session, UploadFile};
use authing_tests::recorder::{Recorded, Recorder};
use authing_tests::wire::{differences, recordings};
use base64ct::{Base64, Encoding as _};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng as _;
use rsa_0_9::pkcs8::{EncodePublicKey as _, LineEnding};
use rsa_0_9::{Pkcs1v15Encrypt, RsaPrivateKey};
use serde_json::Value;

/// Every recorded call, by whom and how it is made with our clients: said once for both.
macro_rules! calls {
    ($($part:ident $name:literal $principal:ident.$method:ident($($argument:expr),*);)*) => {
        const CALLS: &[(&str, &str)] = &[$((stringify!($part), $name)),*];

        fn call(clients: &Clients<authing_ureq::Client, authing_ureq::Client<Owner>>, part: &str, name: &str) -> Result<(), Error> {
            match (part, name) {
                $((stringify!($part), $name) => clients.$principal().$method($($argument),*).map(drop),)*
                _ => unreachable!("{part} {name}"),
            }
        }

        async fn call_async(
            clients: &Clients<authing_reqwest::Client, authing_reqwest::Client<Owner>>,
            part: &str,
            name: &str,
        ) -> Result<(), Error> {
            match (part, name) {
                $((stringify!($part), $name) => clients.$principal().$method($($argument),*).await.map(drop),)*
                _ => unreachable!("{part} {name}"),
            }
        }
    };
}

/// The clients of one pool.
struct Clients<V, O> {
    visitor: V,
    /// The recordings of the mini-program client have no secret.
    owner: Option<O>,
}

impl<V, O> Clients<V, O> {
    fn visitor(&self) -> &V {
        &self.visitor
    }

    fn owner(&self) -> &O {
        self.owner.as_ref().expect("an owner's call has a secret")
    }
}

calls! {
    wxapp "login" visitor.login(Login::email("a@b.com", "pw123456"));
    wxapp "register" visitor.register(Register::email("a@b.com", "pw123456"));
    wxapp "loginWithWxapp" visitor.login_with_wxapp(LoginWithWxapp::new(encrypted()).with_phone(PHONE).with_override_profile(true));
    wxapp "getPhone" visitor.get_phone(encrypted());
    wxapp "bindPhone" visitor.bind_phone(encrypted());
    wxapp "decrypt" visitor.decrypt(encrypted());
    wxapp "changeAvatar" visitor.change_avatar("u1", UploadFile::new("k.png", "image/png", b"PNG".as_slice()));
    wxapp "metadata" visitor.metadata("u1");
    wxapp "setMetadata" visitor.set_metadata("u1", "KEY", "VALUE");
    wxapp "removeMetadata" visitor.remove_metadata("u1", "KEY");
    wxapp "checkLoginStatus" visitor.check_login_status();
    wxapp "user" visitor.user("u1");
    wxapp "update" visitor.update(Update::new("u1").with_profile(nickname("n")));
    wxapp "getVerificationCode" visitor.send_sms_code(PHONE);
    wxapp "loginByPhoneCode" visitor.login_by_phone_code(PHONE, "1234");
    wxapp "sendResetPasswordEmail" visitor.send_reset_password_email("a@b.com");
    wxapp "verifyResetPasswordVerifyCode" visitor.verify_reset_password_verify_code("a@b.com", "1");
    wxapp "changePassword" visitor.change_password("a@b.com", "new12345", "1");

    web "(construct with secret)" owner.call(GetOwnerToken);
    web "login" visitor.login(Login::email("a@b.com", "pw123456"));
    web "loginByPhoneCode" visitor.login_by_phone_code(PHONE, "1234");
    web "loginByPhonePassword" visitor.login_by_phone_password(PHONE, "pw123456");
    web "loginByLDAP" visitor.login_by_ldap("bob", "pw123456");
    web "loginByAd" visitor.login_by_ad("bob", "pw123456", "ad1");
    web "signIn" visitor.sign_in(SignIn::email("a@b.com", "pw123456"));
    web "refreshSignInToken" visitor.refresh_sign_in_token("rt");
    web "loginByOidc" visitor.login_by_oidc(PasswordGrant::email(app(), "a@b.com", "pw"));
    web "refreshOidcToken" visitor.refresh_oidc_token(app(), "rt");
    web "authingTokenToOidcToken" visitor.exchange_for_oidc_token(app(), "t");
    web "register" visitor.register(Register::email("a@b.com", "pw123456").with_profile(nickname("n")));
    web "user" visitor.user("u1");
    web "update" visitor.update(Update::new("u1").with_profile(nickname("n2")));
    web "checkLoginStatus" visitor.check_login_status_of("tok");
    web "decodeToken" visitor.decode_token("tok");
    web "sendResetPasswordEmail" visitor.send_reset_password_email("a@b.com");
    web "verifyResetPasswordVerifyCode" visitor.verify_reset_password_verify_code("a@b.com", "1234");
    web "changePassword" visitor.change_password("a@b.com", "new12345", "1234");
    web "sendVerifyEmail" visitor.send_verify_email("a@b.com");
    web "sendActivationEmail" visitor.send_activation_email("a@b.com");
    web "sendChangeEmailVerifyCode" visitor.send_change_email_verify_code("a@b.com");
    web "updateEmail" visitor.update_email(UpdateEmail {
        email: "a@b.com".into(),
        email_code: "1".into(),
        old_email: Some("o@b.com".into()),
        old_email_code: Some("2".into()),
    });
    web "updatePhone" visitor.update_phone(UpdatePhone {
        phone: PHONE.into(),
        phone_code: "1".into(),
        old_phone: Some("17670416755".into()),
        old_phone_code: Some("2".into()),
    });
    web "verifyPhoneCode" owner.verify_phone_code(PHONE, "1234");
    web "getVerificationCode" visitor.send_sms_code(PHONE);
    web "sendOneTimePhoneCode" visitor.send_sms_code(PHONE);
    web "sendRegisterPhoneCode" visitor.send_register_sms_code(PHONE);
    web "unbindEmail" visitor.unbind_email("u1");
    web "bindOAuth" visitor.bind_oauth(BindOauth {
        user: "u1".into(),
        kind: "github".into(),
        unionid: "x".into(),
        user_info: "{}".into(),
    });
    web "unbindOAuth" visitor.unbind_oauth("u1", "github");
    web "readOAuthList" visitor.oauth_list();
    web "readUserOAuthList" visitor.user_oauth_list("u1");
    web "getAuthedAppList" visitor.authed_apps("u1", Page::default());
    web "revokeAuthedApp" visitor.revoke_authed_app("u1", "app1");
    web "changeMFA" visitor.call(ChangeMfa { user: "u1".into(), enable: true, refresh_key: None });
    web "queryMFA" visitor.query_mfa("u1");
    web "getUserPoolSettings" visitor.user_pool_settings();
    web "userExist" visitor.user_exists(CheckUserExists::Phone(PHONE.into()));
    web "userPermissionList" visitor.user_permissions("u1");
    web "userRoleList" visitor.user_roles("u1");
    web "userGroupList" visitor.user_groups("u1");
    web "metadata" visitor.metadata("u1");
    web "setMetadata" visitor.set_metadata("u1", "KEY", "VALUE");
    web "removeMetadata" visitor.remove_metadata("u1", "KEY");
    web "search" owner.search_users("bob");
    web "adConnectorByProvider" visitor.ad_connector_by_provider("p", "OIDC");
    web "genQRCode" visitor.call(GenerateWxappQr {
        random: "A1b2C3d4E5f6G7h8".into(),
        use_self_wxapp: false,
        enable_fetch_phone: false,
    });
    web "checkQR" visitor.call(CheckWxappQr { random: "rand".into(), use_self_wxapp: false });
    web "casLogout" visitor.cas_logout();
    web "preflightFun" visitor.preflight();
    web "cdnPreflightFun" visitor.call(CheckCdn);
    web "qrlogin.geneCode" visitor.call(GenerateAppQr { custom: vec![("hello".into(), "world".into())] });
    web "qrlogin.checkCodeStatus" visitor.call(CheckAppQr { id: "id".into() });
    web "qrlogin.exchangeUserInfo" visitor.call(ExchangeTicket { ticket: "ticket".into() });
    web "list" owner.users(Page::new(1, 10));
    web "remove" owner.call(RemoveUsers { ids: vec!["u1".into()], operator: Some("op".into()) });
    web "userPatch" owner.users_by_ids(["u1", "u2"]);
    web "refreshToken" owner.refresh_user_token("u1");
    web "refreshThirdPartyToken" owner.refresh_third_party_token("u1");
    web "createRole" owner.create_role("r", "d");
    web "assignUserToRole" owner.assign_role("u1", "r1");
    web "removeUserFromRole" owner.remove_role("u1", "r1");
    web "queryRoles" owner.roles(Page::new(1, 10));
    web "queryPermissions" owner.user_permissions_by_role("u1");
    web "updateRolePermissions" owner.update_role_permissions("r1", "r", "p");
    web "getUsersByRole" visitor.users_by_role("r1", Page::new(1, 10));
    web "logout" visitor.call(Logout::of("u1"));

    rights "authz.createGroup" owner.create_group("g", "d");
    rights "authz.group" owner.group("g1");
    rights "authz.groupList" owner.groups(oldest_five());
    rights "authz.groupList#defaults" owner.groups(SortedPage::default());
    rights "authz.updateGroup" owner.update_group(UpdateGroup {
        group: "g1".into(),
        name: Some("g2".into()),
        description: Some("d2".into()),
    });
    rights "authz.deleteGroup" owner.delete_group("g1");
    rights "authz.deleteGroupBatch" owner.delete_groups(["g1", "g2"]);
    rights "authz.groupRoleList" owner.group_roles("g1");
    rights "authz.groupUserList" owner.group_users("g1", oldest_five());
    rights "authz.groupUserList#defaults" owner.group_users("g1", SortedPage::default());
    rights "authz.groupPermissionList" owner.group_permissions("g1");
    rights "authz.createRole" owner.create_rbac_role("r", "d");
    rights "authz.role" owner.rbac_role("r1");
    rights "authz.roleList" owner.rbac_roles(oldest_five());
    rights "authz.updateRole" owner.update_rbac_role(UpdateRbacRole {
        role: "r1".into(),
        name: Some("r2".into()),
        description: Some("d2".into()),
    });
    rights "authz.deleteRole" owner.delete_rbac_role("r1");
    rights "authz.deleteRoleBatch" owner.delete_rbac_roles(["r1", "r2"]);
    rights "authz.addRoleToGroup" owner.add_role_to_group("r1", "g1");
    rights "authz.addRoleToGroupBatch" owner.add_roles_to_group(["r1", "r2"], "g1");
    rights "authz.removeRoleFromGroup" owner.remove_role_from_group("r1", "g1");
    rights "authz.addUserToGroup" owner.add_user_to_group("u1", "g1");
    rights "authz.addUserToGroupBatch" owner.add_users_to_group(["u1", "u2"], "g1");
    rights "authz.removeUserFromGroup" owner.remove_user_from_group("u1", "g1");
    rights "authz.removeUserFromGroupBatch" owner.remove_users_from_group(["u1", "u2"], "g1");
    rights "authz.assignRoleToUser" owner.assign_role_to_user("r1", "u1");
    rights "authz.assignRoleToUserBatch" owner.assign_role_to_users("r1", ["u1", "u2"]);
    rights "authz.revokeRoleFromUser" owner.revoke_role_from_user("r1", "u1");
    rights "authz.roleUserList" owner.rbac_role_users("r1", oldest_five());
    rights "authz.rolePermissionList" owner.rbac_role_permissions("r1");
    rights "authz.createPermission" owner.create_permission("p", "d");
    rights "authz.permission" owner.permission("p1");
    rights "authz.permissionList" owner.permissions(oldest_five());
    rights "authz.deletePermission" owner.delete_permission("p1");
    rights "authz.deletePermissionBatch" owner.delete_permissions(["p1", "p2"]);
    rights "authz.addPermissionToRole" owner.add_permission_to_role("p1", "r1");
    rights "authz.addPermissionToRoleBatch" owner.add_permissions_to_role(["p1", "p2"], "r1");
    rights "authz.removePermissionFromRole" owner.remove_permission_from_role("p1", "r1");
    rights "authz.removePermissionFromRoleBatch" owner.remove_permissions_from_role(["p1", "p2"], "r1");
    rights "org.createOrg" owner.create_org("g1");
    rights "org.dropById" owner.delete_org("o1");
    rights "org.findById" owner.org("o1");
    rights "org.all" owner.orgs();
    rights "org.rootNode" owner.org_root_node("o1");
    rights "org.isRootNode" owner.is_org_root_node("o1", "g1");
    rights "org.addNode" owner.add_org_node("o1", "g2", "g1");
    rights "org.removeNode" owner.remove_org_node("o1", "g2");
    rights "org.searchUser" owner.call(SearchOrgNodeUsers {
        org: "o1".into(),
        node: "g1".into(),
        query: "bob".into(),
        include_children_nodes: false,
        page: Some(Page::new(1, 5)),
    });
}

const PHONE: &str = "17670416754";

fn encrypted() -> EncryptedData {
    EncryptedData::new("C", "ED", "IV")
}

fn nickname(name: &str) -> Profile {
    Profile { nickname: Some(name.into()), ..Profile::default() }
}

/// What the recorded lists ask for.
fn oldest_five() -> SortedPage {
    SortedPage { sort_by: Some(SortBy::CreatedAtAsc), page: Some(Page::new(1, 5)) }
}

fn app() -> AppCredentials {
    AppCredentials::new("c", "s")
}

/// What the service would say, as far as a call of several requests needs it to go on.
fn answer(request: &Recorded) -> String {
    let body = String::from_utf8_lossy(&request.body);
    let data = |data: &str| format!(r#"{{"data":{data}}}"#);
    match request.parts.uri.path() {
        "/upload" => r#"{"key":"avatar/k.png","hash":"h"}"#.to_owned(),
        "/oauth/oidc/token" => r#"{"access_token":"at"}"#.to_owned(),
        _ if body.contains("qiNiuUploadToken") => data(r#"{"qiNiuUploadToken":"upload-token"}"#),
        _ if body.contains("getClientWhenSdkInit") => data(r#"{"getClientWhenSdkInit":{"accessToken":"OWNER_TOKEN"}}"#),
        _ => "{}".to_owned(),
    }
}

/// The service, and a key pair for the passwords.
struct Stage {
    recorder: Recorder,
    key: RsaPrivateKey,
}

impl Stage {
    fn set() -> Self {
        let key = RsaPrivateKey::new(&mut ChaCha20Rng::from_seed([1; 32]), 1024).unwrap();
        Self { recorder: Recorder::start(answer), key }
    }

    fn config(&self, part: &str, name: &str) -> Config {
        let pem = self.key.to_public_key().to_public_key_pem(LineEnding::LF).unwrap();
        let config = Config::new("pool-1").unwrap().with_origin(&self.recorder.origin()).unwrap();
        let config = config.with_public_key(&pem).unwrap();
        // The recording of `changeAvatar` has the public CDN in it; that of the CDN's preflight has its own.
        let config = match name {
            "changeAvatar" => config.with_base_url(Service::Cdn, Service::Cdn.default_url()).unwrap(),
            _ => config,
        };
        if part == "wxapp" { config } else { config.with_secret("secret-1") }
    }

    fn decrypt(&self, cipher: &str) -> String {
        let cipher = Base64::decode_vec(cipher).expect("base64");
        String::from_utf8(self.key.decrypt(Pkcs1v15Encrypt, &cipher).expect("PKCS#1 v1.5")).unwrap()
    }

    /// Compares what came with what was recorded.
    fn judge(&self, part: &str, name: &str, recordings: &Value) -> Vec<String> {
        let recorded = recordings[part][name]["requests"].as_array().unwrap();
        let mut sent = self.recorder.take();
        // A client of ours asks for the owner's token when it first needs it, not when it is made.
        if name != "(construct with secret)" {
            sent.retain(|request| !String::from_utf8_lossy(&request.body).contains("getClientWhenSdkInit"));
        }
        // Our preflight asks for the CDN as well.
        let expected = recorded.len() + usize::from(name == "preflightFun");
        let mut found = Vec::new();
        if sent.len() != expected {
            found.push(format!("sent {} requests, recorded {expected}", sent.len()));
        }
        for (sent, recorded) in sent.iter().zip(recorded) {
            found.extend(differences(sent, recorded, &|cipher| self.decrypt(cipher)));
        }
        let call = format!("{part} {name}");
        let found = deliberate::unexpected(&call, found);
        found.into_iter().map(|difference| format!("{call}: {difference}")).collect()
    }
}

/// All recordings but the first were made with a user logged in.
fn sign_in(session: &Session, part: &str, name: &str) {
    if (part, name) != ("wxapp", "login") {
        session.set_token("USER_TOKEN").unwrap();
    }
}

#[test]
fn every_recording_has_a_call() {
    let recordings = recordings();
    for part in ["wxapp", "web", "rights"] {
        for name in recordings[part].as_object().unwrap().keys() {
            assert!(CALLS.contains(&(part, name)), "{part} {name} has no call");
        }
    }
}

#[test]
fn ureq_sends_what_was_recorded() {
    let (stage, recordings) = (Stage::set(), recordings());
    let mut found = Vec::new();
    for (part, name) in CALLS {
        let pool = authing_ureq::UserPool::new(stage.config(part, name)).unwrap();
        let clients = Clients { visitor: pool.client(), owner: pool.as_owner().ok() };
        sign_in(clients.visitor.session(), part, name);
        let _responses_are_not_compared = call(&clients, part, name);
        found.extend(stage.judge(part, name, &recordings));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn reqwest_sends_what_was_recorded() {
    let (stage, recordings) = (Stage::set(), recordings());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let mut found = Vec::new();
    for (part, name) in CALLS {
        let pool = authing_reqwest::UserPool::new(stage.config(part, name)).unwrap();
        let clients = Clients { visitor: pool.client(), owner: pool.as_owner().ok() };
        sign_in(clients.visitor.session(), part, name);
        let _responses_are_not_compared = runtime.block_on(call_async(&clients, part, name));
        found.extend(stage.judge(part, name, &recordings));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
