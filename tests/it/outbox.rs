//! The fence: whoever was away while a notice was claimed again moves nothing.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use jiff::Timestamp;
use pastdue::outbox::{Enqueued, Move, Outbox as _, Run, SqlOutbox, State, Step, Swept, Time, Worker};
use pastdue::sample;

const LEASE: Duration = Duration::from_mins(1);

#[tokio::test]
async fn a_claim_that_was_taken_over_moves_nothing_and_the_new_one_does() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("outbox.db").display());
    let seconds = Arc::new(AtomicI64::new(1_800_000_000));
    let clock = Arc::clone(&seconds);
    let time = Time::Given(Arc::new(move || Timestamp::from_second(clock.load(Ordering::Relaxed)).unwrap()));
    let outbox = SqlOutbox::open_with(&url, time).await.unwrap();
    let notice = sample::named("payment-failed-declined").unwrap().notice;
    let enqueued = outbox.enqueue(Run(1), &[notice], Duration::from_hours(72)).await.unwrap();
    assert_eq!(enqueued, [Enqueued::New]);

    let worker = Worker(1);
    outbox.renew(worker, LEASE).await.unwrap();
    let stale = outbox.claim(worker, 10, &[]).await.unwrap().remove(0);
    seconds.fetch_add(61, Ordering::Relaxed);
    assert_eq!(outbox.sweep(None).await.unwrap(), Swept { n_queued: 1, ..Swept::default() });
    // The same worker comes back: state and worker are as they were, and only the epoch tells.
    outbox.renew(worker, LEASE).await.unwrap();
    let claim = outbox.claim(worker, 10, &[]).await.unwrap().remove(0);
    let hand_over = |ticket| {
        let step = Step::HandOver { locale: "en-US".to_owned(), why: "a test".to_owned() };
        Move { ticket, from: State::Claimed, step, attempt: None }
    };
    assert_eq!(outbox.apply(worker, &[hand_over(stale.ticket)]).await.unwrap(), [false]);
    assert_eq!(outbox.state_of(&claim.key).await.unwrap(), Some(State::Claimed));
    assert_eq!(outbox.apply(worker, &[hand_over(claim.ticket)]).await.unwrap(), [true]);

    // What was handed over is never queued again by itself.
    seconds.fetch_add(61, Ordering::Relaxed);
    assert_eq!(outbox.sweep(None).await.unwrap(), Swept { n_in_doubt: 1, ..Swept::default() });
    assert_eq!(outbox.claim(worker, 10, &[]).await.unwrap().len(), 0);
    let sent = Move { ticket: claim.ticket, from: State::HandedOver, step: Step::Sent, attempt: None };
    assert_eq!(outbox.apply(worker, &[sent]).await.unwrap(), [false]);
    assert_eq!(outbox.state_of(&claim.key).await.unwrap(), Some(State::InDoubt));
}
