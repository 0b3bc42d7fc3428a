#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod about;
mod answers;
mod builder;
mod captcha;
mod clock;
mod config;
mod config_file;
mod control;
mod crypto;
mod emulator;
mod faults;
mod graphql;
mod host;
mod messages;
mod miniprogram;
#[path = "oidc.rs"]
mod oidc;
#[path = "oidc/mod.rs"]
mod oidc_door;
mod page;
mod qr;
mod requests;
mod rest;
mod routes;
mod rules;
mod seed;
mod service {
    pub(crate) mod provider;
}
mod server;
mod session;
mod snapshot;
mod socket;
mod start;
mod state;
mod wechat;
mod world;

pub use builder::Builder;
pub use config::defaults;
pub use config_file::FileError;
pub use emulator::{Emulator, ExportError};
pub use faults::{Fault, FaultRule};
pub use seed::SeedError;
pub use snapshot::ImportError;
pub use socket::Break;
pub use start::StartError;
pub use state::inbox::{Channel, Message};
pub use state::oauth::OauthProvider;
pub use state::wechat::NewPerson;
pub use wechat::{PhoneNumber, UserInfo};
