//! Every path the emulator answers, as axum templates, in one table.

pub(crate) const GRAPHQL: &str = "/graphql";
pub(crate) const SYSTEM_STATUS: &str = "/system/status";
pub(crate) const VERIFY_TOKEN: &str = "/authing/token";

pub(crate) const SEND_SMS_CODE: &str = "/send_smscode/{phone}/{pool}";
pub(crate) const SEND_REGISTER_SMS_CODE: &str = "/notification/send_register_smscode/{phone}/{pool}";

pub(crate) const WXAPP_LOGIN: &str = "/oauth/wechatapp/auth/{pool}";
pub(crate) const WXAPP_GET_PHONE: &str = "/oauth/wechatapp/getphone/{pool}";
pub(crate) const WXAPP_BIND_PHONE: &str = "/oauth/wechatapp/phone/{pool}";
pub(crate) const WXAPP_DECRYPT: &str = "/oauth/wechatapp/decrypt/{pool}";

pub(crate) const UPLOAD: &str = "/upload";
pub(crate) const CDN: &str = "/cdn";
pub(crate) const CDN_ROOT: &str = "/cdn/";
pub(crate) const CDN_FILE: &str = "/cdn/{*key}";

/// Everything below this is the emulator's own, and no fault ever touches it.
pub(crate) const CONTROL: &str = "/_emulator";
pub(crate) const CONTROL_PEOPLE: &str = "/_emulator/wechat/people";
pub(crate) const CONTROL_WX_LOGIN: &str = "/_emulator/wechat/login";
pub(crate) const CONTROL_USER_INFO: &str = "/_emulator/wechat/user-info";
pub(crate) const CONTROL_PHONE_NUMBER: &str = "/_emulator/wechat/phone-number";
pub(crate) const CONTROL_INBOX: &str = "/_emulator/inbox";
pub(crate) const CONTROL_VERIFY_EMAIL: &str = "/_emulator/verify-email";
pub(crate) const CONTROL_AUTHORIZED_APPS: &str = "/_emulator/authorized-apps";
pub(crate) const CONTROL_CLOCK: &str = "/_emulator/clock";
pub(crate) const CONTROL_FAULTS: &str = "/_emulator/faults";
pub(crate) const CONTROL_RESET: &str = "/_emulator/reset";
