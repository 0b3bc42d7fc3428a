//! Health checks of the services.
//!
//! | operation | method of the clients | the Web SDK's name |
//! |---|---|---|
//! | [`Preflight`], a flow; [`CheckUserService`], [`CheckOauthService`], [`CheckCdn`] | `preflight` | `preflightFun`, `cdnPreflightFun` |

mod flow;
mod status;

pub use self::flow::Preflight;
pub use self::status::{CheckCdn, CheckOauthService, CheckUserService};
use crate::client::methods::flow_methods;
use crate::principal::Principal;

flow_methods! {
    /// # Health check: public
    impl [P: Principal] P as Visitor {
        /// Asks the services for a sign of life: see [`Preflight`].
        fn preflight(context) -> () = Preflight::new(context);
    }
}
