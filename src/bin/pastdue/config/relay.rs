//! The relay, and what it needs to know of us.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow};
use pastdue::transport::{HelloName, Secret, SmtpSettings, Tls};

use super::environment::Environment;
use super::problem::Problem;
use super::settings::Settings;

/// The relay of the configuration, and how any relay is used.
#[derive(Debug, Clone, PartialEq, Eq)]
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

/// Sets the values whose defaults hang on others, so that they are printed as well.
pub(super) fn set_defaults(settings: &mut Settings) {
    if settings.origin("relay.host").is_some() {
        settings.set_default("relay.security", "tls");
        // A wrong one is reported when it is needed.
        let tls = settings.text("relay.security", security).ok().flatten().unwrap_or(Tls::Implicit);
        settings.set_default("relay.port", &tls.default_port().to_string());
        settings.set_default("relay.allow_plaintext_auth", "false");
    }
}

impl Relay {
    pub(super) fn new(settings: &Settings, environment: &Environment) -> Result<Relay, Problem> {
        let relay = relay(settings)?;
        let login = login(settings, environment)?;
        if let Some(relay) = &relay
            && relay.tls == Tls::None
            && login.is_some()
            && !relay.allow_plaintext_auth
        {
            return Err(settings.refuse(
                "relay.username",
                "a login does not cross a connection without TLS; set `relay.security` to `tls` or `starttls`, or, \
                 for a relay on loopback, `relay.allow_plaintext_auth` to `true`",
            ));
        }
        Ok(Relay {
            settings: relay,
            login,
            ca_file: settings.file("relay.ca_file")?,
            hello_name: settings.text("relay.hello_name", HelloName::new)?,
            connections: settings.number("relay.connections", 1..=64)?.unwrap_or(8),
        })
    }
}

fn relay(settings: &Settings) -> Result<Option<SmtpSettings>, Problem> {
    let allow_plaintext_auth = settings.flag("relay.allow_plaintext_auth");
    let on_loopback_only = "allowed only if `relay.host` is on loopback";
    let Some(host) = settings.text("relay.host", SmtpSettings::parse_host)? else {
        if allow_plaintext_auth {
            return Err(settings.refuse("relay.allow_plaintext_auth", on_loopback_only));
        }
        let needs_host =
            ["relay.port", "relay.security", "relay.username", "relay.password_file", "relay.password"];
        return match needs_host.iter().find(|path| settings.origin(path).is_some()) {
            Some(path) => Err(settings.refuse(path, "expected `relay.host` beside it")),
            None => Ok(None),
        };
    };
    let tls = settings.need("relay.security", security)?;
    let port = settings.number("relay.port", 1..=u16::MAX)?.unwrap_or(tls.default_port());
    let relay = SmtpSettings { allow_plaintext_auth, ..SmtpSettings::new(host, port, tls) };
    if tls == Tls::None && !relay.is_loopback() {
        return Err(settings
            .expected("relay.security", "`tls` or `starttls`: `none` is for a relay on loopback only"));
    }
    if allow_plaintext_auth && !relay.is_loopback() {
        return Err(settings.refuse("relay.allow_plaintext_auth", on_loopback_only));
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

fn login(settings: &Settings, environment: &Environment) -> Result<Option<Login>, Problem> {
    let username = settings.text("relay.username", |text| {
        let is_line = !text.is_empty() && !text.contains(char::is_control);
        is_line.then(|| text.to_owned()).ok_or("a user name on a single line")
    })?;
    let file = settings.file("relay.password_file")?;
    let password = environment.password("relay.password").map(Password::Given).or(file.map(Password::File));
    match (username, password) {
        (Some(username), Some(password)) => Ok(Some(Login { username, password })),
        (Some(_), None) => Err(settings.refuse(
            "relay.username",
            "expected `relay.password_file` beside it, or the variable `PASTDUE_RELAY_PASSWORD`",
        )),
        (None, Some(_)) => {
            let path = if environment.password("relay.password").is_some() {
                "relay.password"
            } else {
                "relay.password_file"
            };
            Err(settings.refuse(path, "expected `relay.username` beside it"))
        }
        (None, None) => Ok(None),
    }
}
