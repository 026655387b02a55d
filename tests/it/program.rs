//! Runs the real program in an empty folder with an empty environment.

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;

use tempfile::TempDir;

/// One run of the program, and what is expected of it. The run happens in [`Test::code`].
pub(crate) struct Test {
    folder: TempDir,
    command: Command,
    stdin: Vec<u8>,
    stdout: Option<String>,
    stderr: Option<String>,
}

/// What the program wrote.
pub(crate) struct Output {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    folder: TempDir,
}

impl Test {
    pub(crate) fn new() -> Test {
        let folder = TempDir::new().unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_pastdue"));
        command.env_clear().current_dir(folder.path());
        Test { folder, command, stdin: Vec::new(), stdout: None, stderr: None }
    }

    /// Adds arguments, separated by spaces.
    pub(crate) fn args(mut self, args: &str) -> Test {
        self.command.args(args.split_whitespace());
        self
    }

    /// Adds one argument, spaces and all.
    pub(crate) fn arg(mut self, arg: &str) -> Test {
        self.command.arg(arg);
        self
    }

    pub(crate) fn env(mut self, name: &str, value: &str) -> Test {
        self.command.env(name, value);
        self
    }

    /// Gives the program something to read.
    pub(crate) fn stdin(mut self, bytes: impl Into<Vec<u8>>) -> Test {
        self.stdin = bytes.into();
        self
    }

    /// Puts a file into the working folder.
    pub(crate) fn file(self, name: &str, text: impl AsRef<[u8]>) -> Test {
        let path = self.folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        self
    }

    /// Expects exactly this on standard output.
    pub(crate) fn stdout(mut self, expected: impl Into<String>) -> Test {
        self.stdout = Some(expected.into());
        self
    }

    /// Expects exactly this on standard error.
    pub(crate) fn stderr(mut self, expected: impl Into<String>) -> Test {
        self.stderr = Some(expected.into());
        self
    }

    /// Runs the program, and checks its exit status and what else is expected.
    #[track_caller]
    pub(crate) fn code(self, expected: i32) -> Output {
        self.codes(&[expected])
    }

    /// Runs the program, and checks that its exit status is one of `expected`, and what else is expected.
    #[track_caller]
    pub(crate) fn codes(mut self, expected: &[i32]) -> Output {
        self.command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = self.command.spawn().unwrap();
        let mut pipe = child.stdin.take().unwrap();
        let bytes = self.stdin;
        // A program that does not read its input closes the pipe: no fault of the test.
        let writer = thread::spawn(move || drop(pipe.write_all(&bytes)));
        let output = child.wait_with_output().unwrap();
        writer.join().unwrap();
        let stdout = String::from_utf8(output.stdout).unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        if let Some(expected) = self.stderr {
            assert_eq!(stderr, expected);
        }
        if let Some(expected) = self.stdout {
            assert_eq!(stdout, expected);
        }
        let code = output.status.code();
        let is_expected = code.is_some_and(|code| expected.contains(&code));
        assert!(is_expected, "{code:?}, not {expected:?}, stderr: {stderr}");
        Output { stdout, stderr, folder: self.folder }
    }
}

impl Output {
    /// The path of a file in the working folder, which lives as long as this value.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}
