//! What is known of languages: one table for each. Where a table is empty, the rules that ask for it are silent.

mod en;
mod fr;
mod nl;
mod sv;
mod zh_tw;
mod others;

use std::sync::LazyLock;

use foldhash::HashMap;

pub(super) use self::en::COMMON as COMMON_ENGLISH;

/// A language.
#[derive(Debug)]
pub(super) struct Lexicon {
    /// The first subtag of its locales.
    pub(super) code: &'static str,
    /// Its name in English.
    pub(super) name: &'static str,
    /// Words that hold sentences together and that none of the other languages here has.
    pub(super) function_words: &'static str,
    /// Words of [`COMMON_ENGLISH`] that are words of this language too. `None` if nobody has looked.
    pub(super) shared: Option<&'static str>,
    /// Words that say no.
    pub(super) negations: &'static str,
    /// What says no as a part of words.
    pub(super) negation_parts: &'static [Part],
    /// Numbers in words.
    pub(super) numbers: &'static str,
    /// How a reader can be addressed.
    pub(super) address: &'static [Address],
    /// Words that must not be written: see [`Avoid`].
    pub(super) avoid: &'static [Avoid],
    /// Words that may follow themselves.
    pub(super) doubles: &'static str,
    /// Greetings.
    pub(super) greetings: &'static str,
    /// Its marks and spaces. `None` if nobody has looked.
    pub(super) typography: Option<Typography>,
    /// How wide a text is, at least and at most, beside its English source, in percent.
    pub(super) width: Option<(usize, usize)>,
}

