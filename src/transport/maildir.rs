//! Mails as files in a Maildir, where any mail reader finds them.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use ring::digest::{SHA256, digest};

use crate::message::Message;
use crate::notice::NoticeKey;
use crate::transport::{DeliveryError, FailureKind, Phase, Receipt, Transport, Withheld};

/// Writes mails into a Maildir (`tmp`, `new` and `cur`), one file each, named after the notice.
///
/// The name depends on the notice key alone: a notice delivered again makes no second copy,
/// not even after a mail reader has moved the first one to `cur`.
///
/// # Example
///
/// ```no_run
/// use pastdue::transport::MaildirTransport;
///
/// let transport = MaildirTransport::new("Maildir");
/// ```
#[derive(Debug, Clone)]
pub struct MaildirTransport {
    maildir: PathBuf,
}

impl MaildirTransport {
    /// Delivers into `maildir`, which is created when the first mail arrives.
    #[must_use]
    pub fn new(maildir: impl Into<PathBuf>) -> MaildirTransport {
        MaildirTransport { maildir: maildir.into() }
    }

    /// Runs `work` where it may block.
    async fn block<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Path) -> io::Result<T> + Send + 'static,
    ) -> Result<T, DeliveryError> {
        let maildir = self.maildir.clone();
        let result = tokio::task::spawn_blocking(move || work(&maildir)).await;
        let result = result.unwrap_or_else(|err| Err(io::Error::other(err)));
        result.map_err(|err| {
            let problem = format!("cannot deliver into the Maildir `{}` ({err})", self.maildir.display());
            DeliveryError::new(FailureKind::Relay, Phase::Store, problem)
        })
    }
}

impl Transport for MaildirTransport {
    async fn deliver<H>(&mut self, message: &Message, handover: H) -> Result<Receipt, DeliveryError>
    where
        H: Future<Output = Result<(), Withheld>> + Send,
    {
        let name = file_name(message.key());
        let bytes = native_lines(message.as_bytes());
        let draft = {
            let name = name.clone();
            self.block(move |maildir| prepare(maildir, &name, &bytes)).await?
        };
        handover.await.map_err(|Withheld| DeliveryError::withheld(Phase::Store))?;
        match draft {
            Draft::AlreadyThere(place) => Ok(Receipt { text: format!("{place} was there already") }),
            Draft::Written(file) => {
                let receipt = Receipt { text: format!("new/{name}") };
                self.block(move |maildir| file.publish(&maildir.join("new"), &name)).await?;
                Ok(receipt)
            }
        }
    }

    async fn close(&mut self) {}
}

/// What is ready before the handover: all that can fail for want of space or permission has been done.
enum Draft {
    AlreadyThere(String),
    Written(DraftFile),
}

/// A file in `tmp`, removed when dropped.
struct DraftFile(PathBuf);

impl DraftFile {
    fn publish(self, new: &Path, name: &str) -> io::Result<()> {
        fs::rename(&self.0, new.join(name))?;
        // Without this a power failure can undo the rename of a mail that is already booked as sent.
        fs::File::open(new)?.sync_all()
    }
}

impl Drop for DraftFile {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

fn prepare(maildir: &Path, name: &str, bytes: &[u8]) -> io::Result<Draft> {
    for folder in ["tmp", "new", "cur"] {
        create_folder(&maildir.join(folder))?;
    }
    if let Some(place) = find(maildir, name)? {
        return Ok(Draft::AlreadyThere(place));
    }
    let path = maildir.join("tmp").join(format!("{name}.{}", std::process::id()));
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&path)?;
    let draft = DraftFile(path);
    file.write_all(bytes)?;
    file.sync_all()?;
    Ok(Draft::Written(draft))
}

fn create_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Where the mail lies, if it was delivered before. A reader moves mails from `new` to `cur`
/// and never back, so looking in this order misses none.
fn find(maildir: &Path, name: &str) -> io::Result<Option<String>> {
    if maildir.join("new").join(name).try_exists()? {
        return Ok(Some(format!("new/{name}")));
    }
    for entry in fs::read_dir(maildir.join("cur"))? {
        let entry = entry?.file_name();
        // A reader appends its flags, as in `:2,S`.
        if let Some(entry) = entry.to_str().filter(|entry| entry.starts_with(name)) {
            return Ok(Some(format!("cur/{entry}")));
        }
    }
    Ok(None)
}

/// A readable beginning, and a hash because keys may be long, have `/` and `:`,
/// or differ in case only, which some file systems ignore.
fn file_name(key: &NoticeKey) -> String {
    let is_safe = |char: char| char.is_ascii_alphanumeric() || "_-".contains(char);
    let readable: String =
        key.as_str().chars().take(40).map(|char| if is_safe(char) { char } else { '_' }).collect();
    let hash = digest(&SHA256, key.as_str().as_bytes());
    let (number, _) = hash.as_ref().split_first_chunk().expect("SHA-256 has 32 bytes");
    format!("{readable}.{:032x}.pastdue", u128::from_be_bytes(*number))
}

/// Turns CRLF into LF.
// A Maildir holds text as the system writes it: postfix, dovecot and procmail store LF, Python's
// `mailbox` expects it, and mutt shows `^M` otherwise. What signs or sends the file puts CRLF back.
fn native_lines(bytes: &[u8]) -> Vec<u8> {
    let mut native = Vec::with_capacity(bytes.len());
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let text = line.strip_suffix(b"\r\n");
        native.extend_from_slice(text.unwrap_or(line));
        native.extend(text.map(|_| b'\n'));
    }
    native
}
