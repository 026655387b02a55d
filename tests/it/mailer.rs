//! A run from rows to report, with a relay that fails as it is told.

mod relay;
mod work;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::{Arc, LazyLock, Mutex};
use std::time::Duration;

use jiff::Timestamp;
use pastdue::mailer::{Entry, Stop};
use pastdue::notice::{Format, Reader};
use pastdue::report::{Outcome, Settled};
use pastdue::template::{Links, Overlay, Site};
use pastdue::transport::{DeliveryError, FailureKind, MemoryTransport, Phase, Transport};
use pastdue::{Address, Catalog, Kind, Mailer, Notice, Report, Sender, Templates, sample};
use serde_json::{Value, json};

use self::relay::Relay;

/// What a run came to.
struct Run {
    report: Report,
    ended: io::Result<()>,
    settled: Vec<Settled>,
}

impl Run {
    /// Each row as `line: outcome: text`, in the order of the file.
    fn rows(&self) -> Vec<String> {
        let mut rows: Vec<(u64, String)> = self
            .settled
            .iter()
            .map(|settled| {
                let line = settled.place.strip_prefix("rows.jsonl:").unwrap();
                (line.parse().unwrap(), format!("{line}: {}: {}", settled.outcome, settled.text))
            })
            .collect();
        rows.sort();
        rows.into_iter().map(|(_, row)| row).collect()
    }

    fn n_of(&self, outcome: Outcome) -> u64 {
        self.report.n_of(outcome)
    }

    /// Every row was told once and counted once.
    #[track_caller]
    fn check_sum(&self, n_rows: usize) {
        let places: BTreeSet<&str> = self.settled.iter().map(|settled| settled.place.as_str()).collect();
        assert_eq!((self.settled.len(), places.len()), (n_rows, n_rows));
        assert_eq!(self.report.n_rows(), n_rows as u64);
        for settled in &self.settled {
            let n_told = self.settled.iter().filter(|other| other.outcome == settled.outcome).count();
            assert_eq!(self.n_of(settled.outcome), n_told as u64, "{}", settled.outcome);
        }
    }
}

/// A mailer that tries a failing relay again after the `pauses`, and that cannot write a mail about a canceled service.
fn mailer(pauses: &[Duration]) -> Mailer {
    static CATALOG: LazyLock<Arc<Catalog>> =
        LazyLock::new(|| Arc::new(Catalog::builtin("Example Cloud").unwrap()));
    let site = Site {
        brand: "Example Cloud".to_owned(),
        logo: None,
        links: Links::on_host("account.example.com").unwrap(),
        retention_days: 90,
    };
    let broken = Overlay { name: "service-canceled/body.txt".to_owned(), text: "{{ nothing }}".to_owned() };
    let sender = Sender {
        address: Address::new("billing@billing.example.com").unwrap(),
        reply_to: None,
        name: "Example Cloud Billing".to_owned(),
        names: BTreeMap::new(),
        tenant: "example-cloud".to_owned(),
        dkim: None,
        bounces: None,
    };
    Mailer {
        templates: Templates::load(Arc::clone(&CATALOG), site, &[broken]).unwrap(),
        sender,
        default_locale: "en-US".parse().unwrap(),
        clock: || Timestamp::UNIX_EPOCH,
        success: Outcome::Sent,
        pauses: pauses.to_vec(),
        stop: Stop::default(),
    }
}

/// A sample as a row with another id.
fn row(sample: &str, id: &str) -> String {
    let mut row: Value = serde_json::from_str(&sample::row(sample).unwrap()).unwrap();
    row["id"] = json!(id);
    row.to_string()
}

fn good(id: &str) -> String {
    row("payment-failed-declined", id)
}

fn entries(rows: &[String]) -> impl Iterator<Item = io::Result<Entry>> + use<> {
    let rows = Reader::new(io::Cursor::new(rows.join("\n")), Some(Format::JsonLines)).unwrap();
    rows.map(|row| Ok(Entry { file: "rows.jsonl".into(), row: row? }))
}

