//! A browser without scripts: it keeps cookies and follows no redirect by itself.

use std::collections::BTreeMap;

use super::{Provider, encoded};

pub(super) struct Browser<'a> {
    provider: &'a Provider,
    pub(super) cookies: BTreeMap<String, String>,
    pub(super) language: &'static str,
}

pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) location: Option<String>,
    pub(super) headers: ureq::http::HeaderMap,
    pub(super) body: String,
}

impl<'a> Browser<'a> {
    pub(super) fn new(provider: &'a Provider) -> Self {
        Self { provider, cookies: BTreeMap::new(), language: "en" }
    }

    /// A new one for each request: where another package of the build enables ureq's cookies, an agent would add those that it keeps to
    /// the browser's.
    fn agent() -> ureq::Agent {
        ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build().into()
    }

    pub(super) fn get(&mut self, url: &str) -> Reply {
        let request = Self::agent().get(self.absolute(url));
        let request = request.header("cookie", self.cookie_header()).header("accept-language", self.language);
        let response = request.call().expect("a response");
        self.read(response)
    }

    pub(super) fn post(&mut self, url: &str, form: &[(&str, &str)]) -> Reply {
        let request = Self::agent().post(self.absolute(url));
        let request = request.header("cookie", self.cookie_header()).header("accept-language", self.language);
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        let response = request.send(encoded(form)).expect("a response");
        self.read(response)
    }

    /// Opens an authorization URL that leads to the login page: the page's address, and the page.
    pub(super) fn open_login(&mut self, given: &[(&str, &str)]) -> (String, Reply) {
        let url = self.provider.authorization_url(given);
        let page = self.get(&url).location.expect("a redirect to the login page");
        let reply = self.get(&page);
        assert_eq!(reply.status, 200, "{}", reply.body);
        (page, reply)
    }

    /// Sends the form of a page in, with its token.
    pub(super) fn submit(&mut self, page: &str, shown: &Reply, fields: &[(&str, &str)]) -> Reply {
        let csrf = shown.input("csrf").expect("a token in the form");
        let form: Vec<_> = [("csrf", csrf.as_str())].into_iter().chain(fields.iter().copied()).collect();
        self.post(page, &form)
    }

    /// Logs the user in with a password, from the authorization URL to what comes after the form.
    pub(super) fn log_in(&mut self, given: &[(&str, &str)]) -> Reply {
        let (page, shown) = self.open_login(given);
        self.submit(&page, &shown, &password_form("a@b.com", "pw123456"))
    }

    fn absolute(&self, url: &str) -> String {
        if url.starts_with('/') { format!("{}{url}", self.provider.client.emulator.url()) } else { url.to_owned() }
    }

    fn cookie_header(&self) -> String {
        self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    fn read(&mut self, mut response: ureq::http::Response<ureq::Body>) -> Reply {
        for cookie in response.headers().get_all("set-cookie") {
            let cookie = cookie.to_str().expect("text");
            assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
            let (name, value) = cookie.split(';').next().and_then(|pair| pair.split_once('=')).expect("a pair");
            self.cookies.insert(name.into(), value.into());
        }
        let location = response.headers().get("location").map(|to| to.to_str().expect("text").to_owned());
        let body = response.body_mut().read_to_string().expect("text");
        Reply { status: response.status().as_u16(), location, headers: response.headers().clone(), body }
    }
}

impl Reply {
    /// The value of an input by its name.
    pub(super) fn input(&self, name: &str) -> Option<String> {
        let (_, rest) = self.body.split_once(&format!("name=\"{name}\" value=\""))?;
        rest.split_once('"').map(|(value, _)| value.to_owned())
    }

    pub(super) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("text"))
    }

    /// A page that says what is wrong, without a redirect.
    pub(super) fn is_error_page(&self) -> bool {
        self.status == 400 && self.location.is_none() && self.header("content-type").starts_with("text/html")
    }
}

pub(super) fn password_form<'a>(account: &'a str, password: &'a str) -> [(&'a str, &'a str); 3] {
    [("action", "password"), ("account", account), ("password", password)]
}
