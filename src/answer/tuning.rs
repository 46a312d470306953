//! Every number that shapes a decision, with its reason.

/// What an answer loses whose entry nobody asks with the leading question word ("why" of a "when" entry).
pub(super) const UNASKED_KIND_PENALTY: f32 = 1.4;
/// What everything loses where the question names somebody or something that the article never mentions.
pub(super) const ABSENT_NAME_PENALTY: f32 = 1.5;
/// What an answer loses for each name in the question that it does not mention: the right topic, but of
/// somebody else.
pub(super) const STRANGE_NAME_PENALTY: f32 = 0.4;
/// The same for each day and other time: nothing but a number is as exact.
pub(super) const STRANGE_TIME_PENALTY: f32 = 1.1;
/// The same for each number. At 1.1 one question more of 2,900 on the talks is answered rightly, and none wrongly; a small base,
/// in which everything lies further apart, needs the more ("damage in 1846" of a flood of another year).
pub(super) const STRANGE_NUMBER_PENALTY: f32 = 1.8;
/// What an answer loses where the question asks of somebody what nobody asks of them with its entry.
pub(super) const STRANGE_ACTOR_PENALTY: f32 = 0.8;
/// What an answer loses where the question puts somebody beside a word beside which the entry has others only: the roles may be
/// turned round ("how much did Ukraine send the US"). It comes on top of what is lost for the name itself.
pub(super) const STRANGE_ROLE_PENALTY: f32 = 1.2;
/// How often an entry's texts must have a word beside names, all of them together, so that it tells whose role that is.
pub(super) const LEAST_ROLE_USES: usize = 4;
/// How far from a name, in words, the word beside it may be.
pub(super) const LONGEST_ROLE: usize = 3;
/// What an answer loses that is silent on everything in the question, beside what its fit has lost already; less where it
/// says part of it.
pub(super) const UNSAID_PENALTY: f32 = 1.0;
/// What it loses besides where it does not speak of the kind of thing that is asked for ("which deadline").
pub(super) const UNSAID_FOCUS_PENALTY: f32 = 0.4;
/// From this likeness on, two words speak of the same thing.
pub(super) const FOCUS_LIKENESS: f32 = 0.7;
/// What an answer loses that fits what is said beside the question as well without the question.
pub(super) const ASIDE_PENALTY: f32 = 1.0;
/// How far a correction must be ahead of a plain entry that rests on the same paragraph.
pub(super) const CORRECTION_LEAD: f32 = 0.25;
/// How much it counts whether the question is put like answerable ones on the whole.
pub(super) const LEANING_WEIGHT: f32 = 0.3;

/// One in so many ways to ask, and one in so many topics, is held out at a time.
pub(super) const HELD_OUT_EVERY: usize = 5;
/// Rotations are run until there are so many trials: enough for a steady threshold.
pub(super) const ENOUGH_TRIALS: usize = 1000;
/// How many held-out ways are asked in a rotation at most, evenly spread over them.
pub(super) const MOST_TRIALS: usize = 1200;
/// Share of members' questions that the article answers.
pub(super) const SHARE_ANSWERABLE: f32 = 0.65;
/// Share that ask for a known silence in other words.
pub(super) const SHARE_KNOWN_SILENCE: f32 = 0.25;
/// No answer is less certain than this and [`FEW_TRIALS_CAUTION`] upon it: about 0.51 for the talks.
pub(super) const LEAST_CERTAINTY: f32 = 0.1;
/// What few trials cannot show is asked for on top of it: so much by the root of their number, as chance errors go.
pub(super) const FEW_TRIALS_CAUTION: f32 = 14.0;
/// Wrong answers that are accepted in the trials, of all questions. What is held out there is harder than what
/// members ask, because whole topics are missing: on questions by others about half of it came out.
pub(super) const MOST_WRONG: f32 = 0.05;
/// Share of unanswerable questions for which a list of suggestions is accepted in the trials; about half of it
/// on questions by others.
pub(super) const MOST_LISTS: f32 = 0.4;
/// Share of silences shown that must be the right ones.
pub(super) const SILENCE_RIGHT: f32 = 0.85;
/// How many entries are suggested at most.
pub(super) const MOST_SUGGESTIONS: usize = 3;

/// How many earlier messages a follow-up may lean on.
pub(super) const REMEMBERED_MESSAGES: usize = 5;
/// How many of the names before are tried for a pronoun, or as the one whose place is taken.
pub(super) const MOST_NAMES_TRIED: usize = 3;
/// How much better the best entry must fit a follow-up made whole than what the follow-up borrowed, and a message than
/// what is said there beside the question.
pub(super) const LEAST_GAIN: f32 = 0.1;
/// The same where the follow-up has no word with a topic ("when?"): it may cost a little.
pub(super) const LEAST_GAIN_BARE: f32 = -0.2;
/// What an answer to a follow-up gains that rests on a paragraph of the entry before.
pub(super) const NEARBY_BONUS: f32 = 0.3;
/// What an answer loses to a question that is understood only from those before it, also where it is compared with the
/// same question taken alone: of 288 follow-ups 4 fewer were answered wrongly and 5 fewer rightly.
pub(super) const FOLLOW_UP_PENALTY: f32 = 0.3;
/// What an answer loses to a question that does little but point back ("which city was that in"), though it rests on no section
/// that the answer before rests on, or the question before had none: of 474 follow-ups 14 fewer were answered wrongly and one fewer
/// rightly, and of 2,842 questions behind an unrelated one 15 fewer rightly.
pub(super) const ASTRAY_PENALTY: f32 = 1.0;
/// A question of at most so many words with a topic of their own leans on the question before.
pub(super) const FOLLOW_UP_WORDS: usize = 2;

/// Below this similarity to the nearest way to ask, a question is like none: meanings alone come to about 0.2 for
/// any two texts, and no right answer on the development exam lies below 0.36.
pub(super) const LEAST_SIMILARITY: f32 = 0.3;
/// How many clauses on either side of a message's only question are taken with it: a page of sentences; more says nothing of
/// what is asked, and costs.
pub(super) const MOST_CLAUSES_ASIDE: usize = 40;
/// How many questions of one message are answered; a message in Discord has room for one card more.
pub(super) const MOST_QUESTIONS: usize = 9;
