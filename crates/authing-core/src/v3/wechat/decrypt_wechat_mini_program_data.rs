//! Data that WeChat encrypted.
//!
//! Wire: `POST {host}/api/v3/decrypt-wechat-miniprogram-data`

use crate::principal::needs;
use crate::v3::types::PersonalJson;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Ciphertext, Method, Operation, Service, WechatCode};

fields! {
    /// Decrypts data of WeChat, at the service.
    ///
    /// # Errors
    ///
    /// * [`Error::Service`](crate::Error::Service) with [`V3_THIRD_PARTY_FAILED`](crate::ErrorCode::V3_THIRD_PARTY_FAILED) if
    ///   WeChat rejects the code, or the data do not decrypt.
    pub struct DecryptWechatMiniProgramData {
        /// The connection of the identity source, as the console names it.
        ext_idp_conn_identifier: String = "extIdpConnidentifier";
        /// The code of the `wx.login` before the data were encrypted.
        code: WechatCode = "code";
        /// The initialisation vector.
        iv: Ciphertext = "iv";
        /// The data.
        encrypted_data: Ciphertext = "encryptedData";
    }
}

impl DecryptWechatMiniProgramData {
    /// Creates the request from its required arguments.
    pub fn new(
        ext_idp_conn_identifier: impl Into<String>,
        code: impl Into<WechatCode>,
        iv: impl Into<Ciphertext>,
        encrypted_data: impl Into<Ciphertext>,
    ) -> Self {
        Self {
            ext_idp_conn_identifier: ext_idp_conn_identifier.into(),
            code: code.into(),
            iv: iv.into(),
            encrypted_data: encrypted_data.into(),
        }
    }
}

impl Operation for DecryptWechatMiniProgramData {
    type Needs = needs::AnyApplication;
    type Response = PersonalJson;

    const NAME: &'static str = "decryptWechatMiniProgramData";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Application,
        Method::Post,
        "/api/v3/decrypt-wechat-miniprogram-data",
        Encoding::Json,
        Envelope::V3,
    );

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}
