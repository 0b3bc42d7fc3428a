//! The transports trust the certificate authorities of the operating system with the features that say so, and without them those
//! that are compiled in. `SSL_CERT_FILE` takes the place of the system's: OpenSSL and rustls' verifier read it when a client is made.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::process::Command;
use std::time::Duration;

use authing_tests::tls_server::{Authority, USER_ID, certificate_for, serve};

/// Whether this build asks the operating system.
const OF_THE_SYSTEM: bool = cfg!(any(feature = "platform-roots", feature = "native-tls"));

/// What the program prints of its two logins, and whether the server heard each, where this authority is the system's.
fn log_in(system: &Authority, server: &Authority) -> (Vec<String>, [bool; 2]) {
    let folder = tempfile::tempdir().unwrap();
    let roots = folder.path().join("roots.pem");
    fs::write(&roots, system.certificate().pem()).unwrap();

    let (origin, heard) = serve(server.vouches(&certificate_for("127.0.0.1")));
    let program = Command::new(env!("CARGO_BIN_EXE_authing-system-roots"))
        .arg(origin)
        .env("SSL_CERT_FILE", &roots)
        .env_remove("SSL_CERT_DIR")
        .output()
        .unwrap();
    let printed = String::from_utf8(program.stdout).unwrap().lines().map(str::to_owned).collect();
    (printed, [(); 2].map(|()| heard.recv_timeout(Duration::from_secs(30)).unwrap().is_some()))
}

#[test]
fn authority_of_the_system_is_trusted_by_the_features_that_say_so() {
    let authority = Authority::default();
    let (printed, heard) = log_in(&authority, &authority);
    assert_eq!(heard, [OF_THE_SYSTEM; 2], "{printed:?}");
    let expected = if OF_THE_SYSTEM { format!("{USER_ID} logged in") } else { NO_CONNECTION.to_owned() };
    assert_eq!(printed, [expected.clone(), expected]);
}

#[test]
fn another_authority_is_trusted_by_no_build() {
    let (printed, heard) = log_in(&Authority::default(), &Authority::default());
    assert_eq!((printed, heard), (vec![NO_CONNECTION.to_owned(); 2], [false; 2]));
}

const NO_CONNECTION: &str = "`login`: no connection to the service";
