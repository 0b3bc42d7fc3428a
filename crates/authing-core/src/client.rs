//! The two clients. Each is one loop that drives flows and never knows which; what they can do stands once, in
//! [`methods`](self::methods).

mod asynchronous;
mod blocking;
mod methods;
mod pages;
mod raw;

pub use self::asynchronous::AsyncClient;
pub use self::blocking::Client;
pub use self::pages::{AllUsers, AllUsersStream};
pub use self::raw::RawGraphQl;
