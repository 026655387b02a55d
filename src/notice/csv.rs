//! Rows of comma-separated values: the same fields as JSON, under dotted names.

use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;

use super::read::{Row, not_utf8, too_long};
use super::row::{self, FieldError, RawAdministrator, RawRow};
use super::{Notice, Reader};

/// Puts the text of one cell into its place in a row.
type Setter = fn(&mut RawRow, String);

const FIELDS: [(&str, Setter); 23] = [
    ("id", |row, text| row.id = Some(text)),
    ("kind", |row, text| row.kind = Some(text)),
    ("stage", |row, text| row.stage = Some(text)),
    ("account.id", |row, text| row.account.get_or_insert_default().id = Some(text)),
    ("account.name", |row, text| row.account.get_or_insert_default().name = Some(text)),
    ("account.market", |row, text| row.account.get_or_insert_default().market = Some(text)),
    ("account.administrator.name", |row, text| administrator(row).name = Some(text)),
    ("account.administrator.email", |row, text| administrator(row).email = Some(text)),
    ("account.administrator.locales", |row, text| {
        administrator(row).locales = Some(text.split_whitespace().map(str::to_owned).collect());
    }),
    ("account.administrator.time_zone", |row, text| administrator(row).time_zone = Some(text)),
    ("subscription.id", |row, text| row.subscription.get_or_insert_default().id = Some(text)),
    ("subscription.name", |row, text| row.subscription.get_or_insert_default().name = Some(text)),
    ("amount_due.value", |row, text| row.amount_due.get_or_insert_default().value = Some(text)),
    ("amount_due.currency", |row, text| row.amount_due.get_or_insert_default().currency = Some(text)),
    ("due_date", |row, text| row.due_date = Some(text)),
    ("payment.method", |row, text| row.payment.get_or_insert_default().method = Some(text)),
    ("payment.brand", |row, text| row.payment.get_or_insert_default().brand = Some(text)),
    ("payment.last4", |row, text| row.payment.get_or_insert_default().last4 = Some(text)),
    ("payment.failure", |row, text| row.payment.get_or_insert_default().failure = Some(text)),
    ("payment.invoice_number", |row, text| row.payment.get_or_insert_default().invoice_number = Some(text)),
    ("next_attempt_on", |row, text| row.next_attempt_on = Some(text)),
    ("service_ends_on", |row, text| row.service_ends_on = Some(text)),
    ("service_ended_on", |row, text| row.service_ended_on = Some(text)),
];

fn administrator(row: &mut RawRow) -> &mut RawAdministrator {
    row.account.get_or_insert_default().administrator.get_or_insert_default()
}

fn setter(name: &str) -> Option<Setter> {
    FIELDS.iter().find(|(field, _)| *field == name).map(|(_, setter)| *setter)
}

/// Whether `line` looks like a header row: it names at least one field.
pub(super) fn is_header(line: &[u8]) -> bool {
    let names = line.split(|&byte| byte == b',').map(|cell| cell.trim_ascii().trim_ascii_start());
    let mut names =
        names.map(|cell| cell.strip_prefix(b"\"").and_then(|cell| cell.strip_suffix(b"\"")).unwrap_or(cell));
    names.any(|name| std::str::from_utf8(name).is_ok_and(|name| setter(name).is_some()))
}

/// The rows of a CSV file.
pub(super) struct CsvRows<R> {
    reader: csv::Reader<Budgeted<R>>,
    budget: Rc<Cell<usize>>,
    columns: Vec<(String, Setter)>,
    record: csv::ByteRecord,
    state: State,
}

enum State {
    Start,
    Rows,
    Done,
}

impl<R: Read> CsvRows<R> {
    pub(super) fn new(input: R) -> CsvRows<R> {
        let budget = Rc::new(Cell::new(0));
        let input = Budgeted { input, budget: Rc::clone(&budget) };
        // The header is read like any record, so that its faults are reported like any other.
        let reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(input);
        CsvRows { reader, budget, columns: Vec::new(), record: csv::ByteRecord::new(), state: State::Start }
    }

