//! The texts that findings point into, with the lines and columns of their bytes.

use std::sync::OnceLock;

use super::{Place, Span};

/// The number of a file in its [`Texts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

/// Where a byte is, as people count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

impl Position {
    /// Where the byte `at` of `text` is.
    #[must_use]
    pub fn of(text: &str, at: usize) -> Position {
        let before = text.get(..at).unwrap_or_default();
        let start = before.rfind('\n').map_or(0, |end| end + 1);
        Position { line: 1 + before.matches('\n').count(), column: column(&before[start..]) }
    }
}

/// The column behind `before`, the line up to there. A byte order mark has none.
fn column(before: &str) -> usize {
    1 + before.chars().filter(|&char| char != '\u{FEFF}').count()
}

/// The files that findings point into.
#[derive(Debug, Default)]
pub struct Texts {
    files: Vec<File>,
}

#[derive(Debug)]
struct File {
    path: String,
    text: String,
    line_starts: OnceLock<Vec<usize>>,
}

impl Texts {
    /// Adds a file. What its `path` is relative to is the caller's choice.
    pub fn add(&mut self, path: String, text: String) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(File { path, text, line_starts: OnceLock::new() });
        id
    }

    /// The files, in the order in which they were added.
    pub fn files(&self) -> impl Iterator<Item = FileId> {
        (0..u32::try_from(self.files.len()).unwrap_or(u32::MAX)).map(FileId)
    }

    /// The path of a file.
    #[must_use]
    pub fn path(&self, file: FileId) -> &str {
        self.file(file).map_or("", |file| &file.path)
    }

    /// The text of a file.
    #[must_use]
    pub fn text(&self, file: FileId) -> &str {
        self.file(file).map_or("", |file| &file.text)
    }

    /// What stands at a place.
    #[must_use]
    pub fn slice(&self, place: Place) -> &str {
        self.text(place.file).get(place.span.start..place.span.end).unwrap_or_default()
    }

    /// The line and column of a byte.
    #[must_use]
    pub fn position(&self, file: FileId, byte: usize) -> Position {
        let line = self.line_of(file, byte);
        let start = self.line_starts(file).get(line).copied().unwrap_or_default();
        let before = self.text(file).get(start..byte).unwrap_or_default();
        Position { line: line + 1, column: column(before) }
    }

    /// The whole lines that `span` touches, without the last line's end, and the number of the first, from 1.
    pub(super) fn lines(&self, file: FileId, span: Span) -> (Span, usize) {
        let starts = self.line_starts(file);
        let text = self.text(file);
        let first = self.line_of(file, span.start);
        // A span that ends with a line's end does not touch the next line.
        let last = if span.end > span.start { self.line_of(file, span.end - 1) } else { first };
        let start = starts.get(first).copied().unwrap_or_default();
        let end = starts.get(last + 1).copied().unwrap_or(text.len());
        let end = start + text.get(start..end).unwrap_or_default().trim_end_matches(['\n', '\r']).len();
        (Span::new(start, end), first + 1)
    }

    fn line_of(&self, file: FileId, byte: usize) -> usize {
        self.line_starts(file).partition_point(|&start| start <= byte).saturating_sub(1)
    }

    fn line_starts(&self, file: FileId) -> &[usize] {
        let Some(file) = self.file(file) else { return &[0] };
        file.line_starts.get_or_init(|| {
            let ends = file.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            [0].into_iter().chain(ends.map(|(at, _)| at + 1)).collect()
        })
    }

    fn file(&self, file: FileId) -> Option<&File> {
        self.files.get(file.0 as usize)
    }
}
