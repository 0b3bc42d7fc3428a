//! Employees become users: new ones are created, known ones are updated.

use std::collections::HashMap;

use authing_core::v3::management::{MAX_BATCH, NewUser, UserChange};
use authing_core::v3::types::{User, UserIdType, UserIdentifiers};
use authing_core::{Error, UserId};
use authing_ureq::ManagementClient;
use indicatif::ProgressBar;

use crate::employees::Employee;
use crate::report::Failure;

/// An employee, and the user that the employee is.
pub(crate) struct Member<'a> {
    pub(crate) employee: &'a Employee,
    pub(crate) user: UserId,
}

/// The result of an import.
#[derive(Default)]
pub(crate) struct Import<'a> {
    pub(crate) members: Vec<Member<'a>>,
    pub(crate) created: usize,
    pub(crate) updated: usize,
    pub(crate) unchanged: usize,
    pub(crate) failures: Vec<Failure>,
}

/// Imports the employees, as many at a time as a request carries. An employee whom the service rejects is a failure, and the others
/// are imported. An error that every request would get, such as that of a wrong access key, ends the import.
pub(crate) fn import<'a>(
    client: &ManagementClient,
    employees: &'a [Employee],
    bar: &ProgressBar,
) -> Result<Import<'a>, Error> {
    bar.set_length(employees.len() as u64);
    let mut import = Import::default();
    for some in employees.chunks(MAX_BATCH) {
        let mut known = known(client, some)?;
        let mut new = Vec::new();
        for employee in some {
            match known.remove(&employee.number) {
                Some(user) => {
                    import.update(client, employee, user)?;
                    bar.inc(1);
                }
                None => new.push(employee),
            }
        }
        import.create(client, &new)?;
        bar.inc(new.len() as u64);
    }
    bar.finish_and_clear();
    Ok(import)
}

/// The employees who are users already, by number.
fn known<'a>(
    client: &ManagementClient,
    employees: impl IntoIterator<Item = &'a Employee>,
) -> Result<HashMap<String, User>, Error> {
    let numbers = employees.into_iter().map(|employee| employee.number.as_str());
    let users = client.user_batch(UserIdentifiers::new(UserIdType::ExternalId, numbers))?;
    Ok(by_number(users))
}

fn by_number(users: Vec<User>) -> HashMap<String, User> {
    users.into_iter().filter_map(|user| Some((user.external_id.clone()?, user))).collect()
}

impl<'a> Import<'a> {
    /// Creates users in one request. If the service rejects it, one of them is at fault: then each has a request of its own.
    fn create(&mut self, client: &ManagementClient, new: &[&'a Employee]) -> Result<(), Error> {
        if new.is_empty() {
            return Ok(());
        }
        let mut created = match client.create_users_batch(new.iter().map(|employee| new_user(employee))) {
            Ok(users) => by_number(users),
            // The service may have created some of the users before it came to the one that it rejects.
            Err(error) if is_of_one_row(&error) => known(client, new.iter().copied())?,
            Err(error) => return Err(error),
        };
        for &employee in new {
            let user = match created.remove(&employee.number) {
                Some(user) => Ok(user),
                None => client.create_user(new_user(employee)),
            };
            if let Some(user) = self.member(employee, user)? {
                self.created += 1;
                self.members.push(user);
            }
        }
        Ok(())
    }

    fn update(&mut self, client: &ManagementClient, employee: &'a Employee, user: User) -> Result<(), Error> {
        let change = UserChange {
            name: Some(employee.name.clone()).filter(|name| user.name.as_ref() != Some(name)),
            email: employee.email.clone().filter(|email| user.email.as_ref() != Some(email)),
            phone: employee.phone.clone().filter(|phone| user.phone.as_ref() != Some(phone)),
            ..UserChange::default()
        };
        if change.name.is_none() && change.email.is_none() && change.phone.is_none() {
            self.unchanged += 1;
            self.members.push(Member { employee, user: user.user_id });
        } else if let Some(member) = self.member(employee, client.update_user(&user.user_id, change))? {
            self.updated += 1;
            self.members.push(member);
        }
        Ok(())
    }

    /// The member, or `None` and a failure.
    fn member(&mut self, employee: &'a Employee, user: Result<User, Error>) -> Result<Option<Member<'a>>, Error> {
        match user {
            Ok(user) => Ok(Some(Member { employee, user: user.user_id })),
            Err(error) if is_of_one_row(&error) => {
                self.failures.push(employee.failure(error.to_string()));
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }
}

fn new_user(employee: &Employee) -> NewUser {
    NewUser {
        external_id: Some(employee.number.clone()),
        name: Some(employee.name.clone()),
        email: employee.email.clone(),
        phone: employee.phone.clone(),
        ..NewUser::default()
    }
}

/// Whether the user is rejected, rather than the administrator or the connection.
fn is_of_one_row(error: &Error) -> bool {
    matches!(error, Error::Service(_) | Error::InvalidArgument(_)) && !error.needs_login() && !error.is_retryable()
}
