//! A change of the profile of the user who is logged in.
//!
//! Wire: `POST {host}/api/v3/update-profile`

use crate::principal::needs;
use crate::v3::types::{User, profile_fields};
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _};
use crate::{Method, Operation, PersonalData, Service};

profile_fields! {
    /// Changes the profile of the user who is logged in. `None` leaves a field unchanged; an empty text clears it.
    pub struct UpdateProfile {
        /// The id in another system.
        external_id: Option<String> = "externalId";
        /// The province.
        province: Option<String> = "province";
        /// The city.
        city: Option<String> = "city";
        /// The name for logins.
        username: Option<String> = "username";
        /// The number of an identity card.
        identity_number: Option<PersonalData> = "identityNumber";
    }
}

impl Operation for UpdateProfile {
    type Needs = needs::ApplicationUser;
    type Response = User;

    const NAME: &'static str = "updateProfile";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Application, Method::Post, "/api/v3/update-profile", Encoding::Json, Envelope::V3);

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.insert_fields(to);
    }
}
