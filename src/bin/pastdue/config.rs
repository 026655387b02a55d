//! The configuration: one TOML file, each value of it overridable by the environment.

mod suggest;
mod problem;
mod key;
mod duration;
mod environment;
mod settings;
mod link;
mod relay;
mod store;
mod sender;
mod transport;
mod show;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use pastdue::notice::{Kind, Name};
use pastdue::template::{Logo, Site};
use pastdue::transport::SmtpSettings;
use pastdue::{Catalog, Locale, Sender};

pub(crate) use self::duration::duration;
pub(crate) use self::environment::Environment;
pub(crate) use self::relay::{Rate, Relay};
pub(crate) use self::settings::Settings;
pub(crate) use self::store::{Store, StoreUrl};
pub(crate) use self::transport::Transport;

use self::problem::{Problem, Source};
use self::relay::Password;
use self::sender::{Bounces, Dkim};

/// The file that is read if none is named.
const FILE: &str = "pastdue.toml";

/// Everything that is configured, checked.
#[derive(Debug)]
pub(crate) struct Config {
    /// The preferred relay.
    pub(crate) relay: Relay,
    /// The outbox.
    pub(crate) outbox: Store,
    /// The relays that have mails while those before them fail.
    further_relays: Vec<Relay>,
    /// How many mails may be on their way to one recipient domain at once.
    pub(crate) per_domain: usize,
    /// Where each value comes from.
    pub(crate) settings: Settings,
    site: Site,
    /// Who the mails are from, without the key that signs them.
    sender: Sender,
    default_locale: Locale,
    /// How mails leave, unless an argument says otherwise.
    transport: Transport,
    /// How mails are signed, if they are.
    dkim: Option<Dkim>,
    /// Where mails come back to, if not to their sender.
    bounces: Option<Bounces>,
}

/// How mails leave, with everything that this takes.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Route {
    /// Into this folder.
    Maildir(PathBuf),
    /// Through these relays, in order of preference.
    Smtp(Vec<Hop>),
}

/// A relay, and how it is used.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Hop {
    /// Where it is, and how to speak to it.
    pub(crate) settings: SmtpSettings,
    /// How many connections are opened at once.
    pub(crate) connections: u8,
    /// How many mails it gets at most.
    pub(crate) rate: Option<Rate>,
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
        let tables = relay::tables(&settings);
        let relays = tables.iter().map(|table| Relay::new(&settings, environment, table));
        let mut relays = relays.collect::<Result<Vec<_>, _>>()?.into_iter();
        let relay = relays.next().ok_or_else(|| Problem::new("`relay` is missing"))?;
        let per_domain = settings.number("relay.per_domain", 1..=1000)?.unwrap_or(20_u16);
        let transport = match settings.need("transport", str::parse)? {
            Transport::Relay if relay.settings.is_none() => {
                return Err(settings.refuse("transport", "`smtp` needs `relay.host`"));
            }
            Transport::Maildir(dir) => Transport::Maildir(settings.resolve("transport", dir)),
            transport => transport,
        };
        let brand = settings.need("brand.name", name)?;
        Ok(Config {
            sender: sender::sender(&settings, &brand)?,
            site: Site {
                brand,
                logo: logo(&settings)?,
                links: link::links(&settings)?,
                retention_days: settings.number("defaults.retention_days", 1..=999)?.unwrap_or(90),
            },
            default_locale: settings.need("defaults.locale", tag)?,
            transport,
            relay,
            outbox: Store::new(&settings, environment)?,
            bounces: sender::bounces(&settings)?,
            further_relays: relays.collect(),
            per_domain: per_domain.into(),
            dkim: sender::dkim(&settings)?,
            settings,
        })
    }

    /// The domain of the address that mails come from; their Message-IDs end in it.
    #[must_use]
    pub(crate) fn sender_domain(&self) -> &str {
        self.sender.address.domain()
    }

    /// What the vendor brings to every mail.
    #[must_use]
    pub(crate) fn site(&self) -> Site {
        self.site.clone()
    }

    /// The locale of a reader whose own are not offered. [`Config::check_locales`] says whether there is one.
    #[must_use]
    pub(crate) fn default_locale(&self) -> Locale {
        self.default_locale.clone()
    }

    /// Checks that `catalog` has every locale that the configuration names, and every mail in the default one.
    ///
    /// # Errors
    ///
    /// The first locale that it lacks, with the place where it is named.
    pub(crate) fn check_locales(&self, catalog: &Catalog) -> Result<(), Problem> {
        let default = &self.default_locale;
        let tags: Vec<&str> = catalog.locales().map(Locale::as_str).collect();
        let expected = |found: &str| {
            format!("expected a locale of the catalogs (`{}`), found `{found}`", tags.join("`, `"))
        };
        if !tags.contains(&default.as_str()) {
            return Err(self.settings.refuse("defaults.locale", expected(default.as_str())));
        }
        if let Some(kind) = Kind::ALL.into_iter().find(|kind| !catalog.offered(*kind).contains(default)) {
            let what = format!("the catalog of `{default}` lacks a message of the mail `{kind}`");
            return Err(self.settings.refuse("defaults.locale", what));
        }
        match self.sender.names.keys().find(|tag| !tags.contains(&tag.as_str())) {
            Some(tag) => Err(self.settings.refuse(&format!("sender.names.{tag}"), expected(tag))),
            None => Ok(()),
        }
    }

    /// The files that the configuration names, with the key of each.
    pub(crate) fn files(&self) -> impl Iterator<Item = (&'static str, &Path)> {
        let relays = std::iter::once(&self.relay).chain(&self.further_relays);
        let files = relays.flat_map(|relay| {
            let password = relay.login.as_ref().and_then(|login| match &login.password {
                Password::File(path) => Some(("relay.password_file", path.as_path())),
                Password::Given(_) => None,
            });
            password.into_iter().chain(relay.ca_file.as_deref().map(|path| ("relay.ca_file", path)))
        });
        let key = self.dkim.as_ref().map(|dkim| ("dkim.key_file", dkim.key_file.as_path()));
        let outbox = self.outbox.password_file().map(|path| ("outbox.password_file", path));
        let bounces = self.bounces.as_ref().map(|bounces| ("bounces.key_file", bounces.key_file.as_path()));
        files.chain(outbox).chain(bounces).chain(key)
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
fn name(text: &str) -> Result<String, &'static str> {
    Name::new(text)
        .filter(|name| name.as_str() == text)
        .map(|_| text.to_owned())
        .ok_or("a single line of 1 to 120 characters, without invisible ones and needless spaces")
}

