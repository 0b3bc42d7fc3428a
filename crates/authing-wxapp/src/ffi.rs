//! The exports and imports of the WebAssembly module: the only pointers between the module and JavaScript.
//!
//! A text is passed in one way: its length (four bytes, little endian) and the text after it. JavaScript writes one to memory of [`alloc`],
//! which the module then owns; a null pointer is an empty text. JavaScript frees one that it has read with [`dealloc`]. Clients and calls
//! are pointers that JavaScript keeps as numbers.
#![expect(unsafe_code, reason = "a WebAssembly module talks to its host in pointers")]

use std::ops::ControlFlow::{Break, Continue};

use authing_core::wire::{cut, digits};
use authing_core::{Error, Timestamp, Token, TokenStore};
use lol_alloc::{AssumeSingleThreaded, FreeListAllocator};

use crate::package::{PackageCall, PackageClient, StepResult, done, fail};
use crate::wx::{WxError, WxResponse};

#[link(wasm_import_module = "wx")]
unsafe extern "C" {
    /// Accesses the token in storage. `access`: 0 reads it, 1 writes `text`, 2 removes it. Returns null or a text in memory of [`alloc`]:
    /// the token that was read, or `!` and the error's message.
    fn storage(access: u32, text: *const u8, length: usize) -> *mut u8;
}

// SAFETY: a module without shared memory has one thread.
#[global_allocator]
static ALLOCATOR: AssumeSingleThreaded<FreeListAllocator> =
    unsafe { AssumeSingleThreaded::new(FreeListAllocator::new()) };

/// The number of bytes of a text's length.
const LENGTH_PREFIX: usize = 4;

/// Memory for a text of `length` bytes, which is written after its length.
#[unsafe(no_mangle)]
pub(crate) extern "C" fn alloc(length: usize) -> *mut u8 {
    let mut memory = vec![0_u8; LENGTH_PREFIX + length].into_boxed_slice();
    memory[..LENGTH_PREFIX].copy_from_slice(&length_prefix(length));
    Box::into_raw(memory).cast()
}

/// Takes back a text that was given out.
///
/// # Safety
/// `text` came from an export that returns a text, and is freed once.
#[unsafe(no_mangle)]
pub(crate) unsafe extern "C" fn dealloc(text: *mut u8) {
    // SAFETY: the caller's promise.
    drop(unsafe { taken(text) });
}

/// The sentences of errors. In the module they are compressed with it; the script has those that it needs without a module.
#[unsafe(no_mangle)]
pub(crate) extern "C" fn messages() -> *mut u8 {
    give(include_str!("package/messages.txt"))
}

/// Creates a client: `["done", its number]` or `["fail", …]`.
///
/// # Safety
/// `options` came from [`alloc`].
#[unsafe(no_mangle)]
pub(crate) unsafe extern "C" fn client_new(options: *mut u8) -> *mut u8 {
    // SAFETY: the caller's promise is `text`'s.
    let options = unsafe { text(options) };
    give(&match PackageClient::new(&options, Storage) {
        Ok(client) => done(&digits(Box::into_raw(Box::new(client)) as i64)),
        Err(error) => fail(&error),
    })
}

/// Seeds a client with random bytes. Returns whether there were 32, as many as a seed has.
///
/// # Safety
/// `client` came from [`client_new`], `bytes` from [`alloc`].
#[unsafe(no_mangle)]
pub(crate) unsafe extern "C" fn client_seed(client: *const PackageClient, bytes: *mut u8) -> bool {
    // SAFETY: clients are never dropped; the bytes are the caller's promise.
    let (client, bytes) = unsafe { (&*client, taken(bytes)) };
    let seed = <[u8; 32]>::try_from(&bytes[LENGTH_PREFIX..]);
    seed.map(|seed| client.seed(seed)).is_ok()
}

/// Starts a method: its name, a line feed, its argument's JSON.
///
/// # Safety
/// `client` came from [`client_new`]; `call` from [`alloc`].
#[unsafe(no_mangle)]
pub(crate) unsafe extern "C" fn call_new(client: *const PackageClient, call: *mut u8) -> *mut PackageCall {
    // SAFETY: clients are never dropped; the text is the caller's promise.
    let (client, call) = unsafe { (&*client, text(call)) };
    let (method, argument) = cut(&call, "\n").unwrap_or((&call, ""));
    Box::into_raw(Box::new(client.begin(method, argument)))
}

