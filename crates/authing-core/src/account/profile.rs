//! The profile fields of a registration and of an update.

use crate::PersonalData;
use crate::wire::{TextField, TextFields};

macro_rules! profile {
    ($($(#[doc = $doc:literal])* $field:ident: $type:ty = $kind:ident $wire:literal;)*) => {
        /// The profile of a user, for a registration or an update. `None` leaves a field as it is; an empty text clears it.
        ///
        /// ```
        /// use authing_core::account::Profile;
        ///
        /// let profile = Profile { nickname: Some("Bob".into()), ..Profile::default() };
        /// ```
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct Profile {
            $($(#[doc = $doc])* pub $field: Option<$type>,)*
        }

        impl Profile {
            pub(super) const FIELDS: &[TextField] = &[$(TextField::$kind($wire)),*];

            pub(super) fn set_in(self, fields: &mut TextFields) {
                $(if let Some(text) = self.$field {
                    fields.set($wire, text);
                })*
            }
        }
    };
}

profile! {
    /// The name to show.
    nickname: String = text "nickname";
    /// The company.
    company: String = text "company";
    /// The URL of the photo.
    photo: String = text "photo";
    /// The browser.
    browser: String = text "browser";
    /// The full name.
    name: String = text "name";
    /// The given name.
    given_name: String = text "givenName";
    /// The family name.
    family_name: String = text "familyName";
    /// The middle name.
    middle_name: String = text "middleName";
    /// The URL of a profile page.
    profile: String = text "profile";
    /// The name to be called by.
    preferred_username: String = text "preferredUsername";
    /// The website.
    website: String = text "website";
    /// The gender.
    gender: String = text "gender";
    /// The date of birth.
    birthdate: String = text "birthdate";
    /// The time zone.
    zoneinfo: String = text "zoneinfo";
    /// The language.
    locale: String = text "locale";
    /// The address.
    address: String = text "address";
    /// The address as it is written on a letter.
    formatted: String = text "formatted";
    /// The street.
    street_address: String = text "streetAddress";
    /// The town.
    locality: String = text "locality";
    /// The region.
    region: String = text "region";
    /// The postal code.
    postal_code: String = text "postalCode";
    /// The country.
    country: String = text "country";
    /// The profile at a third party, as JSON text.
    oauth: PersonalData = secret "oauth";
}