fn tag(text: &str) -> Result<Locale, &'static str> {
    let locale = text.parse::<Locale>().ok();
    locale.filter(|locale| locale.as_str() == text).ok_or("a language tag such as `zh-TW`")
}

fn logo_url(text: &str) -> Result<String, &'static str> {
    let is_plain = |char: char| char.is_ascii_graphic() && !"\"<>\\^`{|}".contains(char);
    let url =
        url::Url::parse(text).ok().filter(|_| text.starts_with("https://") && text.chars().all(is_plain));
    url.filter(|url| url.username().is_empty() && url.password().is_none())
        .map(|_| text.to_owned())
        .ok_or("an `https://` URL without user name and password")
}

#[cfg(test)]
mod tests {
    use pastdue::transport::Tls;

    use super::*;

    fn config(text: &str) -> (tempfile::TempDir, Config) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let file = folder.path().join(FILE);
        fs::write(&file, text).expect("written");
        let config = Config::load(Some(&file), &Environment::default()).expect("a good configuration");
        (folder, config)
    }

    fn smtp(config: &Config, argument: Option<&str>) -> SmtpSettings {
        let argument = argument.map(|text| text.parse().expect("a transport"));
        match config.route(argument.as_ref()).expect("a route") {
            Route::Smtp(hops) => hops[0].settings.clone(),
            Route::Maildir(dir) => panic!("a relay, not `{}`", dir.display()),
        }
    }

    #[test]
    fn the_login_goes_to_the_configured_relay_and_nowhere_else() {
        let (folder, config) = config(
            "[relay]\nhost = \"R.example\"\nusername = \"u\"\npassword_file = \"p\"\nhello_name = \"m.example\"",
        );
        fs::write(folder.path().join("p"), "hunter2\r\n").expect("written");
        let settings = smtp(&config, None);
        assert_eq!((settings.host.as_str(), settings.port, settings.tls), ("r.example", 465, Tls::Implicit));
        let credentials = settings.credentials.as_ref().expect("a login");
        assert_eq!((credentials.user.as_str(), credentials.password.expose()), ("u", "hunter2"));
        assert!(!format!("{config:?} {settings:?}").contains("hunter2"));

        let other = smtp(&config, Some("smtp://other.example"));
        assert_eq!((other.port, other.tls, &other.credentials), (587, Tls::StartTls, &None));
        assert_eq!(other.hello_name, settings.hello_name);
    }

    #[test]
    fn several_relays_are_a_list_or_numbered_tables() {
        let first = "host = \"a.example\"\nrate = \"600/m\"\nconnections = 3\ndot_timeout = 60\n";
        let second = "host = \"127.0.0.1\"\nsecurity = \"none\"\ncommand_timeout = 9\n";
        for (one, two) in [("[[relay]]", "[[relay]]"), ("[relay]", "[relay.2]")] {
            let (_folder, config) = config(&format!("{one}\n{first}{two}\n{second}"));
            let Route::Smtp(hops) = config.route(None).expect("a route") else { panic!("relays") };
            let hop = |hop: &Hop| (hop.settings.host.clone(), hop.connections, hop.rate.map(|rate| rate.0));
            let (a, b) = ("a.example".to_owned(), "127.0.0.1".to_owned());
            assert_eq!(hops.iter().map(hop).collect::<Vec<_>>(), [(a, 3, Some(10.0)), (b, 3, None)]);
            // What the second does not say is as for the first.
            let times = &hops[1].settings.timeouts;
            assert_eq!((times.dot.as_secs(), times.command.as_secs(), hops[1].settings.port), (60, 9, 25));
        }
    }

    #[test]
    fn a_password_that_cannot_be_read_is_named_by_its_file() {
        let (folder, config) =
            config("[relay]\nhost = \"r.example\"\nusername = \"u\"\npassword_file = \"p\"");
        let error = || format!("{:#}", config.route(None).expect_err("no password"));
        let start =
            format!("failed to read the password of the relay in `{}`: ", folder.path().join("p").display());
        assert!(error().starts_with(&start), "{}", error());
        fs::write(folder.path().join("p"), "\n").expect("written");
        assert_eq!(error(), format!("{start}expected a password that is not empty"));
    }

    #[test]
    fn a_path_in_the_file_is_relative_to_the_file() {
        let (folder, config) = config("transport = \"maildir:out\"");
        let route = config.route(None).expect("a route");
        assert_eq!(route, Route::Maildir(folder.path().join("out")));

        let here = "maildir:out".parse().expect("a transport");
        assert_eq!(config.route(Some(&here)).expect("a route"), Route::Maildir("out".into()));
        let error = config.route(Some(&Transport::Relay)).expect_err("no relay");
        assert_eq!(error.to_string(), "the transport `smtp` needs `relay.host` in the configuration");
    }

    #[test]
    fn only_what_nobody_chose_is_a_fallback() {
        let falls_back = |text: &str| config(text).1.falls_back_to_maildir(None);
        assert!(falls_back(""));
        assert!(!falls_back("transport = \"maildir:Maildir\""));
        assert!(!falls_back("relay.host = \"r.example\""));
        let argument = "maildir:Maildir".parse().expect("a transport");
        assert!(!config("").1.falls_back_to_maildir(Some(&argument)));
    }

    #[test]
    fn the_key_that_signs_is_read_with_the_sender() {
        let (folder, config) = config("[dkim]\ndomain = \"a.example\"\nselector = \"s\"\nkey_file = \"k\"");
        let path = folder.path().join("k");
        let error = || format!("{:#}", config.sender().expect_err("no key"));
        assert!(
            error().starts_with(&format!("failed to read the DKIM key `{}`: ", path.display())),
            "{}",
            error()
        );
        fs::write(&path, "hunter2").expect("written");
        let start =
            format!("the DKIM key `{}` cannot be used: the file holds no private key", path.display());
        assert!(error().starts_with(&start), "{}", error());
        let key = rcgen::KeyPair::generate_for(&rcgen::PKCS_ED25519).expect("a key");
        fs::write(&path, key.serialize_pem()).expect("written");
        let sender = config.sender().expect("a sender");
        assert_eq!(format!("{:?}", sender.dkim), "Some(DkimKey(s._domainkey.a.example))");
        assert_eq!(
            (sender.name.as_str(), sender.tenant.as_str()),
            ("Example Cloud Billing", "example-cloud")
        );
    }

    #[test]
    fn a_locale_that_no_mail_is_in_is_refused_where_it_is_named() {
        let catalog = Catalog::builtin("Example Cloud").expect("the built-in catalog");
        let check = |text: &str, expected: &str| {
            let (folder, config) = config(text);
            let found =
                config.check_locales(&catalog).err().map(|problem| problem.to_string()).unwrap_or_default();
            let found = found.replace(&format!("{}/", folder.path().display()), "");
            assert_eq!(found.lines().next().unwrap_or_default(), expected, "{text}");
        };
        check("defaults.locale = \"nl-NL\"\nsender.names.fr-FR = \"F\"", "");
        check(
            "defaults.locale = \"nl\"",
            "pastdue.toml:1:19: `defaults.locale`: expected a locale of the catalogs (`en-US`, `fr-FR`, `nl-NL`, \
             `sv-SE`, `zh-TW`), found `nl`",
        );
        check(
            "[sender.names]\nde-DE = \"D\"",
            "pastdue.toml:2:9: `sender.names.de-DE`: expected a locale of the catalogs (`en-US`, `fr-FR`, `nl-NL`, \
             `sv-SE`, `zh-TW`), found `de-DE`",
        );
    }
}
