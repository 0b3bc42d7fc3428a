use crate::host::Detail;
use crate::wire::Arguments;
use crate::{Encrypted, Error, WechatCode};

/// Data that WeChat encrypted, with the code that opens it.
#[derive(Clone, Debug)]
pub struct Sealed {
    /// The code of the `wx.login` before the data was made.
    pub code: WechatCode,
    /// `encryptedData`.
    pub encrypted_data: Encrypted,
    /// `iv`.
    pub iv: String,
}

impl Sealed {
    /// Data and its code.
    pub fn new(code: impl Into<WechatCode>, encrypted_data: impl Into<Encrypted>, iv: impl Into<String>) -> Self {
        Self { code: code.into(), encrypted_data: encrypted_data.into(), iv: iv.into() }
    }

    /// What a button handed over (`e.detail`). Unless `errMsg` ends in `:ok`, the person declined, and that is the error.
    pub fn from_detail(code: impl Into<WechatCode>, detail: Detail) -> Result<Self, Error> {
        if !detail.err_msg.ends_with(":ok") {
            return Err(Error::Declined(detail.err_msg));
        }
        Ok(Self::new(code, detail.encrypted_data, detail.iv))
    }

    /// In the order of the published client.
    pub(super) fn put<'a>(&'a self, to: &mut Arguments<'a>) {
        to.need("iv", &self.iv);
        to.need("encryptedData", &self.encrypted_data);
        to.need("code", &self.code);
    }
}
