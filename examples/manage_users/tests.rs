//! The day against an emulator, from the options to the printed report.

use std::fmt::Write as _;
use std::io::Write as _;

use clap::Parser as _;
use indicatif::ProgressBar;
use tempfile::NamedTempFile;

use crate::options::Options;
use crate::service::Service;
use crate::{Result, day};

fn options(arguments: &[&str]) -> Result<Options> {
    Ok(Options::try_parse_from([&["manage_users"], arguments].concat())?)
}

/// The printed report, without the lines and the spaces of its tables.
fn report(service: &Service, arguments: &[&str]) -> Result<String> {
    let report = day::run(service, &options(arguments)?, &ProgressBar::hidden())?.to_string();
    let words = |line: &str| line.replace(['│', '┆'], " ").split_whitespace().collect::<Vec<_>>().join(" ") + "\n";
    Ok(report.lines().map(words).collect())
}

/// A file with these rows.
fn file(rows: &str) -> Result<NamedTempFile> {
    let mut file = NamedTempFile::new()?;
    write!(file, "number,name,email,phone,department,roles\n{rows}")?;
    Ok(file)
}

fn path(file: &NamedTempFile) -> Result<&str> {
    Ok(file.path().to_str().ok_or("a path that is not text")?)
}

#[test]
fn report_of_the_sample() -> Result<()> {
    let report = report(&Service::emulated()?, &["--search", "ada"])?;
    for line in [
        "12 0 0 2 12", // created, updated, unchanged, failed, users
        "Engineering 1",
        "Platform 3",
        "Sales 1",
        "admin 1",
        "developer 6",
        "E001 Ada Lovelace ada@example.com",
        "E001 logged in logged out",
        "15 there is no number",
    ] {
        assert!(report.lines().any(|found| found == line), "{line}\n{report}");
    }
    let taken = report.lines().find(|line| line.starts_with("14 E013")).ok_or("no failure of E013")?;
    assert!(taken.contains("the email address is another user's"), "{taken}");
    Ok(())
}

#[test]
fn second_run_creates_nothing() -> Result<()> {
    let service = Service::emulated()?;
    let first = report(&service, &[])?;
    let second = report(&service, &[])?;
    assert_eq!(second, first.replace("12 0 0 2 12", "0 0 12 2 12"));
    Ok(())
}

#[test]
fn changed_row_updates_the_user() -> Result<()> {
    let service = Service::emulated()?;
    for (name, counts) in [("Ada Byron", "1 0 0 0 1"), ("Ada Lovelace", "0 1 0 0 1")] {
        let file = file(&format!("E001,{name},ada@example.com,,Engineering,developer\n"))?;
        let report = report(&service, &["--employees", path(&file)?])?;
        assert!(report.contains(counts) && report.contains(&format!("E001 {name} ada@example.com")), "{report}");
    }
    Ok(())
}

#[test]
fn many_employees_are_imported_in_batches() -> Result<()> {
    let service = Service::emulated()?;
    let rows = (0..120).fold(String::new(), |mut rows, number| {
        // One in the second batch is rejected.
        let email = if number == 60 { "not an address".to_owned() } else { format!("e{number}@example.com") };
        _ = writeln!(rows, "E{number},Name,{email},,Sales,seller");
        rows
    });
    let file = file(&rows)?;
    let report = report(&service, &["--employees", path(&file)?])?;
    for line in ["119 0 0 1 119", "Sales 119", "seller 119"] {
        assert!(report.lines().any(|found| found == line), "{line}\n{report}");
    }
    assert!(report.lines().any(|line| line.starts_with("62 E60 ")), "{report}");
    let emulator = service.emulator().ok_or("no emulator")?;
    let requests = emulator.requests();
    let count = |path: &str| requests.iter().filter(|request| request.path.ends_with(path)).count();
    assert_eq!((count("/create-users-batch"), count("/create-user"), count("/assign-role")), (3, 50, 3));
    Ok(())
}

#[test]
fn malformed_row_fails_alone() -> Result<()> {
    let service = Service::emulated()?;
    let file = file("E001,Ada\nE002,Grace,grace@example.com,,,\nE002,Again,again@example.com,,,\n")?;
    let report = report(&service, &["--employees", path(&file)?])?;
    assert!(report.contains("1 0 0 2 1"), "{report}");
    assert!(report.contains("4 E002 another row has this number"), "{report}");
    Ok(())
}

#[test]
fn wrong_access_key_ends_the_day() -> Result<()> {
    let emulated = Service::emulated()?;
    let emulator = emulated.emulator().ok_or("no emulator")?;
    let (host, key_id) = (Some(emulator.url().to_owned()), emulator.user_pool_id().to_owned());
    let service = Service::Real { host, key_id, key_secret: "wrong".to_owned() };
    let file = file("E001,Ada,ada@example.com,,,\n")?;
    assert!(report(&service, &["--employees", path(&file)?]).is_err());
    assert!(report(&service, &[]).is_err_and(|error| error.to_string().contains("--employees")));
    Ok(())
}

#[test]
fn help_names_the_settings() {
    let help = Options::try_parse_from(["manage_users", "--help"]).map(|_| ()).unwrap_err().to_string();
    for variable in ["AUTHING_HOST", "AUTHING_ACCESS_KEY_ID", "AUTHING_ACCESS_KEY_SECRET"] {
        assert!(help.contains(variable), "{help}");
    }
}
