//! A process that stands still where it was told to, and goes on when it is told to.

use std::process::ExitStatus;

use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, ChildStderr};

use super::signal;
use crate::support::in_time;

/// A process that stands still.
pub(super) struct Stopped {
    child: Child,
    stderr: BufReader<ChildStderr>,
    said: String,
}

impl Stopped {
    /// Returns when the process stands still.
    pub(super) async fn at_its_failpoint(mut child: Child) -> Stopped {
        let stderr = BufReader::new(child.stderr.take().unwrap());
        let stat = format!("/proc/{}/stat", child.id().unwrap());
        let mut stopped = Stopped { child, stderr, said: String::new() };
        stopped.until("standing still").await;
        // The state follows the name in brackets (proc_pid_stat(5)).
        while !std::fs::read_to_string(&stat).unwrap().rsplit(')').next().unwrap().starts_with(" T") {
            tokio::task::yield_now().await;
        }
        stopped
    }

    /// Lets the process go on.
    pub(super) fn go_on(&self) {
        signal(&self.child, "CONT");
    }

    /// Returns when the process has said `words` on standard error.
    pub(super) async fn until(&mut self, words: &str) {
        while !self.said.contains(words) {
            let n_bytes = in_time(self.stderr.read_line(&mut self.said)).await.unwrap();
            assert_ne!(n_bytes, 0, "it ended: {}", self.said);
        }
    }

    /// Waits for the end of the process, and gives what it wrote to standard error.
    pub(super) async fn end(mut self) -> (ExitStatus, String) {
        while in_time(self.stderr.read_line(&mut self.said)).await.unwrap() > 0 {}
        (self.child.wait().await.unwrap(), self.said)
    }
}
