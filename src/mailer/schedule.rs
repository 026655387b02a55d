//! When a notice that was put off has its next turn.

use std::time::Duration;

use crate::message::Token;
use crate::notice::NoticeKey;

const SHORTEST: Duration = Duration::from_mins(5);
const LONGEST: Duration = Duration::from_hours(4);

/// How long a notice waits after `n_attempts` attempts: from 5 minutes to a limit that doubles up to 4 hours.
///
/// The wait is spread evenly, so that what was put off together does not come back together. It follows from the key
/// and the attempt alone.
pub(super) fn delay(key: &NoticeKey, n_attempts: u32) -> Duration {
    let limit = SHORTEST.saturating_mul(2_u32.saturating_pow(n_attempts.clamp(1, 16))).min(LONGEST);
    let token = Token::of(key);
    let mut bytes = [0; 8];
    bytes.copy_from_slice(&token.as_bytes()[..8]);
    // An odd factor spreads the attempts of one key as well (Knuth, The Art of Computer Programming, section 6.4).
    let chance = u64::from_be_bytes(bytes).wrapping_mul(2 * u64::from(n_attempts) + 0x9E37_79B9_7F4A_7C15);
    let spread = limit.saturating_sub(SHORTEST);
    let share = u32::try_from(chance >> 32).unwrap_or(u32::MAX);
    SHORTEST + spread.mul_f64(f64::from(share) / f64::from(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_are_spread_and_grow_up_to_four_hours() {
        for n_attempts in 1..20 {
            let limit = Duration::from_mins(5 * (1 << n_attempts.min(6))).min(LONGEST);
            let keys = (0..200).map(|n| NoticeKey::new(&format!("ntc_{n}")).expect("a key"));
            let delays: Vec<Duration> = keys.map(|key| delay(&key, n_attempts)).collect();
            assert!(delays.iter().all(|delay| (SHORTEST..=limit).contains(delay)), "{n_attempts}");
            let middle = (SHORTEST + limit) / 2;
            let n_short = delays.iter().filter(|delay| **delay < middle).count();
            assert!((60..140).contains(&n_short), "{n_short} of 200 after {n_attempts}");
        }
    }
}
