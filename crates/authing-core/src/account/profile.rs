//! The profile fields of a registration and of an update.

use crate::PersonalData;
use crate::wire::Arguments;

macro_rules! profile {
    ($($(#[doc = $doc:literal])* $field:ident: $type:ty = $wire:literal;)*) => {
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
            /// Reads a profile from fields with the names of the wire, such as `givenName`.
            pub fn from_fields(field: impl Fn(&'static str) -> Option<String>) -> Self {
                Self { $($field: field($wire).map(Into::into),)* }
            }

            pub(crate) fn insert_into<'a>(&'a self, to: &mut Arguments<'a>) {
                $(to.insert_some($wire, self.$field.as_ref());)*
            }
        }
    };
}

profile! {
    /// The name to show.
    nickname: String = "nickname";
    /// The company.
    company: String = "company";
    /// The URL of the photo.
    photo: String = "photo";
    /// The browser.
    browser: String = "browser";
    /// The full name.
    name: String = "name";
    /// The given name.
    given_name: String = "givenName";
    /// The family name.
    family_name: String = "familyName";
    /// The middle name.
    middle_name: String = "middleName";
    /// The URL of a profile page.
    profile: String = "profile";
    /// The name to be called by.
    preferred_username: String = "preferredUsername";
    /// The website.
    website: String = "website";
    /// The gender.
    gender: String = "gender";
    /// The date of birth.
    birthdate: String = "birthdate";
    /// The time zone.
    zoneinfo: String = "zoneinfo";
    /// The language.
    locale: String = "locale";
    /// The address.
    address: String = "address";
    /// The address as it is written on a letter.
    formatted: String = "formatted";
    /// The street.
    street_address: String = "streetAddress";
    /// The town.
    locality: String = "locality";
    /// The region.
    region: String = "region";
    /// The postal code.
    postal_code: String = "postalCode";
    /// The country.
    country: String = "country";
    /// The profile at a third party, as JSON text.
    oauth: PersonalData = "oauth";
}
