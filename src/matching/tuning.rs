//! Every number that shapes the ranking, with its reason.

/// Share of the words block in the kernel. The kernel is flat around these three shares.
pub(super) const WORD_WEIGHT: f32 = 0.22;
/// Share of the bigram block.
pub(super) const BIGRAM_WEIGHT: f32 = 0.22;
/// Share of the character block: the largest, because it survives typos.
pub(super) const CHARACTER_WEIGHT: f32 = 0.56;

/// What the nearest ways to ask add to the cosine with the topic's centre.
pub(super) const NEAREST_WEIGHT: f32 = 0.5;
/// How many nearest ways are averaged beside the very nearest.
pub(super) const NEAREST_COUNT: usize = 3;
/// What the margin of the topic's linear classifier adds.
pub(super) const MARGIN_WEIGHT: f32 = 1.0;

/// Penalty of a violated margin (C of the support vector machine).
pub(super) const VIOLATION_PENALTY: f32 = 1.0;
/// Passes over the examples; the margins change by less than a hundredth afterwards.
pub(super) const TRAINING_PASSES: usize = 8;
/// After so many passes only the examples near the boundary are visited again.
pub(super) const FULL_PASSES: usize = 3;
/// Examples of other topics that a topic's classifier is trained against: the most similar ones …
pub(super) const NEAR_EXAMPLES: usize = 200;
/// … and every so many of the rest, which stand for everything else.
pub(super) const FAR_EXAMPLE_STEP: usize = 50;
