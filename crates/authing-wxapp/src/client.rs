//! The client for mini-programs in Rust.

use std::sync::Arc;

use authing_core::account::ChangeAvatar;
use authing_core::types::User;
use authing_core::wechat::{BindPhone, Decrypt, EncryptedData, GetPhone, PhoneNumber};
use authing_core::{AsyncClient, AsyncUserPool, Call, Config, Error, Operation, Randomness, Seed, Session, UserId};
use serde_json::Value;

use crate::button_event::{ButtonEvent, LoginOptions, WxappLogin};
use crate::code_cache::CodeCache;
use crate::flows::{AutoRefresh, Prepare, WithCode};
use crate::token_store::WxTokenStore;
use crate::transport::WxTransport;
use crate::wx::Wx;

/// The core's client over `wx`, for the one visitor of a mini-program, with a cache of `wx.login` codes. It has the calls that only a
/// mini-program has. The other calls are those of the core's client, [`client`](Self::client).
///
/// A clone is cheap and shares the session and the code cache.
#[derive(Clone, Debug)]
pub struct WxClient {
    client: AsyncClient<WxTransport>,
    cache: CodeCache,
}

impl WxClient {
    /// Creates a client with random bytes from `wx.getRandomValues` and the token from storage.
    ///
    /// On a phone without `wx.getRandomValues`, the calls that encrypt a password fail with [`Error::NoRandomness`].
    ///
    /// # Errors
    ///
    /// [`Error::Store`] if storage cannot be read.
    pub async fn new(config: Config, wx: impl Wx + 'static) -> Result<Self, Error> {
        let wx: Arc<dyn Wx> = Arc::new(wx);
        let store = WxTokenStore::new(Arc::clone(&wx), config.pool());
        let transport = WxTransport::new(Arc::clone(&wx), config.http().clone());
        let client = AsyncUserPool::from_parts(config, transport, Randomness::missing()).restore(store)?;
        let random = wx.get_random_values(32).await.ok().and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
        if let Some(random) = random {
            client.context().random().seed(&Seed::new(random));
        }
        Ok(Self { client, cache: CodeCache::default() })
    }

    /// The core's client, for all other calls: `client.client().logout()`.
    pub fn client(&self) -> &AsyncClient<WxTransport> {
        &self.client
    }

    /// The visitor's session.
    pub fn session(&self) -> &Session {
        self.client.session()
    }

    /// Fetches a code if the cache has no valid one. Call it on launch, and when the mini-program is shown again.
    ///
    /// # Errors
    ///
    /// [`Error::Host`] if `wx.login` fails.
    pub async fn prepare(&self) -> Result<(), Error> {
        self.client.run(Prepare::new(&self.cache)).await
    }

    /// Replaces the code before it is too old. It ends only with an error: run it concurrently with the other calls.
    pub async fn auto_refresh(&self) -> Error {
        match self.client.run(AutoRefresh::new(&self.cache)).await {
            Err(error) => error,
            Ok(never) => match never {},
        }
    }

    /// Logs in with WeChat. The first login registers the user.
    ///
    /// # Errors
    ///
    /// [`Error::Declined`] if the user declined, [`Error::TapAgain`] if the user must tap again, [`Error::Service`] if the service
    /// returns another error.
    pub async fn login_with_wxapp(&self, login: WxappLogin) -> Result<User, Error> {
        let WxappLogin { tap, how } = login;
        self.tapped(tap, move |data| how.login(data)).await
    }

    /// Logs in without a tap.
    ///
    /// # Errors
    ///
    /// [`Error::Declined`] unless the user has granted `scope.userInfo` before.
    pub async fn login_silently(&self) -> Result<User, Error> {
        let context = Arc::clone(self.client.context());
        let login = move |data| Call::new(&context, LoginOptions::default().login(data));
        self.client.run(WithCode::without_tap(&self.cache, login)).await
    }

    /// Decrypts the phone number of a `getPhoneNumber` button at the service.
    ///
    /// # Errors
    ///
    /// The errors of [`login_with_wxapp`](Self::login_with_wxapp).
    pub async fn get_phone(&self, tap: ButtonEvent) -> Result<PhoneNumber, Error> {
        self.tapped(tap, |data| GetPhone { data }).await
    }

    /// Binds the phone number of a `getPhoneNumber` button to the logged-in user.
    ///
    /// # Errors
    ///
    /// [`Error::NotLoggedIn`] if no user is logged in; nothing is sent. Otherwise the errors of
    /// [`login_with_wxapp`](Self::login_with_wxapp).
    pub async fn bind_phone(&self, tap: ButtonEvent) -> Result<User, Error> {
        self.tapped(tap, |data| BindPhone { data }).await
    }

    /// Decrypts WeChat's data at the service.
    ///
    /// # Errors
    ///
    /// The errors of [`login_with_wxapp`](Self::login_with_wxapp).
    pub async fn decrypt(&self, tap: ButtonEvent) -> Result<Value, Error> {
        self.tapped(tap, |data| Decrypt { data }).await
    }

    /// Changes a user's photo to an image that the user chooses.
    ///
    /// # Errors
    ///
    /// [`Error::Declined`] if the user cancels the choice.
    pub async fn change_avatar(&self, user: impl Into<UserId>) -> Result<User, Error> {
        self.client.run(ChangeAvatar::from_host(self.client.context(), user)).await
    }

    async fn tapped<O: Operation>(
        &self,
        tap: ButtonEvent,
        operation: impl FnOnce(EncryptedData) -> O,
    ) -> Result<O::Response, Error> {
        let context = Arc::clone(self.client.context());
        let call = move |data| Call::new(&context, operation(data));
        self.client.run(WithCode::new(&self.cache, tap, call)?).await
    }
}
