//! Files of rows: one bad row is reported once, on its line, and is in nobody's way.

use std::cell::Cell;
use std::fs::File;
use std::io::{self, Read};
use std::rc::Rc;

use pastdue::Notice;
use pastdue::notice::{Format, Reader};
use serde_json::json;

use super::{changed, row};

const JSON_LINES: &str = include_str!("../../../examples/past-due.jsonl");
const CSV: &str = include_str!("../../../examples/past-due.csv");

/// The columns that every row needs, and one such row.
const HEADER: &str = "id,kind,account.id,account.name,account.administrator.email,subscription.id,subscription.name,\
                      amount_due.value,amount_due.currency,due_date,payment.method,payment.invoice_number";
const RECORD: &str = "ntc_1,invoice-overdue,acc_1,De Vries B.V.,a@example.nl,sub_1,Production,1.00,EUR,2026-11-01,invoice,INV-7";

/// Reads all rows as `line: id` or `line: what is wrong`.
fn lines(input: impl Read, format: Option<Format>) -> Vec<String> {
    let rows = Reader::new(input, format).unwrap().map(Result::unwrap);
    let shown = rows.map(|row| match row.notice {
        Ok(notice) => format!("{}: {}", row.line, notice.key),
        Err(err) => format!("{}: {err}", row.line),
    });
    shown.collect()
}

#[track_caller]
fn check(input: impl AsRef<[u8]>, expected: &[&str]) {
    assert_eq!(lines(input.as_ref(), None), expected);
    // The same bytes, one at a time, as a slow pipe gives them.
    assert_eq!(lines(Trickle(input.as_ref()), None), expected);
}

fn notices(input: &str) -> Vec<Notice> {
    Reader::new(input.as_bytes(), None).unwrap().map(|row| row.unwrap().notice.unwrap()).collect()
}

/// The header and these records, in CSV.
fn csv(records: &[&str]) -> String {
    format!("{HEADER}\n{}\n", records.join("\n"))
}

/// A record whose account has this name.
fn named(id: &str, cell: &str) -> String {
    RECORD.replace("ntc_1", id).replace("De Vries B.V.", cell)
}

struct Trickle<'a>(&'a [u8]);

impl Read for Trickle<'_> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let n_bytes = buf.len().min(1);
        self.0.read(&mut buf[..n_bytes])
    }
}

#[test]
fn the_examples_hold_the_same_notices_in_both_formats() {
    let (from_json, from_csv) = (notices(JSON_LINES), notices(CSV));
    assert_eq!(from_json, from_csv);
    let keys: Vec<String> = from_json.iter().map(|notice| notice.key.to_string()).collect();
    assert_eq!(keys, (1..=60).map(|n| format!("ntc_{n:04}")).collect::<Vec<_>>());
}

#[test]
fn the_examples_hold_every_case_and_no_address_that_could_exist() {
    let notices = notices(JSON_LINES);
    let mut cases: Vec<String> = notices
        .iter()
        .map(|notice| format!("{} {}", notice.kind(), notice.stage().map_or("", |stage| stage.as_str())))
        .collect();
    cases.sort();
    cases.dedup();
    assert_eq!(cases.len(), 7, "{cases:?}");
    for notice in &notices {
        let domain = notice.account.administrator.email.domain();
        assert!(domain.starts_with("example.") || domain.ends_with(".example"), "{domain}");
    }
    for tag in ["nl-BE", "fr-CA", "fr-BE", "sv-FI", "zh-HK", "zh-Hant", "zh-MO", "zh-CN", "zh", "de", "en-GB"]
    {
        let asks =
            |notice: &Notice| notice.account.administrator.locales.first().is_some_and(|first| first == tag);
        assert!(notices.iter().any(asks), "{tag}");
    }
    for decimals in [0, 2, 3] {
        assert!(notices.iter().any(|notice| notice.amount_due.currency().decimals() == decimals));
    }
    let administrators = || notices.iter().map(|notice| &notice.account.administrator);
    assert!(administrators().any(|person| person.name.is_none() && person.time_zone.is_none()));
    assert!(administrators().any(|person| person.locales.is_empty()));
}

#[test]
fn a_good_row_among_a_hundred_bad_ones_is_returned() {
    for good in [0, 50, 100] {
        let text: String = (0..=100)
            .map(|n| if n == good { format!("{}\n", row()) } else { "{\"id\": 7}\n".to_owned() })
            .collect();
        let shown = lines(text.as_bytes(), None);
        assert_eq!(shown.len(), 101);
        assert_eq!(shown.iter().filter(|line| line.ends_with(" ntc_1")).count(), 1);
        assert_eq!(shown[good], format!("{}: ntc_1", good + 1));
    }
}

