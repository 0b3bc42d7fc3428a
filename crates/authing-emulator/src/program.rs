//! The emulator as a program starts it: options, seeds, the configuration file, the running handle.

pub(crate) mod builder;
pub(crate) mod config_file;
pub(crate) mod emulator;
mod options;
pub(crate) mod seed;
pub(crate) mod start;
