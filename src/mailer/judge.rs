//! What a failed delivery means: for its notice, and for all the others.

use std::time::Duration;

use crate::mailer::breaker::Tripped;
use crate::mailer::job::{Job, Policy, Until};
use crate::mailer::relay::Standing;
use crate::mailer::{lock, schedule};
use crate::outbox::{Attempt, Claim, Step};
use crate::report::Outcome;
use crate::transport::{DeliveryError, FailureKind, Phase, Receipt};

/// How long a mail rests over which the line was lost more than once: others go first.
const REST: Duration = Duration::from_mins(5);
/// How many mails decide whether a relay refuses us all for policy.
const TRIAL: u32 = 100;

impl Job {
    /// Decides what a failed delivery means. `generation` is the breaker's when it began.
    pub(super) fn judge(
        &self,
        err: &DeliveryError,
        claim: &Claim,
        relay: &Standing,
        is_handed_over: bool,
        generation: u64,
    ) -> Option<Step> {
        let enhanced = err.reply().and_then(|reply| reply.enhanced.as_deref()).unwrap_or_default();
        if enhanced == "4.7.0"
            && let Some(rate) = relay.pace.slow_down()
        {
            tracing::warn!(
                "the relay `{}` asks for less: {rate:.1} mails a second for now: {err}",
                relay.name
            );
        }
        match err.kind() {
            FailureKind::Withheld => None,
            FailureKind::InDoubt => {
                // A relay that answers no dot would bring every notice into doubt, one after the other.
                self.blame(err, relay, generation, true);
                Some(Step::InDoubt)
            }
            FailureKind::Transient => {
                self.close(relay);
                Some(later(claim, err))
            }
            FailureKind::Permanent => {
                let is_policy = enhanced.starts_with("5.7.");
                if is_policy {
                    self.refuse_for_policy(err, relay, generation);
                } else {
                    self.close(relay);
                }
                // An address that does not exist will not exist tomorrow (RFC 3463, section 3.2).
                let is_unknown = err.phase() == Phase::RcptTo && enhanced.starts_with("5.1.");
                Some(Step::Refuse { suppress: is_unknown.then(String::new) })
            }
            FailureKind::Relay => {
                let is_about_one_mail = matches!(err.phase(), Phase::RcptTo | Phase::Data);
                self.blame(err, relay, generation, is_about_one_mail);
                if is_handed_over {
                    return Some(later(claim, err));
                }
                let rest = if is_about_one_mail { self.rest(claim) } else { Duration::ZERO };
                Some(Step::Return(rest, err.to_string()))
            }
        }
    }

    /// A mail was taken.
    pub(super) fn praise(&self, relay: &Standing) {
        self.close(relay);
        self.count_policy(false);
    }

    /// The relay works: whoever waits for it may go on.
    fn close(&self, relay: &Standing) {
        if relay.breaker.close() {
            tracing::warn!("the relay `{}` works again", relay.name);
            self.work.health.tell(&relay.name, true);
            self.queue.wake();
            self.came_back.notify_one();
        }
    }

    /// A mail over which the line was lost goes again at once; after that it rests, so that it holds up no other.
    fn rest(&self, claim: &Claim) -> Duration {
        let mut n_lost = lock(&self.n_lost);
        let n = n_lost.entry(claim.ticket.seq).or_default();
        *n += 1;
        if *n > 1 { REST } else { Duration::ZERO }
    }

    /// The relay is at fault: everybody waits, and in the end gives it up.
    fn blame(&self, err: &DeliveryError, relay: &Standing, generation: u64, is_about_one_mail: bool) {
        if is_final(err) {
            return self.give_up(relay, err.to_string());
        }
        let is_patient = self.work.until != Until::NothingDue;
        let pauses = &self.mailer.pauses;
        let tripped = if is_about_one_mail {
            relay.breaker.fault(generation, pauses, is_patient)
        } else {
            relay.breaker.trip(generation, pauses, is_patient)
        };
        match tripped {
            Tripped::Pause(pause) => {
                let seconds = pause.as_secs();
                tracing::warn!(
                    pause.seconds = seconds,
                    "the relay `{}` failed, trying again in {seconds} s: {err}",
                    relay.name
                );
                self.work.health.tell(&relay.name, false);
                self.queue.wake();
                self.came_back.notify_one();
            }
            Tripped::Already => {}
            Tripped::GiveUp => self.give_up(relay, err.to_string()),
        }
    }

    /// A relay is used no longer; without any other the work ends.
    fn give_up(&self, relay: &Standing, why: String) {
        if self.relays.len() > 1 {
            tracing::error!("the relay `{}` is used no longer: {why}", relay.name);
        }
        relay.give_up(why.clone());
        self.work.health.tell(&relay.name, false);
        if self.relays.iter().all(Standing::is_given_up) {
            self.end(why);
        }
        self.queue.wake();
        self.came_back.notify_one();
    }

    /// One mail refused for policy is that mail's; most of a hundred are ours.
    fn refuse_for_policy(&self, err: &DeliveryError, relay: &Standing, generation: u64) {
        match self.count_policy(true) {
            None => {}
            Some(true) => self.blame(err, relay, generation, false),
            Some(false) => self.end(format!(
                "most of the first mails were refused for policy, so the others were kept back: {err}"
            )),
        }
    }

    /// Counts one mail. If most of the latest were refused, tells whether there were others before them.
    fn count_policy(&self, is_refused: bool) -> Option<bool> {
        let mut policy = lock(&self.policy);
        policy.n_tried += 1;
        policy.n_refused += u32::from(is_refused);
        let is_seasoned = policy.is_seasoned;
        let are_many = policy.n_refused > TRIAL / 2;
        if are_many || policy.n_tried >= TRIAL {
            *policy = Policy { is_seasoned: true, ..Policy::default() };
        }
        are_many.then_some(is_seasoned)
    }
}

fn later(claim: &Claim, err: &DeliveryError) -> Step {
    let delay = schedule::delay(&claim.key, claim.n_attempts + 1);
    if delay < claim.remaining {
        Step::Defer(delay)
    } else {
        Step::Expire(format!("its time ran out: {err}"))
    }
}

/// Whether trying again would only repeat a refusal: a login that the relay does not accept (RFC 4954, section 6).
fn is_final(err: &DeliveryError) -> bool {
    err.phase() == Phase::Auth && err.reply().is_some_and(|reply| reply.code >= 500)
}

/// What goes into the record of attempts.
pub(super) fn attempt(
    relay: &Standing,
    result: &Result<Receipt, DeliveryError>,
    milliseconds: u64,
) -> Attempt {
    let relay = relay.name.clone();
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
