//! The journal: what members could not get answered, what they think of answers, and what moderators did; one SQLite
//! file in the state folder.
//!
//! Reading order: `mod` (what is noted, and how it is read) → `writer` (the one thread that touches the file) → `store`
//! (the file, in SQL) with `schema` and `kept` (what is read back); `mask` (what is taken out of texts first), `trouble`
//! (what can be wrong with the file), `gaps` (questions gathered by likeness).
//!
//! A question never waits for the journal: what is noted goes into a queue of [`QUEUE`] places, and what finds no place
//! is left out and counted. Whatever is wrong with the file, the bot goes on answering.
//!
//! Deliberately absent: a clock (every time is passed in, as Unix seconds), who asked a question, in which message or
//! where, and a log (a sentence is handed to whoever opened the journal, never with a word of a member).

mod gaps;
mod kept;
mod mask;
mod schema;
mod store;
mod trouble;
mod writer;

use std::fmt;
use std::path::PathBuf;
use std::sync::mpsc::{SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

pub use gaps::{Gap, gather};
pub use kept::{Act, Counts, Kept, Nearest, Opinion, Remark, Settled};
pub use mask::mask;
pub use store::Store;
pub use trouble::Trouble;
use writer::Writer;

/// How many notes wait for the thread that writes them.
pub const QUEUE: usize = 256;
/// The name of the file in the state folder.
pub const FILE: &str = "journal.sqlite";
/// Seconds in a day.
pub const DAY: i64 = 86_400;

/// Where the journal is and how long it keeps what members wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The state folder; it is made where it is not there. Without one, nothing is written, and that is told.
    pub folder: Option<PathBuf>,
    /// For how many days; 0 keeps nothing, and no file is opened.
    pub days: u32,
}

/// Something to be written down.
pub enum Note {
    /// Questions that were not answered, found out by the thread that writes them; all have this token.
    Unanswered {
        /// By which the one who asked can have them removed.
        token: String,
        /// When, in Unix seconds.
        at: i64,
        /// The questions of the message, which are masked before they are kept.
        find: Box<dyn FnOnce() -> Vec<Unanswered> + Send>,
    },
    /// An answer helped.
    Useful {
        /// When, in Unix seconds.
        at: i64,
        /// The id of its entry.
        entry: String,
    },
    /// An answer is wrong.
    Wrong {
        /// When, in Unix seconds.
        at: i64,
        /// The id of its entry.
        entry: String,
        /// The generation of knowledge that gave it.
        generation: u64,
        /// What is wrong with it, which is masked before it is kept.
        what: String,
    },
    /// Somebody with a say over the knowledge did something, or tried to.
    Act(Act),
    /// Time has passed: what is too old goes.
    Prune {
        /// The time now, in Unix seconds.
        at: i64,
    },
}

/// A question that was refused, or met with suggestions.
#[derive(Debug, Clone, PartialEq)]
pub struct Unanswered {
    /// The question as it was typed.
    pub question: String,
    /// `suggested`, or the name of the reason for the refusal.
    pub outcome: &'static str,
    /// The generation of knowledge that was asked.
    pub generation: u64,
    /// The entries that came nearest, the best first.
    pub nearest: Vec<Nearest>,
}

type Work = Box<dyn FnOnce(Result<&mut Store, Trouble>) -> Option<Trouble> + Send>;

enum Job {
    Note(Note),
    Work(Work),
}

/// How the journal fares.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Condition {
    /// What is wrong with the file now.
    pub trouble: Option<Trouble>,
    /// The name under which a damaged file was moved aside since the start.
    pub moved_aside: Option<String>,
    /// How many notes were lost since the start, for want of a place in the queue or because of trouble.
    pub lost: u64,
}

impl fmt::Display for Condition {
    /// One line for a moderator.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.trouble {
            None => f.write_str("the journal is written")?,
            Some(trouble) => write!(f, "{trouble}")?,
        }
        if let Some(name) = &self.moved_aside {
            write!(f, "; a damaged one was moved aside to {name}")?;
        }
        match self.lost {
            0 => Ok(()),
            1 => f.write_str("; 1 note was lost"),
            many => write!(f, "; {many} notes were lost"),
        }
    }
}

/// What the door and the thread that writes share.
#[derive(Debug, Default)]
struct Shared(Mutex<Condition>);

impl Shared {
    fn change(&self, change: impl FnOnce(&mut Condition)) {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner));
    }

    fn now(&self) -> Condition {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// The journal of a bot that is running. Dropping it writes what is left in the queue.
#[derive(Debug)]
pub struct Journal {
    jobs: Option<SyncSender<Job>>,
    thread: Option<JoinHandle<()>>,
    shared: Arc<Shared>,
}

impl Journal {
    /// Begins a journal, in a thread of its own; `None` where nothing is to be kept. Opening takes place there too, so
    /// that nothing waits for it. `tell` is handed a sentence whenever its condition changes; there is nothing of
    /// members in it.
    pub fn begin(settings: Settings, now: i64, tell: impl Fn(&str) + Send + 'static) -> Option<Self> {
        if settings.days == 0 {
            return None;
        }
        let (jobs, queue) = sync_channel(QUEUE);
        let shared = Arc::new(Shared::default());
        let writer = Writer::new(settings, Arc::clone(&shared), Box::new(tell));
        let thread = thread::Builder::new().name("journal".to_owned()).spawn(move || writer.run(&queue, now));
        if thread.is_err() {
            shared.change(|condition| condition.trouble = Some(Trouble::NoThread));
        }
        Some(Self { jobs: Some(jobs), thread: thread.ok(), shared })
    }

    /// Writes something down, later; returns at once.
    pub fn note(&self, note: Note) {
        if self.queue(Job::Note(note)).is_err() {
            self.shared.change(|condition| condition.lost += 1);
        }
    }

    /// Works on the file after all that was noted before; `done` is called with what came of it, on the thread that
    /// writes, or at once where the queue is full.
    pub fn work<T>(
        &self,
        work: impl FnOnce(&mut Store) -> Result<T, Trouble> + Send + 'static,
        done: impl FnOnce(Result<T, Trouble>) + Send + 'static,
    ) {
        let job = Job::Work(Box::new(move |store| {
            let came = store.and_then(work);
            let trouble = came.as_ref().err().cloned();
            done(came);
            trouble
        }));
        if let Err(Job::Work(work)) = self.queue(job) {
            work(Err(Trouble::Busy));
        }
    }

    /// How it fares.
    pub fn condition(&self) -> Condition {
        self.shared.now()
    }

    /// Queues a job, or hands it back.
    fn queue(&self, job: Job) -> Result<(), Job> {
        let Some(jobs) = &self.jobs else { return Err(job) };
        jobs.try_send(job).map_err(|error| match error {
            TrySendError::Full(job) | TrySendError::Disconnected(job) => job,
        })
    }
}

impl Drop for Journal {
    fn drop(&mut self) {
        drop(self.jobs.take());
        if let Some(thread) = self.thread.take() {
            // A panic over there has been told; there is nothing to add.
            let _ = thread.join();
        }
    }
}
