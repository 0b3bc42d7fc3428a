//! Creates several users.
//!
//! Wire: `POST {host}/api/v3/create-users-batch`

use super::{CreateUserOptions, NewUser};
use crate::principal::needs;
use crate::v3::management::batched;
use crate::v3::types::User;
use crate::wire::{Arguments, Encoding, Endpoint, Envelope, Field as _, fields};
use crate::{Method, Operation, Service};

fields! {
    /// Creates several users at once.
    pub struct CreateUsersBatch {
        /// The users.
        list: Vec<NewUser> = "list";
        /// The options of the creation.
        options: CreateUserOptions = "options";
    }
}

impl CreateUsersBatch {
    /// Creates the request without options.
    pub fn new(list: impl IntoIterator<Item = impl Into<NewUser>>) -> Self {
        Self { list: list.into_iter().map(Into::into).collect(), options: CreateUserOptions::default() }
    }
}

impl Operation for CreateUsersBatch {
    type Needs = needs::Administrator;
    type Response = Vec<User>;

    const NAME: &'static str = "createUsersBatch";
    const ENDPOINT: Endpoint =
        Endpoint::rest(Service::Management, Method::Post, "/api/v3/create-users-batch", Encoding::Json, Envelope::V3);

    fn arguments<'a>(&'a self, to: &mut Arguments<'a>) {
        self.list.insert_into("list", to);
        let has_password = self.list.iter().any(|user| user.password.is_some());
        to.insert_object_unless_empty("options", |options| self.options.insert_into(options, has_password));
    }
}

batched!(CreateUsersBatch, list);
