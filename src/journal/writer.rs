//! The thread that alone touches the journal's file: it opens it, writes what was noted, and gets over whatever is
//! wrong with it.

use std::sync::Arc;
use std::sync::mpsc::Receiver;

use super::{Job, Note, QUEUE, Settings, Shared, Store, Trouble};

pub(super) struct Writer {
    settings: Settings,
    shared: Arc<Shared>,
    tell: Box<dyn Fn(&str) + Send>,
    store: Option<Store>,
    /// The latest time that was heard of.
    now: i64,
}

impl Writer {
    pub(super) fn new(settings: Settings, shared: Arc<Shared>, tell: Box<dyn Fn(&str) + Send>) -> Self {
        Self { settings, shared, tell, store: None, now: 0 }
    }

    /// Writes until the queue is closed and empty.
    pub(super) fn run(mut self, queue: &Receiver<Job>, now: i64) {
        self.write(vec![Note::Prune { at: now }]);
        while let Ok(first) = queue.recv() {
            let mut next = Some(first);
            let mut notes = Vec::new();
            // Everything that waits goes into one transaction: one wait for the disk instead of many.
            while let Some(Job::Note(note)) = next {
                notes.push(note);
                next = if notes.len() < QUEUE { queue.try_recv().ok() } else { None };
            }
            if !notes.is_empty() {
                self.write(notes);
            }
            if let Some(Job::Work(work)) = next {
                let came = match self.open() {
                    Ok(store) => work(Ok(store)),
                    Err(trouble) => work(Err(trouble)),
                };
                self.came(came.as_ref());
            }
        }
    }

    fn write(&mut self, notes: Vec<Note>) {
        let lost = notes.iter().filter(|note| !matches!(note, Note::Prune { .. })).count() as u64;
        self.now = notes.iter().map(Note::at).chain([self.now]).max().unwrap_or_default();
        if notes.iter().any(|note| matches!(note, Note::Prune { .. })) {
            Store::drop_aside(&self.settings, self.now);
        }
        let written = self.open().and_then(|store| store.write(notes));
        if written.is_err() {
            self.shared.change(|condition| condition.lost += lost);
        }
        self.came(written.err().as_ref());
    }

    /// The file, opened again where that did not succeed before. A damaged one is moved aside, and a new one begun.
    fn open(&mut self) -> Result<&mut Store, Trouble> {
        if self.store.is_none() {
            let opened = match Store::open(&self.settings) {
                Err(Trouble::Damaged) => {
                    self.move_aside()?;
                    Store::open(&self.settings)
                }
                opened => opened,
            };
            self.store = Some(opened?);
        }
        self.store.as_mut().ok_or(Trouble::Unreachable)
    }

    fn move_aside(&mut self) -> Result<(), Trouble> {
        let name = Store::move_aside(&self.settings, self.now).ok_or(Trouble::Damaged)?;
        self.shared.change(|condition| condition.moved_aside = Some(name.clone()));
        (self.tell)(&format!(
            "the journal's file is damaged: it was moved aside to {name}, and a new one begun"
        ));
        Ok(())
    }

    /// Notes what came of some work, and tells it where it is news.
    fn came(&mut self, trouble: Option<&Trouble>) {
        if trouble.is_some_and(|trouble| !matches!(trouble, Trouble::Locked | Trouble::Busy)) {
            // Opened anew next time: that is where a damaged file is found and moved aside.
            self.store = None;
        }
        if self.shared.now().trouble.as_ref() == trouble {
            return;
        }
        // Known before it is told: whoever reads the log may ask at once.
        self.shared.change(|condition| condition.trouble = trouble.cloned());
        match trouble {
            Some(trouble) => (self.tell)(&format!("{trouble}; questions are answered all the same")),
            None => (self.tell)("the journal is written again"),
        }
    }
}
