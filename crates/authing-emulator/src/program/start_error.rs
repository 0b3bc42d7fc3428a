//! Why an emulator does not start.

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;

use crate::program::seed::SeedError;
use crate::state::provider::AppError;
use crate::state::snapshot::ImportError;

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
    /// The password key is not one, or none could be generated.
    #[error("the password key is not an RSA private key in PEM (PKCS#8 or PKCS#1)")]
    PasswordKey(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// Clients would reject the pool's id.
    #[error("clients reject this user pool id")]
    UserPoolId(#[source] authing_core::Error),
    /// Two pools have one id.
    #[error("two user pools have the id {id}: give each its own")]
    SamePool {
        /// The id.
        id: String,
    },
    /// A file has the state of one pool.
    #[error("a state is imported and exported with one user pool: use the control API's /_emulator/state?pool=ID")]
    StateOfSeveralPools,
    /// An application cannot work as it was given.
    #[error("cannot register an application")]
    App(#[source] AppError),
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
    /// The state to start from is not that of an emulator of this version and pool.
    #[error("cannot take over the state in {}", path.display())]
    Import {
        /// Where it came from.
        path: PathBuf,
        /// What is wrong with it.
        source: ImportError,
    },
    /// The file that keeps the password key could not be read or created.
    #[error("cannot read or create the password key in {}", path.display())]
    KeyFile {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The state could not be written at the end.
    #[error("cannot write the state to {}", path.display())]
    Export {
        /// Where it should go.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The schema inside this crate is broken.
    #[error("the emulator's own schema is broken")]
    Schema(#[source] Box<dyn std::error::Error + Send + Sync>),
}
