//! A running call: its steps and their results, in JSON.

use std::ops::ControlFlow::{self, Break, Continue};
use std::sync::Arc;

use authing_core::flow::{Event, Flow, POLLED_AFTER_COMPLETION, Retry, Step};
use authing_core::host::{HostCall, HostResponse};
use authing_core::wire::{RawObject, text};
use authing_core::{Context, Error, Timestamp, TransportError, TransportErrorKind};

use super::arguments::detail;
use super::client::PackageClient;
use super::methods::{self, BoxFlow};
use super::write;
use crate::convert;
use crate::wx::{WxError, WxResponse};

/// A running call of a method.
pub struct PackageCall {
    context: Arc<Context>,
    flow: Result<Retry<BoxFlow>, Option<Error>>,
    /// The host's function that the last step calls, if it calls one.
    host_call: Option<HostCall>,
}

/// The result of the last step.
pub enum StepResult {
    /// No step yet: the call starts.
    Start,
    /// `success` of `wx.request` or `wx.uploadFile`.
    Response(WxResponse),
    /// `success` of another function of `wx`, as JSON.
    Success(String),
    /// `fail`.
    Fail(WxError),
    /// `success` of `wx.request` or `wx.uploadFile`, with more than [`PackageClient::body_limit`](super::PackageClient::body_limit):
    /// JavaScript does not copy it.
    TooLarge,
    /// The wait is over.
    Waited,
}

impl PackageClient {
    /// Starts a method, by its name, with the JSON of its argument.
    pub fn begin(&self, method: &str, argument: &str) -> PackageCall {
        PackageCall::new(&self.visitor, methods::flow(self, method, argument))
    }
}

impl PackageCall {
    pub(super) fn new(context: &Arc<Context>, flow: Result<BoxFlow, Error>) -> Self {
        let flow = flow.map(|flow| Retry::new(context, flow)).map_err(Some);
        Self { context: Arc::clone(context), flow, host_call: None }
    }

    /// Takes the result of the last step, and returns the next step as JSON. `Break` is the call's last: `done` or `fail`.
    pub fn step(&mut self, now: Timestamp, result: StepResult) -> ControlFlow<String, String> {
        self.advance(now, result).unwrap_or_else(|error| Break(write::fail(&error)))
    }

    fn advance(&mut self, now: Timestamp, result: StepResult) -> Result<ControlFlow<String, String>, Error> {
        let settings = self.context.config().http();
        let flow = match &mut self.flow {
            Ok(flow) => flow,
            Err(error) => return Err(error.take().unwrap_or(POLLED_AFTER_COMPLETION)),
        };
        if let Some(event) = event(result, self.host_call.take(), &self.context) {
            flow.handle(now, event)?;
        }
        loop {
            match flow.poll(now)? {
                Break(json) => return Ok(Break(write::done(&json))),
                Continue(Step::Send(request)) => match write::send(&request, settings) {
                    Ok(step) => return Ok(Continue(step)),
                    Err(transport_error) => flow.handle(now, Event::Response(Err(transport_error)))?,
                },
                Continue(Step::CallHost(call)) => {
                    self.host_call = Some(call);
                    return Ok(Continue(write::call_host(call, settings)));
                }
                Continue(Step::Wait(time)) => return Ok(Continue(write::wait(time))),
                Continue(Step::Notify(never)) => match never {},
            }
        }
    }
}

/// Converts the result of a step to the core's event.
fn event(result: StepResult, host_call: Option<HostCall>, context: &Context) -> Option<Event> {
    Some(match (result, host_call) {
        (StepResult::Start, _) => return None,
        (StepResult::Waited, _) => Event::Waited,
        (StepResult::Response(response), _) => {
            Event::Response(convert::from_wx_response(response, context.config().http()))
        }
        (StepResult::TooLarge, _) => Event::Response(Err(TransportError::new(TransportErrorKind::BodyTooLarge))),
        (StepResult::Fail(fail), None) => Event::Response(Err(convert::transport_error(fail))),
        (StepResult::Fail(_), Some(HostCall::CheckSession)) => Event::HostResponse(Ok(HostResponse::Bool(false))),
        (StepResult::Fail(fail), Some(call)) => Event::HostResponse(Err(convert::host_error(call, fail))),
        (StepResult::Success(json), Some(call)) => Event::HostResponse(host_response(call, &json)),
        (StepResult::Success(_), None) => Event::Notified,
    })
}

/// Converts the result of `success` to the core's response.
fn host_response(call: HostCall, json: &str) -> Result<HostResponse, Error> {
    let result = RawObject::read(json).unwrap_or_default();
    let response = match call {
        HostCall::Login => {
            result.text("code").filter(|code| !code.is_empty()).map(|code| HostResponse::Code(code.into()))
        }
        HostCall::CheckSession => Some(HostResponse::Bool(true)),
        HostCall::GetSetting => {
            let settings = result.json("authSetting").and_then(|settings| RawObject::read(settings).ok());
            Some(HostResponse::Bool(settings.is_some_and(|settings| settings.json("scope.userInfo") == Some("true"))))
        }
        HostCall::GetUserInfo => Some(HostResponse::EventDetail(detail(&result))),
        HostCall::ChooseImage => {
            let paths = result.list("tempFilePaths").unwrap_or_default();
            paths.first().and_then(|path| text(path)).map(HostResponse::ImagePath)
        }
        _ => None,
    };
    response.ok_or_else(|| convert::missing_result(call))
}

impl std::fmt::Debug for PackageCall {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PackageCall").field("host_call", &self.host_call).finish_non_exhaustive()
    }
}
