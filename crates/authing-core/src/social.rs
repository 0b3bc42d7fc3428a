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
    /// # Third-party accounts: providers and bindings
    impl [P: Principal] P as Visitor {
        /// Lists the third parties, and whether a user has bound an account of each: see [`ListUserOauthProviders`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND) if there is no such user.
        /// * [`Error::TokenExpired`](crate::Error::TokenExpired) if the client's login has expired; nothing is sent.
        /// * [`ErrorCode::NOT_LOGGED_IN`](crate::ErrorCode::NOT_LOGGED_IN) if no user is logged in.
        /// * [`ErrorCode::NOT_OWN_DATA`](crate::ErrorCode::NOT_OWN_DATA) if the user is not the one who is logged in. The
        ///   owner may name any user.
        fn user_oauth_list(user: impl Into<UserId>) -> Vec<UserOauthProvider> = ListUserOauthProviders { user: user.into() };
        /// Binds an account of a third party: see [`BindOauth`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::OAUTH_BOUND`](crate::ErrorCode::OAUTH_BOUND) if the user has bound an account of this third
        ///   party.
        /// * [`ErrorCode::OAUTH_TAKEN`](crate::ErrorCode::OAUTH_TAKEN) if another user has bound the account.
        /// * [`Error::TokenExpired`](crate::Error::TokenExpired) if the client's login has expired; nothing is sent.
        /// * [`ErrorCode::NOT_LOGGED_IN`](crate::ErrorCode::NOT_LOGGED_IN) if no user is logged in.
        /// * [`ErrorCode::NOT_OWN_DATA`](crate::ErrorCode::NOT_OWN_DATA) if the user is not the one who is logged in. The
        ///   owner may name any user.
        fn bind_oauth(bind: BindOauth) -> OauthBinding = bind;
        /// Unbinds an account of a third party: see [`UnbindOauth`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::LAST_LOGIN_METHOD`](crate::ErrorCode::LAST_LOGIN_METHOD) if it is the user's only way to log in.
        /// * [`ErrorCode::OAUTH_NOT_BOUND`](crate::ErrorCode::OAUTH_NOT_BOUND) if no account of this third party is bound.
        /// * [`Error::TokenExpired`](crate::Error::TokenExpired) if the client's login has expired; nothing is sent.
        /// * [`ErrorCode::NOT_LOGGED_IN`](crate::ErrorCode::NOT_LOGGED_IN) if no user is logged in.
        /// * [`ErrorCode::NOT_OWN_DATA`](crate::ErrorCode::NOT_OWN_DATA) if the user is not the one who is logged in. The
        ///   owner may name any user.
        fn unbind_oauth(user: impl Into<UserId>, kind: impl Into<String>) -> OauthBinding = UnbindOauth { user: user.into(), kind: kind.into() };
        /// Lists the third parties whose accounts can log in to the pool: see [`ListOauthProviders`].
        ///
        /// # Errors
        ///
        /// * [`ErrorCode::APP_NOT_FOUND`](crate::ErrorCode::APP_NOT_FOUND) if there is no such pool.
        fn oauth_list() -> Vec<OauthProvider> = ListOauthProviders::default();
    }
}
