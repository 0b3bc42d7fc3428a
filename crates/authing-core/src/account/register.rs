//! Register a user.
//!
//! Wire: GraphQL `mutation register(userInfo: {password: <RSA>, …})` at the user service.

use super::Profile;
use crate::types::User;
use crate::wire::{Arguments, Document, Endpoint};
use crate::{Effect, OneTimeCode, Operation, Password, Personal, Phone, Service};

/// Registers a user by email address, by phone number and code, by username or by a third party's id.
///
/// Refused with [`Code::USER_EXISTS`](crate::Code::USER_EXISTS) when there is such a user. It signs the user in only where the
/// service answers with a token: ask for it with [`force_login`](Self::force_login).
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::account::{Profile, Register};
///
/// let profile = Profile { nickname: Some("Bob".into()), ..Profile::default() };
/// let user = client.register(Register::email("bob@example.com", "password").profile(profile))?;
///
/// client.send_register_sms_code("17670416754")?;
/// let user = client.register(Register::phone("17670416754", "1234", "password"))?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Register {
    identity: Identity,
    password: Option<Password>,
    profile: Profile,
    username: Option<String>,
    force_login: Option<bool>,
    invitation_code: Option<OneTimeCode>,
    register_method: Option<String>,
}

#[derive(Clone, Debug)]
enum Identity {
    Email(String),
    Phone(Phone, OneTimeCode),
    Username(String),
    Unionid(Personal),
}

impl Register {
    /// By email address.
    pub fn email(email: impl Into<String>, password: impl Into<Password>) -> Self {
        Self::new(Identity::Email(email.into()), Some(password.into()))
    }

    /// By phone number, with the code that [`SendRegisterSmsCode`](crate::login::SendRegisterSmsCode) sent.
    pub fn phone(phone: impl Into<Phone>, code: impl Into<OneTimeCode>, password: impl Into<Password>) -> Self {
        Self::new(Identity::Phone(phone.into(), code.into()), Some(password.into()))
    }

    /// By username.
    pub fn with_username(username: impl Into<String>, password: impl Into<Password>) -> Self {
        Self::new(Identity::Username(username.into()), Some(password.into()))
    }

    /// By the id at a third party, which stands for the password.
    pub fn unionid(unionid: impl Into<Personal>) -> Self {
        Self::new(Identity::Unionid(unionid.into()), None)
    }

    fn new(identity: Identity, password: Option<Password>) -> Self {
        Self {
            identity,
            password,
            profile: Profile::default(),
            username: None,
            force_login: None,
            invitation_code: None,
            register_method: None,
        }
    }

    /// What the user tells of themselves.
    pub fn profile(mut self, profile: Profile) -> Self {
        self.profile = profile;
        self
    }

    /// A name to log in with, beside an address or a number.
    pub fn username(mut self, username: impl Into<String>) -> Self {
        self.username = Some(username.into());
        self
    }

    /// Whether the answer is to hold a token, so that the user is logged in.
    pub fn force_login(mut self, login: bool) -> Self {
        self.force_login = Some(login);
        self
    }

    /// The code of an invitation, where the pool asks for one.
    pub fn invitation_code(mut self, code: impl Into<OneTimeCode>) -> Self {
        self.invitation_code = Some(code.into());
        self
    }

    /// How the user registers, such as `default:username-password`, which is what an address counts as.
    pub fn register_method(mut self, method: impl Into<String>) -> Self {
        self.register_method = Some(method.into());
        self
    }
}

impl Operation for Register {
    type Answer = User;

    const NAME: &'static str = "register";
    // The mini-program client declares these eleven, given or not.
    const ENDPOINT: Endpoint = Endpoint::graphql(
        Service::User,
        "register",
        Document::cut(
            include_str!("register.graphql"),
            &[
                "unionid",
                "email",
                "password",
                "lastIP",
                "forceLogin",
                "registerInClient",
                "oauth",
                "username",
                "nickname",
                "registerMethod",
                "photo",
            ],
        ),
    );
    const EFFECT: Effect = Effect::SignsIn("token");

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        match &self.identity {
            Identity::Email(email) => to.need("email", email),
            Identity::Phone(phone, code) => {
                to.need("phone", phone);
                to.need("phoneCode", code);
            }
            Identity::Username(username) => to.need("username", username),
            Identity::Unionid(unionid) => to.need("unionid", unionid),
        }
        if let Some(password) = &self.password {
            to.seal("password", password);
        }
        to.pool("registerInClient");
        to.put_some("username", self.username.as_ref());
        to.put_some("forceLogin", self.force_login.as_ref());
        to.put_some("invitationCode", self.invitation_code.as_ref());
        to.put_some("registerMethod", self.register_method.as_ref());
        self.profile.put(to);
    }
}
