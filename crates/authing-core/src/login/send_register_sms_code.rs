//! Send a code for a registration by SMS.
//!
//! Wire: `GET {user}/notification/send_register_smscode/{phone}/{pool}`, with the REST envelope. The service returns error 500
//! to a second one within a minute.

use crate::principal::needs;
use crate::types::CommonMessage;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope};
use crate::{Method, Operation, Phone, Service};

/// Sends a code by SMS, for [`Register::phone`](crate::account::Register::phone).
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// client.send_register_sms_code("17670416754")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct SendRegisterSmsCode {
    /// The phone number of the recipient.
    pub phone: Phone,
}

impl Operation for SendRegisterSmsCode {
    type Needs = needs::Nothing;
    type Response = CommonMessage;

    const NAME: &'static str = "sendRegisterPhoneCode";
    const ENDPOINT: Endpoint = Endpoint::rest(
        Service::User,
        Method::Get,
        "/notification/send_register_smscode/{phone}/{pool}",
        Encoding::Query,
        Envelope::Code,
    );

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("phone", &self.phone);
        to.insert_pool_id("pool");
    }
}
