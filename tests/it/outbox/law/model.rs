//! What an outbox should do, in the plainest words, beside one that does it.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use pastdue::notice::NoticeKey;
use pastdue::outbox::{
    Attempt, Enqueued, Move, Outbox as _, Run, SqlOutbox, State, Step, Swept, Ticket, Verdict, Withdrawal,
    Worker,
};

use crate::store::{Store, notice};

/// How long a worker may be silent, and how long a notice lives, in seconds.
const LEASE: u64 = 60;
const LIFETIME: u64 = 600;

/// One thing that is done with an outbox. Keys and steps are numbers, times are seconds.
#[derive(Debug, Clone)]
pub(super) enum Act {
    /// Keys, each with whether its content is another.
    Enqueue(Vec<(usize, bool)>),
    Renew(i64),
    Claim(i64, usize),
    /// Moves of any tickets that have ever been given, their own worker's or not.
    Apply(i64, Vec<(proptest::sample::Index, usize)>),
    Sweep(Option<u64>),
    Retire(i64),
    Wait(u64),
    Withdraw(usize),
    Settle(usize, usize),
}

/// What the model knows of a notice.
#[derive(Debug, Clone)]
struct Entry {
    is_other: bool,
    state: State,
    epoch: i64,
    worker: Option<i64>,
    due_at: Option<u64>,
    expires_at: u64,
    changed_at: u64,
    n_attempts: u32,
    /// Whether the relay may have it, for all that is known.
    may_be_sent: bool,
}

/// A model and an outbox, which must agree.
pub(super) struct Model<'s> {
    store: &'s Store,
    outbox: SqlOutbox,
    now: u64,
    entries: BTreeMap<usize, Entry>,
    workers: BTreeMap<i64, u64>,
    /// Whether this process is the one that delivers from the file.
    is_locked: bool,
    tickets: Vec<(usize, Ticket)>,
    suppressed: BTreeSet<&'static str>,
}

fn id(key: usize) -> String {
    format!("n{key}")
}

fn key(key: usize) -> NoticeKey {
    NoticeKey::new(&id(key)).unwrap()
}

/// Two keys have one address.
fn domain(key: usize, is_other: bool) -> &'static str {
    if is_other { "other.example" } else { ["a.example", "b.example", "c.example", "d.example"][key / 2] }
}

fn step(n: usize) -> (State, Step) {
    let seconds = Duration::from_secs(45);
    match n {
        0 | 1 => {
            (State::Claimed, Step::HandOver { locale: "en-US".to_owned(), why: "the default".to_owned() })
        }
        2 => (State::HandedOver, Step::Sent),
        3 => (State::HandedOver, Step::InDoubt),
        4 => (State::HandedOver, Step::Defer(seconds)),
        5 => (State::Claimed, Step::Defer(seconds)),
        6 => (State::Claimed, Step::Return(seconds, "the relay is away".to_owned())),
        7 => (State::Claimed, Step::Refuse { suppress: Some("a***@example".to_owned()) }),
        _ => (State::Claimed, Step::Expire("too late".to_owned())),
    }
}

