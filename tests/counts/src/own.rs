//! The SDK's own work, over a transport that answers from memory: time, allocations and instructions.

use std::hint::black_box;

use allocation_counter::measure as count;
use authing_core::login::Login;
use authing_core::token::{Hs256Key, TokenVerifier};
use authing_core::{Client, Config, PoolId, Timestamp};

use authing_counts::answers::{self, POOL, SECRET, TOKEN, USER_ID};
use authing_counts::{SameResponse, timing};

use crate::instructions;

/// Calls in a sample: enough that reading the clock costs nothing, few enough that most samples are not interrupted.
const CALLS: u32 = 10;

/// A call that is measured.
pub(crate) struct Own {
    pub(crate) name: &'static str,
    /// How many allocations it may have: what it has now. And how many instructions: a twentieth more than it has, because the C
    /// library copies memory by other instructions on other processors. A budget falls; it rises only for the package's size.
    budget: (u64, u64),
    pub(crate) call: Box<dyn FnMut()>,
}

/// The calls that are measured.
pub(crate) fn all() -> Vec<Own> {
    let query = client(&answers::user());
    let login = client(&answers::login());
    let without_password = client(&answers::login());
    let verifier = TokenVerifier::new(Hs256Key::allow_short(SECRET).unwrap(), PoolId::parse(POOL).unwrap());
    let now = Timestamp::from_secs(1_700_000_000);
    let answer = answers::user();
    vec![
        own("a query (user)", (22, 46_500), move || query.user(USER_ID).unwrap()),
        own("a login (RSA)", (42, 280_000), move || login.login(Login::email("bob@example.com", "password")).unwrap()),
        own("a login without a password", (32, 141_000), move || {
            without_password.login(Login::unionid("o6_bmjrPTlm6_2sgVt7hMZOPfL2M")).unwrap()
        }),
        own("TokenVerifier::verify", (5, 46_000), move || verifier.verify(TOKEN, now).unwrap()),
        own("of which: the response", (1, 1_000), move || answer.as_bytes().to_vec()),
    ]
}

fn own<T>(name: &'static str, budget: (u64, u64), mut call: impl FnMut() -> T + 'static) -> Own {
    Own { name, budget, call: Box::new(move || drop(black_box(call()))) }
}

/// Prints all figures. Answers whether the counts are within their budgets.
pub(crate) fn print() -> bool {
    println!("{:32} {:>10} {:>18} {:>20}", "own work, nothing sent", "µs", "allocations (most)", "instructions (most)");
    // Every row is printed, also after one that is over.
    let over = all().into_iter().map(row).filter(|within| !within).count();
    println!();
    over == 0
}

fn client(answer: &str) -> Client<SameResponse> {
    SameResponse::new(answer).client(Config::new(POOL).unwrap())
}

fn row(Own { name, budget: (most_allocations, most_instructions), mut call }: Own) -> bool {
    let time = timing::micros(timing::measure(CALLS, &mut call));
    let allocations = count(&mut call).count_total;
    let instructions = instructions::of(name);
    let shown = instructions.map_or("no valgrind".to_owned(), |count| count.to_string());
    println!("{name:32} {time:>10.2} {allocations:>11} ({most_allocations:>4}) {shown:>11} ({most_instructions:>6})");
    allocations <= most_allocations && instructions.is_none_or(|count| count <= most_instructions)
}
