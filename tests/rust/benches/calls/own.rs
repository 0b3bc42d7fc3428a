//! The SDK's own time, over a transport that answers from memory.

use std::hint::black_box;

use allocation_counter::measure as count;
use authing_core::login::Login;
use authing_core::token::{Hs256Key, TokenVerifier};
use authing_core::{Client, Config, PoolId, Timestamp};

use crate::answers::{self, POOL, SECRET, TOKEN, USER_ID};
use crate::memory::Memory;
use crate::{micros, timing};

/// Calls in a sample: enough that reading the clock costs nothing, few enough that most samples are not interrupted.
const CALLS: u32 = 10;

pub(crate) fn print() {
    println!("{:32} {:>10} {:>12}", "own time, nothing sent", "µs", "allocations");
    let query = client(&answers::user());
    row("a query (user)", || query.user(USER_ID).unwrap());
    let login = client(&answers::login());
    row("a login (RSA)", || login.login(Login::email("bob@example.com", "password")).unwrap());
    row("a login without a password", || login.login(Login::unionid("o6_bmjrPTlm6_2sgVt7hMZOPfL2M")).unwrap());

    let verifier = TokenVerifier::new(Hs256Key::allow_short(SECRET).unwrap(), PoolId::parse(POOL).unwrap());
    let now = Timestamp::from_secs(1_700_000_000);
    row("TokenVerifier::verify", || verifier.verify(TOKEN, now).unwrap());

    let answer = answers::user();
    row("of which: the memory's answer", || answer.as_bytes().to_vec());
    println!();
}

fn client(answer: &str) -> Client<Memory> {
    Memory::new(answer).client(Config::new(POOL).unwrap())
}

fn row<T>(name: &str, mut call: impl FnMut() -> T) {
    let time = timing::measure(CALLS, &mut call);
    let allocations = count(|| drop(black_box(call()))).count_total;
    println!("{name:32} {:>10.2} {allocations:>12}", micros(time));
}