impl<'s> Model<'s> {
    pub(super) fn of(store: &'s Store, outbox: SqlOutbox) -> Model<'s> {
        Model {
            store,
            outbox,
            now: 0,
            entries: BTreeMap::new(),
            workers: BTreeMap::new(),
            is_locked: false,
            tickets: Vec::new(),
            suppressed: BTreeSet::new(),
        }
    }

    /// Does the same to both, and holds that the outbox answers as it should.
    pub(super) async fn act(&mut self, act: &Act) {
        match act {
            Act::Enqueue(keys) => self.enqueue(keys).await,
            Act::Renew(worker) => {
                self.outbox.renew(Worker(*worker), Duration::from_secs(LEASE)).await.unwrap();
                if self.store.is_file() && !self.is_locked {
                    // Whoever takes the file over knows that all others are gone.
                    self.workers.clear();
                    self.is_locked = true;
                }
                self.workers.insert(*worker, self.now + LEASE);
            }
            Act::Claim(worker, n) => self.claim(*worker, *n).await,
            Act::Apply(worker, moves) => self.apply(*worker, moves).await,
            Act::Sweep(resend_after) => self.sweep(*resend_after).await,
            Act::Retire(worker) => {
                self.outbox.retire(Worker(*worker)).await.unwrap();
                self.workers.remove(worker);
                self.is_locked = false;
            }
            Act::Wait(seconds) => {
                self.store.wait(Duration::from_secs(*seconds));
                self.now += seconds;
            }
            Act::Withdraw(n) => {
                let (now, entry) = (self.now, self.entries.get_mut(n));
                let expected = match entry {
                    None => Withdrawal::Unknown,
                    Some(entry) => match entry.state {
                        State::Withdrawn => Withdrawal::MadeBefore,
                        State::Queued | State::Deferred | State::Claimed => {
                            (entry.state, entry.worker, entry.due_at, entry.changed_at) =
                                (State::Withdrawn, None, None, now);
                            Withdrawal::Made
                        }
                        state => Withdrawal::TooLate(state),
                    },
                };
                assert_eq!(self.outbox.withdraw(&[key(*n)]).await.unwrap(), [expected]);
            }
            Act::Settle(n, verdict) => {
                self.settle(*n, [Verdict::Sent, Verdict::Resend, Verdict::Refused][*verdict]).await;
            }
        }
    }

    async fn enqueue(&mut self, keys: &[(usize, bool)]) {
        let before = self.entries.clone();
        let mut expected = Vec::new();
        for (n, is_other) in keys {
            let new = Entry {
                is_other: *is_other,
                state: State::Queued,
                epoch: 0,
                worker: None,
                due_at: Some(self.now),
                expires_at: self.now + LIFETIME,
                changed_at: self.now,
                n_attempts: 0,
                may_be_sent: false,
            };
            let entry = self.entries.get(n);
            expected.push(match entry {
                None => Enqueued::New,
                Some(entry) if entry.is_other == *is_other => Enqueued::Known(entry.state),
                Some(entry) => Enqueued::Conflict(entry.state),
            });
            self.entries.entry(*n).or_insert(new);
        }
        let notices: Vec<_> =
            keys.iter().map(|(n, is_other)| notice(&id(*n), domain(*n, *is_other))).collect();
        let enqueued = self.outbox.enqueue(Run(1), &notices, Duration::from_secs(LIFETIME)).await.unwrap();
        assert_eq!(enqueued, expected, "{before:?}");
    }

    async fn claim(&mut self, worker: i64, n: usize) {
        let claims = self.outbox.claim(Worker(worker), n, &[]).await.unwrap();
        let due = |entry: &Entry| entry.due_at.filter(|due_at| *due_at <= self.now);
        let n_due = self.entries.values().filter_map(due).count();
        assert_eq!(claims.len(), n_due.min(n));
        let mut latest = 0;
        for claim in claims {
            let number: usize = claim.key.as_str()[1..].parse().unwrap();
            let entry = self.entries.get_mut(&number).unwrap();
            let due_at = entry.due_at.take().unwrap();
            assert!(due_at <= self.now && !entry.may_be_sent, "{number}: {entry:?}");
            latest = latest.max(due_at);
            (entry.state, entry.worker, entry.changed_at) = (State::Claimed, Some(worker), self.now);
            entry.epoch += 1;
            assert_eq!((claim.ticket.epoch, claim.n_attempts), (entry.epoch, entry.n_attempts));
            assert_eq!(claim.remaining.as_secs(), entry.expires_at.saturating_sub(self.now));
            let domain = domain(number, entry.is_other);
            assert_eq!(
                (claim.domain.as_str(), claim.is_suppressed),
                (domain, self.suppressed.contains(domain))
            );
            self.tickets.push((number, claim.ticket));
        }
        let earliest = self.entries.values().filter_map(|entry| entry.due_at).min();
        assert!(n == 0 || earliest.is_none_or(|earliest| latest <= earliest), "somebody has waited longer");
    }

    async fn apply(&mut self, worker: i64, moves: &[(proptest::sample::Index, usize)]) {
        let mut asked: BTreeMap<usize, usize> = BTreeMap::new();
        for (ticket, n) in moves.iter().filter(|_| !self.tickets.is_empty()) {
            asked.insert(ticket.index(self.tickets.len()), *n);
        }
        let (mut list, mut expected) = (Vec::new(), Vec::new());
        // Handovers are stored first, whatever their place in the list.
        let in_order = asked.iter().filter(|(_, n)| **n < 2).chain(asked.iter().filter(|(_, n)| **n >= 2));
        for (ticket, n) in in_order {
            let (number, ticket) = self.tickets[*ticket];
            let (from, step) = step(*n);
            let text = "4.2.0 said the relay".to_owned();
            let attempt = Attempt {
                relay: "r".to_owned(),
                phase: "p",
                code: Some(450),
                enhanced: None,
                text,
                milliseconds: 1,
            };
            let entry = self.entries.get_mut(&number).unwrap();
            let is_theirs =
                entry.epoch == ticket.epoch && entry.state == from && entry.worker == Some(worker);
            let is_there = entry.epoch == ticket.epoch
                && entry.state == step.to()
                && (entry.state != State::HandedOver || entry.worker == Some(worker));
            if is_theirs {
                assert!(from.can_become(step.to()));
                (entry.state, entry.changed_at) = (step.to(), self.now);
                match &step {
                    Step::HandOver { .. } => {
                        assert!(!entry.may_be_sent, "{number} is handed over twice");
                        entry.may_be_sent = true;
                    }
                    step => {
                        entry.worker = None;
                        entry.n_attempts += u32::from(!matches!(step, Step::Return(..)));
                        if let Step::Defer(delay) | Step::Return(delay, _) = step {
                            (entry.due_at, entry.may_be_sent) = (Some(self.now + delay.as_secs()), false);
                        }
                        if let Step::Refuse { suppress: Some(_) } = step {
                            self.suppressed.insert(domain(number, entry.is_other));
                        }
                    }
                }
            }
            expected.push(is_theirs || is_there);
            let attempt = Some(attempt).filter(|_| from == State::HandedOver || *n == 7);
            list.push(Move { ticket, from, step, attempt });
        }
        assert_eq!(self.outbox.apply(Worker(worker), &list).await.unwrap(), expected, "{list:?}");
    }

    async fn sweep(&mut self, resend_after: Option<u64>) {
        let mut swept = Swept::default();
        let (now, workers) = (self.now, &mut self.workers);
        workers.retain(|_, lease_until| *lease_until > now);
        for entry in self.entries.values_mut() {
            let is_old = resend_after.is_some_and(|seconds| entry.changed_at + seconds <= now);
            if entry.state == State::InDoubt && is_old {
                (entry.state, entry.due_at, entry.changed_at, entry.may_be_sent) =
                    (State::Queued, Some(now), now, false);
                swept.n_resent += 1;
            }
            if entry.worker.is_none_or(|worker| workers.contains_key(&worker)) {
                continue;
            }
            (entry.worker, entry.changed_at) = (None, now);
            if entry.state == State::Claimed {
                (entry.state, entry.due_at) = (State::Queued, Some(now));
                swept.n_queued += 1;
            } else {
                entry.state = State::InDoubt;
                swept.n_in_doubt += 1;
            }
        }
        assert_eq!(self.outbox.sweep(resend_after.map(Duration::from_secs)).await.unwrap(), swept);
    }

    async fn settle(&mut self, n: usize, verdict: Verdict) {
        let lifetime = Duration::from_secs(LIFETIME);
        let is_settled = self.outbox.settle_doubt(&key(n), verdict, "asked", lifetime).await.unwrap();
        let entry = self.entries.get_mut(&n).filter(|entry| entry.state == State::InDoubt);
        assert_eq!(is_settled, entry.is_some());
        if let Some(entry) = entry {
            (entry.state, entry.changed_at) = (verdict.to(), self.now);
            if entry.state == State::Queued {
                (entry.due_at, entry.may_be_sent) = (Some(self.now), false);
                entry.expires_at = entry.expires_at.max(self.now + LIFETIME);
            }
        }
    }

    /// Holds that every notice stands where the model says, and that all of them add up.
    pub(super) async fn check(&self) {
        for (n, entry) in &self.entries {
            assert_eq!(self.outbox.state_of(&key(*n)).await.unwrap(), Some(entry.state), "{n}: {entry:?}");
        }
        let status = self.outbox.status().await.unwrap();
        assert!(status.adds_up() && status.total() == self.entries.len() as u64, "{status:?}");
        let due = self.entries.values().filter_map(|entry| entry.due_at).min();
        let waiting = self.outbox.waiting().await.unwrap();
        assert_eq!(waiting.next_due.map(|time| time.as_secs()), due.map(|due| due.saturating_sub(self.now)));
        assert_eq!(waiting.is_held, self.entries.values().any(|entry| entry.worker.is_some()));
    }
}
