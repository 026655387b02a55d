//! Every mail in every language, live in a browser: a web server on this machine, for translators.
//!
//! It shows samples alone, and nothing of an outbox. What is written is written into the folder of the catalogs.

mod digest;
mod native;
mod web;
mod pseudo;
mod folder;
mod snapshot;
mod finding;
mod sampled;
mod mail;
mod frame;
mod wall;
mod pattern;
mod found;
mod live;
mod edit;
mod sentence;
mod watch;
mod event;
mod guard;
mod answer;
mod write;
mod route;
mod export;

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;

use jiff::Timestamp;
use tokio::net::TcpListener;

use self::guard::Guard;
use self::live::Live;
use crate::message::{Message, Sender};
use crate::template::Site;
use crate::{catalog, check, template};

/// Delivers a mail, and gives what the relay answered or why it failed.
pub type Send = Box<dyn Fn(Message) -> Sending + std::marker::Send + Sync>;

/// A delivery under way.
pub type Sending = Pin<Box<dyn Future<Output = Result<String, String>> + std::marker::Send>>;

/// What is shown, and what may be done.
pub struct Settings {
    /// A folder of catalogs that come before those built in. Without it, nothing can be edited.
    pub locales: Option<PathBuf>,
    /// A folder of templates that come before those built in.
    pub templates: Option<PathBuf>,
    /// What the vendor brings.
    pub site: Site,
    /// Who the mails are from.
    pub sender: Sender,
    /// The date of the mails.
    pub date: Timestamp,
    /// The clock, for the date of a mail that is sent.
    pub clock: fn() -> Timestamp,
    /// Whether nothing may be written.
    pub is_read_only: bool,
    /// The link that opens a file in an editor, with `{path}`, `{line}` and `{column}` in it.
    pub editor: Option<String>,
    /// Sends a sample to an address, if that is allowed.
    pub send: Option<Send>,
}

/// A preview that is ready to be served.
pub struct Preview {
    live: Arc<Live>,
    token: String,
}

impl Preview {
    /// Loads everything. A catalog or template that is broken is shown as such, and is no error.
    ///
    /// # Errors
    ///
    /// If a folder cannot be read, or the system has no random numbers.
    pub fn load(settings: Settings) -> Result<Preview, Error> {
        let token = digest::random_token().ok_or(Error::Random)?;
        Ok(Preview { live: Arc::new(Live::load(settings)?), token })
    }

    /// Writes every page into `folder`, to be opened from a disk, and gives how many mails there are.
    /// The folder is made if it is not there.
    ///
    /// # Errors
    ///
    /// If it holds something that is no export, or cannot be written.
    pub fn export(&self, folder: &Path) -> Result<usize, Error> {
        export::write(&self.live.now(), &self.live.settings, folder)
    }

    /// The link that opens the preview served at `address`. Whoever has it may do what the settings allow.
    #[must_use]
    pub fn url(&self, address: SocketAddr) -> String {
        format!("http://{address}/?token={}", self.token)
    }

    /// Serves until the future is dropped. `listener` must be on loopback.
    ///
    /// # Errors
    ///
    /// If the address is not on loopback, or files cannot be watched.
    pub async fn serve(self, listener: TcpListener) -> Result<(), Error> {
        let address = listener.local_addr().map_err(Error::Serve)?;
        if !address.ip().is_loopback() {
            return Err(Error::NotLoopback { address });
        }
        let _watcher = watch::watch(&self.live)?;
        let router = route::router(self.live, Guard::new(self.token, address.port()));
        axum::serve(listener, router).await.map_err(Error::Serve)
    }
}

/// Why there is no preview.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A folder cannot be read.
    #[error(transparent)]
    Folder(#[from] check::Error),
    /// The built-in catalogs cannot be loaded.
    #[error(transparent)]
    Catalog(#[from] catalog::Error),
    /// The built-in templates cannot be loaded.
    #[error(transparent)]
    Template(#[from] template::Error),
    /// No combination of catalogs can be shown.
    #[error("nothing can be shown: {0}")]
    Unusable(String),
    /// The folders cannot be watched.
    #[error("failed to watch the folders for changes")]
    Watch(#[from] notify::Error),
    /// The system has no random numbers.
    #[error("the system gives no random numbers")]
    Random,
    /// The address is not on this machine alone.
    #[error(
        "`{address}` can be reached from elsewhere: the preview is for this machine alone, as with `127.0.0.1`"
    )]
    NotLoopback {
        /// The address.
        address: SocketAddr,
    },
    /// The folder for an export holds something else.
    #[error("`{}` is neither empty nor an earlier export: name another folder", path.display())]
    NotEmpty {
        /// The folder.
        path: PathBuf,
    },
    /// A page cannot be written.
    #[error("failed to write `{}`", path.display())]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The server failed.
    #[error("the preview is no longer served")]
    Serve(#[source] io::Error),
}
