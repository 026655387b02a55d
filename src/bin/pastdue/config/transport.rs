//! How mails leave, as an argument or a configuration names it.

use std::path::PathBuf;
use std::str::FromStr;

use anyhow::Context as _;
use pastdue::transport::SmtpSettings;

use super::problem::Problem;
use super::settings::Origin;
use super::{Config, Route};

/// How mails leave, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Transport {
    /// `maildir:DIR`: into a folder, for looking at them.
    Maildir(PathBuf),
    /// `smtp`: through the relay of the configuration.
    Relay,
    /// `smtp://HOST:PORT` or `smtps://HOST:PORT`: through a relay that asks for no login.
    Smtp(SmtpSettings),
}

impl Config {
    /// How mails leave if `argument` says so; without it, as configured.
    ///
    /// The login belongs to `relay.host`: a relay that a URL names is used without it.
    ///
    /// # Errors
    ///
    /// If the relay of the configuration is chosen and there is none, or its password cannot be read.
    pub(crate) fn route(&self, argument: Option<&Transport>) -> anyhow::Result<Route> {
        match argument.unwrap_or(&self.transport) {
            Transport::Maildir(dir) => Ok(Route::Maildir(dir.clone())),
            Transport::Smtp(settings) => Ok(Route::Smtp(vec![self.relay.hop_to(settings)])),
            Transport::Relay => {
                let mut hops = Vec::new();
                for relay in std::iter::once(&self.relay).chain(&self.further_relays) {
                    let settings = relay
                        .settings
                        .as_ref()
                        .context("the transport `smtp` needs `relay.host` in the configuration")?;
                    hops.push(relay.hop(settings)?);
                }
                Ok(Route::Smtp(hops))
            }
        }
    }

    /// Checks that what readers would take for the sender has been set, before mail leaves through a relay.
    ///
    /// # Errors
    ///
    /// The first value that is still the example's.
    pub(crate) fn check_identity(&self) -> Result<(), Problem> {
        let is_default = |path: &&str| self.settings.origin(path) == Some(&Origin::Default);
        let mut needed = ["brand.name", "sender.address", "sender.name", "links.hosts"].into_iter();
        match needed.find(is_default) {
            Some(path) => {
                let what = "is still the example's: set it before mail leaves through a relay";
                Err(self.settings.refuse(path, what))
            }
            None => Ok(()),
        }
    }

    /// Whether [`Config::route`] leads into a Maildir for want of anything that says how mails leave.
    #[must_use]
    pub(crate) fn falls_back_to_maildir(&self, argument: Option<&Transport>) -> bool {
        argument.is_none()
            && matches!(self.transport, Transport::Maildir(_))
            && self.settings.origin("transport") == Some(&Origin::Default)
    }
}

impl FromStr for Transport {
    type Err = &'static str;

    /// What is expected never repeats `text`: it may hold a password.
    fn from_str(text: &str) -> Result<Transport, &'static str> {
        match text.strip_prefix("maildir:") {
            Some("") => Err("a folder after `maildir:`"),
            Some(dir) => Ok(Transport::Maildir(dir.into())),
            None if text == "smtp" => Ok(Transport::Relay),
            None if text.contains("://") => SmtpSettings::from_url(text).map(Transport::Smtp),
            None => Err("`maildir:DIR`, `smtp`, `smtp://HOST:PORT` or `smtps://HOST:PORT`"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let found = match text.parse::<Transport>() {
            Ok(Transport::Maildir(dir)) => dir.display().to_string(),
            Ok(Transport::Relay) => "relay".to_owned(),
            Ok(Transport::Smtp(settings)) => {
                format!("{} {} {:?}", settings.host, settings.port, settings.tls)
            }
            Err(expected) => expected.to_owned(),
        };
        assert!(found.starts_with(expected) && !found.contains("hunter2"), "{text}: {found}");
    }

    #[test]
    fn a_transport_is_a_folder_or_a_relay() {
        check("maildir:out/mail", "out/mail");
        check("maildir:a://b", "a://b");
        check("smtp", "relay");
        check("smtps://relay.example.com", "relay.example.com 465 Implicit");
        check("smtp://Relay.example.com:25/", "relay.example.com 25 StartTls");
        check("smtp://localhost:1025", "localhost 1025 None");
    }

    #[test]
    fn what_is_expected_never_repeats_a_password() {
        check("smtp://me:hunter2@relay.example.com:587", "a URL without user and password");
        check("SMTP://me:hunter2@relay.example.com", "a URL without user and password");
        check("imap://hunter2", "a URL that begins with");
        check("smtp://relay:hunter2", "a URL such as");
        check("smtp://hunter2/x:1", "nothing after");
        for text in ["", "hunter2", "smtp:hunter2", "smtp:me:hunter2@x", "maildir", "Maildir:x"] {
            check(text, "`maildir:DIR`, `smtp`, ");
        }
        check("maildir:", "a folder");
    }
}
