//! The types that convert to an argument: texts, numbers, ids, and secrets, which errors and logs never show.

use std::borrow::Cow;

use super::Argument;
use crate::{
    AccessToken, AuthorizationCode, Ciphertext, OneTimeCode, Password, PersonalData, Phone, PkceCodeVerifier, QrCodeId,
    RefreshToken, Secret, Token, WechatCode,
};
use crate::{AdConnectorId, AppId, GroupId, OrgId, PermissionId, PoolId, RbacRoleId, RoleId, UserId};

impl<'a> From<&'a str> for Argument<'a> {
    fn from(text: &'a str) -> Self {
        Self::String(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Argument<'a> {
    fn from(text: &'a String) -> Self {
        Self::String(Cow::Borrowed(text))
    }
}

impl From<String> for Argument<'_> {
    fn from(text: String) -> Self {
        Self::String(Cow::Owned(text))
    }
}

impl From<bool> for Argument<'_> {
    fn from(flag: bool) -> Self {
        Self::Bool(flag)
    }
}

impl From<&bool> for Argument<'_> {
    fn from(flag: &bool) -> Self {
        Self::Bool(*flag)
    }
}

impl From<u32> for Argument<'_> {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<&u32> for Argument<'_> {
    fn from(number: &u32) -> Self {
        Self::Number((*number).into())
    }
}

impl From<&i64> for Argument<'_> {
    fn from(number: &i64) -> Self {
        Self::Number(*number)
    }
}

impl From<i64> for Argument<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

macro_rules! plain { ($($id:ident)*) => { $(
    impl<'a> From<&'a $id> for Argument<'a> {
        fn from(id: &'a $id) -> Self {
            Self::String(Cow::Borrowed(id.as_str()))
        }
    }
)* } }

macro_rules! secret { ($($secret:ident)*) => { $(
    impl<'a> From<&'a $secret> for Argument<'a> {
        fn from(secret: &'a $secret) -> Self {
            Self::Secret(secret.expose())
        }
    }
)* } }

plain! { AdConnectorId AppId GroupId OrgId PermissionId PoolId RbacRoleId RoleId UserId }
secret! {
    AccessToken AuthorizationCode Ciphertext OneTimeCode Password PersonalData Phone PkceCodeVerifier QrCodeId RefreshToken
    Secret Token WechatCode
}
