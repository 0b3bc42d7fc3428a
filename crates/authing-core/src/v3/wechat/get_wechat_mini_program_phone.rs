//! The phone number of a WeChat user.
//!
//! Wire: `POST {host}/api/v3/get-wechat-miniprogram-phone`

use serde::Deserialize;

use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, ResponseShape, Shape, fields};
use crate::{Method, Operation, Phone, Service, WechatCode};

fields! {
    /// Gets the phone number of a WeChat user with the code of the phone button's event. A code works once.
    ///
    /// # Errors
    ///
    /// * [`Error::Service`](crate::Error::Service) with [`V3_THIRD_PARTY_FAILED`](crate::ErrorCode::V3_THIRD_PARTY_FAILED) if
    ///   WeChat rejects the code.
    pub struct GetWechatMiniProgramPhone {
        /// The connection of the identity source, as the console names it.
        ext_idp_conn_identifier: String = "extIdpConnidentifier";
        /// The code of the phone button's event, not of `wx.login`.
        code: WechatCode = "code";
    }
}

/// The phone number of a WeChat user.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "WechatPhoneDocument")]
#[non_exhaustive]
pub struct WechatPhone {
    /// The number, with the country code if it is not China's.
    pub phone_number: Option<Phone>,
    /// The number without the country code.
    pub pure_phone_number: Option<Phone>,
    /// The country code.
    pub country_code: Option<String>,
}

/// The response: the fields in `phone_info`, which the published mini-program client reads, or at the top, as documented.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct WechatPhoneDocument {
    #[serde(rename = "phone_info")]
    phone_info: Option<Box<WechatPhoneDocument>>,
    phone_number: Option<Phone>,
    pure_phone_number: Option<Phone>,
    country_code: Option<String>,
}

impl From<WechatPhoneDocument> for WechatPhone {
    fn from(document: WechatPhoneDocument) -> Self {
        let WechatPhoneDocument { phone_info, phone_number, pure_phone_number, country_code } = document;
        match phone_info {
            Some(inner) => (*inner).into(),
            None => Self { phone_number, pure_phone_number, country_code },
        }
    }
}

impl GetWechatMiniProgramPhone {
    /// Creates the request from its required arguments.
    pub fn new(ext_idp_conn_identifier: impl Into<String>, code: impl Into<WechatCode>) -> Self {
        Self { ext_idp_conn_identifier: ext_idp_conn_identifier.into(), code: code.into() }
    }
}

impl Operation for GetWechatMiniProgramPhone {
    type Needs = needs::AnyApplication;
    type Response = WechatPhone;

    const NAME: &'static str = "getWechatMiniProgramPhone";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::Application,
        Method::Post,
        "/api/v3/get-wechat-miniprogram-phone",
        Encoding::Json,
        Envelope::V3,
    );

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}

impl ResponseShape for WechatPhone {
    const SHAPE: Shape = Shape::AnyOf(&["phone_info", "phoneNumber", "purePhoneNumber"]);
}
