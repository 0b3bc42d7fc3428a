//! What the program prints at its start.

use std::io;

use authing_emulator::Emulator;

/// Writes the URL, alone on its line; then the settings for a client; then the same as variables for a shell.
pub(crate) fn write(out: &mut impl io::Write, emulator: &Emulator) -> io::Result<()> {
    let url = emulator.url();
    writeln!(out, "listening on {url}")?;
    writeln!(out)?;
    writeln!(out, "host          {url}")?;
    writeln!(out, "graphql       {url}/graphql")?;
    writeln!(out, "page          {url}/")?;
    writeln!(out, "user pool id  {}", emulator.user_pool_id())?;
    writeln!(out, "secret        {}", emulator.secret())?;
    writeln!(out, "AppId         {}", emulator.wechat_app_id())?;
    writeln!(out, "issuer        {}", emulator.issuer())?;
    writeln!(out, "app id        {}", emulator.app_id())?;
    writeln!(out, "app secret    {}", emulator.app_secret())?;
    writeln!(out, "password key")?;
    write!(out, "{}", emulator.public_key_pem())?;
    writeln!(out)?;
    for (name, value) in variables(emulator) {
        writeln!(out, "export {name}={}", quoted(value))?;
    }
    writeln!(out)?;
    out.flush()
}

/// The variables that the examples read.
fn variables(emulator: &Emulator) -> [(&'static str, &str); 4] {
    [
        ("AUTHING_HOST", emulator.url()),
        ("AUTHING_USER_POOL_ID", emulator.user_pool_id()),
        ("AUTHING_SECRET", emulator.secret()),
        ("AUTHING_PUBLIC_KEY", emulator.public_key_pem().trim_end()),
    ]
}

/// One word of a POSIX shell, with any value (XCU, section 2.2.2).
fn quoted(value: &str) -> String {
    format!("'{}'", value.replace('\'', r"'\''"))
}
