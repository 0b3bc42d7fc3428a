//! The services: free functions over the world, called by every door that needs them.

pub(crate) mod access_tokens;
pub(crate) mod callers;
pub(crate) mod captcha;
pub(crate) mod claims;
pub(crate) mod info;
pub(crate) mod messages;
pub(crate) mod oidc;
pub(crate) mod pools;
pub(crate) mod qr_login;
pub(crate) mod rules;
pub(crate) mod sessions;
pub(crate) mod snapshots;
pub(crate) mod social;
pub(crate) mod wechat_phone;
pub(crate) mod wxapp;
