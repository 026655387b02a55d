//! What an operator asks of the outbox, through the program.

mod bounces;
mod doubt;
mod explain;
mod purge;
mod status;
mod suppress;
mod withdraw;

use std::fs;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use pastdue::message::Token;
use pastdue::notice::{Notice, NoticeKey};
use pastdue::outbox::{Attempt, Move, Outbox as _, Rejection, Run, SqlOutbox, State, Step, Time, Worker};
use tempfile::TempDir;

use crate::program::Test;

/// 2020-01-01 12:00:00 UTC, when everything in these outboxes has happened.
const THEN: i64 = 1_577_880_000;
/// So far in the future that nothing expires while these tests are in use.
const LIFETIME: Duration = Duration::from_hours(24 * 365 * 100);

/// An outbox of its own for one test.
pub(super) struct Store {
    folder: TempDir,
}

impl Store {
    /// An outbox with these notices, each taken through its steps.
    pub(super) async fn new(notices: &[(&str, &[Step])]) -> Store {
        let store = Store { folder: tempfile::tempdir().unwrap() };
        let outbox = store.open().await;
        let rows: Vec<Notice> = notices.iter().map(|(id, _)| notice(id)).collect();
        outbox.enqueue(Run(1), &rows, LIFETIME).await.unwrap();
        let worker = Worker(1);
        outbox.renew(worker, Duration::from_mins(1)).await.unwrap();
        for (id, steps) in notices.iter().filter(|(_, steps)| !steps.is_empty()) {
            let claims = outbox.claim(worker, notices.len(), &[]).await.unwrap();
            let claim = claims.iter().find(|claim| claim.key.as_str() == *id).unwrap();
            let mut from = State::Claimed;
            for step in *steps {
                let attempt = matches!(step, Step::Sent | Step::Defer(_) | Step::Refuse { .. });
                let attempt = attempt.then(|| attempt_for(step));
                let step = Move { ticket: claim.ticket, from, step: step.clone(), attempt };
                from = step.step.to();
                assert_eq!(outbox.apply(worker, &[step]).await.unwrap(), [true], "{id}");
            }
            // What was claimed beside it goes back.
            let others = claims.iter().filter(|claim| claim.key.as_str() != *id).map(|claim| Move {
                ticket: claim.ticket,
                from: State::Claimed,
                step: Step::Return(Duration::ZERO, String::new()),
                attempt: None,
            });
            outbox.apply(worker, &others.collect::<Vec<_>>()).await.unwrap();
        }
        outbox.retire(worker).await.unwrap();
        store
    }

    pub(super) async fn open(&self) -> SqlOutbox {
        let time = Time::Given(Arc::new(|| Timestamp::from_second(THEN).unwrap()));
        SqlOutbox::open_with(&self.url(), time).await.unwrap()
    }

    pub(super) fn url(&self) -> String {
        format!("sqlite:{}", self.folder.path().join("outbox.db").display())
    }

    /// A run of the program on this outbox.
    pub(super) fn run(&self, args: &str) -> Test {
        Test::new().args(args).args("--outbox").args(&self.url())
    }

    /// The states, as `status` counts them, without those that nothing is in.
    pub(super) fn states(&self) -> String {
        let output = self.run("status --format json");
        let status: serde_json::Value = serde_json::from_str(&output.codes(&[0, 1]).stdout).unwrap();
        let states = status["states"].as_object().unwrap();
        let states: Vec<_> =
            states.iter().filter(|(_, n)| **n != 0).map(|(s, n)| format!("{s} {n}")).collect();
        states.join(", ")
    }
}

pub(super) fn hand_over() -> Step {
    Step::HandOver { locale: "nl-NL".to_owned(), why: "serves `nl-BE`".to_owned() }
}

fn attempt_for(step: &Step) -> Attempt {
    let (phase, code, enhanced, text) = match step {
        Step::Sent => ("waiting for the reply to the final dot", 250, "2.0.0", "Ok: queued as 4F2A31C0B5"),
        Step::Defer(_) => ("naming the recipient", 450, "4.2.0", "greylisted, come back"),
        _ => ("naming the recipient", 550, "5.1.1", "no such user a***@example.nl"),
    };
    Attempt {
        relay: "relay.example.com:465".to_owned(),
        phase,
        code: Some(code),
        enhanced: Some(enhanced.to_owned()),
        text: text.to_owned(),
        milliseconds: 12,
    }
}

/// A notice of the account `acc_ID` to `anneke@ID.example`.
pub(super) fn notice(id: &str) -> Notice {
    let row = format!(
        r#"{{"id": "{id}", "kind": "payment-failed", "stage": "final",
            "account": {{"id": "acc_{id}", "name": "De Vries B.V.",
                "administrator": {{"email": "anneke@{id}.example", "locales": ["nl-BE"]}}}},
            "subscription": {{"id": "sub_7", "name": "Production"}},
            "amount_due": {{"value": "12.50", "currency": "EUR"}}, "due_date": "2026-11-01",
            "payment": {{"method": "card", "brand": "Visa", "last4": "4242", "failure": "declined"}},
            "next_attempt_on": "2026-11-24", "service_ends_on": "2026-12-01"}}"#
    );
    Notice::from_json(row.as_bytes()).unwrap()
}

pub(super) fn message_id(id: &str) -> String {
    format!("<{}@billing.example.com>", Token::of(&NoticeKey::new(id).unwrap()))
}

#[tokio::test]
async fn no_command_that_looks_makes_an_outbox() {
    let rejected = Rejection { place: "rows.jsonl:1".to_owned(), reason: "a reason".to_owned() };
    let store = Store::new(&[]).await;
    store.open().await.reject(Run(1), &[rejected]).await.unwrap();
    for args in
        ["status", "explain a", "doubt", "withdraw a", "suppress list", "bounces", "purge --older-than 1d"]
    {
        let output = Test::new().args(args).stdout("").code(2);
        let expected =
            "error: there is no outbox `sqlite:pastdue.db`: the first `send` or `enqueue` makes it\n";
        assert_eq!(output.stderr, expected, "{args}");
        assert_eq!(fs::read_dir(output.path("")).unwrap().count(), 0, "{args}");
    }
    assert_eq!(store.states(), "rejected 1");
}