#[test]
fn blank_lines_are_passed_over_and_counted() {
    check("", &[]);
    check("\u{FEFF}", &[]);
    check("\n\r\n \t\n", &[]);
    let text = format!("\u{FEFF}\n\n{}\r\n\r\n{}", row(), changed(&json!({"id": "b"})));
    check(text, &["3: ntc_1", "5: b"]);
    let text = format!("\u{FEFF}\n\n{HEADER}\r\n\r\n{RECORD}\r\n \r\n{}", named("b", "N"));
    check(text, &["5: ntc_1", "7: b"]);
    check(HEADER, &[]);
}

#[test]
fn the_byte_order_mark_of_a_joined_file_is_no_fault() {
    check(format!("\u{FEFF}{}\n\u{FEFF}{}\n", row(), row()), &["1: ntc_1", "2: ntc_1"]);
}

#[test]
fn each_row_says_what_is_wrong_with_it() {
    let text =
        [b"{\"id\": \"\xFF\"}\n".as_slice(), b"{\n", b"\xFF\xFE\n", row().to_string().as_bytes()].concat();
    check(
        text,
        &[
            "1: not UTF-8 at byte 9: save the file as UTF-8",
            "2: the line ends within a JSON object: write the whole object on one line",
            "3: not UTF-8 at byte 1: save the file as UTF-8",
            "4: ntc_1",
        ],
    );
}

#[test]
fn a_row_that_is_too_long_is_one_bad_row() {
    let too_long = "expected a row of at most 65536 bytes, found a longer one";
    let long = "x".repeat(10 << 20);
    let text = format!("{{\"id\": \"{long}\"}}\n{}\n{long}", row());
    let expected = [format!("1: {too_long}"), "2: ntc_1".to_owned(), format!("3: {too_long}")];
    assert_eq!(lines(text.as_bytes(), None), expected);
    for cell in [&*long, &*format!("\"{long}\"")] {
        let text = csv(&[&named("a", cell), RECORD]);
        assert_eq!(lines(text.as_bytes(), None), [format!("2: {too_long}"), "3: ntc_1".to_owned()]);
    }
    // A row that fits to the byte.
    let row = row().to_string();
    let padding = " ".repeat(Reader::<File>::MAX_ROW_BYTES - row.len() - 1);
    check(format!("{row}{padding}\n{row}"), &["1: ntc_1", "2: ntc_1"]);
    check(format!("{row}{padding} \n{row}"), &[&format!("1: {too_long}"), "2: ntc_1"]);
}

#[test]
fn a_quoted_line_end_counts_as_a_line() {
    let quoted = named("a", "\"De Vries,\n\n\"\"B.V.\"\"\r\n\"");
    let text = csv(&[&quoted, RECORD, &quoted, RECORD]);
    check(&text, &["2: a", "6: ntc_1", "7: a", "11: ntc_1"]);
    let notice = notices(&text).swap_remove(0);
    assert_eq!(notice.account.name.as_str(), "De Vries, \"B.V.\"");
}

#[test]
fn a_quote_that_is_not_closed_spoils_its_own_row_alone() {
    let not_closed = "a quoted value is not closed within 65536 bytes, or text follows its last quote: \
                      write `\"\"` for a quote in it";
    let bad = format!("2: {not_closed}");
    check(csv(&[&named("a", "\"De Vries"), RECORD, &named("b", "\"N\"")]), &[&bad, "3: ntc_1", "4: b"]);
    check(csv(&[&named("a", "\"De\" Vries"), RECORD]), &[&bad, "3: ntc_1"]);
    check(csv(&[&named("a", "De \"Kraai\"")]), &["2: a"]);
    // Far more rows than may be looked at: all of them are read, and the line numbers stay right.
    let n_rows = 5_000;
    let mut records = vec![RECORD; n_rows];
    let open = named("a", "\"De Vries");
    records[0] = &open;
    let text = csv(&records);
    let shown = lines(text.as_bytes(), None);
    assert_eq!((shown.len(), &shown[0]), (n_rows, &bad));
    let expected = (3..).map(|line| format!("{line}: ntc_1"));
    assert!(shown.iter().skip(1).eq(expected.take(n_rows - 1).collect::<Vec<_>>().iter()));
}

#[test]
fn a_record_has_as_many_values_as_the_header() {
    let expected = |n| format!("2: expected 12 values as in the header row, found {n}");
    check(csv(&["a,b", RECORD]), &[&expected(2), "3: ntc_1"]);
    check(csv(&[&format!("{RECORD},"), RECORD]), &[&expected(13), "3: ntc_1"]);
}