/// A part of words, in small letters.
#[derive(Debug)]
pub(super) enum Part {
    Start(&'static str),
    Within(&'static str),
    End(&'static str),
}

/// A way to address the reader, as a contract names it, and the words that belong to it.
#[derive(Debug)]
pub(super) struct Address {
    pub(super) form: &'static str,
    pub(super) words: &'static str,
    /// Words that do not go with it, and what does.
    pub(super) clashes: &'static [(&'static str, &'static str)],
    /// Whether the words have small letters within a sentence.
    pub(super) is_small: bool,
}

/// Words that must not be written where the source has certain ones.
#[derive(Debug)]
pub(super) struct Avoid {
    /// What the source says, in small letters; empty if it does not matter.
    pub(super) source: &'static str,
    /// What must not be written, in small letters.
    pub(super) words: &'static str,
    /// What to write; empty if it depends.
    pub(super) instead: &'static str,
}

/// Marks and spaces.
#[derive(Debug)]
pub(super) struct Typography {
    /// Quotation marks, the usual ones first.
    pub(super) quotes: &'static [(char, char)],
    /// What stands between a quotation mark and the words in it.
    pub(super) quote_space: Option<char>,
    /// What stands before `:` and what before `;`, `!` and `?`.
    pub(super) mark_spaces: Option<(char, char)>,
    /// What stands before `%`.
    pub(super) percent_space: Option<char>,
    /// `…` or `……`.
    pub(super) ellipsis: &'static str,
    /// Whether marks are as wide as Chinese characters.
    pub(super) is_wide: bool,
}

/// What most European languages do.
pub(super) const EUROPEAN: Typography = Typography {
    quotes: &[('“', '”')],
    quote_space: None,
    mark_spaces: None,
    percent_space: None,
    ellipsis: "…",
    is_wide: false,
};

/// A language of which nothing is known.
pub(super) const UNKNOWN: Lexicon = Lexicon {
    code: "",
    name: "",
    function_words: "",
    shared: None,
    negations: "",
    negation_parts: &[],
    numbers: "",
    address: &[],
    avoid: &[],
    doubles: "",
    greetings: "",
    typography: None,
    width: None,
};

static ALL: [&Lexicon; 9] =
    [&en::EN, &fr::FR, &nl::NL, &sv::SV, &zh_tw::ZH_TW, &others::DE, &others::ES, &others::IT, &others::DA];

/// What is known of the language of `tag`.
pub(super) fn lexicon(tag: &str) -> &'static Lexicon {
    static NOTHING: Lexicon = UNKNOWN;
    let code = tag.split('-').next().unwrap_or_default();
    // Chinese is written in two scripts, and only one of them is known here.
    if code == "zh" && !is_traditional(tag) {
        return &NOTHING;
    }
    ALL.into_iter().find(|lexicon| lexicon.code == code).unwrap_or(&NOTHING)
}

/// Whether `tag` is of Chinese in traditional characters.
pub(super) fn is_traditional(tag: &str) -> bool {
    tag.starts_with("zh") && tag.split('-').any(|part| matches!(part, "TW" | "HK" | "MO" | "Hant"))
}

/// What the tables say of a word, whatever language it stands in.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Facts {
    /// The language that has it as one of the words that hold its sentences together.
    pub(super) language: Option<&'static Lexicon>,
    /// Whether it is a common English word.
    pub(super) is_english: bool,
    /// Whether it says no in any language.
    is_negation: bool,
    /// The languages that share it with English, a bit for each by its place among all.
    shared: u16,
}

/// What is known of `word`, in small letters.
pub(super) fn facts(word: &str) -> Facts {
    static WORDS: LazyLock<HashMap<&str, Facts>> = LazyLock::new(|| {
        let mut words: HashMap<&str, Facts> = HashMap::default();
        for lexicon in ALL {
            for word in lexicon.function_words.split(' ').filter(|word| !word.is_empty()) {
                words.entry(word).or_default().language = Some(lexicon);
            }
        }
        for lexicon in ALL {
            for word in lexicon.negations.split(' ') {
                words.entry(word).or_default().is_negation = true;
            }
            for word in lexicon.shared.unwrap_or_default().split(' ') {
                words.entry(word).or_default().shared |= lexicon.bit();
            }
        }
        for word in COMMON_ENGLISH.split(' ').chain(en::EN.function_words.split(' ')) {
            words.entry(word).or_default().is_english = true;
        }
        words
    });
    WORDS.get(word).copied().unwrap_or_default()
}

/// Whether `word`, in small letters, is a common English word.
pub(super) fn is_english(word: &str) -> bool {
    facts(word).is_english
}

/// The number of an English month.
pub(super) fn month(word: &str) -> Option<u64> {
    en::MONTHS.split(' ').zip(1..).find(|(month, _)| *month == word).map(|(_, number)| number)
}

/// Whether `list`, words with spaces between them, has `word`.
pub(super) fn has(list: &str, word: &str) -> bool {
    list.split(' ').any(|one| one == word)
}

impl Lexicon {
    /// Whether `word`, in small letters and with what is known of it, says no.
    pub(super) fn is_negation(&self, word: &str, facts: Facts) -> bool {
        let has_part = |part: &Part| match part {
            Part::Start(part) => word.starts_with(part),
            Part::Within(part) => word.contains(part),
            Part::End(part) => word.ends_with(part),
        };
        facts.is_negation && has(self.negations, word) || self.negation_parts.iter().any(has_part)
    }

    /// The number that `word`, in small letters, stands for.
    pub(super) fn number(&self, word: &str) -> Option<u64> {
        let numbers = self.numbers.split(' ').filter_map(|number| number.split_once(':'));
        numbers.filter(|(known, _)| *known == word).find_map(|(_, number)| number.parse().ok())
    }

    /// Whether the language has the English word of these facts too.
    pub(super) fn shares(&self, facts: Facts) -> bool {
        facts.shared & self.bit() != 0
    }

    fn bit(&self) -> u16 {
        ALL.into_iter().position(|lexicon| std::ptr::eq(lexicon, self)).map_or(0, |place| 1 << place)
    }

    /// Whether the language is English.
    pub(super) fn is_english(&self) -> bool {
        self.code == "en"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_tells_a_language_is_of_no_other_one() {
        for lexicon in ALL {
            for word in lexicon.function_words.split(' ').filter(|word| !word.is_empty()) {
                assert_eq!(facts(word).language.map(|known| known.code), Some(lexicon.code), "{word}");
            }
        }
    }

    #[test]
    fn words_stand_in_small_letters_with_one_space_between() {
        for lexicon in ALL {
            let shared = lexicon.shared.unwrap_or_default();
            let lists =
                [lexicon.function_words, shared, lexicon.negations, lexicon.doubles, lexicon.greetings];
            for list in lists.into_iter().chain([COMMON_ENGLISH, lexicon.numbers]) {
                assert_eq!(list.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase(), list);
            }
        }
    }
}
