//! Certificates for the scripted relay: good ones, and each kind of bad one.

use std::sync::{Arc, LazyLock};

use pastdue::transport::Tls;
use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, date_time_ymd};
use tempfile::NamedTempFile;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::PrivatePkcs8KeyDer;

use crate::transport::relay::Script;

/// An authority that signs what it is asked to.
pub(crate) struct Authority {
    issuer: Issuer<'static, KeyPair>,
    file: NamedTempFile,
}

static AUTHORITY: LazyLock<Authority> = LazyLock::new(|| Authority::new("shared"));

impl Authority {
    pub(crate) fn new(name: &str) -> Authority {
        let key = KeyPair::generate().unwrap();
        let mut params = CertificateParams::default();
        params.distinguished_name.push(DnType::CommonName, name);
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let file = NamedTempFile::new().unwrap();
        std::fs::write(&file, params.self_signed(&key).unwrap().pem()).unwrap();
        Authority { issuer: Issuer::new(params, key), file }
    }

    /// The one that tests share.
    pub(crate) fn shared() -> &'static Authority {
        &AUTHORITY
    }

    /// The file to trust it by.
    pub(crate) fn file(&self) -> std::path::PathBuf {
        self.file.path().to_owned()
    }

    /// A certificate for `name`, which ends with `last_year`.
    pub(crate) fn acceptor(&self, name: &str, last_year: i32) -> TlsAcceptor {
        let key = KeyPair::generate().unwrap();
        let mut params = CertificateParams::new([name.to_owned()]).unwrap();
        params.not_before = date_time_ymd(2000, 1, 1);
        params.not_after = date_time_ymd(last_year, 12, 31);
        let certificate = params.signed_by(&key, &self.issuer).unwrap();
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(
                vec![certificate.der().clone()],
                PrivatePkcs8KeyDer::from(key.serialize_der()).into(),
            );
        TlsAcceptor::from(Arc::new(config.unwrap()))
    }
}

impl Script {
    /// The relay speaks TLS, with a certificate for its address by the shared authority.
    pub(crate) fn with_tls(self, tls: Tls) -> Script {
        self.with_acceptor(tls, Authority::shared().acceptor("127.0.0.1", 2999))
    }
}
