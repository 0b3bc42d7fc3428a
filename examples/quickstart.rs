//! The guide from top to bottom: `cargo run --example quickstart`.
//!
//! Without settings it starts an emulator and plays every part: the user's, WeChat's and the service's. With `AUTHING_HOST` and
//! `AUTHING_USER_POOL_ID` it runs the part that a real service allows. `AUTHING_PUBLIC_KEY` then is the key that encrypts
//! passwords, where it is not that of the public service; `AUTHING_EMAIL` and `AUTHING_PASSWORD` say who logs in; and
//! `AUTHING_SECRET` verifies the token offline.

#![allow(clippy::print_stdout, reason = "an example prints")]

use std::env;
use std::fmt::Display;
use std::time::SystemTime;

use authing_core::account::{Profile, Register, Update};
use authing_core::login::Login;
use authing_core::token::TokenVerifier;
use authing_core::types::User;
use authing_core::wechat::{EncryptedData, LoginWithWxapp};
use authing_core::{ErrorCode, UploadFile, UserId};
use authing_emulator::{Emulator, NewWechatUser};
use authing_examples::{Service, account};
use authing_ureq::Client;

type Result<T, E = Box<dyn std::error::Error>> = std::result::Result<T, E>;

fn main() -> Result<()> {
    let service = Service::from_environment()?;
    let client = Client::new(service.config()?)?;
    said("service", client.context().config().base_url(authing_core::Service::User).base());

    let (email, password) = account();
    let user = register_and_log_in(&client, &email, &password)?;
    metadata(&client, &user.id)?;
    if let Some(emulator) = service.emulator() {
        wechat(&client, emulator)?;
    }
    verify(&client, service.emulator())?;
    log_out(&client)
}

fn register_and_log_in(client: &Client, email: &str, password: &str) -> Result<User> {
    chapter("Register and log in");
    let profile = Profile { nickname: Some("Bob".into()), ..Profile::default() };
    match client.register(Register::email(email, password).with_profile(profile)) {
        Ok(user) => said("register", format_args!("{email} is {}", user.id)),
        Err(error) if error.code() == Some(ErrorCode::USER_EXISTS) => said("register", "was done before"),
        Err(error) => return Err(error.into()),
    }
    let user = client.login(Login::email(email, password))?;
    said("login", format_args!("login number {}", user.logins_count.unwrap_or_default()));

    let profile = Profile { company: Some("Example & Sons".into()), ..Profile::default() };
    let user = client.update(Update::new(&user.id).with_profile(profile))?;
    said("update", format_args!("works at {}", text(user.company.as_ref())));
    Ok(user)
}

fn metadata(client: &Client, user: &UserId) -> Result<()> {
    chapter("Custom fields");
    said("metadata", format_args!("{} fields", client.metadata(user)?.len()));
    let fields = client.set_metadata(user, "KEY", "VALUE")?;
    said("set_metadata", format_args!("KEY is {:?}", fields.get("KEY")));
    let fields = client.remove_metadata(user, "KEY")?;
    said("remove_metadata", format_args!("KEY is {:?}", fields.get("KEY")));
    Ok(())
}

/// The part that needs a phone with WeChat in its owner's hand.
fn wechat(client: &Client, emulator: &Emulator) -> Result<()> {
    chapter("WeChat");
    let phone = "17670416754";
    client.send_register_sms_code(phone)?;
    let code = emulator.inbox().first().ok_or("no SMS came")?.code.clone();
    said("send_register_sms_code", "the SMS is in the emulator's inbox");
    let user = client.register(Register::phone(phone, code.as_str(), "another password"))?;
    said("register", format_args!("{} is {}", masked(phone), user.id));
    let wechat_user =
        NewWechatUser { nick_name: Some("Band".into()), phone_number: Some(phone.into()), ..NewWechatUser::default() };
    let open_id = emulator.add_wechat_user(wechat_user);

    let login = LoginWithWxapp::new(profile_event(emulator, &open_id)?).with_phone(phone).with_override_profile(true);
    let user = client.login_with_wxapp(login)?;
    said("login_with_wxapp", format_args!("{} is {}", text(user.nickname.as_ref()), user.id));
    let number = client.get_phone(phone_event(emulator, &open_id)?)?;
    said("get_phone", format_args!("+{} {}", text(number.country_code.as_ref()), masked(number.phone_number.expose())));
    let user = client.bind_phone(phone_event(emulator, &open_id)?)?;
    said(
        "bind_phone",
        format_args!("bound {}", user.phone.as_ref().map_or("nothing".into(), |it| masked(it.expose()))),
    );

    let photo = UploadFile::new("me.png", "image/png", PHOTO);
    let user = client.change_avatar(&user.id, photo)?;
    said("change_avatar", text(user.photo.as_ref()));
    Ok(())
}

/// The user taps "log in with WeChat". The code is fetched first: a later code would not decrypt the data.
fn profile_event(emulator: &Emulator, open_id: &str) -> Result<EncryptedData> {
    let code = emulator.wx_login(open_id).ok_or("there is no such WeChat user")?;
    let event = emulator.wx_user_info(open_id).ok_or("there is no such WeChat user")?;
    Ok(EncryptedData::new(code, event.encrypted_data, event.iv))
}

/// The user taps "share my number".
fn phone_event(emulator: &Emulator, open_id: &str) -> Result<EncryptedData> {
    let code = emulator.wx_login(open_id).ok_or("there is no such WeChat user")?;
    let event = emulator.wx_phone_number(open_id).ok_or("there is no such WeChat user")?;
    Ok(EncryptedData::new(code, event.encrypted_data, event.iv))
}

/// What a back end does with the token that a client sends it.
fn verify(client: &Client, emulator: Option<&Emulator>) -> Result<()> {
    chapter("On a server");
    let token = client.session().token().ok_or("nobody is logged in")?;
    let status = client.verify_token_online(&token)?;
    said("verify_token_online", status.outcome.message.as_deref().unwrap_or("alive"));

    let secret = emulator.map(|it| it.secret().to_owned()).or_else(|| env::var("AUTHING_SECRET").ok());
    if let Some(secret) = secret {
        let verifier = TokenVerifier::for_pool(secret, client.context().config().pool().clone())?;
        let claims = verifier.verify(&token, SystemTime::now().into())?;
        said("TokenVerifier", format_args!("user {}", claims.data.id));
    }
    Ok(())
}

fn log_out(client: &Client) -> Result<()> {
    chapter("Log out");
    client.logout()?;
    said("logout", format_args!("{:?}", client.check_login_status()?.outcome.message));
    Ok(())
}

/// The smallest picture there is.
const PHOTO: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\
\0\0\0\nIDATx\x9cc\0\x01\0\0\x05\0\x01\r\n-\xb4\0\0\0\0IEND\xaeB`\x82";

fn chapter(title: &str) {
    println!("\n{title}");
}

fn said(step: &str, result: impl Display) {
    println!("  {step:<22} {result}");
}

fn text(value: Option<&String>) -> &str {
    value.map_or("(nothing)", String::as_str)
}

/// A phone number is personal: its middle is masked.
fn masked(phone: &str) -> String {
    phone.char_indices().map(|(at, digit)| if (3..7).contains(&at) { 'x' } else { digit }).collect()
}
