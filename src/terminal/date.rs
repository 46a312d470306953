//! A time of day from the seconds of a record.

use time::OffsetDateTime;

/// `2026-11-25 14:03 UTC` of Unix seconds; of a year beyond 9999, the seconds.
pub(super) fn date(at: i64) -> String {
    let Ok(at) = OffsetDateTime::from_unix_timestamp(at) else { return format!("{at} s") };
    let month = u8::from(at.month());
    format!("{:04}-{month:02}-{:02} {:02}:{:02} UTC", at.year(), at.day(), at.hour(), at.minute())
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn days_that_are_easily_missed() {
        let cases = [
            (0, "1970-01-01 00:00 UTC"),
            (-1, "1969-12-31 23:59 UTC"),
            (951_782_400, "2000-02-29 00:00 UTC"),
            (951_868_800, "2000-03-01 00:00 UTC"),
            (1_641_772_800, "2022-01-10 00:00 UTC"),
            (1_709_251_199, "2024-02-29 23:59 UTC"),
            (1_735_689_599, "2024-12-31 23:59 UTC"),
            (4_107_542_400, "2100-03-01 00:00 UTC"),
        ];
        for (at, expected) in cases {
            assert_eq!(date(at), expected, "{at}");
        }
    }
}
