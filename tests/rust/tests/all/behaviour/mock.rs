//! A transport mocked with mockall, as an embedder's tests would.

use std::time::Duration;

use authing_core::metadata::GetMetadata;
use authing_core::transport::Transport;
use authing_core::{Client, Config, Request, Response, Seed, Timestamp, TransportError, TransportErrorKind};
use mockall::mock;

mock! {
    Wire {}
    impl Transport for Wire {
        fn send(&self, request: Request) -> Result<Response, TransportError>;
        fn sleep(&self, time: Duration);
        fn now(&self) -> Timestamp;
    }
}

#[test]
fn a_query_waits_between_its_attempts() {
    let mut wire = MockWire::new();
    let mut attempts = 0;
    wire.expect_now().return_const(Timestamp::from_secs(1_600_000_000));
    wire.expect_send().times(2).withf(|request| request.url().ends_with("/graphql")).returning(move |_| {
        attempts += 1;
        match attempts {
            1 => Err(TransportError::new(TransportErrorKind::Connect)),
            _ => Ok(Response::new(200, br#"{"data":{"userMetadata":{"totalCount":0,"list":[]}}}"#)),
        }
    });
    wire.expect_sleep().times(1).withf(|time| *time >= Duration::from_millis(100)).return_const(());

    let client = Client::from_parts(Config::new("59f86b4832eb28071bdd9214").unwrap(), wire, Seed::new([7; 32]));
    assert!(client.call(GetMetadata::new("5e05bbf2d51b3761d5c71070")).unwrap().is_empty());
}
