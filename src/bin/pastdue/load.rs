//! From the configuration to what the library works with.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, anyhow};
use pastdue::catalog::{self, Catalog};
use pastdue::message::DkimKey;
use pastdue::template::{LinkName, Links, Logo, Site, Target};
use pastdue::transport::{Credentials, HelloName, Secret, SmtpSettings, Tls};
use pastdue::{Locale, Sender, Templates};

use crate::config::{Config, Route as Configured, Security, Transport};

/// How mails leave, ready to be used.
pub(crate) enum Route {
    /// Into this folder.
    Maildir(PathBuf),
    /// Through this relay.
    Smtp(SmtpSettings),
}

/// Loads the built-in catalogs and templates, with the files of two folders over them.
pub(crate) fn load_templates(
    config: &Config,
    locales: Option<&Path>,
    templates: Option<&Path>,
) -> anyhow::Result<Templates> {
    let mut sources = catalog::builtin();
    if let Some(folder) = locales {
        sources.extend(catalog::read_folder(folder)?);
    }
    let catalog = Catalog::load(config.brand.name.as_str(), &sources)?;
    let offered = || catalog.locales().map(Locale::as_str).collect::<Vec<_>>().join("`, `");
    let is_offered = |tag: &str| catalog.locales().any(|locale| locale.as_str() == tag);
    if !is_offered(&config.defaults.locale) {
        return Err(anyhow!(
            "`defaults.locale` is `{}`, and the catalog has `{}`",
            config.defaults.locale,
            offered()
        ));
    }
    if let Some(tag) = config.sender.names.keys().find(|tag| !is_offered(tag)) {
        return Err(anyhow!("`sender.names.{tag}` is set, and the catalog has `{}`", offered()));
    }
    let overlays = templates.map(pastdue::template::read_folder).transpose()?.unwrap_or_default();
    Ok(Templates::load(Arc::new(catalog), site(config)?, &overlays)?)
}

/// The locale of readers whose languages are not offered.
pub(crate) fn default_locale(config: &Config) -> anyhow::Result<Locale> {
    Ok(config.defaults.locale.parse()?)
}

/// Who mails come from, with the key that signs them.
pub(crate) fn sender(config: &Config) -> anyhow::Result<Sender> {
    let dkim = config.dkim.as_ref().map(|dkim| {
        let key = DkimKey::from_pem(&dkim.domain, &dkim.selector, dkim.key()?.expose());
        key.with_context(|| format!("`dkim.key_file`: `{}`", dkim.key_file.display()))
    });
    Ok(Sender {
        address: config.sender.address.clone(),
        reply_to: config.sender.reply_to.clone(),
        name: config.sender.name.to_string(),
        names: config.sender.names.iter().map(|(tag, name)| (tag.clone(), name.to_string())).collect(),
        tenant: tenant(config.brand.name.as_str()),
        dkim: dkim.transpose()?,
    })
}

/// How mails leave if `chosen`, an argument, says so; without it, as configured.
pub(crate) fn route(config: &Config, chosen: Option<&Transport>) -> anyhow::Result<Route> {
    let (endpoint, login) = match config.route(chosen)? {
        Configured::Maildir(folder) => return Ok(Route::Maildir(folder.to_owned())),
        Configured::Smtp { endpoint, login } => (endpoint, login),
    };
    let tls = match endpoint.security {
        Security::Tls => Tls::Implicit,
        Security::StartTls => Tls::StartTls,
        Security::None => Tls::None,
    };
    let mut settings = SmtpSettings::new(&endpoint.host, endpoint.port, tls);
    settings.ca_file.clone_from(&config.relay.ca_file);
    settings.allow_plaintext_auth = config.relay.allow_plaintext_auth;
    if let Some(name) = &config.relay.hello_name {
        let name =
            HelloName::new(name).map_err(|expected| anyhow!("`relay.hello_name`: expected {expected}"));
        settings.hello_name = Some(name?);
    }
    if let Some(login) = login {
        let password = Secret::new(login.password.read()?.expose());
        settings.credentials = Some(Credentials { user: login.username.clone(), password });
    }
    Ok(Route::Smtp(settings))
}

fn site(config: &Config) -> anyhow::Result<Site> {
    let hosts = &config.links.hosts;
    let target = |text: &str| Target::new(text, hosts).map_err(|expected| anyhow!("expected {expected}"));
    let mut markets = BTreeMap::new();
    for (market, targets) in &config.links.markets {
        let mut in_market = BTreeMap::new();
        for link in LinkName::ALL {
            if let Some(text) = targets.get(link.as_str()) {
                let path = || format!("`links.markets.{}.{link}`", market.as_str());
                in_market.insert(link, target(text.as_str()).with_context(path)?);
            }
        }
        markets.insert(*market, in_market);
    }
    let text = |link: LinkName| config.links.targets.get(link.as_str()).map_or("", |target| target.as_str());
    let links = Links::new(|link| target(text(link)).with_context(|| format!("`links.{link}`")), markets)?;
    let logo = config.brand.logo.as_ref().map(|logo| Logo {
        url: logo.url.clone(),
        alt: logo.alt.to_string(),
        width: logo.width,
        height: logo.height,
    });
    let brand = config.brand.name.to_string();
    Ok(Site { brand, logo, links, retention_days: config.defaults.retention_days })
}

/// The brand as `Feedback-ID` can hold it.
fn tenant(brand: &str) -> String {
    let words = brand.split(|char: char| !char.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let slug = words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-");
    if slug.is_empty() { "pastdue".to_owned() } else { slug }
}
