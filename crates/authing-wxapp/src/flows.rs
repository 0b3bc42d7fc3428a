//! The conversations of a mini-program: state machines without I/O, as the core's.
//!
//! | flow | what it is for |
//! |---|---|
//! | [`Prepare`] | a code at hand before the person taps |
//! | [`KeepFresh`] | a code that is replaced before it is too old |
//! | [`WithCode`] | one call that uses a code up, and the code after it |
//! | [`LoginSilently`] | a login without a tap, where the person allowed it before |

mod keep_fresh;
mod login_silently;
mod prepare;
mod stale;
mod take_code;
mod with_code;

pub use self::keep_fresh::KeepFresh;
pub use self::login_silently::LoginSilently;
pub use self::prepare::Prepare;
pub(crate) use self::take_code::{Data, TakeCode};
pub use self::with_code::WithCode;

use authing_core::flow::{Event, NOT_ASKED};
use authing_core::host::HostAnswer;
use authing_core::{Error, WechatCode};

/// The code in the answer to `HostCall::Login`.
fn code(event: Event) -> Result<WechatCode, Error> {
    match event {
        Event::Host(Ok(HostAnswer::Code(code))) => Ok(code),
        Event::Host(Err(error)) => Err(error),
        _ => Err(NOT_ASKED),
    }
}
