//! The relay, and what it needs to know of us.

use std::path::PathBuf;

use super::environment::Environment;
use super::problem::Problem;
use super::secret::Password;
use super::settings::Settings;
use super::transport::{self, Endpoint, Security};

/// The relay of the configuration, and how it is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Relay {
    /// Where it is, if the configuration names one.
    pub(crate) endpoint: Option<Endpoint>,
    /// How to log in there, and nowhere else.
    pub(crate) login: Option<Login>,
    /// Whether the login may cross an unprotected connection; true only on loopback.
    pub(crate) allow_plaintext_auth: bool,
    /// Certificates, in PEM, to trust in place of the system's.
    pub(crate) ca_file: Option<PathBuf>,
    /// The name we give ourselves in EHLO.
    pub(crate) hello_name: Option<String>,
    /// How many connections are opened at once.
    pub(crate) connections: u8,
}

/// A name and its password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Login {
    /// The user name.
    pub(crate) username: String,
    /// The password.
    pub(crate) password: Password,
}

/// Sets the values whose defaults hang on others, so that they are printed as well.
pub(super) fn set_defaults(settings: &mut Settings) {
    if settings.origin("relay.host").is_some() {
        settings.set_default("relay.security", "tls");
        let security = settings.text("relay.security", str::parse::<Security>);
        // A wrong one is reported when it is needed.
        let port = security.ok().flatten().unwrap_or(Security::Tls).usual_port();
        settings.set_default("relay.port", &port.to_string());
        settings.set_default("relay.allow_plaintext_auth", "false");
    }
}

impl Relay {
    pub(super) fn new(settings: &Settings, environment: &Environment) -> Result<Relay, Problem> {
        let endpoint = endpoint(settings)?;
        let allow_plaintext_auth = settings.flag("relay.allow_plaintext_auth");
        let on_loopback = endpoint.as_ref().is_some_and(|endpoint| transport::is_loopback(&endpoint.host));
        if allow_plaintext_auth && !on_loopback {
            return Err(
                settings.refuse("relay.allow_plaintext_auth", "allowed only if `relay.host` is on loopback")
            );
        }
        let login = login(settings, environment)?;
        let is_plain = endpoint.as_ref().is_some_and(|endpoint| endpoint.security == Security::None);
        if login.is_some() && is_plain && !allow_plaintext_auth {
            return Err(settings.refuse(
                "relay.username",
                "a login does not cross a connection without TLS; set `relay.security` to `tls` or `starttls`, or, \
                 for a relay on loopback, `relay.allow_plaintext_auth` to `true`",
            ));
        }
        Ok(Relay {
            endpoint,
            login,
            allow_plaintext_auth,
            ca_file: settings.file("relay.ca_file")?,
            hello_name: settings.text("relay.hello_name", hello_name)?,
            connections: settings.number("relay.connections", 1..=64)?.unwrap_or(8),
        })
    }
}

fn endpoint(settings: &Settings) -> Result<Option<Endpoint>, Problem> {
    let Some(host) = settings.text("relay.host", transport::host)? else {
        let needs_host =
            ["relay.port", "relay.security", "relay.username", "relay.password_file", "relay.password"];
        return match needs_host.iter().find(|path| settings.origin(path).is_some()) {
            Some(path) => Err(settings.refuse(path, "expected `relay.host` beside it")),
            None => Ok(None),
        };
    };
    let security: Security = settings.need("relay.security", str::parse)?;
    if security == Security::None && !transport::is_loopback(&host) {
        return Err(settings
            .expected("relay.security", "`tls` or `starttls`: `none` is for a relay on loopback only"));
    }
    let port = settings.number("relay.port", 1..=u16::MAX)?.unwrap_or(security.usual_port());
    Ok(Some(Endpoint { host, port, security }))
}

fn login(settings: &Settings, environment: &Environment) -> Result<Option<Login>, Problem> {
    let username = settings.text("relay.username", |text| {
        let is_line = !text.is_empty() && !text.contains(char::is_control);
        is_line.then(|| text.to_owned()).ok_or("a user name on a single line")
    })?;
    let file = settings.file("relay.password_file")?;
    let password = environment.password.clone().map(Password::Given).or(file.map(Password::File));
    match (username, password) {
        (Some(username), Some(password)) => Ok(Some(Login { username, password })),
        (Some(_), None) => Err(settings.refuse(
            "relay.username",
            "expected `relay.password_file` beside it, or the variable `PASTDUE_RELAY_PASSWORD`",
        )),
        (None, Some(_)) => {
            let path = if environment.password.is_some() { "relay.password" } else { "relay.password_file" };
            Err(settings.refuse(path, "expected `relay.username` beside it"))
        }
        (None, None) => Ok(None),
    }
}

/// A domain or an address literal (RFC 5321, section 4.1.1.1).
fn hello_name(text: &str) -> Result<String, &'static str> {
    const EXPECTED: &str =
        "the full name of this machine, such as `mailer.example.com`, or its address in brackets";
    let inner = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let is_name = || {
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        text.len() <= 255 && text.split('.').all(|label| !label.is_empty() && label.bytes().all(is_plain))
    };
    let is_valid = match inner {
        Some(literal) => {
            let address = literal.strip_prefix("IPv6:").unwrap_or(literal);
            address
                .parse::<std::net::IpAddr>()
                .is_ok_and(|address| address.is_ipv6() == literal.starts_with("IPv6:"))
        }
        None => is_name(),
    };
    if is_valid { Ok(text.to_owned()) } else { Err(EXPECTED) }
}
