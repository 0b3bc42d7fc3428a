//! No request ever carries a token of another principal: visitors, users and the owner on one pool, over reqwest, on threads of
//! their own, with logins, expiries, logouts and calls that are cancelled half way.

mod service;

use std::pin::pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::Poll;
use std::thread;

use authing_core::login::Login;
use authing_core::management::GetOwnerToken;
use authing_core::types::Page;
use authing_reqwest::{Client, Config, Error, UserPool};
use authing_tests::recorder::Recorder;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{RngCore as _, SeedableRng as _};
use tokio::runtime::{Builder, Runtime};

use self::service::{Lifetime, OWNER, carried, offence, respond, token};

const ROUNDS: u8 = 6;
const ACTIONS: usize = 60;

/// Who acts on a thread.
enum Actor {
    /// A visitor's client: two users log in on it, one after another. Threads may share a client.
    Visitor(String, Client),
    /// Requests of one user, each with a client of its own.
    User(String),
    /// The pool's owner.
    Owner,
}

impl Actor {
    /// Does something, and cancels it after a few polls now and then. How it ends does not matter.
    async fn act(&self, pool: &UserPool, random: &mut ChaCha20Rng) {
        let polls = match random.next_u32() % 3 {
            0 => random.next_u32() % 8,
            _ => u32::MAX,
        };
        let choice = random.next_u32();
        let _outcome = cancelled_after(polls, async {
            match self {
                Self::Visitor(name, client) => visit(name, client, choice).await,
                Self::User(name) => make_request(name, pool, choice).await,
                Self::Owner => manage(pool, choice).await,
            }
        })
        .await;
    }
}

async fn visit(name: &str, client: &Client, choice: u32) -> Result<(), Error> {
    match choice % 8 {
        0 | 1 => client.login(Login::unionid(format!("{name}/{}", choice % 2))).await.map(drop),
        2 => client.logout().await.map(drop),
        3 => client.me().await.map(drop),
        4 => client.user_pool_settings().await.map(drop),
        _ => client.metadata(name).await.map(drop),
    }
}

async fn make_request(name: &str, pool: &UserPool, choice: u32) -> Result<(), Error> {
    let lifetime = if choice.is_multiple_of(5) { Lifetime::Expired } else { Lifetime::Unknown };
    let client = pool.for_user(token(&format!("{name}/0"), lifetime))?;
    match choice % 4 {
        0 => client.logout().await.map(drop),
        1 => client.me().await.map(drop),
        _ => client.metadata(name).await.map(drop),
    }
}

async fn manage(pool: &UserPool, choice: u32) -> Result<(), Error> {
    let client = pool.as_owner()?;
    match choice % 4 {
        0 => client.call(GetOwnerToken).await.map(drop),
        1 => client.metadata(OWNER).await.map(drop),
        _ => client.users(Page::default()).await.map(drop),
    }
}

/// Polls a future so many times, then drops it.
async fn cancelled_after<T>(polls: u32, future: impl Future<Output = T>) -> Option<T> {
    let mut future = pin!(future);
    let mut left = polls;
    std::future::poll_fn(|task| {
        if left == 0 {
            return Poll::Ready(None);
        }
        left -= 1;
        future.as_mut().poll(task).map(Some)
    })
    .await
}

/// Six visitors, of whom four share two clients; three users; three owners.
fn actors(pool: &UserPool) -> Vec<Actor> {
    let visitors = (0..4).flat_map(|number| {
        let (name, client) = (format!("visitor-{number}"), pool.client());
        let threads = if number < 2 { 2 } else { 1 };
        (0..threads).map(move |_| Actor::Visitor(name.clone(), client.clone()))
    });
    let users = (0..3).map(|number| Actor::User(format!("user-{number}")));
    visitors.chain(users).chain((0..3).map(|_| Actor::Owner)).collect()
}

/// All actors at once, each on a thread.
fn play(runtime: &Runtime, pool: &UserPool, round: u8) {
    thread::scope(|scope| {
        for (number, actor) in (0..).zip(actors(pool)) {
            scope.spawn(move || {
                let mut random = ChaCha20Rng::from_seed([round.wrapping_mul(16).wrapping_add(number); 32]);
                runtime.block_on(async {
                    for _ in 0..ACTIONS {
                        actor.act(pool, &mut random).await;
                    }
                });
            });
        }
    });
}

#[test]
fn no_request_carries_the_token_of_another_principal() {
    let number = AtomicUsize::new(0);
    let service = Recorder::start(move |request| respond(request, number.fetch_add(1, Ordering::Relaxed)));
    let runtime = Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let config = Config::new("pool-1").unwrap().with_origin(&service.origin()).unwrap().with_secret("secret-1");
    let mut carriers = Vec::new();
    for round in 0..ROUNDS {
        let pool = UserPool::new(config.clone()).unwrap();
        play(&runtime, &pool, round);
        let requests = service.take();
        let offences: Vec<_> = requests.iter().filter_map(offence).collect();
        assert!(offences.is_empty(), "round {round}:\n{}", offences.join("\n"));
        carriers.extend(requests.iter().filter_map(carried));
    }
    for principal in ["visitor-", "user-", OWNER] {
        let count = carriers.iter().filter(|id| id.starts_with(principal)).count();
        assert!(count > 50, "only {count} requests carry a token of {principal}");
    }
}
