//! The fields of a user that can be given at a registration and changed later.

use crate::wire::Arguments;

macro_rules! profile {
    ($($(#[doc = $doc:literal])* $field:ident = $wire:literal;)*) => {
        /// What a user tells of themselves: given at a registration, changed by an update. `None` leaves a field as it is; an
        /// empty text clears it.
        ///
        /// ```
        /// use authing_core::account::Profile;
        ///
        /// let profile = Profile { nickname: Some("Bob".into()), ..Profile::default() };
        /// ```
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct Profile {
            $($(#[doc = $doc])* pub $field: Option<String>,)*
        }

        impl Profile {
            /// A profile of fields by their names on the wire, such as `givenName`.
            pub fn from_fields(field: impl Fn(&'static str) -> Option<String>) -> Self {
                Self { $($field: field($wire),)* }
            }

            pub(crate) fn put<'a>(&'a self, to: &mut Arguments<'a>) {
                $(to.put_some($wire, self.$field.as_deref());)*
            }
        }
    };
}

profile! {
    /// The name to show.
    nickname = "nickname";
    /// The company.
    company = "company";
    /// The address of the photo.
    photo = "photo";
    /// The browser.
    browser = "browser";
    /// The full name.
    name = "name";
    /// The given name.
    given_name = "givenName";
    /// The family name.
    family_name = "familyName";
    /// The middle name.
    middle_name = "middleName";
    /// The address of a profile page.
    profile = "profile";
    /// The name to be called by.
    preferred_username = "preferredUsername";
    /// The website.
    website = "website";
    /// The gender.
    gender = "gender";
    /// The date of birth.
    birthdate = "birthdate";
    /// The time zone.
    zoneinfo = "zoneinfo";
    /// The language.
    locale = "locale";
    /// The address.
    address = "address";
    /// The address as it is written on a letter.
    formatted = "formatted";
    /// The street.
    street_address = "streetAddress";
    /// The town.
    locality = "locality";
    /// The region.
    region = "region";
    /// The postal code.
    postal_code = "postalCode";
    /// The country.
    country = "country";
    /// The profile at a third party, as JSON text.
    oauth = "oauth";
}
