//! The captcha of today's service: a picture and a token, needed where an address failed to log in too often.

use std::net::IpAddr;

use serde_json::{Value, json};

use super::error::{CAPTCHA_NEEDED, CAPTCHA_WRONG, V3Error};
use crate::crypto::random;
use crate::service::captcha;
use crate::state::v3::Proof;
use crate::world::World;

pub(crate) fn generate(world: &World) -> Value {
    let text = random::four_digits();
    let picture = captcha::picture(&text);
    let now = world.now();
    let token = world.state().v3.proofs.issue(Proof::Captcha { text }, now);
    json!({ "captchaCodeSvg": picture, "captchaToken": token })
}

/// Lets a login through, unless its address needs a captcha.
pub(super) fn check(world: &World, ip: IpAddr, code: Option<&str>, token: Option<&str>) -> Result<(), V3Error> {
    let now = world.now();
    let mut state = world.state();
    if state.login_throttle.captcha(ip, now).is_none() {
        return Ok(());
    }
    let (Some(code), Some(token)) = (code, token) else { return Err(CAPTCHA_NEEDED) };
    match state.v3.proofs.redeem(token, now, |proof| matches!(proof, Proof::Captcha { .. })) {
        Some(Proof::Captcha { text }) if text.eq_ignore_ascii_case(code) => Ok(()),
        _ => Err(CAPTCHA_WRONG),
    }
}
