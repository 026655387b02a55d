//! Files that change: read again, as soon as whoever writes them is done.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use notify::{RecommendedWatcher, RecursiveMode, Watcher as _};
use tokio::sync::mpsc;

use super::Error;
use super::live::Live;

/// How long it has to be quiet: an editor writes a file in several steps.
const QUIET: Duration = Duration::from_millis(50);

/// Watches the folders of `live` for as long as the result is kept.
pub(super) fn watch(live: &Arc<Live>) -> Result<Option<RecommendedWatcher>, Error> {
    let folders = [&live.settings.locales, &live.settings.templates];
    let folders: Vec<&Path> = folders.into_iter().flatten().map(PathBuf::as_path).collect();
    if folders.is_empty() {
        return Ok(None);
    }
    let (changed, changes) = mpsc::unbounded_channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // That a file is read is no change, and our own reading would keep us busy for ever.
        if event.is_ok_and(|event| !event.kind.is_access()) {
            // Nobody listens once the server has ended.
            let _ = changed.send(());
        }
    })?;
    for folder in folders {
        watcher.watch(folder, RecursiveMode::Recursive)?;
    }
    tokio::spawn(follow(Arc::clone(live), changes));
    Ok(Some(watcher))
}

async fn follow(live: Arc<Live>, mut changes: mpsc::UnboundedReceiver<()>) {
    while changes.recv().await.is_some() {
        while let Ok(Some(())) = tokio::time::timeout(QUIET, changes.recv()).await {}
        let live = Arc::clone(&live);
        // A folder that cannot be read now, because it is being replaced, is read at its next change.
        let _ = tokio::task::spawn_blocking(move || live.reload()).await;
    }
}
