//! What a reader sees of a text: its characters without tags, and its words.

use std::sync::OnceLock;

use compact_str::CompactString;

use super::lexicon::{Facts, Lexicon, facts};

/// The characters that a reader sees, in order.
#[derive(Debug)]
pub(crate) struct Prose {
    pub(crate) seen: Vec<Seen>,
    words: OnceLock<Vec<Word>>,
    /// The columns that it takes, once a rule has asked.
    pub(super) width: OnceLock<usize>,
}

/// A character, with its bytes in the flat text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seen {
    pub(crate) char: char,
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Stands in the file as it is.
    Text,
    /// Stands in quotes within braces: `{ "\u00A0" }`.
    Literal,
    /// Stands for what the program fills in.
    Object,
    /// Is part of an address of the web or of a mailbox.
    Address,
    /// Is part of something like `&nbsp;`, which is told as such.
    Entity,
}

/// A word: letters, with hyphens and apostrophes between them.
#[derive(Debug, Clone)]
pub(crate) struct Word {
    pub(crate) text: CompactString,
    /// In small letters, with straight apostrophes made curly.
    pub(crate) small: CompactString,
    /// What is known of it.
    pub(super) facts: Facts,
    /// The language that has it, or what stands behind a French apostrophe, as one of the words that hold its
    /// sentences together.
    pub(super) language: Option<&'static Lexicon>,
    pub(crate) is_han: bool,
    /// Its characters in [`Prose::seen`].
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// Its bytes in the flat text.
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Prose {
    pub(crate) fn new(seen: Vec<Seen>) -> Prose {
        Prose { seen, words: OnceLock::new(), width: OnceLock::new() }
    }

    /// The words, without those in addresses. Chinese is written without spaces: a run of it is one word.
    pub(crate) fn words(&self) -> &[Word] {
        self.words.get_or_init(|| self.find_words())
    }

    fn find_words(&self) -> Vec<Word> {
        let mut words = Vec::with_capacity(self.seen.len() / 6);
        let mut buffer = String::new();
        let mut at = 0;
        while at < self.seen.len() {
            let mut to = at;
            while self.is_in_word(at, to) {
                to += 1;
            }
            if to == at {
                at += 1;
                continue;
            }
            let part = &self.seen[at..to];
            buffer.clear();
            buffer.extend(part.iter().map(|seen| seen.char));
            let text = CompactString::from(&buffer);
            make_small(&mut buffer);
            let small = CompactString::from(&buffer);
            let known = facts(&small);
            let behind = || facts(small.rsplit_once('’')?.1).language;
            words.push(Word {
                language: known.language.or_else(behind),
                is_han: part.iter().any(|seen| is_han(seen.char)),
                facts: known,
                small,
                text,
                from: at,
                to,
                start: part[0].start,
                end: part[part.len() - 1].end,
            });
            at = to;
        }
        words
    }

    /// Whether the character at `at` goes on a word that begins at `from`.
    fn is_in_word(&self, from: usize, at: usize) -> bool {
        let Some(seen) = self.seen.get(at).filter(|seen| seen.kind == Kind::Text) else { return false };
        let is_letter = |at: usize| self.seen.get(at).is_some_and(|seen| is_letter(seen.char));
        match seen.char {
            '\'' | '’' | '-' | '\u{2011}' => at > from && is_letter(at - 1) && is_letter(at + 1),
            char if at > from && is_mark(char) => true,
            char => {
                is_letter(at)
                    && (at == from
                        || is_han(char) == is_han(self.seen[from].char)
                        || is_mark(self.seen[at - 1].char))
            }
        }
    }

    /// The character at `at`.
    #[inline]
    pub(crate) fn char(&self, at: usize) -> Option<char> {
        self.seen.get(at).map(|seen| seen.char)
    }

    /// The character before `at`.
    #[inline]
    pub(crate) fn before(&self, at: usize) -> Option<char> {
        at.checked_sub(1).and_then(|at| self.char(at))
    }

    /// Where the text is as it stands in the file.
    #[inline]
    pub(crate) fn is_text(&self, at: usize) -> bool {
        self.seen.get(at).is_some_and(|seen| seen.kind == Kind::Text)
    }

    /// Whether any character is Chinese.
    pub(crate) fn has_han(&self) -> bool {
        self.seen.iter().any(|seen| is_han(seen.char))
    }

    /// Whether the word begins a sentence, or a text.
    pub(crate) fn is_first(&self, word: &Word) -> bool {
        let mut before = self.seen[..word.from].iter().rev().map(|seen| seen.char);
        let opening =
            |char: &char| char.is_whitespace() || matches!(char, '“' | '”' | '‘' | '«' | '"' | '(' | '„');
        before
            .find(|char| !opening(char))
            .is_none_or(|char| matches!(char, '.' | '!' | '?' | ':' | '…' | ';' | '•' | '–' | '—' | '-'))
    }
}

/// Writes the word in small letters, with straight apostrophes made curly.
fn make_small(word: &mut String) {
    if word.is_ascii() {
        word.make_ascii_lowercase();
    } else {
        *word = word.to_lowercase();
    }
    if word.contains('\'') {
        *word = word.replace('\'', "’");
    }
}

fn is_letter(char: char) -> bool {
    char.is_alphabetic()
}

/// Whether `char` is an accent of its own, to be put on the letter before it.
#[inline]
pub(crate) fn is_mark(char: char) -> bool {
    matches!(char, '\u{300}'..='\u{36F}')
}

/// Whether `char` is a Chinese character.
#[inline]
pub(crate) fn is_han(char: char) -> bool {
    matches!(char,
        '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}'
        | '々' | '〇')
}

/// Whether `char` is a space that no line ends at.
pub(crate) fn is_no_break(char: char) -> bool {
    matches!(char, '\u{A0}' | '\u{202F}')
}

/// The character as a person can name it: one that cannot be seen by its number.
pub(crate) fn shown(char: char) -> String {
    let is_unseen = char.is_control() || char.is_whitespace() || !is_graphic(char);
    if is_unseen && char != ' ' { format!("U+{:04X}", u32::from(char)) } else { format!("`{char}`") }
}

/// Whether `char` can be seen by itself.
fn is_graphic(char: char) -> bool {
    !matches!(char,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
        && !is_mark(char)
}
