//! Writing the SMS and the mail that end up in the inbox.

use crate::answers::Refusal;
use crate::routes;
use crate::state::codes::Purpose;
use crate::state::inbox::{Channel, Message};
use crate::world::World;

impl World {
    pub(crate) fn mail_code(&self, purpose: Purpose, email: &str) {
        let now = self.now();
        let mut state = self.state();
        let code = state.codes.issue(purpose, email, now);
        let message = self.message(Channel::Mail, purpose, email, code);
        state.inbox.deliver(message);
    }

    pub(crate) fn text_code(&self, purpose: Purpose, phone: &str) -> Result<(), Refusal> {
        let now = self.now();
        let mut state = self.state();
        let code = state.codes.issue_sms(purpose, phone, now)?;
        let message = self.message(Channel::Sms, purpose, phone, code);
        state.inbox.deliver(message);
        Ok(())
    }

    fn message(&self, channel: Channel, purpose: Purpose, to: &str, code: String) -> Message {
        let (purpose, text) = match purpose {
            Purpose::SmsLogin => ("login", format!("您的登录验证码是 {code}")),
            Purpose::SmsRegister => ("register", format!("您的注册验证码是 {code}")),
            Purpose::ResetPassword => ("resetPassword", format!("您的重置密码验证码是 {code}")),
            Purpose::ChangeEmail => ("changeEmail", format!("您的修改邮箱验证码是 {code}")),
            Purpose::VerifyEmail => {
                let link = format!("{}{}?email={to}&code={code}", self.origin, routes::CONTROL_VERIFY_EMAIL);
                ("verifyEmail", format!("请点击链接验证您的邮箱：{link}"))
            }
        };
        Message { channel, to: to.into(), purpose: purpose.into(), text, code, sent_at: self.now().iso() }
    }
}
