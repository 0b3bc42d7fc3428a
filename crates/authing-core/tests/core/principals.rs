//! No request carries a token of another principal, in any order in which visitors, users and the owner of one pool log in,
//! call, cancel, log out and expire.

use std::convert::Infallible;
use std::ops::ControlFlow::{Break, Continue};
use std::sync::Arc;
use std::time::Duration;

use authing_core::account::{ChangeAvatar, GetUser, Logout, Register};
use authing_core::flow::{Event, Flow, Progress, Step};
use authing_core::login::Login;
use authing_core::management::ListUsers;
use authing_core::types::Page;
use authing_core::{Call, Config, Context, Error, MemoryStore, Timestamp, UploadFile};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::answers::{data, json_body, owner, refused, users};
use crate::support::jwt::user_token;
use crate::support::{Answer, NOW, POOL, SEED, ScriptedService, Sent, poll_twice, run, tries};

/// A token that says whose it is.
fn token_of(who: &str, until: Timestamp) -> String {
    user_token(&json!({ "data": { "id": who, "clientId": POOL }, "exp": until.as_secs() }), "s")
}

/// Whose token a request carries.
fn carried(sent: &Sent) -> Option<String> {
    use base64ct::{Base64UrlUnpadded, Encoding as _};
    let token = sent.authorization.as_deref()?.trim_start_matches("Bearer ").to_owned();
    let payload = Base64UrlUnpadded::decode_vec(token.split('.').nth(1)?).unwrap();
    let payload: Value = serde_json::from_slice(&payload).unwrap();
    Some(payload["data"]["id"].as_str().unwrap().to_owned())
}

/// The service: a login returns the token of the user who logs in, and with `stale` the service rejects the token.
fn answer(sent: &Sent, stale: bool) -> Answer {
    let until = sent.at + Duration::from_secs(60);
    if sent.uri.contains("qiniup") {
        return json_body(&json!({ "key": "k" }));
    }
    let body = sent.json();
    let document = sent.document();
    let name = |field: &str| body["variables"][field].as_str().unwrap_or_default().to_owned();
    match () {
        () if document.contains("getClientWhenSdkInit") => owner(&token_of("owner", until)),
        () if stale => refused(2207, "登录信息有误"),
        () if document.contains("login(") => {
            let who = name("username");
            data("login", &json!({ "_id": who, "token": token_of(&who, until) }))
        }
        () if document.contains("register(") => data("register", &json!({ "_id": "new" })),
        () if document.contains("users(") => users(),
        () if document.contains("qiNiuUploadToken") => data("qiNiuUploadToken", &json!("upload")),
        () if document.contains("updateUser(") => data("updateUser", &json!({ "_id": "x" })),
        () => data("user", &json!({ "_id": "x" })),
    }
}

/// Any flow, whose result does not matter.
struct Ignoring<F>(F);

impl<F: Flow<Notification = Infallible>> Flow for Ignoring<F> {
    type Notification = Infallible;
    type Output = ();

    fn poll(&mut self, now: Timestamp) -> Progress<()> {
        Ok(match self.0.poll(now)? {
            Break(_) => Break(()),
            Continue(step) => Continue(step),
        })
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        self.0.handle(now, event)
    }
}

type AnyFlow = Box<dyn Flow<Notification = Infallible, Output = ()>>;

#[derive(Clone, Copy, Debug)]
enum Act {
    /// An actor begins a call.
    Begin(usize, Kind),
    /// A call that is under way takes one step.
    Step(usize),
    /// A call that is under way is dropped.
    Cancel(usize),
    /// Time passes, in seconds.
    Pass(u64),
    /// The service rejects the next token.
    Refuse,
}

#[derive(Clone, Copy, Debug)]
enum Kind {
    /// Logs in as the first or the second of the visitor's users.
    Login(bool),
    Register,
    Logout,
    Read,
    Avatar,
    List,
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let kind = prop_oneof![
        4 => any::<bool>().prop_map(Kind::Login),
        1 => Just(Kind::Register),
        1 => Just(Kind::Logout),
        2 => Just(Kind::Read),
        3 => Just(Kind::Avatar),
        2 => Just(Kind::List),
    ];
    let act = prop_oneof![
        2 => (prop_oneof![3 => Just(0), 1 => 1..4_usize], kind).prop_map(|(actor, kind)| Act::Begin(actor, kind)),
        8 => (0..4_usize).prop_map(Act::Step),
        1 => (0..4_usize).prop_map(Act::Cancel),
        1 => prop_oneof![Just(1), Just(30), Just(61)].prop_map(Act::Pass),
        1 => Just(Act::Refuse),
    ];
    prop::collection::vec(act, 0..120)
}

/// Two visitors, one user and the owner, on one pool.
struct Pool {
    actors: [Arc<Context>; 4],
    underway: Vec<Underway>,
    now: Timestamp,
    refuse_next: bool,
}

struct Underway {
    actor: usize,
    kind: Kind,
    flow: AnyFlow,
    /// Whose token the earlier requests of this call carried.
    carried: Option<String>,
}

const USER: usize = 2;
const OWNER: usize = 3;

impl Pool {
    fn new() -> Self {
        let config = Config::new(POOL).unwrap().with_secret("s");
        let one = Context::new(config, &SEED);
        let other = one.restored(MemoryStore::default()).unwrap();
        let user = one.for_user(token_of("actor-2", NOW + Duration::from_secs(60))).unwrap();
        let owner = one.as_owner().unwrap();
        Self { actors: [one, other, user, owner], underway: Vec::new(), now: NOW, refuse_next: false }
    }

