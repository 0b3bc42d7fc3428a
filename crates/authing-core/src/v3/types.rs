//! The values of today's REST API.

mod custom_data;
mod department;
mod factor;
mod group;
mod logged_in_app;
mod paging;
mod resource;
mod role;
mod target;
mod user;
mod user_fields;
mod user_identifier;
mod user_identifiers;

pub use self::custom_data::{CustomData, PersonalJson};
pub use self::department::{Department, DepartmentIdType, Organization, UserDepartment};
pub use self::factor::{Factor, FactorType};
pub use self::group::Group;
pub use self::logged_in_app::LoggedInApp;
pub(crate) use self::paging::MAX_PAGE_SIZE;
pub use self::resource::{AuthorizedResource, Effect, ResourceType};
pub use self::role::Role;
pub use self::target::{Target, TargetType};
pub use self::user::{Gender, Identity, LoginRecord, User, UserStatus};
pub(crate) use self::user_fields::{profile_fields, sign_up_fields, user_fields};
pub use self::user_identifier::UserIdentifier;
pub use self::user_identifiers::{UserIdType, UserIdentifiers};
