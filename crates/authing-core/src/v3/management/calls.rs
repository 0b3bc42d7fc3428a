//! The authorization of an administrator's requests.

use std::sync::Arc;

use zeroize::Zeroizing;

use super::administrator_authorization::AdministratorAuthorization;
use super::{ManagementConfig, ManagementContext};
use crate::call_context::{ApiCalls, CallContext};
use crate::flow::AuthorizationFlow;
use crate::message::Headers;
use crate::operation::Constants;
use crate::principal::Authorization;
use crate::runtime::Runtime;
use crate::v3::PasswordEncryption;
use crate::v3::password::{ObtainPasswordKey, SharedPasswordKey};
use crate::{BaseUrl, Error, Token, WrongPrincipal};

impl ApiCalls for ManagementContext {
    fn management(&self) -> Option<&ManagementConfig> {
        Some(self.config())
    }

    fn allows(&self, needs: Authorization) -> bool {
        // The service's keys are read by both.
        needs.is_of_management() || needs == Authorization::AnyApplication
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
        match needs {
            Authorization::AccessKey | Authorization::AnyApplication => Ok(AuthorizationFlow::AtHand(None)),
            Authorization::Administrator => {
                Ok(AuthorizationFlow::Other(Box::new(AdministratorAuthorization::new(&self, rejected))))
            }
            _ => Err(WrongPrincipal { operation: operation.name, needs }.into()),
        }
    }

    fn secrets(&self) -> Vec<Zeroizing<String>> {
        let secret = self.config().access_key_secret().expose().to_owned();
        let token = self.token().cached().map(|token| token.token.expose().to_owned());
        std::iter::once(secret).chain(token).map(Zeroizing::new).collect()
    }
}
