//! Who is logged in, and where the token is kept.

use std::io;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use authing_core::account::Logout;
use authing_core::login::Login;
use authing_core::{Call, Config, Context, Error, MemoryStore, SessionState, Token, TokenStore};
use serde_json::json;

use crate::support::answers::{data, user};
use crate::support::jwt::{base64, sign, user_token};
use crate::support::{NOW, POOL, Scenario, ScriptedService, USER, run, token_until};

/// A store that the test can look into, and that can break.
#[derive(Clone, Debug, Default)]
struct Drawer(Arc<Mutex<Inside>>);

#[derive(Debug, Default)]
struct Inside {
    token: Option<Token>,
    is_broken: bool,
}

impl Drawer {
    fn holding(token: &str) -> Self {
        Self(Arc::new(Mutex::new(Inside { token: Some(token.into()), is_broken: false })))
    }

    fn held(&self) -> Option<String> {
        self.0.lock().unwrap().token.as_ref().map(|token| token.expose().to_owned())
    }

    fn turn(&self, change: impl FnOnce(&mut Inside)) -> Result<(), Error> {
        let mut inside = self.0.lock().unwrap();
        if inside.is_broken {
            return Err(Error::store(io::Error::other("the drawer is stuck")));
        }
        change(&mut inside);
        Ok(())
    }
}

impl TokenStore for Drawer {
    fn load(&self) -> Result<Option<Token>, Error> {
        let mut token = None;
        self.turn(|inside| token.clone_from(&inside.token)).map(|()| token)
    }

    fn save(&self, token: &Token) -> Result<(), Error> {
        self.turn(|inside| inside.token = Some(token.clone()))
    }

    fn remove(&self) -> Result<(), Error> {
        self.turn(|inside| inside.token = None)
    }
}

#[test]
fn a_token_is_restored_saved_and_removed() {
    let drawer = Drawer::holding(&token_until(NOW.as_secs() + 1));
    let context = Scenario::new().store(drawer.clone()).context();
    assert_eq!(context.session().unwrap().state(NOW), SessionState::LoggedIn);

    let service = ScriptedService::scripted([
        data("login", &json!({ "_id": USER, "token": "fresh" })),
        data("updateUser", &user()),
    ]);
    run(&service, Call::new(&context, Login::email("bob@example.com", "pw"))).unwrap();
    assert_eq!(drawer.held().as_deref(), Some("fresh"));
    run(&service, Call::new(&context, Logout::of(USER))).unwrap();
    assert_eq!((drawer.held(), context.session().unwrap().token()), (None, None));
    assert_eq!(context.session().unwrap().state(NOW), SessionState::LoggedOut);
    context.session().unwrap().set_token("another").unwrap();
    assert_eq!(context.session().unwrap().state(NOW), SessionState::LoggedIn);
}

#[test]
fn new_session_is_anonymous_until_cleared() {
    let context = Scenario::new().context();
    assert_eq!(context.session().unwrap().state(NOW), SessionState::Anonymous);
    assert!(context.session().unwrap().token().is_none());
    context.session().unwrap().clear_token().unwrap();
    assert_eq!(context.session().unwrap().state(NOW), SessionState::LoggedOut);
}

