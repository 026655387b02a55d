//! Where the links of a mail lead: https only, on hosts that the configuration lists.

use std::collections::BTreeMap;

use pastdue::notice::Market;
use url::{Host, Url};

use super::problem::Problem;
use super::settings::Settings;
use super::suggest;

/// The names of the links, in the order of the mail.
pub(crate) const LINKS: [&str; 8] = [
    "update-payment",
    "change-card",
    "account-center",
    "portal",
    "profile",
    "support",
    "reactivate",
    "data-policy",
];

const PLACEHOLDERS: [&str; 3] = ["account_id", "subscription_id", "notice_id"];

/// An https URL with `{account_id}`, `{subscription_id}` and `{notice_id}` where the notice's own ids
/// go, percent-encoded. None of them is in the host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LinkTarget(String);

impl LinkTarget {
    /// The URL with its placeholders.
    #[must_use]
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// The targets of all links.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Links {
    /// The hosts on which targets may be, in lower case.
    pub(crate) hosts: Vec<String>,
    /// The target of each of [`LINKS`].
    pub(crate) targets: BTreeMap<&'static str, LinkTarget>,
    /// The targets that are different in one market: only those that are.
    pub(crate) markets: BTreeMap<Market, BTreeMap<&'static str, LinkTarget>>,
}

impl Links {
    pub(super) fn new(settings: &Settings) -> Result<Links, Problem> {
        let hosts = hosts(settings)?;
        let mut targets = BTreeMap::new();
        for name in LINKS {
            let target = settings.need(&format!("links.{name}"), |text| target(text, &hosts))?;
            targets.insert(name, target);
        }
        let mut markets = BTreeMap::new();
        for code in settings.names_below("links.markets") {
            for name in LINKS {
                let path = format!("links.markets.{code}.{name}");
                if let Some(target) = settings.text(&path, |text| target(text, &hosts))? {
                    let market = Market::new(&code).map_err(|expected| {
                        settings.refuse(&path, format_args!("expected {expected} after `markets`"))
                    })?;
                    markets.entry(market).or_insert_with(BTreeMap::new).insert(name, target);
                }
            }
        }
        Ok(Links { hosts, targets, markets })
    }
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

/// Checks the target `text`; the error is what is expected.
fn target(text: &str, hosts: &[String]) -> Result<LinkTarget, String> {
    let rest = text.strip_prefix("https://").ok_or("an `https://` URL")?;
    if let Some(char) = text.chars().find(|&char| !is_plain(char)) {
        let char = char.escape_default();
        return Err(format!(
            "a URL in ASCII without spaces, quotes and backslashes (percent-encoded), found `{char}`"
        ));
    }
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if authority.contains('@') {
        return Err("a URL without user name and password".to_owned());
    }
    if authority.contains(['{', '}']) {
        return Err("a host without placeholders: they may stand behind it only".to_owned());
    }
    if authority.is_empty() {
        return Err("a host after `https://`".to_owned());
    }
    check_placeholders(text)?;
    let url =
        Url::parse(&text.replace(['{', '}'], "")).map_err(|err| format!("a URL that is valid ({err})"))?;
    match url.host_str() {
        Some(host) if hosts.iter().any(|listed| listed == host) => Ok(LinkTarget(text.to_owned())),
        host => {
            let host = host.unwrap_or_default();
            Err(format!("a host that `links.hosts` lists (`{}`), found `{host}`", hosts.join("`, `")))
        }
    }
}

fn check_placeholders(text: &str) -> Result<(), String> {
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let braced = rest[at..].strip_prefix('{').and_then(|inner| inner.split_once('}'));
        let Some((name, behind)) = braced else {
            return Err("each `{` to have its `}`, with the name of an id between them".to_owned());
        };
        if !PLACEHOLDERS.contains(&name) {
            let hint = suggest::closest(name, PLACEHOLDERS);
            let hint = hint.map(|meant| format!("; did you mean `{{{meant}}}`?")).unwrap_or_default();
            let all = PLACEHOLDERS.map(|name| format!("`{{{name}}}`")).join(", ");
            return Err(format!("one of {all}, found `{{{name}}}`{hint}"));
        }
        rest = behind;
    }
    Ok(())
}

/// What may stand in a target as it is: RFC 3986, and the braces of the placeholders.
pub(super) fn is_plain(char: char) -> bool {
    char.is_ascii_graphic() && !matches!(char, '"' | '<' | '>' | '\\' | '^' | '`' | '|')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let problem = target(text, &["pay.example.com".to_owned()]).err().unwrap_or_default();
        assert!(
            problem.starts_with(expected) && problem.is_empty() == expected.is_empty(),
            "{text}: {problem}"
        );
    }

    #[test]
    fn a_target_is_https_on_a_listed_host() {
        check("https://pay.example.com/{account_id}?s={subscription_id}#{notice_id}", "");
        check("https://PAY.example.com", "");
        check("https://pay.example.com:8443/", "");
        check("http://pay.example.com/", "an `https://` URL");
        check("//pay.example.com/", "an `https://` URL");
        check("javascript:alert(1)", "an `https://` URL");
        check("https://evil.example/", "a host that `links.hosts` lists");
        check("https://pay.example.com.evil.example/", "a host that `links.hosts` lists");
        check("https:///pay.example.com/", "a host after");
        check("https:////me@pay.example.com/", "a host after");
        check("https://?pay.example.com/", "a host after");
    }

    #[test]
    fn nothing_hides_another_host() {
        check("https://pay.example.com@evil.example/", "a URL without user name and password");
        check("https://me:secret@pay.example.com/", "a URL without user name and password");
        check("https://pay.example.com\\@evil.example/", "a URL in ASCII");
        check("https://pay.example.com\t.evil.example/", "a URL in ASCII");
        check("https://páy.example.com/", "a URL in ASCII");
        check("https://{account_id}.example.com/", "a host without placeholders");
        check("https://pay.example.com%2f.evil.example/", "a URL that is valid");
    }

    #[test]
    fn a_placeholder_is_the_name_of_an_id() {
        check(
            "https://pay.example.com/{acount_id}",
            "one of `{account_id}`, `{subscription_id}`, `{notice_id}`, found `{acount_id}`; did you mean `{account_id}`?",
        );
        check("https://pay.example.com/{colour}", "one of");
        check("https://pay.example.com/{}", "one of");
        check("https://pay.example.com/{account_id", "each `{` to have its `}`");
        check("https://pay.example.com/account_id}", "each `{` to have its `}`");
        check("https://pay.example.com/{{account_id}}", "one of");
    }
}
