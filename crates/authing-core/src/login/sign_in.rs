//! Log in and get the tokens of OpenID Connect.
//!
//! Wire: GraphQL `mutation signIn` at the user service. The protocol sends the password unencrypted, over TLS.

use serde::{Deserialize, Serialize};

use crate::oidc::{Credentials, TokenResponse, UserInfoClaims};
use crate::principal::needs;
use crate::wire::{Arguments, Endpoint, ResponseShape, Shape, document};
use crate::{AppId, Operation, Password, PersonalData, Phone, Service, SessionEffect};

/// Logs in and gets an access token, an id token and a refresh token of the pool's default OIDC application or of another.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::login::SignIn;
///
/// let signed_in = client.sign_in(SignIn::email("bob@example.com", "password"))?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct SignIn {
    credentials: Credentials,
    app: Option<AppId>,
}

/// The tokens, and the claims of the user.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct SignInResponse {
    /// The claims of the user.
    #[serde(flatten)]
    pub claims: UserInfoClaims,
    /// The tokens.
    #[serde(flatten)]
    pub tokens: TokenResponse,
}

impl ResponseShape for SignInResponse {
    const SHAPE: Shape = Shape::Object(&["access_token"]);
}

impl SignIn {
    /// With an email address.
    pub fn email(email: impl Into<String>, password: impl Into<Password>) -> Self {
        Self::new(Credentials::email(email, password))
    }

    /// With a phone number.
    pub fn phone(phone: impl Into<Phone>, password: impl Into<Password>) -> Self {
        Self::new(Credentials::phone(phone, password))
    }

    /// With a username.
    pub fn username(username: impl Into<String>, password: impl Into<Password>) -> Self {
        Self::new(Credentials::username(username, password))
    }

    /// With the id at a third party, which takes the place of a password.
    pub fn unionid(unionid: impl Into<PersonalData>) -> Self {
        Self::new(Credentials::unionid(unionid))
    }

    fn new(credentials: Credentials) -> Self {
        Self { credentials, app: None }
    }

    /// An OIDC application in place of the pool's default.
    pub fn with_app(mut self, app: impl Into<AppId>) -> Self {
        self.app = Some(app.into());
        self
    }
}

impl Operation for SignIn {
    type Needs = needs::Login;
    type Response = SignInResponse;

    const NAME: &'static str = "signIn";
    const ENDPOINT: Endpoint = Endpoint::graphql(Service::User, "signIn", document!("sign_in.graphql"));
    /// `token` is the user's own token, if the service gives one; the access token serves in its place, as in the published
    /// client.
    const SESSION_EFFECT: SessionEffect = SessionEffect::token_in("access_token");

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        to.insert_some("oidcAppId", self.app.as_ref());
        self.credentials.insert_into(to);
        to.insert_pool_id("userPoolId");
    }
}
