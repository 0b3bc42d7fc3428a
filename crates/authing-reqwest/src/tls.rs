//! The TLS library, by the cargo features. `native-tls` has precedence.

use authing_core::TransportError;
#[cfg(all(feature = "rustls", not(feature = "native-tls")))]
use authing_core::TransportErrorKind;
use reqwest::ClientBuilder;

#[cfg(feature = "native-tls")]
#[expect(clippy::unnecessary_wraps, reason = "rustls may fail")]
pub(crate) fn with_tls(builder: ClientBuilder) -> Result<ClientBuilder, TransportError> {
    Ok(builder.tls_backend_native())
}

/// rustls with the same cryptographic library and certificates as in ureq. reqwest's default needs another library and installed
/// certificates.
#[cfg(all(feature = "rustls", not(feature = "native-tls")))]
pub(crate) fn with_tls(builder: ClientBuilder) -> Result<ClientBuilder, TransportError> {
    let provider = std::sync::Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .and_then(with_roots)
        .map_err(|error| TransportError::new(TransportErrorKind::Other).with_source(error))?
        .with_no_client_auth();
    Ok(builder.tls_backend_preconfigured(config))
}

#[cfg(not(any(feature = "rustls", feature = "native-tls")))]
#[expect(clippy::unnecessary_wraps, reason = "rustls may fail")]
pub(crate) fn with_tls(builder: ClientBuilder) -> Result<ClientBuilder, TransportError> {
    Ok(builder)
}

/// The settings before and after the certificate authorities are chosen.
#[cfg(all(feature = "rustls", not(feature = "native-tls")))]
type WithoutRoots = rustls::ConfigBuilder<rustls::ClientConfig, rustls::WantsVerifier>;
#[cfg(all(feature = "rustls", not(feature = "native-tls")))]
type WithRoots = rustls::ConfigBuilder<rustls::ClientConfig, rustls::client::WantsClientCert>;

#[cfg(all(feature = "rustls", not(any(feature = "native-tls", feature = "platform-roots"))))]
#[expect(clippy::unnecessary_wraps, reason = "the platform's roots may be missing")]
fn with_roots(builder: WithoutRoots) -> Result<WithRoots, rustls::Error> {
    let roots = rustls::RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    Ok(builder.with_root_certificates(roots))
}

#[cfg(all(feature = "platform-roots", not(feature = "native-tls")))]
fn with_roots(builder: WithoutRoots) -> Result<WithRoots, rustls::Error> {
    use rustls_platform_verifier::BuilderVerifierExt as _;
    builder.with_platform_verifier()
}
