#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]
// The layers, from the top: each uses those below it, and none above.

mod program;

mod http;

mod control;
mod graphql;
mod oidc;
mod page;
mod rest;
mod v3;

mod service;

mod world;

mod config;
mod state;

mod clock;
mod crypto;
mod errors;
mod host_name;
mod origin;
mod outcome;
mod routes;

pub use authing_core::application::IdTokenAlgorithm;
pub use config::defaults;
pub use program::builder::EmulatorBuilder;
pub use program::config_file::FileError;
pub use program::emulator::{Emulator, ExportError};
pub use program::listen_address::{ListenAddress, ListenAddressError};
pub use program::new_pool::NewPool;
pub use program::new_user::{NewBinding, NewRole, NewUser};
pub use program::seed::SeedError;
pub use program::start_error::StartError;
pub use service::provider::automation::LoginError;
pub use service::views::{QrCodeSummary, WechatUserSummary};
pub use service::wechat_phone::{PhoneNumberDetail, UserInfoDetail};
pub use state::faults::{ConnectionFault, Fault, FaultRule};
pub use state::inbox::{Channel, InboxMessage};
pub use state::oauth_providers::NewOauthProvider;
pub use state::provider::{AppError, AuthMethod, NewApp};
pub use state::request_log::LoggedRequest;
pub use state::snapshot::ImportError;
pub use state::wechat::NewWechatUser;
