//! The sessions of an employee.

use authing_emulator::Emulator;
use authing_ureq::ManagementClient;

use crate::Result;
use crate::import::Member;
use crate::options::Options;
use crate::report::Kicked;
use crate::service::{self, Service};

/// Ends the sessions of the employee whom the options name. Against the emulator it is by default the first one, who logs in before.
pub(crate) fn kick(
    service: &Service,
    client: &ManagementClient,
    options: &Options,
    members: &[Member<'_>],
) -> Result<Option<Kicked>> {
    let member = match &options.kick {
        Some(number) => members.iter().find(|member| member.employee.number == *number),
        None if service.emulator().is_some() => members.iter().find(|member| member.employee.email.is_some()),
        None => return Ok(None),
    };
    let Some(member) = member else { return Err("the file has no employee whose sessions could be ended".into()) };
    if let (Some(emulator), Some(email)) = (service.emulator(), &member.employee.email) {
        service::log_in(emulator, email)?;
    }
    let app = options.app.as_deref().or(service.emulator().map(Emulator::app_id));
    let app = app.ok_or("name the application with --app")?;
    let is_active = || client.check_session_status(&member.user, app).map(|status| status.active);
    let before = is_active()?;
    client.kick_users(&member.user, [app])?;
    Ok(Some(Kicked { number: member.employee.number.clone(), before, after: is_active()? }))
}
