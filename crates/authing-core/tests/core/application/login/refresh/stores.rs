//! Tokens in a store that several instances share.

use authing_core::Error;
use authing_core::application::{TokenSet, TokenSetStore};
use serde_json::json;

use super::super::provider::{SharedStore, client_of, config, log_in, refused};
use super::{LATER, refreshes, setup_user};
use crate::support::USER;
use crate::support::answers::json_body;

#[test]
fn store_has_the_new_tokens_before_they_are_used() {
    let (provider, service, client, tokens) = setup_user();
    let store = SharedStore::default();
    let me = client.for_user_with_store(tokens.clone(), store.clone()).unwrap();
    assert_eq!(store.saved(), [tokens]);
    let seen = store.clone();
    provider.lock().user_info = Some(Box::new(move |sent| {
        let saved = seen.saved().last().unwrap().access_token().expose().to_owned();
        assert_eq!(sent.authorization.as_deref(), Some(format!("Bearer {saved}").as_str()));
        json_body(&json!({ "sub": USER }))
    }));
    service.advance(LATER);
    me.user_info().unwrap();
    assert_eq!(store.saved().len(), 2);
    assert_eq!(store.saved().last(), Some(&me.tokens()));
}

/// Two instances share a session and no memory.
#[test]
fn instance_takes_the_tokens_that_another_has_got() {
    let (provider, service, client, tokens) = setup_user();
    let store = SharedStore::default();
    let first = client.for_user_with_store(tokens.clone(), store.clone()).unwrap();
    let other_service = provider.service();
    let second = client_of(&other_service, config()).restore(store.clone()).unwrap();
    service.advance(LATER);
    other_service.advance(LATER);
    first.user_info().unwrap();
    second.user_info().unwrap();
    assert_eq!((refreshes(&service), refreshes(&other_service)), (1, 0));
    assert_eq!(second.tokens(), first.tokens());
}

/// The other instance was first, and saved only after this one had read: the refusal makes it read once more.
#[test]
fn instance_that_lost_the_race_reads_the_store_once_more() {
    let (provider, service, client, tokens) = setup_user();
    let store = SharedStore::default();
    let me = client.for_user_with_store(tokens.clone(), store.clone()).unwrap();
    let winner = client_of(&provider.service(), config()).refresh(&tokens).unwrap();
    let (late, won) = (store.clone(), winner.clone());
    provider.lock().token = Some(Box::new(move |_| {
        TokenSetStore::save(&late, &won).unwrap();
        refused("invalid_grant")
    }));
    service.advance(LATER);
    provider.lock().user_info = Some(Box::new(|_| json_body(&json!({ "sub": USER }))));
    // The winner's tokens are as old as the service's clock of the winner says.
    let outcome = me.user_info();
    assert_eq!(me.tokens(), winner, "{outcome:?}");
}

/// A refresh must not log a user in again who has logged out on another instance, or save over another user's tokens.
#[test]
fn refresh_does_not_undo_a_logout() {
    let (_, service, client, tokens) = setup_user();
    let store = SharedStore::default();
    let me = client.for_user_with_store(tokens, store.clone()).unwrap();
    store.clear();
    service.advance(LATER);
    assert!(matches!(me.user_info(), Err(Error::NotLoggedIn)));
    assert_eq!((refreshes(&service), store.saved().len()), (0, 0));
    assert!(matches!(client.restore(store), Err(Error::NotLoggedIn)));
}

#[test]
fn refresh_does_not_replace_another_user() {
    let (provider, service, client, tokens) = setup_user();
    let store = SharedStore::default();
    let me = client.for_user_with_store(tokens, store.clone()).unwrap();
    provider.lock().claims.push(("sub", json!("another user")));
    let other = log_in(&provider, &client).unwrap().tokens;
    client.for_user_with_store(other.clone(), store.clone()).unwrap();
    service.advance(LATER);
    assert!(matches!(me.user_info(), Err(Error::NotLoggedIn)));
    assert_eq!(store.saved().last(), Some(&other));
}

/// The store changes while the new tokens are under way: a logout, or a login, on another instance.
#[test]
fn change_of_the_store_during_a_refresh_is_kept() {
    for logs_in in [false, true] {
        let (provider, service, client, tokens) = setup_user();
        provider.lock().claims.push(("sub", json!("another user")));
        let change: Vec<_> = logs_in.then(|| log_in(&provider, &client).unwrap().tokens).into_iter().collect();
        let store = SharedStore::default();
        let me = client.for_user_with_store(tokens, store.clone()).unwrap();
        let (elsewhere, changed) = (store.clone(), change.clone());
        provider.lock().token = Some(Box::new(move |_| {
            elsewhere.clear();
            for tokens in &changed {
                TokenSetStore::save(&elsewhere, tokens).unwrap();
            }
            json_body(&json!({ "access_token": "a", "refresh_token": "r", "token_type": "Bearer", "expires_in": 60 }))
        }));
        service.advance(LATER);
        for _ in 0..2 {
            assert!(matches!(me.user_info(), Err(Error::NotLoggedIn)));
            assert_eq!(store.saved(), change);
        }
    }
}

#[test]
fn set_that_cannot_be_saved_stays_in_memory() {
    #[derive(Debug)]
    struct Broken(TokenSet, std::sync::atomic::AtomicBool);
    impl TokenSetStore for Broken {
        fn load(&self) -> Result<Option<TokenSet>, Error> {
            Ok(Some(self.0.clone()))
        }
        fn save(&self, _: &TokenSet) -> Result<(), Error> {
            if self.1.swap(true, std::sync::atomic::Ordering::SeqCst) {
                return Err(Error::store("disk full"));
            }
            Ok(())
        }
    }
    let (_, service, client, tokens) = setup_user();
    let me = client.for_user_with_store(tokens.clone(), Broken(tokens, false.into())).unwrap();
    service.advance(LATER);
    assert!(matches!(me.user_info(), Err(Error::Store(_))));
    me.user_info().unwrap();
    assert_eq!(refreshes(&service), 1, "the old refresh token is used up");
}
