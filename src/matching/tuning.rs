//! Every number that shapes the ranking, with its reason.

/// Share of stems and their pairs in the kernel. The kernel is flat around these three shares.
pub(super) const STEM_WEIGHT: f32 = 0.2;
/// Share of character runs, which survive typos.
pub(super) const CHARACTER_WEIGHT: f32 = 0.2;
/// Character runs that more than one in so many ways to ask have are left out: they cost most and tell little (0.1 points
/// more right without them, on the sets that settings are chosen on), …
pub(super) const WIDESPREAD_ONE_IN: usize = 8;
/// … but not where fewer ways than this have them: they cost nothing there, and may be what a small base is about.
pub(super) const LEAST_WIDESPREAD: usize = 50;
/// Share of meaning.
pub(super) const MEANING_WEIGHT: f32 = 0.6;

/// How many topics of each kind are looked at closely, and ranked.
pub(super) const SHORTLIST: usize = 10;

/// What the nearest ways to ask add to the cosine with the topic's centre. On the talks, whose ways to ask are many and
/// various, two points more right answers than with half of it and of the examples for classifiers; on the sets that
/// settings are chosen on, the same.
pub(super) const NEAREST_WEIGHT: f32 = 2.0;
/// What a topic loses that speaks of nothing that the question speaks of; less where it speaks of part of it. At half of that, on
/// the sets that settings are chosen on, 0.2 points more right, and 0.5 in tests inside their phrasings; at 0.7 up to 0.1 more.
pub(super) const UNSAID_WEIGHT: f32 = 0.7;
/// How many words of a question are looked for among those that topics speak of: more cost, and a longer message is nearly
/// always a question among other words.
pub(super) const MOST_WORDS: usize = 9;
/// How many words of a question and of a way to ask, of any kind, are compared with each other.
pub(super) const MOST_WORDS_APART: usize = 16;
/// What the cosine with the centre, …
pub(super) const CENTRE_LIKENESS: f32 = 3.0;
/// … the nearest way to ask, …
pub(super) const NEAREST_LIKENESS: f32 = 2.0;
/// … the margin …
pub(super) const MARGIN_LIKENESS: f32 = 1.0;
/// … and words on either side that are like none on the other count in the score that compares different questions. Chosen
/// on the sets for that, and in tests inside phrasings with whole entries left out.
pub(super) const APART_WEIGHT: f32 = 1.0;
/// How many nearest ways are averaged beside the very nearest.
pub(super) const NEAREST_COUNT: usize = 3;
/// What the margin of the topic's linear classifier adds.
pub(super) const MARGIN_WEIGHT: f32 = 1.0;

/// Penalty of a violated margin (C of the support vector machine).
pub(super) const VIOLATION_PENALTY: f32 = 2.0;
/// What a topic's classifier is trained on, and how long.
#[derive(Debug, Clone, Copy)]
pub(super) struct Effort {
    /// Passes over the examples.
    pub(super) passes: usize,
    /// After so many of them only the examples near the boundary are visited again.
    pub(super) full_passes: usize,
    pub(super) others: Others,
}

/// Which ways to ask for other topics a topic is told apart from.
#[derive(Debug, Clone, Copy)]
pub(super) enum Others {
    All,
    /// The most similar ones, and about so many of the rest, which stand for everything else.
    Some {
        near: usize,
        far: usize,
    },
}

/// Where there are no more ways to ask than this, they are few.
pub(super) const FEW_WAYS: usize = 2000;
/// Where there are more than this, they are very many.
pub(super) const MANY_WAYS: usize = 40_000;
pub(super) const EFFORT_FOR_FEW: Effort = Effort { passes: 14, full_passes: 3, others: Others::All };
/// Each full pass is a tenth of a second on the talks. With 8 passes 1 to 2 points fewer right answers there at the same
/// wrong ones, and as many fewer with a third of the examples.
pub(super) const EFFORT_FOR_MANY: Effort =
    Effort { passes: 14, full_passes: 2, others: Others::Some { near: 1000, far: 500 } };
/// As much as a hundred thousand ways to ask can be given in twenty seconds.
pub(super) const EFFORT_FOR_VERY_MANY: Effort =
    Effort { passes: 8, full_passes: 3, others: Others::Some { near: 200, far: 300 } };
/// Of the rest no more than one in so many are examples.
pub(super) const LEAST_FAR_STEP: usize = 10;
/// A stem that more ways share says nothing of which ways are similar.
pub(super) const LONGEST_POSTING: usize = 4000;
