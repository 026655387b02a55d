//! A Maildir that others deliver into: its new mails, and what is done with each (<https://cr.yp.to/proto/maildir.html>).

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use pastdue::bounce::MAX_BYTES;

/// A mail in the folder `new`.
pub(super) struct NewMail {
    folder: PathBuf,
    /// Its name.
    pub(super) name: String,
}

/// How a mail is marked when it leaves the folder `new`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// It has been seen.
    Seen,
    /// It is flagged, for a person to look at.
    Flagged,
}

/// The new mails of the Maildir `folder`, in the order of their names, which begin with the time.
///
/// # Errors
///
/// If `folder` is no Maildir or cannot be read.
pub(super) fn new_mails(folder: &Path) -> anyhow::Result<Vec<NewMail>> {
    let new = folder.join("new");
    let is_maildir = new.is_dir() && folder.join("cur").is_dir();
    anyhow::ensure!(is_maildir, "`{}` is no Maildir: it lacks the folders `new` and `cur`", folder.display());
    let failed = || format!("failed to read `{}`", new.display());
    let mut names = Vec::new();
    for entry in fs::read_dir(&new).with_context(failed)? {
        let entry = entry.with_context(failed)?;
        let is_file = entry.file_type().with_context(failed)?.is_file();
        // A name that is not UTF-8, or begins with a dot, is none that a mail has.
        names.extend(entry.file_name().into_string().ok().filter(|name| is_file && !name.starts_with('.')));
    }
    names.sort();
    Ok(names.into_iter().map(|name| NewMail { folder: folder.to_owned(), name }).collect())
}

impl NewMail {
    /// What is in it, as far as it may be a bounce: a larger one is cut off just beyond that.
    /// Nothing if somebody else has taken it.
    pub(super) fn read(&self) -> io::Result<Option<Vec<u8>>> {
        match File::open(self.path()) {
            Ok(file) => read(file).map(Some),
            Err(err) if err.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(err) => Err(err),
        }
    }

    /// Moves it to the folder `cur`. If somebody else has done so, all is well.
    pub(super) fn finish(&self, mark: Mark) -> io::Result<()> {
        let flag = match mark {
            Mark::Seen => "S",
            Mark::Flagged => "F",
        };
        let base = self.name.split(":2,").next().unwrap_or(&self.name);
        match fs::rename(self.path(), self.folder.join("cur").join(format!("{base}:2,{flag}"))) {
            Err(err) if err.kind() == io::ErrorKind::NotFound => Ok(()),
            result => result,
        }
    }

    fn path(&self) -> PathBuf {
        self.folder.join("new").join(&self.name)
    }
}

/// Reads a mail as far as it may be a bounce.
pub(super) fn read(input: impl io::Read) -> io::Result<Vec<u8>> {
    let mut mail = Vec::new();
    input.take(MAX_BYTES as u64 + 1).read_to_end(&mut mail)?;
    Ok(mail)
}
