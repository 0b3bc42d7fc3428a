//! Logging in by QR code: the requests of a browser, and the actions of the user with the phone.

use std::net::IpAddr;

use qrcode::render::svg;
use serde_json::{Map, Value, json};

use crate::errors::{BAD_RANDOM, BAD_TICKET, ErrorResponse, NO_SUCH_QR, NO_SUCH_USER, NOT_SCANNED, OK};
use crate::routes;
use crate::service::sessions;
use crate::state::State;
use crate::state::qr_codes::{QrCode, ScannedUser, Scene, Stage};
use crate::state::users::{Key, User};
use crate::world::World;

/// How a user who came from a mini-program registered.
const REGISTER_METHOD: &str = "oauth:wxapp";

/// A code for a mini-program, named by the browser.
pub(crate) fn generate_for_wxapp(world: &World, name: &str, fetch_phone: bool) -> Result<Value, ErrorResponse> {
    if !(12..=24).contains(&name.len()) || !name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return Err(BAD_RANDOM);
    }
    let code = QrCode::new(Scene::Wxapp { fetch_phone }, world.now());
    world.state().qr.add(name.to_owned(), code);
    Ok(json!({ "qrcode": picture_url(world, name), "random": name }))
}

/// The user with a token once the code was confirmed; until then, and of any other code, that it was not. The service
/// wraps this in a second envelope.
pub(crate) fn wxapp_status(world: &World, name: &str) -> Value {
    match world.state().qr.find(name) {
        Some(QrCode { stage: Stage::Confirmed { outcome, .. }, scene: Scene::Wxapp { .. }, .. }) => {
            json!({ "code": OK, "message": "扫码成功", "data": outcome, "redirect": world.origin() })
        }
        _ => NOT_SCANNED.to_json(),
    }
}

/// A code for an app, which sees `custom` beside it.
pub(crate) fn generate_for_app(world: &World, custom: Map<String, Value>) -> Value {
    let now = world.now();
    let mut state = world.state();
    let id = state.new_id(now);
    state.qr.add(id.clone(), QrCode::new(Scene::App { custom }, now));
    json!({ "qrcodeId": id, "qrcodeUrl": picture_url(world, &id) })
}

pub(crate) fn app_status(world: &World, id: &str) -> Result<Value, ErrorResponse> {
    let state = world.state();
    let code = state.qr.find(id).filter(|code| matches!(code.scene, Scene::App { .. })).ok_or(NO_SUCH_QR)?;
    let (success, ticket) = match &code.stage {
        Stage::Confirmed { outcome, .. } => (true, outcome.clone()),
        _ => (false, Value::Null),
    };
    Ok(json!({
        "scanned": code.scanned_by().is_some(),
        "expired": code.is_expired(world.now()),
        "success": success,
        "canceled": matches!(code.stage, Stage::Cancelled),
        "ticket": ticket,
        "userInfo": code.scanned_by().map_or(json!({}), |person| shown(&state, person)),
    }))
}

/// The user behind a ticket, logged in.
pub(crate) fn exchange_ticket(world: &World, ticket: &str, ip: IpAddr) -> Result<Value, ErrorResponse> {
    let id = world.state().qr.redeem_ticket(ticket, world.now()).ok_or(BAD_TICKET)?;
    sessions::issue_token(world, &id, &ip.to_string())
}