#[test]
fn expiry_is_read_from_the_token() {
    let state = |token: &str, later: Duration| {
        let context = Scenario::new().with_token(token).context();
        context.session().unwrap().state(NOW + later)
    };
    let token = token_until(NOW.as_secs() + 10);
    assert_eq!(state(&token, Duration::from_millis(9_999)), SessionState::LoggedIn);
    assert_eq!(state(&token, Duration::from_secs(10)), SessionState::Expired);
    let text = user_token(&json!({ "exp": (NOW.as_secs() + 10).to_string() }), "s");
    assert_eq!(state(&text, Duration::from_secs(10)), SessionState::Expired);
    let ages = Duration::from_hours(1_000_000);
    for timeless in [
        "not.a-token".to_owned(),
        "a.b.c".to_owned(),
        format!("a.{}.c", base64("{")),
        sign("{}", "{}", "s"),
        sign("{}", r#"{"exp":-1}"#, "s"),
        sign("{}", r#"{"exp":"soon"}"#, "s"),
        sign("{}", r#"{"exp":null}"#, "s"),
        sign("{}", r#"{"exp":1e300}"#, "s"),
    ] {
        assert_eq!(state(&timeless, ages), SessionState::LoggedIn, "{timeless}");
    }
}

#[test]
fn a_store_that_fails_is_reported() {
    let drawer = Drawer::default();
    let context = Scenario::new().store(drawer.clone()).context();
    drawer.0.lock().unwrap().is_broken = true;
    let config = Config::new(POOL).unwrap();
    let error = Context::new(config, &crate::support::SEED).restored(drawer.clone()).unwrap_err();
    assert_eq!(error.to_string(), "the token store failed: the drawer is stuck");

    // The login happened, and the client goes on with it; but it will not outlive the program, and that is said.
    let service = ScriptedService::scripted([
        data("login", &json!({ "_id": USER, "token": "fresh" })),
        data("updateUser", &user()),
    ]);
    let login = run(&service, Call::new(&context, Login::email("bob@example.com", "pw")));
    assert!(matches!(login, Err(Error::Store(_))));
    assert_eq!(context.session().unwrap().token().unwrap().expose(), "fresh");
    let logout = run(&service, Call::new(&context, Logout::of(USER)));
    assert!(matches!(logout, Err(Error::Store(_))));
    assert!(context.session().unwrap().token().is_none());
}

#[test]
fn a_logout_that_fails_twice_reports_both_errors() {
    let drawer = Drawer::default();
    let context = Scenario::new().store(drawer.clone()).logged_in().context();
    drawer.0.lock().unwrap().is_broken = true;
    let logout = run(&ScriptedService::silent(), Call::new(&context, Logout::of("")));
    let Err(Error::LogoutFailed(both)) = logout else { panic!("{logout:?}") };
    assert!(matches!((both.error, both.store), (Error::InvalidArgument(_), Error::Store(_))));
    assert!(context.session().unwrap().token().is_none());
}

#[test]
fn a_token_of_another_pool_is_not_restored() {
    let of = |pool: &str| user_token(&json!({ "data": { "id": USER, "clientId": pool } }), "s");
    let restored = |token: &str| Scenario::new().store(Drawer::holding(token)).context().session().unwrap().token();
    assert!(restored(&of(POOL)).is_some());
    assert!(restored("opaque").is_some());
    assert_eq!(restored(&of("another-pool")), None);
    assert_eq!(restored("ends in a newline\n"), None);
}

#[test]
fn a_session_knows_the_users_id_from_the_token() {
    let id = |scenario: Scenario| scenario.context().session().unwrap().user_id();
    assert_eq!(id(Scenario::new().logged_in()), Some(USER.into()));
    assert_eq!(id(Scenario::new().expired()), Some(USER.into()));
    assert_eq!(id(Scenario::new().with_token("opaque")), None);
    assert_eq!(id(Scenario::new()), None);
}

/// A store that is slow, so that threads meet in it.
#[derive(Clone, Debug, Default)]
struct Slow(Drawer);

impl TokenStore for Slow {
    fn load(&self) -> Result<Option<Token>, Error> {
        self.0.load()
    }

    fn save(&self, token: &Token) -> Result<(), Error> {
        std::thread::yield_now();
        self.0.save(token)
    }

    fn remove(&self) -> Result<(), Error> {
        std::thread::yield_now();
        self.0.remove()
    }
}

#[test]
fn a_save_and_a_removal_do_not_change_places() {
    for _ in 0..200 {
        let store = Slow::default();
        let context = Scenario::new().store(store.clone()).context();
        let session = context.session().unwrap();
        std::thread::scope(|scope| {
            scope.spawn(|| session.set_token("mine").unwrap());
            scope.spawn(|| session.clear_token().unwrap());
        });
        assert_eq!(session.token().is_some(), store.0.held().is_some());
    }
}

#[test]
fn two_clients_share_nothing() {
    let (one, other) = (Scenario::new().context(), Scenario::new().context());
    one.session().unwrap().set_token("mine").unwrap();
    assert_eq!(other.session().unwrap().state(NOW), SessionState::Anonymous);
    assert_eq!(other.session().unwrap().token(), None);
}

#[test]
fn clones_of_a_client_share_their_session() {
    let client = Scenario::new().client(&ScriptedService::silent());
    let clone = client.clone();
    client.session().set_token("mine").unwrap();
    assert!(clone.session().token().is_some());
}

#[test]
fn the_memory_store_keeps_the_last_token() {
    let store = MemoryStore::default();
    assert_eq!(store.load().unwrap(), None);
    store.save(&"one".into()).unwrap();
    store.save(&"other".into()).unwrap();
    assert_eq!(store.load().unwrap(), Some("other".into()));
    store.remove().unwrap();
    store.remove().unwrap();
    assert_eq!(store.load().unwrap(), None);
}
