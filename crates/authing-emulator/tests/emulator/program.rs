//! The program: its options and its output.
use std::io::{BufRead as _, BufReader, Read as _};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use authing_emulator::defaults;
use serde_json::Value;

fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_authing-emulator"))
}

/// A program that listens, and where.
struct Running {
    child: Child,
    url: String,
}

impl Running {
    fn start(options: &[&str]) -> Self {
        let anywhere: &[&str] = if options.contains(&"--listen") { &[] } else { &["--listen", "127.0.0.1:0"] };
        let mut child = program()
            .args(anywhere)
            .args(options)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut first = String::new();
        // Byte by byte, so that what follows stays in the pipe.
        let stdout = child.stdout.as_mut().expect("piped");
        BufReader::with_capacity(1, stdout).read_line(&mut first).expect("a line");
        let url = first.trim_end().strip_prefix("listening on ").expect("the first line says where").to_owned();
        Self { child, url }
    }

    /// Everything on stdout after the first line, once it has ended.
    fn stdout(mut self) -> String {
        send("INT", &self.child);
        let mut stdout = String::new();
        self.child.stdout.take().expect("piped").read_to_string(&mut stdout).expect("text");
        stdout
    }

    fn get(&self, path: &str) -> u16 {
        let request = ureq::get(format!("{}{path}", self.url));
        request.config().http_status_as_error(false).build().call().expect("a response").status().as_u16()
    }

    fn about(&self) -> Value {
        ureq::get(format!("{}/_emulator", self.url)).call().expect("an answer").body_mut().read_json().expect("JSON")
    }

    /// Sends a signal and waits; the exit code and what stood on stderr.
    fn end(mut self, signal: &str) -> (Option<i32>, String) {
        send(signal, &self.child);
        let mut stderr = String::new();
        self.child.stderr.take().expect("piped").read_to_string(&mut stderr).expect("text");
        (self.child.wait().expect("it ends").code(), stderr)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It has ended, unless a test failed.
        let _ = self.child.kill();
    }
}

fn send(signal: &str, child: &Child) {
    let status = Command::new("sh").args(["-c", &format!("kill -{signal} {}", child.id())]).status();
    assert!(status.expect("a shell").success());
}

fn refused(options: &[&str]) -> String {
    let Output { status, stderr, .. } = program().args(options).output().expect("it runs");
    assert!(!status.success(), "{options:?}");
    String::from_utf8(stderr).expect("text")
}

fn example() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/emulator.toml").display().to_string()
}

#[test]
fn first_line_is_the_url_and_ctrl_c_ends() {
    for signal in ["INT", "TERM"] {
        let running = Running::start(&[]);
        assert!(running.url.starts_with("http://127.0.0.1:") && !running.url.ends_with(":0"), "{}", running.url);
        assert_eq!(running.about()["userPoolId"], "5e05bbf2d51b3761d5c71070");
        assert_eq!(running.end(signal), (Some(0), String::new()));
    }
}

#[test]
fn the_command_line_wins_over_the_file() {
    let about = Running::start(&["--config", &example(), "--secret", "mine"]).about();
    assert_eq!((&about["secret"], &about["users"]), (&"mine".into(), &2.into()));
}

#[test]
fn exported_state_is_imported_by_the_next_start() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("state.json").display().to_string();
    assert_eq!(Running::start(&["--config", &example(), "--export", &path]).end("INT"), (Some(0), String::new()));
    assert_eq!(Running::start(&["--import", &path]).about()["users"], 2);
}

#[test]
fn configuration_mistakes_are_named_and_end_the_program() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("emulator.toml");
    std::fs::write(&path, "[pool]\nsecert = \"hunter2\"\n").expect("a file");
    let path = path.display().to_string();
    let unknown = refused(&["--config", &path]);
    assert!(unknown.starts_with(&format!("authing-emulator: {path}:2:1: unknown field `secert`")), "{unknown}");
    assert!(!unknown.contains("hunter2"), "{unknown}");
    assert!(refused(&["--config", "/nowhere.toml"]).contains("cannot read /nowhere.toml"));
    assert!(refused(&["--import", &path, "--listen", "127.0.0.1:0"]).contains("line 1, column"));
    assert!(refused(&["--token-lifetime", "0"]).contains("--token-lifetime"));
    assert!(refused(&["--ldap-account", "nobody"]).contains("NAME:PASSWORD"));
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("an address").to_string();
    assert!(refused(&["--listen", &address]).contains(&format!("cannot listen on {address}")));
}

