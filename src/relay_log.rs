//! What the log of a Postfix relay says of mails that it may have taken.
//!
//! It settles a doubt: the line to the relay died after the final dot, and nobody knows whether the mail
//! was taken. The relay's log does.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::io::{self, BufRead, Read as _};

use crate::transport::Reply;

/// A longer line is passed over. Postfix writes none of more than about two thousand bytes.
const MAX_LINE: u64 = 8 << 10;
/// Under how many queue ids at once one mail is followed; a filter that hands mails back gives it two.
const MAX_QUEUE_IDS: usize = 16;

/// The parts of Postfix that deliver.
const AGENTS: [&str; 7] = ["discard", "error", "lmtp", "local", "pipe", "smtp", "virtual"];

/// A mail that the relay has taken into its queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// The relay's name for it. If it was taken several times, as behind a filter, this is the last.
    pub queue_id: String,
    /// What became of it last, if the log says so: `sent`, `deferred`, `bounced` or `expired`, and why. It is
    /// cleaned, and addresses in it are masked, as [`Reply`] does it.
    pub status: Option<String>,
}

/// Reads a log and finds the mails among it whose Message-IDs are `wanted`, with their angle brackets.
///
/// Lines begin as syslog writes them, with a time such as `Nov 23 10:00:00` or `2026-11-23T10:00:00Z`, which
/// is also how `journalctl` and `journalctl -o short-iso` print them. They count if they are from a program
/// whose name is `postfix` or begins with `postfix-`, which other instances have.
///
/// A Message-ID proves nothing: Postfix logs it while the mail is still coming in. What proves that the
/// mail was taken is a later line of the same queue id, from the queue manager (`queue active`) or about
/// a delivery. A queue id is used again after a time, so whatever tells that it now stands for
/// another mail ends its meaning.
///
/// Read the log from before the first mail in doubt, older files before younger ones. Memory
/// does not grow with the log, but with `wanted`. Lines that are too long or not UTF-8 prove nothing.
///
/// # Errors
///
/// If `input` cannot be read.
///
/// # Example
///
/// ```
/// use std::collections::HashSet;
///
/// use pastdue::relay_log;
///
/// let log = "\
/// Nov 23 10:00:00 mx postfix/cleanup[7]: 4F2A31C0B5: message-id=<1@example.com>
/// Nov 23 10:00:00 mx postfix/cleanup[8]: 4F2A31C0B6: message-id=<2@example.com>
/// Nov 23 10:00:01 mx postfix/qmgr[9]: 4F2A31C0B5: from=<b@example.com>, size=900, nrcpt=1 (queue active)
/// ";
/// let wanted = HashSet::from(["<1@example.com>".to_owned(), "<2@example.com>".to_owned()]);
/// let accepted = relay_log::read(log.as_bytes(), &wanted)?;
/// assert_eq!(accepted["<1@example.com>"].queue_id, "4F2A31C0B5");
/// assert!(!accepted.contains_key("<2@example.com>"));
/// # Ok::<(), std::io::Error>(())
/// ```
#[expect(clippy::implicit_hasher, reason = "nobody has another one")]
pub fn read(mut input: impl BufRead, wanted: &HashSet<String>) -> io::Result<BTreeMap<String, Accepted>> {
    let mut reading =
        Reading { wanted, queues: HashMap::new(), queue_ids: HashMap::new(), accepted: BTreeMap::new() };
    let mut line = Vec::new();
    let mut is_line_start = true;
    loop {
        line.clear();
        if input.by_ref().take(MAX_LINE).read_until(b'\n', &mut line)? == 0 {
            return Ok(reading.accepted);
        }
        let is_line_end = line.ends_with(b"\n") || (line.len() as u64) < MAX_LINE;
        if is_line_start {
            match std::str::from_utf8(&line) {
                Ok(line) if is_line_end => reading.read(line),
                _ => reading.forget(&String::from_utf8_lossy(&line)),
            }
        }
        is_line_start = is_line_end;
    }
}

/// What is known so far.
struct Reading<'w> {
    wanted: &'w HashSet<String>,
    /// The queue ids that stand for wanted mails now.
    queues: HashMap<String, Queue<'w>>,
    /// The same, by Message-ID and from old to young.
    queue_ids: HashMap<&'w str, VecDeque<String>>,
    accepted: BTreeMap<String, Accepted>,
}

struct Queue<'w> {
    message_id: &'w str,
    is_taken: bool,
}

