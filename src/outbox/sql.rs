//! The outbox in a database, whichever engine it is: the statements are in [`super::dialect`].

use std::collections::{HashMap, hash_map};
use std::time::Duration;

use async_trait::async_trait;

use crate::failpoint;
use crate::notice::{FieldError, Notice, NoticeKey};
use crate::outbox::record::{self, Entry};
use crate::outbox::store::{Flag, SqlOutbox, corrupt, due, duration, milliseconds, read, state, unreadable};
use crate::outbox::{
    Claim, Enqueued, Error, Move, Outbox, Rejection, Run, State, Step, Swept, Ticket, Waiting, Worker,
};

#[async_trait]
impl Outbox for SqlOutbox {
    async fn enqueue(
        &self,
        run: Run,
        notices: &[Notice],
        lifetime: Duration,
    ) -> Result<Vec<Enqueued>, Error> {
        const DOING: &str = "enqueuing notices";
        if notices.is_empty() {
            return Ok(Vec::new());
        }
        let entries: Vec<Entry> = notices.iter().map(Entry::new).collect();
        let mut ordered: Vec<&Entry> = entries.iter().collect();
        if !self.is_exclusive() {
            // Two processes that lock the same keys in the same order do not lock each other out.
            ordered.sort_by_key(|entry| entry.token);
        }
        let batch = self.batch();
        let (texts, rows) = record::notices(ordered.into_iter());
        let query = sqlx::query(self.dialect.enqueue).bind(texts).bind(self.now()).bind(run.0);
        let query = query.bind(milliseconds(lifetime)).bind(batch).bind(rows);
        let mut answer = self.ask(DOING, query).await?;
        failpoint::reach("after-enqueue");
        if answer.is_none() {
            let query = sqlx::query(self.dialect.find).bind(record::tokens(entries.iter())).bind(batch);
            answer = self.ask(DOING, query).await?;
        }
        let mut known = HashMap::new();
        for (token, digest, name) in read::<Vec<(String, String, String)>>(answer)? {
            known.insert(token, (digest, state(&name)?));
        }
        let enqueued = entries.iter().map(|entry| {
            let (token, digest) = (entry.token.to_string(), entry.digest.to_string());
            match known.entry(token) {
                // Of several with one key in a batch the first is new.
                hash_map::Entry::Vacant(vacant) => {
                    vacant.insert((digest, State::Queued));
                    Enqueued::New
                }
                hash_map::Entry::Occupied(known) if known.get().0 == digest => Enqueued::Known(known.get().1),
                hash_map::Entry::Occupied(known) => Enqueued::Conflict(known.get().1),
            }
        });
        Ok(enqueued.collect())
    }

    async fn reject(&self, run: Run, rejections: &[Rejection]) -> Result<(), Error> {
        let query = sqlx::query(self.dialect.reject).bind(record::rejections(rejections));
        self.ask("keeping rejected rows", query.bind(self.now()).bind(run.0)).await.map(drop)
    }

    async fn renew(&self, worker: Worker, lease: Duration) -> Result<(), Error> {
        self.lock().await?;
        let query = sqlx::query(self.dialect.renew).bind(worker.0).bind(self.now());
        self.ask("renewing the lease", query.bind(milliseconds(lease))).await.map(drop)
    }

    async fn sweep(&self, resend_after: Option<Duration>) -> Result<Swept, Error> {
        let query = sqlx::query(self.dialect.sweep).bind(self.now()).bind(resend_after.map(milliseconds));
        failpoint::reach("before-sweep");
        let answer = self.ask("taking over from dead workers", query).await?;
        failpoint::reach("after-sweep");
        let (n_queued, n_in_doubt, n_resent) = read(answer)?;
        Ok(Swept { n_queued, n_in_doubt, n_resent })
    }

    async fn claim(&self, worker: Worker, n: usize, except_domains: &[String]) -> Result<Vec<Claim>, Error> {
        let except = serde_json::to_string(except_domains).unwrap_or_else(|_| "[]".to_owned());
        let query = sqlx::query(self.dialect.claim).bind(worker.0).bind(self.now());
        let query = query.bind(i64::try_from(n).unwrap_or(i64::MAX)).bind(except).bind(self.batch());
        let answer = self.ask("claiming notices", query).await?;
        failpoint::reach("after-claim");
        let mut claims = claims(&due(answer)?)?;
        claims.sort_by_key(|claim| claim.ticket.seq);
        Ok(claims)
    }

    async fn apply(&self, worker: Worker, moves: &[Move]) -> Result<Vec<bool>, Error> {
        let is_intent = moves.iter().any(|step| matches!(step.step, Step::HandOver { .. }));
        failpoint::reach(if is_intent { "before-intent" } else { "before-outcome" });
        let query = sqlx::query(self.dialect.apply).bind(record::handovers(moves)).bind(self.now());
        let query = query.bind(worker.0).bind(record::settlements(moves));
        let query = query.bind(record::attempts(moves)).bind(record::suppressions(moves));
        let lost: Vec<(i64, i64)> = read(self.ask("storing what became of notices", query).await?)?;
        failpoint::reach(if is_intent { "after-intent" } else { "after-outcome" });
        Ok(moves.iter().map(|step| !lost.contains(&(step.ticket.seq, step.ticket.epoch))).collect())
    }

    async fn waiting(&self) -> Result<Waiting, Error> {
        let query = sqlx::query(self.dialect.waiting).bind(self.now());
        let answer = self.ask("looking for notices that are due", query).await?;
        let (next_due, is_held): (Option<i64>, Flag) = read(answer)?;
        Ok(Waiting { next_due: next_due.map(duration), is_held: is_held.into() })
    }

    async fn retire(&self, worker: Worker) -> Result<(), Error> {
        failpoint::reach("before-goodbye");
        self.ask("saying goodbye", sqlx::query(self.dialect.retire).bind(worker.0)).await?;
        self.unlock().await;
        Ok(())
    }
}

/// A claimed notice as the store answers with it, with the length of its row.
type Stored = (i64, i64, String, String, u32, i64, Flag, Option<usize>);

/// Reads claimed notices: a list of [`Stored`], and behind it their rows.
fn claims(answer: &str) -> Result<Vec<Claim>, Error> {
    let mut list = serde_json::Deserializer::from_str(answer).into_iter::<Vec<Stored>>();
    let stored =
        list.next().ok_or_else(|| corrupt("no list of claimed notices"))?.map_err(|err| unreadable(&err))?;
    let mut rows = &answer[list.byte_offset()..];
    let claims =
        stored.into_iter().map(|(seq, epoch, id, domain, n_attempts, remaining, is_suppressed, n_bytes)| {
            let notice = match n_bytes {
                Some(n_bytes) => {
                    let (row, rest) = rows
                        .split_at_checked(n_bytes)
                        .ok_or_else(|| corrupt("a claimed row that is cut off"))?;
                    rows = rest;
                    Notice::from_json(row.as_bytes()).map(Box::new)
                }
                None => {
                    Err(FieldError { field: String::new(), problem: "the stored row is gone".to_owned() })
                }
            };
            Ok(Claim {
                ticket: Ticket { seq, epoch },
                key: NoticeKey::new(&id).map_err(|_| corrupt("an id that is not one"))?,
                notice,
                domain,
                n_attempts,
                remaining: duration(remaining),
                is_suppressed: is_suppressed.into(),
            })
        });
    claims.collect()
}
