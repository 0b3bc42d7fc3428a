//! The flows of a mini-program: state machines without I/O, as in the core.
//!
//! | flow | purpose |
//! |---|---|
//! | [`Prepare`] | fetches a code before the user taps |
//! | [`AutoRefresh`] | replaces the code before it is too old |
//! | [`WithCode`] | sends one call with a code, and fetches the next code; without a tap, if the user has granted `scope.userInfo` |

mod acquire_code;
mod auto_refresh;
mod pause;
mod prepare;
mod stale;
mod with_code;

pub use self::auto_refresh::AutoRefresh;
pub use self::prepare::Prepare;
pub use self::with_code::WithCode;
