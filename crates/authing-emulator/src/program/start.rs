//! From options to a running emulator.

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use axum::Router;
use tokio::sync::oneshot;

use crate::crypto::password_key::PasswordKey;
use crate::graphql::{self, BuildError};
use crate::http::server;
use crate::program::emulator::Emulator;
use crate::program::options::Options;
use crate::program::seed::{Seed, SeedError};
use crate::state::State;
use crate::state::snapshot::{ImportError, Snapshot};
use crate::world::World;

/// Why an emulator did not start.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StartError {
    /// The address could not be listened on.
    #[error("cannot listen on {address}")]
    Listen {
        /// The address that was asked for.
        address: SocketAddr,
        /// What the system said.
        source: io::Error,
    },
    /// The system gave no thread or event queue.
    #[error("cannot start the emulator's runtime")]
    Runtime(#[source] io::Error),
    /// The key given is none, or none could be made.
    #[error("the password key is not an RSA private key in PEM (PKCS#8 or PKCS#1)")]
    PasswordKey(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// What the configuration seeds contradicts itself.
    #[error("the configuration's users, roles and people do not fit together")]
    Seed(#[source] SeedError),
    /// The state to start from could not be opened.
    #[error("cannot read the state in {}", path.display())]
    ReadState {
        /// Where it was looked for.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The state to start from is none of this emulator's.
    #[error("cannot take over the state in {}", path.display())]
    Import {
        /// Where it came from.
        path: PathBuf,
        /// What is wrong with it.
        source: ImportError,
    },
    /// The schema inside this crate is broken.
    #[error("the emulator's own schema is broken")]
    Schema(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// It listens when this returns.
pub(super) fn start(options: Options) -> Result<Emulator, StartError> {
    let key = options.password_key.map_or_else(PasswordKey::process_wide, Ok);
    let key = key.map_err(|error| StartError::PasswordKey(error.into()))?;
    let schema = graphql::build().map_err(|error: BuildError| StartError::Schema(error.into()))?;
    let start = beginning(options.seed, options.import.as_deref(), &options.config.user_pool_id)?;
    let (listener, address) = listen(options.config.listen)?;
    let world = Arc::new(World::new(options.config, key, format!("http://{address}"), start));
    let (stop, thread) = run(listener, server::router(&world, schema)).map_err(StartError::Runtime)?;
    Ok(Emulator::running(world, address, stop, thread, options.export))
}

/// The state to start from: an exported one, else what the configuration seeds.
fn beginning(seed: Seed, import: Option<&Path>, user_pool_id: &str) -> Result<Snapshot, StartError> {
    if let Some(path) = import {
        return read_state(path, user_pool_id);
    }
    let mut state = State::default();
    seed.load(&mut state, user_pool_id).map_err(StartError::Seed)?;
    Ok(Snapshot::new(user_pool_id.to_owned(), state))
}

fn read_state(path: &Path, user_pool_id: &str) -> Result<Snapshot, StartError> {
    let json =
        std::fs::read_to_string(path).map_err(|source| StartError::ReadState { path: path.to_owned(), source })?;
    Snapshot::read(&json, user_pool_id).map_err(|source| StartError::Import { path: path.to_owned(), source })
}

/// Bound before the emulator's thread starts, so that its address is known and it can be reached at once.
fn listen(address: SocketAddr) -> Result<(TcpListener, SocketAddr), StartError> {
    let bind = || {
        let listener = TcpListener::bind(address)?;
        listener.set_nonblocking(true)?;
        let bound = listener.local_addr()?;
        Ok((listener, bound))
    };
    bind().map_err(|source| StartError::Listen { address, source })
}

/// Serves on a thread and a runtime of its own, until it is told to stop or forgotten.
fn run(listener: TcpListener, router: Router) -> io::Result<(oneshot::Sender<()>, JoinHandle<()>)> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .thread_name("authing-emulator")
        .enable_all()
        .build()?;
    let (stop, stopped) = oneshot::channel::<()>();
    let thread = thread::Builder::new().name("authing-emulator".into()).spawn(move || {
        runtime.block_on(async {
            let Ok(listener) = tokio::net::TcpListener::from_std(listener) else { return };
            tokio::select! {
                () = server::run(listener, router) => {}
                // Told to stop, or forgotten: both mean the same.
                _ = stopped => {}
            }
        });
        // Open connections are dropped where they stand.
        runtime.shutdown_background();
    })?;
    Ok((stop, thread))
}
