//! The HTTP server: sockets, the layers that every request passes, and the router of all APIs.

mod host_header;
mod inject_faults;
mod limits;
mod log_requests;
mod origin;
mod pools;
pub(crate) mod server;
mod socket;
mod timed_body;
