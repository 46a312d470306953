//! What the benchmarks have in common: sorted times, and the memory of a process.

use std::time::Duration;

/// The time below which `share` of the times lie, in milliseconds. The times are sorted on the way.
pub fn milliseconds_at(share: f64, times: &mut [Duration]) -> f64 {
    times.sort_unstable();
    let last = times.len().saturating_sub(1);
    times.get((last as f64 * share) as usize).map_or(f64::NAN, |time| time.as_secs_f64() * 1000.0)
}

/// Resident memory now and at its highest, in MB, where the system is Linux.
pub fn resident_megabytes() -> Option<(f64, f64)> {
    resident_megabytes_of("self")
}

/// The same of another process, by its number.
pub fn resident_megabytes_of(process: &str) -> Option<(f64, f64)> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let field = |name: &str| {
        let kilobytes = status.lines().find_map(|line| line.strip_prefix(name)?.split_whitespace().next());
        kilobytes?.parse::<f64>().ok().map(|kilobytes| kilobytes / 1024.0)
    };
    Some((field("VmRSS:")?, field("VmHWM:")?))
}
