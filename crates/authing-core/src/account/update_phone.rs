//! Change the phone number.
//!
//! Wire: GraphQL `mutation updatePhone` at the user service.

use crate::principal::needs;
use crate::types::User;
use crate::wire::{Arguments, Endpoint, document};
use crate::{OneTimeCode, Operation, Phone, Service};

/// Changes the user's phone number, with codes from [`SendSmsCode`](crate::login::SendSmsCode).
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::account::UpdatePhone;
/// let change = UpdatePhone {
///     phone: "17670416754".into(),
///     phone_code: "1234".into(),
///     old_phone: None,
///     old_phone_code: None,
/// };
/// let user = client.update_phone(change)?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct UpdatePhone {
    /// The new number.
    pub phone: Phone,
    /// The code sent to it.
    pub phone_code: OneTimeCode,
    /// The old number, where the pool asks for it.
    pub old_phone: Option<Phone>,
    /// The code sent to the old number.
    pub old_phone_code: Option<OneTimeCode>,
}

impl Operation for UpdatePhone {
    type Needs = needs::Optional;
    type Response = User;

    const NAME: &'static str = "updatePhone";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "updatePhone", document!("update_phone.graphql"));

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.require("phone", &self.phone);
        to.require("phoneCode", &self.phone_code);
        to.insert_some("oldPhone", self.old_phone.as_ref());
        to.insert_some("oldPhoneCode", self.old_phone_code.as_ref());
        to.insert_pool_id("userPoolId");
    }
}
