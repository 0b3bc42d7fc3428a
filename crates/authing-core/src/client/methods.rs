//! What both clients can do, by the names that users expect: one table, from which the blocking and the asynchronous methods
//! are made. Each line is an operation or a flow, and how its arguments become it; all else is said there.

use serde_json::Value;

use super::{AllUsers, AllUsersStream, AsyncClient, Client, RawGraphQl};
use crate::account::{
    ChangeAvatar, ChangeMfa, ChangePassword, CheckUserExists, GetPoolSettings, GetUploadToken, GetUser,
    ListAuthorizedApps, ListUserGroups, ListUserPermissions, ListUserRoles, Logout, Mfa, QueryMfa, Register,
    RevokeAuthedApp, SendChangeEmailVerifyCode, SendResetPasswordEmail, SendVerifyEmail, UnbindEmail, Update,
    UpdateEmail, UpdatePhone, VerifyPhoneCode, VerifyResetPasswordVerifyCode,
};
use crate::body::UploadFile;
use crate::login::{
    AdConnector, CasLogout, GetAdConnector, Login, LoginByAd, LoginByLdap, LoginByPhoneCode, LoginByPhonePassword,
    RefreshSignInToken, SendRegisterSmsCode, SendSmsCode, SignIn, SignInResponse,
};
use crate::management::{
    AssignRole, CreateRole, CreateUser, GetUsersByIds, ListRoles, ListUserPermissionsByRole, ListUsers,
    ListUsersByRole, RefreshThirdPartyToken, RefreshUserToken, RemoveRole, RemoveUsers, SearchUsers,
    SendActivationEmail, ThirdPartyTokens, UpdateRolePermissions, UserTokenResponse,
};
use crate::metadata::{GetMetadata, Metadata, RemoveMetadata, SetMetadata};
use crate::oidc::{
    AccessTokenStatus, AppCredentials, Authenticate, ExchangeForOidcToken, LoginByOidc, OidcLoginResponse,
    PasswordGrant, RefreshOidcToken, TokenResponse, UserInfoClaims, ValidateAccessToken,
};
use crate::preflight::Preflight;
use crate::qr::{AppScene, QrEvent, QrLogin, WxappScene};
use crate::social::{
    BindOauth, ListOauthProviders, ListUserOauthProviders, OauthBinding, OauthProvider, UnbindOauth, UserOauthProvider,
};
use crate::token::{CheckLoginStatus, DecodeToken, DecodedToken, LoginStatus, VerifyTokenOnline};
use crate::types::{
    AuthorizedApps, CommonMessage, List, Page, PoolSettings, RbacList, Reference, RevokedAuthorization, Role,
    RoleMember, RolePermissions, User,
};
use crate::wechat::{BindPhone, Decrypt, EncryptedData, GetPhone, LoginWithWxapp, PhoneNumber};
use crate::{AdConnectorId, AppId, Error, OneTimeCode, Password, PersonalData, Phone, RoleId, Token, UserId};

