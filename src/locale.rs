//! Which language a mail is in, and why.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use fluent_langneg::{LanguageIdentifier, NegotiationStrategy, negotiate_languages};

/// A language that the catalog offers, such as `nl-NL`. Cloning it is cheap.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Locale(Arc<Inner>);

#[derive(Debug, PartialEq, Eq, Hash)]
struct Inner {
    tag: Box<str>,
    direction: Direction,
    /// The tag with its script spelled out: without it CLDR takes `zh-CN` for a kind of `zh-TW`.
    offered: LanguageIdentifier,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Direction {
    LeftToRight,
    RightToLeft,
}

impl Locale {
    /// The tag as text, in the spelling of BCP 47.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0.tag
    }

    /// `ltr` or `rtl`, as HTML's `dir` attribute has it.
    #[must_use]
    pub fn direction(&self) -> &'static str {
        match self.0.direction {
            Direction::LeftToRight => "ltr",
            Direction::RightToLeft => "rtl",
        }
    }
}

impl FromStr for Locale {
    type Err = Error;

    fn from_str(tag: &str) -> Result<Locale, Error> {
        let error = || Error::NoTag { tag: tag.escape_debug().take(40).collect() };
        let mut identifier: unic_langid::LanguageIdentifier = tag.parse().map_err(|_| error())?;
        // A language of more than three letters is legal and has never been registered: it is a name such as `english`.
        if identifier.language.is_empty() || identifier.language.as_str().len() > 3 {
            return Err(error());
        }
        let direction = match identifier.character_direction() {
            unic_langid::CharacterDirection::RTL => Direction::RightToLeft,
            _ => Direction::LeftToRight,
        };
        let tag = identifier.to_string().into_boxed_str();
        identifier.maximize();
        let offered = identifier.to_string().parse().map_err(|_| error())?;
        Ok(Locale(Arc::new(Inner { tag, direction, offered })))
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.tag)
    }
}

impl AsRef<LanguageIdentifier> for Locale {
    fn as_ref(&self) -> &LanguageIdentifier {
        &self.0.offered
    }
}

/// The outcome of a negotiation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Negotiated<'a> {
    /// The locale of the mail.
    pub locale: &'a Locale,
    /// Why it was chosen.
    pub why: Why,
}

/// Why a locale was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// It was asked for by name.
    Requested,
    /// It serves a language that was asked for.
    Serves {
        /// The tag that was asked for, such as `nl-BE`.
        requested: String,
    },
    /// Nothing was asked for.
    NothingRequested,
    /// Nothing that was asked for is offered.
    NoneOffered {
        /// The tags that were asked for.
        requested: Vec<String>,
    },
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Why::Requested => f.write_str("asked for by name"),
            Why::Serves { requested } => write!(f, "serves `{requested}`"),
            Why::NothingRequested => f.write_str("the default, as no locale was asked for"),
            Why::NoneOffered { requested } => {
                write!(f, "the default, as none is offered for `{}`", requested.join("`, `"))
            }
        }
    }
}

/// Chooses the locale of a mail: the first of `requested` that one of `offered` serves, else `default`.
///
/// Tags are matched by the likely subtags of CLDR, so `nl-BE` is served by `nl-NL` and `zh-HK` by
/// `zh-TW`, while `zh-CN`, written in another script, is not.
///
/// # Example
///
/// ```
/// use pastdue::locale::{Locale, negotiate};
///
/// let offered: Vec<Locale> = vec!["en-US".parse()?, "zh-TW".parse()?];
/// let requested = ["zh-CN".to_owned(), "zh-HK".to_owned()];
/// let negotiated = negotiate(&requested, &offered, &offered[0]);
/// assert_eq!(negotiated.locale.as_str(), "zh-TW");
/// assert_eq!(negotiated.why.to_string(), "serves `zh-HK`");
/// # Ok::<(), pastdue::locale::Error>(())
/// ```
#[must_use]
pub fn negotiate<'a>(requested: &[String], offered: &'a [Locale], default: &'a Locale) -> Negotiated<'a> {
    for tag in requested {
        // The common case costs no parsing.
        if let Some(locale) = offered.iter().find(|locale| locale.as_str() == tag) {
            return Negotiated { locale, why: Why::Requested };
        }
        let Some(wanted) = identifier(tag) else { continue };
        let found = negotiate_languages(&[wanted], offered, None, NegotiationStrategy::Lookup);
        if let Some(locale) = found.first() {
            let is_same = tag.replace('_', "-").eq_ignore_ascii_case(locale.as_str());
            let why = if is_same { Why::Requested } else { Why::Serves { requested: tag.clone() } };
            return Negotiated { locale, why };
        }
    }
    let why = match requested {
        [] => Why::NothingRequested,
        _ => Why::NoneOffered { requested: requested.to_vec() },
    };
    Negotiated { locale: default, why }
}

