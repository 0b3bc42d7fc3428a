//! The core's types with their transport filled in.

use authing_core::Visitor;
use authing_core::principal::Application;

use crate::UreqTransport;

/// A user pool over ureq, which a program keeps. It creates the clients of a visitor, of one user, and of the owner.
pub type UserPool = authing_core::UserPool<UreqTransport>;

/// A client over ureq. Its principal is a [`Visitor`], or the one that it names: `Client<Owner>`.
pub type Client<P = Visitor> = authing_core::Client<UreqTransport, P>;

/// A client of an application of today's service, over ureq. Its principal is the [`Application`], or the one that it names:
/// `AuthenticationClient<ApplicationUser>`.
pub type AuthenticationClient<P = Application> = authing_core::AuthenticationClient<UreqTransport, P>;

/// A client of an administrator of today's service, over ureq.
pub type ManagementClient = authing_core::ManagementClient<UreqTransport>;
