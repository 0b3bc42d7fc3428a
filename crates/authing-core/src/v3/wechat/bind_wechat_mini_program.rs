//! Binds WeChat to an account.
//!
//! Wire: `POST {host}/connections/social/wechat-miniprogram/bind`

use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Ciphertext, Method, Operation, PersonalData, Service, WechatCode};

fields! {
    /// Binds a WeChat user of a mini-program to the account that is logged in.
    ///
    /// # Errors
    ///
    /// * [`Error::Service`](crate::Error::Service) with [`V3_THIRD_PARTY_FAILED`](crate::ErrorCode::V3_THIRD_PARTY_FAILED) if
    ///   WeChat rejects the code.
    /// * [`Error::Service`](crate::Error::Service) with [`V3_CONFLICT`](crate::ErrorCode::V3_CONFLICT) if the WeChat user is
    ///   bound to another account.
    pub struct BindWechatMiniProgram {
        /// The code of `wx.login`.
        code: WechatCode = "code";
        /// The connection of the identity source, as the console names it.
        ext_idp_conn_identifier: Option<String> = "extIdpConnidentifier";
        /// The initialisation vector.
        iv: Option<Ciphertext> = "iv";
        /// Data that WeChat encrypted for this code.
        encrypted_data: Option<Ciphertext> = "encryptedData";
        /// The unencrypted profile (`rawData` of WeChat).
        raw_data: Option<PersonalData> = "rawData";
    }
}

impl BindWechatMiniProgram {
    /// Creates the request from its required arguments.
    pub fn new(code: impl Into<WechatCode>) -> Self {
        Self { code: code.into(), ext_idp_conn_identifier: None, iv: None, encrypted_data: None, raw_data: None }
    }
}

impl Operation for BindWechatMiniProgram {
    type Needs = needs::ApplicationUser;
    type Response = ();

    const NAME: &'static str = "bindWechatMiniProgram";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Application,
        Method::Post,
        "/connections/social/wechat-miniprogram/bind",
        Encoding::Json,
        Envelope::V3Status,
    );

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}
