//! The core's types with their transport filled in.

use authing_core::principal::Application;
use authing_core::{AsyncAuthenticationClient, AsyncClient, AsyncManagementClient, AsyncUserPool, Visitor};

use crate::ReqwestTransport;

/// A user pool over reqwest, which a program keeps. It creates the clients of a visitor, of one user, and of the owner.
pub type UserPool = AsyncUserPool<ReqwestTransport>;

/// A client over reqwest. Its principal is a [`Visitor`], or the one that it names: `Client<Owner>`.
pub type Client<P = Visitor> = AsyncClient<ReqwestTransport, P>;

/// A client of an application of today's service, over reqwest. Its principal is the [`Application`], or the one that it names:
/// `AuthenticationClient<ApplicationUser>`.
pub type AuthenticationClient<P = Application> = AsyncAuthenticationClient<ReqwestTransport, P>;

/// A client of an administrator of today's service, over reqwest.
pub type ManagementClient = AsyncManagementClient<ReqwestTransport>;
