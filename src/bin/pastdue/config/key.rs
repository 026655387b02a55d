//! Every key that the configuration knows: the one list behind the file, the environment and `pastdue config`.

use pastdue::Locale;

use super::suggest;

/// What a key holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A string.
    Text,
    /// An array of strings; in the environment, separated by commas.
    Texts,
    /// A whole number.
    Number,
    /// `true` or `false`.
    Flag,
    /// A string that comes from the environment alone and is never printed.
    Secret,
}

impl Kind {
    /// What is expected, in words.
    pub(super) fn expected(self) -> &'static str {
        match self {
            Kind::Text | Kind::Secret => "a string",
            Kind::Texts => "an array of strings",
            Kind::Number => "a whole number",
            Kind::Flag => "`true` or `false`",
        }
    }
}

/// One key of the configuration.
#[derive(Debug)]
pub(super) struct Key {
    /// Its dotted path. A segment such as `<tag>` stands for a name that the user chooses.
    pub(super) path: &'static str,
    /// What it holds.
    pub(super) kind: Kind,
    /// Its value where nothing sets it, written as in the environment.
    pub(super) default: Option<&'static str>,
}

/// The segment that stands for a language tag.
const TAG: &str = "<tag>";
/// The segment that stands for the number of a further relay.
const NUMBER: &str = "<n>";

/// The further relay that `name` is the number of: the first has none.
pub(super) fn relay_number(name: &str) -> Option<u8> {
    name.parse().ok().filter(|n| (2..=9).contains(n) && name.len() == 1)
}

const fn text(path: &'static str) -> Key {
    Key { path, kind: Kind::Text, default: None }
}

const fn number(path: &'static str) -> Key {
    Key { path, kind: Kind::Number, default: None }
}

impl Key {
    const fn or(mut self, default: &'static str) -> Key {
        self.default = Some(default);
        self
    }

    /// The path without its last segment.
    pub(super) fn section(&self) -> &'static str {
        self.path.rsplit_once('.').map_or("", |(section, _)| section)
    }

    /// The name of the variable that sets the key.
    pub(super) fn variable(&self) -> String {
        match self.kind {
            // No key of the file bears this name, so that none is tempted to write it there.
            Kind::Secret => format!("PASTDUE_{}", self.path.replace('.', "_").to_uppercase()),
            _ => format!("PASTDUE_{}", self.path.replace('.', "__").replace('-', "_").to_uppercase()),
        }
    }
}

