//! `l10n.lock`: what each translation was made from, so that one is noticed whose source has changed since.
//!
//! A line has the locale, the message, a hash of the source, a hash of the translation, and the source itself:
//!
//! ```text
//! nl-NL help-heading 0b5a4a6a0b9c9d1e 5c1e6f0a7d3b2c4f Need help?
//! ```
//!
//! Lines are sorted by locale and message, so that translators of two languages never meet in a merge. Git may keep
//! both lines of a message (`merge=union`); both count until the next `--accept`.

use std::collections::HashMap;

use super::canonical::canonical;
use super::tree::{Entry, Word};
use crate::diagnostic::{FileId, Span};

/// The text of an `l10n.lock`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockFile {
    /// Its path, for findings.
    pub path: String,
    /// The text.
    pub text: String,
}

impl LockFile {
    /// Its name in the folder of the locales.
    pub const NAME: &str = "l10n.lock";
}

/// A lock, read.
#[derive(Debug)]
pub(crate) struct Lock<'a> {
    pub(crate) file: FileId,
    /// The lines that are not what `--accept` writes.
    pub(crate) strange: Vec<Span>,
    lines: HashMap<&'a str, HashMap<&'a str, Vec<Line<'a>>>>,
}

/// What a translation was made from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Line<'a> {
    pub(crate) source: Hash,
    pub(crate) target: Hash,
    /// The source in one line.
    pub(crate) text: Word<'a>,
}

/// FNV-1a of an entry's canonical text: it has to notice a change, not to withstand an attack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Hash(u64);

impl Hash {
    pub(crate) fn of(canonical: &str) -> Hash {
        let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        Hash(canonical.bytes().fold(0xcbf2_9ce4_8422_2325, step))
    }

    fn parse(digits: &str) -> Option<Hash> {
        let is_written = digits.len() == 16 && !digits.starts_with('+');
        u64::from_str_radix(digits, 16).ok().filter(|_| is_written).map(Hash)
    }
}

impl<'a> Lock<'a> {
    pub(crate) fn read(file: FileId, text: &'a str) -> Lock<'a> {
        let mut lock = Lock { file, strange: Vec::new(), lines: HashMap::new() };
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let content = line.trim_end_matches(['\n', '\r']);
            if !content.is_empty() && !content.starts_with('#') {
                match read_line(content, start) {
                    Some((tag, name, line)) => {
                        lock.lines.entry(tag).or_default().entry(name).or_default().push(line);
                    }
                    None => lock.strange.push(Span::new(start, start + content.len())),
                }
            }
            start += line.len();
        }
        lock
    }

    /// What the entry called `name` was made from: one line, or several after a merge.
    pub(crate) fn lines(&self, tag: &str, name: &str) -> &[Line<'a>] {
        self.lines.get(tag).and_then(|of_locale| of_locale.get(name)).map_or(&[], Vec::as_slice)
    }
}

fn read_line(content: &str, start: usize) -> Option<(&str, &str, Line<'_>)> {
    let mut fields = content.splitn(5, ' ');
    let (tag, name) = (fields.next()?, fields.next()?);
    let (source, target) = (Hash::parse(fields.next()?)?, Hash::parse(fields.next()?)?);
    let text = fields.next()?;
    let end = start + content.len();
    Some((tag, name, Line { source, target, text: Word { text, span: Span::new(end - text.len(), end) } }))
}

/// How a translation stands to its source.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Standing<'l, 'a> {
    /// The lock has it as it is.
    Recorded,
    /// The lock does not have it, or it has been changed since.
    Unrecorded,
    /// It is as it was when the source was another one.
    Stale(&'l Line<'a>),
}

impl<'a> Lock<'a> {
    /// How `translation` stands to `source`.
    pub(crate) fn standing(&self, tag: &str, source: &Entry, translation: &Entry) -> Standing<'_, 'a> {
        let lines = self.lines(tag, &translation.name());
        if lines.is_empty() {
            return Standing::Unrecorded;
        }
        let (source, target) = (Hash::of(&canonical(source)), Hash::of(&canonical(translation)));
        let mut of_target = lines.iter().filter(|line| line.target == target);
        match of_target.clone().find(|line| line.source == source) {
            Some(_) => Standing::Recorded,
            None => of_target.next_back().map_or(Standing::Unrecorded, Standing::Stale),
        }
    }
}

/// A line of a lock, with its end.
pub(crate) fn written(tag: &str, name: &str, source: Hash, target: Hash, text: &str) -> String {
    format!("{tag} {name} {:016x} {:016x} {text}\n", source.0, target.0)
}
