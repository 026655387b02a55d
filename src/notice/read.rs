//! Files of rows: JSON Lines or CSV, read as a stream, one bad row never in the way of the next.

use std::io::{self, BufRead, BufReader, Read};

use super::Notice;
use super::csv::{CsvRows, is_header};
use super::row::{self, FieldError};

/// How the rows of a file are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// One JSON object a line.
    JsonLines,
    /// Comma-separated values (RFC 4180) under a header row of dotted field names.
    Csv,
}

/// One row of a file, good or bad.
#[derive(Debug)]
pub struct Row {
    /// The line on which the row begins, from 1.
    pub line: u64,
    /// The notice, or what is wrong with the row.
    pub notice: Result<Notice, FieldError>,
}

/// Reads rows from a stream. Memory does not grow with it.
///
/// # Example
///
/// ```
/// use pastdue::notice::Reader;
///
/// let mut rows = Reader::new("{\"id\":1}\nnot json\n".as_bytes(), None)?;
/// let first = rows.next().expect("a row")?;
/// assert_eq!(first.line, 1);
/// assert_eq!(first.notice.unwrap_err().to_string(), "`id`: expected a string, found a number (write it in quotes)");
/// # Ok::<(), std::io::Error>(())
/// ```
pub struct Reader<R> {
    inner: Inner<R>,
}

enum Inner<R> {
    JsonLines { input: BufReader<R>, line: u64 },
    Csv(Box<CsvRows<BufReader<R>>>),
}

impl<R: Read> Reader<R> {
    /// The longest row that is read; a longer one is a bad row.
    pub const MAX_ROW_BYTES: usize = 64 * 1024;

    /// Starts to read. Without a `format` the first line tells: CSV is what begins with a header row.
    ///
    /// # Errors
    ///
    /// If the first bytes cannot be read.
    pub fn new(input: R, format: Option<Format>) -> io::Result<Reader<R>> {
        let mut input = BufReader::with_capacity(Self::MAX_ROW_BYTES, input);
        let start = input.fill_buf()?;
        let has_mark = start.starts_with(b"\xEF\xBB\xBF");
        let text = if has_mark { &start[3..] } else { start };
        let format = format.unwrap_or_else(|| sniff(text));
        if has_mark {
            input.consume(3);
        }
        let inner = match format {
            Format::JsonLines => Inner::JsonLines { input, line: 0 },
            Format::Csv => Inner::Csv(Box::new(CsvRows::new(input))),
        };
        Ok(Reader { inner })
    }
}

fn sniff(start: &[u8]) -> Format {
    let line = start.split(|&byte| byte == b'\n').next().unwrap_or_default();
    if is_header(line) { Format::Csv } else { Format::JsonLines }
}

impl<R: Read> Iterator for Reader<R> {
    type Item = io::Result<Row>;

    fn next(&mut self) -> Option<io::Result<Row>> {
        match &mut self.inner {
            Inner::JsonLines { input, line } => next_json(input, line).transpose(),
            Inner::Csv(rows) => rows.next_row().transpose(),
        }
    }
}

fn next_json<R: Read>(input: &mut BufReader<R>, line: &mut u64) -> io::Result<Option<Row>> {
    let mut text = Vec::new();
    loop {
        text.clear();
        let limit = u64::try_from(Reader::<R>::MAX_ROW_BYTES).unwrap_or(u64::MAX) + 1;
        if input.by_ref().take(limit).read_until(b'\n', &mut text)? == 0 {
            return Ok(None);
        }
        *line += 1;
        if text.len() > Reader::<R>::MAX_ROW_BYTES && text.last() != Some(&b'\n') {
            input.skip_until(b'\n')?;
            return Ok(Some(Row { line: *line, notice: Err(too_long()) }));
        }
        let json = text.trim_ascii();
        if json.is_empty() {
            continue;
        }
        let notice = match std::str::from_utf8(json) {
            Ok(_) => row::parse(json),
            Err(err) => Err(not_utf8(err.valid_up_to() + 1)),
        };
        return Ok(Some(Row { line: *line, notice }));
    }
}

pub(super) fn too_long() -> FieldError {
    FieldError::new("", format!("the row is longer than {} bytes", Reader::<&[u8]>::MAX_ROW_BYTES))
}

pub(super) fn not_utf8(column: usize) -> FieldError {
    FieldError::new("", format!("not UTF-8 at byte {column} of the row: save the file as UTF-8"))
}
