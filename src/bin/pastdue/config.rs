//! The configuration: one TOML file, each value of it overridable by the environment.

mod suggest;
mod problem;
mod key;
mod secret;
mod environment;
mod settings;
mod link;
mod transport;
mod relay;
mod show;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use pastdue::Address;
use pastdue::notice::Name;

pub(crate) use self::environment::Environment;
pub(crate) use self::link::Links;
pub(crate) use self::problem::Problem;
pub(crate) use self::relay::{Login, Relay};
pub(crate) use self::secret::{Password, Secret};
pub(crate) use self::settings::{Origin, Settings};
pub(crate) use self::transport::{Endpoint, Security, Transport};

use self::problem::Source;

/// The file that is read if none is named.
pub(crate) const FILE: &str = "pastdue.toml";

/// Everything that is configured, checked.
#[derive(Debug)]
pub(crate) struct Config {
    /// Who the mail is from, for its reader.
    pub(crate) brand: Brand,
    /// Who the mail is from, for the relay.
    pub(crate) sender: Sender,
    /// Where the links lead.
    pub(crate) links: Links,
    /// What holds where a notice says nothing.
    pub(crate) defaults: Defaults,
    /// How mails leave, unless an argument says otherwise.
    pub(crate) transport: Transport,
    /// The relay.
    pub(crate) relay: Relay,
    /// How mails are signed, if they are.
    pub(crate) dkim: Option<Dkim>,
    /// Where each value comes from.
    pub(crate) settings: Settings,
}

/// Who the mail is from, for its reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Brand {
    /// The name in greetings and sentences.
    pub(crate) name: Name,
    /// The picture above the mail.
    pub(crate) logo: Option<Logo>,
}

/// The picture above the mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Logo {
    /// An https URL.
    pub(crate) url: String,
    /// What is read out, or shown while the picture is not.
    pub(crate) alt: Name,
    /// The width in pixels.
    pub(crate) width: u16,
    /// The height in pixels.
    pub(crate) height: u16,
}

/// Who the mail is from, for the relay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sender {
    /// The address of From and of the envelope.
    pub(crate) address: Address,
    /// The address for replies, if it is another one.
    pub(crate) reply_to: Option<Address>,
    /// The display name.
    pub(crate) name: Name,
    /// The display names in single locales, by language tag.
    pub(crate) names: BTreeMap<String, Name>,
}

/// What holds where a notice says nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Defaults {
    /// The locale of a reader whose own are not offered.
    pub(crate) locale: String,
    /// How many days after the service has ended the data is deleted.
    pub(crate) retention_days: u16,
}

/// How mails are signed (RFC 6376).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Dkim {
    /// The signing domain.
    pub(crate) domain: String,
    /// The selector of the key below it.
    pub(crate) selector: String,
    /// The file with the private key, in PEM.
    pub(crate) key_file: PathBuf,
}

impl Dkim {
    /// The private key, in PEM.
    ///
    /// # Errors
    ///
    /// If its file cannot be read or is empty.
    pub(crate) fn key(&self) -> anyhow::Result<Secret> {
        Secret::read(&self.key_file)
    }
}

/// How mails leave, with everything that this takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Route<'a> {
    /// Into this folder.
    Maildir(&'a Path),
    /// Through the relay at `endpoint`.
    Smtp {
        /// Where the relay is.
        endpoint: &'a Endpoint,
        /// How to log in, if the relay asks for it.
        login: Option<&'a Login>,
    },
}

impl Config {
    /// Loads `file`, or [`FILE`] if there is one, and lets `environment` override its values.
    ///
    /// # Errors
    ///
    /// A file that cannot be read, or the first [`Problem`] of what is configured.
    pub(crate) fn load(file: Option<&Path>, environment: &Environment) -> anyhow::Result<Config> {
        let path = file.unwrap_or(Path::new(FILE));
        let source = match fs::read(path) {
            Ok(bytes) => {
                let text = String::from_utf8(bytes)
                    .map_err(|_| Problem::new(format_args!("`{}`: expected UTF-8", path.display())))?;
                let name: String = path.display().to_string().escape_debug().collect();
                Some(Source { name, text })
            }
            Err(err) if file.is_none() && err.kind() == std::io::ErrorKind::NotFound => None,
            Err(err) => {
                return Err(err)
                    .with_context(|| format!("failed to read the configuration `{}`", path.display()));
            }
        };
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        let mut settings = Settings::gather(source, folder, environment)?;
        relay::set_defaults(&mut settings);
        let transport = if settings.origin("relay.host").is_some() { "smtp" } else { "maildir:Maildir" };
        settings.set_default("transport", transport);
        Ok(Config::new(settings, environment)?)
    }

