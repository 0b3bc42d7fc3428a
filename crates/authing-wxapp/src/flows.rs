//! The conversations of a mini-program: state machines without I/O, as the core's.
//!
//! | flow | what it is for |
//! |---|---|
//! | [`Prepare`] | a code at hand before the person taps |
//! | [`AutoRefresh`] | a code that is replaced before it is too old |
//! | [`WithCode`] | one call that uses a code up, and the code after it |
//! | [`LoginSilently`] | a login without a tap, where the person allowed it before |

mod acquire_code;
mod auto_refresh;
mod login_silently;
mod prepare;
mod stale;
mod with_code;

pub(crate) use self::acquire_code::{AcquireCode, DataState};
pub use self::auto_refresh::AutoRefresh;
pub use self::login_silently::LoginSilently;
pub use self::prepare::Prepare;
pub use self::with_code::WithCode;

use authing_core::flow::{Event, UNEXPECTED_EVENT};
use authing_core::host::HostResponse;
use authing_core::{Error, WechatCode};

/// The code in the answer to `HostCall::Login`.
fn code(event: Event) -> Result<WechatCode, Error> {
    match event {
        Event::HostResponse(Ok(HostResponse::Code(code))) => Ok(code),
        Event::HostResponse(Err(error)) => Err(error),
        _ => Err(UNEXPECTED_EVENT),
    }
}
