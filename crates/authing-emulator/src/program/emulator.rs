//! The emulator as a Rust program holds it.

use std::fmt;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread::JoinHandle;

use authing_core::Config;
use tokio::sync::oneshot;

use crate::origin;
use crate::service::snapshots;
use crate::world::World;

/// A running emulator, on a thread and a runtime of its own. It ends when this is dropped.
///
/// Its methods do what the control API does, on the same state.
pub struct Emulator {
    pub(super) world: Arc<World>,
    pub(super) address: SocketAddr,
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
        worlds: &[Arc<World>],
        address: SocketAddr,
        stop: oneshot::Sender<()>,
        thread: JoinHandle<()>,
        export: Option<PathBuf>,
    ) -> Self {
        // There is always a first pool: `start` makes it.
        let world = Arc::clone(&worlds[0]);
        Self { world, address, stop: Some(stop), thread: Some(thread), export }
    }

    /// The emulator's URL, without a trailing slash: `http://127.0.0.1:5510`.
    pub fn url(&self) -> &str {
        &self.world.own_origin
    }

    /// The address it listens on.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The first pool that it serves.
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

    /// A ready configuration of a client: the pool, this emulator's URL and password key. Without the secret, which
    /// [`Config::with_secret`] adds.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidArgument`](authing_core::Error::InvalidArgument) if clients reject the URL, such as plain HTTP beyond the loopback.
    pub fn config(&self) -> Result<Config, authing_core::Error> {
        Config::new(self.user_pool_id())?.with_origin(&self.client_url())?.with_public_key(self.public_key_pem())
    }

    /// The URL for a client on this machine, which cannot connect to `0.0.0.0`.
    fn client_url(&self) -> String {
        let ip = match self.address.ip() {
            ip if !ip.is_unspecified() => return self.world.own_origin.clone(),
            IpAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
            IpAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
        };
        origin::of_address(SocketAddr::new(ip, self.address.port()))
    }

    /// Ends the emulator, and writes its state to the file of [`EmulatorBuilder::export_to`](crate::EmulatorBuilder::export_to), if there is
    /// one. Dropping the emulator ends it without writing.
    ///
    /// # Errors
    ///
    /// [`ExportError`] if the state could not be written.
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
}

impl Drop for Emulator {
    fn drop(&mut self) {
        self.end();
    }
}

impl fmt::Debug for Emulator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { world, address: _, stop: _, thread: _, export: _ } = self;
        f.debug_struct("Emulator").field("url", &world.own_origin).finish_non_exhaustive()
    }
}
