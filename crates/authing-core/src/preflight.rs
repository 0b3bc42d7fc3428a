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
    /// # Health check of the services
    impl [P: Principal] P as Visitor {
        /// Sends a health check to the user service, the OAuth service and the CDN: see [`Preflight`].
        ///
        /// # Errors
        ///
        /// * [`Error::InvalidResponse`](crate::Error::InvalidResponse) if a service responds with a status other than 2xx.
        fn preflight(context) -> () = Preflight::new(context);
    }
}
