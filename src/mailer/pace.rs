//! How fast mails go to a relay: as fast as it is allowed to, and slower once it asks for that.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

/// How much of a second's mails may leave at once after a quiet time.
const BURST: f64 = 0.05;
/// How long a relay that has asked for less is spared before it gets twice as much.
const SPARE: Duration = Duration::from_mins(1);
/// How many times it gets twice as much before it is no longer spared.
const RECOVERIES: u32 = 6;

/// A token bucket.
#[derive(Debug)]
pub(super) struct Pace {
    /// Mails a second, if that is limited.
    limit: Option<f64>,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    tokens: f64,
    filled: Instant,
    /// Mails of this second and of the one before: how fast we are.
    second: Instant,
    n_now: u32,
    n_before: u32,
    slowed: Option<Slowed>,
}

#[derive(Debug, Clone, Copy)]
struct Slowed {
    rate: f64,
    since: Instant,
    n_recoveries: u32,
}

impl Pace {
    /// At most `limit` mails a second.
    pub(super) fn new(limit: Option<f64>) -> Pace {
        let now = Instant::now();
        let state = State { tokens: 1.0, filled: now, second: now, n_now: 0, n_before: 0, slowed: None };
        Pace { limit, state: Mutex::new(state) }
    }

    /// When the next mail may leave; now, if nothing is to be waited for.
    pub(super) fn next(&self) -> Option<Instant> {
        let now = Instant::now();
        let mut state = self.lock();
        let rate = self.rate(&mut state, now)?;
        state.fill(rate, now);
        (state.tokens < 1.0).then(|| now + Duration::from_secs_f64((1.0 - state.tokens) / rate))
    }

    /// A mail leaves.
    pub(super) fn spend(&self) {
        let now = Instant::now();
        let mut state = self.lock();
        state.count(now);
        if let Some(rate) = self.rate(&mut state, now) {
            state.fill(rate, now);
            state.tokens -= 1.0;
        }
    }

    /// The relay asks for less: half of what it gets. Returns the new rate, unless it was halved a moment ago.
    pub(super) fn slow_down(&self) -> Option<f64> {
        let now = Instant::now();
        let mut state = self.lock();
        let current = self.rate(&mut state, now);
        if state.slowed.is_some_and(|slowed| now < slowed.since + Duration::from_secs(1)) {
            return None;
        }
        let measured = f64::from(state.n_now.max(state.n_before).max(1));
        let rate = (current.unwrap_or(measured).min(measured) / 2.0).max(0.1);
        state.tokens = 0.0;
        state.filled = now;
        state.slowed = Some(Slowed { rate, since: now, n_recoveries: 0 });
        Some(rate)
    }

    fn rate(&self, state: &mut State, now: Instant) -> Option<f64> {
        while let Some(slowed) = &mut state.slowed
            && now >= slowed.since + SPARE
        {
            slowed.since += SPARE;
            slowed.rate *= 2.0;
            slowed.n_recoveries += 1;
            if slowed.n_recoveries >= RECOVERIES {
                state.slowed = None;
            }
        }
        match (self.limit, state.slowed) {
            (Some(limit), Some(slowed)) => Some(limit.min(slowed.rate)),
            (limit, slowed) => limit.or(slowed.map(|slowed| slowed.rate)),
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn fill(&mut self, rate: f64, now: Instant) {
        let elapsed = now.saturating_duration_since(self.filled).as_secs_f64();
        self.tokens = (self.tokens + elapsed * rate).min((rate * BURST).max(1.0));
        self.filled = now;
    }

    fn count(&mut self, now: Instant) {
        let elapsed = now.saturating_duration_since(self.second);
        if elapsed >= Duration::from_secs(1) {
            self.n_before = if elapsed < Duration::from_secs(2) { self.n_now } else { 0 };
            self.n_now = 0;
            self.second = now;
        }
        self.n_now += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sends for `seconds`, and counts.
    async fn count(pace: &Pace, seconds: u64) -> u32 {
        let end = Instant::now() + Duration::from_secs(seconds);
        let mut n_mails = 0;
        while Instant::now() < end {
            if let Some(time) = pace.next() {
                tokio::time::sleep_until(time).await;
            } else {
                pace.spend();
                n_mails += 1;
            }
        }
        n_mails
    }

    #[tokio::test(start_paused = true)]
    async fn no_more_mails_leave_than_are_allowed() {
        for (rate, range) in [(0.5, 4..=6), (10.0, 99..=101), (1000.0, 9_000..=10_051)] {
            let n_mails = count(&Pace::new(Some(rate)), 10).await;
            assert!(range.contains(&n_mails), "{n_mails} at {rate}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_quiet_time_is_not_made_up_for() {
        let pace = Pace::new(Some(10.0));
        tokio::time::sleep(Duration::from_hours(1)).await;
        assert!(count(&pace, 1).await <= 11);
    }

    #[tokio::test(start_paused = true)]
    async fn a_relay_that_asks_for_less_gets_half_and_later_all_again() {
        let pace = Pace::new(Some(100.0));
        let n_before = count(&pace, 10).await;
        assert!(pace.slow_down().is_some_and(|rate| (45.0..=51.0).contains(&rate)));
        // What was under way says the same a moment later.
        assert_eq!(pace.slow_down(), None);
        let n_slowed = count(&pace, 10).await;
        assert!((440..=510).contains(&n_slowed), "{n_slowed} after {n_before}");
        tokio::time::sleep(SPARE * (RECOVERIES + 1)).await;
        assert!(count(&pace, 10).await >= 990);
    }

    #[tokio::test(start_paused = true)]
    async fn without_a_limit_nothing_is_waited_for() {
        let pace = Pace::new(None);
        for _ in 0..10_000 {
            pace.spend();
        }
        assert_eq!(pace.next(), None);
        assert!(pace.slow_down().is_some() && pace.next().is_some());
    }
}
