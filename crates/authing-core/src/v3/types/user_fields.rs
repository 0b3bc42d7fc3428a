//! The fields that requests about users have in common.

/// A struct of [`fields`](crate::wire::fields): those of every profile, and its own.
macro_rules! profile_fields {
    ($(#[$meta:meta])* pub struct $Name:ident { $($own:tt)* }) => {
        $crate::wire::fields! {
            $(#[$meta])*
            #[derive(Default)]
            pub struct $Name {
                /// The full name.
                name: Option<String> = "name";
                /// The name to show.
                nickname: Option<String> = "nickname";
                /// The URL of the photo.
                photo: Option<String> = "photo";
                /// The gender.
                gender: Option<$crate::v3::types::Gender> = "gender";
                /// The date of birth.
                birthdate: Option<String> = "birthdate";
                /// The country.
                country: Option<String> = "country";
                /// The address.
                address: Option<String> = "address";
                /// The street.
                street_address: Option<String> = "streetAddress";
                /// The postal code.
                postal_code: Option<String> = "postalCode";
                /// The company.
                company: Option<String> = "company";
                /// The custom data.
                custom_data: Option<$crate::v3::types::CustomData> = "customData";
                $($own)*
            }
        }
    };
}
pub(crate) use profile_fields;

/// The same, with the fields that a registration may have besides.
macro_rules! sign_up_fields {
    ($(#[$meta:meta])* pub struct $Name:ident { $($own:tt)* }) => {
        $crate::v3::types::profile_fields! {
            $(#[$meta])*
            pub struct $Name {
                /// The email address.
                email: Option<String> = "email";
                /// The phone number.
                phone: Option<$crate::Phone> = "phone";
                /// The country code of the phone number, such as `+86`.
                phone_country_code: Option<String> = "phoneCountryCode";
                /// The browser.
                browser: Option<String> = "browser";
                /// The device.
                device: Option<String> = "device";
                /// The given name.
                given_name: Option<String> = "givenName";
                /// The family name.
                family_name: Option<String> = "familyName";
                /// The middle name.
                middle_name: Option<String> = "middleName";
                /// The URL of a profile page.
                profile: Option<String> = "profile";
                /// The name to be called by.
                preferred_username: Option<String> = "preferredUsername";
                /// The website.
                website: Option<String> = "website";
                /// The time zone.
                zoneinfo: Option<String> = "zoneinfo";
                /// The language.
                locale: Option<String> = "locale";
                /// The address as it is written on a letter.
                formatted: Option<String> = "formatted";
                /// The region.
                region: Option<String> = "region";
                $($own)*
            }
        }
    };
}
pub(crate) use sign_up_fields;

/// The same, with the fields that an administrator may set besides.
macro_rules! user_fields {
    ($(#[$meta:meta])* pub struct $Name:ident { $($own:tt)* }) => {
        $crate::v3::types::sign_up_fields! {
            $(#[$meta])*
            pub struct $Name {
                /// Whether the user may log in.
                status: Option<$crate::v3::types::UserStatus> = "status";
                /// The name for logins.
                username: Option<String> = "username";
                /// The password.
                password: Option<$crate::Password> = "password";
                /// The id in another system.
                external_id: Option<String> = "externalId";
                /// Whether the email address counts as verified.
                email_verified: Option<bool> = "emailVerified";
                /// Whether the phone number counts as verified.
                phone_verified: Option<bool> = "phoneVerified";
                /// The province.
                province: Option<String> = "province";
                /// The city.
                city: Option<String> = "city";
                /// The number of an identity card.
                identity_number: Option<$crate::PersonalData> = "identityNumber";
                $($own)*
            }
        }
    };
}
pub(crate) use user_fields;
