//! Writing the SMS and the mail that end up in the inbox.

use crate::errors::ErrorResponse;
use crate::routes;
use crate::state::codes::Purpose;
use crate::state::inbox::{Channel, InboxMessage};
use crate::world::World;

pub(crate) fn send_email_code(world: &World, purpose: Purpose, email: &str) {
    let now = world.now();
    let mut state = world.state();
    let code = state.codes.issue(purpose, email, now);
    let message = message(world, Channel::Mail, purpose, email, code);
    state.inbox.deliver(message);
}

pub(crate) fn send_sms_code(world: &World, purpose: Purpose, phone: &str) -> Result<(), ErrorResponse> {
    let now = world.now();
    let mut state = world.state();
    let code = state.codes.issue_sms(purpose, phone, now)?;
    let message = message(world, Channel::Sms, purpose, phone, code);
    state.inbox.deliver(message);
    Ok(())
}

fn message(world: &World, channel: Channel, purpose: Purpose, to: &str, code: String) -> InboxMessage {
    let (purpose, text) = match purpose {
        Purpose::SmsLogin => ("login", format!("您的登录验证码是 {code}")),
        Purpose::SmsRegister => ("register", format!("您的注册验证码是 {code}")),
        Purpose::ResetPassword => ("resetPassword", format!("您的重置密码验证码是 {code}")),
        Purpose::ChangeEmail => ("changeEmail", format!("您的修改邮箱验证码是 {code}")),
        Purpose::Channel(channel) => (channel.name(), format!("您的验证码是 {code}")),
        Purpose::VerifyEmail => {
            let link = format!("{}{}?email={to}&code={code}", world.origin(), routes::CONTROL_VERIFY_EMAIL);
            ("verifyEmail", format!("请点击链接验证您的邮箱：{link}"))
        }
    };
    InboxMessage { channel, to: to.into(), purpose: purpose.into(), text, code, sent_at: world.now().iso() }
}
