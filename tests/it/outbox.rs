//! One conformance story for every [`Outbox`]: what goes in, who gets it, and what may become of it.

mod intake;
mod moves;
mod lease;
mod desk;
mod retention;
mod open;
mod law;

use std::time::Duration;

use pastdue::outbox::{Attempt, Claim, Enqueued, Move, Outbox as _, Run, SqlOutbox, State, Step, Worker};

use crate::store::notice;

const LEASE: Duration = Duration::from_mins(1);
const LIFETIME: Duration = Duration::from_hours(72);
const ONE: Worker = Worker(1);
const TWO: Worker = Worker(2);

/// Enqueues new notices with these ids.
async fn enqueue(outbox: &SqlOutbox, ids: &[&str]) {
    let notices: Vec<_> = ids.iter().map(|id| notice(id, "example.nl")).collect();
    let enqueued = outbox.enqueue(Run(1), &notices, LIFETIME).await.unwrap();
    assert_eq!(enqueued, vec![Enqueued::New; ids.len()]);
}

/// Registers `worker` and claims all that it can get. Rows that came together are claimed in any order: it is by key here.
async fn claim(outbox: &SqlOutbox, worker: Worker) -> Vec<Claim> {
    outbox.renew(worker, LEASE).await.unwrap();
    let mut claims = outbox.claim(worker, 100, &[]).await.unwrap();
    claims.sort_by(|one, other| one.key.as_str().cmp(other.key.as_str()));
    claims
}

fn ids(claims: &[Claim]) -> Vec<&str> {
    claims.iter().map(|claim| claim.key.as_str()).collect()
}

fn step(claim: &Claim, from: State, step: Step) -> Move {
    Move { ticket: claim.ticket, from, step, attempt: None }
}

fn hand_over(claim: &Claim) -> Move {
    let handover = Step::HandOver { locale: "nl-NL".to_owned(), why: "asked for by name".to_owned() };
    step(claim, State::Claimed, handover)
}

/// A step that the relay has brought about by saying `text`.
fn answered(claim: &Claim, from: State, to: Step, text: &str) -> Move {
    let attempt = Attempt {
        relay: "relay.example:25".to_owned(),
        phase: "naming the recipient",
        code: Some(550),
        enhanced: Some("5.1.1".to_owned()),
        text: text.to_owned(),
        milliseconds: 12,
    };
    Move { attempt: Some(attempt), ..step(claim, from, to) }
}

/// Every row is in one state, and nothing but `expected` is anywhere.
async fn check_states(outbox: &SqlOutbox, expected: &[(State, u64)]) {
    let status = outbox.status().await.unwrap();
    let states: Vec<_> =
        status.states.iter().filter(|(_, n)| **n > 0).map(|(state, n)| (*state, *n)).collect();
    assert_eq!(states, expected, "on {}", outbox.name());
    assert!(status.adds_up(), "{status:?} on {}", outbox.name());
}