/// What a line says of a queue id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Event<'l> {
    /// A mail with this Message-ID comes in.
    MessageId(&'l str),
    /// A mail begins or ends: the queue id does not stand any more for what it stood for.
    Other,
    /// The mail is in the queue, and this has become of it.
    Taken(Option<&'l str>),
}

impl Reading<'_> {
    fn read(&mut self, line: &str) {
        let Some((queue_id, event)) = event(line) else { return };
        match event {
            Event::MessageId(message_id) => self.begin(queue_id, message_id),
            Event::Other => self.end(queue_id),
            Event::Taken(status) => self.take(queue_id, status),
        }
    }

    /// Reads of a damaged line only what makes us know less.
    fn forget(&mut self, line: &str) {
        if let Some((queue_id, Event::MessageId(_) | Event::Other)) = event(line) {
            self.end(queue_id);
        }
    }

    fn begin(&mut self, queue_id: &str, message_id: &str) {
        self.end(queue_id);
        let Some(message_id) = self.wanted.get(message_id) else { return };
        self.queues.insert(queue_id.to_owned(), Queue { message_id, is_taken: false });
        let queue_ids = self.queue_ids.entry(message_id).or_default();
        queue_ids.push_back(queue_id.to_owned());
        if queue_ids.len() > MAX_QUEUE_IDS
            && let Some(oldest) = queue_ids.pop_front()
        {
            self.queues.remove(&oldest);
        }
    }

    fn end(&mut self, queue_id: &str) {
        if let Some(queue) = self.queues.remove(queue_id)
            && let Some(queue_ids) = self.queue_ids.get_mut(queue.message_id)
        {
            queue_ids.retain(|other| other != queue_id);
        }
    }

    fn take(&mut self, queue_id: &str, status: Option<&str>) {
        let Some(queue) = self.queues.get_mut(queue_id) else { return };
        let is_new = !std::mem::replace(&mut queue.is_taken, true);
        let accepted = self.accepted.entry(queue.message_id.to_owned());
        let accepted = accepted.or_insert_with(|| Accepted { queue_id: queue_id.to_owned(), status: None });
        if is_new {
            *accepted = Accepted { queue_id: queue_id.to_owned(), status: None };
        }
        if let (true, Some(status)) = (accepted.queue_id == queue_id, status) {
            accepted.status = Some(Reply::new(0, status).text);
        }
    }
}

/// What `line` says, if it is one of those that count.
fn event(line: &str) -> Option<(&str, Event<'_>)> {
    let (program, text) = program(line.trim_end())?;
    let (queue_id, text) = text.split_once(": ")?;
    if !(5..=24).contains(&queue_id.len()) || !queue_id.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return None;
    }
    let event = match program {
        "cleanup" => Event::MessageId(text.strip_prefix("message-id=")?),
        "smtpd" if text.starts_with("client=") => Event::Other,
        "pickup" if text.starts_with("uid=") => Event::Other,
        "qmgr" if text == "removed" => Event::Other,
        "qmgr" if text.starts_with("from=<") && text.ends_with(" (queue active)") => Event::Taken(None),
        "qmgr" if text.starts_with("from=<") => {
            Event::Taken(Some(status(text).filter(|status| word(status) == "expired")?))
        }
        agent if AGENTS.contains(&agent) && text.starts_with("to=<") && text.ends_with(')') => {
            let is_known = |status: &&str| ["sent", "deferred", "bounced"].contains(&word(status));
            Event::Taken(Some(status(text).filter(is_known)?))
        }
        _ => return None,
    };
    Some((queue_id, event))
}

/// The end of a line from `status=` on. The reason comes after it, and what an address may hold cannot
/// be taken for it, since no address of ours has a comma.
fn status(text: &str) -> Option<&str> {
    text.split_once(", status=").map(|(_, status)| status)
}

fn word(status: &str) -> &str {
    status.split([' ', ',']).next().unwrap_or_default()
}

/// The part of Postfix that a line is from, and what it says.
fn program(line: &str) -> Option<(&str, &str)> {
    let (_host, line) = after_time(line)?.split_once(' ')?;
    let (tag, text) = line.trim_start().split_once(": ")?;
    let (name, pid) = tag.strip_suffix(']')?.split_once('[')?;
    let (instance, program) = name.split_once('/')?;
    let is_postfix = instance == "postfix" || instance.starts_with("postfix-");
    let is_pid = !pid.is_empty() && pid.bytes().all(|byte| byte.is_ascii_digit());
    // A service with a name of its own stands between: `postfix/submission/smtpd`.
    let program = program.rsplit('/').next().unwrap_or(program);
    (is_postfix && is_pid).then_some((program, text))
}

/// What comes after `Nov 23 10:00:00 ` or `2026-11-23T10:00:00.123456+01:00 `.
fn after_time(line: &str) -> Option<&str> {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let (first, rest) = line.split_once(' ')?;
    if MONTHS.contains(&first) {
        // A day of one digit has another space before it.
        let (day, rest) = rest.trim_start().split_once(' ')?;
        let (time, rest) = rest.split_once(' ')?;
        let is_day = day.parse().is_ok_and(|day: u8| (1..=31).contains(&day));
        return (is_day && is_time(time)).then_some(rest);
    }
    let (date, time) = first.split_once('T')?;
    let is_date = date.len() == 10 && date.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    (is_date && is_time(time)).then_some(rest)
}

