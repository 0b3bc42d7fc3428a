//! What a log may show of a flow: its state, never a code or the data.

use std::convert::Infallible;
use std::fmt::Debug;

use authing_core::flow::{Event, Flow};
use authing_wxapp::flows::{AutoRefresh, Prepare, WithCode};
use authing_wxapp::{WxTokenStore, WxTransport};

use crate::wx::flow_states::{code, data, flag, make, welcome, with_lease};
use crate::wx::phone::{TestHost, agreed};

/// The states that a flow goes through, as `Debug` shows them.
fn states<F: Flow<Notification = Infallible> + Debug>(
    host: &TestHost,
    mut flow: F,
    events: impl IntoIterator<Item = Event>,
) -> Vec<String> {
    let mut seen = vec![format!("{flow:?}")];
    for event in events {
        let _ = flow.poll(host.now()).unwrap();
        seen.push(format!("{flow:?}"));
        flow.handle(host.now(), event).unwrap();
        seen.push(format!("{flow:?}"));
    }
    let _ = flow.poll(host.now());
    seen.push(format!("{flow:?}"));
    seen.dedup();
    seen
}

#[test]
fn a_call_with_a_code_names_its_state() {
    let host = TestHost::new();
    let flow = WithCode::new(&with_lease(&host, "code-A"), agreed(), make()).unwrap();
    let expected = ["Taking", "Calling", "Replacing", "Ended"].map(|state| format!("WithCode({state})"));
    assert_eq!(states(&host, flow, [welcome(), code("code-B")]), expected);
}

#[test]
fn a_silent_login_names_its_state() {
    let host = TestHost::new();
    let flow = WithCode::without_tap(&with_lease(&host, "code-A"), make());
    let expected =
        ["Asking", "Taking", "Reading", "Calling", "Replacing", "Ended"].map(|state| format!("WithCode({state})"));
    assert_eq!(states(&host, flow, [flag(true), data("x:ok"), welcome(), code("code-B")]), expected);
    let mut declined = WithCode::without_tap(&with_lease(&host, "code-A"), make());
    assert!(declined.handle(host.now(), flag(false)).is_err());
    assert_eq!(format!("{declined:?}"), "WithCode(Ended)");
}

#[test]
fn the_others_show_no_code() {
    let host = TestHost::new();
    let cache = with_lease(&host, "code-A");
    let prepare = states(&host, Prepare::new(&cache), [flag(false), code("code-B")]);
    let fresh = states(&host, AutoRefresh::new(&cache), [Event::Waited]);
    for seen in prepare.iter().chain(&fresh) {
        assert!(!seen.contains("code-"), "{seen}");
    }
}

#[test]
fn the_store_shows_nothing() {
    let host = TestHost::new();
    let wx: std::sync::Arc<dyn authing_wxapp::Wx> = std::sync::Arc::new(host.phone(|_| {}));
    let config = authing_core::Config::new("pool-1").unwrap();
    assert_eq!(format!("{:?}", WxTokenStore::new(std::sync::Arc::clone(&wx), config.pool())), "WxTokenStore(…)");
    drop(WxTransport::new(wx, config.http().clone()));
}
