//! A whole call through the SDK, beside the same call through the bare HTTP client and serde, kept alive, on the loopback.

use std::hint::black_box;

use authing_core::login::Login;
use authing_core::{Client, Config};
use authing_counts::SameResponse;
use authing_counts::answers::{self, POOL, TOKEN, USER_ID};
use authing_counts::timing::{self, Comparison, micros};
use base64ct::{Base64, Encoding as _};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng as _;
use rsa_0_9::pkcs8::DecodePublicKey as _;
use rsa_0_9::{Pkcs1v15Encrypt, RsaPublicKey};
use tokio::runtime::{Builder, Runtime};

use crate::bare::{Reqwest, Sent, Ureq};
use crate::{pin, server};

/// Calls in a sample.
const CALLS: u32 = 5;

pub(crate) fn print() {
    pin::to(pin::CLIENT);
    println!("{:32} {:>10} {:>10} {:>8}", "a call on the loopback", "SDK µs", "bare µs", "ratio");
    let query = Case::new(&answers::user(), |client| drop(client.user(USER_ID).unwrap()));
    query.over_ureq("user, ureq", |client| drop(client.user(USER_ID).unwrap()), || ());
    query.over_reqwest("user, reqwest", &async |client| drop(client.user(USER_ID).await.unwrap()), || ());

    let login = Case::new(&answers::login(), |client| drop(client.login(bob()).unwrap()));
    let blocking = |client: &authing_ureq::Client| drop(client.login(bob()).unwrap());
    let asynchronous = async |client: &authing_reqwest::Client| drop(client.login(bob()).await.unwrap());
    let mut rsa = encryption();
    login.over_ureq("login, ureq", blocking, || ());
    login.over_ureq("login, ureq, both encrypting", blocking, &mut rsa);
    login.over_reqwest("login, reqwest", &asynchronous, || ());
    login.over_reqwest("login, reqwest, both encrypting", &asynchronous, &mut rsa);
}

fn bob() -> Login {
    Login::email("bob@example.com", "password")
}

/// What a bare client that logs in has to do as well.
fn encryption() -> impl FnMut() {
    let key = RsaPublicKey::from_public_key_pem(authing_core::PublicKey::PUBLIC_SERVICE.trim()).unwrap();
    let mut random = ChaCha20Rng::from_seed([7; 32]);
    move || {
        let cipher = key.encrypt(&mut random, Pkcs1v15Encrypt, b"password").unwrap();
        black_box(Base64::encode_string(&cipher));
    }
}

/// One call, its answer on a server, and what the SDK sends for it.
struct Case {
    config: Config,
    sent: Sent,
}

impl Case {
    fn new(answer: &str, call: impl Fn(&Client<SameResponse>)) -> Self {
        let config = Config::new(POOL).unwrap().with_origin(&server::start(answer)).unwrap();
        let transport = SameResponse::new(answer);
        call(&transport.client(config.clone()));
        Self { config, sent: transport.last().into() }
    }

    fn over_ureq(&self, name: &str, call: impl Fn(&authing_ureq::Client), mut before: impl FnMut()) {
        let sdk = authing_ureq::Client::new(self.config.clone()).unwrap();
        sdk.session().set_token(TOKEN).unwrap();
        let bare = Ureq::new(self.config.http(), self.sent.clone());
        let bare = || {
            before();
            bare.call()
        };
        row(name, &timing::compare(CALLS, || call(&sdk), bare));
    }

    fn over_reqwest(&self, name: &str, call: &impl AsyncFn(&authing_reqwest::Client), mut before: impl FnMut()) {
        let sdk = authing_reqwest::Client::new(self.config.clone()).unwrap();
        sdk.session().set_token(TOKEN).unwrap();
        let bare = Reqwest::new(self.config.http(), self.sent.clone());
        let runtime = runtime();
        let bare = || {
            before();
            runtime.block_on(bare.call())
        };
        row(name, &timing::compare(CALLS, || runtime.block_on(call(&sdk)), bare));
    }
}

fn runtime() -> Runtime {
    Builder::new_current_thread().enable_all().build().unwrap()
}

fn row(name: &str, Comparison { first: sdk, second: bare, ratio }: &Comparison) {
    println!("{name:32} {:>10.1} {:>10.1} {ratio:>8.3}", micros(*sdk), micros(*bare));
}
