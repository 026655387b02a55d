//! The lines of a file, as a stream: memory holds no more than one row.

use std::io::{self, BufRead, BufReader, Read};

/// The longest row that is read, with its line end.
pub(super) const MAX_ROW_BYTES: usize = 64 * 1024;

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// A stream of lines, of which some are in memory: the current one, and those that were looked at already.
pub(super) struct Lines<R> {
    input: BufReader<R>,
    buffer: Vec<u8>,
    start: usize,
    number: u64,
}

/// What the current line is.
pub(super) enum Line {
    /// A line of so many bytes, with its line end if it has one.
    Whole(usize),
    /// More than a row may have.
    TooLong,
    /// There is no further line.
    End,
}

/// What could be added to what is in memory.
enum More {
    /// The rest of the line, or the next one.
    Line,
    /// Nothing: a row may not be longer.
    Full,
    /// Nothing: the input has ended.
    End,
}

impl<R: Read> Lines<R> {
    /// Goes to the first line that is not blank.
    pub(super) fn new(input: R) -> io::Result<Lines<R>> {
        let input = BufReader::with_capacity(MAX_ROW_BYTES, input);
        let mut lines = Lines { input, buffer: Vec::new(), start: 0, number: 1 };
        lines.current()?;
        if lines.bytes().starts_with(BYTE_ORDER_MARK) {
            lines.start += BYTE_ORDER_MARK.len();
        }
        while let Line::Whole(n_bytes) = lines.current()? {
            if !lines.bytes()[..n_bytes].trim_ascii().is_empty() {
                break;
            }
            lines.pass(n_bytes);
        }
        Ok(lines)
    }

    /// The number of the current line, from 1.
    pub(super) fn number(&self) -> u64 {
        self.number
    }

    /// The bytes in memory, from the start of the current line.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.buffer[self.start..]
    }

    /// Reads until the whole current line is in memory.
    pub(super) fn current(&mut self) -> io::Result<Line> {
        if let Some(at) = self.bytes().iter().position(|&byte| byte == b'\n') {
            return Ok(Line::Whole(at + 1));
        }
        self.buffer.drain(..self.start);
        self.start = 0;
        match self.more()? {
            More::Full => Ok(Line::TooLong),
            More::Line | More::End if self.buffer.is_empty() => Ok(Line::End),
            More::Line | More::End => Ok(Line::Whole(self.buffer.len())),
        }
    }

    /// Reads until the line that begins at `start` is in memory as a whole; `false` if it cannot be or there is none.
    pub(super) fn follow(&mut self, start: usize) -> io::Result<bool> {
        if self.bytes()[start..].contains(&b'\n') {
            return Ok(true);
        }
        Ok(match self.more()? {
            More::Line => true,
            More::Full => false,
            More::End => start < self.bytes().len(),
        })
    }

    /// Reads up to the next line end.
    fn more(&mut self) -> io::Result<More> {
        let room = MAX_ROW_BYTES.saturating_sub(self.bytes().len());
        let limit = u64::try_from(room).unwrap_or(u64::MAX);
        let n_read = self.input.by_ref().take(limit).read_until(b'\n', &mut self.buffer)?;
        Ok(match n_read {
            _ if room == 0 || (n_read == room && self.buffer.last() != Some(&b'\n')) => More::Full,
            0 => More::End,
            _ => More::Line,
        })
    }

    /// Goes on behind `n_bytes` of what is in memory.
    pub(super) fn pass(&mut self, n_bytes: usize) {
        let passed = &self.buffer[self.start..self.start + n_bytes];
        self.number += passed.iter().fold(0, |n_lines, &byte| n_lines + u64::from(byte == b'\n'));
        self.start += n_bytes;
    }

    /// Goes on behind the current line, which is too long to be in memory as a whole.
    pub(super) fn skip(&mut self) -> io::Result<()> {
        self.buffer.clear();
        self.start = 0;
        self.number += 1;
        self.input.skip_until(b'\n').map(|_| ())
    }
}
