//! Every path of the emulator, as axum templates, in one table. The paths and GraphQL fields of the service come from the SDK's
//! operations.

use authing_core::application::{
    GetJsonWebKeySet, GetProviderMetadata, IntrospectToken, ProviderMetadata, RequestTokens, RequestUserInfo,
    RevokeToken,
};
use authing_core::login::{CasLogout, SendRegisterSmsCode, SendSmsCode};
use authing_core::oidc::{Authenticate, GetUserInfo, PasswordGrant, ValidateAccessToken};
use authing_core::preflight::CheckUserService;
use authing_core::qr::{CheckAppQr, CheckWxappQr, ExchangeTicket, GenerateAppQr, GenerateWxappQr};
use authing_core::token::VerifyTokenOnline;
use authing_core::wechat::{BindPhone, Decrypt, GetPhone, LoginWithWxapp};
use authing_core::wire::Endpoint;
use authing_core::{Operation, Service};

pub(crate) const GRAPHQL: &str = Service::User.path();
pub(crate) const SYSTEM_STATUS: &str = path::<CheckUserService>();
pub(crate) const VERIFY_TOKEN: &str = path::<VerifyTokenOnline>();

pub(crate) const SEND_SMS_CODE: &str = path::<SendSmsCode>();
pub(crate) const SEND_REGISTER_SMS_CODE: &str = path::<SendRegisterSmsCode>();

pub(crate) const WXAPP_LOGIN: &str = path::<LoginWithWxapp>();
pub(crate) const WXAPP_GET_PHONE: &str = path::<GetPhone>();
pub(crate) const WXAPP_BIND_PHONE: &str = path::<BindPhone>();
pub(crate) const WXAPP_DECRYPT: &str = path::<Decrypt>();

pub(crate) const OIDC_TOKEN: &str = path::<PasswordGrant>();
pub(crate) const OIDC_USER_INFO: &str = path::<GetUserInfo>();
pub(crate) const OIDC_VALIDATE: &str = path::<ValidateAccessToken>();
pub(crate) const OIDC_AUTHENTICATE: &str = path::<Authenticate>();
pub(crate) const CAS_LOGOUT: &str = path::<CasLogout>();

pub(crate) const WXAPP_QR: &str = path::<GenerateWxappQr>();
pub(crate) const WXAPP_QR_CHECK: &str = path::<CheckWxappQr>();
pub(crate) const APP_QR: &str = path::<GenerateAppQr>();
pub(crate) const APP_QR_CHECK: &str = path::<CheckAppQr>();
pub(crate) const APP_QR_TICKET: &str = path::<ExchangeTicket>();

// OpenID Connect, below an application's host.
pub(crate) const PROVIDER_METADATA: &str = path::<GetProviderMetadata>();
/// RFC 8414, section 3.1: the well-known name stands before the path of the issuer.
pub(crate) const OAUTH_METADATA: &str = "/.well-known/oauth-authorization-server/oidc";
pub(crate) const KEYS: &str = path::<GetJsonWebKeySet>();
pub(crate) const APP_KEYS: &str = "/{app}/oidc/.well-known/jwks.json";
pub(crate) const AUTHORIZATION: &str = ProviderMetadata::AUTHORIZATION_PATH;
pub(crate) const TOKEN: &str = path::<RequestTokens>();
pub(crate) const USER_INFO: &str = path::<RequestUserInfo>();
pub(crate) const INTROSPECTION: &str = path::<IntrospectToken>();
pub(crate) const REVOCATION: &str = path::<RevokeToken>();
pub(crate) const END_SESSION: &str = ProviderMetadata::END_SESSION_PATH;
pub(crate) const VALIDATE: &str = "/api/v2/oidc/validate_token";

// OAuth 2.0, likewise.
pub(crate) const OAUTH_AUTHORIZATION: &str = "/oauth/auth";
pub(crate) const OAUTH_TOKEN: &str = "/oauth/token";
pub(crate) const OAUTH_USER_INFO: &str = "/oauth/me";
pub(crate) const OAUTH_INTROSPECTION: &str = "/oauth/token/introspection";
pub(crate) const OAUTH_REVOCATION: &str = "/oauth/token/revocation";

// The login page, and its files.
pub(crate) const INTERACTION: &str = "/oidc/interaction/{id}";
pub(crate) const LOGIN_STYLE: &str = "/oidc/login.css";
pub(crate) const LOGIN_SCRIPT: &str = "/oidc/respond.js";

