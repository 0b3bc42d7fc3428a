//! Create a user, as the pool's owner.
//!
//! Wire: GraphQL `mutation register(userInfo: {…})` at the user service, with the owner's `authorization`.

use crate::Operation;
use crate::account::Register;
use crate::principal::needs;
use crate::types::User;
use crate::wire::{Arguments, Endpoint};

/// Creates a user, as the pool's owner: a registration without a login.
///
/// ```
/// # fn example(client: &authing_core::Client<impl authing_core::transport::Transport, authing_core::Owner>) -> Result<(), authing_core::Error> {
/// use authing_core::account::Register;
///
/// let user = client.create_user(Register::email("bob@example.com", "password"))?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct CreateUser(pub Register);

impl Operation for CreateUser {
    type Needs = needs::Owner;
    type Response = User;

    const NAME: &'static str = "createUser";
    const ENDPOINT: Endpoint = Register::ENDPOINT;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.0.arguments(to);
    }
}
