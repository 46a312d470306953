//! Work beside the questions: on threads of its own, behind those that answer.

use rayon::{ThreadPool, ThreadPoolBuilder};

/// How far these threads stand behind (nice values: 0 is usual, 19 is last): where processors are short, a question gets
/// nearly thirty times what a reload gets.
#[cfg(target_os = "linux")]
const BEHIND: i32 = 15;

/// Does some work on all processors, as far as they have nothing better to do.
pub(super) fn beside<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    match pool() {
        Some(pool) => pool.install(work),
        // No threads are to be had: then on the usual ones.
        None => work(),
    }
}

/// The threads end with the work.
fn pool() -> Option<ThreadPool> {
    ThreadPoolBuilder::new().start_handler(|_| step_back()).build().ok()
}

/// On Linux a nice value is a thread's own.
#[cfg(target_os = "linux")]
fn step_back() {
    // Where that is not allowed the reload competes with the questions; nothing else is different.
    let _ = rustix::process::setpriority_process(None, BEHIND);
}

#[cfg(not(target_os = "linux"))]
fn step_back() {}
