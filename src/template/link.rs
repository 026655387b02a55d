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
    /// What is expected: https, a listed host, no user or password, known placeholders after the host only.
    pub fn new(template: &str, hosts: &[String]) -> Result<Target, String> {
        let mut pieces = Vec::new();
        let mut rest = template;
        while let Some((text, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}').ok_or("a `}` after each `{`")?;
            pieces.push(Piece::Text(text.to_owned()));
            pieces.push(match name {
                "account_id" => Piece::AccountId,
                "subscription_id" => Piece::SubscriptionId,
                "notice_id" => Piece::NoticeId,
                _ => {
                    return Err(format!(
                        "`{{account_id}}`, `{{subscription_id}}` or `{{notice_id}}`, found `{{{name}}}`"
                    ));
                }
            });
            rest = after;
        }
        if rest.contains('}') {
            return Err("a `{` before each `}`".to_owned());
        }
        pieces.push(Piece::Text(rest.to_owned()));
        let Some(Piece::Text(start)) = pieces.first() else { return Err("an https URL".to_owned()) };
        let after_scheme =
            start.strip_prefix("https://").ok_or("an absolute URL that begins with `https://`")?;
        if pieces.len() > 1 && !after_scheme.contains(['/', '?', '#']) {
            return Err("no placeholder in the host".to_owned());
        }
        let target = Target(pieces);
        let url =
            Url::parse(&target.fill("x", "x", "x")).map_err(|err| format!("a URL that parses ({err})"))?;
        if !url.username().is_empty() || url.password().is_some() {
            return Err("no user or password in the URL".to_owned());
        }
        let host = url.host_str().unwrap_or_default();
        if !hosts.iter().any(|listed| listed.eq_ignore_ascii_case(host)) {
            return Err(format!("a host of the list `hosts`, found `{host}`"));
        }
        if template
            .chars()
            .any(|char| char.is_whitespace() || char.is_control() || "\"<>()\\^`|'".contains(char))
        {
            return Err("no space, quote or bracket in the URL: percent-encode it".to_owned());
        }
        if !template.is_ascii() {
            return Err("ASCII alone in the URL: percent-encode the rest".to_owned());
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

    fn check(template: &str, expected: Result<&str, &str>) {
        let hosts = ["account.example.com".to_owned()];
        let filled = Target::new(template, &hosts).map(|target| target.fill("a b/c", "sub&1=2", "n:1/é"));
        assert_eq!(filled.as_deref().map_err(String::as_str), expected, "{template}");
    }

    #[test]
    fn ids_are_percent_encoded() {
        check(
            "https://account.example.com/{account_id}/x?s={subscription_id}&n={notice_id}",
            Ok("https://account.example.com/a%20b%2Fc/x?s=sub%261%3D2&n=n%3A1%2F%C3%A9"),
        );
    }

    #[test]
    fn a_target_cannot_lead_elsewhere() {
        check("http://account.example.com/", Err("an absolute URL that begins with `https://`"));
        check("javascript:alert(1)", Err("an absolute URL that begins with `https://`"));
        check("/pay", Err("an absolute URL that begins with `https://`"));
        check("https://{account_id}.example.com/", Err("no placeholder in the host"));
        check("https://evil.example/", Err("a host of the list `hosts`, found `evil.example`"));
        check("https://account.example.com@evil.example/", Err("no user or password in the URL"));
        check(
            "https://account.example.com/{acount_id}",
            Err("`{account_id}`, `{subscription_id}` or `{notice_id}`, found `{acount_id}`"),
        );
        check("https://account.example.com/{account_id", Err("a `}` after each `{`"));
        check(
            "https://account.example.com/a b",
            Err("no space, quote or bracket in the URL: percent-encode it"),
        );
    }
}
