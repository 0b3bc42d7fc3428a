//! The authorization of the requests of an application and of its users.

use std::sync::Arc;

use zeroize::Zeroizing;

use super::user_authorization::UserAuthorization;
use super::{ApplicationConfig, ApplicationContext, ClientAuthentication};
use crate::call_context::{ApiCalls, CallContext};
use crate::flow::{AuthorizationFlow, header};
use crate::message::Headers;
use crate::operation::Constants;
use crate::principal::Authorization;
use crate::runtime::Runtime;
use crate::v3::PasswordEncryption;
use crate::v3::password::{ObtainPasswordKey, SharedPasswordKey};
use crate::{BaseUrl, Error, Token, WrongPrincipal};

impl ApiCalls for ApplicationContext {
    fn application(&self) -> Option<&ApplicationConfig> {
        Some(self.config())
    }

    fn allows(&self, needs: Authorization) -> bool {
        needs.is_of_application()
    }

    fn password_encryption(&self) -> PasswordEncryption {
        self.config().password_encryption()
    }

    fn obtain_password_key(self: Arc<Self>) -> Box<dyn ObtainPasswordKey> {
        let (cache, encryption) = (self.password_key().clone(), self.config().password_encryption());
        Box::new(SharedPasswordKey::obtain(&CallContext::from(&self), cache, encryption))
    }

    fn runtime(&self) -> &Arc<Runtime> {
        Self::runtime(self)
    }

    fn base_url(&self) -> &BaseUrl {
        self.config().host()
    }

    fn insert_headers(&self, to: &mut Headers) {
        self.config().insert_headers(to);
    }

    fn authorize(self: Arc<Self>, operation: &Constants, rejected: Option<Token>) -> Result<AuthorizationFlow, Error> {
        let needs = operation.authorization;
        match (needs, self.user()) {
            (Authorization::AnyApplication, _) => Ok(AuthorizationFlow::AtHand(None)),
            (Authorization::Application, None) => {
                let basic = self.config().basic_credentials();
                let basic = basic.map(|basic| header(format!("Basic {basic}"))).transpose()?;
                Ok(AuthorizationFlow::AtHand(basic))
            }
            (Authorization::ApplicationUser, Some(user)) => {
                let flow = UserAuthorization::new(&self, user, rejected);
                Ok(AuthorizationFlow::Other(Box::new(flow)))
            }
            _ => Err(WrongPrincipal { operation: operation.name, needs }.into()),
        }
    }

    fn secrets(&self) -> Vec<Zeroizing<String>> {
        let config = self.config();
        let secret = config.secret().filter(|_| config.client_authentication() != ClientAuthentication::None);
        let mut secrets: Vec<_> = secret.map(|secret| secret.expose().to_owned()).into_iter().collect();
        secrets.extend(config.basic_credentials());
        secrets.extend(self.user().map(|user| user.current().access_token().expose().to_owned()));
        secrets.into_iter().map(Zeroizing::new).collect()
    }
}