    pub(super) fn next_row(&mut self) -> io::Result<Option<Row>> {
        if matches!(self.state, State::Start) {
            self.state = State::Rows;
            match self.read_record()? {
                Step::End => return Ok(None),
                Step::Record { line } => {
                    if let Err(error) = self.read_header() {
                        self.state = State::Done;
                        return Ok(Some(Row { line, notice: Err(error) }));
                    }
                }
                Step::Unclosed { line } => return Ok(Some(Row { line, notice: Err(unclosed()) })),
            }
        }
        if matches!(self.state, State::Done) {
            return Ok(None);
        }
        match self.read_record()? {
            Step::End => Ok(None),
            Step::Record { line } => Ok(Some(Row { line, notice: self.notice() })),
            Step::Unclosed { line } => Ok(Some(Row { line, notice: Err(unclosed()) })),
        }
    }

    /// Reads one record, bounded: a quote that is never closed must not swallow the file into memory.
    fn read_record(&mut self) -> io::Result<Step> {
        // The reader takes its buffer ahead of the record, so two rows' worth is the least that works.
        self.budget.set(4 * Reader::<R>::MAX_ROW_BYTES);
        match self.reader.read_byte_record(&mut self.record) {
            Ok(true) => Ok(Step::Record { line: self.record.position().map_or(0, csv::Position::line) }),
            Ok(false) => Ok(Step::End),
            Err(err) => {
                let line = self.reader.position().line();
                self.state = State::Done;
                match err.into_kind() {
                    csv::ErrorKind::Io(err) if err.get_ref().is_some_and(|err| err.is::<OutOfBudget>()) => {
                        Ok(Step::Unclosed { line })
                    }
                    csv::ErrorKind::Io(err) => Err(err),
                    other => Err(io::Error::other(format!("not readable as CSV: {other:?}"))),
                }
            }
        }
    }

    fn read_header(&mut self) -> Result<(), FieldError> {
        for cell in &self.record {
            let name = std::str::from_utf8(cell).map_err(|err| not_utf8(err.valid_up_to() + 1))?.trim();
            let unknown = || {
                let shown: String = name.chars().take(60).flat_map(char::escape_debug).collect();
                let known =
                    FIELDS.iter().map(|(field, _)| format!("`{field}`")).collect::<Vec<_>>().join(", ");
                FieldError::new(
                    "",
                    format!("the header row has an unknown field `{shown}`, expected {known}"),
                )
            };
            let setter = setter(name).ok_or_else(unknown)?;
            if self.columns.iter().any(|(column, _)| column == name) {
                return Err(FieldError::new(name, "stands twice in the header row"));
            }
            self.columns.push((name.to_owned(), setter));
        }
        Ok(())
    }

    fn notice(&self) -> Result<Notice, FieldError> {
        if self.record.as_slice().len() > Reader::<R>::MAX_ROW_BYTES {
            return Err(too_long());
        }
        if self.record.len() != self.columns.len() {
            let (n_cells, n_columns) = (self.record.len(), self.columns.len());
            let problem = format!("the row has {n_cells} values under a header row of {n_columns} fields");
            return Err(FieldError::new("", problem));
        }
        let mut raw = RawRow::default();
        for ((column, setter), cell) in self.columns.iter().zip(&self.record) {
            let text = std::str::from_utf8(cell).map_err(|err| {
                FieldError::new(column, format!("not UTF-8 at byte {}", err.valid_up_to() + 1))
            })?;
            if !text.is_empty() {
                setter(&mut raw, text.to_owned());
            }
        }
        row::notice(raw)
    }
}

enum Step {
    Record { line: u64 },
    Unclosed { line: u64 },
    End,
}

fn unclosed() -> FieldError {
    let problem = "a quoted value that begins here is not closed: the rest of the file cannot be read";
    FieldError::new("", problem)
}

/// Passes on as many bytes as it may, then fails: the bound on one record.
struct Budgeted<R> {
    input: R,
    budget: Rc<Cell<usize>>,
}

impl<R: Read> Read for Budgeted<R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let budget = self.budget.get();
        if budget == 0 {
            return Err(io::Error::other(OutOfBudget));
        }
        let len = buf.len().min(budget);
        let n_read = self.input.read(&mut buf[..len])?;
        self.budget.set(budget - n_read);
        Ok(n_read)
    }
}

#[derive(Debug, thiserror::Error)]
#[error("a record is longer than its bound")]
struct OutOfBudget;
