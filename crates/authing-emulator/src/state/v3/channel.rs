//! What a code of today's service is for.

use authing_core::v3::{EmailChannel, SmsChannel};
use serde::{Deserialize, Serialize};

macro_rules! channels {
    ($($variant:ident $name:literal,)*) => {
        /// The purpose that a text message or a mail is sent for. A code of one works for no other.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        pub(crate) enum Channel {
            $(#[serde(rename = $name)] $variant,)*
        }

        impl Channel {
            #[cfg(test)]
            const ALL: &[Self] = &[$(Self::$variant,)*];

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
        !matches!(SmsChannel::from(self.name()), SmsChannel::Other(_))
    }

    pub(crate) fn is_for_mail(self) -> bool {
        !matches!(EmailChannel::from(self.name()), EmailChannel::Other(_))
    }
}

#[cfg(test)]
mod tests {
    use super::Channel;

    #[test]
    fn every_channel_is_one_of_the_sdk() {
        for channel in Channel::ALL {
            assert!(channel.is_for_sms() || channel.is_for_mail(), "{channel:?}");
        }
    }
}
