//! How mails leave, as an argument or a configuration names it.

use std::fmt;
use std::net::IpAddr;
use std::path::PathBuf;
use std::str::FromStr;

use url::Host;

/// How mails leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Transport {
    /// `maildir:DIR`: into a folder, for looking at them.
    Maildir(PathBuf),
    /// `smtp`: through the relay of the configuration.
    Relay,
    /// `smtp://HOST:PORT` or `smtps://HOST:PORT`: through a relay that asks for no login.
    Smtp(Endpoint),
}

/// A relay's address, and how it is spoken to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Endpoint {
    /// A host name in lower case or an IP address, IPv6 without its brackets.
    pub(crate) host: String,
    /// The port.
    pub(crate) port: u16,
    /// How the connection is protected.
    pub(crate) security: Security,
}

/// How a connection is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Security {
    /// TLS from the first byte.
    Tls,
    /// TLS after STARTTLS; without it nothing is sent.
    StartTls,
    /// None: only on loopback.
    None,
}

impl Security {
    /// The port that is usual for it.
    #[must_use]
    pub(crate) fn usual_port(self) -> u16 {
        match self {
            Security::Tls => 465,
            Security::StartTls => 587,
            Security::None => 25,
        }
    }
}

impl FromStr for Security {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Security, &'static str> {
        match text {
            "tls" => Ok(Security::Tls),
            "starttls" => Ok(Security::StartTls),
            "none" => Ok(Security::None),
            _ => Err("`tls`, `starttls` or `none`"),
        }
    }
}

impl FromStr for Transport {
    type Err = &'static str;

    /// What is expected never repeats `text`: it may hold a password.
    fn from_str(text: &str) -> Result<Transport, &'static str> {
        if text == "smtp" {
            return Ok(Transport::Relay);
        }
        if let Some(dir) = text.strip_prefix("maildir:") {
            return if dir.is_empty() {
                Err("a folder after `maildir:`")
            } else {
                Ok(Transport::Maildir(dir.into()))
            };
        }
        let (is_tls, authority) = match (text.strip_prefix("smtp://"), text.strip_prefix("smtps://")) {
            (Some(authority), _) => (false, authority),
            (_, Some(authority)) => (true, authority),
            _ => return Err("`maildir:DIR`, `smtp`, `smtp://HOST:PORT` or `smtps://HOST:PORT`"),
        };
        if authority.contains('@') {
            return Err(
                "a URL without user name and password: they belong into `[relay]` of the configuration, as \
                        `username` and `password_file` (or the variable `PASTDUE_RELAY_PASSWORD`), with `smtp` as transport",
            );
        }
        let authority = authority.strip_suffix('/').unwrap_or(authority);
        let (host, port) = authority.rsplit_once(':').ok_or("a port, as in `smtp://HOST:PORT`")?;
        let port = port
            .parse()
            .ok()
            .filter(|&port| port > 0)
            .ok_or("a port from 1 to 65535, as in `smtp://HOST:PORT`")?;
        let host = self::host(host)?;
        let security = match is_tls {
            true => Security::Tls,
            false if is_loopback(&host) => Security::None,
            false => Security::StartTls,
        };
        Ok(Transport::Smtp(Endpoint { host, port, security }))
    }
}

impl fmt::Display for Transport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Transport::Maildir(dir) => write!(f, "maildir:{}", dir.display()),
            Transport::Relay => f.write_str("smtp"),
            Transport::Smtp(endpoint) => endpoint.fmt(f),
        }
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = if self.security == Security::Tls { "smtps" } else { "smtp" };
        if self.host.contains(':') {
            write!(f, "{scheme}://[{}]:{}", self.host, self.port)
        } else {
            write!(f, "{scheme}://{}:{}", self.host, self.port)
        }
    }
}

/// Checks the name of a host, or an IP address with or without brackets.
pub(super) fn host(text: &str) -> Result<String, &'static str> {
    if let Ok(address) = text.parse::<IpAddr>() {
        return Ok(address.to_string());
    }
    match Host::parse(text) {
        Ok(Host::Domain(host)) if text.is_ascii() => Ok(host),
        Ok(Host::Ipv6(address)) => Ok(address.to_string()),
        _ => Err("a host name such as `relay.example.com` or an IP address"),
    }
}

/// Whether `host` is this machine, so that nobody can listen on the way to it.
pub(super) fn is_loopback(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let found = match text.parse::<Transport>() {
            Ok(Transport::Smtp(endpoint)) => format!("{endpoint} {:?}", endpoint.security),
            Ok(transport) => transport.to_string(),
            Err(expected) => expected.to_owned(),
        };
        assert!(found.starts_with(expected), "{text}: {found}");
    }

    #[test]
    fn a_transport_is_a_folder_or_a_relay() {
        check("maildir:out/mail", "maildir:out/mail");
        check("smtp", "smtp");
        check("smtps://relay.example.com:465", "smtps://relay.example.com:465 Tls");
        check("smtp://Relay.example.com:587/", "smtp://relay.example.com:587 StartTls");
        check("smtp://localhost:1025", "smtp://localhost:1025 None");
        check("smtp://127.0.0.1:25", "smtp://127.0.0.1:25 None");
        check("smtp://[::1]:25", "smtp://[::1]:25 None");
        check("smtp://10.0.0.1:25", "smtp://10.0.0.1:25 StartTls");
    }

    #[test]
    fn what_is_expected_never_repeats_a_password() {
        check("smtp://me:hunter2@relay.example.com:587", "a URL without user name and password");
        for text in [
            "SMTP://me:hunter2@x:1",
            "hunter2",
            "smtp:me:hunter2@x",
            "smtp://x:hunter2",
            "smtp://hunter2/x:1",
        ] {
            let expected = text.parse::<Transport>().expect_err("refused");
            assert!(!expected.contains("hunter2"), "{text}: {expected}");
        }
        check("maildir:", "a folder");
        check("smtp://relay.example.com", "a port");
        check("smtp://relay.example.com:0", "a port");
        check("smtp://relay.example.com:25?tls=no", "a port");
        check("smtp://:25", "a host name");
    }
}
