//! One-time codes sent by SMS and mail: they expire, and work once.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::clock::Timestamp;
use crate::crypto::random;
use crate::errors::{CODE_EXPIRED, ErrorResponse, SMS_TOO_SOON, WRONG_CODE};
use crate::state::pairs;
pub(crate) use crate::state::v3::Channel;

/// The service documents no lifetime. A code of WeChat is valid for five minutes, too.
const LIFETIME: Duration = Duration::from_mins(5);
/// A second SMS to one number within a minute is an error.
const SMS_PAUSE: Duration = Duration::from_mins(1);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Purpose {
    SmsLogin,
    SmsRegister,
    ResetPassword,
    VerifyEmail,
    ChangeEmail,
    /// One of today's service.
    Channel(Channel),
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Codes {
    #[serde(with = "pairs")]
    issued: BTreeMap<(Purpose, String), Issued>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Issued {
    code: String,
    at: Timestamp,
}

impl Codes {
    /// A new code; the one sent before it to the same address stops working.
    pub(crate) fn issue(&mut self, purpose: Purpose, address: &str, now: Timestamp) -> String {
        self.issued.retain(|_, issued| now < issued.at.plus(LIFETIME.saturating_mul(2)));
        let code = random::four_digits();
        self.issued.insert((purpose, address.to_owned()), Issued { code: code.clone(), at: now });
        code
    }

    /// As [`issue`](Self::issue), but not twice within a minute.
    pub(crate) fn issue_sms(&mut self, purpose: Purpose, phone: &str, now: Timestamp) -> Result<String, ErrorResponse> {
        match self.issued.get(&(purpose, phone.to_owned())) {
            Some(issued) if now < issued.at.plus(SMS_PAUSE) => Err(SMS_TOO_SOON),
            _ => Ok(self.issue(purpose, phone, now)),
        }
    }

    /// Whether the code is right, without using it up.
    pub(crate) fn check(
        &self,
        purpose: Purpose,
        address: &str,
        code: &str,
        now: Timestamp,
    ) -> Result<(), ErrorResponse> {
        match self.issued.get(&(purpose, address.to_owned())) {
            Some(issued) if issued.code != code => Err(WRONG_CODE),
            Some(issued) if now >= issued.at.plus(LIFETIME) => Err(CODE_EXPIRED),
            Some(_) => Ok(()),
            None => Err(WRONG_CODE),
        }
    }

    /// Uses the code up, if it is right.
    pub(crate) fn redeem(
        &mut self,
        purpose: Purpose,
        address: &str,
        code: &str,
        now: Timestamp,
    ) -> Result<(), ErrorResponse> {
        self.check(purpose, address, code, now)?;
        self.issued.remove(&(purpose, address.to_owned()));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::EPOCH;

    #[test]
    fn a_code_works_once() {
        let mut codes = Codes::default();
        let code = codes.issue(Purpose::ResetPassword, "a@b.com", NOW);
        assert_eq!(codes.check(Purpose::ResetPassword, "a@b.com", &code, NOW), Ok(()));
        assert_eq!(codes.redeem(Purpose::VerifyEmail, "a@b.com", &code, NOW), Err(WRONG_CODE));
        assert_eq!(codes.redeem(Purpose::ResetPassword, "a@b.com", "0000", NOW), Err(WRONG_CODE));
        assert_eq!(codes.redeem(Purpose::ResetPassword, "a@b.com", &code, NOW), Ok(()));
        assert_eq!(codes.redeem(Purpose::ResetPassword, "a@b.com", &code, NOW), Err(WRONG_CODE));
    }

    #[test]
    fn a_code_expires() {
        let mut codes = Codes::default();
        let code = codes.issue(Purpose::ResetPassword, "a@b.com", NOW);
        assert_eq!(codes.check(Purpose::ResetPassword, "a@b.com", &code, NOW.plus(LIFETIME)), Err(CODE_EXPIRED));
    }

    #[test]
    fn a_second_sms_waits_a_minute() {
        let mut codes = Codes::default();
        codes.issue_sms(Purpose::SmsLogin, "176", NOW).expect("the first");
        assert_eq!(codes.issue_sms(Purpose::SmsLogin, "176", NOW), Err(SMS_TOO_SOON));
        assert!(codes.issue_sms(Purpose::SmsLogin, "177", NOW).is_ok());
        assert!(codes.issue_sms(Purpose::SmsLogin, "176", NOW.plus(SMS_PAUSE)).is_ok());
    }
}