/// Every key, in the order in which `pastdue config` prints them.
pub(super) const KEYS: &[Key] = &[
    text("transport"),
    text("brand.name").or("Example Cloud"),
    text("brand.logo.url"),
    text("brand.logo.alt"),
    number("brand.logo.width"),
    number("brand.logo.height"),
    text("sender.address").or("billing@billing.example.com"),
    text("sender.reply_to"),
    text("sender.name").or("Example Cloud Billing"),
    text("sender.names.<tag>"),
    Key { path: "links.hosts", kind: Kind::Texts, default: Some("account.example.com") },
    text("links.update-payment").or("https://account.example.com/{account_id}/payment?notice={notice_id}"),
    text("links.change-card")
        .or("https://account.example.com/{account_id}/subscriptions/{subscription_id}/card"),
    text("links.account-center").or("https://account.example.com/{account_id}"),
    text("links.portal").or("https://account.example.com/portal"),
    text("links.profile").or("https://account.example.com/profile"),
    text("links.support").or("https://account.example.com/support"),
    text("links.reactivate")
        .or("https://account.example.com/{account_id}/subscriptions/{subscription_id}/reactivate"),
    text("links.data-policy").or("https://account.example.com/data-policy"),
    text("links.markets.<market>.update-payment"),
    text("links.markets.<market>.change-card"),
    text("links.markets.<market>.account-center"),
    text("links.markets.<market>.portal"),
    text("links.markets.<market>.profile"),
    text("links.markets.<market>.support"),
    text("links.markets.<market>.reactivate"),
    text("links.markets.<market>.data-policy"),
    text("defaults.locale").or("en-US"),
    number("defaults.retention_days").or("90"),
    text("relay.host"),
    number("relay.port"),
    text("relay.security"),
    text("relay.username"),
    text("relay.password_file"),
    Key { path: "relay.password", kind: Kind::Secret, default: None },
    text("relay.ca_file"),
    text("relay.hello_name"),
    Key { path: "relay.allow_plaintext_auth", kind: Kind::Flag, default: None },
    number("relay.connections").or("8"),
    text("relay.rate"),
    number("relay.per_domain").or("20"),
    number("relay.connect_timeout").or("30"),
    number("relay.command_timeout").or("300"),
    number("relay.body_timeout").or("180"),
    number("relay.dot_timeout").or("600"),
    text("relay.<n>.host"),
    number("relay.<n>.port"),
    text("relay.<n>.security"),
    text("relay.<n>.username"),
    text("relay.<n>.password_file"),
    text("relay.<n>.ca_file"),
    text("relay.<n>.hello_name"),
    Key { path: "relay.<n>.allow_plaintext_auth", kind: Kind::Flag, default: None },
    number("relay.<n>.connections"),
    text("relay.<n>.rate"),
    number("relay.<n>.connect_timeout"),
    number("relay.<n>.command_timeout"),
    number("relay.<n>.body_timeout"),
    number("relay.<n>.dot_timeout"),
    text("outbox.url").or("sqlite:pastdue.db"),
    text("outbox.password_file"),
    Key { path: "outbox.password", kind: Kind::Secret, default: None },
    text("outbox.lease").or("60s"),
    text("outbox.expires_after").or("3d"),
    text("outbox.on_doubt").or("hold"),
    text("outbox.resend_after").or("6h"),
    text("bounces.address"),
    text("bounces.key_file"),
    text("dkim.domain"),
    text("dkim.selector"),
    text("dkim.key_file"),
];

/// Variables that begin with `PASTDUE_` and set no key.
pub(super) const OTHER_VARIABLES: [&str; 2] = ["PASTDUE_CONFIG", "PASTDUE_LOG"];

/// The key at `path`.
pub(super) fn find(path: &str) -> Option<&'static Key> {
    KEYS.iter().find(|key| key.path.split('.').count() == path.split('.').count() && begins(key.path, path))
}

/// Whether `path` is a table that holds keys.
pub(super) fn is_section(path: &str) -> bool {
    KEYS.iter().any(|key| begins(key.path, path)) && find(path).is_none()
}

/// Whether the first segments of `pattern` are those of `path`.
fn begins(pattern: &str, path: &str) -> bool {
    let mut pattern = pattern.split('.');
    let fits = |segment: &str, name: &str| match segment {
        NUMBER => relay_number(name).is_some(),
        _ => segment == name || segment.starts_with('<'),
    };
    path.split('.').all(|name| pattern.next().is_some_and(|segment| fits(segment, name)))
}

/// The names that may stand in the table `section` (empty: at the top).
pub(super) fn names_in(section: &str) -> Vec<&'static str> {
    let depth = if section.is_empty() { 0 } else { section.split('.').count() };
    let keys = KEYS.iter().filter(|key| section.is_empty() || begins(key.path, section));
    let keys = keys.filter(|key| key.kind != Kind::Secret);
    let names = keys.filter_map(|key| key.path.split('.').nth(depth));
    let mut names: Vec<_> = names.filter(|name| *name != NUMBER).collect();
    names.dedup();
    names
}

/// What the user may have meant by the unknown `name` in `section`: the whole path.
pub(super) fn meant(section: &str, name: &str) -> Option<String> {
    let in_section =
        |name: &str| if section.is_empty() { name.to_owned() } else { format!("{section}.{name}") };
    let names = names_in(section).into_iter().filter(|name| !name.starts_with('<'));
    suggest::closest(name, names).map(in_section).or_else(|| {
        // The right name in the wrong table.
        let last = |key: &Key| key.path.rsplit('.').next() == Some(name) && !key.path.contains('<');
        KEYS.iter().find(|key| last(key)).map(|key| key.path.to_owned())
    })
}

