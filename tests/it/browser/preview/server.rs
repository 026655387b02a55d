//! The server under test, on a copy of our catalogs and templates.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

/// Ends with this value.
pub(super) struct Server {
    child: Child,
    folder: TempDir,
    /// With its token.
    pub(super) url: String,
}

impl Server {
    pub(super) fn start(arguments: &[&str]) -> Server {
        let folder = files();
        let mut child = Command::new(env!("CARGO_BIN_EXE_pastdue"))
            .env_clear()
            .current_dir(folder.path())
            .args(["preview", "--listen", "0", "--locales", "locales", "--templates", "templates"])
            .args(arguments)
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
        Server { child, folder, url: url.expect("the server names its address") }
    }

    /// The address without the token.
    pub(super) fn origin(&self) -> &str {
        self.url.split('?').next().unwrap()
    }

    pub(super) fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap()
    }

    pub(super) fn write(&self, file: &str, text: &str) {
        fs::write(self.path(file), text).unwrap();
    }

    /// Replaces what stands once in a file, as another editor does.
    pub(super) fn replace(&self, file: &str, from: &str, to: &str) {
        let text = self.read(file);
        assert_eq!(text.matches(from).count(), 1, "`{from}` in {file}");
        self.write(file, &text.replace(from, to));
    }

    fn path(&self, file: &str) -> PathBuf {
        self.folder.path().join(file)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It has ended by itself if this fails, and then there is nothing to wait for either.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Our catalogs and templates, in a folder that may be written to.
pub(super) fn files() -> TempDir {
    let folder = TempDir::new().unwrap();
    copy(Path::new("locales"), &folder.path().join("locales"));
    copy(Path::new("templates"), &folder.path().join("templates"));
    folder
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

/// The lines of `now` that are not those of `before`, which has as many.
pub(super) fn changed_lines<'t>(before: &'t str, now: &'t str) -> Vec<(&'t str, &'t str)> {
    assert_eq!(before.lines().count(), now.lines().count());
    before.lines().zip(now.lines()).filter(|(before, now)| before != now).collect()
}
