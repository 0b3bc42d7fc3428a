//! Puts a client into the situation that a test is about.

use std::ops::ControlFlow::{Break, Continue};
use std::sync::Arc;

use authing_core::application::TokenSet;
use authing_core::flow::Flow;
use authing_core::management::ListUsers;
use authing_core::principal::needs::Needs;
use authing_core::types::Page;
use authing_core::v3::management::IsActionAllowed;
use authing_core::{
    ApplicationConfig, ApplicationContext, Authorization, Call, CallContext, Client, Config, Context, ManagementConfig,
    ManagementContext, Operation, Owner, RetryPolicy, Seed, TokenStore,
};

use serde_json::json;

use super::drive::{perform, poll_twice, run};
use super::{POOL, ScriptedService, answers, token_until};
use crate::catalogue::{APP_SECRET, OWNER_TOKEN, POOL_SECRET, TOKEN};

/// What the seed of every test is made of, so that a run can be repeated.
pub(crate) const SEED: Seed = Seed::new([7; 32]);

/// The situation of a client: its settings, the user who is logged in, and the events of its flow so far.
pub(crate) struct Scenario {
    config: Config,
    store: Option<Arc<dyn TokenStore>>,
    token: Option<String>,
    owner: Option<String>,
}

impl Scenario {
    /// No user is logged in, no secret, the public service.
    pub(crate) fn new() -> Self {
        Self { config: Config::new(POOL).unwrap(), store: None, token: None, owner: None }
    }

    pub(crate) fn secret(mut self, secret: &str) -> Self {
        self.config = self.config.with_secret(secret);
        self
    }

    pub(crate) fn store(mut self, store: impl TokenStore + 'static) -> Self {
        self.store = Some(Arc::new(store));
        self
    }

    pub(crate) fn retry(mut self, retry: RetryPolicy) -> Self {
        self.config = self.config.with_retry(retry);
        self
    }

    /// A user is logged in with a valid token.
    pub(crate) fn logged_in(self) -> Self {
        self.with_token(&token_until(super::NOW.as_secs() + 3600))
    }

    /// A user was logged in with a token whose time is up.
    pub(crate) fn expired(self) -> Self {
        self.with_token(&token_until(super::NOW.as_secs()))
    }

    pub(crate) fn with_token(mut self, token: &str) -> Self {
        self.token = Some(token.to_owned());
        self
    }

    /// The owner's token has been fetched.
    pub(crate) fn owner_holds(mut self, token: &str) -> Self {
        self.owner = Some(token.to_owned());
        self
    }

    /// The context of a visitor.
    pub(crate) fn context(self) -> Arc<Context> {
        let mut context = Context::new(self.config, &SEED);
        if let Some(store) = self.store {
            context = context.restored(store).unwrap();
        }
        if let Some(token) = self.token {
            context.session().unwrap().set_token(token).unwrap();
        }
        context
    }

    /// The context that may make a call.
    pub(crate) fn context_for<O: Operation>(self) -> CallContext {
        match application_context::<O>() {
            Some(context) => context,
            None if needs_owner::<O>() => CallContext::from(&self.owner_context()),
            None => CallContext::from(&self.context()),
        }
    }

    /// The context of the owner.
    pub(crate) fn owner_context(mut self) -> Arc<Context> {
        let owner = self.owner.take();
        let context = self.context().as_owner().unwrap();
        if let Some(owner) = owner {
            let service = ScriptedService::scripted([answers::owner(&owner), answers::users()]);
            run(&service, Call::new(&context, ListUsers::new(Page::default()))).unwrap();
        }
        context
    }

    /// The blocking client of a visitor, whose loop, retries and logs are those of every user.
    pub(crate) fn client(mut self, service: &ScriptedService) -> Client<ScriptedService> {
        let token = self.token.take();
        let client = Client::from_parts(self.config, service.clone(), &SEED);
        if let Some(token) = token {
            client.session().set_token(token).unwrap();
        }
        client
    }

    /// The blocking client of the owner.
    pub(crate) fn owner_client(self, service: &ScriptedService) -> Client<ScriptedService, Owner> {
        self.client(service).pool().as_owner().unwrap()
    }
}

/// The context of the same pool, or of an application, that may make a call.
pub(crate) fn context_for<O: Operation>(context: &Arc<Context>) -> CallContext {
    match application_context::<O>() {
        Some(context) => context,
        None if needs_owner::<O>() => CallContext::from(&context.as_owner().unwrap()),
        None => CallContext::from(context),
    }
}

/// The context of an application or of its user, if a call needs one.
fn application_context<O: Operation>() -> Option<CallContext> {
    let config = ApplicationConfig::new("5e05bbf2d51b3761d5c71071", "https://shop.authing.example").unwrap();
    let context = ApplicationContext::new(config.with_secret(APP_SECRET), &SEED);
    match <O::Needs as Needs>::AUTHORIZATION {
        Authorization::AnyApplication | Authorization::Application => Some(CallContext::from(&context)),
        Authorization::ApplicationUser => {
            let user = context.for_user(TokenSet::from_access_token(TOKEN));
            Some(CallContext::from(&user))
        }
        Authorization::Administrator | Authorization::AccessKey => Some(CallContext::from(&management_context())),
        _ => None,
    }
}

/// The context of an administrator, whose token has been fetched.
fn management_context() -> Arc<ManagementContext> {
    let config = ManagementConfig::new(POOL, POOL_SECRET).unwrap().with_host("https://api.authing.example").unwrap();
    let context = ManagementContext::new(config, &SEED);
    let token = json!({ "statusCode": 200, "data": { "access_token": OWNER_TOKEN, "expires_in": 7200 } });
    let answer = json!({ "statusCode": 200, "data": { "allowed": true } });
    let service = ScriptedService::scripted([answers::json_body(&token), answers::json_body(&answer)]);
    run(&service, Call::new(&context, IsActionAllowed::new(super::USER, "read", "order"))).unwrap();
    context
}

fn needs_owner<O: Operation>() -> bool {
    matches!(<O::Needs as Needs>::AUTHORIZATION, Authorization::Owner | Authorization::Secret)
}

/// The flow after `steps` steps in a service, or at its end if that comes first.
pub(crate) fn after<F: Flow>(service: &ScriptedService, mut flow: F, steps: usize) -> F {
    for _ in 0..steps {
        match poll_twice(&mut flow, service.time()) {
            Err(_) | Ok(Break(_)) => break,
            Ok(Continue(step)) => {
                let event = perform(service, &step);
                if flow.handle(service.time(), event).is_err() {
                    break;
                }
            }
        }
    }
    flow
}
