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
