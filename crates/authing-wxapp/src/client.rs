//! The client for mini-programs in Rust.

use std::ops::Deref;
use std::sync::Arc;

use authing_core::account::ChangeAvatar;
use authing_core::types::User;
use authing_core::wechat::{BindPhone, Decrypt, EncryptedData, GetPhone, PhoneNumber};
use authing_core::{AsyncClient, Call, Config, Error, Operation, Seed, UserId};
use serde_json::Value;

use crate::button_event::{ButtonEvent, LoginOptions, WxappLogin};
use crate::code_cache::CodeCache;
use crate::flows::{AutoRefresh, LoginSilently, Prepare, WithCode};
use crate::transport::{WxHost, WxTokenStore, WxTransport};
use crate::wx::Wx;

/// The client over `wx`, with a code cache. Its methods are those that only a mini-program has; the others are those of
/// [`AsyncClient`], by dereference.
///
/// A clone is cheap and shares the session and the code cache.
#[derive(Clone, Debug)]
pub struct WxClient {
    client: AsyncClient,
    cache: CodeCache,
}

impl WxClient {
    /// Creates a client with random bytes from `wx.getRandomValues` and the token from storage.
    ///
    /// On a phone without `wx.getRandomValues`, the calls that encrypt a password fail with [`Error::NoRandomness`].
    pub async fn new(config: Config, wx: impl Wx + 'static) -> Result<Self, Error> {
        let wx: Arc<dyn Wx> = Arc::new(wx);
        let config = config.with_store(WxTokenStore::new(Arc::clone(&wx)));
        let transport = WxTransport::new(Arc::clone(&wx), config.clone());
        let client = AsyncClient::unseeded(config, transport)?.with_host(WxHost::new(Arc::clone(&wx)));
        let random = wx.get_random_values(32).await.ok().and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
        if let Some(random) = random {
            client.context().seed(&Seed::new(random));
        }
        Ok(Self { client, cache: CodeCache::default() })
    }

    /// Fetches a code if the cache has no valid one. Call it on launch, and when the mini-program is shown again.
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
    pub async fn login_with_wxapp(&self, login: WxappLogin) -> Result<User, Error> {
        let WxappLogin { tap, how } = login;
        self.tapped(tap, move |data| how.login(data)).await
    }

    /// Logs in without a tap.
    ///
    /// # Errors
    /// [`Error::Declined`] unless the user has granted `scope.userInfo` before.
    pub async fn login_silently(&self) -> Result<User, Error> {
        let context = Arc::clone(self.client.context());
        let login = move |data| Call::new(&context, LoginOptions::default().login(data));
        self.client.run(LoginSilently::new(&self.cache, login)).await
    }

    /// Decrypts the phone number of a `getPhoneNumber` button at the service.
    pub async fn get_phone(&self, tap: ButtonEvent) -> Result<PhoneNumber, Error> {
        self.tapped(tap, |data| GetPhone { data }).await
    }

    /// Binds the phone number of a `getPhoneNumber` button to the logged-in user.
    pub async fn bind_phone(&self, tap: ButtonEvent) -> Result<User, Error> {
        self.tapped(tap, |data| BindPhone { data }).await
    }

    /// Decrypts WeChat's data at the service.
    pub async fn decrypt(&self, tap: ButtonEvent) -> Result<Value, Error> {
        self.tapped(tap, |data| Decrypt { data }).await
    }

    /// Changes a user's photo to an image that the user chooses.
    ///
    /// # Errors
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

impl Deref for WxClient {
    type Target = AsyncClient;

    fn deref(&self) -> &AsyncClient {
        &self.client
    }
}
