//! Health checks of the services.
//!
//! | operation | method of the clients | the Web SDK's name |
//! |---|---|---|
//! | [`Preflight`], a flow; [`CheckUserService`], [`CheckOauthService`], [`CheckCdn`] | `preflight` | `preflightFun`, `cdnPreflightFun` |

mod flow;
mod status;

pub use self::flow::Preflight;
pub use self::status::{CheckCdn, CheckOauthService, CheckUserService};
