//! What a person waits for: the first page after the start, a wall, a file that has been saved.
//!
//! Everything goes through the program and over HTTP, as a browser has it: `cargo bench --bench preview`.

use std::cell::RefCell;
use std::fs;
use std::io::{BufRead as _, BufReader, Lines, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use divan::Bencher;

fn main() {
    divan::main();
}

struct Preview {
    child: Child,
    address: String,
    token: String,
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Preview {
    fn start(folder: &Path) -> Preview {
        let mut command = Command::new(env!("CARGO_BIN_EXE_pastdue"));
        command
            .env_clear()
            .current_dir(folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        command.args(["preview", "--listen", "0", "--locales", "locales", "--templates", "templates"]);
        let mut child = command.spawn().expect("the program");
        let mut url = String::new();
        let stdout = child.stdout.take().expect("piped");
        BufReader::new(stdout).read_line(&mut url).expect("a link");
        let (address, token) =
            url.trim().strip_prefix("http://").and_then(|url| url.split_once("/?token=")).expect("a link");
        Preview { child, address: address.to_owned(), token: token.to_owned() }
    }

    fn open(&self, path: &str) -> TcpStream {
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        let (address, token) = (&self.address, &self.token);
        let request =
            format!("GET {path} HTTP/1.0\r\nHost: {address}\r\nAuthorization: Bearer {token}\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("it reads");
        stream
    }

    fn get(&self, path: &str) -> String {
        let mut answer = String::new();
        self.open(path).read_to_string(&mut answer).expect("an answer");
        assert!(answer.starts_with("HTTP/1.0 200"), "{answer}");
        answer
    }

    /// A mail in every language, with the frame of each.
    fn wall(&self, sample: &str) -> usize {
        let mut n_bytes = self.get(&format!("/api/mail?sample={sample}")).len();
        for tag in ["en-US", "fr-FR", "nl-NL", "sv-SE", "zh-TW"] {
            n_bytes += self.get(&format!("/frame/{tag}/html?sample={sample}")).len();
        }
        n_bytes
    }
}

fn here() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// From the start of the process to the page, its data, and a mail in five languages.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn first_page(bencher: Bencher) {
    bencher.bench(|| {
        let preview = Preview::start(here());
        let n_bytes = preview.get("/").len() + preview.get("/api/wall").len();
        (n_bytes + preview.wall("payment-failed-declined"), preview)
    });
}

/// One mail in five languages: the data and five frames, one after the other.
#[divan::bench(sample_count = 100, sample_size = 1)]
fn wall(bencher: Bencher) {
    let preview = Preview::start(here());
    bencher.bench_local(|| preview.wall("invoice-overdue-final"));
}

/// From a file that is saved to its sentence in the frame.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn saved_file(bencher: Bencher) {
    let folder = copies();
    let preview = Preview::start(folder.path());
    let file = folder.path().join("locales/sv-SE/payment-failed.ftl");
    let text = fs::read_to_string(&file).expect("our own file");
    let lines = RefCell::new(BufReader::new(preview.open("/events")).lines());
    event(&lines);
    let mut n = 0;
    bencher
        .with_inputs(|| {
            n += 1;
            text.replace("Vi kunde inte debitera ditt kort", &format!("Kortet nekades {n}"))
        })
        .bench_local_values(|text| {
            fs::write(&file, text).expect("written");
            event(&lines);
            let frame = preview.get("/frame/sv-SE/html?sample=payment-failed-declined");
            assert!(frame.contains("Kortet nekades"));
        });
}

/// Waits for an event.
fn event(lines: &RefCell<Lines<BufReader<TcpStream>>>) {
    let mut lines = lines.borrow_mut();
    let data = lines.by_ref().map(|line| line.expect("an event")).find(|line| line.starts_with("data: "));
    assert!(data.is_some());
}

/// A folder with copies of our own catalogs and templates.
fn copies() -> tempfile::TempDir {
    fn copy(from: &Path, to: &PathBuf) {
        fs::create_dir_all(to).expect("made");
        for entry in fs::read_dir(from).expect("our own folder").map(|entry| entry.expect("an entry")) {
            let to = to.join(entry.file_name());
            if entry.path().is_dir() {
                copy(&entry.path(), &to);
            } else {
                fs::copy(entry.path(), to).expect("copied");
            }
        }
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    for name in ["locales", "templates"] {
        copy(&here().join(name), &folder.path().join(name));
    }
    folder
}
