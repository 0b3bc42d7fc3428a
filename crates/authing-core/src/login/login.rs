//! Log in with an email address, a username or a third party's id.
//!
//! Wire: GraphQL `mutation login(password: <RSA>)` at the user service.

use crate::principal::needs;
use crate::types::User;
use crate::wire::{Arguments, Endpoint, document};
use crate::{OneTimeCode, Operation, Password, PersonalData, Service, SessionEffect};

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
    identity: Identity,
    password: Option<Password>,
    verify_code: Option<OneTimeCode>,
    mfa_code: Option<OneTimeCode>,
    openid: Option<PersonalData>,
    last_ip: Option<String>,
    params: Option<PersonalData>,
}

#[derive(Clone, Debug)]
enum Identity {
    Email(String),
    Username(String),
    Unionid(PersonalData),
}

impl Login {
    /// With an email address.
    pub fn email(email: impl Into<String>, password: impl Into<Password>) -> Self {
        Self::new(Identity::Email(email.into()), Some(password.into()))
    }

    /// With a username.
    pub fn username(username: impl Into<String>, password: impl Into<Password>) -> Self {
        Self::new(Identity::Username(username.into()), Some(password.into()))
    }

    /// With the id at a third party, which takes the place of a password.
    pub fn unionid(unionid: impl Into<PersonalData>) -> Self {
        Self::new(Identity::Unionid(unionid.into()), None)
    }

    fn new(identity: Identity, password: Option<Password>) -> Self {
        Self { identity, password, verify_code: None, mfa_code: None, openid: None, last_ip: None, params: None }
    }

    /// A password beside a third party's id.
    pub fn with_password(mut self, password: impl Into<Password>) -> Self {
        self.password = Some(password.into());
        self
    }

    /// The text of the captcha.
    pub fn with_verify_code(mut self, code: impl Into<OneTimeCode>) -> Self {
        self.verify_code = Some(code.into());
        self
    }

    /// The code of the second factor.
    pub fn with_mfa_code(mut self, code: impl Into<OneTimeCode>) -> Self {
        self.mfa_code = Some(code.into());
        self
    }

    /// The user's id in one application of WeChat, beside the third party's id (`openid`).
    pub fn with_openid(mut self, openid: impl Into<PersonalData>) -> Self {
        self.openid = Some(openid.into());
        self
    }

    /// The IP address of the user, if a server logs the user in (`lastIP`); otherwise, the service records the sender's.
    pub fn with_last_ip(mut self, ip: impl Into<String>) -> Self {
        self.last_ip = Some(ip.into());
        self
    }

    /// Any data for the pool's rules, as JSON text (`params`).
    pub fn with_params(mut self, params: impl Into<PersonalData>) -> Self {
        self.params = Some(params.into());
        self
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
        match &self.identity {
            Identity::Email(email) => to.require("email", email),
            Identity::Username(username) => to.require("username", username),
            Identity::Unionid(unionid) => to.require("unionid", unionid),
        }
        if let Some(password) = &self.password {
            to.insert_encrypted("password", password);
        }
        to.insert_pool_id("registerInClient");
        to.insert_some("verifyCode", self.verify_code.as_ref());
        to.insert_some("MFACode", self.mfa_code.as_ref());
        to.insert_some("openid", self.openid.as_ref());
        to.insert_some("lastIP", self.last_ip.as_ref());
        to.insert_some("params", self.params.as_ref());
    }
}
