//! Test your own code without a network, as an embedder would, with mockall: `cargo run --example mock_transport`.

#![allow(clippy::print_stdout, reason = "an example prints")]

use std::time::Duration;

use authing_core::login::Login;
use authing_core::transport::Transport;
use authing_core::{Client, Config, Error, ErrorCode, Request, Response, Seed, Timestamp, TransportError};
use mockall::mock;

mock! {
    /// A transport whose responses a test sets.
    Wire {}

    impl Transport for Wire {
        fn send(&self, request: Request) -> Result<Response, TransportError>;
        fn sleep(&self, time: Duration);
        fn now(&self) -> Timestamp;
    }
}

/// The code under test: the greeting that a program shows to its user.
fn greeting(client: &Client<impl Transport>, email: &str, password: &str) -> String {
    match client.login(Login::email(email, password)) {
        Ok(user) => format!("hello, {}", user.nickname.unwrap_or_default()),
        Err(error) if error.code() == Some(ErrorCode::WRONG_PASSWORD) => "that is not your password".to_owned(),
        Err(error) => format!("sorry: {error}"),
    }
}

fn client_that_hears(answer: &'static str) -> Result<Client<MockWire>, Error> {
    let mut wire = MockWire::new();
    wire.expect_now().return_const(Timestamp::from_secs(1_600_000_000));
    wire.expect_send()
        .withf(|request| request.url().ends_with("/graphql"))
        .once()
        .returning(move |_| Ok(Response::new(200, answer)));
    Ok(Client::from_parts(Config::new("59f86b4832eb28071bdd9214")?, wire, Seed::new([7; 32])))
}

fn main() -> Result<(), Error> {
    let bob = client_that_hears(
        r#"{"data":{"login":{"_id":"5e05bbf2d51b3761d5c71070","nickname":"Bob","token":"bob.token"}}}"#,
    )?;
    assert_eq!(greeting(&bob, "bob@example.com", "right"), "hello, Bob");

    let nobody = client_that_hears(r#"{"errors":[{"message":{"code":2006,"message":"密码不正确"}}],"data":null}"#)?;
    assert_eq!(greeting(&nobody, "bob@example.com", "wrong"), "that is not your password");

    println!("both tests pass");
    Ok(())
}