/// The language, script and region of a tag; its extensions (RFC 5646, section 2.2.6) choose no mail.
fn identifier(tag: &str) -> Option<LanguageIdentifier> {
    let tag = tag.replace('_', "-");
    let end = tag.match_indices('-').map(|(at, _)| at).find(|&at| {
        let subtag = tag[at + 1..].split('-').next().unwrap_or_default();
        subtag.len() == 1
    });
    let identifier: LanguageIdentifier = tag[..end.unwrap_or(tag.len())].parse().ok()?;
    (!identifier.language.is_empty()).then_some(identifier)
}

/// What is wrong with a locale.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The text is no language tag.
    #[error("`{tag}` is not a language tag such as `nl-NL` (BCP 47)")]
    NoTag {
        /// The text, shortened.
        tag: String,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(requested: &str, expected: &str) {
        let offered: Vec<Locale> =
            ["en-US", "fr-FR", "nl-NL", "sv-SE", "zh-TW"].map(|tag| tag.parse().expect("a tag")).into();
        let requested: Vec<String> = requested.split_whitespace().map(str::to_owned).collect();
        let negotiated = negotiate(&requested, &offered, &offered[0]);
        assert_eq!(format!("{}: {}", negotiated.locale, negotiated.why), expected);
    }

    #[test]
    fn a_locale_serves_the_languages_that_its_readers_share() {
        check("nl-NL", "nl-NL: asked for by name");
        check("NL_nl", "nl-NL: asked for by name");
        check("nl-BE", "nl-NL: serves `nl-BE`");
        check("nl", "nl-NL: serves `nl`");
        check("fr-CA", "fr-FR: serves `fr-CA`");
        check("sv-FI", "sv-SE: serves `sv-FI`");
        check("en-GB", "en-US: serves `en-GB`");
        check("nl-BE-u-ca-gregory", "nl-NL: serves `nl-BE-u-ca-gregory`");
    }

    #[test]
    fn chinese_is_matched_by_its_script() {
        for tag in ["zh-Hant", "zh-HK", "zh-MO", "zh-Hant-HK"] {
            check(tag, &format!("zh-TW: serves `{tag}`"));
        }
        for tag in ["zh", "zh-CN", "zh-Hans", "zh-SG", "zh-Hans-TW"] {
            check(tag, &format!("en-US: the default, as none is offered for `{tag}`"));
        }
    }

    #[test]
    fn the_default_serves_everybody_else() {
        check("", "en-US: the default, as no locale was asked for");
        check("de", "en-US: the default, as none is offered for `de`");
        check(
            "de x-private i-default",
            "en-US: the default, as none is offered for `de`, `x-private`, `i-default`",
        );
    }

    #[test]
    fn the_order_of_preference_decides() {
        check("de sv-FI nl-NL", "sv-SE: serves `sv-FI`");
        check("zh-CN zh-HK", "zh-TW: serves `zh-HK`");
        check("und fr", "fr-FR: serves `fr`");
    }

    #[test]
    fn a_tag_that_is_none_is_refused() {
        for tag in ["", "nl NL", "english", "nederlands-en-meer", "../etc", "und"] {
            assert!(tag.parse::<Locale>().is_err(), "{tag}");
        }
    }
}
