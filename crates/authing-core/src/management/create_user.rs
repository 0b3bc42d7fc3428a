//! Create a user, as the pool's owner.
//!
//! Wire: GraphQL `mutation register(userInfo: {…})` at the user service, with the owner's `authorization`.

use crate::account::Register;
use crate::types::User;
use crate::wire::{Arguments, Endpoint};
use crate::{Authorization, Operation};

/// Creates a user, as the pool's owner: a registration without a login.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::account::Register;
///
/// let user = client.create_user(Register::email("bob@example.com", "password"))?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct CreateUser(pub Register);

impl Operation for CreateUser {
    type Response = User;

    const NAME: &'static str = "createUser";
    const ENDPOINT: Endpoint = Register::ENDPOINT;
    const AUTHORIZATION: Authorization = Authorization::Owner;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.0.arguments(to);
    }
}
