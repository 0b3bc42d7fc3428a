//! Check whether a user is logged in.
//!
//! Wire: GraphQL `query checkLoginStatus` at the user service; no request without a token.

use super::LoginStatus;
use crate::number::digits;
use crate::principal::needs;
use crate::wire::{Arguments, Endpoint, document};
use crate::{Context, ErrorCode, Operation, Service, SessionState, Timestamp, Token};

/// Checks whether the client's own token, or another, is valid.
///
/// Without a token, and with one whose `exp` has passed, the client computes the response and sends no request.
///
/// ```
/// # fn example(client: &authing_core::Client) -> Result<(), authing_core::Error> {
/// if client.check_login_status()?.is_logged_in() {
///     println!("welcome back");
/// }
/// let status = client.check_login_status_of("eyJhbGciOi…")?;
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Debug, Default)]
pub struct CheckLoginStatus {
    /// A token in place of the client's own.
    pub token: Option<Token>,
}

impl Operation for CheckLoginStatus {
    type Needs = needs::Optional;
    type Response = LoginStatus;

    const NAME: &'static str = "checkLoginStatus";
    const ENDPOINT: Endpoint =
        Endpoint::graphql(Service::User, "checkLoginStatus", document!("check_login_status.graphql").declaring(&[]));
    const RETRYABLE: bool = true;

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        if let Some(token) = &self.token {
            to.require("token", token);
        }
    }

    fn local_response(&self, context: &Context, now: Timestamp) -> Option<String> {
        let (code, message) = match context.login_state(now) {
            _ if self.token.is_some() => return None,
            SessionState::LoggedIn => return None,
            SessionState::Expired => {
                (ErrorCode::TOKEN_EXPIRED, ErrorCode::TOKEN_EXPIRED.service_message().unwrap_or_default())
            }
            SessionState::Anonymous | SessionState::LoggedOut => (ErrorCode::NOT_LOGGED_IN, NOT_LOGGED_IN),
        };
        Some(["{\"code\":", &digits(code.0), ",\"status\":false,\"message\":\"", message, "\"}"].concat())
    }
}

/// The response of the published clients if they hold no token.
const NOT_LOGGED_IN: &str = "未登录";
