//! The control API as methods of a running emulator.

use std::time::{Duration, SystemTime};

use serde_json::Value;

use crate::program::emulator::Emulator;
use crate::program::new_user::{NewRole, NewUser};
use crate::program::seed::{self, SeedError};
use crate::service::views::{self, QrCodeSummary, WechatUserSummary};
use crate::service::wechat_phone::{self, PhoneNumberDetail, UserInfoDetail};
use crate::service::{captcha, consents, contacts, qr_login, snapshots};
use crate::state::faults::FaultRule;
use crate::state::inbox::InboxMessage;
use crate::state::oauth_providers::NewOauthProvider;
use crate::state::request_log::LoggedRequest;
use crate::state::snapshot::ImportError;
use crate::state::wechat::NewWechatUser;

impl Emulator {
    /// Lets time pass on the emulator's clock.
    pub fn advance(&self, by: Duration) {
        self.world.clock.advance(by);
    }

    /// The time on the emulator's clock.
    pub fn now(&self) -> SystemTime {
        self.world.now().into()
    }

    /// Sets the emulator's clock, forward or back. It goes on from there.
    pub fn set_now(&self, now: SystemTime) {
        self.world.clock.set(now.into());
    }

    /// A new user; the id.
    ///
    /// # Errors
    ///
    /// [`SeedError`] if the user has no name, a name of another user, a role that is not there, or a password that is too
    /// short; nothing has changed then.
    pub fn add_user(&self, user: &NewUser) -> Result<String, SeedError> {
        seed::add_user(&mut self.world.state(), user, 1, self.user_pool_id(), self.world.now())
    }

    /// A new role; the id.
    ///
    /// # Errors
    ///
    /// [`SeedError::SameRole`] if a role has this name or id.
    pub fn add_role(&self, role: &NewRole) -> Result<String, SeedError> {
        seed::add_role(&mut self.world.state(), role, 1, self.world.now())
    }

    /// The users as the service writes them, newest first, each with its `metadata`, `bindings` and latest `tokens`.
    pub fn users(&self) -> Vec<Value> {
        views::users(&self.world)
    }

    /// The last requests to the services, newest first.
    pub fn requests(&self) -> Vec<LoggedRequest> {
        self.world.requests.entries()
    }

    /// A token's `header` and `payload`, signed with any secret, and the `status` that the service gives it.
    pub fn decode_token(&self, token: &str) -> Value {
        views::decoded_token(&self.world, token, self.address.ip())
    }

    /// The text of the captcha that logins from this machine need, if they need one.
    pub fn captcha(&self) -> Option<String> {
        captcha::text(&self.world, self.address.ip())
    }

    /// Follows the link in a verification mail. `false` if the code is wrong or expired.
    pub fn verify_email(&self, email: &str, code: &str) -> bool {
        contacts::verify_email(&self.world, email, code).is_ok()
    }

    /// A user lets an application act for them; the id of the consent. The name is the application's id if left out.
    pub fn authorize_app(&self, user_id: &str, app_id: &str, name: Option<&str>) -> String {
        consents::give(&self.world, user_id, app_id, name)
    }

    /// The SMS and mail sent so far, newest first.
    pub fn inbox(&self) -> Vec<InboxMessage> {
        self.world.state().inbox.messages()
    }

    /// A new WeChat user; the openid.
    pub fn add_wechat_user(&self, user: NewWechatUser) -> String {
        wechat_phone::add_user(&self.world, user)
    }

    /// `wx.login` on this user's phone: a code, good once and for five minutes. `None` if no WeChat user has the openid.
    pub fn wx_login(&self, open_id: &str) -> Option<String> {
        wechat_phone::wx_login(&self.world, open_id)
    }

    /// The WeChat user agrees to share their profile. `None` if no WeChat user has the openid.
    pub fn wx_user_info(&self, open_id: &str) -> Option<UserInfoDetail> {
        wechat_phone::user_info(&self.world, open_id)
    }

    /// The WeChat user agrees to share their phone number. `None` if no WeChat user has the openid.
    pub fn wx_phone_number(&self, open_id: &str) -> Option<PhoneNumberDetail> {
        wechat_phone::phone_number(&self.world, open_id)
    }

    /// The WeChat users.
    pub fn wechat_users(&self) -> Vec<WechatUserSummary> {
        views::wechat_users(&self.world)
    }

    /// The QR codes to log in with, newest first.
    pub fn qr_codes(&self) -> Vec<QrCodeSummary> {
        views::qr_codes(&self.world)
    }

    /// The third parties that users can log in with, in place of those before.
    pub fn set_oauth_providers(&self, providers: Vec<NewOauthProvider>) {
        self.world.state().oauth_providers = Some(providers);
    }

    /// A user, by id, or a WeChat user, by openid, points their phone at a QR code, named by its id or its random name.
    /// `false` if there is no such user, or no such code is open.
    pub fn scan_qr(&self, code: &str, who: &str) -> bool {
        qr_login::scanner(&self.world, who).is_some_and(|user| qr_login::scan(&self.world, code, user).is_ok())
    }

    /// They confirm the login. `false` as with [`scan_qr`](Self::scan_qr).
    pub fn confirm_qr(&self, code: &str, who: &str) -> bool {
        let confirm = |user| qr_login::confirm(&self.world, code, Some(user), self.address.ip()).is_ok();
        qr_login::scanner(&self.world, who).is_some_and(confirm)
    }

    /// They cancel it. `false` if no such code is open.
    pub fn cancel_qr(&self, code: &str) -> bool {
        qr_login::cancel(&self.world, code).is_ok()
    }

    /// The code expires at once. `false` if no such code is open.
    pub fn expire_qr(&self, code: &str) -> bool {
        qr_login::expire(&self.world, code).is_ok()
    }

    /// The faults from now on, in place of those before.
    pub fn set_faults(&self, rules: Vec<FaultRule>) {
        self.world.faults.replace(rules);
    }

    /// The whole state as JSON: users with their password hashes, WeChat users, codes, messages, files, the clock.
    pub fn export(&self) -> String {
        snapshots::export(&self.world)
    }

    /// Takes over a state that [`export`](Self::export) gave, of the same pool, in place of the one there is.
    ///
    /// # Errors
    ///
    /// [`ImportError`] if the text is not such a state; then nothing has changed.
    pub fn import(&self, json: &str) -> Result<(), ImportError> {
        snapshots::import(&self.world, json)
    }

    /// Everything is as at the start: users, messages, files, the clock; there are no faults.
    pub fn reset(&self) {
        snapshots::reset(&self.world);
    }
}
