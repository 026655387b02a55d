//! Files of rows: JSON Lines or CSV, read as a stream, one bad row never in the way of the next.

use std::io::{self, Read};

use super::csv::{CsvRows, is_header};
use super::line::{Line, Lines, MAX_ROW_BYTES};
use super::{FieldError, Notice, json};

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
/// Lines end in LF or CRLF; blank ones are passed over. After an I/O error there are no more rows.
///
/// # Example
///
/// ```
/// use pastdue::notice::Reader;
///
/// let mut rows = Reader::new("{\"kind\": 1}\nnot json\n".as_bytes(), None)?;
/// let first = rows.next().expect("a row")?;
/// assert_eq!(first.line, 1);
/// assert_eq!(
///     first.notice.unwrap_err().to_string(),
///     "`kind`: expected a string in quotes with `payment-failed`, `invoice-overdue` or `service-canceled`, \
///      found a number"
/// );
/// # Ok::<(), std::io::Error>(())
/// ```
pub struct Reader<R> {
    rows: Rows<R>,
    has_failed: bool,
}

enum Rows<R> {
    JsonLines(Lines<R>),
    Csv(Box<CsvRows<R>>),
}

impl<R: Read> Reader<R> {
    /// The longest row that is read, with its line end; a longer one is a bad row.
    pub const MAX_ROW_BYTES: usize = MAX_ROW_BYTES;

    /// Starts to read. Without a `format` the first line tells: CSV is what begins with a header row.
    ///
    /// # Errors
    ///
    /// If the first line cannot be read.
    pub fn new(input: R, format: Option<Format>) -> io::Result<Reader<R>> {
        let lines = Lines::new(input)?;
        let rows = match format.unwrap_or_else(|| sniff(lines.bytes())) {
            Format::JsonLines => Rows::JsonLines(lines),
            Format::Csv => Rows::Csv(Box::new(CsvRows::new(lines))),
        };
        Ok(Reader { rows, has_failed: false })
    }
}

fn sniff(start: &[u8]) -> Format {
    let is_json = start.trim_ascii_start().starts_with(b"{") || start.trim_ascii_start().starts_with(b"[");
    let line = start.split(|&byte| byte == b'\n').next().unwrap_or_default();
    if !is_json && is_header(line) { Format::Csv } else { Format::JsonLines }
}

impl<R: Read> Iterator for Reader<R> {
    type Item = io::Result<Row>;

    fn next(&mut self) -> Option<io::Result<Row>> {
        if self.has_failed {
            return None;
        }
        let row = match &mut self.rows {
            Rows::JsonLines(lines) => next_json(lines),
            Rows::Csv(rows) => rows.next_row(),
        };
        self.has_failed = row.is_err();
        row.transpose()
    }
}

fn next_json<R: Read>(lines: &mut Lines<R>) -> io::Result<Option<Row>> {
    loop {
        let line = lines.number();
        match lines.current()? {
            Line::End => return Ok(None),
            Line::TooLong => {
                lines.skip()?;
                return Ok(Some(Row { line, notice: Err(too_long()) }));
            }
            Line::Whole(n_bytes) => {
                let text = lines.bytes()[..n_bytes].trim_ascii_end();
                let notice = (!text.is_empty()).then(|| json::parse(text));
                lines.pass(n_bytes);
                if let Some(notice) = notice {
                    return Ok(Some(Row { line, notice }));
                }
            }
        }
    }
}

pub(super) fn too_long() -> FieldError {
    FieldError::new("", format!("expected a row of at most {MAX_ROW_BYTES} bytes, found a longer one"))
}
