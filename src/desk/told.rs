//! A proposal and a record in plain lines: what both doors show of them.

use super::proposal::{Proposal, Source};
use crate::exam::{Comparison, Standing};
use crate::knowledge::Changes;
use crate::knowledge::history::{Figures, Record};

impl Proposal {
    /// What it is, and the numbers of what it would change: a few lines.
    pub fn summary(&self) -> Vec<String> {
        let (number, serving) = (self.generation.number, self.serving.number);
        let source = match self.source {
            Source::Folder => "from the knowledge folder".to_owned(),
            Source::Generation(old) => format!("a rollback to generation {old}"),
        };
        let mut lines = vec![format!("generation {number}, {source}, compared with generation {serving}")];
        if self.difference.count() == 0 {
            lines.push("no content changes: only the form of the files, or the order in them".to_owned());
        }
        if !self.difference.article.is_empty() {
            lines.push(format!("article: {} edited", self.difference.article.join(", ")));
        }
        for (name, changes) in self.difference.lists().into_iter().filter(|(_, changes)| changes.count() > 0)
        {
            let Changes { added, edited, removed } = changes;
            lines.push(format!(
                "{name}: {} added, {} edited, {} removed",
                added.len(),
                edited.len(),
                removed.len()
            ));
        }
        let Comparison { before, after, changed } = &self.comparison;
        lines.push(match changed.len() {
            0 => "golden questions: no outcome changes".to_owned(),
            1 => "golden questions: 1 outcome changes".to_owned(),
            many => format!("golden questions: {many} outcomes change"),
        });
        lines.push(format!("exam before: {}", exam(before)));
        lines.push(format!("exam after: {}", exam(after)));
        match self.warnings.len() {
            0 => {}
            1 => lines.push("1 warning: aide-memoire check tells which".to_owned()),
            many => lines.push(format!("{many} warnings: aide-memoire check lists them")),
        }
        lines
    }

    /// Everything that changes, a line each, at most so many of each kind; the rest is counted.
    pub fn details(&self, most: usize) -> Vec<String> {
        let turns = self.comparison.changed.iter().map(|turn| {
            let mark = if turn.from.right && !turn.to.right { "TURNS WRONG " } else { "" };
            let before: String = turn.context.iter().map(|question| format!("{question} → ")).collect();
            let (from, to) = (standing(&turn.from), standing(&turn.to));
            format!("{mark}“{before}{}”: {from} → {to}", turn.question)
        });
        let mut lines = shown("golden question", turns.collect(), most);
        for (kind, changes) in self.difference.lists() {
            let kind = kind
                .strip_suffix("ies")
                .map_or_else(|| kind.strip_suffix('s').unwrap_or(kind).to_owned(), |stem| format!("{stem}y"));
            let added = changes.added.iter().map(|name| format!("added {kind}: {name}"));
            let edited = changes.edited.iter().map(|edited| {
                let fields = edited.fields.join(", ");
                format!("edited {kind}: {} ({fields})", edited.name)
            });
            let removed = changes.removed.iter().map(|name| format!("removed {kind}: {name}"));
            lines.extend(shown(&kind, removed.chain(edited).chain(added).collect(), most));
        }
        lines
    }
}

/// The first of these, and how many there are beside.
fn shown(kind: &str, mut lines: Vec<String>, most: usize) -> Vec<String> {
    let rest = lines.len().saturating_sub(most);
    lines.truncate(most);
    if rest > 0 {
        lines.push(format!("… and {rest} more of this kind ({kind})"));
    }
    lines
}

fn standing(standing: &Standing) -> String {
    let verdict = if standing.right { "right" } else { "not right" };
    format!("{} ({verdict})", standing.outcome)
}

/// The figures of an exam in words.
pub fn exam(figures: &Figures) -> String {
    let Figures { golden, right, wrong, missed, .. } = figures;
    format!("{right} of {golden} golden questions right, {wrong} wrong, {missed} missed")
}

/// A record in words, without its time: who and why, how large it is and what it changed.
pub fn record(record: &Record) -> String {
    let Record { figures, changes, .. } = record;
    let rollback =
        record.rollback_of.map(|old| format!(", a rollback to generation {old}")).unwrap_or_default();
    let note = record.note.as_ref().map(|note| format!(", “{note}”")).unwrap_or_default();
    let three = |[added, edited, removed]: [usize; 3]| format!("+{added} ~{edited} −{removed}");
    format!(
        "by {}{rollback}{note}: {} entries ({}), {} silences ({}), {} passages ({}), {} other changes; {}",
        record.by,
        figures.entries,
        three(changes.entries),
        figures.silences,
        three(changes.silences),
        figures.passages,
        three(changes.passages),
        changes.others,
        exam(figures)
    )
}

/// How often something was asked.
pub fn times(count: usize) -> String {
    if count == 1 { "once".to_owned() } else { format!("{count} times") }
}