async fn run<T: Transport + 'static>(
    mailer: Mailer,
    entries: impl Iterator<Item = io::Result<Entry>> + Send + 'static,
    transports: Vec<T>,
) -> Run {
    let settled = Arc::new(Mutex::new(Vec::new()));
    let told = Arc::clone(&settled);
    let tell = move |row: &Settled| told.lock().unwrap().push(row.clone());
    let (report, ended) = Arc::new(mailer).send(entries, transports, tell).await;
    let settled = settled.lock().unwrap().clone();
    Run { report, ended, settled }
}

/// Runs over `rows` with one relay, which must be closed at the end.
async fn run_rows(rows: &[String], pauses: &[Duration], relay: &Relay) -> Run {
    let run = run(mailer(pauses), entries(rows), vec![relay.clone()]).await;
    run.ended.as_ref().unwrap();
    run.check_sum(rows.len());
    assert_eq!(relay.n_closed(), 1);
    run
}

const PAUSES: [Duration; 2] = [Duration::from_secs(1), Duration::from_secs(30)];

#[tokio::test(start_paused = true)]
async fn one_id_is_mailed_once() {
    let relay = Relay::new(|_, _| None);
    let rows = ["a", "b", "a", "a", "c", "b"].map(good);
    let run = run_rows(&rows, &[], &relay).await;
    assert_eq!(relay.taken(), ["a", "b", "c"]);
    let duplicate = "duplicate: the id was already met in this run";
    let expected = [
        "1: sent: kept in memory",
        "2: sent: kept in memory",
        &format!("3: {duplicate}"),
        &format!("4: {duplicate}"),
        "5: sent: kept in memory",
        &format!("6: {duplicate}"),
    ];
    assert_eq!(run.rows(), expected);
    assert_eq!((run.report.n_emails(), run.n_of(Outcome::Duplicate)), (3, 3));
}

#[tokio::test(start_paused = true)]
async fn a_rehearsal_counts_its_mails_as_composed() {
    let memory = MemoryTransport::discarding();
    let mailer = Mailer { success: Outcome::Composed, ..mailer(&[]) };
    let run = run(mailer, entries(&["a", "b"].map(good)), vec![memory.clone()]).await;
    run.check_sum(2);
    assert_eq!(run.rows(), ["1: composed: discarded", "2: composed: discarded"]);
    assert_eq!((memory.n_delivered(), run.report.n_emails(), run.report.needs_attention()), (2, 2, false));
}

#[tokio::test(start_paused = true)]
async fn what_a_relay_says_of_one_mail_is_counted_and_named_and_never_tried_again() {
    let relay = Relay::new(|id, _| {
        let (kind, phase, problem) = match id {
            "permanent" => (FailureKind::Permanent, Phase::RcptTo, "no such mailbox"),
            "transient" => (FailureKind::Transient, Phase::RcptTo, "the mailbox is full"),
            "in-doubt" => (FailureKind::InDoubt, Phase::Dot, "the connection was lost"),
            _ => return None,
        };
        Some(DeliveryError::new(kind, phase, problem))
    });
    let rows = ["permanent", "transient", "in-doubt", "good"].map(good);
    let run = run_rows(&rows, &PAUSES, &relay).await;
    let expected = [
        "1: refused: no such mailbox while naming the recipient",
        "2: deferred: the mailbox is full while naming the recipient",
        "3: in_doubt: the connection was lost while waiting for the reply to the final dot",
        "4: sent: kept in memory",
    ];
    assert_eq!(run.rows(), expected);
    assert_eq!(relay.tries(), ["0 s: permanent", "0 s: transient", "0 s: in-doubt", "0 s: good"]);
    let ids: Vec<_> = run.settled.iter().map(|settled| settled.id.as_deref().unwrap()).collect();
    assert_eq!(ids, ["permanent", "transient", "in-doubt", "good"]);
}

