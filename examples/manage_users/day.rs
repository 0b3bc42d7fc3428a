//! The day, from the file to the report.

use std::fs::File;
use std::path::{Path, PathBuf};

use authing_core::Error;
use authing_core::v3::management::ListUsers;
use authing_ureq::ManagementClient;
use indicatif::ProgressBar;

use crate::options::Options;
use crate::report::{Found, Report};
use crate::service::Service;
use crate::{Result, departments, employees, import, roles, sessions};

/// As many of the users that a search finds are shown.
const SHOWN: usize = 10;

pub(crate) fn run(service: &Service, options: &Options, bar: &ProgressBar) -> Result<Report> {
    let client = service.client()?;
    let (employees, mut failures) = employees::read(open(service, options)?)?;
    let mut import = import::import(&client, &employees, bar)?;
    failures.append(&mut import.failures);
    failures.sort_by_key(|failure| failure.line);
    Ok(Report {
        created: import.created,
        updated: import.updated,
        unchanged: import.unchanged,
        departments: departments::arrange(&client, &options.organization, &import.members)?,
        roles: roles::assign(&client, &import.members)?,
        users: client.all(ListUsers::default()).try_fold(0, |count, user| user.map(|_| count + 1))?,
        found: search(&client, &options.search)?,
        searched: options.search.clone(),
        kicked: sessions::kick(service, &client, options, &import.members)?,
        failures,
    })
}

fn open(service: &Service, options: &Options) -> Result<File> {
    let path = match (&options.employees, service) {
        (Some(path), _) => path.clone(),
        (None, Service::Emulated(_)) => sample(),
        (None, Service::Real { .. }) => {
            return Err("name the file with --employees: the service's pool will be changed".into());
        }
    };
    File::open(&path).map_err(|error| format!("cannot read {}: {error}", path.display()).into())
}

/// The sample beside the example.
pub(crate) fn sample() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("manage_users/employees.csv")
}

/// The first users that have the words. The iterator fetches no page that is not needed.
fn search(client: &ManagementClient, words: &str) -> std::result::Result<Vec<Found>, Error> {
    let search = ListUsers { keywords: Some(words.to_owned()), ..ListUsers::default() };
    client.all(search).take(SHOWN).map(|user| user.map(Found::from)).collect()
}
