use crate::host::EventDetail;
use crate::wire::Arguments;
use crate::{Ciphertext, Error, WechatCode};

/// Data that WeChat encrypted, and the code that the service needs to decrypt it.
#[derive(Clone, Debug)]
pub struct EncryptedData {
    /// The code of the last `wx.login` before the data.
    pub code: WechatCode,
    /// `encryptedData`.
    pub encrypted_data: Ciphertext,
    /// `iv`.
    pub iv: String,
}

impl EncryptedData {
    /// Data and its code.
    pub fn new(code: impl Into<WechatCode>, encrypted_data: impl Into<Ciphertext>, iv: impl Into<String>) -> Self {
        Self { code: code.into(), encrypted_data: encrypted_data.into(), iv: iv.into() }
    }

    /// The data of a button's event (`e.detail`).
    ///
    /// # Errors
    ///
    /// [`Error::Declined`] unless `errMsg` ends in `:ok`.
    pub fn from_detail(code: impl Into<WechatCode>, detail: EventDetail) -> Result<Self, Error> {
        if !detail.err_msg.ends_with(":ok") {
            return Err(Error::declined(detail.err_msg));
        }
        Ok(Self::new(code, detail.encrypted_data, detail.iv))
    }

    /// In the order of the published client.
    pub(super) fn insert_into<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("iv", &self.iv);
        to.require("encryptedData", &self.encrypted_data);
        to.require("code", &self.code);
    }
}