/// The path that the variable `name` sets, with its key.
pub(super) fn of_variable(name: &str) -> Option<(String, &'static Key)> {
    let given = name.strip_prefix("PASTDUE_")?;
    KEYS.iter().find_map(|key| {
        let variable = key.variable();
        let pattern: Vec<_> = variable.strip_prefix("PASTDUE_")?.split("__").collect();
        let given: Vec<_> = given.split("__").collect();
        let fits = |(pattern, given): (&&str, &&str)| match pattern.strip_prefix('<') {
            Some("N>") => relay_number(given).is_some(),
            Some(_) => !given.is_empty(),
            None => pattern == given,
        };
        if pattern.len() != given.len() || !pattern.iter().zip(&given).all(fits) {
            return None;
        }
        let segments = key.path.split('.').enumerate();
        let path: Vec<_> = segments
            .map(|(at, segment)| match segment {
                // Capitals and hyphens of the tag are lost in a name of a variable.
                TAG => given[at].parse().map_or(given[at].to_owned(), |tag: Locale| tag.to_string()),
                _ if segment.starts_with('<') => given[at].to_owned(),
                _ => segment.to_owned(),
            })
            .collect();
        Some((path.join("."), key))
    })
}

/// The variable that the user may have meant by the unknown `name`.
pub(super) fn meant_variable(name: &str) -> Option<String> {
    let keys = KEYS.iter().filter(|key| !key.path.contains('<')).map(Key::variable);
    let names: Vec<_> = keys.chain(OTHER_VARIABLES.map(str::to_owned)).collect();
    // The common beginning must not make strangers look alike.
    let short = |name: &'_ str| name.strip_prefix("PASTDUE_").unwrap_or(name).to_owned();
    let shorts: Vec<_> = names.iter().map(|name| short(name)).collect();
    let closest = suggest::closest(&short(name), shorts.iter().map(String::as_str))?.to_owned();
    Some(format!("PASTDUE_{closest}"))
}

#[cfg(test)]
mod tests {
    use pastdue::template::LinkName;

    use super::*;

    #[test]
    fn every_key_has_a_variable_that_leads_back_to_it() {
        for key in KEYS.iter().filter(|key| !key.path.contains('<')) {
            let (path, found) = of_variable(&key.variable()).expect("the variable is known");
            assert_eq!((path.as_str(), found.path), (key.path, key.path));
        }
        let path = |name| of_variable(name).map(|(path, _)| path).unwrap_or_default();
        assert_eq!(path("PASTDUE_SENDER__NAMES__ZH_TW"), "sender.names.zh-TW");
        assert_eq!(path("PASTDUE_RELAY__2__HOST"), "relay.2.host");
        assert_eq!(path("PASTDUE_LINKS__MARKETS__NL__CHANGE_CARD"), "links.markets.NL.change-card");
        for unknown in [
            "PASTDUE_",
            "PASTDUE_RELAY",
            "PASTDUE_RELAY__PASSWORD",
            "PASTDUE_SENDER__NAMES__",
            "PASTDUE_RELAY__1__HOST",
        ] {
            assert_eq!(path(unknown), "", "{unknown}");
        }
    }

    #[test]
    fn every_link_has_its_keys() {
        for link in LinkName::ALL {
            assert!(find(&format!("links.{link}")).is_some_and(|key| key.default.is_some()), "{link}");
            assert!(find(&format!("links.markets.NL.{link}")).is_some(), "{link}");
        }
    }

    #[test]
    fn the_example_explains_every_key() {
        let example = include_str!("../../../../examples/pastdue.toml");
        for key in KEYS.iter().filter(|key| !key.path.contains('<') && key.kind != Kind::Secret) {
            let name = key.path.rsplit('.').next().unwrap_or_default();
            let is_set = |line: &str| line.trim_start_matches(['#', ' ']).starts_with(&format!("{name} ="));
            assert!(example.lines().any(is_set) || example.contains(&format!(" {name} = ")), "{}", key.path);
        }
    }
}