#[tokio::test(start_paused = true)]
async fn a_good_row_among_a_hundred_bad_ones_is_sent() {
    let relay = Relay::new(|id, _| {
        id.starts_with("nobody").then(|| DeliveryError::new(FailureKind::Permanent, Phase::RcptTo, "nobody"))
    });
    let bad = |n: u32| match n % 4 {
        0 => "not JSON".to_owned(),
        1 => good("").replace("acc_42", ""),
        2 => row("service-canceled-invoice", &format!("canceled_{n}")),
        _ => good(&format!("nobody_{n}")),
    };
    let rows: Vec<String> = (0..50).map(bad).chain([good("good")]).chain((50..100).map(bad)).collect();
    let run = run_rows(&rows, &PAUSES, &relay).await;
    assert_eq!(relay.taken(), ["good"]);
    assert_eq!(run.rows()[50], "51: sent: kept in memory");
    let counts = [Outcome::Sent, Outcome::Rejected, Outcome::Unrenderable, Outcome::Refused];
    assert_eq!(counts.map(|outcome| run.n_of(outcome)), [1, 50, 25, 25]);
}

#[tokio::test(start_paused = true)]
async fn an_error_of_the_input_ends_the_run_and_what_came_before_it_counts() {
    let relay = Relay::new(|_, _| None);
    let broken = || io::Error::new(io::ErrorKind::UnexpectedEof, "the disk is gone");
    let rows = entries(&["a", "b"].map(good)).chain([Err(broken())]).chain(entries(&["c"].map(good)));
    let run = run(mailer(&PAUSES), rows, vec![relay.clone(); 3]).await;
    run.check_sum(2);
    assert_eq!(run.ended.unwrap_err().to_string(), "the disk is gone");
    assert_eq!((relay.taken().len(), relay.n_closed()), (2, 3));
    assert!(!run.settled.iter().any(|settled| settled.id.as_deref() == Some("c")));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn with_several_sessions_no_mail_is_lost_or_doubled() {
    let relay = Relay::new(|_, _| None);
    // Every id stands twice, far apart and side by side.
    let ids = (0..60).chain((0..60).rev()).map(|n| format!("ntc_{n}"));
    let rows: Vec<String> = ids.map(|id| good(&id)).collect();
    let run = run(mailer(&[]), entries(&rows), vec![relay.clone(); 8]).await;
    run.check_sum(120);
    assert_eq!((run.n_of(Outcome::Sent), run.n_of(Outcome::Duplicate), relay.n_closed()), (60, 60, 8));
    let taken = relay.taken();
    let different: BTreeSet<&String> = taken.iter().collect();
    assert_eq!((taken.len(), different.len()), (60, 60));
}

#[tokio::test(start_paused = true)]
async fn the_report_groups_the_reasons_and_names_no_address() {
    let relay = Relay::new(|id, _| {
        let reason = id.strip_prefix("full_")?;
        Some(DeliveryError::new(FailureKind::Transient, Phase::RcptTo, format!("no room in {reason}")))
    });
    let mut rows =
        vec![good("a"), row("invoice-overdue", "b").replace("\"locales\":[]", "\"locales\":[\"nl\"]")];
    rows.extend((1..=3).map(|_| "{}".to_owned()));
    rows.extend((1..=7).map(|n| good(&format!("full_{n}"))));
    rows.push(good("full_1"));
    let run = run_rows(&rows, &PAUSES, &relay).await;
    let expected = "\
13 rows in 2.0 s, 2 mails, 1 a second
  2 sent
  3 rejected: the row is wrong
      rows.jsonl:3 and 2 more: `id`: is missing, expected 1 to 128 characters of `A-Z a-z 0-9 . _ : / -`
  1 duplicate: the id was already met in this run, and one id is mailed once
      rows.jsonl:13 (full_1): the id was already met in this run
  7 deferred: the relay did not take the mail now, and is asked again later
      rows.jsonl:6 (full_1): no room in 1 while naming the recipient
      rows.jsonl:7 (full_2): no room in 2 while naming the recipient
      rows.jsonl:8 (full_3): no room in 3 while naming the recipient
      rows.jsonl:9 (full_4): no room in 4 while naming the recipient
      rows.jsonl:10 (full_5): no room in 5 while naming the recipient
      … and 2 more for other reasons
locales: en-US 1, nl-NL 1
kinds: payment-failed 1, invoice-overdue 1
";
    assert_eq!(run.report.to_words(2.0), expected);
    let json = run.report.to_json(2.000_49);
    let reasons = json["reasons"].clone();
    assert_eq!(
        json,
        json!({
            "rows": 13,
            "outcomes": {"deferred": 7, "duplicate": 1, "rejected": 3, "sent": 2},
            "emails": 2,
            "seconds": 2.0,
            "locales": {"en-US": 1, "nl-NL": 1},
            "kinds": {"invoice-overdue": 1, "payment-failed": 1},
            "reasons": reasons,
            "other_runs": {"notices": 0, "outcomes": {}, "reasons": {}},
        })
    );
    let reason = "`id`: is missing, expected 1 to 128 characters of `A-Z a-z 0-9 . _ : / -`";
    let rejected = json!([{"place": "rows.jsonl:3", "id": null, "reason": reason, "rows": 3}]);
    assert_eq!(reasons["rejected"], rejected);
    let reason = "no room in 5 while naming the recipient";
    let deferred = json!({"place": "rows.jsonl:10", "id": "full_5", "reason": reason, "rows": 1});
    assert_eq!((reasons["deferred"].as_array().unwrap().len(), &reasons["deferred"][4]), (5, &deferred));
    assert!(!json.to_string().contains('@'));
}

#[test]
fn the_locale_of_a_mail_is_one_that_its_reader_can_read() {
    let mailer = mailer(&[]);
    for kind in ["payment-failed-declined", "invoice-overdue", "service-canceled-expired"] {
        for (requested, expected) in [
            ("nl-NL", "nl-NL: asked for by name"),
            ("nl-BE", "nl-NL: serves `nl-BE`"),
            ("fr-CA", "fr-FR: serves `fr-CA`"),
            ("sv-FI", "sv-SE: serves `sv-FI`"),
            ("zh-Hant", "zh-TW: serves `zh-Hant`"),
            ("zh-HK", "zh-TW: serves `zh-HK`"),
            ("zh-MO", "zh-TW: serves `zh-MO`"),
            ("zh", "en-US: the default, as none is offered for `zh`"),
            ("zh-CN", "en-US: the default, as none is offered for `zh-CN`"),
            ("zh-Hans", "en-US: the default, as none is offered for `zh-Hans`"),
            ("zh-SG", "en-US: the default, as none is offered for `zh-SG`"),
            ("de", "en-US: the default, as none is offered for `de`"),
            ("en-GB", "en-US: serves `en-GB`"),
            ("", "en-US: the default, as no locale was asked for"),
            ("de sv-FI nl-NL", "sv-SE: serves `sv-FI`"),
        ] {
            let mut row: Value = serde_json::from_str(&sample::row(kind).unwrap()).unwrap();
            row["account"]["administrator"]["locales"] = requested.split_whitespace().collect();
            let notice = Notice::from_json(row.to_string().as_bytes()).unwrap();
            let negotiated = mailer.negotiate(&notice);
            assert_eq!(format!("{}: {}", negotiated.locale, negotiated.why), expected, "{kind}");
        }
    }
}

#[test]
fn the_default_locale_is_a_matter_of_the_configuration() {
    let check = |default: &str, expected: &str| {
        let mailer = Mailer { default_locale: default.parse().unwrap(), ..mailer(&[]) };
        let notice = sample::named("payment-failed-declined").unwrap().notice;
        assert_eq!(notice.kind(), Kind::PaymentFailed);
        assert_eq!(mailer.negotiate(&notice).locale.as_str(), expected);
    };
    check("fr-FR", "fr-FR");
    // No catalog has it.
    check("de-DE", "en-US");
}
