//! The transport over ureq.

use std::io::Read as _;
use std::time::{Duration, SystemTime};

use authing_core::transport::Transport;
use authing_core::{
    Body, Connect, HttpSettings, Randomness, Request, Response, Seed, Timestamp, TransportError, TransportErrorKind,
};
use http::header::{HeaderValue, USER_AGENT};
use ureq::Agent;
use ureq::config::{AutoHeaderValue, ConfigBuilder};
use ureq::typestate::AgentScope;
use ureq::unversioned::resolver::DefaultResolver;

use crate::connect::{ResolveAndConnect, ResolveLater};
use crate::error::transport_error;

/// The longest timeout, 136 years. ureq adds a timeout to an `Instant`, and the addition panics if the sum is out of range.
const LONGEST: Duration = Duration::from_secs(1 << 32);

/// The transport over ureq, for a program that creates the [`authing_core::Client`] itself or has its own driver.
#[derive(Clone, Debug)]
pub struct UreqTransport {
    agent: Agent,
    user_agent: Option<HeaderValue>,
    body_limit: usize,
}

impl UreqTransport {
    /// A transport with the configuration's timeouts, body limit and user agent.
    pub fn new(settings: &impl AsRef<HttpSettings>) -> Self {
        Self::new_with(settings, |agent| agent)
    }

    /// The same, with further settings of ureq, such as certificate authorities, a client certificate or a proxy.
    /// The configuration's timeouts and the handling of redirects and statuses are set after `build`, which cannot change them.
    pub fn new_with(
        settings: &impl AsRef<HttpSettings>,
        build: impl FnOnce(ConfigBuilder<AgentScope>) -> ConfigBuilder<AgentScope>,
    ) -> Self {
        let settings = settings.as_ref();
        // The features of another crate of the program may have enabled compression.
        let agent = with_tls(Agent::config_builder()).accept_encoding(AutoHeaderValue::None);
        let agent = build(agent)
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_connect(Some(settings.connect_timeout().min(LONGEST)))
            .timeout_global(Some(settings.timeout().min(LONGEST)))
            // The connection has a limit of its own, for which interim responses do not count.
            .max_response_header_size(usize::MAX)
            .build();
        let connector = ResolveAndConnect::new(DefaultResolver::default(), settings.body_limit());
        let agent = Agent::with_parts(agent, connector, ResolveLater);
        // The settings have checked it.
        let user_agent = HeaderValue::from_str(settings.user_agent()).ok();
        Self { agent, user_agent, body_limit: settings.body_limit() }
    }

    fn read(&self, body: &mut ureq::Body) -> Result<Vec<u8>, TransportError> {
        let limit = u64::try_from(self.body_limit).unwrap_or(u64::MAX);
        if body.content_length().is_some_and(|length| length > limit) {
            return Err(TransportError::new(TransportErrorKind::BodyTooLarge));
        }
        let mut bytes = Vec::new();
        // One byte more than allowed, to tell a body at the limit from one over it.
        let mut reader = body.as_reader().take(limit.saturating_add(1));
        reader.read_to_end(&mut bytes).map_err(|error| transport_error(error.into()))?;
        if bytes.len() > self.body_limit {
            return Err(TransportError::new(TransportErrorKind::BodyTooLarge));
        }
        Ok(bytes)
    }
}

/// The transport needs the settings alone. The randomness is the operating system's.
impl Connect for UreqTransport {
    fn connect(settings: &HttpSettings) -> Result<Self, TransportError> {
        Ok(Self::new(settings))
    }

    fn randomness() -> Randomness {
        Randomness::from_fn(|| Seed::try_from_fn(getrandom::fill))
    }
}

impl Transport for UreqTransport {
    fn send(&self, request: Request) -> Result<Response, TransportError> {
        let (mut parts, body) = http::Request::<Body>::try_from(request)?.into_parts();
        if let Some(user_agent) = &self.user_agent {
            parts.headers.entry(USER_AGENT).or_insert_with(|| user_agent.clone());
        }
        let response = match body.into_bytes()? {
            None => self.agent.run(http::Request::from_parts(parts, ())),
            Some(bytes) => self.agent.run(http::Request::from_parts(parts, &bytes[..])),
        };
        let (parts, mut body) = response.map_err(transport_error)?.into_parts();
        Ok(http::Response::from_parts(parts, self.read(&mut body)?).into())
    }

    fn sleep(&self, time: Duration) {
        std::thread::sleep(time);
    }

    fn now(&self) -> Timestamp {
        SystemTime::now().into()
    }
}

/// ureq's default is rustls, if it is compiled in, with the roots that are compiled in.
#[cfg(not(any(feature = "native-tls", feature = "platform-roots")))]
fn with_tls(builder: ConfigBuilder<AgentScope>) -> ConfigBuilder<AgentScope> {
    builder
}

#[cfg(any(feature = "native-tls", feature = "platform-roots"))]
fn with_tls(builder: ConfigBuilder<AgentScope>) -> ConfigBuilder<AgentScope> {
    use ureq::tls::{RootCerts, TlsConfig, TlsProvider};
    let provider = if cfg!(feature = "native-tls") { TlsProvider::NativeTls } else { TlsProvider::Rustls };
    let tls = TlsConfig::builder().provider(provider).root_certs(RootCerts::PlatformVerifier);
    builder.tls_config(tls.build())
}
