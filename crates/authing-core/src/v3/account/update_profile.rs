//! A change of one's own profile.
//!
//! Wire: `POST {host}/api/v3/update-profile`

use crate::principal::needs;
use crate::v3::types::{CustomData, Gender, User};
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Fields as _, fields};
use crate::{Method, Operation, PersonalData, Service};

fields! {
    /// Changes the profile of the user who is logged in. `None` leaves a field as it is; an empty text clears it.
    #[derive(Default)]
    pub struct UpdateProfile {
        /// The full name.
        name: Option<String> = "name";
        /// The name to show.
        nickname: Option<String> = "nickname";
        /// The URL of the photo.
        photo: Option<String> = "photo";
        /// The id in another system.
        external_id: Option<String> = "externalId";
        /// The date of birth.
        birthdate: Option<String> = "birthdate";
        /// The country.
        country: Option<String> = "country";
        /// The province.
        province: Option<String> = "province";
        /// The city.
        city: Option<String> = "city";
        /// The address.
        address: Option<String> = "address";
        /// The street.
        street_address: Option<String> = "streetAddress";
        /// The postal code.
        postal_code: Option<String> = "postalCode";
        /// The gender.
        gender: Option<Gender> = "gender";
        /// The name for logins.
        username: Option<String> = "username";
        /// The company.
        company: Option<String> = "company";
        /// The custom data.
        custom_data: Option<CustomData> = "customData";
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
