//! A captcha.
//!
//! Wire: `GET {host}/api/v3/get-captcha-code`

use serde::Deserialize;

use crate::principal::needs;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, ResponseShape, Shape};
use crate::{Method, Operation, Service};

/// Gets a captcha, which a sign-in may need after failures.
#[derive(Clone, Copy, Debug, Default)]
pub struct GetCaptchaCode;

/// A captcha: a picture, and a token that is sent with the characters of the picture.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Captcha {
    /// The picture: SVG.
    pub captcha_code_svg: String,
    /// The token.
    pub captcha_token: String,
}

impl Operation for GetCaptchaCode {
    type Needs = needs::AnyApplication;
    type Response = Captcha;

    const NAME: &'static str = "geneCaptchaCodeAndToken";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Application, Method::Get, "/api/v3/get-captcha-code", Encoding::Query, Envelope::V3);
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, _to: &mut Arguments<'a>) {}
}

impl ResponseShape for Captcha {
    const SHAPE: Shape = Shape::Object(&["captchaToken"]);
}
