//! What languages are called by those who speak them.

/// The name of the language of a tag, in that language; of one that is not known, the tag.
pub(super) fn name(tag: &str) -> &str {
    let language = tag.split('-').next().unwrap_or(tag);
    let known = NAMES.iter().find(|(known, _)| *known == tag || *known == language);
    known.map_or(tag, |(_, name)| name)
}

/// A tag with its region comes before the language alone.
const NAMES: [(&str, &str); 40] = [
    ("zh-TW", "繁體中文"),
    ("zh-HK", "繁體中文（香港）"),
    ("zh", "简体中文"),
    ("pt-BR", "português (Brasil)"),
    ("ar", "العربية"),
    ("bg", "български"),
    ("ca", "català"),
    ("cs", "čeština"),
    ("da", "dansk"),
    ("de", "Deutsch"),
    ("el", "Ελληνικά"),
    ("en", "English"),
    ("es", "español"),
    ("et", "eesti"),
    ("eu", "euskara"),
    ("fa", "فارسی"),
    ("fi", "suomi"),
    ("fr", "français"),
    ("ga", "Gaeilge"),
    ("he", "עברית"),
    ("hi", "हिन्दी"),
    ("hr", "hrvatski"),
    ("hu", "magyar"),
    ("id", "Bahasa Indonesia"),
    ("is", "íslenska"),
    ("it", "italiano"),
    ("ja", "日本語"),
    ("ko", "한국어"),
    ("lt", "lietuvių"),
    ("lv", "latviešu"),
    ("nb", "norsk bokmål"),
    ("nl", "Nederlands"),
    ("pl", "polski"),
    ("pt", "português"),
    ("ro", "română"),
    ("sk", "slovenčina"),
    ("sl", "slovenščina"),
    ("sv", "svenska"),
    ("tr", "Türkçe"),
    ("uk", "українська"),
];
