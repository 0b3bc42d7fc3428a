//! Instructions, counted by valgrind, in this same program: what few calls have is taken from what many have.

use std::env::current_exe;
use std::process::Command;

use crate::own;

/// The argument before a name and a number of calls: the program does nothing but these calls.
pub(crate) const CALL: &str = "--call";

const FEW: u64 = 20;
const MANY: u64 = 220;

/// The instructions of one call; nothing without valgrind.
pub(crate) fn of(name: &str) -> Option<u64> {
    Some((total(name, MANY)? - total(name, FEW)?) / (MANY - FEW))
}

/// The instructions of the whole program, from `Collected : …` among what callgrind says.
fn total(name: &str, calls: u64) -> Option<u64> {
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]);
    let output = valgrind.arg(current_exe().ok()?).args([CALL, name, &calls.to_string()]).output().ok()?;
    let said = String::from_utf8(output.stderr).ok()?;
    said.split_once("Collected : ")?.1.split_whitespace().next()?.parse().ok()
}

/// Makes the calls that valgrind counts.
pub(crate) fn make(name: &str, calls: u64) {
    let mut own = own::all().into_iter().find(|own| own.name == name).unwrap();
    (0..calls).for_each(|_| (own.call)());
}
