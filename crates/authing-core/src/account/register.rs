//! Register a user.
//!
//! Wire: GraphQL `mutation register(userInfo: {password: <RSA>, …})` at the user service.

use super::Profile;
use crate::principal::needs;
use crate::types::User;
use crate::wire::{Arguments, Endpoint, TextField, TextFields, document, first_given};
use crate::{Error, OneTimeCode, Operation, Password, PersonalData, Phone, Service, SessionEffect};

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
    identity: &'static [TextField],
    fields: TextFields,
}

const PASSWORD: TextField = TextField::password("password");
const EMAIL: &[TextField] = &[TextField::required("email"), PASSWORD];
const PHONE: &[TextField] = &[TextField::required_secret("phone"), TextField::required_secret("phoneCode"), PASSWORD];
const USERNAME: &[TextField] = &[TextField::required("username"), PASSWORD];
/// The id at a third party takes the place of a password.
const UNIONID: &[TextField] = &[TextField::required_secret("unionid")];

const OPTIONS: &[TextField] = &[
    TextField::text("username"),
    TextField::flag("forceLogin"),
    TextField::secret("invitationCode"),
    TextField::text("registerMethod"),
    TextField::secret("openid"),
    TextField::text("lastIP"),
    TextField::text("signedUp"),
    TextField::text("lastLogin"),
    TextField::flag("keepPassword"),
    TextField::text("from"),
];

impl Register {
    /// By email address.
    pub fn email(email: impl Into<String>, password: impl Into<Password>) -> Self {
        Self::new(EMAIL).with("email", email.into()).with("password", password.into().expose())
    }

    /// By phone number, with the code that [`SendRegisterSmsCode`](crate::login::SendRegisterSmsCode) sent.
    pub fn phone(phone: impl Into<Phone>, code: impl Into<OneTimeCode>, password: impl Into<Password>) -> Self {
        Self::phone_without_password(phone, code).with("password", password.into().expose())
    }

    /// By phone number and code, without a password.
    pub fn phone_without_password(phone: impl Into<Phone>, code: impl Into<OneTimeCode>) -> Self {
        Self::new(PHONE).with("phone", phone.into().expose()).with("phoneCode", code.into().expose())
    }

    /// By username.
    pub fn username(username: impl Into<String>, password: impl Into<Password>) -> Self {
        Self::new(USERNAME).with("username", username.into()).with("password", password.into().expose())
    }

    /// By the id at a third party, which takes the place of a password.
    pub fn unionid(unionid: impl Into<PersonalData>) -> Self {
        Self::new(UNIONID).with("unionid", unionid)
    }

    /// Reads a registration from texts with the names of the wire, such as `phoneCode`: by email address, or else by phone number, by
    /// username or by a third party's id.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidArgument`] if none of them is given.
    pub fn from_texts(text: &dyn Fn(&'static str) -> Option<String>) -> Result<Self, Error> {
        let identity = first_given(&[EMAIL, PHONE, USERNAME, UNIONID], text).ok_or_else(|| {
            Error::invalid_argument("email", "is missing: give an email, a phone, a username or a unionid")
        })?;
        Ok(Self { identity, fields: TextFields::read(&[identity, OPTIONS, Profile::FIELDS], text) })
    }

    fn new(identity: &'static [TextField]) -> Self {
        Self { identity, fields: TextFields::default() }
    }

    fn with(mut self, name: &'static str, text: impl Into<PersonalData>) -> Self {
        self.fields.set(name, text);
        self
    }

    /// The fields of the profile.
    pub fn with_profile(mut self, profile: Profile) -> Self {
        profile.set_in(&mut self.fields);
        self
    }

    /// A username beside an email address or a phone number.
    pub fn with_username(self, username: impl Into<String>) -> Self {
        self.with("username", username.into())
    }

    /// Whether the response holds a token, which logs the user in.
    pub fn with_force_login(mut self, login: bool) -> Self {
        self.fields.set_flag("forceLogin", login);
        self
    }

    /// The invitation code, for pools that require one.
    pub fn with_invitation_code(self, code: impl Into<OneTimeCode>) -> Self {
        self.with("invitationCode", code.into().expose())
    }

    /// The method of registration, such as `default:username-password`.
    pub fn with_register_method(self, method: impl Into<String>) -> Self {
        self.with("registerMethod", method.into())
    }

    /// The user's id in one application of WeChat, beside the third party's id (`openid`).
    pub fn with_openid(self, openid: impl Into<PersonalData>) -> Self {
        self.with("openid", openid)
    }

    /// The IP address of the user, if a server registers the user (`lastIP`).
    pub fn with_last_ip(self, ip: impl Into<String>) -> Self {
        self.with("lastIP", ip.into())
    }

    /// The date of the registration, for a user who is imported (`signedUp`): ISO 8601, or JavaScript's `Date` text.
    pub fn with_signed_up(self, date: impl Into<String>) -> Self {
        self.with("signedUp", date.into())
    }

    /// The date of the last login, for a user who is imported (`lastLogin`): ISO 8601, or JavaScript's `Date` text.
    pub fn with_last_login(self, date: impl Into<String>) -> Self {
        self.with("lastLogin", date.into())
    }

    /// Whether the service keeps the password as it comes, for a password that was hashed elsewhere (`keepPassword`).
    pub fn with_keep_password(mut self, keep: bool) -> Self {
        self.fields.set_flag("keepPassword", keep);
        self
    }

    /// The page that the user came from (`from`). The published client sends it; the schema does not have it.
    pub fn with_from(self, page: impl Into<String>) -> Self {
        self.with("from", page.into())
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
        document!("register.graphql").declaring(&[
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
        ]),
    );
    const SESSION_EFFECT: SessionEffect = SessionEffect::optional_token_in("token");

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.fields.insert_into(self.identity, to);
        to.insert_pool_id("registerInClient");
        self.fields.insert_into(OPTIONS, to);
        self.fields.insert_into(Profile::FIELDS, to);
    }
}
