//! The services: free functions over the world, called by every door that needs them.

pub(crate) mod access_tokens;
pub(crate) mod callers;
pub(crate) mod captcha;
pub(crate) mod claims;
pub(crate) mod consents;
pub(crate) mod contacts;
pub(crate) mod directories;
pub(crate) mod info;
pub(crate) mod login;
pub(crate) mod messages;
pub(crate) mod mfa;
pub(crate) mod oidc;
pub(crate) mod passwords;
pub(crate) mod pools;
pub(crate) mod profiles;
pub(crate) mod provider;
pub(crate) mod qr_login;
pub(crate) mod registration;
pub(crate) mod rules;
pub(crate) mod sessions;
pub(crate) mod snapshots;
pub(crate) mod social;
pub(crate) mod users;
pub(crate) mod views;
pub(crate) mod wechat_phone;
pub(crate) mod wxapp;
