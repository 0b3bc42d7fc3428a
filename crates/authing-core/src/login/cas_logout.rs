//! Log out of CAS.
//!
//! Wire: `GET {user}/cas/logout`, with the REST envelope.

use crate::principal::needs;
use crate::types::CommonMessage;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope};
use crate::{Method, Operation, Service};

/// Ends the session of the Central Authentication Service.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// client.cas_logout()?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct CasLogout;

impl Operation for CasLogout {
    type Needs = needs::Nothing;
    type Response = CommonMessage;

    const NAME: &'static str = "casLogout";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::User, Method::Get, "/cas/logout", Encoding::Query, Envelope::CodeWhole);

    fn arguments<'a>(&'a self, _to: &mut Arguments<'a>) {}
}
