//! Where a message stands.

use super::snapshot::Snapshot;
use crate::check::{self, Folder, Listed, Outline};
use crate::diagnostic::Position;

/// A message in its file.
pub(super) struct Found {
    /// The path within the folder of the locales, such as `nl-NL/mail.ftl`.
    pub(super) file: String,
    /// Whether it is in the folder that is edited, and not built in.
    pub(super) is_in_folder: bool,
    pub(super) outline: Outline,
    at: usize,
}

impl Found {
    pub(super) fn entry(&self) -> &Listed {
        &self.outline.entries[self.at]
    }

    /// The value as it stands in the file.
    pub(super) fn raw(&self) -> &str {
        self.entry().value.map_or("", |value| self.outline.slice(value))
    }

    /// Where the id is.
    pub(super) fn position(&self) -> Position {
        Position::of(&self.outline.text, self.entry().id.start)
    }
}

/// The message `id` of a locale: in the folder, else among those built in.
pub(super) fn find(snapshot: &Snapshot, tag: &str, id: &str) -> Option<Found> {
    let of_locale = |folder: &&Folder| folder.tag == tag;
    let in_folder = snapshot.files.sources.folders.iter().find(of_locale);
    let found = in_folder.and_then(|folder| in_files(folder, id, snapshot.files.has_folder));
    found.or_else(|| in_files(check::builtin().iter().find(of_locale)?, id, false))
}

/// Of two messages with one id, the later one counts.
fn in_files(folder: &Folder, id: &str, is_in_folder: bool) -> Option<Found> {
    // A file that cannot have it need not be parsed.
    let may_have = |bytes: &[u8]| bytes.windows(id.len().max(1)).any(|window| window == id.as_bytes());
    folder.files.iter().rev().filter(|file| may_have(&file.bytes)).find_map(|file| {
        let outline = Outline::of(&file.bytes);
        let at = outline.entries.iter().rposition(|entry| entry.name == id)?;
        Some(Found { file: format!("{}/{}", folder.tag, file.name), is_in_folder, outline, at })
    })
}
