//! The relay, and what it needs to know of us.

use std::fs;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

use anyhow::{Context as _, anyhow};
use pastdue::transport::{Credentials, HelloName, Secret, SmtpSettings, Timeouts, Tls};

use super::Hop;
use super::environment::Environment;
use super::key::relay_number;
use super::problem::Problem;
use super::settings::Settings;

/// A relay of the configuration, and how it is used.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Relay {
    /// Where it is, if the configuration names one; without the login.
    pub(super) settings: Option<SmtpSettings>,
    /// How to log in there, and nowhere else.
    pub(super) login: Option<Login>,
    /// Certificates, in PEM, to trust beside the system's.
    pub(super) ca_file: Option<PathBuf>,
    /// The name we give ourselves in EHLO.
    pub(super) hello_name: Option<HelloName>,
    /// How many connections are opened at once.
    pub(crate) connections: u8,
    /// How many mails it gets at most.
    pub(super) rate: Option<Rate>,
    /// How long it may take.
    pub(super) timeouts: Timeouts,
}

/// How many mails a second.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Rate(pub(crate) f64);

impl FromStr for Rate {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Rate, &'static str> {
        let (number, unit) = text.split_once('/').unwrap_or((text, "s"));
        let seconds = match unit {
            "s" => 1.0,
            "m" => 60.0,
            "h" => 3600.0,
            _ => return Err("a number of mails, such as `100/s`, `600/m` or `5000/h`"),
        };
        match number.parse::<u32>() {
            Ok(number @ 1..=1_000_000) => Ok(Rate(f64::from(number) / seconds)),
            _ => Err("1 to 1000000 mails, such as `100/s`, `600/m` or `5000/h`"),
        }
    }
}

/// A user name and where its password is to be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Login {
    pub(super) username: String,
    pub(super) password: Password,
}

/// Where a password is to be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Password {
    /// It was in the environment.
    Given(Secret),
    /// It is in this file, and read only when it is needed.
    File(PathBuf),
}

impl Password {
    /// The password itself, of the `owner` that it is for.
    ///
    /// # Errors
    ///
    /// If its file cannot be read, is not UTF-8 or is empty.
    pub(super) fn read(&self, owner: &str) -> anyhow::Result<Secret> {
        match self {
            Password::Given(secret) => Ok(secret.clone()),
            Password::File(path) => read_password(path).with_context(|| {
                format!("failed to read the password of the {owner} in `{}`", path.display())
            }),
        }
    }
}

fn read_password(path: &Path) -> anyhow::Result<Secret> {
    password(&fs::read_to_string(path)?).map_err(|expected| anyhow!("expected {expected}"))
}

/// The password in `text`, without the line break at its end.
pub(super) fn password(text: &str) -> Result<Secret, &'static str> {
    let text = text.strip_suffix('\n').unwrap_or(text);
    let text = text.strip_suffix('\r').unwrap_or(text);
    if text.is_empty() { Err("a password that is not empty") } else { Ok(Secret::new(text)) }
}

/// Where the relays are in the configuration, the preferred one first.
pub(super) fn tables(settings: &Settings) -> Vec<String> {
    let others = settings.names_below("relay").into_iter().filter(|name| relay_number(name).is_some());
    std::iter::once("relay".to_owned()).chain(others.map(|name| format!("relay.{name}"))).collect()
}

/// Sets the values whose defaults hang on others, so that they are printed as well.
pub(super) fn set_defaults(settings: &mut Settings) {
    for table in tables(settings) {
        if settings.origin(&format!("{table}.host")).is_none() {
            continue;
        }
        let security_at = format!("{table}.security");
        settings.set_default(&security_at, "tls");
        // A wrong one is reported when it is needed.
        let tls = settings.text(&security_at, security).ok().flatten().unwrap_or(Tls::Implicit);
        settings.set_default(&format!("{table}.port"), &tls.default_port().to_string());
        settings.set_default(&format!("{table}.allow_plaintext_auth"), "false");
    }
}

impl Relay {
    /// Reads the relay of `table`, which is one of [`tables`].
    pub(super) fn new(settings: &Settings, environment: &Environment, table: &str) -> Result<Relay, Problem> {
        let at = |name: &str| format!("{table}.{name}");
        // The variable is the first relay's: a login goes to the relay that it is meant for and nowhere else.
        let given = environment.password("relay.password").filter(|_| table == "relay");
        let relay = relay(settings, table)?;
        let login = login(settings, given, table)?;
        if let Some(relay) = &relay
            && relay.tls == Tls::None
            && login.is_some()
            && !relay.allow_plaintext_auth
        {
            return Err(settings.refuse(
                &at("username"),
                "a login does not cross a connection without TLS; set `relay.security` to `tls` or `starttls`, or, \
                 for a relay on loopback, `relay.allow_plaintext_auth` to `true`",
            ));
        }
        // What a further relay does not say is as for the first.
        let seconds = |name: &str, range: RangeInclusive<u16>| {
            let own = settings.number(&at(name), range.clone())?;
            let first = settings.number(&format!("relay.{name}"), range)?;
            Ok(Duration::from_secs(own.or(first).unwrap_or(300).into()))
        };
        let connections = |table: &str| settings.number(&format!("{table}.connections"), 1..=64);
        Ok(Relay {
            settings: relay,
            login,
            ca_file: settings.file(&at("ca_file"))?,
            hello_name: settings.text(&at("hello_name"), HelloName::new)?,
            connections: connections(table)?.or(connections("relay")?).unwrap_or(8),
            rate: settings.text(&at("rate"), str::parse)?,
            timeouts: Timeouts {
                connect: seconds("connect_timeout", 1..=600)?,
                command: seconds("command_timeout", 1..=3600)?,
                body: seconds("body_timeout", 1..=3600)?,
                dot: seconds("dot_timeout", 1..=3600)?,
            },
        })
    }

