#![doc = include_str!("../README.md")]
#![forbid(unsafe_code)]

mod about;
mod answers;
mod captcha;
mod clock;
mod config;
mod control;
mod crypto;
mod emulator;
mod faults;
mod graphql;
mod host;
mod messages;
mod miniprogram;
mod oidc;
mod qr;
mod rest;
mod routes;
mod rules;
mod server;
mod session;
mod socket;
mod state;
mod wechat;
mod world;

pub use config::defaults;
pub use emulator::{Builder, Emulator, StartError};
pub use faults::{Fault, FaultRule};
pub use socket::Break;
pub use state::inbox::{Channel, Message};
pub use state::oauth::OauthProvider;
pub use state::wechat::NewPerson;
pub use wechat::{PhoneNumber, UserInfo};
