//! A call on its way: what becomes of each step, in JavaScript's terms.

use std::sync::Arc;

use authing_core::flow::{Event, Flow, Retry, Step};
use authing_core::host::{HostAnswer, HostCall};
use authing_core::wire::Object;
use authing_core::{Context, Error, Fault, FaultKind, Timestamp};

use super::arguments::detail;
use super::methods::AnyFlow;
use super::write;
use crate::translate::{self, Sending};
use crate::wx::{WxFail, WxResponse};

/// A call on its way.
pub struct Running {
    context: Arc<Context>,
    flow: Result<Retry<AnyFlow>, Option<Error>>,
    asked: Option<HostCall>,
}

/// What became of the last step.
pub enum Outcome {
    /// Nothing yet: the call begins.
    Begun,
    /// `success` of `wx.request` or `wx.uploadFile`.
    Answered(WxResponse),
    /// `success` of another ability, as JSON.
    Told(String),
    /// `fail`.
    Failed(WxFail),
    /// `success` of `wx.request` or `wx.uploadFile`, with more than [`Client::body_limit`](super::Client::body_limit): JavaScript
    /// does not copy it.
    TooLarge,
    /// The time has passed.
    Waited,
}

impl Running {
    pub(super) fn new(context: &Arc<Context>, flow: Result<AnyFlow, Error>) -> Self {
        let flow = flow.map(|flow| Retry::new(context, flow)).map_err(Some);
        Self { context: Arc::clone(context), flow, asked: None }
    }

    /// Takes what became of the last step, and gives the next, as JSON.
    pub fn step(&mut self, now: Timestamp, outcome: Outcome) -> String {
        self.advance(now, outcome).unwrap_or_else(|error| write::fail(&error))
    }

    fn advance(&mut self, now: Timestamp, outcome: Outcome) -> Result<String, Error> {
        let config = self.context.config();
        let flow = match &mut self.flow {
            Ok(flow) => flow,
            Err(error) => return Err(error.take().unwrap_or(Error::Driver("stepped after its end"))),
        };
        if let Some(event) = event(outcome, self.asked.take(), &self.context) {
            flow.handle(now, event)?;
        }
        loop {
            match flow.poll(now)? {
                Step::Send(request) => match translate::sending(request, config) {
                    Ok(Sending::Request(options)) => return Ok(write::request(&options)),
                    Ok(Sending::Upload(options)) => return Ok(write::upload(&options)),
                    Err(fault) => flow.handle(now, Event::Answered(Err(fault)))?,
                },
                Step::Ask(call) => {
                    self.asked = Some(call);
                    return Ok(write::ask(call, config));
                }
                Step::Wait(time) => return Ok(write::wait(time)),
                Step::Tell(never) => match never {},
                Step::Done(json) => return Ok(write::done(&json)),
            }
        }
    }
}

/// What became of a step, in the core's terms.
fn event(outcome: Outcome, asked: Option<HostCall>, context: &Context) -> Option<Event> {
    Some(match (outcome, asked) {
        (Outcome::Begun, _) => return None,
        (Outcome::Waited, _) => Event::Waited,
        (Outcome::Answered(answer), _) => Event::Answered(translate::response(answer, context.config())),
        (Outcome::TooLarge, _) => Event::Answered(Err(Fault::new(FaultKind::TooLarge))),
        (Outcome::Failed(fail), None) => Event::Answered(Err(translate::fault(fail))),
        (Outcome::Failed(_), Some(HostCall::CheckSession)) => Event::Host(Ok(HostAnswer::Flag(false))),
        (Outcome::Failed(fail), Some(call)) => Event::Host(Err(translate::host_error(call, fail))),
        (Outcome::Told(json), Some(call)) => Event::Host(host_answer(call, &json)),
        (Outcome::Told(_), None) => Event::Told,
    })
}

/// The answer in what `success` of an ability was given.
fn host_answer(call: HostCall, json: &str) -> Result<HostAnswer, Error> {
    let missing = || translate::incomplete(call);
    let told = Object::read(json).unwrap_or_default();
    match call {
        HostCall::Login => {
            let code = told.text("code").filter(|code| !code.is_empty());
            code.map(|code| HostAnswer::Code(code.into())).ok_or_else(missing)
        }
        HostCall::CheckSession => Ok(HostAnswer::Flag(true)),
        HostCall::UserInfoAllowed => {
            let settings = told.json("authSetting").and_then(|settings| Object::read(settings).ok());
            Ok(HostAnswer::Flag(settings.is_some_and(|settings| settings.json("scope.userInfo") == Some("true"))))
        }
        HostCall::UserInfo => Ok(HostAnswer::Detail(detail(&told))),
        HostCall::ChooseImage => {
            let paths = told.list("tempFilePaths").unwrap_or_default();
            let path = paths.first().and_then(|path| serde_json::from_str(path).ok());
            path.map(HostAnswer::ImagePath).ok_or_else(missing)
        }
        _ => Err(missing()),
    }
}

impl std::fmt::Debug for Running {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Running").field("asked", &self.asked).finish_non_exhaustive()
    }
}
