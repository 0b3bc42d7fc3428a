//! Names are looked up when a connection is made, and not for a request on a connection that is open.
//!
//! ureq calls its resolver before it looks for an open connection, and on a thread of its own if a timeout is set. So the agent's
//! resolver returns a placeholder, and the connector looks the name up.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Instant;

use ureq::Error;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{ConnectionDetails, Connector, DefaultConnector, NextTimeout};

use crate::bounded::Bounded;
use crate::countdown::less;
use crate::few_syscalls::FewSyscalls;

/// The placeholder, which is the address of no server: its port is 0.
const PLACEHOLDER: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::UNSPECIFIED), 0);

/// The agent's resolver, which returns the placeholder.
#[derive(Debug)]
pub(crate) struct ResolveLater;

impl Resolver for ResolveLater {
    fn resolve(&self, _: &Uri, _: &Config, _: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        let mut addresses = self.empty();
        addresses.push(PLACEHOLDER);
        Ok(addresses)
    }
}

/// The agent's connector: it looks names up, the proxy's too, and leaves the rest to ureq's own.
#[derive(Debug)]
pub(crate) struct ResolveAndConnect<R = DefaultResolver> {
    resolver: R,
    connector: DefaultConnector,
    body_limit: usize,
}

impl<R: Resolver> ResolveAndConnect<R> {
    pub(crate) fn new(resolver: R, body_limit: usize) -> Self {
        Self { resolver, connector: DefaultConnector::default(), body_limit }
    }

    /// The addresses to connect to. Those of a proxy, which a connector has looked up, stay.
    fn addresses(&self, details: &ConnectionDetails<'_>) -> Result<ResolvedSocketAddrs, Error> {
        match &details.addrs[..] {
            [PLACEHOLDER] => self.resolver.resolve(details.uri, details.config, details.timeout),
            _ => Ok(details.addrs.clone()),
        }
    }
}

impl<R: Resolver> Connector for ResolveAndConnect<R> {
    type Out = Bounded;

    fn connect(&self, details: &ConnectionDetails<'_>, _: Option<()>) -> Result<Option<Bounded>, Error> {
        let started = Instant::now();
        let addrs = self.addresses(details)?;
        let details = ConnectionDetails {
            uri: details.uri,
            addrs,
            resolver: &self.resolver,
            config: details.config,
            request_level: details.request_level,
            now: (details.current_time)(),
            timeout: less(details.timeout, started.elapsed())?,
            current_time: details.current_time.clone(),
            run_connector: details.run_connector.clone(),
            register_shutdown: details.register_shutdown.clone(),
        };
        Ok(self
            .connector
            .connect(&details, None)?
            .map(|inner| Bounded::new(Box::new(FewSyscalls::new(inner)), self.body_limit)))
    }
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead as _, BufReader, Write as _};
    use std::net::{Ipv4Addr, TcpListener, TcpStream};
    use std::sync::{Arc, Mutex};
    use std::thread;
    use std::time::Duration;

    use ureq::{Agent, Proxy, Timeout};

    use super::*;

    const LONG: Duration = Duration::from_secs(30);

    /// A resolver with one IP address for every name, which keeps the names that it was called with.
    #[derive(Clone, Debug)]
    struct Book {
        address: SocketAddr,
        asked: Arc<Mutex<Vec<(String, NextTimeout)>>>,
    }

    impl Book {
        fn new(address: SocketAddr) -> Self {
            Self { address, asked: Arc::default() }
        }

        fn names(&self) -> Vec<String> {
            self.asked.lock().unwrap().iter().map(|(name, _)| name.clone()).collect()
        }
    }

    impl Resolver for Book {
        fn resolve(&self, uri: &Uri, _: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
            self.asked.lock().unwrap().push((uri.host().unwrap().to_owned(), timeout));
            let mut addresses = self.empty();
            addresses.push(self.address);
            Ok(addresses)
        }
    }

    /// A server, or a proxy in front of one: each request gets an empty response, on connections that stay open.
    fn serve() -> SocketAddr {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = listener.local_addr().unwrap();
        thread::spawn(move || {
            for stream in listener.incoming() {
                thread::spawn(move || answer(&stream.unwrap()));
            }
        });
        address
    }

    fn answer(mut stream: &TcpStream) {
        let mut is_connect = false;
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            is_connect |= line.starts_with("CONNECT ");
            if line.is_empty() {
                let length = if is_connect { "" } else { "content-length: 0\r\n" };
                write!(stream, "HTTP/1.1 200 OK\r\n{length}\r\n").unwrap();
                is_connect = false;
            }
        }
    }

    fn agent(book: &Book, proxy: Option<&str>) -> Agent {
        let config = Agent::config_builder()
            .proxy(proxy.map(|url| Proxy::new(url).unwrap()))
            .timeout_connect(Some(LONG))
            .timeout_global(Some(2 * LONG))
            .build();
        Agent::with_parts(config, ResolveAndConnect::new(book.clone(), 1024), ResolveLater)
    }

    fn call(agent: &Agent, url: &str) {
        agent.get(url).call().unwrap().body_mut().read_to_vec().unwrap();
    }

    #[test]
    fn a_name_is_looked_up_once_for_a_connection() {
        let book = Book::new(serve());
        let agent = agent(&book, None);
        (0..3).for_each(|_| call(&agent, "http://users.example"));
        assert_eq!(book.names(), ["users.example"]);
        call(&agent, "http://other.example");
        assert_eq!(book.names(), ["users.example", "other.example"]);
    }

    #[test]
    fn the_proxys_name_is_looked_up_and_the_servers_is_not() {
        let book = Book::new(serve());
        let agent = agent(&book, Some("http://proxy.example:3128"));
        (0..3).for_each(|_| call(&agent, "http://users.example"));
        assert_eq!(book.names(), ["proxy.example"]);
    }

    #[test]
    fn proxy_with_resolve_target_gets_an_ip_address() {
        let book = Book::new(serve());
        let proxy = Proxy::builder(ureq::ProxyProtocol::Http).host("proxy.example").port(3128);
        let proxy = proxy.resolve_target(true).build().unwrap();
        let config = Agent::config_builder().proxy(Some(proxy)).build();
        let agent = Agent::with_parts(config, ResolveAndConnect::new(book.clone(), 1024), ResolveLater);
        call(&agent, "http://users.example");
        assert_eq!(book.names(), ["users.example", "proxy.example"]);
    }

    #[test]
    fn looking_up_is_a_part_of_connecting() {
        let book = Book::new(serve());
        call(&agent(&book, None), "http://users.example");
        let asked = book.asked.lock().unwrap();
        let [(_, timeout)] = &asked[..] else { panic!("{asked:?}") };
        assert_eq!(timeout.reason, Timeout::Connect);
        assert!(*timeout.after <= LONG, "{timeout:?}");
    }
}
