//! Keeps a relay that fails from being asked by everybody at once, again and again.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

/// How many faults in a row, each of them over one mail only, are the relay's.
const MAX_FAULTS: u32 = 3;

/// Shared by the sessions with one relay.
#[derive(Debug, Default)]
pub(super) struct Breaker(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    /// How many pauses there have been: sessions that fail together cause one.
    generation: u64,
    /// How many pauses since a mail was taken.
    n_pauses: usize,
    n_faults: u32,
    until: Option<Instant>,
}

/// What a fault of the relay has led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tripped {
    /// Everybody waits for this long. This is the first to say so.
    Pause(Duration),
    /// Another session has said so, or this is not yet a fault of the relay.
    Already,
    /// The last pause did not help.
    GiveUp,
}

impl Breaker {
    /// What to begin a delivery with: a fault of it counts only if nobody has told it meanwhile.
    pub(super) fn generation(&self) -> u64 {
        self.lock().generation
    }

    /// When the relay may be asked again, if it is to be left alone until then.
    pub(super) fn until(&self) -> Option<Instant> {
        self.lock().until.filter(|until| *until > Instant::now())
    }

    /// Whether a pause is over and no mail has been taken since: one mail is tried, and the others wait.
    pub(super) fn is_trying(&self) -> bool {
        self.lock().n_pauses > 0
    }

    /// A mail was taken, or refused for what it is: the relay works. Returns whether this is news.
    pub(super) fn close(&self) -> bool {
        let mut state = self.lock();
        let was_open = state.n_pauses > 0;
        if was_open || state.n_faults > 0 {
            *state = State { generation: state.generation, ..State::default() };
        }
        was_open
    }

    /// The line was lost over one mail. Several in a row are the relay's fault.
    pub(super) fn fault(&self, generation: u64, pauses: &[Duration], is_patient: bool) -> Tripped {
        let n_faults = {
            let mut state = self.lock();
            state.n_faults += 1;
            state.n_faults
        };
        if n_faults < MAX_FAULTS { Tripped::Already } else { self.trip(generation, pauses, is_patient) }
    }

    /// The relay failed, which concerns every mail. A patient worker waits for ever, as long as the last pause each time.
    pub(super) fn trip(&self, generation: u64, pauses: &[Duration], is_patient: bool) -> Tripped {
        let mut state = self.lock();
        if state.generation != generation {
            return Tripped::Already;
        }
        let last = pauses.last().filter(|_| is_patient);
        let Some(pause) = pauses.get(state.n_pauses).or(last).copied() else { return Tripped::GiveUp };
        state.generation += 1;
        state.n_pauses += 1;
        state.until = Some(Instant::now() + pause);
        Tripped::Pause(pause)
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAUSES: [Duration; 2] = [Duration::from_secs(1), Duration::from_secs(5)];

    #[tokio::test(start_paused = true)]
    async fn sessions_that_fail_together_cause_one_pause() {
        let breaker = Breaker::default();
        let generation = breaker.generation();
        assert_eq!(breaker.trip(generation, &PAUSES, false), Tripped::Pause(PAUSES[0]));
        assert_eq!(breaker.trip(generation, &PAUSES, false), Tripped::Already);
        assert_eq!(breaker.until(), Some(Instant::now() + PAUSES[0]));
    }

    #[tokio::test(start_paused = true)]
    async fn the_pauses_grow_and_end_unless_the_worker_is_patient() {
        let breaker = Breaker::default();
        let trip = |is_patient| breaker.trip(breaker.generation(), &PAUSES, is_patient);
        assert_eq!([trip(false), trip(false)], PAUSES.map(Tripped::Pause));
        assert_eq!([trip(false), trip(true)], [Tripped::GiveUp, Tripped::Pause(PAUSES[1])]);
        assert!(breaker.is_trying() && breaker.close() && !breaker.is_trying());
        assert_eq!((trip(false), breaker.generation()), (Tripped::Pause(PAUSES[0]), 4));
    }

    #[tokio::test(start_paused = true)]
    async fn one_mail_that_the_line_is_lost_over_holds_up_no_other() {
        let breaker = Breaker::default();
        let fault = || breaker.fault(breaker.generation(), &PAUSES, false);
        assert_eq!([fault(), fault()], [Tripped::Already; 2]);
        breaker.close();
        assert_eq!(
            [fault(), fault(), fault()],
            [Tripped::Already, Tripped::Already, Tripped::Pause(PAUSES[0])]
        );
    }
}
