//! How long to wait before another try.

use std::iter;
use std::time::Duration;

/// The first pause.
const FIRST: Duration = Duration::from_secs(1);
/// No pause is longer.
const LONGEST: Duration = Duration::from_secs(60);

/// Pauses without end: each twice as long as the one before, up to a minute.
pub(super) fn pauses() -> impl Iterator<Item = Duration> {
    iter::successors(Some(FIRST), |pause| Some((*pause * 2).min(LONGEST)))
}

#[cfg(test)]
mod tests {
    #[test]
    fn pauses_double_up_to_a_minute() {
        let seconds: Vec<u64> = super::pauses().take(9).map(|pause| pause.as_secs()).collect();
        assert_eq!(seconds, [1, 2, 4, 8, 16, 32, 60, 60, 60]);
    }
}