#[test]
fn closed_stdout_does_not_end_the_program() {
    let port = TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address");
    let run = format!("exec {} --listen {port} >&-", env!("CARGO_BIN_EXE_authing-emulator"));
    let mut child = Command::new("sh").args(["-c", &run]).stderr(Stdio::piped()).spawn().expect("it starts");
    let url = format!("http://{port}/system/status");
    while ureq::get(&url).call().is_err() {
        assert!(child.try_wait().expect("a child").is_none(), "it ended");
        std::thread::yield_now();
    }
    send("INT", &child);
    let mut stderr = String::new();
    child.stderr.take().expect("piped").read_to_string(&mut stderr).expect("text");
    assert_eq!((child.wait().expect("it ends").code(), stderr), (Some(0), String::new()));
}

#[test]
fn closed_reader_does_not_end_the_program() {
    let mut running = Running::start(&[]);
    drop(running.child.stdout.take());
    running.about();
    assert_eq!(running.end("INT").0, Some(0));
}

#[test]
fn help_shows_the_defaults() {
    let help = program().arg("--help").output().expect("it runs").stdout;
    let help = String::from_utf8(help).expect("text");
    for default in [
        defaults::LISTEN,
        defaults::USER_POOL_ID,
        defaults::SECRET,
        defaults::WECHAT_APP_ID,
        defaults::WECHAT_APP_SECRET,
        "1296000",
    ] {
        assert!(help.contains(&format!("[default: {default}")), "{default}: {help}");
    }
}

#[test]
fn foreign_hosts_are_rejected_and_open_addresses_warned_of() {
    let running = Running::start(&["--allow-host", "ours.test"]);
    let status = |host: &str| {
        let request = ureq::get(format!("{}/", running.url)).header("host", host);
        request.config().http_status_as_error(false).build().call().expect("an answer").status()
    };
    assert_eq!((status("evil.example").as_u16(), status("ours.test").as_u16()), (403, 200));
    let open = Running::start(&["--listen", "0.0.0.0:0"]);
    assert!(open.end("INT").1.starts_with("WARNING: listening on 0.0.0.0:"));
}

#[test]
fn an_export_that_cannot_be_written_is_found_at_the_start() {
    let missing = refused(&["--export", "/nowhere/at/all/state.json", "--listen", "0"]);
    assert!(missing.contains("cannot write the state to /nowhere/at/all/state.json"), "{missing}");
    let folder = tempfile::tempdir().expect("a folder").path().display().to_string();
    std::fs::create_dir(&folder).expect("a folder");
    assert!(refused(&["--export", &folder, "--listen", "0"]).contains("cannot write the state"));
}

#[test]
fn listen_takes_localhost_and_a_bare_port() {
    for address in ["localhost:0", "0", "127.0.0.1:0"] {
        let running = Running::start(&["--listen", address]);
        assert!(running.url.starts_with("http://127.0.0.1:") && !running.url.ends_with(":0"), "{}", running.url);
    }
    assert!(refused(&["--listen", "somewhere:80"]).contains("localhost:PORT"));
}

#[test]
fn each_request_is_a_line_unless_quiet() {
    let running = Running::start(&[]);
    assert_eq!((running.get("/system/status"), running.get("/nowhere?a=secret")), (200, 404));
    let stdout = running.stdout();
    let lines: Vec<&str> = stdout.lines().filter(|line| line.contains(" GET /")).collect();
    assert_eq!(lines.len(), 2, "{stdout}");
    assert!(lines[0].contains(" GET /system/status 200 ") && lines[0].ends_with(" ms"), "{stdout}");
    assert!(lines[1].contains(" GET /nowhere?a=… 404 ") && !stdout.contains("a=secret"), "{stdout}");

    let quiet = Running::start(&["--quiet"]);
    assert_eq!(quiet.get("/system/status"), 200);
    let stdout = quiet.stdout();
    assert!(stdout.contains("user pool id") && !stdout.contains("GET /"), "{stdout}");
}

#[test]
fn slow_reader_does_not_stop_the_program() {
    let running = Running::start(&[]);
    for _ in 0..3000 {
        assert_eq!(running.get("/system/status"), 200);
    }
    assert_eq!(running.end("INT"), (Some(0), String::new()));
}

