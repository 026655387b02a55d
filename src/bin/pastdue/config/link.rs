//! Where the links of a mail lead, and on which hosts they may.

use std::collections::BTreeMap;

use pastdue::notice::Market;
use pastdue::template::{LinkName, Links, Target};
use url::Host;

use super::problem::Problem;
use super::settings::Settings;

pub(super) fn links(settings: &Settings) -> Result<Links, Problem> {
    let hosts = hosts(settings)?;
    let target = |text: &str| Target::new(text, &hosts);
    let mut markets = BTreeMap::new();
    for code in settings.names_below("links.markets") {
        for name in LinkName::ALL {
            let path = format!("links.markets.{code}.{name}");
            if let Some(target) = settings.text(&path, target)? {
                let market = Market::new(&code).map_err(|expected| {
                    settings.refuse(&path, format_args!("expected {expected} after `markets`"))
                })?;
                markets.entry(market).or_insert_with(BTreeMap::new).insert(name, target);
            }
        }
    }
    Links::new(|name| settings.need(&format!("links.{name}"), target), markets)
}

fn hosts(settings: &Settings) -> Result<Vec<String>, Problem> {
    let expected = || {
        settings.expected(
            "links.hosts",
            "host names such as `account.example.com`, without `https://`, port or path",
        )
    };
    let texts = settings.texts("links.hosts");
    if texts.is_empty() {
        return Err(settings.expected("links.hosts", "at least one host name such as `account.example.com`"));
    }
    let host = |text: &String| match Host::parse(text) {
        Ok(Host::Domain(host)) if text.is_ascii() && host.contains('.') => Ok(host),
        _ => Err(expected()),
    };
    texts.iter().map(host).collect()
}
