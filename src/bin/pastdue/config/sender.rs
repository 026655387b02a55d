//! Who the mails are from, and how they are signed.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, anyhow};
use pastdue::message::{DkimKey, Verp};
use pastdue::{Address, Locale, Sender};
use unicode_normalization::UnicodeNormalization as _;

use super::problem::Problem;
use super::settings::Settings;
use super::{Config, all_or_none, name};

/// Where mails come back to, each to an address of its own that is signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Bounces {
    address: Address,
    /// The file with the secret that signs.
    pub(super) key_file: PathBuf,
}

/// How mails are signed (RFC 6376).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Dkim {
    domain: String,
    selector: String,
    /// The file with the private key, in PEM.
    pub(super) key_file: PathBuf,
}

impl Config {
    /// Who the mails are from, with the key that signs them if there is one.
    ///
    /// # Errors
    ///
    /// If the key cannot be read or cannot sign mail.
    pub(crate) fn sender(&self) -> anyhow::Result<Sender> {
        let Sender { address, reply_to, name, names, tenant, dkim: _, bounces: _ } = &self.sender;
        Ok(Sender {
            address: address.clone(),
            reply_to: reply_to.clone(),
            name: name.clone(),
            names: names.clone(),
            tenant: tenant.clone(),
            dkim: self.dkim.as_ref().map(Dkim::key).transpose()?,
            bounces: self.verp()?,
        })
    }

    /// What signs and reads the addresses that mails come back to, if they have their own.
    ///
    /// # Errors
    ///
    /// If the secret cannot be read or is too short.
    pub(crate) fn verp(&self) -> anyhow::Result<Option<Verp>> {
        self.bounces.as_ref().map(Bounces::verp).transpose()
    }
}

impl Bounces {
    fn verp(&self) -> anyhow::Result<Verp> {
        let path = self.key_file.display();
        let key = fs::read(&self.key_file)
            .with_context(|| format!("failed to read the key of the bounces `{path}`"))?;
        let key = key.trim_ascii_end();
        Verp::new(self.address.clone(), key).map_err(|expected| {
            anyhow!("the key of the bounces `{path}` cannot be used: expected {expected}")
        })
    }
}

impl Dkim {
    fn key(&self) -> anyhow::Result<DkimKey> {
        let path = self.key_file.display();
        let pem = fs::read_to_string(&self.key_file)
            .with_context(|| format!("failed to read the DKIM key `{path}`"))?;
        DkimKey::from_pem(&self.domain, &self.selector, &pem)
            .with_context(|| format!("the DKIM key `{path}` cannot be used"))
    }
}

/// Who the mails of `brand` are from, without the key.
pub(super) fn sender(settings: &Settings, brand: &str) -> Result<Sender, Problem> {
    let mut names = BTreeMap::new();
    for given in settings.names_below("sender.names") {
        let path = format!("sender.names.{given}");
        let tag = super::tag(&given).map_err(|expected| {
            let meant = given.parse::<Locale>().map(|locale| format!("; did you mean `{locale}`?"));
            settings.expected(&path, format_args!("{expected} after `names`{}", meant.unwrap_or_default()))
        })?;
        names.insert(tag.to_string(), settings.need(&path, name)?);
    }
    Ok(Sender {
        address: settings.need("sender.address", Address::new)?,
        reply_to: settings.text("sender.reply_to", Address::new)?,
        name: settings.need("sender.name", name)?,
        names,
        tenant: tenant(brand),
        dkim: None,
        bounces: None,
    })
}

pub(super) fn bounces(settings: &Settings) -> Result<Option<Bounces>, Problem> {
    if !all_or_none(settings, &["bounces.address", "bounces.key_file"])? {
        return Ok(None);
    }
    let Some(key_file) = settings.file("bounces.key_file")? else { return Ok(None) };
    let address = settings.need("bounces.address", |text| {
        let address = Address::new(text)?;
        // The secret is read when it is needed; what is wrong with the address is told now.
        Verp::new(address.clone(), &[0; 32]).map(|_| address)
    })?;
    Ok(Some(Bounces { address, key_file }))
}

pub(super) fn dkim(settings: &Settings) -> Result<Option<Dkim>, Problem> {
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

/// The brand in lower-case ASCII letters, digits and hyphens, never empty: `Café Noir` is `cafe-noir`.
fn tenant(brand: &str) -> String {
    let mut tenant = String::new();
    for char in brand.nfkd() {
        if char.is_ascii_alphanumeric() {
            tenant.push(char.to_ascii_lowercase());
        } else if (char.is_ascii() || char.is_whitespace()) && !tenant.is_empty() && !tenant.ends_with('-') {
            tenant.push('-');
        }
    }
    match tenant.trim_end_matches('-') {
        "" => "pastdue".to_owned(),
        tenant => tenant.to_owned(),
    }
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

    #[test]
    fn a_tenant_is_the_brand_in_plain_letters() {
        for (brand, expected) in [
            ("Example Cloud", "example-cloud"),
            ("Café Noir", "cafe-noir"),
            ("  Müller & Söhne, Inc. ", "muller-sohne-inc"),
            ("365", "365"),
            ("雲端 Cloud", "cloud"),
            ("雲端", "pastdue"),
            ("--", "pastdue"),
        ] {
            assert_eq!(tenant(brand), expected, "{brand}");
        }
    }
}
