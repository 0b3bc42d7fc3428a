//! The employees of a CSV file.

use std::collections::HashSet;
use std::io::Read;

use authing_core::Phone;
use csv::{ReaderBuilder, StringRecord, Trim};
use serde::Deserialize;

use crate::report::Failure;

/// A row of the file.
#[derive(Clone, Deserialize)]
pub(crate) struct Employee {
    /// The line of the file.
    #[serde(skip)]
    pub(crate) line: u64,
    /// The employee's number, which is the user's `externalId`.
    pub(crate) number: String,
    pub(crate) name: String,
    pub(crate) email: Option<String>,
    pub(crate) phone: Option<Phone>,
    /// The names of the departments from the top, with `/` between them.
    department: String,
    /// The codes of the roles, with `;` between them.
    roles: String,
}

impl Employee {
    /// The names of the departments, from the top: the last one is the employee's.
    pub(crate) fn departments(&self) -> impl Iterator<Item = &str> {
        names(&self.department, '/')
    }

    /// The codes of the roles.
    pub(crate) fn roles(&self) -> impl Iterator<Item = &str> {
        names(&self.roles, ';')
    }

    pub(crate) fn failure(&self, reason: impl Into<String>) -> Failure {
        Failure { line: self.line, number: self.number.clone(), reason: reason.into() }
    }
}

fn names(text: &str, separator: char) -> impl Iterator<Item = &str> {
    text.split(separator).map(str::trim).filter(|name| !name.is_empty())
}

/// Reads the employees. A row that cannot be read is a failure; the others are read nevertheless.
pub(crate) fn read(file: impl Read) -> csv::Result<(Vec<Employee>, Vec<Failure>)> {
    let mut reader = ReaderBuilder::new().trim(Trim::All).from_reader(file);
    let headers = reader.headers()?.clone();
    let (mut employees, mut failures, mut numbers) = (Vec::new(), Vec::new(), HashSet::new());
    for record in reader.records() {
        match record.and_then(|record| employee(&record, &headers)) {
            Ok(employee) if employee.number.is_empty() => failures.push(employee.failure("there is no number")),
            Ok(employee) if !numbers.insert(employee.number.clone()) => {
                failures.push(employee.failure("another row has this number"));
            }
            Ok(employee) => employees.push(employee),
            Err(error) if error.is_io_error() => return Err(error),
            Err(error) => failures.push(unreadable(&error)),
        }
    }
    Ok((employees, failures))
}

fn employee(record: &StringRecord, headers: &StringRecord) -> csv::Result<Employee> {
    let employee: Employee = record.deserialize(Some(headers))?;
    Ok(Employee { line: record.position().map_or(0, csv::Position::line), ..employee })
}

fn unreadable(error: &csv::Error) -> Failure {
    Failure { line: error.position().map_or(0, csv::Position::line), number: String::new(), reason: error.to_string() }
}