pub(crate) fn picture(world: &World, id: &str) -> Option<String> {
    let content = world.state().qr.find(id)?.content(id, &world.config.user_pool_id);
    let code = qrcode::QrCode::new(content).ok()?;
    Some(code.render::<svg::Color<'_>>().min_dimensions(240, 240).build())
}

fn picture_url(world: &World, id: &str) -> String {
    format!("{}{}", world.origin(), routes::CONTROL_QR_PICTURE.replace("{id}", id))
}

/// A user by id, or a WeChat user by openid.
pub(crate) fn scanner(world: &World, who: &str) -> Option<ScannedUser> {
    let state = world.state();
    [ScannedUser::User(who.into()), ScannedUser::OnWeChat(who.into())].into_iter().find(|person| person.exists(&state))
}

/// A user scans a code.
pub(crate) fn scan(world: &World, id: &str, person: ScannedUser) -> Result<(), ErrorResponse> {
    change_open(world, id, |code| code.stage = Stage::Scanned(person))
}

/// The user who scanned the code, or the one named, confirms it.
pub(crate) fn confirm(world: &World, id: &str, person: Option<ScannedUser>, ip: IpAddr) -> Result<(), ErrorResponse> {
    let (person, is_app, fetch_phone) = {
        let state = world.state();
        let code = state.qr.find(id).filter(|code| code.is_open(world.now())).ok_or(NO_SUCH_QR)?;
        let person = person.or_else(|| code.scanned_by().cloned()).ok_or(NOT_SCANNED)?;
        let fetch_phone = matches!(code.scene, Scene::Wxapp { fetch_phone: true });
        (person, matches!(code.scene, Scene::App { .. }), fetch_phone)
    };
    let user_id = user_of(world, &person, fetch_phone)?;
    let outcome = if is_app {
        json!(world.state().qr.issue_ticket(user_id, world.now()))
    } else {
        sessions::issue_token(world, &user_id, &ip.to_string())?
    };
    change_open(world, id, |code| code.stage = Stage::Confirmed { person, outcome })
}

pub(crate) fn cancel(world: &World, id: &str) -> Result<(), ErrorResponse> {
    change_open(world, id, |code| code.stage = Stage::Cancelled)
}

pub(crate) fn expire(world: &World, id: &str) -> Result<(), ErrorResponse> {
    change_open(world, id, QrCode::expire)
}

fn change_open(world: &World, id: &str, change: impl FnOnce(&mut QrCode)) -> Result<(), ErrorResponse> {
    let now = world.now();
    let mut state = world.state();
    let code = state.qr.find_mut(id).filter(|code| code.is_open(now)).ok_or(NO_SUCH_QR)?;
    change(code);
    Ok(())
}

/// A WeChat user becomes a user of the pool at the first confirmation.
fn user_of(world: &World, person: &ScannedUser, fetch_phone: bool) -> Result<String, ErrorResponse> {
    let now = world.now();
    let mut state = world.state();
    let open_id = match person {
        ScannedUser::User(id) => return state.users.find(Key::Id(id)).map(|user| user.id.clone()).ok_or(NO_SUCH_USER),
        ScannedUser::OnWeChat(open_id) => open_id,
    };
    if let Some(user) = state.users.find(Key::OpenId(open_id)) {
        return Ok(user.id.clone());
    }
    let person = state.wechat.user(open_id).cloned().ok_or(NO_SUCH_USER)?;
    let mut user = User::new(state.new_id(now), REGISTER_METHOD, now);
    user.openid = Some(open_id.clone());
    user.unionid = person.union_id;
    user.phone = Some(person.phone_number).filter(|phone| fetch_phone && state.users.find(Key::Phone(phone)).is_none());
    user.phone_verified = user.phone.is_some();
    user.profile.insert("nickname".into(), person.profile.nick_name);
    user.profile.insert("photo".into(), person.profile.avatar_url);
    Ok(state.users.insert(user).id.clone())
}

/// The part of a profile that may be shown before the confirmation.
pub(crate) fn shown(state: &State, person: &ScannedUser) -> Value {
    match person {
        ScannedUser::User(id) => state.users.find(Key::Id(id)).map_or(
            json!({}),
            |user| json!({ "nickname": user.profile.get("nickname"), "photo": user.profile.get("photo") }),
        ),
        ScannedUser::OnWeChat(open_id) => state.wechat.user(open_id).map_or(
            json!({}),
            |person| json!({ "nickname": person.profile.nick_name, "photo": person.profile.avatar_url }),
        ),
    }
}

impl ScannedUser {
    pub(crate) fn exists(&self, state: &State) -> bool {
        match self {
            Self::User(id) => state.users.find(Key::Id(id)).is_some(),
            Self::OnWeChat(open_id) => state.wechat.user(open_id).is_some(),
        }
    }
}
