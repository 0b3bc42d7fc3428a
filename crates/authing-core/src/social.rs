//! Accounts of third parties: which there are, and which a user has bound.
//!
//! | operation | method of the clients | the Web SDK's name |
//! |---|---|---|
//! | [`OauthList`] | `oauth_list` | `readOAuthList` |
//! | [`UserOauthList`] | `user_oauth_list` | `readUserOAuthList` |
//! | [`BindOauth`] | `bind_oauth` | `bindOAuth` |
//! | [`UnbindOauth`] | `unbind_oauth` | `unbindOAuth` |

mod bind_oauth;
mod oauth_list;
mod unbind_oauth;
mod user_oauth_list;

pub use self::bind_oauth::{BindOauth, Binding};
pub use self::oauth_list::{OauthList, OauthProvider};
pub use self::unbind_oauth::UnbindOauth;
pub use self::user_oauth_list::{OauthState, UserOauthList};
