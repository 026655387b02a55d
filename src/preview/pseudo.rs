//! Made-up languages: the texts of a real one changed so that a layout shows its faults before a translator comes.

use crate::check::Outline;

/// How texts are changed. Placeables, the names of links and everything else that is not words stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pseudo {
    /// With accents, and 40 % longer.
    Accented,
    /// Each message in brackets: what is cut off lacks one, what is glued together has several.
    Bracketed,
    /// From right to left.
    RightToLeft,
}

impl Pseudo {
    pub(super) const ALL: [Pseudo; 3] = [Pseudo::Accented, Pseudo::Bracketed, Pseudo::RightToLeft];

    /// The word for it in URLs.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Pseudo::Accented => "accented",
            Pseudo::Bracketed => "bracketed",
            Pseudo::RightToLeft => "rtl",
        }
    }

    pub(super) fn parse(word: &str) -> Option<Pseudo> {
        Pseudo::ALL.into_iter().find(|pseudo| pseudo.as_str() == word)
    }

    /// The text of a whole file, changed.
    pub(super) fn file(self, text: &str) -> String {
        let outline = Outline::of(text.as_bytes());
        let mut changes: Vec<(usize, usize, String)> = Vec::new();
        for entry in outline.entries.iter().filter(|entry| !entry.name.starts_with('-')) {
            if let (Pseudo::Bracketed, Some(value)) = (self, entry.value) {
                changes.push((value.start, value.start, "⟦".to_owned()));
                changes.push((value.end, value.end, "⟧".to_owned()));
                continue;
            }
            let mut words = Words::new(self);
            for span in &entry.texts {
                changes.push((span.start, span.end, words.change(outline.slice(*span))));
            }
        }
        changes.sort_by_key(|(start, ..)| *start);
        let (mut changed, mut from) = (String::with_capacity(text.len() * 2), 0);
        for (start, end, replacement) in changes {
            changed.push_str(outline.text.get(from..start).unwrap_or_default());
            changed.push_str(&replacement);
            from = end;
        }
        changed.push_str(outline.text.get(from..).unwrap_or_default());
        changed
    }
}

/// The words of one message while they are changed.
struct Words {
    pseudo: Pseudo,
    /// Within a tag.
    is_tag: bool,
    /// How many letters are still to be added, in tenths.
    debt: usize,
}

impl Words {
    fn new(pseudo: Pseudo) -> Words {
        Words { pseudo, is_tag: false, debt: 0 }
    }

    fn change(&mut self, text: &str) -> String {
        let mut changed = String::with_capacity(text.len() * 2);
        let mut is_word = false;
        for char in text.chars() {
            self.is_tag |= char == '<';
            let belongs = !self.is_tag && char.is_alphanumeric();
            if self.pseudo == Pseudo::RightToLeft && belongs != is_word {
                // Right-to-left override, and its end.
                changed.push(if belongs { '\u{202E}' } else { '\u{202C}' });
                is_word = belongs;
            }
            if belongs && self.pseudo == Pseudo::Accented {
                self.accent(char, &mut changed);
            } else {
                changed.push(char);
            }
            self.is_tag &= char != '>';
        }
        if is_word {
            changed.push('\u{202C}');
        }
        changed
    }

    fn accent(&mut self, char: char, changed: &mut String) {
        let accented =
            ACCENTED.iter().find(|(plain, _)| *plain == char).map_or(char, |(_, accented)| *accented);
        changed.push(accented);
        self.debt += 4;
        let is_vowel = "aeiouyAEIOUY".contains(char);
        // A vowel can be drawn out; a word without any is, before it falls too far behind.
        while self.debt >= if is_vowel { 10 } else { 30 } {
            changed.extend(accented.to_lowercase());
            self.debt -= 10;
        }
    }
}

const ACCENTED: [(char, char); 52] = [
    ('a', 'á'),
    ('b', 'ƀ'),
    ('c', 'ç'),
    ('d', 'ð'),
    ('e', 'é'),
    ('f', 'ƒ'),
    ('g', 'ğ'),
    ('h', 'ĥ'),
    ('i', 'í'),
    ('j', 'ĵ'),
    ('k', 'ķ'),
    ('l', 'ł'),
    ('m', 'ɱ'),
    ('n', 'ñ'),
    ('o', 'ö'),
    ('p', 'þ'),
    ('q', 'ɋ'),
    ('r', 'ŕ'),
    ('s', 'š'),
    ('t', 'ţ'),
    ('u', 'ü'),
    ('v', 'ṽ'),
    ('w', 'ŵ'),
    ('x', 'ẋ'),
    ('y', 'ý'),
    ('z', 'ž'),
    ('A', 'Å'),
    ('B', 'Ɓ'),
    ('C', 'Ç'),
    ('D', 'Ð'),
    ('E', 'É'),
    ('F', 'Ƒ'),
    ('G', 'Ĝ'),
    ('H', 'Ĥ'),
    ('I', 'Î'),
    ('J', 'Ĵ'),
    ('K', 'Ķ'),
    ('L', 'Ł'),
    ('M', 'Ṁ'),
    ('N', 'Ñ'),
    ('O', 'Ö'),
    ('P', 'Þ'),
    ('Q', 'Ǫ'),
    ('R', 'Ŕ'),
    ('S', 'Š'),
    ('T', 'Ţ'),
    ('U', 'Û'),
    ('V', 'Ṽ'),
    ('W', 'Ŵ'),
    ('X', 'Ẋ'),
    ('Y', 'Ý'),
    ('Z', 'Ž'),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pseudo: Pseudo, text: &str, expected: &str) {
        assert_eq!(pseudo.file(text), expected);
    }

    #[test]
    fn only_words_are_changed() {
        let text =
            "# A note\na = Pay { MONEY($amount) } <a data-l10n-name=\"support\">now</a>.\n-brand = Us\n";
        check(
            Pseudo::Accented,
            text,
            "# A note\na = Þáýý { MONEY($amount) } <a data-l10n-name=\"support\">ñööŵ</a>.\n-brand = Us\n",
        );
        check(
            Pseudo::Bracketed,
            text,
            "# A note\na = ⟦Pay { MONEY($amount) } <a data-l10n-name=\"support\">now</a>.⟧\n-brand = Us\n",
        );
        check(
            Pseudo::RightToLeft,
            "a = Pay { $x } 7!\n",
            "a = \u{202E}Pay\u{202C} { $x } \u{202E}7\u{202C}!\n",
        );
    }

    #[test]
    fn every_variant_is_changed() {
        let text = "a =\n    { $n ->\n        [one] day\n       *[other] days\n    }\n";
        check(Pseudo::Accented, text, "a =\n    { $n ->\n        [one] ðáýý\n       *[other] ðááýš\n    }\n");
        check(
            Pseudo::Bracketed,
            text,
            "a =\n    ⟦{ $n ->\n        [one] day\n       *[other] days\n    }⟧\n",
        );
    }
}
