//! Log in with a code from an SMS.
//!
//! Wire: GraphQL `mutation login(phone, phoneCode: Int)`. The schema declares the code as an `Int`.

use crate::principal::needs;
use crate::types::User;
use crate::wire::{Arguments, Endpoint, document};
use crate::{OneTimeCode, Operation, Phone, Service, SessionEffect};

/// Logs in with a phone number and the code that [`SendSmsCode`](super::SendSmsCode) sent to it.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// client.send_sms_code("17670416754")?;
/// let user = client.login_by_phone_code("17670416754", "1234")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct LoginByPhoneCode {
    /// The phone number.
    pub phone: Phone,
    /// The code from the SMS: digits.
    pub code: OneTimeCode,
}

impl Operation for LoginByPhoneCode {
    type Needs = needs::Login;
    type Response = User;

    const NAME: &'static str = "loginByPhoneCode";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "login", document!("login_by_phone_code.graphql"));
    const SESSION_EFFECT: SessionEffect = SessionEffect::token_in("token");

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_pool_id("registerInClient");
        to.require("phone", &self.phone);
        to.insert_numeric_code("phoneCode", &self.code);
    }
}