    fn begin(&mut self, actor: usize, kind: Kind) {
        let context = &self.actors[actor];
        let login = |second| Login::username(format!("actor-{actor}{}", if second { "b" } else { "a" }), "pw");
        let flow: AnyFlow = match kind {
            Kind::Login(second) => Box::new(Ignoring(Call::new(context, login(second)))),
            Kind::Register => Box::new(Ignoring(Call::new(context, Register::username("new", "password")))),
            Kind::Logout => Box::new(Ignoring(Call::new(context, Logout::default()))),
            Kind::Read => Box::new(Ignoring(Call::new(context, GetUser::new("x")))),
            Kind::Avatar => Box::new(Ignoring(ChangeAvatar::from_file(
                context,
                "x",
                UploadFile::new("a.png", "image/png", b"a".as_slice()),
            ))),
            Kind::List => Box::new(Ignoring(Call::new(context, ListUsers::new(Page::default())))),
        };
        self.underway.push(Underway { actor, kind, flow, carried: None });
    }

    /// One step of a call: it is polled, and what it asks for happens.
    fn step(&mut self, index: usize) -> Result<(), TestCaseError> {
        let now = self.now;
        let Underway { actor, kind, flow, carried: before } = &mut self.underway[index];
        let event = match flow.poll(now) {
            Err(_) | Ok(Break(())) => {
                drop(self.underway.remove(index));
                return Ok(());
            }
            Ok(Continue(Step::Send(request))) => {
                let sent = Sent::of(&request, now);
                check(*actor, *kind, &sent, before)?;
                Event::Response(answer(&sent, std::mem::take(&mut self.refuse_next)))
            }
            Ok(Continue(Step::Wait(_))) => Event::Waited,
            Ok(Continue(step)) => panic!("{step:?}"),
        };
        if flow.handle(now, event).is_err() {
            drop(self.underway.remove(index));
        }
        Ok(())
    }
}

/// A request carries its actor's own token, or none; a login, a registration and the fetch of the owner's token carry none; an
/// owner's call comes from the owner alone; and all requests of one call are one user's.
fn check(actor: usize, kind: Kind, sent: &Sent, before: &mut Option<String>) -> Result<(), TestCaseError> {
    let whose = carried(sent);
    let is_fetch = sent.text().contains("getClientWhenSdkInit");
    prop_assert!(!is_fetch || actor == OWNER, "{actor} fetches the owner's token");
    if is_fetch || matches!(kind, Kind::Login(_) | Kind::Register) {
        prop_assert_eq!(whose, None);
        return Ok(());
    }
    prop_assert!(!matches!(kind, Kind::List) || actor == OWNER, "{actor} makes an owner's call");
    if let Some(whose) = whose {
        let own = if actor == OWNER { "owner".to_owned() } else { format!("actor-{actor}") };
        prop_assert!(whose.starts_with(&own), "{} carries a token of {}", actor, whose);
        prop_assert!(before.as_ref().is_none_or(|before| *before == whose), "{before:?}, then {whose}");
        *before = Some(whose);
    }
    Ok(())
}

proptest! {
    #![proptest_config(tries(500))]

    #[test]
    fn no_request_carries_a_token_of_another_principal(acts in acts()) {
        let mut pool = Pool::new();
        for act in acts {
            match act {
                Act::Begin(actor, kind) => pool.begin(actor, kind),
                Act::Step(index) if index < pool.underway.len() => pool.step(index)?,
                Act::Cancel(index) if index < pool.underway.len() => drop(pool.underway.remove(index)),
                Act::Pass(seconds) => pool.now = pool.now + Duration::from_secs(seconds),
                Act::Refuse => pool.refuse_next = true,
                Act::Step(_) | Act::Cancel(_) => {}
            }
        }
        // A visitor's session holds a token of the visitor's own users.
        for (actor, context) in pool.actors[..USER].iter().enumerate() {
            let id = context.session().unwrap().user_id();
            let own = format!("actor-{actor}");
            prop_assert!(id.is_none_or(|id| id.as_str().starts_with(&own)));
        }
    }
}

#[test]
fn an_avatar_is_not_changed_by_the_user_who_logs_in_meanwhile() {
    let mut pool = Pool::new();
    let visitor = Arc::clone(&pool.actors[0]);
    visitor.session().unwrap().set_token(token_of("actor-0a", NOW + Duration::from_secs(60))).unwrap();
    pool.begin(0, Kind::Avatar);
    pool.step(0).unwrap();
    pool.step(0).unwrap();
    visitor.session().unwrap().set_token(token_of("actor-0b", NOW + Duration::from_secs(60))).unwrap();
    let Underway { mut flow, .. } = pool.underway.remove(0);
    assert!(matches!(flow.poll(NOW), Err(Error::NotLoggedIn)));
}

#[test]
fn unpolled_lease_does_not_block_other_callers() {
    let context = Pool::new().actors[OWNER].clone();
    let mut held = Call::new(&context, ListUsers::new(Page::default()));
    assert!(matches!(poll_twice(&mut held, NOW), Ok(Continue(Step::Send(_)))));
    let service = ScriptedService::answering(|sent| answer(sent, false));
    assert!(run(&service, Call::new(&context, ListUsers::new(Page::default()))).is_ok());
    // By default a request may take ten seconds, and a wait between two attempts five.
    assert!(service.waits().iter().sum::<Duration>() < Duration::from_secs(16));
}
