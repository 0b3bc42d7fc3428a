//! The emulator as a Rust program holds it.

use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use tokio::sync::oneshot;

use crate::service::qr_login;
use crate::service::snapshots;
use crate::service::wechat_phone;
use crate::service::wechat_phone::{PhoneNumberDetail, UserInfoDetail};
use crate::state::faults::FaultRule;
use crate::state::inbox::InboxMessage;
use crate::state::oauth_providers::OauthProvider;
use crate::state::snapshot::ImportError;
use crate::state::wechat::NewWechatUser;
use crate::world::World;

/// A running emulator, on a thread and a runtime of its own. It ends when this is dropped.
///
/// Its methods are the control API's: a test in Rust and one that speaks HTTP change the same world.
pub struct Emulator {
    world: Arc<World>,
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
    /// The file that the state is written to at the end.
    export: Option<PathBuf>,
}

/// The state could not be written at the end.
#[derive(Debug, thiserror::Error)]
#[error("cannot write the state to {}", path.display())]
#[non_exhaustive]
pub struct ExportError {
    /// Where it should have gone.
    pub path: PathBuf,
    source: io::Error,
}

impl Emulator {
    /// The handle of one that has been started.
    pub(crate) fn running(
        world: Arc<World>,
        address: SocketAddr,
        stop: oneshot::Sender<()>,
        thread: JoinHandle<()>,
        export: Option<PathBuf>,
    ) -> Self {
        Self { world, address, stop: Some(stop), thread: Some(thread), export }
    }

    /// Where it answers, without a trailing slash: `http://127.0.0.1:5510`.
    pub fn url(&self) -> &str {
        &self.world.origin
    }

    /// The address it listens on.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The one pool it serves.
    pub fn user_pool_id(&self) -> &str {
        &self.world.config.user_pool_id
    }

    /// The pool's secret: it gets the owner's token, and signs the users' tokens.
    pub fn secret(&self) -> &str {
        &self.world.config.secret
    }

    /// The mini-program's AppId.
    pub fn wechat_app_id(&self) -> &str {
        &self.world.config.wechat_app_id
    }

    /// The key to encrypt passwords with, in PEM.
    pub fn public_key_pem(&self) -> &str {
        self.world.password_key.public_pem()
    }

    /// Lets time pass on the emulator's clock.
    pub fn advance(&self, by: Duration) {
        self.world.clock.advance(by);
    }

    /// The SMS and mail sent so far, newest first.
    pub fn inbox(&self) -> Vec<InboxMessage> {
        self.world.state().inbox.messages()
    }

    /// A new person on WeChat; answers the openid.
    pub fn add_wechat_user(&self, person: NewWechatUser) -> String {
        wechat_phone::add_user(&self.world, person)
    }

    /// `wx.login` on this person's phone: a code, good once and for five minutes. `None` when nobody has the openid.
    pub fn wx_login(&self, open_id: &str) -> Option<String> {
        wechat_phone::wx_login(&self.world, open_id)
    }

    /// The person agrees to share their profile. `None` when nobody has the openid.
    pub fn wx_user_info(&self, open_id: &str) -> Option<UserInfoDetail> {
        wechat_phone::user_info(&self.world, open_id)
    }

    /// The person agrees to share their phone number. `None` when nobody has the openid.
    pub fn wx_phone_number(&self, open_id: &str) -> Option<PhoneNumberDetail> {
        wechat_phone::phone_number(&self.world, open_id)
    }

    /// The third parties one can log in with, instead of those before.
    pub fn set_oauth_providers(&self, providers: Vec<OauthProvider>) {
        self.world.state().oauth_providers = Some(providers);
    }

    /// A user, by id, or a person on WeChat, by openid, points their phone at a QR code, named by its id or its random name.
    /// `false` when there is no such person, or no such code is open.
    pub fn scan_qr(&self, code: &str, who: &str) -> bool {
        qr_login::scanner(&self.world, who).is_some_and(|person| qr_login::scan(&self.world, code, person).is_ok())
    }

    /// They confirm the login. `false` as with [`scan_qr`](Self::scan_qr).
    pub fn confirm_qr(&self, code: &str, who: &str) -> bool {
        let confirm = |person| qr_login::confirm(&self.world, code, Some(person), self.address.ip()).is_ok();
        qr_login::scanner(&self.world, who).is_some_and(confirm)
    }

    /// They cancel it. `false` when no such code is open.
    pub fn cancel_qr(&self, code: &str) -> bool {
        qr_login::cancel(&self.world, code).is_ok()
    }

    /// The code's time is up at once. `false` when no such code is open.
    pub fn expire_qr(&self, code: &str) -> bool {
        qr_login::expire(&self.world, code).is_ok()
    }

    /// What goes wrong from now on, instead of what went wrong before.
    pub fn set_faults(&self, rules: Vec<FaultRule>) {
        self.world.faults.replace(rules);
    }

    /// The whole state as JSON: users with their password hashes, people, codes, messages, files, the clock.
    pub fn export(&self) -> String {
        snapshots::export(&self.world)
    }

    /// Takes over a state that [`export`](Self::export) gave, of the same pool, in place of the one there is.
    ///
    /// # Errors
    ///
    /// When it is not such a state; then nothing has changed.
    pub fn import(&self, json: &str) -> Result<(), ImportError> {
        snapshots::import(&self.world, json)
    }

    /// Ends it, and writes its state to where [`EmulatorBuilder::export_to`] said. Dropping it ends it without writing.
    ///
    /// # Errors
    ///
    /// When the state could not be written.
    pub fn stop(mut self) -> Result<(), ExportError> {
        self.end();
        let Some(path) = &self.export else { return Ok(()) };
        snapshots::write(&self.world, path).map_err(|source| ExportError { path: path.clone(), source })
    }

    fn end(&mut self) {
        // Either may be gone, if the thread has ended by itself.
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }

    /// Everything is as at the start: users, people, messages, files, the clock; there are no faults.
    pub fn reset(&self) {
        snapshots::reset(&self.world);
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        self.end();
    }
}

impl fmt::Debug for Emulator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { world, address: _, stop: _, thread: _, export: _ } = self;
        f.debug_struct("Emulator").field("url", &world.origin).finish_non_exhaustive()
    }
}
