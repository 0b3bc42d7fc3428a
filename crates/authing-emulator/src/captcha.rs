//! The captcha of an address that failed to log in too often: what a person would read, and its picture.

use std::net::IpAddr;

use serde_json::json;

use crate::answers::Refusal;
use crate::routes;
use crate::world::World;

impl World {
    /// Lets a login through, unless its address needs a captcha. The refusal's data says where the picture is.
    pub(crate) fn admit_login(&self, address: IpAddr, verify_code: Option<&str>) -> Result<(), Refusal> {
        let admitted = self.state().guard.admit(address, verify_code, self.now());
        admitted.map_err(|why| Refusal { data: json!({ "url": self.captcha_url() }), ..why })
    }

    pub(crate) fn login_failed(&self, address: IpAddr) {
        self.state().guard.failed(address, self.now());
    }

    pub(crate) fn login_succeeded(&self, address: IpAddr) {
        self.state().guard.succeeded(address);
    }

    /// What the captcha for this address reads, if it needs one.
    pub(crate) fn captcha(&self, address: IpAddr) -> Option<String> {
        self.state().guard.captcha(address, self.now())
    }

    pub(crate) fn captcha_url(&self) -> String {
        format!("{}{}", self.origin, routes::CONTROL_CAPTCHA_PICTURE)
    }
}

/// Not hard to read: nobody is to be kept out for long.
pub(crate) fn picture(text: &str) -> String {
    format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><rect width="120" height="40" fill="#eee"/><text x="60" y="28" font-family="monospace" font-size="24" text-anchor="middle">{text}</text></svg>"##
    )
}
