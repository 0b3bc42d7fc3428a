//! Sign-in by QR code: the screen's requests, and those of the app that scans.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::error::{BAD_TICKET, NO_SUCH_QR, NOT_SCANNED, V3Error};
use super::sign_in::{self, Options};
use super::{Outcome, Sender, SignedIn, done};
use crate::service::qr_login;
use crate::state::provider::App;
use crate::state::qr_codes::{ScannedUser, Scene, Stage};
use crate::world::World;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Generate {
    #[serde(rename = "type")]
    kind: Kind,
    custom_data: Option<Map<String, Value>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum Kind {
    MobileApp,
    WechatMiniprogram,
    WechatOfficialAccount,
}

/// One kind of code serves all: an app or a WeChat user may scan it.
pub(crate) fn generate(world: &World, request: &Generate) -> Value {
    let Generate { kind: Kind::MobileApp | Kind::WechatMiniprogram | Kind::WechatOfficialAccount, custom_data } =
        request;
    let code = qr_login::generate_for_app(world, custom_data.clone().unwrap_or_default());
    json!({ "qrcodeId": code["qrcodeId"], "url": code["qrcodeUrl"] })
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Status {
    qrcode_id: String,
}

/// The tokens are not in it: the ticket gets them.
pub(crate) fn status(world: &World, request: &Status) -> Outcome {
    let now = world.now();
    let state = world.state();
    let code = state.qr.find(&request.qrcode_id).filter(|code| matches!(code.scene, Scene::App { .. }));
    let code = code.ok_or(NO_SUCH_QR)?;
    let mut data = json!({
        "status": match &code.stage {
            _ if code.is_expired(now) => "EXPIRED",
            Stage::Waiting => "PENDING",
            Stage::Scanned(_) => "SCANNED",
            Stage::Confirmed { .. } => "AUTHORIZED",
            Stage::Cancelled => "CANCELLED",
        },
    });
    if let Stage::Confirmed { outcome, .. } = &code.stage {
        data["ticket"] = outcome.clone();
    }
    if let Some(person) = code.scanned_by() {
        let shown = qr_login::shown(&state, person);
        data["briefUserInfo"] = json!({ "displayName": shown["nickname"], "photo": shown["photo"] });
    }
    Ok(data)
}

#[derive(Deserialize)]
pub(crate) struct Exchange {
    ticket: String,
}

/// A token set for the ticket of a confirmed code. It works once.
pub(crate) fn exchange(world: &World, app: &App, sender: &Sender, request: &Exchange) -> Outcome {
    let user_id = world.state().qr.redeem_ticket(&request.ticket, world.now()).ok_or(BAD_TICKET)?;
    sign_in::finish(world, app, sender, &user_id, "QRCODE", &Options::default())
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Change {
    qrcode_id: String,
    action: Action,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
enum Action {
    Scan,
    Confirm,
    Cancel,
}

/// The user of the scanning app scans, and then confirms or cancels what they have scanned.
pub(crate) fn change(world: &World, caller: &SignedIn, request: &Change) -> Outcome {
    let (id, person) = (request.qrcode_id.as_str(), ScannedUser::User(caller.user_id.clone()));
    let is_own = world.state().qr.find(id).is_some_and(|code| code.scanned_by() == Some(&person));
    let changed = match request.action {
        Action::Scan => qr_login::scan(world, id, person),
        Action::Confirm | Action::Cancel if !is_own => return Err(NOT_SCANNED),
        Action::Confirm => qr_login::confirm(world, id, None, caller.sender.ip),
        Action::Cancel => qr_login::cancel(world, id),
    };
    changed.map(|()| done()).map_err(|_| V3Error::clone(&NO_SUCH_QR))
}
