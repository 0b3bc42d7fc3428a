//! The request of a login by redirect (RFC 6749, section 4.1.1; OpenID Connect Core 1.0, section 3.1.2.1).

use std::time::Duration;

use super::{RedirectUrl, Scope, scope};
use crate::Error;

/// The dialog of the provider with the user, even if the user has a session there (`prompt`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Prompt {
    /// None. Without a session, the login fails with `login_required`.
    None,
    /// The user has to log in.
    Login,
    /// The user has to consent.
    Consent,
    /// The user has to choose an account.
    SelectAccount,
}

impl Prompt {
    fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Login => "login",
            Self::Consent => "consent",
            Self::SelectAccount => "select_account",
        }
    }
}

/// The request of a login by redirect: the scopes, and options of the login page. A list of scopes converts to it.
///
/// ```
/// use std::time::Duration;
///
/// use authing_core::application::{AuthorizationRequest, Prompt, Scope};
///
/// let request = AuthorizationRequest::new([Scope::Profile, Scope::OfflineAccess])
///     .with_prompt(Prompt::Login)
///     .with_login_hint("bob@example.com")
///     .with_max_age(Duration::from_secs(3600));
/// ```
#[derive(Clone)]
pub struct AuthorizationRequest {
    scope: String,
    pub(super) redirect_url: Option<RedirectUrl>,
    pub(super) max_age: Option<Duration>,
    prompt: Option<Prompt>,
    login_hint: Option<String>,
    tenant: Option<String>,
    other: Vec<(String, String)>,
}

/// The parameters that the flow itself sets.
const RESERVED: [&str; 16] = [
    "client_id",
    "client_secret",
    "code_challenge",
    "code_challenge_method",
    "login_hint",
    "max_age",
    "nonce",
    "prompt",
    "redirect_uri",
    "request",
    "request_uri",
    "response_mode",
    "response_type",
    "scope",
    "state",
    "tenantId",
];

impl AuthorizationRequest {
    /// A login with these scopes. `openid` is added if it is not among them.
    pub fn new<S: Into<Scope>>(scopes: impl IntoIterator<Item = S>) -> Self {
        let scopes = std::iter::once(Scope::OpenId).chain(scopes.into_iter().map(Into::into));
        Self {
            scope: scope::join(scopes),
            redirect_url: None,
            max_age: None,
            prompt: None,
            login_hint: None,
            tenant: None,
            other: Vec::new(),
        }
    }

    /// Sets the URL to which the browser is sent back, instead of the configured URL.
    pub fn with_redirect_url(mut self, url: RedirectUrl) -> Self {
        self.redirect_url = Some(url);
        self
    }

    /// Sets the dialog of the provider with the user.
    pub fn with_prompt(mut self, prompt: Prompt) -> Self {
        self.prompt = Some(prompt);
        self
    }

    /// Sets the account that the login page suggests.
    pub fn with_login_hint(mut self, hint: impl Into<String>) -> Self {
        self.login_hint = Some(hint.into());
        self
    }

    /// Sets the longest time since the user last entered a credential, in whole seconds. It is checked: an older login is
    /// [`AuthenticationTooOld`](super::AuthenticationError::AuthenticationTooOld).
    pub fn with_max_age(mut self, age: Duration) -> Self {
        self.max_age = Some(age);
        self
    }

    /// Sets the tenant whose login page is shown (`tenantId`).
    pub fn with_tenant(mut self, tenant: impl Into<String>) -> Self {
        self.tenant = Some(tenant.into());
        self
    }

    /// Sets any other parameter, such as `ui_locales`.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidArgument`] for a parameter that the flow itself sets.
    pub fn with_parameter(mut self, name: impl Into<String>, value: impl Into<String>) -> Result<Self, Error> {
        let name = name.into();
        if RESERVED.contains(&name.as_str()) || name.is_empty() {
            return Err(Error::invalid_argument("parameter", "is one that the login sets by itself"));
        }
        self.other.push((name, value.into()));
        Ok(self)
    }

    /// The parameters, without those that are generated for each login.
    pub(super) fn parameters(&self) -> Vec<(&str, String)> {
        let mut parameters = vec![("scope", self.scope.clone())];
        parameters.extend(self.prompt().map(|prompt| ("prompt", prompt)));
        parameters.extend(self.max_age.map(|age| ("max_age", age.as_secs().to_string())));
        parameters.extend(self.login_hint.clone().map(|hint| ("login_hint", hint)));
        parameters.extend(self.tenant.clone().map(|tenant| ("tenantId", tenant)));
        parameters.extend(self.other.iter().map(|(name, value)| (name.as_str(), value.clone())));
        parameters
    }

    /// The service issues a refresh token only if the user was asked to consent. `none` excludes other values.
    fn prompt(&self) -> Option<String> {
        let offline = self.scope.split(' ').any(|scope| scope == Scope::OfflineAccess.as_str());
        match self.prompt {
            None if offline => Some(Prompt::Consent.as_str().to_owned()),
            Some(prompt @ (Prompt::Login | Prompt::SelectAccount)) if offline => {
                Some(format!("{} {}", prompt.as_str(), Prompt::Consent.as_str()))
            }
            prompt => prompt.map(|prompt| prompt.as_str().to_owned()),
        }
    }
}

impl std::fmt::Debug for AuthorizationRequest {
    /// Hides the login hint and the other values, which may be personal.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { scope, redirect_url, max_age, prompt, login_hint: _, tenant: _, other: _ } = self;
        f.debug_struct("AuthorizationRequest")
            .field("scope", scope)
            .field("redirect_url", redirect_url)
            .field("max_age", max_age)
            .field("prompt", prompt)
            .finish_non_exhaustive()
    }
}

impl<S: Into<Scope>, const N: usize> From<[S; N]> for AuthorizationRequest {
    fn from(scopes: [S; N]) -> Self {
        Self::new(scopes)
    }
}

impl<S: Into<Scope>> From<Vec<S>> for AuthorizationRequest {
    fn from(scopes: Vec<S>) -> Self {
        Self::new(scopes)
    }
}