/// Passes the result of the last step to a call, and returns the next step. After its last step, `done` or `fail`, the call is dropped, and
/// `running` is not valid any more.
///
/// | `kind` | the result | `number` | `data` |
/// |---|---|---|---|
/// | 0 | none: the call starts | | |
/// | 1 | `success` of an API that sends | the HTTP status | the body |
/// | 2 | `fail` of any API | `errno`, or 0 | `errMsg` |
/// | 3 | `success` of another API | | the result, as JSON |
/// | 4 | the wait is over | | |
/// | 5 | a response over the limit, whose body is not copied | | |
///
/// `retry_after` is the number of seconds in a response's `Retry-After`, or negative without the header.
///
/// # Safety
/// `running` came from [`call_new`] and was not dropped; `data` is null or came from [`alloc`].
#[unsafe(no_mangle)]
pub(crate) unsafe extern "C" fn call_step(
    running: *mut PackageCall,
    now: f64,
    kind: u32,
    number: u32,
    retry_after: i32,
    data: *mut u8,
) -> *mut u8 {
    // SAFETY: JavaScript is single-threaded and holds a call once; the text is the caller's promise.
    let (mut running, data) = unsafe { (Box::from_raw(running), text(data)) };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a date is a whole, positive number")]
    let now = Timestamp::from_millis(now as u64);
    let step = match running.step(now, step_result(kind, number, retry_after, data)) {
        Continue(step) => {
            // JavaScript keeps the call for its next step.
            Box::leak(running);
            step
        }
        Break(last) => last,
    };
    give(&step)
}

fn step_result(kind: u32, number: u32, retry_after: i32, data: String) -> StepResult {
    match kind {
        1 => {
            let status = u16::try_from(number).unwrap_or_default();
            StepResult::Response(WxResponse { status, retry_after: u32::try_from(retry_after).ok(), data })
        }
        2 => StepResult::Fail(WxError { err_msg: data, errno: Some(number.into()) }),
        3 => StepResult::Success(data),
        4 => StepResult::Waited,
        5 => StepResult::TooLarge,
        _ => StepResult::Start,
    }
}

/// `wx`'s storage.
#[derive(Debug)]
struct Storage;

impl Storage {
    fn access(access: u32, argument: &str) -> Result<Option<String>, Error> {
        // SAFETY: JavaScript reads the argument before it returns, and returns null or a text in memory of `alloc`.
        let result = unsafe { text(storage(access, argument.as_ptr(), argument.len())) };
        match result.strip_prefix('!') {
            None => Ok((!result.is_empty()).then_some(result)),
            Some(message) => Err(Error::store(WxError::new(message))),
        }
    }
}

impl TokenStore for Storage {
    fn load(&self) -> Result<Option<Token>, Error> {
        Ok(Self::access(0, "")?.map(Token::from))
    }

    fn save(&self, token: &Token) -> Result<(), Error> {
        Self::access(1, token.expose()).map(drop)
    }

    fn remove(&self) -> Result<(), Error> {
        Self::access(2, "").map(drop)
    }
}

fn length_prefix(length: usize) -> [u8; LENGTH_PREFIX] {
    u32::try_from(length).unwrap_or_default().to_le_bytes()
}

/// A text for JavaScript.
fn give(text: &str) -> *mut u8 {
    Box::into_raw([&length_prefix(text.len()), text.as_bytes()].concat().into_boxed_slice()).cast()
}

/// The bytes of a text, after those of its length.
///
/// # Safety
/// `text` came from `alloc` or `give`, and has no other owner.
unsafe fn taken(text: *mut u8) -> Box<[u8]> {
    // SAFETY: the caller's promise; `alloc` and `give` box slices of bytes that begin with their length.
    unsafe {
        let length = LENGTH_PREFIX + u32::from_le_bytes(*text.cast()) as usize;
        Box::from_raw(std::ptr::slice_from_raw_parts_mut(text, length))
    }
}

/// A text from JavaScript, which encodes it as UTF-8. Other bytes are a fault of the package.
///
/// # Safety
/// `text` is null, or as [`taken`] has it.
unsafe fn text(text: *mut u8) -> String {
    if text.is_null() {
        return String::new();
    }
    // SAFETY: the caller's promise.
    let bytes = unsafe { taken(text) };
    str::from_utf8(&bytes[LENGTH_PREFIX..]).unwrap_or_default().to_owned()
}