    /// The relay as mails go there, with its login.
    ///
    /// # Errors
    ///
    /// If the password cannot be read.
    pub(super) fn hop(&self, settings: &SmtpSettings) -> anyhow::Result<Hop> {
        let mut hop = self.hop_to(settings);
        if let Some(login) = &self.login {
            let password = login.password.read("relay")?;
            hop.settings.credentials = Some(Credentials { user: login.username.clone(), password });
        }
        Ok(hop)
    }

    /// Another relay, used as this one and without its login.
    pub(super) fn hop_to(&self, settings: &SmtpSettings) -> Hop {
        let settings = SmtpSettings {
            hello_name: self.hello_name.clone(),
            ca_file: self.ca_file.clone(),
            timeouts: self.timeouts.clone(),
            ..settings.clone()
        };
        Hop { settings, connections: self.connections, rate: self.rate }
    }
}

fn relay(settings: &Settings, table: &str) -> Result<Option<SmtpSettings>, Problem> {
    let at = |name: &str| format!("{table}.{name}");
    let allow_plaintext_auth = settings.flag(&at("allow_plaintext_auth"));
    let on_loopback_only = "allowed only if `relay.host` is on loopback";
    let Some(host) = settings.text(&at("host"), SmtpSettings::parse_host)? else {
        if allow_plaintext_auth {
            return Err(settings.refuse(&at("allow_plaintext_auth"), on_loopback_only));
        }
        let needs_host = ["port", "security", "username", "password_file", "password"].map(at);
        return match needs_host.iter().find(|path| settings.origin(path).is_some()) {
            Some(path) => Err(settings.refuse(path, format_args!("expected `{table}.host` beside it"))),
            None => Ok(None),
        };
    };
    let tls = settings.need(&at("security"), security)?;
    let port = settings.number(&at("port"), 1..=u16::MAX)?.unwrap_or(tls.default_port());
    let relay = SmtpSettings { allow_plaintext_auth, ..SmtpSettings::new(host, port, tls) };
    if tls == Tls::None && !relay.is_loopback() {
        return Err(
            settings.expected(&at("security"), "`tls` or `starttls`: `none` is for a relay on loopback only")
        );
    }
    if allow_plaintext_auth && !relay.is_loopback() {
        return Err(settings.refuse(&at("allow_plaintext_auth"), on_loopback_only));
    }
    Ok(Some(relay))
}

fn security(text: &str) -> Result<Tls, &'static str> {
    match text {
        "tls" => Ok(Tls::Implicit),
        "starttls" => Ok(Tls::StartTls),
        "none" => Ok(Tls::None),
        _ => Err("`tls`, `starttls` or `none`"),
    }
}

fn login(settings: &Settings, given: Option<Secret>, table: &str) -> Result<Option<Login>, Problem> {
    let at = |name: &str| format!("{table}.{name}");
    let username = settings.text(&at("username"), |text| {
        let is_line = !text.is_empty() && !text.contains(char::is_control);
        is_line.then(|| text.to_owned()).ok_or("a user name on a single line")
    })?;
    let is_given = given.is_some();
    let file = settings.file(&at("password_file"))?;
    let password = given.map(Password::Given).or(file.map(Password::File));
    match (username, password) {
        (Some(username), Some(password)) => Ok(Some(Login { username, password })),
        (Some(_), None) if table == "relay" => Err(settings.refuse(
            "relay.username",
            "expected `relay.password_file` beside it, or the variable `PASTDUE_RELAY_PASSWORD`",
        )),
        (Some(_), None) => {
            let what = format_args!("expected `{table}.password_file` beside it").to_string();
            Err(settings.refuse(&at("username"), what))
        }
        (None, Some(_)) => {
            let path = at(if is_given { "password" } else { "password_file" });
            Err(settings.refuse(&path, format_args!("expected `{table}.username` beside it")))
        }
        (None, None) => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_a_number_of_mails_in_a_time() {
        let check = |text: &str, expected: Option<f64>| {
            assert_eq!(text.parse::<Rate>().ok().map(|rate| rate.0), expected, "{text}");
        };
        check("100", Some(100.0));
        check("100/s", Some(100.0));
        check("600/m", Some(10.0));
        check("36/h", Some(0.01));
        for text in ["", "0", "-1", "1.5/s", "10/d", "10/", "/s", "1000001"] {
            check(text, None);
        }
    }
}