#[test]
fn an_empty_value_is_a_missing_one() {
    let missing = "2: `account.name`: is missing, expected a name with at least one visible character";
    check(csv(&[&named("a", ""), &named("b", "\"\"")]), &[missing, &missing.replace('2', "3")]);
}

#[test]
fn bytes_that_are_no_text_are_refused_with_their_field() {
    let mut text = csv(&[&named("a", "?"), &named("b\0", "N"), &named("c", "N\0\0N")]).into_bytes();
    let at = text.iter().position(|&byte| byte == b'?').unwrap();
    text[at] = 0xFF;
    check(
        text,
        &[
            "2: `account.name`: not UTF-8 at byte 1: save the file as UTF-8",
            "3: `id`: expected 1 to 128 characters of `A-Z a-z 0-9 . _ : / -`, \
             found text of the form `x?`",
            "4: c",
        ],
    );
}

#[test]
fn a_header_that_is_wrong_is_the_one_error_of_its_file() {
    let only = |header: &str, expected: &str| {
        let shown = lines(format!("{header}\n{RECORD}\n{RECORD}\n").as_bytes(), Some(Format::Csv));
        assert_eq!(shown.len(), 1, "{shown:?}");
        assert!(shown[0].starts_with(&format!("1: {expected}")), "{shown:?}");
    };
    only(
        &HEADER.replace("account.name", "name"),
        "the header row has the unknown field `name` in column 4, expected `id`, `kind`,",
    );
    only(
        &HEADER.replace("account.name", "a@example.nl"),
        "the header row has the unknown field `x@xxxxxxx.xx` in column 4",
    );
    only(&format!("{HEADER},"), "the header row has no field name in column 13, expected `id`");
    only(&format!("{HEADER},id"), "`id`: stands twice in the header row");
    only(&HEADER.replace("id,kind,", ""), "the header row lacks `id`, `kind`");
    only(&HEADER.replace(',', ";"), "the header row has no commas: separate the values with `,`");
    only(&HEADER.replace(',', "\t"), "the header row has no commas: separate the values with `,`");
    only(
        &format!("{HEADER}\r{RECORD}"),
        "the lines end in CR alone: save the file with line ends LF or CRLF",
    );
    only(&format!("\"{HEADER}"), "a quoted value is not closed");
    let spaced = format!(" {}\n{RECORD}", HEADER.replace(',', " , "));
    check(spaced, &["2: ntc_1"]);
    let quoted = format!("\"{}\"\n{RECORD}", HEADER.replace(',', "\",\""));
    check(quoted, &["2: ntc_1"]);
}

#[test]
fn the_format_is_told_by_the_first_line() {
    check(csv(&[RECORD]), &["2: ntc_1"]);
    check(format!("\n\n{}", row()), &["3: ntc_1"]);
    check(
        "[\"x\", \"id\"]",
        &["1: expected one JSON object a line, such as `{\"id\": \"ntc_0001\", …}`, found a list"],
    );
    // Excel writes this where the comma is the decimal mark.
    check(
        csv(&[RECORD]).replace(',', ";"),
        &["1: the header row has no commas: separate the values with `,`"],
    );
    let forced = lines(row().to_string().as_bytes(), Some(Format::Csv));
    assert_eq!(forced, ["1: the first line is a JSON object and no header row: read the file as JSON Lines"]);
}

#[test]
fn after_a_failure_to_read_there_are_no_more_rows() {
    struct Failing;
    impl Read for Failing {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the disk is gone"))
        }
    }
    let text = format!("{}\n", row());
    let mut reader = Reader::new(text.as_bytes().chain(Failing), None).unwrap();
    assert!(reader.next().unwrap().unwrap().notice.is_ok());
    assert!(reader.next().unwrap().is_err());
    assert!(reader.next().is_none());
    assert!(Reader::new(Failing, None).is_err());
}

#[test]
fn no_more_is_read_ahead_than_two_rows() {
    /// Repeats a line for ever, and counts what was taken.
    struct Endless {
        line: Vec<u8>,
        n_read: Rc<Cell<usize>>,
    }
    impl Read for Endless {
        fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
            let at = self.n_read.get() % self.line.len();
            let n_bytes = (&self.line[at..]).read(buf)?;
            self.n_read.set(self.n_read.get() + n_bytes);
            Ok(n_bytes)
        }
    }
    let n_read = Rc::new(Cell::new(0));
    let line = format!("{}\n", row()).into_bytes();
    let reader = Reader::new(Endless { line: line.clone(), n_read: Rc::clone(&n_read) }, None).unwrap();
    assert!(reader.take(1_000).all(|row| row.unwrap().notice.is_ok()));
    assert!(n_read.get() <= 1_000 * line.len() + 2 * Reader::<File>::MAX_ROW_BYTES);
}
