//! The command line.

use std::path::PathBuf;

use clap::Parser;

/// The daily work of a back end: imports employees, departments and roles, searches, ends sessions, and reports.
#[derive(Parser)]
#[command(name = "manage_users", after_help = SETTINGS)]
pub(crate) struct Options {
    /// The CSV file: number, name, email, phone, department (`Sales/Asia`), roles (`admin;editor`). Against the emulator, by default
    /// the sample beside the example
    #[arg(long, value_name = "FILE")]
    pub(crate) employees: Option<PathBuf>,
    /// The code of the organisation that has the departments. It is created if there is none
    #[arg(long, value_name = "CODE", default_value = "acme")]
    pub(crate) organization: String,
    /// The words to search for, in names, email addresses and phone numbers
    #[arg(long, value_name = "WORDS", default_value = "example.com")]
    pub(crate) search: String,
    /// The number of an employee whose sessions end. Against the emulator, by default the first, who is logged in before
    #[arg(long, value_name = "NUMBER", requires = "app")]
    pub(crate) kick: Option<String>,
    /// The id of the application whose sessions end
    #[arg(long, value_name = "APP_ID")]
    pub(crate) app: Option<String>,
}

const SETTINGS: &str = "\
Without these variables, the example starts an emulator:
  AUTHING_ACCESS_KEY_ID      the access key: the id of the user pool, or of a collaborator's key
  AUTHING_ACCESS_KEY_SECRET  its secret
  AUTHING_HOST               the URL of the service, if it is not the public one";
