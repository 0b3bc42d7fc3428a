//! A QR code for a login.
//!
//! Wire: `POST {host}/api/v3/gene-qrcode`

use serde::Deserialize;

use crate::principal::needs;
use crate::v3::types::CustomData;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, ResponseShape, Shape, fields, texts};
use crate::{Method, Operation, QrCodeId, Service};

fields! {
    /// Creates a QR code for a login.
    pub struct GeneQrCode {
        /// The kind of app that scans the code.
        kind: QrCodeKind = "type";
        /// The connection of the identity source, for WeChat.
        ext_idp_conn_id: Option<String> = "extIdpConnId";
        /// Data for the app that scans the code.
        custom_data: Option<CustomData> = "customData";
        /// Data for the pool's pipeline functions.
        context: Option<CustomData> = "context";
        /// Whether the picture contains the logo.
        auto_merge_qr_code: Option<bool> = "autoMergeQrCode";
    }
}

texts! {
    /// The kind of app that scans a QR code.
    pub enum QrCodeKind {
        /// An app.
        MobileApp = "MOBILE_APP",
        /// A mini-program of WeChat.
        WechatMiniProgram = "WECHAT_MINIPROGRAM",
        /// An official account of WeChat.
        WechatOfficialAccount = "WECHAT_OFFICIAL_ACCOUNT",
    }
}

/// A QR code of the service.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct GeneratedQrCode {
    /// The id of the code (`qrcodeId`).
    #[serde(rename = "qrcodeId")]
    pub id: QrCodeId,
    /// The URL of the picture.
    pub url: String,
    /// The URL of a logo.
    pub custom_logo_url: Option<String>,
}

impl std::fmt::Debug for GeneratedQrCode {
    /// Hides the URL of the picture, which may contain the name of the code.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { id, url: _, custom_logo_url: _ } = self;
        f.debug_struct("GeneratedQrCode").field("id", id).finish_non_exhaustive()
    }
}

impl GeneQrCode {
    /// Creates the request from its required arguments.
    pub fn new(kind: impl Into<QrCodeKind>) -> Self {
        Self { kind: kind.into(), ext_idp_conn_id: None, custom_data: None, context: None, auto_merge_qr_code: None }
    }
}

impl Operation for GeneQrCode {
    type Needs = needs::AnyApplication;
    type Response = GeneratedQrCode;

    const NAME: &'static str = "geneQrCode";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Application, Method::Post, "/api/v3/gene-qrcode", Encoding::Json, Envelope::V3);

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}

impl ResponseShape for GeneratedQrCode {
    const SHAPE: Shape = Shape::Object(&["qrcodeId"]);
}
