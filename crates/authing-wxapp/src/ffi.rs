//! The exports and imports of the WebAssembly module: the only pointers between the module and JavaScript.
//!
//! A text is passed in one way: its length (four bytes, little endian) and the text after it. JavaScript writes one to memory of [`alloc`],
//! which the module then owns; a null pointer is an empty text. JavaScript frees one that it has read with [`dealloc`]. Clients and calls
//! are pointers that JavaScript keeps as numbers.
#![expect(unsafe_code, reason = "a WebAssembly module talks to its host in pointers")]

use authing_core::wire::{cut, digits};
use authing_core::{Error, Timestamp, Token, TokenStore};
use lol_alloc::{AssumeSingleThreaded, FreeListAllocator};

use crate::package::{PackageCall, PackageClient, StepResult, done, fail};
use crate::wx::{WxError, WxResponse};

#[link(wasm_import_module = "wx")]
unsafe extern "C" {
    /// The token in storage. `what`: 0 reads, 1 writes `text`, 2 removes. Returns a text of [`alloc`]: the token that was read, `!` and the
    /// error, or nothing.
    fn storage(what: u32, text: *const u8, length: usize) -> *mut u8;
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

/// Gives a client 32 random bytes. Returns whether there were as many.
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

/// Passes the result of the last step to a call, and returns the next step. After `done` and `fail` the call is dropped. `what`: 0 the
/// call begins, 1 a response with its status and the seconds of its `Retry-After` (or less than 0), 2 `fail` with its `errno` (or 0),
/// 3 another API's `success`, 4 waited, 5 a response over the client's limit, which is not copied.
///
/// # Safety
/// `running` came from [`call_new`] and was not dropped; `told` is null or came from [`alloc`].
#[unsafe(no_mangle)]
pub(crate) unsafe extern "C" fn call_step(
    running: *mut PackageCall,
    now: f64,
    what: u32,
    number: u32,
    retry_after: i32,
    told: *mut u8,
) -> *mut u8 {
    // SAFETY: JavaScript is single-threaded and holds a call once; the text is the caller's promise.
    let (mut running, told) = unsafe { (Box::from_raw(running), text(told)) };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a date is a whole, positive number")]
    let now = Timestamp::from_millis(now as u64);
    let step = running.step(now, outcome(what, number, retry_after, told));
    if !is_last(&step) {
        Box::leak(running);
    }
    give(&step)
}

/// Whether a step is the last of its call: [`done`] or [`fail`].
fn is_last(step: &str) -> bool {
    step.starts_with(r#"["done""#) || step.starts_with(r#"["fail""#)
}

fn outcome(what: u32, number: u32, retry_after: i32, told: String) -> StepResult {
    match what {
        1 => {
            let status = u16::try_from(number).unwrap_or_default();
            StepResult::Response(WxResponse { status, retry_after: u32::try_from(retry_after).ok(), data: told })
        }
        2 => StepResult::Fail(WxError { err_msg: told, errno: Some(number.into()) }),
        3 => StepResult::Success(told),
        4 => StepResult::Waited,
        5 => StepResult::TooLarge,
        _ => StepResult::Start,
    }
}

/// `wx`'s storage.
#[derive(Debug)]
struct Storage;

impl Storage {
    fn ask(what: u32, argument: &str) -> Result<Option<String>, Error> {
        // SAFETY: the host reads the argument before it returns, and gives a text that it took with `alloc`.
        let answer = unsafe { text(storage(what, argument.as_ptr(), argument.len())) };
        match answer.strip_prefix('!') {
            None => Ok((!answer.is_empty()).then_some(answer)),
            Some(wrong) => Err(Error::store(WxError::new(wrong))),
        }
    }
}

impl TokenStore for Storage {
    fn load(&self) -> Result<Option<Token>, Error> {
        Ok(Self::ask(0, "")?.map(Token::from))
    }

    fn save(&self, token: &Token) -> Result<(), Error> {
        Self::ask(1, token.expose()).map(drop)
    }

    fn remove(&self) -> Result<(), Error> {
        Self::ask(2, "").map(drop)
    }
}

fn length_prefix(length: usize) -> [u8; LENGTH_PREFIX] {
    u32::try_from(length).unwrap_or_default().to_le_bytes()
}

/// A text for JavaScript.
fn give(text: &str) -> *mut u8 {
    Box::into_raw([&length_prefix(text.len()), text.as_bytes()].concat().into_boxed_slice()).cast()
}

/// A text with its length before it.
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
