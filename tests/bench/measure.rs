//! What every benchmark measures the same way: percentiles of times, and memory.

use std::time::Duration;

/// The time that a share (0.0–1.0) of all times does not exceed, in milliseconds.
pub fn percentile(times: &mut [Duration], share: f64) -> f64 {
    times.sort();
    let at = (times.len().saturating_sub(1) as f64 * share) as usize;
    times.get(at).map_or(0.0, |time| time.as_secs_f64() * 1000.0)
}

/// Memory of this process, in megabytes.
pub struct Memory {
    /// Resident now.
    pub now: f64,
    /// Resident at most.
    pub most: f64,
}

/// Memory of this process, where the system is Linux.
pub fn resident_mb() -> Option<Memory> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let field = |name: &str| -> Option<f64> {
        let kilobytes: f64 = status
            .lines()
            .find_map(|line| line.strip_prefix(name)?.split_whitespace().next()?.parse().ok())?;
        Some(kilobytes / 1024.0)
    };
    Some(Memory { now: field("VmRSS:")?, most: field("VmHWM:")? })
}
