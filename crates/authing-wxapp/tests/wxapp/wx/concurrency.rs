//! Calls in any order: taps, silent logins, preparations and the automatic refresh, in two hundred random interleavings, with
//! failures and calls that are dropped. In every case, no code is sent twice or too old, nothing replaces a code that is on its way to
//! the service, and every call ends.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use authing_core::Timestamp;
use authing_core::flow::Event;
use authing_wxapp::code_cache::{CODE_LIFETIME, CodeCache};
use authing_wxapp::flows::{AutoRefresh, Prepare};

use crate::wx::flow_states::{Stepped, code, data, fault, flag, host_fails, refused, silent, tapped, welcome};
use crate::wx::phone::TestHost;

/// A call on its way, and what it has asked for.
struct RunningCall {
    call: Box<dyn Steps>,
    asked: Option<String>,
    ends: bool,
}

/// Any flow.
trait Steps {
    fn wants(&mut self) -> String;
    fn hears(&mut self, event: Event) -> bool;
}

impl<F: authing_core::flow::Flow<Notification = std::convert::Infallible>> Steps for Stepped<F> {
    fn wants(&mut self) -> String {
        Stepped::wants(self)
    }

    fn hears(&mut self, event: Event) -> bool {
        Stepped::hears(self, event).is_ok()
    }
}

/// How a call begins.
type Begin = fn(&TestHost, &CodeCache) -> Box<dyn Steps>;

/// The host and the service; they assert what must not happen.
struct Watch {
    host: TestHost,
    random: u64,
    codes: u64,
    taken: HashMap<String, Timestamp>,
    sent: HashSet<String>,
    on_their_way: usize,
}

impl Watch {
    /// Xorshift: the same every time.
    fn random(&mut self, below: u64) -> u64 {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        self.random % below
    }

    fn asked(&mut self, wanted: &str) {
        if let Some(code) = wanted.strip_prefix("send ") {
            self.on_their_way += 1;
            assert!(self.sent.insert(code.to_owned()), "{code} is sent twice");
            assert!(self.host.now().saturating_duration_since(self.taken[code]) < CODE_LIFETIME, "{code} is too old");
        }
        assert!(wanted != "Login" || self.on_their_way == 0, "a login while a code is on its way");
    }

    fn answer(&mut self, wanted: &str) -> Event {
        let goes_well = self.random(4) > 0;
        match wanted.split(' ').next().unwrap() {
            "wait" => {
                self.host.pass(Duration::from_millis(10));
                Event::Waited
            }
            "send" => {
                self.on_their_way -= 1;
                [welcome, || refused(41003, "x"), fault][usize::try_from(self.random(3)).unwrap()]()
            }
            "Login" if goes_well => {
                self.codes += 1;
                let code = self.codes.to_string();
                self.taken.insert(code.clone(), self.host.now());
                crate::wx::concurrency::code(&code)
            }
            "CheckSession" | "GetSetting" => flag(goes_well),
            "GetUserInfo" if goes_well => data("getUserInfo:ok"),
            _ => host_fails(),
        }
    }
}

fn calls(host: &TestHost, cache: &CodeCache) -> Vec<RunningCall> {
    let ending: [Begin; 3] = [
        |host, cache| Box::new(tapped(host, cache)),
        |host, cache| Box::new(silent(host, cache)),
        |host, cache| Box::new(Stepped::new(host, Prepare::new(cache))),
    ];
    let mut calls: Vec<_> = (ending.iter().cycle().take(9))
        .map(|call| RunningCall { call: call(host, cache), asked: None, ends: true })
        .collect();
    let fresh = Box::new(Stepped::new(host, AutoRefresh::new(cache)));
    calls.push(RunningCall { call: fresh, asked: None, ends: false });
    calls
}

/// How many codes were sent.
fn interleave(seed: u64) -> usize {
    let host = TestHost::new();
    let cache = CodeCache::default();
    let mut calls = calls(&host, &cache);
    let mut watch = Watch {
        host: host.clone(),
        random: seed,
        codes: 0,
        taken: HashMap::new(),
        sent: HashSet::new(),
        on_their_way: 0,
    };
    for _ in 0..2000 {
        if !calls.iter().any(|running| running.ends) {
            return watch.sent.len();
        }
        let turn = usize::try_from(watch.random(calls.len() as u64)).unwrap();
        let dropped = watch.random(100) == 0;
        let stays = !dropped && take_turn(&mut calls[turn], &mut watch);
        if !stays {
            let gone = calls.remove(turn);
            // A dropped call's request is no longer waited for.
            watch.on_their_way -= usize::from(gone.asked.is_some_and(|asked| asked.starts_with("send ")));
        }
        let long = watch.random(8) == 0;
        host.pass(Duration::from_secs(if long { watch.random(400) } else { 1 }));
    }
    panic!("seed {seed}: they run in a circle");
}

/// A call handles the event of its last step, and takes the next step. Returns whether the call goes on.
fn take_turn(running: &mut RunningCall, watch: &mut Watch) -> bool {
    if let Some(asked) = running.asked.take()
        && !running.call.hears(watch.answer(&asked))
    {
        return false;
    }
    let wanted = running.call.wants();
    watch.asked(&wanted);
    let more = crate::wx::flow_states::is_step(&wanted);
    running.asked = more.then_some(wanted);
    more
}

#[test]
fn interleaved_calls_share_no_code() {
    // Spread, because small seeds begin alike.
    let seeds = (1..=200_u64).map(|seed| seed.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let sent: usize = seeds.map(interleave).sum();
    assert!(sent > 200, "only {sent} codes were sent: this proves little");
}
