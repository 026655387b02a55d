//! The preview over real HTTP, without a browser: the whole program at a free port.

mod refused;
mod shown;
mod saved;
mod live;
mod exported;

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use crate::support::connect;

/// A preview that is ended when the test is.
struct Preview {
    child: Child,
    /// `127.0.0.1` with the port.
    address: String,
    token: String,
    folder: TempDir,
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An answer: status line and header in one text, and the body.
struct Answer {
    header: String,
    body: String,
}

impl Answer {
    fn status(&self) -> &str {
        self.header.split(' ').nth(1).unwrap()
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("{}\n{}", self.header, self.body))
    }
}

fn pastdue(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pastdue"));
    command.env_clear().current_dir(folder).args(args).stdin(Stdio::null());
    command
}

/// A folder with copies of our own catalogs and templates.
fn copies() -> TempDir {
    fn copy(from: &Path, to: &Path) {
        fs::create_dir_all(to).unwrap();
        for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
            let to = to.join(entry.file_name());
            if entry.file_type().unwrap().is_dir() {
                copy(&entry.path(), &to);
            } else {
                fs::copy(entry.path(), to).unwrap();
            }
        }
    }
    let folder = TempDir::new().unwrap();
    for name in ["locales", "templates"] {
        copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join(name), &folder.path().join(name));
    }
    folder
}

impl Preview {
    /// Starts one over `folder`, with `args` besides.
    fn over(folder: TempDir, args: &[&str]) -> Preview {
        let args = [&["preview", "--listen", "0"], args].concat();
        let mut command = pastdue(folder.path(), &args);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut url = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut url).unwrap();
        let url = url.trim().strip_prefix("http://").unwrap();
        let (address, token) = url.split_once("/?token=").unwrap();
        Preview { child, address: address.to_owned(), token: token.to_owned(), folder }
    }

    /// Starts one over copies of our own catalogs and templates.
    fn start() -> Preview {
        Preview::over(copies(), &["--locales", "locales", "--templates", "templates"])
    }

    /// Sends a request as it is.
    fn raw(&self, request: &str) -> Answer {
        let mut stream = connect(&self.address);
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (header, body) = answer.split_once("\r\n\r\n").unwrap();
        Answer { header: header.to_owned(), body: body.to_owned() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// Changes a file of the folder as an editor does: at one stroke.
    fn change(&self, name: &str, from: &str, to: &str) {
        let text = self.read(name);
        assert!(text.contains(from), "{name} has no `{from}`");
        fs::write(self.path("new"), text.replacen(from, to, 1)).unwrap();
        fs::rename(self.path("new"), self.path(name)).unwrap();
    }

    fn post(&self, path: &str, body: &Value) -> Answer {
        let (address, token, body) = (&self.address, &self.token, body.to_string());
        self.raw(&format!(
            "POST {path} HTTP/1.0\r\nHost: {address}\r\nAuthorization: Bearer {token}\r\nOrigin: http://{address}\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        ))
    }

    /// All about a message.
    fn message(&self, locale: &str, id: &str) -> Value {
        let answer =
            self.get(&format!("/api/message?locale={locale}&id={id}&sample=payment-failed-declined"));
        assert_eq!(answer.status(), "200", "{}", answer.body);
        answer.json()
    }

    fn get(&self, path: &str) -> Answer {
        let (address, token) = (&self.address, &self.token);
        self.raw(&format!("GET {path} HTTP/1.0\r\nHost: {address}\r\nAuthorization: Bearer {token}\r\n\r\n"))
    }
}
