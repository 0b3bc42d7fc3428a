//! The core's types with their transport filled in.

use authing_core::Visitor;

use crate::UreqTransport;

/// A user pool over ureq: what a program keeps. From it come the clients of a visitor, of one user, and of the owner.
pub type UserPool = authing_core::UserPool<UreqTransport>;

/// A client over ureq. It speaks as a [`Visitor`], or as the principal that it names: `Client<Owner>`.
pub type Client<P = Visitor> = authing_core::Client<UreqTransport, P>;
