//! The start of an emulator, from its options.

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use authing_core::PoolId;
use axum::Router;
use tokio::sync::oneshot;

use crate::config::Config;
use crate::crypto::password_key::PasswordKey;
use crate::graphql::{self, BuildError};
use crate::http::server;
use crate::origin;
use crate::program::emulator::Emulator;
use crate::program::key_file;
use crate::program::new_pool::NewPool;
use crate::program::options::Options;
use crate::program::registered_apps::registered_apps;
use crate::program::seed::Seed;
use crate::program::start_error::StartError;
use crate::service::snapshots;
use crate::state::State;
use crate::state::snapshot::Snapshot;
use crate::world::World;

/// Starts the emulator. It listens when this returns.
pub(super) fn start(options: Options) -> Result<Emulator, StartError> {
    PoolId::parse(&options.config.user_pool_id).map_err(StartError::UserPoolId)?;
    let key = match (options.password_key, &options.key_file) {
        (Some(key), _) => key,
        (None, Some(path)) => key_file::read_or_create(path)?,
        (None, None) => PasswordKey::process_wide().map_err(|error| StartError::PasswordKey(error.into()))?,
    };
    let others = options.pools;
    if !others.is_empty() && (options.import.is_some() || options.export.is_some()) {
        return Err(StartError::StateOfSeveralPools);
    }
    if let Some(path) = &options.export {
        snapshots::check_writable(path).map_err(|source| StartError::Export { path: path.clone(), source })?;
    }
    let schema = graphql::build().map_err(|error: BuildError| StartError::Schema(error.into()))?;
    let start = beginning(options.seed, options.import.as_deref(), &options.config.user_pool_id)?;
    let config = Config { apps: registered_apps(options.apps)?, ..options.config };
    let (listener, address) = listen(config.listen)?;
    let request_timeout = config.request_timeout;
    let world = World::new(config, key, origin::of_address(address), start, options.on_request);
    let worlds = with_others(world, others)?;
    let router = server::router(&worlds, &schema);
    let (stop, thread) = run(listener, router, request_timeout).map_err(StartError::Runtime)?;
    Ok(Emulator::running(&worlds, address, stop, thread, options.export))
}

/// The world of the first pool, and those of the others.
fn with_others(first: World, others: Vec<NewPool>) -> Result<Vec<Arc<World>>, StartError> {
    let mut worlds = vec![Arc::new(first)];
    for pool in others {
        if worlds.iter().any(|world| world.config.user_pool_id == pool.id) {
            return Err(StartError::SamePool { id: pool.id });
        }
        let (config, seed) = pool.build(&worlds[0].config)?;
        let start = beginning(seed, None, &config.user_pool_id)?;
        worlds.push(Arc::new(worlds[0].beside(config, start)));
    }
    Ok(worlds)
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

/// Serves on a thread and a runtime of its own, until the sender is used or dropped.
fn run(
    listener: TcpListener,
    router: Router,
    request_timeout: Duration,
) -> io::Result<(oneshot::Sender<()>, JoinHandle<()>)> {
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
                () = server::run(listener, router, request_timeout) => {}
                // Used or dropped: both end the emulator.
                _ = stopped => {}
            }
        });
        // Open connections are dropped where they stand.
        runtime.shutdown_background();
    })?;
    Ok((stop, thread))
}
