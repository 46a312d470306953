//! What is written down of questions without an answer, and how the one who asked has it forgotten again: a button with
//! a token that nobody can guess, which works for the asker alone and for a quarter of an hour.
//!
//! Who asked is not written down. It is remembered here, as a number from which no member can be read back.

use std::collections::VecDeque;
use std::collections::hash_map::RandomState;
use std::hash::BuildHasher as _;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::sync_channel;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::oneshot;
use tokio::time::timeout;

use crate::desk::Consultation;
use crate::journal::{Journal, Note, Store, Trouble};

use super::buttons;
use super::clock;
use super::custom_id::Wish;
use super::limits::{BUTTON_ROWS, BUTTONS_IN_ROW};
use super::shown::{Response, Row, Shown};

/// For how long a question can be taken back.
const TAKEN_BACK: Duration = Duration::from_secs(15 * 60);
/// Of how many questions it is remembered who asked, and of how many presses who pressed.
const REMEMBERED: usize = 5000;
/// How long the journal is waited for: Discord waits three seconds for us.
const PATIENCE: Duration = Duration::from_secs(2);

/// The journal, and who may have something removed from it.
#[derive(Debug)]
pub(super) struct Record {
    journal: Option<Arc<Journal>>,
    /// Their keys are drawn anew at every start.
    hashes: [RandomState; 2],
    count: AtomicU64,
    askers: Mutex<VecDeque<Asker>>,
    presses: Mutex<VecDeque<u64>>,
}

#[derive(Debug)]
struct Asker {
    token: String,
    by: u64,
    at: Instant,
}

impl Record {
    pub(super) fn new(journal: Option<Arc<Journal>>) -> Self {
        let hashes = [RandomState::new(), RandomState::new()];
        let (askers, presses) = (Mutex::default(), Mutex::default());
        Self { journal, hashes, count: AtomicU64::new(0), askers, presses }
    }

    /// Notes the questions of a message that were not answered, if there are any. Returns the token by which this
    /// member can have them removed.
    pub(super) fn unanswered(&self, consultation: &Consultation, by: u64, now: Instant) -> Option<String> {
        let journal = self.journal.as_ref().filter(|_| consultation.has_unanswered())?;
        let token = self.token();
        let consultation = consultation.clone();
        journal.note(Note::Unanswered {
            token: token.clone(),
            at: clock::now(),
            find: Box::new(move || consultation.unanswered()),
        });
        let mut askers = self.askers();
        drop_old(&mut askers, now);
        if askers.len() == REMEMBERED {
            askers.pop_front();
        }
        askers.push_back(Asker { token: token.clone(), by: self.hashes[0].hash_one(by), at: now });
        Some(token)
    }

    /// 32 digits that follow from keys which nobody knows.
    fn token(&self) -> String {
        let count = self.count.fetch_add(1, Ordering::Relaxed);
        self.hashes.iter().map(|hash| format!("{:016x}", hash.hash_one(("token", count)))).collect()
    }

    fn askers(&self) -> MutexGuard<'_, VecDeque<Asker>> {
        self.askers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Has questions removed, where this member asked them just now; what to say, and its name for the log.
    pub(super) async fn forget(&self, token: &str, by: u64, now: Instant) -> (Response, &'static str) {
        let by = self.hashes[0].hash_one(by);
        drop_old(&mut self.askers(), now);
        if !self.askers().iter().any(|asker| asker.token == token && asker.by == by) {
            let sentence = "Only the one who asked can have the question forgotten, within 15 minutes. Otherwise it \
                            goes by itself when its time is over; /about says when.";
            return (Response::notice(sentence), "not_forgotten");
        }
        let forgotten = token.to_owned();
        match self.work(move |store| store.forget(&forgotten)).await {
            Ok(_) => (Response::notice("Forgotten: your question is no longer in my journal."), "forgotten"),
            Err(trouble) => {
                let sentence =
                    format!("I could not remove it just now ({trouble}). Please press again later.");
                (Response::Notice(sentence), "not_forgotten")
            }
        }
    }

    /// Works on the journal's file, after what was noted before.
    ///
    /// # Errors
    ///
    /// What is wrong with the file.
    pub(super) async fn work<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Store) -> Result<T, Trouble> + Send + 'static,
    ) -> Result<T, Trouble> {
        let journal = self.journal.as_ref().ok_or(Trouble::Off)?;
        let (done, came) = oneshot::channel();
        journal.work(work, |result| {
            // Whoever asked may have given up.
            let _ = done.send(result);
        });
        timeout(PATIENCE, came).await.ok().and_then(Result::ok).unwrap_or(Err(Trouble::Busy))
    }

    /// Waits until all that was noted is written, or cannot be.
    pub(super) async fn flush(&self) {
        let _ = self.work(|_| Ok(())).await;
    }

    /// The same as [`work`](Self::work) from a thread that may wait.
    ///
    /// # Errors
    ///
    /// What is wrong with the file.
    pub(super) fn work_here<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Store) -> Result<T, Trouble> + Send + 'static,
    ) -> Result<T, Trouble> {
        let journal = self.journal.as_ref().ok_or(Trouble::Off)?;
        let (done, came) = sync_channel(1);
        journal.work(work, move |result| {
            let _ = done.send(result);
        });
        came.recv_timeout(PATIENCE).unwrap_or(Err(Trouble::Busy))
    }

    /// Whether this member has not pressed this on this message before, as far as it is remembered.
    pub(super) fn is_first(&self, what: &str, message: u64, by: u64) -> bool {
        let press = self.hashes[1].hash_one((what, message, by));
        let mut presses = self.presses.lock().unwrap_or_else(PoisonError::into_inner);
        if presses.contains(&press) {
            return false;
        }
        if presses.len() == REMEMBERED {
            presses.pop_front();
        }
        presses.push_back(press);
        true
    }

    /// How the journal fares, for moderators.
    pub(super) fn condition(&self) -> String {
        self.journal
            .as_ref()
            .map_or_else(|| Trouble::Off.to_string(), |journal| journal.condition().to_string())
    }

    /// Lets go of what is too old.
    pub(super) fn prune(&self) {
        if let Some(journal) = &self.journal {
            journal.note(Note::Prune { at: clock::now() });
        }
    }
}

fn drop_old(askers: &mut VecDeque<Asker>, now: Instant) {
    while askers.front().is_some_and(|first| now.duration_since(first.at) >= TAKEN_BACK) {
        askers.pop_front();
    }
}

/// Puts the button that removes a question beneath what is shown, where there is room.
pub(super) fn offer(shown: &mut Shown, token: Option<&str>) {
    let Some(button) = token.and_then(|token| buttons::button(&Wish::Forget(token), "Forget my question"))
    else {
        return;
    };
    if shown.rows.len() < BUTTON_ROWS {
        shown.rows.push(Row::Buttons(vec![button]));
        return;
    }
    let with_room = shown.rows.iter_mut().rev().find_map(|row| match row {
        Row::Buttons(buttons) if buttons.len() < BUTTONS_IN_ROW => Some(buttons),
        _ => None,
    });
    if let Some(row) = with_room {
        row.push(button);
    }
}
