//! The published clients kept one token for all pools: it moves to its pool's key, once.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use authing_core::{Config, SessionState, Token};
use authing_wxapp::{WxClient, WxError, WxTokenStore, WxappLogin};

use crate::wx::phone::{MockPhone, TestHost, agreed, run};

const OLD_KEY: &str = WxTokenStore::OLD_KEY;
const KEY: &str = "_authing_token_pool-1";
const OTHER_KEY: &str = "_authing_token_pool-2";

/// Unsigned: `{"data":{"id":"u1","clientId":"pool-1"}}`.
const OF_POOL_1: &str = "e30.eyJkYXRhIjp7ImlkIjoidTEiLCJjbGllbnRJZCI6InBvb2wtMSJ9fQ.c2ln";

/// A phone's storage. Clones are the same storage.
#[derive(Clone, Default)]
struct Storage(Arc<Mutex<BTreeMap<String, String>>>);

impl Storage {
    fn of(entries: &[(&str, &str)]) -> Self {
        let storage = Self::default();
        for (key, value) in entries {
            storage.0.lock().unwrap().insert((*key).to_owned(), (*value).to_owned());
        }
        storage
    }

    /// All that is stored.
    fn entries(&self) -> Vec<(String, String)> {
        self.0.lock().unwrap().iter().map(|(key, value)| (key.clone(), value.clone())).collect()
    }

    fn read_and_remove_on(&self, phone: &mut MockPhone) {
        let storage = self.clone();
        phone
            .expect_get_storage()
            .returning(move |key| Ok(storage.0.lock().unwrap().get(key).cloned().unwrap_or_default()));
        let storage = self.clone();
        phone.expect_remove_storage().returning(move |key| {
            storage.0.lock().unwrap().remove(key);
            Ok(())
        });
    }

    fn write_on(&self, phone: &mut MockPhone) {
        let storage = self.clone();
        phone.expect_set_storage().returning(move |key, value| {
            storage.0.lock().unwrap().insert(key.to_owned(), value.to_owned());
            Ok(())
        });
    }

    /// A client of a pool, launched on this phone.
    fn client(&self, pool: &str) -> WxClient {
        let phone = TestHost::new().phone(|phone| {
            self.read_and_remove_on(phone);
            self.write_on(phone);
        });
        run(WxClient::new(Config::new(pool).unwrap(), phone)).unwrap()
    }

    /// The same, where nothing can be written.
    fn full_client(&self, pool: &str) -> WxClient {
        let phone = TestHost::new().phone(|phone| {
            self.read_and_remove_on(phone);
            phone.expect_set_storage().returning(|_, _| Err(WxError::new("setStorageSync:fail exceed max size")));
        });
        run(WxClient::new(Config::new(pool).unwrap(), phone)).unwrap()
    }
}

fn stored(key: &str, token: &str) -> Vec<(String, String)> {
    vec![(key.to_owned(), token.to_owned())]
}

#[test]
fn a_token_that_says_nothing_of_its_pool_moves_to_the_first() {
    let storage = Storage::of(&[(OLD_KEY, "KEPT")]);
    assert_eq!(storage.client("pool-1").session().token(), Some(Token::from("KEPT")));
    assert_eq!(storage.entries(), stored(KEY, "KEPT"));
    assert_eq!(storage.client("pool-2").session().token(), None);
    assert_eq!(storage.client("pool-1").session().token(), Some(Token::from("KEPT")));
    assert_eq!(storage.entries(), stored(KEY, "KEPT"));
}

#[test]
fn a_token_of_another_pool_stays_for_that_pools_client() {
    let storage = Storage::of(&[(OLD_KEY, OF_POOL_1)]);
    let other = storage.client("pool-2");
    assert_eq!(other.session().token(), None);
    run(other.login_with_wxapp(WxappLogin::new(agreed()))).unwrap();
    run(other.client().logout()).unwrap_err();
    assert_eq!(storage.entries(), stored(OLD_KEY, OF_POOL_1), "a logout of another pool leaves it");
    assert_eq!(storage.client("pool-1").session().token(), Some(Token::from(OF_POOL_1)));
    assert_eq!(storage.entries(), stored(KEY, OF_POOL_1));
}

#[test]
fn the_pools_own_key_comes_first() {
    let storage = Storage::of(&[(OLD_KEY, "OLD"), (KEY, "NEW")]);
    assert_eq!(storage.client("pool-1").session().token(), Some(Token::from("NEW")));
}

#[test]
fn two_pools_of_one_phone_have_a_user_each() {
    let storage = Storage::of(&[(KEY, "ONE"), (OTHER_KEY, "TWO")]);
    let (one, two) = (storage.client("pool-1"), storage.client("pool-2"));
    assert_eq!(one.session().token(), Some(Token::from("ONE")));
    one.session().clear_token().unwrap();
    assert_eq!(two.session().token(), Some(Token::from("TWO")));
    assert_eq!(storage.entries(), stored(OTHER_KEY, "TWO"));
}

#[test]
fn old_key_that_cannot_be_moved_still_logs_in() {
    let storage = Storage::of(&[(OLD_KEY, OF_POOL_1)]);
    let client = storage.full_client("pool-1");
    assert_eq!(client.session().token(), Some(Token::from(OF_POOL_1)));
    assert_eq!(storage.entries(), stored(OLD_KEY, OF_POOL_1), "it is read again the next time");
    client.session().clear_token().unwrap();
    assert_eq!(storage.entries(), []);
    assert_eq!(storage.client("pool-1").session().state(TestHost::new().now()), SessionState::Anonymous);
}
