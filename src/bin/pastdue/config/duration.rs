//! Times as people write them: `90d`, `12h`, `15m`, `60s`.

use std::time::Duration;

/// What is expected of a time.
pub(crate) const EXPECTED: &str = "a time such as `90d`, `12h`, `15m` or `60s`";

/// Reads a time: a whole number and `d`, `h`, `m` or `s`.
///
/// # Errors
///
/// What is expected.
pub(crate) fn duration(text: &str) -> Result<Duration, &'static str> {
    let at = text.find(|char: char| !char.is_ascii_digit()).ok_or(EXPECTED)?;
    let (number, unit) = text.split_at(at);
    let seconds: u64 = match unit {
        "d" => 24 * 60 * 60,
        "h" => 60 * 60,
        "m" => 60,
        "s" => 1,
        _ => return Err(EXPECTED),
    };
    let number: u64 = number.parse().map_err(|_| EXPECTED)?;
    number.checked_mul(seconds).map(Duration::from_secs).ok_or(EXPECTED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_a_whole_number_and_its_unit() {
        for (text, expected) in
            [("90d", Some(7_776_000)), ("12h", Some(43_200)), ("15m", Some(900)), ("0s", Some(0))]
        {
            assert_eq!(duration(text).ok().map(|time| time.as_secs()), expected, "{text}");
        }
        for text in [
            "",
            "d",
            "90",
            "1.5h",
            "-1d",
            "1 d",
            "1w",
            "1d2h",
            "99999999999999999999d",
            "9999999999999999999d",
        ] {
            assert_eq!(duration(text), Err(EXPECTED), "{text}");
        }
    }
}
