//! The options of an emulator.

use std::fmt;
use std::path::PathBuf;

use crate::config::Config;
use crate::crypto::password_key::PasswordKey;
use crate::program::new_pool::NewPool;
use crate::program::seed::Seed;
use crate::state::provider::NewApp;
use crate::state::request_log::Observer;

#[derive(Clone, Default)]
pub(super) struct Options {
    pub(super) config: Config,
    /// `None`: the key of this process.
    pub(super) password_key: Option<PasswordKey>,
    /// Today's applications; empty: the default one.
    pub(super) apps: Vec<NewApp>,
    /// The pools beside the first.
    pub(super) pools: Vec<NewPool>,
    /// The file that keeps the password key over restarts.
    pub(super) key_file: Option<PathBuf>,
    /// Called with each request when it is over.
    pub(super) on_request: Option<Observer>,
    /// The roles, users and WeChat users that are there at the start.
    pub(super) seed: Seed,
    /// The state to start from, in place of the seed.
    pub(super) import: Option<PathBuf>,
    /// The file that the state is written to at the end.
    pub(super) export: Option<PathBuf>,
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { config, password_key: _, apps, pools, key_file, on_request: _, seed: _, import, export } = self;
        f.debug_struct("Options")
            .field("config", config)
            .field("apps", apps)
            .field("pools", pools)
            .field("key_file", key_file)
            .field("import", import)
            .field("export", export)
            .finish_non_exhaustive()
    }
}
