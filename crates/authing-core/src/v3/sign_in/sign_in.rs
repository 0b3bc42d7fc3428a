//! A login with a password, a code, or an account of a directory.
//!
//! Wire: `POST {host}/api/v3/signin`

use crate::application::TokenSetResponse;
use crate::principal::needs;
use crate::v3::types::CustomData;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Field as _, Fields as _, fields};
use crate::{Method, OneTimeCode, Operation, Password, Phone, Secret, Service};

/// Logs a user in without a redirect. The clients' `sign_in` verifies the ID token of the response; `call` with this operation
/// returns the response without a verification.
///
/// # Errors
///
/// * [`Error::Service`](crate::Error::Service) with [`WRONG_ACCOUNT_OR_PASSWORD`](crate::ErrorCode::WRONG_ACCOUNT_OR_PASSWORD)
///   if the account or the password is wrong.
/// * [`Error::Service`](crate::Error::Service) with [`WRONG_VERIFY_CODE`](crate::ErrorCode::WRONG_VERIFY_CODE) if the code or
///   the captcha is wrong.
/// * [`Error::Service`](crate::Error::Service) with [`CAPTCHA_REQUIRED`](crate::ErrorCode::CAPTCHA_REQUIRED) after several
///   failures: send a captcha.
/// * [`Error::Service`](crate::Error::Service) with [`USER_SUSPENDED`](crate::ErrorCode::USER_SUSPENDED) if the user is suspended.
/// * [`Error::MoreNeeded`](crate::Error::MoreNeeded) if the user has to do more, such as to pass a second factor.
/// * [`AuthenticationError::InvalidIdToken`](crate::AuthenticationError::InvalidIdToken) if the ID token does not verify.
///
/// ```
/// # fn example(client: &authing_core::AuthenticationClient) -> Result<(), authing_core::Error> {
/// use authing_core::v3::SignIn;
///
/// let tokens = client.sign_in(SignIn::email("bob@example.com", "password").with_scope("openid profile offline_access"))?;
/// let bob = client.for_user(tokens).profile()?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct SignIn {
    credentials: Credentials,
    options: SignInOptions,
}

#[derive(Clone, Debug)]
enum Credentials {
    Password { name: Name, password: Password },
    PassCode { name: Name, pass_code: OneTimeCode, phone_country_code: Option<String> },
    Directory { connection: &'static str, payload: &'static str, account: String, password: Password },
}

/// The name of the user who logs in.
#[derive(Clone, Debug)]
enum Name {
    Text(&'static str, String),
    Phone(Phone),
}

impl Name {
    fn insert_into<'a>(&'a self, to: &mut Arguments<'a>) {
        match self {
            Self::Text(field, text) => to.require(field, text),
            Self::Phone(phone) => to.require("phone", phone),
        }
    }
}

fields! {
    /// The options of a login.
    #[derive(Default)]
    pub struct SignInOptions {
        /// The scopes, with spaces between them. A refresh token needs `offline_access`.
        scope: Option<String> = "scope";
        /// The IP address of the user, if a server logs in for a browser.
        client_ip: Option<String> = "clientIp";
        /// Data for the pool's pipeline functions.
        context: Option<CustomData> = "context";
        /// The tenant.
        tenant_id: Option<String> = "tenantId";
        /// The custom data of a user who is created.
        custom_data: Option<CustomData> = "customData";
        /// Whether a user who does not exist is created.
        auto_register: Option<bool> = "autoRegister";
        /// The characters of the captcha.
        captcha_code: Option<OneTimeCode> = "captchaCode";
        /// The token of the captcha.
        captcha_token: Option<Secret> = "captchaToken";
    }
}

impl SignIn {
    /// Creates a login with a password and a name of any kind: an email address, a phone number, or a name for logins.
    pub fn account(account: impl Into<String>, password: impl Into<Password>) -> Self {
        Self::password(Name::Text("account", account.into()), password)
    }

    /// Creates a login with an email address and a password.
    pub fn email(email: impl Into<String>, password: impl Into<Password>) -> Self {
        Self::password(Name::Text("email", email.into()), password)
    }

