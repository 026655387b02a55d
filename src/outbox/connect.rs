//! How a store is reached: its URL, its file, its tables.

use std::fs::OpenOptions;
use std::path::{Path, PathBuf};
use std::time::Duration;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use sqlx::any::AnyPoolOptions;
use sqlx::migrate::MigrateError;
use sqlx::{AnyPool, Executor as _};

use crate::outbox::Error;
use crate::outbox::dialect::{Dialect, postgres::POSTGRES, sqlite::SQLITE};

/// A store that is open, with tables that we know.
pub(super) struct Connected {
    pub(super) pool: AnyPool,
    pub(super) dialect: &'static Dialect,
    /// The URL without its password.
    pub(super) name: String,
    /// Where only one worker may be: the file that it locks.
    pub(super) lock: Option<PathBuf>,
}

/// What is done where there is no store yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Absent {
    /// It is made.
    Make,
    /// It is an error: whoever asks may be in the wrong folder.
    Refuse,
}

/// Opens the store at `url`.
pub(super) async fn connect(url: &str, absent: Absent) -> Result<Connected, Error> {
    sqlx::any::install_default_drivers();
    match url.split_once(':') {
        Some(("sqlite", path)) if !path.is_empty() && !path.starts_with(':') => {
            open_file(Path::new(path.strip_prefix("//").unwrap_or(path)), absent).await
        }
        Some(("postgres" | "postgresql", rest)) if rest.starts_with("//") => open_server(url, absent).await,
        _ => Err(Error::Url { expected: "`sqlite:PATH` or `postgres://USER@HOST/DATABASE`" }),
    }
}

/// How to open a file that only its owner may read.
pub(super) fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

async fn open_file(path: &Path, absent: Absent) -> Result<Connected, Error> {
    let name = format!("sqlite:{}", path.display());
    if absent == Absent::Refuse && !path.exists() {
        return Err(Error::Missing { name });
    }
    // SQLite would make it readable by everybody.
    private().open(path).map_err(|source| Error::Open { name: name.clone(), source: source.into() })?;
    let mut lock = path.as_os_str().to_owned();
    lock.push(".lock");
    let text = path.to_str().ok_or(Error::Url { expected: "a path in UTF-8" })?;
    let url = format!("sqlite://{}", utf8_percent_encode(text, NON_ALPHANUMERIC));
    open(&url, name, &SQLITE, Some(lock.into()), absent).await
}

async fn open_server(url: &str, absent: Absent) -> Result<Connected, Error> {
    let expected = "`postgres://USER@HOST/DATABASE`";
    let parsed = url::Url::parse(url).map_err(|_| Error::Url { expected })?;
    let (host, database) = (parsed.host_str().unwrap_or("localhost"), parsed.path());
    let port = parsed.port().map(|port| format!(":{port}")).unwrap_or_default();
    open(url, format!("postgres://{host}{port}{database}"), &POSTGRES, None, absent).await
}

async fn open(
    url: &str,
    name: String,
    dialect: &'static Dialect,
    lock: Option<PathBuf>,
    absent: Absent,
) -> Result<Connected, Error> {
    let pool = AnyPoolOptions::new()
        .max_connections(dialect.max_connections)
        .acquire_timeout(Duration::from_secs(30))
        .idle_timeout(None)
        .max_lifetime(None)
        .after_connect(move |connection, _| {
            Box::pin(async move {
                for statement in dialect.on_connect {
                    connection.execute(*statement).await?;
                }
                Ok(())
            })
        })
        .connect(url)
        .await
        .map_err(|source| Error::Open { name: name.clone(), source: plain(source) })?;
    if absent == Absent::Refuse {
        let made = sqlx::query(dialect.desk.is_made).fetch_optional(&pool).await;
        if made.map_err(|source| Error::Open { name: name.clone(), source: plain(source) })?.is_none() {
            return Err(Error::Missing { name });
        }
    }
    migrate(&pool, dialect, &name).await?;
    Ok(Connected { pool, dialect, name, lock })
}

async fn migrate(pool: &AnyPool, dialect: &Dialect, name: &str) -> Result<(), Error> {
    let known = dialect.migrator.iter().map(|migration| migration.version).max().unwrap_or(0);
    let mut result = dialect.migrator.run(pool).await;
    // Processes that start at once may all want to make the tables. SQLite locks nothing over a migration, so each
    // of these may fail once for everybody who comes second.
    for _ in dialect.migrator.iter() {
        if !matches!(result, Err(MigrateError::Execute(_) | MigrateError::ExecuteMigration(..))) {
            break;
        }
        result = dialect.migrator.run(pool).await;
    }
    result.map_err(|err| match err {
        MigrateError::VersionMissing(found) if found > known => {
            Error::Newer { name: name.to_owned(), found, known }
        }
        err => Error::Open { name: name.to_owned(), source: err.into() },
    })
}

/// An error to connect, without the URL: it may hold a password.
fn plain(source: sqlx::Error) -> Box<dyn std::error::Error + Send + Sync> {
    match source {
        sqlx::Error::Configuration(_) => "the URL cannot be read".into(),
        source => source.into(),
    }
}
