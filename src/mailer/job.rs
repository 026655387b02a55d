//! What the sessions of one worker share, and what they decide.

use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::sync::{Notify, mpsc};

use crate::mailer::breaker::{Breaker, Tripped};
use crate::mailer::{Mailer, is_final, lock, schedule};
use crate::notice::NoticeKey;
use crate::outbox::{Attempt, Claim, Outbox, Step, Worker};
use crate::report::{Outcome, Settled};
use crate::transport::{DeliveryError, FailureKind, Phase, Receipt};

/// How long a mail rests over which the line was lost: others go first.
const REST: Duration = Duration::from_mins(5);
/// How many outcomes decide whether something is wrong with all of them.
const TRIAL: u32 = 100;

/// How to work on an outbox.
#[derive(Debug, Clone)]
pub struct Work {
    /// Who claims: a random number for each start.
    pub worker: Worker,
    /// How long a claim holds without a sign of life.
    pub lease: Duration,
    /// When the work is done.
    pub until: Until,
    /// How old a doubt is when it is sent again; never, if it is not set.
    pub resend_after: Option<Duration>,
    /// What the relay is called in the record of attempts.
    pub relay: String,
}

/// When the work on an outbox is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Until {
    /// When no notice is due. A relay that stays away ends the work too.
    NothingDue,
    /// When no notice waits any more.
    NothingLeft,
    /// When it is stopped.
    Stopped,
}

/// What the sessions of one worker share.
pub(super) struct Job {
    pub(super) mailer: Arc<Mailer>,
    pub(super) outbox: Arc<dyn Outbox>,
    pub(super) work: Work,
    pub(super) claimed: tokio::sync::Mutex<mpsc::Receiver<Claim>>,
    pub(super) breaker: Breaker,
    /// Why the work ends early, once it does.
    pub(super) ended: Mutex<Option<String>>,
    pub(super) has_ended: AtomicBool,
    /// What has been claimed and is not settled.
    pub(super) in_hand: Mutex<HashSet<i64>>,
    pub(super) came_back: Notify,
    pub(super) n_tried: AtomicU32,
    pub(super) n_spoiled: AtomicU32,
    pub(super) settled: Box<dyn Fn(&Settled) + Send + Sync>,
}

impl Job {
    pub(super) fn is_over(&self) -> bool {
        self.has_ended.load(Ordering::Acquire) || self.mailer.stop.is_stopped()
    }

    pub(super) fn end(&self, why: String) {
        lock(&self.ended).get_or_insert(why);
        self.has_ended.store(true, Ordering::Release);
        self.came_back.notify_one();
    }

    pub(super) fn attempt(&self, result: &Result<Receipt, DeliveryError>, milliseconds: u64) -> Attempt {
        let relay = self.work.relay.clone();
        match result {
            Ok(receipt) => {
                let (phase, code, text) = (Phase::Dot.as_str(), Some(250), receipt.text.clone());
                Attempt { relay, phase, code, enhanced: None, text, milliseconds }
            }
            Err(err) => Attempt {
                relay,
                phase: err.phase().as_str(),
                code: err.reply().map(|reply| reply.code),
                enhanced: err.reply().and_then(|reply| reply.enhanced.clone()),
                text: err.to_string(),
                milliseconds,
            },
        }
    }

    /// Decides what a failed delivery means for its notice, and for all the others.
    pub(super) fn judge(
        &self,
        err: &DeliveryError,
        claim: &Claim,
        is_handed_over: bool,
        generation: u64,
    ) -> Option<Step> {
        let later = |key: &NoticeKey| {
            let delay = schedule::delay(key, claim.n_attempts + 1);
            if delay < claim.remaining {
                Step::Defer(delay)
            } else {
                Step::Expire(format!("its time ran out: {err}"))
            }
        };
        match err.kind() {
            FailureKind::Withheld => None,
            FailureKind::InDoubt => Some(Step::InDoubt),
            FailureKind::Transient => {
                self.breaker.close();
                Some(later(&claim.key))
            }
            FailureKind::Permanent => {
                self.breaker.close();
                let enhanced = err.reply().and_then(|reply| reply.enhanced.as_deref()).unwrap_or_default();
                if enhanced.starts_with("5.7.") {
                    self.spoil();
                }
                // An address that does not exist will not exist tomorrow (RFC 3463, section 3.2).
                let is_unknown = err.phase() == Phase::RcptTo && enhanced.starts_with("5.1.");
                Some(Step::Refuse { suppress: is_unknown.then(String::new) })
            }
            FailureKind::Relay => {
                let is_about_one_mail = matches!(err.phase(), Phase::RcptTo | Phase::Data);
                self.blame(err, generation, is_about_one_mail);
                Some(if is_handed_over {
                    later(&claim.key)
                } else {
                    Step::Return(if is_about_one_mail { REST } else { Duration::ZERO }, err.to_string())
                })
            }
        }
    }

    /// The relay is at fault: everybody waits, and in the end gives up.
    pub(super) fn blame(&self, err: &DeliveryError, generation: u64, is_about_one_mail: bool) {
        if is_final(err) {
            return self.end(err.to_string());
        }
        let is_patient = self.work.until != Until::NothingDue;
        let pauses = &self.mailer.pauses;
        let tripped = if is_about_one_mail {
            self.breaker.fault(generation, pauses, is_patient)
        } else {
            self.breaker.trip(generation, pauses, is_patient)
        };
        match tripped {
            Tripped::Pause(pause) => {
                let seconds = pause.as_secs();
                tracing::warn!(
                    pause.seconds = seconds,
                    "the relay failed, trying again in {seconds} s: {err}"
                );
            }
            Tripped::Already => {}
            Tripped::GiveUp => self.end(err.to_string()),
        }
    }

    /// Counts a mail that could not be written or was refused for policy: if most of the first are, all will be.
    pub(super) fn spoil(&self) {
        let n_spoiled = self.n_spoiled.fetch_add(1, Ordering::Relaxed) + 1;
        if n_spoiled > TRIAL / 2 && self.n_tried.load(Ordering::Relaxed) < TRIAL {
            self.end("most of the first mails could not be written, or were refused for policy".to_owned());
        }
    }
}

pub(super) fn outcome(step: &Step) -> Outcome {
    match step {
        Step::Sent => Outcome::Sent,
        Step::InDoubt => Outcome::InDoubt,
        Step::Defer(_) => Outcome::Deferred,
        Step::Return(..) | Step::HandOver { .. } => Outcome::Returned,
        Step::Refuse { .. } => Outcome::Refused,
        Step::Suppress => Outcome::Suppressed,
        Step::Expire(_) => Outcome::Expired,
        Step::Unrenderable(_) => Outcome::Unrenderable,
    }
}
