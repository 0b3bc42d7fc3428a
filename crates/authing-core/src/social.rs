//! Accounts of third parties: the providers, and a user's bindings.
//!
//! | operation | method of the clients | the Web SDK's name |
//! |---|---|---|
//! | [`ListOauthProviders`] | `oauth_list` | `readOAuthList` |
//! | [`ListUserOauthProviders`] | `user_oauth_list` | `readUserOAuthList` |
//! | [`BindOauth`] | `bind_oauth` | `bindOAuth` |
//! | [`UnbindOauth`] | `unbind_oauth` | `unbindOAuth` |

mod bind_oauth;
mod list_oauth_providers;
mod list_user_oauth_providers;
mod unbind_oauth;

pub use self::bind_oauth::{BindOauth, OauthBinding};
pub use self::list_oauth_providers::{ListOauthProviders, OauthProvider};
pub use self::list_user_oauth_providers::{ListUserOauthProviders, UserOauthProvider};
pub use self::unbind_oauth::UnbindOauth;
use crate::UserId;
use crate::client::methods::methods;
use crate::principal::Principal;

methods! {
    /// # Third-party accounts
    impl [P: Principal] P as Visitor {
        /// Lists which accounts of third parties a user has bound: see [`ListUserOauthProviders`].
        fn user_oauth_list(user: impl Into<UserId>) -> Vec<UserOauthProvider> = ListUserOauthProviders { user: user.into() };
        /// Binds an account of a third party: see [`BindOauth`].
        fn bind_oauth(bind: BindOauth) -> OauthBinding = bind;
        /// Unbinds an account of a third party: see [`UnbindOauth`].
        fn unbind_oauth(user: impl Into<UserId>, kind: impl Into<String>) -> OauthBinding = UnbindOauth { user: user.into(), kind: kind.into() };
        /// Lists the third parties that one can log in with: see [`ListOauthProviders`].
        fn oauth_list() -> Vec<OauthProvider> = ListOauthProviders;
    }
}