    /// Creates a login with a phone number and a password.
    pub fn phone(phone: impl Into<Phone>, password: impl Into<Password>) -> Self {
        Self::password(Name::Phone(phone.into()), password)
    }

    /// Creates a login with a name for logins and a password.
    pub fn username(username: impl Into<String>, password: impl Into<Password>) -> Self {
        Self::password(Name::Text("username", username.into()), password)
    }

    /// Creates a login with a code by mail ([`SendEmail`](super::SendEmail)).
    pub fn email_code(email: impl Into<String>, pass_code: impl Into<OneTimeCode>) -> Self {
        Self::pass_code(Name::Text("email", email.into()), pass_code)
    }

    /// Creates a login with a code by SMS ([`SendSms`](super::SendSms)).
    pub fn phone_code(phone: impl Into<Phone>, pass_code: impl Into<OneTimeCode>) -> Self {
        Self::pass_code(Name::Phone(phone.into()), pass_code)
    }

    /// Creates a login with an account of an LDAP directory.
    pub fn ldap(account: impl Into<String>, password: impl Into<Password>) -> Self {
        Self::directory("LDAP", "ldapPayload", account, password)
    }

    /// Creates a login with an account of an Active Directory.
    pub fn ad(account: impl Into<String>, password: impl Into<Password>) -> Self {
        Self::directory("AD", "adPayload", account, password)
    }

    /// Sets the country code of the phone number, such as `+86`, for a code by SMS.
    pub fn with_phone_country_code(mut self, code: impl Into<String>) -> Self {
        if let Credentials::PassCode { phone_country_code, .. } = &mut self.credentials {
            *phone_country_code = Some(code.into());
        }
        self
    }

    /// Sets the scopes, with spaces between them.
    pub fn with_scope(mut self, scope: impl Into<String>) -> Self {
        self.options.scope = Some(scope.into());
        self
    }

    /// Sets the options of the login.
    pub fn with_options(mut self, options: SignInOptions) -> Self {
        self.options = options;
        self
    }

    fn password(name: Name, password: impl Into<Password>) -> Self {
        Self::new(Credentials::Password { name, password: password.into() })
    }

    fn pass_code(name: Name, pass_code: impl Into<OneTimeCode>) -> Self {
        Self::new(Credentials::PassCode { name, pass_code: pass_code.into(), phone_country_code: None })
    }

    fn directory(
        connection: &'static str,
        payload: &'static str,
        account: impl Into<String>,
        password: impl Into<Password>,
    ) -> Self {
        let (account, password) = (account.into(), password.into());
        Self::new(Credentials::Directory { connection, payload, account, password })
    }

    fn new(credentials: Credentials) -> Self {
        Self { credentials, options: SignInOptions::default() }
    }
}

impl Credentials {
    fn has_password(&self) -> bool {
        !matches!(self, Self::PassCode { .. })
    }

    fn insert_into<'a>(&'a self, to: &mut Arguments<'a>) {
        match self {
            Self::Password { name, password } => {
                to.insert("connection", "PASSWORD");
                to.insert_object("passwordPayload", |payload| {
                    name.insert_into(payload);
                    password.insert_into("password", payload);
                });
            }
            Self::PassCode { name, pass_code, phone_country_code } => {
                to.insert("connection", "PASSCODE");
                to.insert_object("passCodePayload", |payload| {
                    name.insert_into(payload);
                    pass_code.insert_into("passCode", payload);
                    phone_country_code.insert_into("phoneCountryCode", payload);
                });
            }
            Self::Directory { connection, payload, account, password } => {
                to.insert("connection", *connection);
                to.insert_object(payload, |payload| {
                    account.insert_into("sAMAccountName", payload);
                    password.insert_into("password", payload);
                });
            }
        }
    }
}

impl Operation for SignIn {
    type Needs = needs::Application;
    type Response = TokenSetResponse;

    const NAME: &'static str = "signInByCredentials";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Application, Method::Post, "/api/v3/signin", Encoding::Json, Envelope::V3);

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.credentials.insert_into(to);
        to.insert_object_unless_empty("options", |options| {
            self.options.insert_fields(options);
            if self.credentials.has_password() {
                options.insert_password_encrypt_type();
            }
        });
        to.insert_client_secret();
    }
}
