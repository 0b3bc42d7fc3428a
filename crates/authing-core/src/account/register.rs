//! Register a user.
//!
//! Wire: GraphQL `mutation register(userInfo: {password: <RSA>, …})` at the user service.

use super::Profile;
use crate::principal::needs;
use crate::types::User;
use crate::wire::{Arguments, Document, Endpoint};
use crate::{OneTimeCode, Operation, Password, PersonalData, Phone, Service, SessionEffect};

/// Registers a user by email address, by phone number and code, by username or by a third party's id.
///
/// The user is logged in only if the response holds a token: request it with [`with_force_login`](Self::with_force_login).
///
/// # Errors
///
/// [`ErrorCode::USER_EXISTS`](crate::ErrorCode::USER_EXISTS) if the user is registered already.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::account::{Profile, Register};
///
/// let profile = Profile { nickname: Some("Bob".into()), ..Profile::default() };
/// let user = client.register(Register::email("bob@example.com", "password").with_profile(profile))?;
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
    openid: Option<PersonalData>,
    last_ip: Option<String>,
    signed_up: Option<String>,
    last_login: Option<String>,
    keep_password: Option<bool>,
    from: Option<String>,
}

#[derive(Clone, Debug)]
enum Identity {
    Email(String),
    Phone(Phone, OneTimeCode),
    Username(String),
    Unionid(PersonalData),
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

    /// By phone number and code, without a password.
    pub fn phone_without_password(phone: impl Into<Phone>, code: impl Into<OneTimeCode>) -> Self {
        Self::new(Identity::Phone(phone.into(), code.into()), None)
    }

    /// By username.
    pub fn username(username: impl Into<String>, password: impl Into<Password>) -> Self {
        Self::new(Identity::Username(username.into()), Some(password.into()))
    }

    /// By the id at a third party, which takes the place of a password.
    pub fn unionid(unionid: impl Into<PersonalData>) -> Self {
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
            openid: None,
            last_ip: None,
            signed_up: None,
            last_login: None,
            keep_password: None,
            from: None,
        }
    }

    /// The fields of the profile.
    pub fn with_profile(mut self, profile: Profile) -> Self {
        self.profile = profile;
        self
    }

    /// A username beside an email address or a phone number.
    pub fn with_username(mut self, username: impl Into<String>) -> Self {
        self.username = Some(username.into());
        self
    }

    /// Whether the response holds a token, which logs the user in.
    pub fn with_force_login(mut self, login: bool) -> Self {
        self.force_login = Some(login);
        self
    }

    /// The invitation code, for pools that require one.
    pub fn with_invitation_code(mut self, code: impl Into<OneTimeCode>) -> Self {
        self.invitation_code = Some(code.into());
        self
    }

    /// The method of registration, such as `default:username-password`.
    pub fn with_register_method(mut self, method: impl Into<String>) -> Self {
        self.register_method = Some(method.into());
        self
    }

    /// The user's id in one application of WeChat, beside the third party's id (`openid`).
    pub fn with_openid(mut self, openid: impl Into<PersonalData>) -> Self {
        self.openid = Some(openid.into());
        self
    }

    /// The IP address of the user, if a server registers the user (`lastIP`).
    pub fn with_last_ip(mut self, ip: impl Into<String>) -> Self {
        self.last_ip = Some(ip.into());
        self
    }

    /// The date of the registration, for a user who is imported (`signedUp`): ISO 8601, or JavaScript's `Date` text.
    pub fn with_signed_up(mut self, date: impl Into<String>) -> Self {
        self.signed_up = Some(date.into());
        self
    }

    /// The date of the last login, for a user who is imported (`lastLogin`): ISO 8601, or JavaScript's `Date` text.
    pub fn with_last_login(mut self, date: impl Into<String>) -> Self {
        self.last_login = Some(date.into());
        self
    }

    /// Whether the service keeps the password as it comes, for a password that was hashed elsewhere (`keepPassword`).
    pub fn with_keep_password(mut self, keep: bool) -> Self {
        self.keep_password = Some(keep);
        self
    }

    /// The page that the user came from (`from`). The published client sends it; the schema does not have it.
    pub fn with_from(mut self, page: impl Into<String>) -> Self {
        self.from = Some(page.into());
        self
    }
}

impl Operation for Register {
    type Needs = needs::Login;
    type Response = User;

    const NAME: &'static str = "register";
    // The mini-program client declares these eleven with or without a value.
    const ENDPOINT: Endpoint = Endpoint::graphql(
        Service::User,
        "register",
        Document::pruned(
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
    const SESSION_EFFECT: SessionEffect = SessionEffect::optional_token_in("token");

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        match &self.identity {
            Identity::Email(email) => to.require("email", email),
            Identity::Phone(phone, code) => {
                to.require("phone", phone);
                to.require("phoneCode", code);
            }
            Identity::Username(username) => to.require("username", username),
            Identity::Unionid(unionid) => to.require("unionid", unionid),
        }
        if let Some(password) = &self.password {
            to.insert_encrypted("password", password);
        }
        to.insert_pool_id("registerInClient");
        to.insert_some("username", self.username.as_ref());
        to.insert_some("forceLogin", self.force_login.as_ref());
        to.insert_some("invitationCode", self.invitation_code.as_ref());
        to.insert_some("registerMethod", self.register_method.as_ref());
        to.insert_some("openid", self.openid.as_ref());
        to.insert_some("lastIP", self.last_ip.as_ref());
        to.insert_some("signedUp", self.signed_up.as_ref());
        to.insert_some("lastLogin", self.last_login.as_ref());
        to.insert_some("keepPassword", self.keep_password.as_ref());
        to.insert_some("from", self.from.as_ref());
        self.profile.insert_into(to);
    }
}
