//! Whether the services can be reached.
//!
//! | operation | method of the clients | the Web SDK's name |
//! |---|---|---|
//! | [`Preflight`], a flow; [`UserStatus`], [`OauthStatus`], [`CdnStatus`] | `preflight` | `preflightFun`, `cdnPreflightFun` |

mod flow;
mod status;

pub use self::flow::Preflight;
pub use self::status::{CdnStatus, OauthStatus, UserStatus};
