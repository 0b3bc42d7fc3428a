//! Every root field that is answered: the tables of all areas.

use super::resolver::Resolver;
use super::{
    account, apps, contact, directory, email, login, management, metadata, mfa, oauth, orgs, pool, profile, rbac,
    register, roles, sign_in, tokens,
};

/// Any other root field is a GraphQL error, as if the schema had none.
const AREAS: &[&[Resolver]] = &[
    account::RESOLVERS,
    apps::RESOLVERS,
    contact::RESOLVERS,
    directory::RESOLVERS,
    email::RESOLVERS,
    login::RESOLVERS,
    management::RESOLVERS,
    metadata::RESOLVERS,
    mfa::RESOLVERS,
    oauth::RESOLVERS,
    orgs::RESOLVERS,
    pool::RESOLVERS,
    profile::RESOLVERS,
    rbac::RESOLVERS,
    rbac::members::RESOLVERS,
    rbac::of_user::RESOLVERS,
    register::RESOLVERS,
    roles::RESOLVERS,
    sign_in::RESOLVERS,
    tokens::RESOLVERS,
];

pub(super) fn find(field: &str) -> Option<Resolver> {
    AREAS.iter().copied().flatten().find(|(name, _)| *name == field).copied()
}
