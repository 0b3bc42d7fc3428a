//! Log in with an email address, a username or a third party's id.
//!
//! Wire: GraphQL `mutation login(password: <RSA>)` at the user service.

use crate::types::User;
use crate::wire::{Arguments, Document, Endpoint};
use crate::{Effect, OneTimeCode, Operation, Password, Personal, Service};

/// Logs in with an email address, a username or a third party's id. The password is encrypted with the pool's public key.
///
/// Refused with [`Code::USER_NOT_FOUND`](crate::Code::USER_NOT_FOUND), [`Code::WRONG_PASSWORD`](crate::Code::WRONG_PASSWORD),
/// and after three failures with [`Code::CAPTCHA_REQUIRED`](crate::Code::CAPTCHA_REQUIRED): then give a
/// [`verify_code`](Self::verify_code).
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::login::Login;
///
/// let user = client.login(Login::email("bob@example.com", "password"))?;
/// let user = client.login(Login::username("bob", "password").verify_code("x7k2"))?;
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
}

#[derive(Clone, Debug)]
enum Identity {
    Email(String),
    Username(String),
    Unionid(Personal),
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

    /// With the id at a third party, which stands for the password.
    pub fn unionid(unionid: impl Into<Personal>) -> Self {
        Self::new(Identity::Unionid(unionid.into()), None)
    }

    fn new(identity: Identity, password: Option<Password>) -> Self {
        Self { identity, password, verify_code: None, mfa_code: None }
    }

    /// A password beside a third party's id.
    pub fn password(mut self, password: impl Into<Password>) -> Self {
        self.password = Some(password.into());
        self
    }

    /// What the captcha shows.
    pub fn verify_code(mut self, code: impl Into<OneTimeCode>) -> Self {
        self.verify_code = Some(code.into());
        self
    }

    /// The code of the second factor.
    pub fn mfa_code(mut self, code: impl Into<OneTimeCode>) -> Self {
        self.mfa_code = Some(code.into());
        self
    }
}

impl Operation for Login {
    type Answer = User;

    const NAME: &'static str = "login";
    // The mini-program client declares these seven, given or not.
    const ENDPOINT: Endpoint = Endpoint::graphql(
        Service::User,
        "login",
        Document::cut(
            include_str!("login.graphql"),
            &["unionid", "email", "username", "password", "lastIP", "registerInClient", "verifyCode"],
        ),
    );
    const EFFECT: Effect = Effect::SignsIn("token");

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        match &self.identity {
            Identity::Email(email) => to.need("email", email),
            Identity::Username(username) => to.need("username", username),
            Identity::Unionid(unionid) => to.need("unionid", unionid),
        }
        if let Some(password) = &self.password {
            to.seal("password", password);
        }
        to.pool("registerInClient");
        to.put_some("verifyCode", self.verify_code.as_ref());
        to.put_some("MFACode", self.mfa_code.as_ref());
    }
}
