//! The captcha of an address that failed to log in too often: its text, and its picture.

use std::net::IpAddr;

use serde_json::json;

use crate::errors::ErrorResponse;
use crate::routes;
use crate::world::World;

/// Lets a login through, unless its address needs a captcha. The error's data has the URL of the picture.
pub(crate) fn check(world: &World, address: IpAddr, verify_code: Option<&str>) -> Result<(), ErrorResponse> {
    let admitted = world.state().login_throttle.admit(address, verify_code, world.now());
    admitted.map_err(|why| ErrorResponse { data: json!({ "url": picture_url(world) }), ..why })
}

pub(crate) fn login_failed(world: &World, address: IpAddr) {
    world.state().login_throttle.failed(address, world.now());
}

pub(crate) fn login_succeeded(world: &World, address: IpAddr) {
    world.state().login_throttle.succeeded(address);
}

/// What the captcha for this address reads, if it needs one.
pub(crate) fn text(world: &World, address: IpAddr) -> Option<String> {
    world.state().login_throttle.captcha(address, world.now())
}

pub(crate) fn picture_url(world: &World) -> String {
    format!("{}{}", world.origin(), routes::CONTROL_CAPTCHA_PICTURE)
}

/// Draws the captcha. It is easy to read: it is for tests of clients, and keeps no robot out.
pub(crate) fn picture(text: &str) -> String {
    format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><rect width="120" height="40" fill="#eee"/><text x="60" y="28" font-family="monospace" font-size="24" text-anchor="middle">{text}</text></svg>"##
    )
}
