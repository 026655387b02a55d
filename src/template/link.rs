//! Where links lead: configured, never written in a row or a translation.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use url::Url;

use crate::notice::{Market, Notice};

/// What may stand unencoded in a path segment or query value: the unreserved set of RFC 3986, section 2.3.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A link that a mail, an alert or the article may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LinkName {
    /// Where payment information is updated and a balance is paid.
    UpdatePayment,
    /// Where the card of a subscription is changed.
    ChangeCard,
    /// The Account Center, with its invoices.
    AccountCenter,
    /// The portal.
    Portal,
    /// The administrator's profile, with the address for billing mail.
    Profile,
    /// Support.
    Support,
    /// Where a canceled subscription is reactivated.
    Reactivate,
    /// How the vendor manages data.
    DataPolicy,
}

impl LinkName {
    /// All links, in the order of the configuration.
    pub const ALL: [LinkName; 8] = [
        LinkName::UpdatePayment,
        LinkName::ChangeCard,
        LinkName::AccountCenter,
        LinkName::Portal,
        LinkName::Profile,
        LinkName::Support,
        LinkName::Reactivate,
        LinkName::DataPolicy,
    ];

    /// The name in translations and in the configuration.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            LinkName::UpdatePayment => "update-payment",
            LinkName::ChangeCard => "change-card",
            LinkName::AccountCenter => "account-center",
            LinkName::Portal => "portal",
            LinkName::Profile => "profile",
            LinkName::Support => "support",
            LinkName::Reactivate => "reactivate",
            LinkName::DataPolicy => "data-policy",
        }
    }

    pub(super) fn parse(name: &str) -> Option<LinkName> {
        LinkName::ALL.into_iter().find(|link| link.as_str() == name)
    }
}

impl fmt::Display for LinkName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The target of a link: an https URL with `{account_id}`, `{subscription_id}` and `{notice_id}` in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target(Vec<Piece>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Text(String),
    AccountId,
    SubscriptionId,
    NoticeId,
}

impl Target {
    /// Parses `template`, whose host must be one of `hosts`.
    ///
    /// # Errors
    ///
    /// What is expected: https, a listed host, no user or password, known placeholders behind the host only,
    /// and nothing that would need an escape in HTML or Markdown.
    pub fn new(template: &str, hosts: &[String]) -> Result<Target, String> {
        let rest = template.strip_prefix("https://").ok_or("an `https://` URL")?;
        if let Some(char) = template.chars().find(|&char| !is_plain(char)) {
            let char = char.escape_default();
            return Err(format!(
                "a URL in ASCII without spaces, quotes, brackets and backslashes (percent-encoded), found `{char}`"
            ));
        }
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        if authority.contains('@') {
            return Err("a URL without user name and password".to_owned());
        }
        if authority.contains(['{', '}']) {
            return Err("a host without placeholders: they may stand after it only".to_owned());
        }
        if authority.is_empty() {
            return Err("a host after `https://`".to_owned());
        }
        let target = Target(pieces(template)?);
        let url =
            Url::parse(&target.fill("x", "x", "x")).map_err(|err| format!("a URL that is valid ({err})"))?;
        let host = url.host_str().unwrap_or_default();
        if !hosts.iter().any(|listed| listed.eq_ignore_ascii_case(host)) {
            let hosts = hosts.join("`, `");
            return Err(format!("a host that `links.hosts` lists (`{hosts}`), found `{host}`"));
        }
        Ok(target)
    }

    fn fill(&self, account_id: &str, subscription_id: &str, notice_id: &str) -> String {
        let mut url = String::with_capacity(96);
        for piece in &self.0 {
            match piece {
                Piece::Text(text) => url.push_str(text),
                Piece::AccountId => url.extend(utf8_percent_encode(account_id, ENCODED)),
                Piece::SubscriptionId => url.extend(utf8_percent_encode(subscription_id, ENCODED)),
                Piece::NoticeId => url.extend(utf8_percent_encode(notice_id, ENCODED)),
            }
        }
        url
    }
}

/// What may stand in a target as it is: the characters of RFC 3986 that mean nothing to HTML and Markdown,
/// and the braces of the placeholders.
fn is_plain(char: char) -> bool {
    char.is_ascii_graphic() && !"\"'<>()\\^`|".contains(char)
}

fn pieces(template: &str) -> Result<Vec<Piece>, String> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some(at) = rest.find(['{', '}']) {
        let braced = rest[at..].strip_prefix('{').and_then(|inner| inner.split_once('}'));
        let (name, behind) = braced.ok_or("each `{` to have its `}`, with the name of an id between them")?;
        pieces.push(Piece::Text(rest[..at].to_owned()));
        pieces.push(match name {
            "account_id" => Piece::AccountId,
            "subscription_id" => Piece::SubscriptionId,
            "notice_id" => Piece::NoticeId,
            _ => {
                return Err(format!(
                    "one of `{{account_id}}`, `{{subscription_id}}`, `{{notice_id}}`, found `{{{name}}}`"
                ));
            }
        });
        rest = behind;
    }
    pieces.push(Piece::Text(rest.to_owned()));
    Ok(pieces)
}