    fn new(settings: Settings, environment: &Environment) -> Result<Config, Problem> {
        let relay = Relay::new(&settings, environment)?;
        let transport = match settings.need("transport", str::parse)? {
            Transport::Relay if relay.endpoint.is_none() => {
                return Err(settings.refuse("transport", "`smtp` needs `relay.host`"));
            }
            Transport::Maildir(dir) => Transport::Maildir(settings.resolve("transport", dir)),
            transport => transport,
        };
        Ok(Config {
            brand: Brand { name: settings.need("brand.name", name)?, logo: logo(&settings)? },
            sender: sender(&settings)?,
            links: Links::new(&settings)?,
            defaults: Defaults {
                locale: settings.need("defaults.locale", tag)?,
                retention_days: settings.number("defaults.retention_days", 1..=999)?.unwrap_or(90),
            },
            transport,
            relay,
            dkim: dkim(&settings)?,
            settings,
        })
    }

    /// How mails leave if `chosen`, an argument, says so; without it, as configured.
    ///
    /// The login belongs to `relay.host`: a relay that an argument names is used without it.
    ///
    /// # Errors
    ///
    /// If the relay of the configuration is chosen and there is none.
    pub(crate) fn route<'a>(&'a self, chosen: Option<&'a Transport>) -> anyhow::Result<Route<'a>> {
        match chosen.unwrap_or(&self.transport) {
            Transport::Maildir(dir) => Ok(Route::Maildir(dir)),
            Transport::Smtp(endpoint) => Ok(Route::Smtp { endpoint, login: None }),
            Transport::Relay => {
                let endpoint = self.relay.endpoint.as_ref();
                let endpoint =
                    endpoint.context("the transport `smtp` needs `relay.host` in the configuration")?;
                Ok(Route::Smtp { endpoint, login: self.relay.login.as_ref() })
            }
        }
    }

    /// The files that the configuration names, with the key of each.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&'static str, &Path)> {
        let password = self.relay.login.as_ref().and_then(|login| match &login.password {
            Password::File(path) => Some(("relay.password_file", path.as_path())),
            Password::Given(_) => None,
        });
        let ca = self.relay.ca_file.as_deref().map(|path| ("relay.ca_file", path));
        let key = self.dkim.as_ref().map(|dkim| ("dkim.key_file", dkim.key_file.as_path()));
        password.into_iter().chain(ca).chain(key)
    }
}

fn logo(settings: &Settings) -> Result<Option<Logo>, Problem> {
    const KEYS: [&str; 4] = ["brand.logo.url", "brand.logo.alt", "brand.logo.width", "brand.logo.height"];
    if !all_or_none(settings, &KEYS)? {
        return Ok(None);
    }
    let [url, alt, width, height] = KEYS;
    let side = |path| {
        let pixels = settings.number(path, 1..=600)?;
        pixels.ok_or_else(|| Problem::new(format_args!("`{path}` is missing")))
    };
    Ok(Some(Logo {
        url: settings.need(url, logo_url)?,
        alt: settings.need(alt, name)?,
        width: side(width)?,
        height: side(height)?,
    }))
}

fn sender(settings: &Settings) -> Result<Sender, Problem> {
    let mut names = BTreeMap::new();
    for given in settings.names_below("sender.names") {
        let path = format!("sender.names.{given}");
        let tag = tag(&given).map_err(|expected| {
            let hint = key::canonical_tag(&given).map(|tag| format!("; did you mean `{tag}`?"));
            settings.expected(&path, format_args!("{expected} after `names`{}", hint.unwrap_or_default()))
        })?;
        names.insert(tag, settings.need(&path, name)?);
    }
    Ok(Sender {
        address: settings.need("sender.address", Address::new)?,
        reply_to: settings.text("sender.reply_to", Address::new)?,
        name: settings.need("sender.name", name)?,
        names,
    })
}

