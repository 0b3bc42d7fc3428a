//! A registration.
//!
//! Wire: `POST {host}/api/v3/signup`

use crate::principal::needs;
use crate::v3::types::{CustomData, User, sign_up_fields};
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Field as _, Fields as _, fields};
use crate::{Method, OneTimeCode, Operation, Password, Phone, Service};

/// Registers a user. The response has no token: log in afterwards.
///
/// # Errors
///
/// * [`Error::Service`](crate::Error::Service) with [`USER_EXISTS`](crate::ErrorCode::USER_EXISTS) if the user is registered
///   already.
/// * [`Error::Service`](crate::Error::Service) with [`WRONG_VERIFY_CODE`](crate::ErrorCode::WRONG_VERIFY_CODE) if the code is
///   wrong.
/// * [`Error::Service`](crate::Error::Service) with [`V3_UNPROCESSABLE`](crate::ErrorCode::V3_UNPROCESSABLE) if the password is
///   too weak.
///
/// ```
/// # fn example(client: &authing_core::AuthenticationClient) -> Result<(), authing_core::Error> {
/// use authing_core::v3::{SignUp, SignUpProfile};
///
/// let profile = SignUpProfile { nickname: Some("Bob".to_owned()), ..SignUpProfile::default() };
/// let bob = client.sign_up(SignUp::email("bob@example.com", "password").with_profile(profile))?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct SignUp {
    credentials: Credentials,
    profile: SignUpProfile,
    options: SignUpOptions,
}

#[derive(Clone, Debug)]
enum Credentials {
    Password(NameAndPassword),
    PassCode(NameAndCode),
}

fields! {
    struct NameAndPassword {
        username: Option<String> = "username";
        email: Option<String> = "email";
        password: Password = "password";
    }
}

fields! {
    struct NameAndCode {
        email: Option<String> = "email";
        phone: Option<Phone> = "phone";
        phone_country_code: Option<String> = "phoneCountryCode";
        pass_code: OneTimeCode = "passCode";
    }
}

sign_up_fields! {
    /// The profile of a user who registers.
    pub struct SignUpProfile {
        /// The town.
        locality: Option<String> = "locality";
    }
}

fields! {
    /// The options of a registration.
    #[derive(Default)]
    pub struct SignUpOptions {
        /// The IP address of the user, if a server registers for a browser.
        client_ip: Option<String> = "clientIp";
        /// The code of an SMS, for a phone number of the profile.
        phone_pass_code_for_information_completion: Option<OneTimeCode> = "phonePassCodeForInformationCompletion";
        /// The code of a mail, for an email address of the profile.
        email_pass_code_for_information_completion: Option<OneTimeCode> = "emailPassCodeForInformationCompletion";
        /// A password, for a registration with a code by SMS.
        password_for_phone_pass_code: Option<Password> = "passwordForPhonePassCode";
        /// Data for the pool's pipeline functions.
        context: Option<CustomData> = "context";
    }
}

impl SignUp {
    /// Creates a registration with an email address and a password.
    pub fn email(email: impl Into<String>, password: impl Into<Password>) -> Self {
        Self::new(Credentials::Password(NameAndPassword {
            username: None,
            email: Some(email.into()),
            password: password.into(),
        }))
    }

    /// Creates a registration with a name for logins and a password.
    pub fn username(username: impl Into<String>, password: impl Into<Password>) -> Self {
        Self::new(Credentials::Password(NameAndPassword {
            username: Some(username.into()),
            email: None,
            password: password.into(),
        }))
    }

    /// Creates a registration with a code by mail.
    pub fn email_code(email: impl Into<String>, pass_code: impl Into<OneTimeCode>) -> Self {
        Self::new(Credentials::PassCode(NameAndCode {
            email: Some(email.into()),
            phone: None,
            phone_country_code: None,
            pass_code: pass_code.into(),
        }))
    }

    /// Creates a registration with a code by SMS.
    pub fn phone_code(phone: impl Into<Phone>, pass_code: impl Into<OneTimeCode>) -> Self {
        Self::new(Credentials::PassCode(NameAndCode {
            email: None,
            phone: Some(phone.into()),
            phone_country_code: None,
            pass_code: pass_code.into(),
        }))
    }

    /// Sets the country code of the phone number, such as `+86`, for a code by SMS.
    pub fn with_phone_country_code(mut self, code: impl Into<String>) -> Self {
        if let Credentials::PassCode(credentials) = &mut self.credentials {
            credentials.phone_country_code = Some(code.into());
        }
        self
    }

    /// Sets the profile of the user.
    pub fn with_profile(mut self, profile: SignUpProfile) -> Self {
        self.profile = profile;
        self
    }

    /// Sets the options of the registration.
    pub fn with_options(mut self, options: SignUpOptions) -> Self {
        self.options = options;
        self
    }

    fn new(credentials: Credentials) -> Self {
        Self { credentials, profile: SignUpProfile::default(), options: SignUpOptions::default() }
    }

    fn has_password(&self) -> bool {
        matches!(self.credentials, Credentials::Password(_)) || self.options.password_for_phone_pass_code.is_some()
    }
}

impl Operation for SignUp {
    type Needs = needs::AnyApplication;
    type Response = User;

    const NAME: &'static str = "signUp";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Application, Method::Post, "/api/v3/signup", Encoding::Json, Envelope::V3);

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        match &self.credentials {
            Credentials::Password(credentials) => {
                to.insert("connection", "PASSWORD");
                credentials.insert_into("passwordPayload", to);
            }
            Credentials::PassCode(credentials) => {
                to.insert("connection", "PASSCODE");
                credentials.insert_into("passCodePayload", to);
            }
        }
        to.insert_object_unless_empty("profile", |profile| self.profile.insert_fields(profile));
        to.insert_object_unless_empty("options", |options| {
            self.options.insert_fields(options);
            if self.has_password() {
                options.insert_password_encrypt_type();
            }
        });
    }
}