/// The targets of all links, with those that differ in a market.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Links {
    targets: [Target; LinkName::ALL.len()],
    markets: BTreeMap<Market, BTreeMap<LinkName, Target>>,
}

impl Links {
    /// Asks `target` for the target of each link; those of `markets` take their place in one market.
    ///
    /// # Errors
    ///
    /// The first error of `target`.
    pub fn new<E>(
        mut target: impl FnMut(LinkName) -> Result<Target, E>,
        markets: BTreeMap<Market, BTreeMap<LinkName, Target>>,
    ) -> Result<Links, E> {
        let [update_payment, change_card, account_center, portal, profile, support, reactivate, data_policy] =
            LinkName::ALL;
        let targets = [
            target(update_payment)?,
            target(change_card)?,
            target(account_center)?,
            target(portal)?,
            target(profile)?,
            target(support)?,
            target(reactivate)?,
            target(data_policy)?,
        ];
        Ok(Links { targets, markets })
    }

    /// Targets on `host`, one path for each link.
    ///
    /// # Errors
    ///
    /// If `host` is no host.
    pub fn on_host(host: &str) -> Result<Links, String> {
        let target = |link| {
            let path = match link {
                LinkName::UpdatePayment => "billing/payment?account={account_id}&notice={notice_id}",
                LinkName::ChangeCard => "subscriptions/{subscription_id}/card",
                LinkName::AccountCenter => "billing?account={account_id}",
                LinkName::Portal => "",
                LinkName::Profile => "profile",
                LinkName::Support => "support",
                LinkName::Reactivate => "subscriptions/{subscription_id}/reactivate",
                LinkName::DataPolicy => "data-policy",
            };
            Target::new(&format!("https://{host}/{path}"), &[host.to_owned()])
        };
        Links::new(target, BTreeMap::new())
    }

    /// The URL of `link` for one notice.
    pub(super) fn url(&self, link: LinkName, notice: &Notice) -> Cow<'_, str> {
        let market = notice.account.market.and_then(|market| self.markets.get(&market)?.get(&link));
        let target = market.unwrap_or(&self.targets[link as usize]);
        match target.0.as_slice() {
            [Piece::Text(url)] => Cow::Borrowed(url),
            _ => Cow::Owned(target.fill(&notice.account.id, &notice.subscription.id, notice.key.as_str())),
        }
    }

    /// The URL of `link`, if it is the same for every notice.
    pub(super) fn fixed_url(&self, link: LinkName) -> Option<&str> {
        let is_same = !self.markets.values().any(|targets| targets.contains_key(&link));
        match self.targets[link as usize].0.as_slice() {
            [Piece::Text(url)] if is_same => Some(url),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_percent_encoded() {
        let template = "https://account.example.com/{account_id}/x?s={subscription_id}&n={notice_id}";
        let target = Target::new(template, &["account.example.com".to_owned()]).expect("a good target");
        assert_eq!(
            target.fill("a b/c", "sub&1=2", "n:1/é"),
            "https://account.example.com/a%20b%2Fc/x?s=sub%261%3D2&n=n%3A1%2F%C3%A9"
        );
    }

    /// Parses `template`; what is expected in its place begins with `expected`, which is empty if it is good.
    fn check(template: &str, expected: &str) {
        let found = Target::new(template, &["pay.example.com".to_owned()]).err().unwrap_or_default();
        assert!(
            found.starts_with(expected) && found.is_empty() == expected.is_empty(),
            "{template}: {found}"
        );
    }

    #[test]
    fn a_target_is_https_on_a_listed_host() {
        check("https://pay.example.com/{account_id}?s={subscription_id}#{notice_id}", "");
        check("https://pay.example.com?{account_id}{notice_id}", "");
        check("https://PAY.example.com", "");
        check("https://pay.example.com:8443/", "");
        check("http://pay.example.com/", "an `https://` URL");
        check("//pay.example.com/", "an `https://` URL");
        check("/pay", "an `https://` URL");
        check("javascript:alert(1)", "an `https://` URL");
        check(
            "https://evil.example/",
            "a host that `links.hosts` lists (`pay.example.com`), found `evil.example`",
        );
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
        check("https:///{account_id}.example.com/", "a host after");
        check("https://pay.example.com{account_id}/", "a host without placeholders");
        check("https://pay.example.com%2f.evil.example/", "a URL that is valid");
    }

    #[test]
    fn nothing_ends_the_markup_around_a_target() {
        for char in [' ', '"', '\'', '<', '>', '(', ')', '`', '\n'] {
            check(&format!("https://pay.example.com/{char}"), "a URL in ASCII");
        }
    }

    #[test]
    fn a_placeholder_is_the_name_of_an_id() {
        check(
            "https://pay.example.com/{acount_id}",
            "one of `{account_id}`, `{subscription_id}`, `{notice_id}`, found `{acount_id}`",
        );
        check("https://pay.example.com/{}", "one of");
        check("https://pay.example.com/{{account_id}}", "one of");
        check("https://pay.example.com/{account_id", "each `{` to have its `}`");
        check("https://pay.example.com/account_id}", "each `{` to have its `}`");
    }
}
