//! The emulator as a program starts it: options, seeds, the configuration file, the running handle.

mod applications;
pub(crate) mod builder;
pub(crate) mod config_file;
mod controls;
pub(crate) mod emulator;
mod key_file;
pub(crate) mod listen_address;
pub(crate) mod new_pool;
pub(crate) mod new_user;
mod options;
mod registered_apps;
pub(crate) mod seed;
mod start;
pub(crate) mod start_error;
