//! Rows of comma-separated values: the same fields as JSON, under dotted names.

use std::io::{self, Read};

use super::field::{FIELDS, Field, field_name};
use super::line::{Line, Lines, MAX_ROW_BYTES};
use super::read::{Row, too_long};
use super::row::{self, RawRow};
use super::{FieldError, Notice, json};

fn field(name: &str) -> Option<&'static Field> {
    FIELDS.iter().find(|field| field.name == name)
}

/// Whether `line` looks like a header row: it names at least one field.
pub(super) fn is_header(line: &[u8]) -> bool {
    std::str::from_utf8(line).is_ok_and(|line| names_fields(line, [',', ';', '\t', '\r']))
}

fn names_fields<const N: usize>(text: &str, separators: [char; N]) -> bool {
    let mut names = text.split(separators).map(|name| name.trim().trim_matches('"'));
    names.any(|name| field(name).is_some())
}

/// The rows of a CSV file.
pub(super) struct CsvRows<R> {
    lines: Lines<R>,
    cells: Cells,
    header: Header,
}

enum Header {
    Unread,
    Read(Vec<&'static Field>),
    Bad,
}

impl<R: Read> CsvRows<R> {
    pub(super) fn new(lines: Lines<R>) -> CsvRows<R> {
        CsvRows { lines, cells: Cells::default(), header: Header::Unread }
    }

    pub(super) fn next_row(&mut self) -> io::Result<Option<Row>> {
        if matches!(self.header, Header::Unread) {
            let is_json = self.lines.bytes().trim_ascii_start().starts_with(b"{");
            let Some((line, record)) = self.next_record()? else { return Ok(None) };
            let record = if is_json { Err(not_csv()) } else { record };
            match record.and_then(|()| header(&self.cells)) {
                Ok(columns) => self.header = Header::Read(columns),
                Err(error) => {
                    // Without a header no row has a meaning.
                    self.header = Header::Bad;
                    return Ok(Some(Row { line, notice: Err(error) }));
                }
            }
        }
        if matches!(self.header, Header::Bad) {
            return Ok(None);
        }
        let Some((line, record)) = self.next_record()? else { return Ok(None) };
        let notice = match (&self.header, record) {
            (Header::Read(columns), Ok(())) => notice(columns, &self.cells),
            (_, Err(error)) => Err(error),
            (_, Ok(())) => return Ok(None),
        };
        Ok(Some(Row { line, notice }))
    }

    /// Reads the cells of the next record, and says on which line it begins.
    fn next_record(&mut self) -> io::Result<Option<(u64, Result<(), FieldError>)>> {
        loop {
            let line = self.lines.number();
            match self.lines.current()? {
                Line::End => return Ok(None),
                Line::TooLong => {
                    self.lines.skip()?;
                    return Ok(Some((line, Err(too_long()))));
                }
                Line::Whole(n_bytes) if self.lines.bytes()[..n_bytes].trim_ascii().is_empty() => {
                    self.lines.pass(n_bytes);
                }
                Line::Whole(n_bytes) => {
                    let record = self.read_record()?;
                    // A quote that is not closed spoils its own line and no other one.
                    self.lines.pass(*record.as_ref().unwrap_or(&n_bytes));
                    return Ok(Some((line, record.map(|_| ()))));
                }
            }
        }
    }

    /// Reads the cells of the record that begins on the current line, and says how many bytes it has.
    fn read_record(&mut self) -> io::Result<Result<usize, FieldError>> {
        self.cells.clear();
        let mut at = 0;
        loop {
            let end = if self.lines.bytes().get(at) == Some(&b'"') {
                at += 1;
                match self.read_quoted(at)? {
                    Ok(end) => end,
                    Err(error) => return Ok(Err(error)),
                }
            } else {
                let rest = &self.lines.bytes()[at..];
                let n_bytes = rest.iter().position(|byte| matches!(byte, b',' | b'\n')).unwrap_or(rest.len());
                let is_last = rest.get(n_bytes) != Some(&b',');
                let text = &rest[..n_bytes];
                self.cells.text.extend(text.strip_suffix(b"\r").filter(|_| is_last).unwrap_or(text));
                at + n_bytes
            };
            self.cells.ends.push(self.cells.text.len());
            match self.lines.bytes()[end..] {
                [b',', ..] => at = end + 1,
                [b'\n', ..] => return Ok(Ok(end + 1)),
                [b'\r', b'\n', ..] => return Ok(Ok(end + 2)),
                [] | [b'\r'] => return Ok(Ok(self.lines.bytes().len())),
                _ => return Ok(Err(not_closed())),
            }
        }
    }