macro_rules! methods {
    (
        calls { $(#[doc = $doc:literal] $call:ident($($arg:ident: $type:ty),*) -> $answer:ty = $operation:expr;)* }
        flows { $(#[doc = $flow_doc:literal] $run:ident($context:ident $(, $flow_arg:ident: $flow_type:ty)*) -> $output:ty = $flow:expr;)* }
        news { $(#[doc = $news_doc:literal] $tell:ident($news_context:ident $(, $news_arg:ident: $news_type:ty)*) with $news:ty, -> $result:ty = $telling:expr;)* }
    ) => {
        /// The service's calls.
        impl Client {
            $(#[doc = $doc] pub fn $call(&self $(, $arg: $type)*) -> Result<$answer, Error> { self.call($operation) })*
            $(#[doc = $flow_doc] pub fn $run(&self $(, $flow_arg: $flow_type)*) -> Result<$output, Error> {
                let $context = self.context();
                self.run($flow)
            })*
            $(#[doc = $news_doc] pub fn $tell(&self $(, $news_arg: $news_type)*, tell: impl FnMut($news)) -> Result<$result, Error> {
                let $news_context = self.context();
                self.run_with($telling, tell)
            })*
        }

        /// The service's calls.
        impl AsyncClient {
            $(#[doc = $doc] pub async fn $call(&self $(, $arg: $type)*) -> Result<$answer, Error> {
                self.call($operation).await
            })*
            $(#[doc = $flow_doc] pub async fn $run(&self $(, $flow_arg: $flow_type)*) -> Result<$output, Error> {
                let $context = self.context();
                self.run($flow).await
            })*
            $(#[doc = $news_doc] pub async fn $tell(&self $(, $news_arg: $news_type)*, tell: impl FnMut($news)) -> Result<$result, Error> {
                let $news_context = self.context();
                self.run_with($telling, tell).await
            })*
        }
    };
}

methods! {
    calls {
        #[doc = "Logs in with an email address, a username or a third party's id: see [`Login`]."]
        login(login: Login) -> User = login;
        #[doc = "Logs in with a code from an SMS: see [`LoginByPhoneCode`]."]
        login_by_phone_code(phone: impl Into<Phone>, code: impl Into<OneTimeCode>) -> User =
            LoginByPhoneCode { phone: phone.into(), code: code.into() };
        #[doc = "Logs in with a phone number and a password: see [`LoginByPhonePassword`]."]
        login_by_phone_password(phone: impl Into<Phone>, password: impl Into<Password>) -> User =
            LoginByPhonePassword { phone: phone.into(), password: password.into() };
        #[doc = "Logs in with an account of an LDAP directory: see [`LoginByLdap`]."]
        login_by_ldap(username: impl Into<String>, password: impl Into<Password>) -> User =
            LoginByLdap { username: username.into(), password: password.into() };
        #[doc = "Logs in with an account of an Active Directory: see [`LoginByAd`]."]
        login_by_ad(username: impl Into<String>, password: impl Into<Password>, connector: impl Into<AdConnectorId>) -> User =
            LoginByAd { username: username.into(), password: password.into(), connector: connector.into() };
        #[doc = "Asks which Active Directory an application logs in with: see [`GetAdConnector`]."]
        ad_connector_by_provider(provider: impl Into<AppId>, kind: impl Into<String>) -> Option<AdConnector> =
            GetAdConnector { provider: provider.into(), kind: kind.into() };
        #[doc = "Logs in and gets the tokens of OpenID Connect: see [`SignIn`]."]
        sign_in(sign_in: SignIn) -> SignInResponse = sign_in;
        #[doc = "Trades a refresh token of `sign_in`: see [`RefreshSignInToken`]."]
        refresh_sign_in_token(refresh_token: impl Into<Token>) -> TokenResponse =
            RefreshSignInToken { app: None, refresh_token: refresh_token.into() };
        #[doc = "Sends a code by SMS, to log in with: see [`SendSmsCode`]."]
        send_sms_code(phone: impl Into<Phone>) -> CommonMessage = SendSmsCode { phone: phone.into() };
        #[doc = "Sends a code by SMS, to register with: see [`SendRegisterSmsCode`]."]
        send_register_sms_code(phone: impl Into<Phone>) -> CommonMessage = SendRegisterSmsCode { phone: phone.into() };
        #[doc = "Ends the session of the Central Authentication Service: see [`CasLogout`]."]
        cas_logout() -> CommonMessage = CasLogout;

        #[doc = "Registers a user: see [`Register`]."]
        register(register: Register) -> User = register;
        #[doc = "Logs a user out, here even if the service cannot be reached: see [`Logout`]."]
        logout(user: impl Into<UserId>) -> User = Logout { user: user.into() };
        #[doc = "Reads a user: see [`GetUser`]."]
        user(id: impl Into<UserId>) -> User = GetUser { id: id.into() };
        #[doc = "Changes a user's data: see [`Update`]."]
        update(update: Update) -> User = update;
        #[doc = "Sets a new password with the code from a mail: see [`ChangePassword`]."]
        change_password(email: impl Into<String>, password: impl Into<Password>, code: impl Into<OneTimeCode>) -> User =
            ChangePassword { email: email.into(), password: password.into(), verify_code: code.into() };
        #[doc = "Sends a code to reset a password: see [`SendResetPasswordEmail`]."]
        send_reset_password_email(email: impl Into<String>) -> CommonMessage = SendResetPasswordEmail { email: email.into() };
        #[doc = "Checks a code to reset a password: see [`VerifyResetPasswordVerifyCode`]."]
        verify_reset_password_verify_code(email: impl Into<String>, code: impl Into<OneTimeCode>) -> CommonMessage =
            VerifyResetPasswordVerifyCode { email: email.into(), verify_code: code.into() };
        #[doc = "Sends a mail that verifies an address: see [`SendVerifyEmail`]."]
        send_verify_email(email: impl Into<String>) -> CommonMessage = SendVerifyEmail { email: email.into() };
        #[doc = "Sends a code to change an address: see [`SendChangeEmailVerifyCode`]."]
        send_change_email_verify_code(email: impl Into<String>) -> CommonMessage =
            SendChangeEmailVerifyCode { email: email.into() };
        #[doc = "Changes the address: see [`UpdateEmail`]."]
        update_email(update: UpdateEmail) -> User = update;
        #[doc = "Changes the phone number: see [`UpdatePhone`]."]
        update_phone(update: UpdatePhone) -> User = update;
        #[doc = "Checks a code from an SMS: see [`VerifyPhoneCode`]."]
        verify_phone_code(phone: impl Into<Phone>, code: impl Into<OneTimeCode>) -> CommonMessage =
            VerifyPhoneCode { phone: phone.into(), code: code.into() };
        #[doc = "Takes the address from a user: see [`UnbindEmail`]."]
        unbind_email(user: impl Into<UserId>) -> User = UnbindEmail { user: user.into() };
        #[doc = "Reads a user's second factor: see [`QueryMfa`]."]
        query_mfa(user: impl Into<UserId>) -> Option<Mfa> = QueryMfa { user: user.into() };
        #[doc = "Turns a user's second factor on or off: see [`ChangeMfa`]."]
        change_mfa(user: impl Into<UserId>, enable: bool) -> Mfa =
            ChangeMfa { user: user.into(), enable, refresh_key: None };
        #[doc = "Lists the applications that a user has authorized: see [`ListAuthorizedApps`]."]
        authed_apps(user: impl Into<UserId>, page: Page) -> AuthorizedApps = ListAuthorizedApps { user: user.into(), page };
        #[doc = "Takes back an authorization: see [`RevokeAuthedApp`]."]
        revoke_authed_app(user: impl Into<UserId>, app: impl Into<AppId>) -> RevokedAuthorization =
            RevokeAuthedApp { user: user.into(), app: app.into() };
        #[doc = "Asks whether there is such a user: see [`CheckUserExists`]."]
        user_exists(user: CheckUserExists) -> bool = user;
        #[doc = "Lists a user's permissions: see [`ListUserPermissions`]."]
        user_permissions(user: impl Into<UserId>) -> RbacList = ListUserPermissions { user: user.into() };
        #[doc = "Lists a user's roles: see [`ListUserRoles`]."]
        user_roles(user: impl Into<UserId>) -> RbacList = ListUserRoles { user: user.into() };
        #[doc = "Lists a user's groups: see [`ListUserGroups`]."]
        user_groups(user: impl Into<UserId>) -> RbacList = ListUserGroups { user: user.into() };
        #[doc = "Reads the pool's public settings: see [`GetPoolSettings`]."]
        user_pool_settings() -> PoolSettings = GetPoolSettings;
        #[doc = "Asks for a token to upload a photo with: see [`GetUploadToken`]."]
        upload_token() -> Token = GetUploadToken;

        #[doc = "Reads the custom fields of a user: see [`GetMetadata`]."]
        metadata(user: impl Into<UserId>) -> Metadata = GetMetadata { user: user.into() };
        #[doc = "Sets a custom field: see [`SetMetadata`]."]
        set_metadata(user: impl Into<UserId>, key: impl Into<String>, value: impl Into<String>) -> Metadata =
            SetMetadata { user: user.into(), key: key.into(), value: value.into() };
        #[doc = "Removes a custom field: see [`RemoveMetadata`]."]
        remove_metadata(user: impl Into<UserId>, key: impl Into<String>) -> Metadata =
            RemoveMetadata { user: user.into(), key: key.into() };

        #[doc = "Logs in with WeChat: see [`LoginWithWxapp`]."]
        login_with_wxapp(login: LoginWithWxapp) -> User = login;
        #[doc = "Reads the person's phone number: see [`GetPhone`]."]
        get_phone(data: EncryptedData) -> PhoneNumber = GetPhone { data };
        #[doc = "Binds the person's phone number: see [`BindPhone`]."]
        bind_phone(data: EncryptedData) -> User = BindPhone { data };
        #[doc = "Decrypts whatever WeChat encrypted: see [`Decrypt`]."]
        decrypt(data: EncryptedData) -> Value = Decrypt { data };

        #[doc = "Lists the third parties that one can log in with: see [`ListOauthProviders`]."]
        oauth_list() -> Vec<OauthProvider> = ListOauthProviders;
        #[doc = "Lists which accounts of third parties a user has bound: see [`ListUserOauthProviders`]."]
        user_oauth_list(user: impl Into<UserId>) -> Vec<UserOauthProvider> = ListUserOauthProviders { user: user.into() };
        #[doc = "Binds an account of a third party: see [`BindOauth`]."]
        bind_oauth(bind: BindOauth) -> OauthBinding = bind;
        #[doc = "Unbinds an account of a third party: see [`UnbindOauth`]."]
        unbind_oauth(user: impl Into<UserId>, kind: impl Into<String>) -> OauthBinding =
            UnbindOauth { user: user.into(), kind: kind.into() };

        #[doc = "Asks whether the client's own token is alive: see [`CheckLoginStatus`]."]
        check_login_status() -> LoginStatus = CheckLoginStatus::default();
        #[doc = "Asks whether another token is alive: see [`CheckLoginStatus`]."]
        check_login_status_of(token: impl Into<Token>) -> LoginStatus = CheckLoginStatus { token: Some(token.into()) };
        #[doc = "Has the service decode a token: see [`DecodeToken`]."]
        decode_token(token: impl Into<Token>) -> DecodedToken = DecodeToken { token: token.into() };
        #[doc = "Has the service verify a token: see [`VerifyTokenOnline`]."]
        verify_token_online(token: impl Into<Token>) -> LoginStatus = VerifyTokenOnline { token: token.into() };

        #[doc = "Trades a refresh token for new tokens: see [`RefreshOidcToken`]."]
        refresh_oidc_token(app: AppCredentials, refresh_token: impl Into<Token>) -> TokenResponse =
            RefreshOidcToken { app, token: refresh_token.into() };
        #[doc = "Trades a user's token for tokens of OpenID Connect: see [`ExchangeForOidcToken`]."]
        exchange_for_oidc_token(app: AppCredentials, token: impl Into<Token>) -> TokenResponse =
            ExchangeForOidcToken { app, token: token.into() };
        #[doc = "Has the service verify an access token: see [`ValidateAccessToken`]."]
        validate_access_token(access_token: impl Into<Token>) -> AccessTokenStatus =
            ValidateAccessToken { access_token: access_token.into() };
        #[doc = "Has the service say whose an access token is: see [`Authenticate`]."]
        authenticate(access_token: impl Into<Token>) -> UserInfoClaims = Authenticate { access_token: access_token.into() };

        #[doc = "Lists the pool's users, a page at a time: see [`ListUsers`]."]
        users(page: Page) -> List<User> = ListUsers { page };
        #[doc = "Searches the pool for users, in every field: see [`SearchUsers`]."]
        search_users(value: impl Into<PersonalData>) -> List<User> = SearchUsers::in_all_fields(value);
        #[doc = "Reads several users at once: see [`GetUsersByIds`]."]
        users_by_ids(ids: impl IntoIterator<Item = impl Into<UserId>>) -> List<User> =
            GetUsersByIds { ids: ids.into_iter().map(Into::into).collect() };
        #[doc = "Removes users, for good: see [`RemoveUsers`]."]
        remove_users(ids: impl IntoIterator<Item = impl Into<UserId>>) -> Vec<Reference> =
            RemoveUsers { ids: ids.into_iter().map(Into::into).collect(), operator: None };
        #[doc = "Makes a user, as the pool's owner: see [`CreateUser`]."]
        create_user(register: Register) -> User = CreateUser(register);
        #[doc = "Makes a new token for a user: see [`RefreshUserToken`]."]
        refresh_user_token(user: impl Into<UserId>) -> UserTokenResponse = RefreshUserToken { user: user.into() };
        #[doc = "Refreshes a user's tokens of a third party: see [`RefreshThirdPartyToken`]."]
        refresh_third_party_token(user: impl Into<UserId>) -> ThirdPartyTokens =
            RefreshThirdPartyToken { user: user.into() };
        #[doc = "Makes a role: see [`CreateRole`]."]
        create_role(name: impl Into<String>, descriptions: impl Into<String>) -> Role =
            CreateRole { name: name.into(), descriptions: Some(descriptions.into()) };
        #[doc = "Changes what a role permits: see [`UpdateRolePermissions`]."]
        update_role_permissions(role: impl Into<RoleId>, name: impl Into<String>, permissions: impl Into<String>) -> Role =
            UpdateRolePermissions { role: role.into(), name: name.into(), permissions: permissions.into() };
        #[doc = "Lists the pool's roles: see [`ListRoles`]."]
        roles(page: Page) -> List<Role> = ListRoles { page };
        #[doc = "Gives a role to a user: see [`AssignRole`]."]
        assign_role(user: impl Into<UserId>, role: impl Into<RoleId>) -> List<RoleMember> =
            AssignRole { user: user.into(), role: role.into() };
        #[doc = "Takes a role from a user: see [`RemoveRole`]."]
        remove_role(user: impl Into<UserId>, role: impl Into<RoleId>) -> Option<RoleMember> =
            RemoveRole { user: user.into(), role: role.into() };
        #[doc = "Lists the users who have a role: see [`ListUsersByRole`]."]
        users_by_role(role: impl Into<RoleId>, page: Page) -> List<RoleMember> = ListUsersByRole { role: role.into(), page };
        #[doc = "Lists what a user's roles permit: see [`ListUserPermissionsByRole`]."]
        user_permissions_by_role(user: impl Into<UserId>) -> List<RolePermissions> =
            ListUserPermissionsByRole { user: user.into() };
        #[doc = "Sends a mail that activates an account: see [`SendActivationEmail`]."]
        send_activation_email(email: impl Into<String>) -> CommonMessage = SendActivationEmail { email: email.into() };

        #[doc = "Sends a GraphQL document of your own: see [`RawGraphQl`]."]
        graphql(document: impl Into<String>, variables: Value) -> Value = RawGraphQl::new(document, variables);
    }
    flows {
        #[doc = "Changes a user's photo to a file: see [`ChangeAvatar`]."]
        change_avatar(context, user: impl Into<UserId>, photo: UploadFile) -> User = ChangeAvatar::from_file(context, user, photo);
        #[doc = "Logs in as an application of OpenID Connect: see [`LoginByOidc`]."]
        login_by_oidc(context, grant: PasswordGrant) -> OidcLoginResponse = LoginByOidc::new(context, grant);
        #[doc = "Asks the services for a sign of life: see [`Preflight`]."]
        preflight(context) -> () = Preflight::new(context);
    }
    news {
        #[doc = "Logs in by a QR code that a mini-program confirms: see [`QrLogin`]."]
        login_by_wxapp_qr(context, scene: WxappScene) with QrEvent, -> User = QrLogin::new(context, scene);
        #[doc = "Logs in by a QR code that an app scans: see [`QrLogin`]."]
        login_by_app_qr(context, scene: AppScene) with QrEvent, -> User = QrLogin::new(context, scene);
    }
}

impl Client {
    /// All users of the pool, fetched `size` at a time as they are asked for, until the total that the service tells has come,
    /// or an empty page. It ends after an error.
    pub fn all_users(&self, size: u32) -> AllUsers {
        AllUsers::new(self.clone(), size)
    }
}

impl AsyncClient {
    /// All users of the pool, fetched `size` at a time as they are asked for, until the total that the service tells has come,
    /// or an empty page. It ends after an error.
    pub fn all_users(&self, size: u32) -> AllUsersStream {
        AllUsersStream::new(self.clone(), size)
    }
}
