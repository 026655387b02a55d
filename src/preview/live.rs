//! The newest snapshot, and who is told of the next one.

use std::sync::{Arc, Mutex, PoisonError, RwLock};

use tokio::sync::broadcast;

use super::snapshot::Snapshot;
use super::{Error, Settings, folder};

/// How many changes a page may be behind until it is told of all locales.
const BACKLOG: usize = 64;

/// A change of files.
#[derive(Debug, Clone)]
pub(super) struct Change {
    pub(super) version: u64,
    pub(super) locales: Vec<String>,
}

/// The newest snapshot.
pub(super) struct Live {
    pub(super) settings: Settings,
    current: RwLock<Arc<Snapshot>>,
    changes: broadcast::Sender<Change>,
    /// One reload, and one edit, at a time.
    writing: Mutex<()>,
}

impl Live {
    pub(super) fn load(settings: Settings) -> Result<Live, Error> {
        let snapshot = Snapshot::new(folder::read(&settings)?, &settings.site, None)?;
        let (changes, _) = broadcast::channel(BACKLOG);
        let current = RwLock::new(Arc::new(snapshot));
        Ok(Live { settings, current, changes, writing: Mutex::new(()) })
    }

    /// The newest snapshot.
    pub(super) fn now(&self) -> Arc<Snapshot> {
        Arc::clone(&self.current.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Tells of every change from now on.
    pub(super) fn changes(&self) -> broadcast::Receiver<Change> {
        self.changes.subscribe()
    }

    /// Reads the files again. Nothing happens if they are as they were.
    pub(super) fn reload(&self) -> Result<(), Error> {
        self.alone(|| self.reload_alone())
    }

    /// Does `work` while no file is read or written by another request.
    pub(super) fn alone<T>(&self, work: impl FnOnce() -> T) -> T {
        let _alone = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        work()
    }

    /// As [`Live::reload`], for one who is alone already.
    pub(super) fn reload_alone(&self) -> Result<(), Error> {
        let before = self.now();
        let files = folder::read(&self.settings)?;
        if files == before.files {
            return Ok(());
        }
        let snapshot = Snapshot::new(files, &self.settings.site, Some(&before))?;
        let change = Change { version: snapshot.version, locales: snapshot.changed(&before) };
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(snapshot);
        // Nobody may be looking.
        let _ = self.changes.send(change);
        Ok(())
    }
}