    /// Reads a quoted value up to its last quote, and says where it ends.
    fn read_quoted(&mut self, mut at: usize) -> io::Result<Result<usize, FieldError>> {
        loop {
            let rest = &self.lines.bytes()[at..];
            let n_bytes = rest.iter().position(|byte| matches!(byte, b'"' | b'\n')).unwrap_or(rest.len());
            self.cells.text.extend(&rest[..n_bytes]);
            let end = at + n_bytes;
            match (rest.get(n_bytes).copied(), rest.get(n_bytes + 1).copied()) {
                (Some(b'"'), Some(b'"')) => {
                    self.cells.text.push(b'"');
                    at = end + 2;
                }
                (Some(b'"'), _) => return Ok(Ok(end + 1)),
                (Some(_), _) if self.lines.follow(end + 1)? => {
                    self.cells.text.push(b'\n');
                    at = end + 1;
                }
                _ => return Ok(Err(not_closed())),
            }
        }
    }
}

fn not_csv() -> FieldError {
    let problem = "the first line is a JSON object and no header row: read the file as JSON Lines";
    FieldError::new("", problem)
}

fn not_closed() -> FieldError {
    let problem = format!(
        "a quoted value is not closed within {MAX_ROW_BYTES} bytes, or text follows its last quote: write `\"\"` for a quote in it"
    );
    FieldError::new("", problem)
}

fn header(cells: &Cells) -> Result<Vec<&'static Field>, FieldError> {
    let mut columns: Vec<&'static Field> = Vec::new();
    for cell in cells.iter() {
        let text = std::str::from_utf8(cell).map_err(|err| json::not_utf8("", err.valid_up_to()))?;
        let name = text.trim();
        let column = field(name).ok_or_else(|| unknown(name, columns.len() + 1))?;
        if columns.iter().any(|known| known.name == column.name) {
            return Err(FieldError::new(column.name, "stands twice in the header row"));
        }
        columns.push(column);
    }
    let is_missing =
        |field: &&Field| field.is_required && !columns.iter().any(|known| known.name == field.name);
    let missing: Vec<String> =
        FIELDS.iter().filter(is_missing).map(|field| format!("`{}`", field.name)).collect();
    if missing.is_empty() {
        Ok(columns)
    } else {
        Err(FieldError::new("", format!("the header row lacks {}", missing.join(", "))))
    }
}

fn unknown(name: &str, n_column: usize) -> FieldError {
    if name.contains('\r') {
        return FieldError::new("", "the lines end in CR alone: save the file with line ends LF or CRLF");
    }
    if names_fields(name, [';', '\t']) {
        return FieldError::new("", "the header row has no commas: separate the values with `,`");
    }
    let known = FIELDS.iter().map(|field| format!("`{}`", field.name)).collect::<Vec<_>>().join(", ");
    let found = match name {
        "" => format!("no field name in column {n_column}"),
        _ => format!("the unknown field `{}` in column {n_column}", field_name(name)),
    };
    FieldError::new("", format!("the header row has {found}, expected {known}"))
}

fn notice(columns: &[&'static Field], cells: &Cells) -> Result<Notice, FieldError> {
    if cells.ends.len() != columns.len() {
        let (n_cells, n_columns) = (cells.ends.len(), columns.len());
        let problem = format!("expected {n_columns} values as in the header row, found {n_cells}");
        return Err(FieldError::new("", problem));
    }
    let mut raw = RawRow::default();
    for (column, cell) in columns.iter().zip(cells.iter()) {
        let text = std::str::from_utf8(cell).map_err(|err| json::not_utf8(column.name, err.valid_up_to()))?;
        if !text.is_empty() {
            (column.set)(&mut raw, text.to_owned());
        }
    }
    row::notice(raw)
}

/// The cells of a record, end to end.
#[derive(Default)]
struct Cells {
    text: Vec<u8>,
    ends: Vec<usize>,
}

impl Cells {
    fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
    }

    fn iter(&self) -> impl Iterator<Item = &[u8]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, &end)| &self.text[start..end])
    }
}
