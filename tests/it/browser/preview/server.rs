//! The server under test, on a copy of our catalogs and templates.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

/// Ends with this value.
pub(super) struct Server {
    child: Child,
    _folder: TempDir,
    /// With its token.
    pub(super) url: String,
}

impl Server {
    pub(super) fn start() -> Server {
        let folder = TempDir::new().unwrap();
        copy(Path::new("locales"), &folder.path().join("locales"));
        copy(Path::new("templates"), &folder.path().join("templates"));
        let mut child = Command::new(env!("CARGO_BIN_EXE_pastdue"))
            .env_clear()
            .current_dir(folder.path())
            .args(["preview", "--listen", "0", "--locales", "locales", "--templates", "templates"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let stdout = BufReader::new(child.stdout.take().unwrap());
        let url = stdout.lines().find_map(|line| {
            let line = line.unwrap();
            line.split_whitespace().find(|word| word.starts_with("http://")).map(str::to_owned)
        });
        Server { child, _folder: folder, url: url.expect("the server names its address") }
    }

    /// The address without the token.
    pub(super) fn origin(&self) -> &str {
        self.url.split('?').next().unwrap()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It has ended by itself if this fails, and then there is nothing to wait for either.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
