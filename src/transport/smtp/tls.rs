//! TLS: whom to trust, and what to tell an operator when it fails.

use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName};
use tokio_rustls::rustls::{self, CertificateError, ClientConfig, RootCertStore, crypto::ring};

use crate::transport::smtp::outcome::{Silence, silence};
use crate::transport::{DeliveryError, FailureKind, Phase};

/// Loads the certificates of the system and of `ca_file`.
///
/// # Errors
///
/// `ca_file` cannot be read, or there is no certificate to trust at all.
pub(super) fn connector(ca_file: Option<&Path>) -> Result<TlsConnector, DeliveryError> {
    let roots =
        roots(rustls_native_certs::load_native_certs().certs, ca_file).map_err(|problem| fault(&problem))?;
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("ring offers TLS 1.2 and 1.3")
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(TlsConnector::from(Arc::new(config)))
}

fn roots(system: Vec<CertificateDer<'static>>, ca_file: Option<&Path>) -> Result<RootCertStore, String> {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(system);
    if let Some(path) = ca_file {
        let shown = path.display();
        let unusable = |err: &dyn std::fmt::Display| format!("the CA file `{shown}` cannot be used ({err})");
        let certificates = CertificateDer::pem_file_iter(path).map_err(|err| unusable(&err))?;
        let certificates: Vec<_> = certificates.collect::<Result<_, _>>().map_err(|err| unusable(&err))?;
        if certificates.is_empty() {
            return Err(unusable(&"it holds no certificate in PEM form"));
        }
        for certificate in certificates {
            roots.add(certificate).map_err(|err| unusable(&err))?;
        }
    }
    if roots.is_empty() {
        return Err(
            "this system trusts no certificate at all: install its CA certificates or set `relay.ca_file`"
                .to_owned(),
        );
    }
    Ok(roots)
}

/// Encrypts `stream`, and checks that the certificate is for `host`.
///
/// # Errors
///
/// The handshake failed or took longer than `limit`; the message tells an operator what to do.
pub(super) async fn handshake(
    stream: TcpStream,
    host: &str,
    connector: &TlsConnector,
    limit: Duration,
) -> Result<TlsStream<TcpStream>, DeliveryError> {
    let name = ServerName::try_from(host.to_owned())
        .map_err(|_| fault(&format!("`{host}` is no name that a certificate can be for")))?;
    match timeout(limit, connector.connect(name, stream)).await {
        Ok(Ok(stream)) => Ok(stream),
        Ok(Err(err)) => Err(fault(&explain(host, &err))),
        Err(_) => Err(silence(Phase::Tls, &Silence::Late(limit))),
    }
}

pub(super) fn fault(problem: &str) -> DeliveryError {
    DeliveryError::new(FailureKind::Relay, Phase::Tls, problem)
}

fn explain(host: &str, err: &io::Error) -> String {
    let Some(tls_err) = err.get_ref().and_then(|err| err.downcast_ref::<rustls::Error>()) else {
        return format!("TLS with `{host}` broke (`{err}`)");
    };
    match tls_err {
        rustls::Error::InvalidCertificate(err) => {
            format!("the certificate of `{host}` is not accepted: {}", explain_certificate(err))
        }
        rustls::Error::InvalidMessage(_) => format!(
            "`{host}` does not speak TLS here: where a relay wants STARTTLS, its URL begins with `smtp://`"
        ),
        _ => format!("TLS with `{host}` failed (`{tls_err}`)"),
    }
}

fn explain_certificate(err: &CertificateError) -> String {
    match err {
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
            "it has expired, so the relay needs a new one".to_owned()
        }
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            "it is not valid yet, unless the clock of this machine is wrong".to_owned()
        }
        CertificateError::UnknownIssuer => "its issuer is unknown here; if it is one of your own, \
            put the issuer's certificate into the file that `relay.ca_file` names"
            .to_owned(),
        CertificateError::NotValidForName => "it is for another name".to_owned(),
        CertificateError::NotValidForNameContext { presented, .. } => {
            let is_quote = |char| matches!(char, '"' | '(' | ')');
            let names: Vec<&str> = presented.iter().filter_map(|name| name.split(is_quote).nth(2)).collect();
            format!(
                "it is for another name (`{}`), by which the relay should be configured",
                names.join("`, `")
            )
        }
        err => format!("`{err}`"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pem: &str, expected: &str) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("ca.pem");
        std::fs::write(&path, pem).expect("writable");
        let problem = roots(Vec::new(), Some(&path)).expect_err(pem);
        assert!(problem.contains(expected), "{problem}");
    }

    #[test]
    fn a_ca_file_that_holds_no_certificate_is_an_error() {
        check("", "it holds no certificate in PEM form");
        check("-----BEGIN CERTIFICATE-----\n!\n-----END CERTIFICATE-----\n", "cannot be used");
        check("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "cannot be used");
        assert!(roots(Vec::new(), Some(Path::new("/nowhere/ca.pem"))).is_err());
    }

    #[test]
    fn a_system_without_any_certificate_is_an_error_that_says_what_to_do() {
        let problem = roots(Vec::new(), None).expect_err("no root");
        assert!(problem.contains("relay.ca_file"), "{problem}");
    }
}
