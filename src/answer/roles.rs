//! Beside which words a name stands: "who threatened Russia" has the words of "whom did Russia threaten", and asks
//! something else.

use std::collections::{HashMap, HashSet};

use super::name_index::NameIndex;
use super::tuning::{LEAST_ROLE_USES, LONGEST_ROLE};
use crate::text::{Reading, Term};

/// On which side of a name a word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Side {
    Before,
    Behind,
}

/// A word that carries a topic and stands beside a name, with nothing but function words between.
struct Role<'a> {
    name: usize,
    side: Side,
    word: Term<'a>,
}

/// Whom the texts of an entry put beside which words.
#[derive(Debug)]
pub(super) struct Roles {
    /// The names that have a stem on a side, where the texts have that often enough.
    names: HashMap<(Side, Box<str>), HashSet<usize>>,
}

impl Roles {
    /// Learns from the texts of an entry.
    pub(super) fn learn<'a>(names: &NameIndex, texts: impl Iterator<Item = &'a Reading>) -> Self {
        let mut found: HashMap<(Side, &str), Vec<usize>> = HashMap::new();
        for role in texts.flat_map(|text| roles_in(names, text)) {
            found.entry((role.side, role.word.stem)).or_default().push(role.name);
        }
        let often = found.into_iter().filter(|(_, names)| names.len() >= LEAST_ROLE_USES);
        let names = often.map(|((side, stem), names)| ((side, stem.into()), names.into_iter().collect()));
        Self { names: names.collect() }
    }

    /// A role in a question that the entry's texts give to others only, as it is said there: "russia … threatened". Names
    /// that are `passed_over` have none.
    pub(super) fn strange(
        &self,
        names: &NameIndex,
        question: &Reading,
        passed_over: impl Fn(usize) -> bool,
    ) -> Option<String> {
        let is_strange = |role: &Role| {
            let known = self.names.get(&(role.side, role.word.stem.into()));
            known.is_some_and(|known| !known.contains(&role.name)) && !passed_over(role.name)
        };
        let Role { name, side, word } = roles_in(names, question).into_iter().find(is_strange)?;
        let (name, word) = (names.spelled(name), word.word);
        Some(match side {
            Side::Before => format!("{word} … {name}"),
            Side::Behind => format!("{name} … {word}"),
        })
    }
}

/// The words beside each name of a text. Another name is no such word: which names stand together is the topic's.
fn roles_in<'a>(names: &NameIndex, text: &'a Reading) -> Vec<Role<'a>> {
    let spans = names.spans(&text.words);
    let mut is_name = vec![false; text.words.len()];
    spans.iter().for_each(|(span, _)| is_name[span.clone()].fill(true));
    let stands_out = |at: &usize| is_name.get(*at) == Some(&true) || text.topical_at(*at).is_some();
    let word_at = |at: Option<usize>| at.filter(|at| !is_name[*at]).and_then(|at| text.topical_at(at));
    let mut roles = Vec::new();
    for (span, name) in &spans {
        let before = (span.start.saturating_sub(LONGEST_ROLE)..span.start).rev().find(stands_out);
        let behind = (span.end..span.end + LONGEST_ROLE).find(stands_out);
        let words = [(Side::Before, word_at(before)), (Side::Behind, word_at(behind))];
        let found =
            words.into_iter().filter_map(|(side, word)| Some(Role { name: *name, side, word: word? }));
        roles.extend(found);
    }
    roles
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Reader, Synonyms};

    const NAMES: [&str; 4] = ["russia", "ukraine", "nato", "red cross"];
    const WAYS: [&str; 5] = [
        "whom did Russia threaten",
        "who is it that Russia threatens",
        "does Russia threaten anybody",
        "did Russia threaten Ukraine",
        "what did the Red Cross say of Russia",
    ];

    #[test]
    fn a_role_is_strange_where_the_texts_give_it_to_others_only() {
        let reader = Reader::new(Synonyms::default());
        let names = NAMES.map(|name| name.split(' ').map(str::to_owned).collect());
        let names = NameIndex::new(names.to_vec());
        let ways = WAYS.map(|way| reader.read_curated(way));
        let roles = Roles::learn(&names, ways.iter());
        let strange = |question: &str| roles.strange(&names, &reader.read_typed(question), |_| false);
        for question in [
            "whom did Russia threaten then",
            "who threatened Russia",
            "what did NATO say of Russia",
            "nothing",
            "",
        ] {
            assert_eq!(strange(question), None, "{question}");
        }
        assert_eq!(strange("whom does Ukraine threaten").as_deref(), Some("ukraine … threaten"));
        assert_eq!(
            strange("did the Red Cross also threaten Russia").as_deref(),
            Some("red cross … threaten")
        );
        let ukraine = reader.read_typed("whom does Ukraine threaten");
        assert_eq!(roles.strange(&names, &ukraine, |name| name == 1), None, "passed over");
        let few = Roles::learn(&names, ways[..3].iter());
        assert_eq!(few.strange(&names, &ukraine, |_| false), None);
    }
}
