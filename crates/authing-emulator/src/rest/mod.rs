//! The REST side: one file per area.

mod envelope;
pub(crate) mod oidc;
pub(crate) mod qr;
pub(crate) mod sms;
pub(crate) mod tokens;
pub(crate) mod uploads;
pub(crate) mod wechat;
