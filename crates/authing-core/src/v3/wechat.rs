//! WeChat's mini-programs.
//!
//! | operation | method of the clients | path |
//! |---|---|---|
//! | [`GetWechatMiniProgramPhone`] | `wechat_phone` | `POST /api/v3/get-wechat-miniprogram-phone` |
//! | [`DecryptWechatMiniProgramData`] | `decrypt_wechat_data` | `POST /api/v3/decrypt-wechat-miniprogram-data` |
//! | [`BindWechatMiniProgram`] | `bind_wechat` | `POST /connections/social/wechat-miniprogram/bind` |

mod bind_wechat_mini_program;
mod decrypt_wechat_mini_program_data;
mod get_wechat_mini_program_phone;

pub use self::bind_wechat_mini_program::BindWechatMiniProgram;
pub use self::decrypt_wechat_mini_program_data::DecryptWechatMiniProgramData;
pub use self::get_wechat_mini_program_phone::{GetWechatMiniProgramPhone, WechatPhone};
use crate::WechatCode;
use crate::client::methods::methods;
use crate::principal::{ApplicationPrincipal, ApplicationUser};
use crate::v3::types::PersonalJson;

methods! {
    /// # WeChat
    impl [P: ApplicationPrincipal] P as Application of (AuthenticationClient AsyncAuthenticationClient) {
        /// Gets the phone number of a WeChat user with the phone button's code. See [`GetWechatMiniProgramPhone`].
        @example "let phone = client.wechat_phone(\"my-wechat\", \"code of the button\")"
        fn wechat_phone(connection: impl Into<String>, code: impl Into<WechatCode>) -> WechatPhone = GetWechatMiniProgramPhone::new(connection, code);
        /// Decrypts data of WeChat, at the service. See [`DecryptWechatMiniProgramData`].
        fn decrypt_wechat_data(data: DecryptWechatMiniProgramData) -> PersonalJson = data;
    }
}

methods! {
    /// # WeChat: the user's
    impl [] ApplicationUser as ApplicationUser of (AuthenticationClient AsyncAuthenticationClient) {
        /// Binds a WeChat user to the account. See [`BindWechatMiniProgram`].
        fn bind_wechat(bind: BindWechatMiniProgram) -> () = bind;
    }
}
