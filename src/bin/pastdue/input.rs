//! The rows of all inputs, and how far they have been read.

use std::collections::VecDeque;
use std::fs::File;
use std::io::{self, IsTerminal as _, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context as _;
use indicatif::{ProgressBar, ProgressStyle};
use pastdue::mailer::Entry;
use pastdue::notice::{Format as RowFormat, Reader};

use crate::{args, tell};

type Input = Box<dyn Read + Send>;

/// An input that has been opened: all are, before the first mail leaves.
pub(crate) struct Source {
    name: Arc<str>,
    input: Input,
    n_bytes: Option<u64>,
}

impl Source {
    pub(crate) fn open(files: &[PathBuf]) -> anyhow::Result<VecDeque<Source>> {
        let stdin = PathBuf::from("-");
        let files = if files.is_empty() { std::slice::from_ref(&stdin) } else { files };
        files.iter().map(|path| Source::open_one(path)).collect()
    }

    fn open_one(path: &Path) -> anyhow::Result<Source> {
        if path == Path::new("-") {
            if io::stdin().is_terminal() {
                tell("reading rows from standard input, JSON Lines or CSV; end them with Ctrl-D");
            }
            return Ok(Source { name: "standard input".into(), input: Box::new(io::stdin()), n_bytes: None });
        }
        let failed = || format!("failed to read `{}`", path.display());
        let file = File::open(path).with_context(failed)?;
        let metadata = file.metadata().with_context(failed)?;
        anyhow::ensure!(!metadata.is_dir(), "failed to read `{}`: it is a folder", path.display());
        let n_bytes = metadata.is_file().then_some(metadata.len());
        Ok(Source { name: path.display().to_string().into(), input: Box::new(file), n_bytes })
    }
}

/// Shows how much of the input has been read; nothing at all where standard error is no terminal.
pub(crate) fn progress_bar(sources: &VecDeque<Source>) -> ProgressBar {
    let total: Option<u64> = sources.iter().map(|source| source.n_bytes).sum();
    let (bar, template) = match total {
        Some(n_bytes) => (ProgressBar::new(n_bytes), "{bar:30} {percent:>3} %  {msg}, {eta} left"),
        None => (ProgressBar::new_spinner(), "{spinner} {msg}, {elapsed}"),
    };
    let style = ProgressStyle::with_template(template).expect("the template is a constant");
    bar.with_style(style)
}

/// The rows of all inputs, one after the other.
pub(crate) struct Entries {
    sources: VecDeque<Source>,
    current: Option<(Arc<str>, Reader<Input>)>,
    format: Option<RowFormat>,
    bar: ProgressBar,
}

impl Entries {
    pub(crate) fn new(sources: VecDeque<Source>, input: args::Input, bar: ProgressBar) -> Entries {
        let format = match input {
            args::Input::Auto => None,
            args::Input::Jsonl => Some(RowFormat::JsonLines),
            args::Input::Csv => Some(RowFormat::Csv),
        };
        Entries { sources, current: None, format, bar }
    }
}

impl Iterator for Entries {
    type Item = io::Result<Entry>;

    fn next(&mut self) -> Option<io::Result<Entry>> {
        loop {
            if let Some((name, reader)) = &mut self.current {
                match reader.next() {
                    Some(Ok(row)) => return Some(Ok(Entry { file: Arc::clone(name), row })),
                    Some(Err(err)) => {
                        return Some(Err(io::Error::new(err.kind(), format!("`{name}`: {err}"))));
                    }
                    None => self.current = None,
                }
            }
            let Source { name, input, .. } = self.sources.pop_front()?;
            let input: Input = Box::new(self.bar.wrap_read(input));
            match Reader::new(input, self.format) {
                Ok(reader) => self.current = Some((name, reader)),
                Err(err) => return Some(Err(io::Error::new(err.kind(), format!("`{name}`: {err}")))),
            }
        }
    }
}
