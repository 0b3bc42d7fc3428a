//! What a code of today's service is for.

use serde::{Deserialize, Serialize};

macro_rules! channels {
    ($($variant:ident $name:literal,)*) => {
        /// The purpose that a text message or a mail is sent for. A code of one works for no other.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        pub(crate) enum Channel {
            $(#[serde(rename = $name)] $variant,)*
        }

        impl Channel {
            /// As it stands on the wire.
            pub(crate) fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }
    };
}

channels! {
    Login "CHANNEL_LOGIN",
    Register "CHANNEL_REGISTER",
    ResetPassword "CHANNEL_RESET_PASSWORD",
    BindPhone "CHANNEL_BIND_PHONE",
    UnbindPhone "CHANNEL_UNBIND_PHONE",
    BindMfa "CHANNEL_BIND_MFA",
    VerifyMfa "CHANNEL_VERIFY_MFA",
    UnbindMfa "CHANNEL_UNBIND_MFA",
    CompletePhone "CHANNEL_COMPLETE_PHONE",
    IdentityVerification "CHANNEL_IDENTITY_VERIFICATION",
    DeleteAccount "CHANNEL_DELETE_ACCOUNT",
    VerifyEmailLink "CHANNEL_VERIFY_EMAIL_LINK",
    UpdateEmail "CHANNEL_UPDATE_EMAIL",
    BindEmail "CHANNEL_BIND_EMAIL",
    UnbindEmail "CHANNEL_UNBIND_EMAIL",
    UnlockAccount "CHANNEL_UNLOCK_ACCOUNT",
    CompleteEmail "CHANNEL_COMPLETE_EMAIL",
}

impl Channel {
    pub(crate) fn is_for_sms(self) -> bool {
        !self.is_for_mail_only()
    }

    pub(crate) fn is_for_mail(self) -> bool {
        use Channel::{BindMfa, BindPhone, CompletePhone, IdentityVerification, UnbindMfa, UnbindPhone};
        !matches!(self, BindMfa | BindPhone | CompletePhone | IdentityVerification | UnbindMfa | UnbindPhone)
    }

    fn is_for_mail_only(self) -> bool {
        use Channel::{BindEmail, CompleteEmail, UnbindEmail, UnlockAccount, UpdateEmail, VerifyEmailLink};
        matches!(self, BindEmail | CompleteEmail | UnbindEmail | UnlockAccount | UpdateEmail | VerifyEmailLink)
    }
}
