//! The custom data of users, roles, groups and departments.
//!
//! | operation | method of the clients | path |
//! |---|---|---|
//! | [`GetCustomData`] | `custom_data` | `GET /api/v3/get-custom-data` |
//! | [`SetCustomData`] | `set_custom_data` | `POST /api/v3/set-custom-data` |

mod get_custom_data;
mod set_custom_data;

pub use self::get_custom_data::{CustomDataResponse, GetCustomData};
pub use self::set_custom_data::{CustomDataEntry, SetCustomData};
use crate::client::methods::methods;
use crate::principal::Administrator;
use crate::v3::types::Target;

methods! {
    /// # Custom data
    impl [] Administrator as Administrator of (ManagementClient AsyncManagementClient) {
        /// Reads custom data. See [`GetCustomData`].
        @example "let data = client.custom_data(authing_core::v3::types::Target::user(\"5e05bbf2d51b3761d5c71070\"))"
        fn custom_data(target: Target) -> CustomDataResponse = GetCustomData::new(target);
        /// Sets custom data. Data of other names stay. See [`SetCustomData`].
        @example "client.set_custom_data(authing_core::v3::types::Target::group(\"engineers\"), [(\"floor\", 3)])"
        fn set_custom_data(target: Target, data: impl IntoIterator<Item = impl Into<CustomDataEntry>>) -> () = SetCustomData::new(data, target);
    }
}