fn dkim(settings: &Settings) -> Result<Option<Dkim>, Problem> {
    if !all_or_none(settings, &["dkim.domain", "dkim.selector", "dkim.key_file"])? {
        return Ok(None);
    }
    let Some(key_file) = settings.file("dkim.key_file")? else { return Ok(None) };
    Ok(Some(Dkim {
        domain: settings.need("dkim.domain", domain)?,
        selector: settings.need("dkim.selector", selector)?,
        key_file,
    }))
}

/// Whether all of `paths` are set; some but not all is an error.
fn all_or_none(settings: &Settings, paths: &[&str]) -> Result<bool, Problem> {
    let is_set = |path: &&&str| settings.origin(path).is_some();
    match (paths.iter().find(is_set), paths.iter().find(|path| !is_set(path))) {
        (Some(set), Some(missing)) => {
            Err(settings.refuse(set, format_args!("expected `{missing}` beside it")))
        }
        (set, _) => Ok(set.is_some()),
    }
}

/// A name is printed as it is written, so one that would be cleaned is refused.
fn name(text: &str) -> Result<Name, &'static str> {
    Name::new(text)
        .filter(|name| name.as_str() == text)
        .ok_or("a single line of 1 to 120 characters, without invisible ones and needless spaces")
}

fn tag(text: &str) -> Result<String, &'static str> {
    key::canonical_tag(text).filter(|tag| tag == text).ok_or("a language tag such as `zh-TW`")
}

fn logo_url(text: &str) -> Result<String, &'static str> {
    let is_plain = text.chars().all(|char| link::is_plain(char) && char != '{' && char != '}');
    let url = url::Url::parse(text).ok().filter(|_| is_plain && text.starts_with("https://"));
    url.filter(|url| url.username().is_empty() && url.password().is_none())
        .map(|_| text.to_owned())
        .ok_or("an `https://` URL without user name and password")
}

fn domain(text: &str) -> Result<String, &'static str> {
    if text.contains('.') && text.split('.').all(is_label) {
        Ok(text.to_ascii_lowercase())
    } else {
        Err("a domain in ASCII such as `billing.example.com`")
    }
}

fn selector(text: &str) -> Result<String, &'static str> {
    if text.split('.').all(is_label) { Ok(text.to_owned()) } else { Err("a selector such as `pastdue2026`") }
}

fn is_label(label: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    (1..=63).contains(&label.len()) && label.bytes().all(is_plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(text: &str) -> (tempfile::TempDir, Config) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let file = folder.path().join(FILE);
        fs::write(&file, text).expect("written");
        let config = Config::load(Some(&file), &Environment::default()).expect("a good configuration");
        (folder, config)
    }

    #[test]
    fn the_login_goes_to_the_configured_relay_and_nowhere_else() {
        let (folder, config) =
            config("[relay]\nhost = \"r.example\"\nusername = \"u\"\npassword_file = \"p\"");
        fs::write(folder.path().join("p"), "hunter2\r\n").expect("written");
        let Ok(Route::Smtp { endpoint, login: Some(login) }) = config.route(None) else { panic!("a login") };
        assert_eq!(endpoint.to_string(), "smtps://r.example:465");
        assert_eq!(login.password.read().expect("read").expose(), "hunter2");
        assert!(!format!("{config:?} {}", login.password.read().expect("read")).contains("hunter2"));

        let other = "smtps://other.example:465".parse().expect("a transport");
        assert!(matches!(config.route(Some(&other)), Ok(Route::Smtp { login: None, .. })));
    }

    #[test]
    fn a_path_in_the_file_is_relative_to_the_file() {
        let (folder, config) = config("transport = \"maildir:out\"");
        let route = config.route(None).expect("a route");
        assert_eq!(route, Route::Maildir(&folder.path().join("out")));

        let here = "maildir:out".parse().expect("a transport");
        assert_eq!(config.route(Some(&here)).expect("a route"), Route::Maildir(Path::new("out")));
        let error = config.route(Some(&Transport::Relay)).expect_err("no relay");
        assert_eq!(error.to_string(), "the transport `smtp` needs `relay.host` in the configuration");
    }
}
