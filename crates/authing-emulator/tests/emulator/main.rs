//! The emulator over real sockets, as a library and as a program.

mod accounts;
mod graphql;
mod library;
mod limits;
mod login_protection;
mod management;
mod oidc;
mod order;
mod origins;
mod pools;
#[cfg(unix)]
mod program;
mod provider;
mod qr;
mod requests;
mod rights;
mod server;
mod state;
mod support;
mod third_parties;
mod tokens;
mod v3;
mod wechat;
