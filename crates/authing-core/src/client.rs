//! The pools and their clients, and the clients of applications and administrators. A driver is one loop ([`driver`]); the methods
//! are in the tables of the areas' modules ([`methods`]).

mod all;
mod application;
mod calls;
mod connect;
mod driver;
mod management;
pub(crate) mod methods;
mod pages;
mod raw;
mod user_pool;

pub use self::all::{AllUsers, AllUsersStream};
pub use self::application::{AsyncAuthenticationClient, AuthenticationClient};
pub use self::connect::Connect;
pub(crate) use self::driver::{run, run_async};
pub use self::management::{AsyncManagementClient, ManagementClient};
pub(crate) use self::pages::paged;
pub use self::pages::{All, AllStream, AsyncCaller, Caller, Paged};
pub use self::raw::RawGraphQl;
pub use self::user_pool::{AsyncClient, AsyncUserPool, Client, UserPool};
