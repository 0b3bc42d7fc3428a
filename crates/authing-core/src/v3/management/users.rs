//! The users of a pool.
//!
//! | operation | method of the clients | path |
//! |---|---|---|
//! | [`ListUsers`] | `list_users` | `POST /api/v3/list-users` |
//! | [`GetUser`] | `get_user` | `GET /api/v3/get-user` |

mod get_user;
mod list_users;

pub use self::get_user::GetUser;
pub use self::list_users::{ListUsers, ListUsersOptions, Sort, UserFilter};
use crate::client::methods::methods;
use crate::principal::Administrator;
use crate::types::{List, Page};
use crate::v3::types::{User, UserIdentifier};

methods! {
    /// # Users
    impl [] Administrator as Administrator of (ManagementClient AsyncManagementClient) {
        /// Lists users, a page of 50 at most at a time: see [`ListUsers`].
        @example "let users = client.list_users(authing_core::types::Page::new(1, 50))"
        fn list_users(page: Page) -> List<User> = ListUsers { page, ..ListUsers::default() };
        /// Reads one user: see [`GetUser`].
        @example "let user = client.get_user(\"5e05bbf2d51b3761d5c71070\")"
        fn get_user(user: impl Into<UserIdentifier>) -> User = GetUser::new(user);
    }
}