#[test]
fn export_lines_can_be_pasted_into_a_shell() {
    let running = Running::start(&["--secret", "it's $HOME", "--quiet"]);
    let (url, about) = (running.url.clone(), running.about());
    let stdout = running.stdout();
    let lines = &stdout[stdout.find("export AUTHING_HOST=").expect("export lines")..];
    let print =
        "printf '%s|%s|%s|%s' \"$AUTHING_HOST\" \"$AUTHING_USER_POOL_ID\" \"$AUTHING_SECRET\" \"$AUTHING_PUBLIC_KEY\"";
    let pasted = Command::new("sh").args(["-c", &format!("{lines}\n{print}")]).output().expect("a shell");
    let key = about["publicKey"].as_str().expect("a key").trim_end();
    let expected = format!("{url}|5e05bbf2d51b3761d5c71070|it's $HOME|{key}");
    assert_eq!(String::from_utf8(pasted.stdout).expect("text"), expected);
}

#[test]
fn a_key_file_keeps_the_key_over_restarts() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("key.pem");
    let file = path.display().to_string();
    let key = || Running::start(&["--key-file", &file]).about()["publicKey"].clone();
    let first = key();
    assert_eq!(key(), first);
    assert_eq!(path.metadata().expect("a file").permissions().mode() & 0o777, 0o600);
    assert_ne!(Running::start(&[]).about()["publicKey"], first);
    std::fs::write(&path, "no key").expect("a file");
    let broken = refused(&["--key-file", &file, "--listen", "0"]);
    assert!(broken.contains("not an RSA private key") && !broken.contains("no key"), "{broken}");
    assert!(refused(&["--key-file", "/nowhere/key.pem", "--listen", "0"]).contains("/nowhere/key.pem"));
}

#[test]
fn application_options_belong_to_the_application_before_them() {
    let (first, second) = ("http://127.0.0.1:1/cb", "http://127.0.0.1:2/cb");
    let options = [
        "--app",
        "shop:s:1",
        "--redirect-uri",
        first,
        "--redirect-uri",
        second,
        "--id-token-alg",
        "HS256",
        "--app",
        "phone",
        "--redirect-uri",
        second,
        "--post-logout-redirect-uri",
        first,
    ];
    let apps = Running::start(&options).about()["apps"].clone();
    assert_eq!((&apps[0]["id"], &apps[0]["secret"]), (&"shop".into(), &"s:1".into()));
    assert_eq!(apps[0]["redirectUris"], serde_json::json!([first, second]));
    assert_eq!(apps[0]["idTokenSignedResponseAlg"], "HS256");
    assert_eq!((&apps[1]["id"], &apps[1]["secret"]), (&"phone".into(), &Value::Null));
    assert_eq!(apps[1]["postLogoutRedirectUris"], serde_json::json!([first]));
    assert_eq!(apps.as_array().map(Vec::len), Some(2));
}

#[test]
fn redirect_uri_alone_is_the_default_applications() {
    let uri = "https://app.example/cb";
    let about = Running::start(&["--redirect-uri", uri]).about();
    assert_eq!(about["apps"][0]["id"], defaults::APP_ID);
    assert_eq!(about["apps"][0]["redirectUris"], serde_json::json!([uri]));
    let before = Running::start(&["--redirect-uri", uri, "--app", "shop:s"]).about();
    assert_eq!(
        before["apps"][0]["redirectUris"],
        serde_json::json!([uri]),
        "in any order, if there is one application"
    );
}

#[test]
fn application_without_redirect_uris_has_those_of_the_default_one() {
    let apps =
        Running::start(&["--app", "shop:s", "--app", "phone", "--redirect-uri", "https://app.example/cb"]).about();
    assert_eq!(apps["apps"][0]["redirectUris"], serde_json::json!(defaults::APP_REDIRECT_URIS));
    assert_eq!(apps["apps"][1]["redirectUris"], serde_json::json!(["https://app.example/cb"]));
}

#[test]
fn application_that_cannot_work_is_rejected() {
    assert!(refused(&["--app", "shop:s", "--redirect-uri", "/callback"]).contains("application shop"));
    assert!(refused(&["--app", "shop", "--id-token-alg", "HS256"]).contains("HS256 needs"));
}

#[test]
fn configuration_file_registers_applications() {
    let apps = Running::start(&["--config", &example()]).about()["apps"].clone();
    assert_eq!((&apps[0]["name"], apps.as_array().map(Vec::len)), (&"My shop".into(), Some(1)));
}
