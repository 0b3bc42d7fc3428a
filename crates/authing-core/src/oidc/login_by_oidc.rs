//! Log in as an application, and read the profile: a flow of two requests.
//!
//! ```text
//!  ┌──────────┐ tokens ┌─────────┐ profile
//!  │ Granting │ ─────▶ │ Reading │ ──────▶ done
//!  └──────────┘        └─────────┘
//! ```

use std::convert::Infallible;
use std::ops::ControlFlow::Break;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{GetUserInfo, PasswordGrant, TokenResponse, UserInfoClaims};
use crate::Error;
use crate::context::Context;
use crate::flow::{Call, Event, Flow, Progress, ready};
use crate::time::Timestamp;

/// Logs in with a password as an application of OpenID Connect, and reads the profile.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// use authing_core::oidc::{AppCredentials, PasswordGrant};
///
/// let app = AppCredentials::new("5e0b0c8d7f1a2b3c4d5e6f70", "the application's secret");
/// let login = client.login_by_oidc(PasswordGrant::email(app, "bob@example.com", "password"))?;
/// println!("{:?}", login.claims.sub);
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct LoginByOidc {
    context: Arc<Context>,
    state: State,
}

#[derive(Debug)]
enum State {
    Granting(Call<PasswordGrant>),
    Reading { tokens: TokenResponse, call: Call<GetUserInfo> },
}

/// The claims of the user who logged in, and the tokens.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct OidcLoginResponse {
    /// The claims of the user.
    pub claims: UserInfoClaims,
    /// The tokens.
    pub tokens: TokenResponse,
}

impl LoginByOidc {
    /// With an application and a password.
    pub fn new(context: &Arc<Context>, grant: PasswordGrant) -> Self {
        Self { context: Arc::clone(context), state: State::Granting(Call::new(context, grant)) }
    }
}

impl Flow for LoginByOidc {
    type Notification = Infallible;
    type Output = OidcLoginResponse;

    fn poll(&mut self, now: Timestamp) -> Progress<OidcLoginResponse> {
        loop {
            self.state = match &mut self.state {
                State::Granting(call) => {
                    let tokens = ready!(call.poll(now));
                    let read = GetUserInfo { access_token: tokens.access_token.clone() };
                    State::Reading { tokens, call: Call::new(&self.context, read) }
                }
                State::Reading { tokens, call } => {
                    let claims = ready!(call.poll(now));
                    return Ok(Break(OidcLoginResponse { claims, tokens: tokens.clone() }));
                }
            }
        }
    }

    fn handle(&mut self, now: Timestamp, event: Event) -> Result<(), Error> {
        match &mut self.state {
            State::Granting(call) => call.handle(now, event),
            State::Reading { call, .. } => call.handle(now, event),
        }
    }
}