// One origin carries every host of the real service, so those that are told apart by host alone have paths here.
pub(crate) const UPLOAD: &str = "/upload";
pub(crate) const CDN: &str = "/cdn";
pub(crate) const CDN_ROOT: &str = "/cdn/";
pub(crate) const CDN_FILE: &str = "/cdn/{*key}";

/// The page for people, and its files.
pub(crate) const PAGE: &str = "/";
pub(crate) const PAGE_PART: &str = "/_emulator/page/{name}";

/// Everything below this is the emulator's own, and no fault ever touches it.
pub(crate) const CONTROL: &str = "/_emulator";
pub(crate) const CONTROL_WECHAT_USERS: &str = "/_emulator/wechat/users";
pub(crate) const CONTROL_WX_LOGIN: &str = "/_emulator/wechat/login";
pub(crate) const CONTROL_USER_INFO: &str = "/_emulator/wechat/user-info";
pub(crate) const CONTROL_PHONE_NUMBER: &str = "/_emulator/wechat/phone-number";
pub(crate) const CONTROL_INBOX: &str = "/_emulator/inbox";
pub(crate) const CONTROL_VERIFY_EMAIL: &str = "/_emulator/verify-email";
pub(crate) const CONTROL_AUTHORIZED_APPS: &str = "/_emulator/authorized-apps";
pub(crate) const CONTROL_CLOCK: &str = "/_emulator/clock";
pub(crate) const CONTROL_FAULTS: &str = "/_emulator/faults";
pub(crate) const CONTROL_OAUTH_PROVIDERS: &str = "/_emulator/oauth-providers";
pub(crate) const CONTROL_CAPTCHA: &str = "/_emulator/captcha";
pub(crate) const CONTROL_CAPTCHA_PICTURE: &str = "/_emulator/captcha/picture.svg";
pub(crate) const CONTROL_QR: &str = "/_emulator/qr";
pub(crate) const CONTROL_QR_PICTURE: &str = "/_emulator/qr/{id}/picture.svg";
pub(crate) const CONTROL_QR_SCAN: &str = "/_emulator/qr/scan";
pub(crate) const CONTROL_QR_CONFIRM: &str = "/_emulator/qr/confirm";
pub(crate) const CONTROL_QR_CANCEL: &str = "/_emulator/qr/cancel";
pub(crate) const CONTROL_QR_EXPIRE: &str = "/_emulator/qr/expire";
pub(crate) const CONTROL_STATE: &str = "/_emulator/state";
pub(crate) const CONTROL_APPS: &str = "/_emulator/apps";
pub(crate) const CONTROL_LOG_IN: &str = "/_emulator/log-in";
pub(crate) const CONTROL_ROTATE_KEYS: &str = "/_emulator/keys/rotate";
pub(crate) const CONTROL_SESSIONS: &str = "/_emulator/sessions";
pub(crate) const CONTROL_END_SESSION: &str = "/_emulator/sessions/end";
pub(crate) const CONTROL_GRANTS: &str = "/_emulator/grants";
pub(crate) const CONTROL_REVOKE_GRANT: &str = "/_emulator/grants/revoke";
pub(crate) const CONTROL_USERS: &str = "/_emulator/users";
pub(crate) const CONTROL_DEPARTMENTS: &str = "/_emulator/departments";
pub(crate) const CONTROL_GROUPS: &str = "/_emulator/groups";
pub(crate) const CONTROL_ROLES: &str = "/_emulator/roles";
pub(crate) const CONTROL_REQUESTS: &str = "/_emulator/requests";
pub(crate) const CONTROL_DECODE: &str = "/_emulator/tokens/decode";
pub(crate) const CONTROL_RESET: &str = "/_emulator/reset";

/// The endpoint of an operation.
pub(crate) const fn endpoint<O: Operation>() -> &'static Endpoint {
    const { &Of::<O>::ENDPOINT }
}

const fn path<O: Operation>() -> &'static str {
    endpoint::<O>().path()
}

/// The root field of an operation of GraphQL; empty for any other.
pub(crate) const fn field<O: Operation>() -> &'static str {
    match endpoint::<O>() {
        Endpoint::GraphQl(graphql) => graphql.field,
        Endpoint::Rest(_) => "",
    }
}

/// Names an operation's endpoint, so that it can be borrowed for good.
struct Of<O>(std::marker::PhantomData<O>);

impl<O: Operation> Of<O> {
    const ENDPOINT: Endpoint = O::ENDPOINT;
}

/// Whether a path is the emulator's own, and none of the services'.
pub(crate) fn is_own(path: &str) -> bool {
    path == PAGE || path.strip_prefix(CONTROL).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
