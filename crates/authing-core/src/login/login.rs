//! Log in with an email address, a username or a third party's id.
//!
//! Wire: GraphQL `mutation login(password: <RSA>)` at the user service.

use crate::principal::needs;
use crate::types::User;
use crate::wire::{Arguments, Endpoint, TextField, TextFields, document, first_given};
use crate::{Error, OneTimeCode, Operation, Password, PersonalData, Service, SessionEffect};

/// Logs in with an email address, a username or a third party's id. The password is encrypted with the pool's public key.
///
/// # Errors
///
/// [`ErrorCode::USER_NOT_FOUND`](crate::ErrorCode::USER_NOT_FOUND);
/// [`ErrorCode::WRONG_PASSWORD`](crate::ErrorCode::WRONG_PASSWORD);
/// after three failures [`ErrorCode::CAPTCHA_REQUIRED`](crate::ErrorCode::CAPTCHA_REQUIRED): set
/// [`with_verify_code`](Self::with_verify_code).
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::login::Login;
///
/// let user = client.login(Login::email("bob@example.com", "password"))?;
/// let user = client.login(Login::username("bob", "password").with_verify_code("x7k2"))?;
/// let user = client.login(Login::unionid("o6_bmjrPTlm6_2sgVt7hMZOPfL2M"))?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Login {
    identity: &'static [TextField],
    fields: TextFields,
}

const EMAIL: &[TextField] = &[TextField::required("email"), TextField::password("password")];
const USERNAME: &[TextField] = &[TextField::required("username"), TextField::password("password")];
/// The id at a third party takes the place of a password.
const UNIONID: &[TextField] = &[TextField::required_secret("unionid"), TextField::optional_password("password")];

const OPTIONS: &[TextField] = &[
    TextField::secret("verifyCode"),
    TextField::secret("MFACode"),
    TextField::secret("openid"),
    TextField::text("lastIP"),
    TextField::text("browser"),
    TextField::secret("params"),
];

impl Login {
    /// With an email address.
    pub fn email(email: impl Into<String>, password: impl Into<Password>) -> Self {
        Self::new(EMAIL).with("email", email.into()).with_password(password)
    }

    /// With a username.
    pub fn username(username: impl Into<String>, password: impl Into<Password>) -> Self {
        Self::new(USERNAME).with("username", username.into()).with_password(password)
    }

    /// With the id at a third party, which takes the place of a password.
    pub fn unionid(unionid: impl Into<PersonalData>) -> Self {
        Self::new(UNIONID).with("unionid", unionid)
    }

    /// Reads a login from texts with the names of the wire, such as `verifyCode`: with an email address, or else with a username or a
    /// third party's id.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidArgument`] if none of them is given.
    pub fn from_texts(text: &dyn Fn(&'static str) -> Option<String>) -> Result<Self, Error> {
        let identity = first_given(&[EMAIL, USERNAME, UNIONID], text)
            .ok_or_else(|| Error::invalid_argument("email", "is missing: give an email, a username or a unionid"))?;
        Ok(Self { identity, fields: TextFields::read(&[identity, OPTIONS], text) })
    }

    fn new(identity: &'static [TextField]) -> Self {
        Self { identity, fields: TextFields::default() }
    }

    fn with(mut self, name: &'static str, text: impl Into<PersonalData>) -> Self {
        self.fields.set(name, text);
        self
    }

    /// A password beside a third party's id.
    pub fn with_password(self, password: impl Into<Password>) -> Self {
        self.with("password", password.into().expose())
    }

    /// The text of the captcha.
    pub fn with_verify_code(self, code: impl Into<OneTimeCode>) -> Self {
        self.with("verifyCode", code.into().expose())
    }

    /// The code of the second factor.
    pub fn with_mfa_code(self, code: impl Into<OneTimeCode>) -> Self {
        self.with("MFACode", code.into().expose())
    }

    /// The user's id in one application of WeChat, beside the third party's id (`openid`).
    pub fn with_openid(self, openid: impl Into<PersonalData>) -> Self {
        self.with("openid", openid)
    }

    /// The IP address of the user, if a server logs the user in (`lastIP`); otherwise, the service records the sender's.
    pub fn with_last_ip(self, ip: impl Into<String>) -> Self {
        self.with("lastIP", ip.into())
    }

    /// The browser of the user, if a server logs the user in: its `user-agent` (`browser`).
    pub fn with_browser(self, browser: impl Into<String>) -> Self {
        self.with("browser", browser.into())
    }

    /// Any data for the pool's rules, as JSON text (`params`).
    pub fn with_params(self, params: impl Into<PersonalData>) -> Self {
        self.with("params", params)
    }
}

impl Operation for Login {
    type Needs = needs::Login;
    type Response = User;

    const NAME: &'static str = "login";
    // The mini-program client declares these seven with or without a value.
    const ENDPOINT: Endpoint = Endpoint::graphql(
        Service::User,
        "login",
        document!("login.graphql").declaring(&[
            "unionid",
            "email",
            "username",
            "password",
            "lastIP",
            "registerInClient",
            "verifyCode",
        ]),
    );
    const SESSION_EFFECT: SessionEffect = SessionEffect::token_in("token");

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.fields.insert_into(self.identity, to);
        to.insert_pool_id("registerInClient");
        self.fields.insert_into(OPTIONS, to);
    }
}