/// Whether `text` begins as `10:00:00` does, and goes on with a fraction or a zone at most.
fn is_time(text: &str) -> bool {
    let is_in_place = |(at, byte): (usize, u8)| match at {
        2 | 5 => byte == b':',
        0..8 => byte.is_ascii_digit(),
        _ => byte.is_ascii_digit() || b".,:+-Z".contains(&byte),
    };
    text.len() >= 8 && text.bytes().enumerate().all(is_in_place)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: Option<(&str, Event<'_>)>) {
        assert_eq!(event(line), expected, "{line}");
    }

    #[test]
    fn a_line_counts_if_it_is_a_whole_one_of_postfix() {
        let id = || Some(("4F2A31C0B5", Event::MessageId("<a@b>")));
        let line = |start: &str| format!("{start}: 4F2A31C0B5: message-id=<a@b>");
        check(&line("Nov 23 10:00:00 mx postfix/cleanup[123]"), id());
        check(&line("Nov  3 10:00:00 mx postfix/cleanup[123]"), id());
        check(&line("Nov 23 10:00:00.123456 mx postfix-out/cleanup[123]"), id());
        check(&line("2026-11-23T10:00:00.123456+01:00 mx postfix/cleanup[123]"), id());
        check(&line("2026-11-23T10:00:00+0000 mx postfix/cleanup[123]"), id());
        check(&line("2026-11-23T10:00:00Z mx postfix/submission/cleanup[123]"), id());
        for start in [
            "postfix/cleanup[123]",
            "mx postfix/cleanup[123]",
            "Nov 32 10:00:00 mx postfix/cleanup[123]",
            "Nov 23 10:00 mx postfix/cleanup[123]",
            "Nob 23 10:00:00 mx postfix/cleanup[123]",
            "2026-11-23 10:00:00 mx postfix/cleanup[123]",
            "Nov 23 10:00:00 mx postfix/cleanup",
            "Nov 23 10:00:00 mx postfix/cleanup[]",
            "Nov 23 10:00:00 mx postfix/cleanup[1x]",
            "Nov 23 10:00:00 mx cleanup[123]",
            "Nov 23 10:00:00 mx postfixed/cleanup[123]",
            "Nov 23 10:00:00 mx postfix/smtpd[123]",
            "Nov 23 10:00:00 mx evil[1]: postfix/cleanup[123]",
            "Nov 23 10:00:00 mx postfix/cleanup[123]: warning",
        ] {
            check(&line(start), None);
        }
    }

    #[test]
    fn only_the_queue_manager_and_deliveries_prove_anything() {
        let check = |text: &str, expected: Option<Event<'_>>| {
            let line = format!("Nov 23 10:00:00 mx postfix/{text}\n");
            check(&line, expected.map(|event| ("4dK2Qm1Zp9z3xQ", event)));
        };
        check(
            "qmgr[1]: 4dK2Qm1Zp9z3xQ: from=<a@b>, size=1, nrcpt=1 (queue active)",
            Some(Event::Taken(None)),
        );
        check("qmgr[1]: 4dK2Qm1Zp9z3xQ: from=<a@b>, size=1, nrcpt=1 (queue act", None);
        check(
            "qmgr[1]: 4dK2Qm1Zp9z3xQ: from=<a@b>, status=expired, returned to sender",
            Some(Event::Taken(Some("expired, returned to sender"))),
        );
        check("qmgr[1]: 4dK2Qm1Zp9z3xQ: removed", Some(Event::Other));
        check("qmgr[1]: 4dK2Qm1Zp9z3xQ: skipped, still being delivered", None);
        check(
            "smtp[1]: 4dK2Qm1Zp9z3xQ: to=<a@b>, relay=r[192.0.2.1]:25, dsn=2.0.0, status=sent (250 Ok)",
            Some(Event::Taken(Some("sent (250 Ok)"))),
        );
        check("smtp[1]: 4dK2Qm1Zp9z3xQ: to=<a@b>, dsn=2.0.0, status=sent (250 O", None);
        check("smtp[1]: 4dK2Qm1Zp9z3xQ: to=<a@b>, dsn=2.0.0, status=deliverable (250 Ok)", None);
        check("smtp[1]: 4dK2Qm1Zp9z3xQ: host r[192.0.2.1] said: 450 no, status=sent (no)", None);
        check("smtpd[1]: 4dK2Qm1Zp9z3xQ: to=<a@b>, dsn=2.0.0, status=sent (250 Ok)", None);
        check("smtpd[1]: 4dK2Qm1Zp9z3xQ: client=c[192.0.2.1]", Some(Event::Other));
        check("pickup[1]: 4dK2Qm1Zp9z3xQ: uid=0 from=<root>", Some(Event::Other));
        check("cleanup[1]: 4dK2Qm1Zp9z3xQ: resent-message-id=<a@b>", None);
        check("cleanup[1]: 4dK2Qm1Zp9z3xQ: reject: header X: message-id=<a@b>", None);
        check("cleanup[1]: 4dK2Qm1Zp9z3xQ: message-id=", Some(Event::MessageId("")));
        check("bounce[1]: 4dK2Qm1Zp9z3xQ: sender non-delivery notification: 4dK2Qn", None);
    }
}
