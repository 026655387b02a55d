//! Which relay, and how to speak to it.

use std::fmt;
use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;

use url::{Host, Url};

use crate::notice::Address;

/// Which relay, and how to speak to it.
///
/// # Example
///
/// ```
/// use pastdue::transport::{SmtpSettings, Tls};
///
/// let settings = SmtpSettings::from_url("smtps://relay.example.com")?;
/// assert_eq!((settings.port, settings.tls), (465, Tls::Implicit));
/// # Ok::<(), &'static str>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SmtpSettings {
    /// The relay's name or address; its certificate must be for this.
    pub host: String,
    /// The relay's port.
    pub port: u16,
    /// How the line is encrypted.
    pub tls: Tls,
    /// What EHLO says; without it, the address of our end of the line.
    pub hello_name: Option<HelloName>,
    /// With these the relay must offer AUTH; without them AUTH is not used.
    pub credentials: Option<Credentials>,
    /// A PEM file of certificates to trust beside those of the system.
    pub ca_file: Option<PathBuf>,
    /// Authenticates in clear text too, on the loopback interface and nowhere else.
    pub allow_plaintext_auth: bool,
    /// How long to wait for what.
    pub timeouts: Timeouts,
}

impl SmtpSettings {
    /// Settings without credentials, with the defaults for everything else.
    #[must_use]
    pub fn new(host: impl Into<String>, port: u16, tls: Tls) -> SmtpSettings {
        SmtpSettings {
            host: host.into(),
            port,
            tls,
            hello_name: None,
            credentials: None,
            ca_file: None,
            allow_plaintext_auth: false,
            timeouts: Timeouts::default(),
        }
    }

    /// Reads a relay's URL.
    ///
    /// | URL | encryption | default port |
    /// |---|---|---|
    /// | `smtps://HOST` | TLS from the first byte | 465 |
    /// | `smtp://HOST` | STARTTLS, which the relay must offer | 587, for mail that is submitted |
    /// | `smtp://localhost`, or a loopback address | none | 25 |
    ///
    /// # Errors
    ///
    /// What a URL must look like, without the URL: it may hold a password.
    pub fn from_url(url: &str) -> Result<SmtpSettings, &'static str> {
        let url = Url::parse(url).map_err(|_| "a URL such as `smtps://relay.example.com:465`")?;
        if !url.username().is_empty() || url.password().is_some() {
            return Err(
                "a URL without user and password: they belong into the configuration, as `relay.username` and \
                `relay.password_file` (or the variable `PASTDUE_RELAY_PASSWORD`), with `smtp` as the transport",
            );
        }
        if !matches!(url.path(), "" | "/") || url.query().is_some() || url.fragment().is_some() {
            return Err("nothing after the host and the port, as in `smtps://relay.example.com:465`");
        }
        let host = SmtpSettings::parse_host(url.host_str().unwrap_or_default())?;
        let tls = match url.scheme() {
            "smtps" => Tls::Implicit,
            "smtp" if is_loopback(&host) => Tls::None,
            "smtp" => Tls::StartTls,
            _ => return Err("a URL that begins with `smtps://` or `smtp://`"),
        };
        match url.port().unwrap_or(tls.default_port()) {
            0 => Err("a port from 1 to 65535"),
            port => Ok(SmtpSettings::new(host, port, tls)),
        }
    }

    /// Checks the name of a relay or its address, IPv6 with or without brackets, and writes it as
    /// [`SmtpSettings::host`] has it.
    ///
    /// # Errors
    ///
    /// What a host must look like, without `text`.
    pub fn parse_host(text: &str) -> Result<String, &'static str> {
        if let Ok(address) = text.parse::<IpAddr>() {
            return Ok(address.to_string());
        }
        match Host::parse(text) {
            // Percent-encoding would hide what is not ASCII.
            Ok(Host::Domain(host)) if text.is_ascii() && !text.contains('%') => Ok(host),
            Ok(Host::Ipv6(address)) => Ok(address.to_string()),
            _ => Err("a host name in ASCII such as `relay.example.com`, or an IP address"),
        }
    }

    /// Whether the relay is this machine, so that nobody can listen on the way to it.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        is_loopback(&self.host)
    }
}

fn is_loopback(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// How the line to the relay is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tls {
    /// Not at all: for a relay on the same machine.
    None,
    /// By STARTTLS. A relay that does not offer it gets no mail: there is no way back to plain text.
    StartTls,
    /// From the first byte (RFC 8314): the better choice where the relay offers it.
    Implicit,
}

impl Tls {
    /// The port where relays usually speak it: 25, 587 or 465.
    #[must_use]
    pub fn default_port(self) -> u16 {
        match self {
            Tls::None => 25,
            Tls::StartTls => 587,
            Tls::Implicit => 465,
        }
    }
}

/// How long to wait for the relay before the line is given up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeouts {
    /// Resolving the name and opening the connection. 30 seconds.
    pub connect: Duration,
    /// Each command and its reply; the greeting and EHLO together; the TLS handshake. 5 minutes (RFC 5321, section 4.5.3.2).
    pub command: Duration,
    /// Writing the whole body. 3 minutes.
    pub body: Duration,
    /// The reply to the final dot. 10 minutes: giving up earlier makes doubt where there is only delay.
    pub dot: Duration,
}

impl Default for Timeouts {
    fn default() -> Timeouts {
        let minutes = |n: u64| Duration::from_secs(n * 60);
        Timeouts { connect: Duration::from_secs(30), command: minutes(5), body: minutes(3), dot: minutes(10) }
    }
}

/// The name that EHLO gives: a full domain name or an address literal such as `[192.0.2.1]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HelloName(String);

impl HelloName {
    /// Checks `name` and converts it to ASCII.
    ///
    /// # Errors
    ///
    /// What a name must look like.
    pub fn new(name: &str) -> Result<HelloName, &'static str> {
        let address = Address::new(&format!("postmaster@{name}"));
        let address = address
            .map_err(|_| "a full domain such as `mail.example.com`, or an address as `[192.0.2.1]`")?;
        Ok(HelloName(address.domain().to_owned()))
    }

    /// The address literal of RFC 5321, section 4.1.3.
    pub(super) fn of_address(address: IpAddr) -> HelloName {
        match address {
            IpAddr::V4(v4) => HelloName(format!("[{v4}]")),
            IpAddr::V6(v6) => HelloName(format!("[IPv6:{v6}]")),
        }
    }

    /// The name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Who we are to the relay.
#[derive(Clone, PartialEq, Eq)]
pub struct Credentials {
    /// The user, which many relays take to be an address: `Debug` masks it.
    pub user: String,
    /// The password.
    pub password: Secret,
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Credentials(***)")
    }
}

/// A text that is never printed: `Debug` and `Display` give `***`.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Wraps `text`.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Secret {
        Secret(text.into())
    }

    /// The true text.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(***)")
    }
}
