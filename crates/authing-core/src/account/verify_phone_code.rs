//! Check a code from an SMS.
//!
//! Wire: GraphQL `query checkPhoneCode` at the user service.

use crate::principal::needs;
use crate::types::CommonMessage;
use crate::wire::{Arguments, Endpoint, document};
use crate::{OneTimeCode, Operation, Phone, Service};

/// Checks the code that [`SendSmsCode`](crate::login::SendSmsCode) sent. A management call: it needs the pool's secret.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// client.verify_phone_code("17670416754", "1234")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct VerifyPhoneCode {
    /// The phone number that received the code.
    pub phone: Phone,
    /// The code from the SMS.
    pub code: OneTimeCode,
}

impl Operation for VerifyPhoneCode {
    type Needs = needs::Owner;
    type Response = CommonMessage;

    const NAME: &'static str = "checkPhoneCode";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "checkPhoneCode", document!("verify_phone_code.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("phone", &self.phone);
        to.require("phoneCode", &self.code);
        to.insert_pool_id("userPoolId");
    }
}
