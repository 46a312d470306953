//! What holds for every message, whatever it is: shared by the property test and the fuzz target.

use std::sync::Arc;

use aide_memoire::answer::{Engine, Outcome, Part, Reply};
use aide_memoire::knowledge::{Citation, KnowledgeBase};

/// More suggestions than this nobody reads.
const MOST_SUGGESTIONS: usize = 3;
/// As many choices as Discord shows while somebody types.
const MOST_CHOICES: usize = 25;

/// Replies to a message and fails where something does not hold that must.
#[track_caller]
pub fn holds(engine: &Engine, message: &str, context: &[String]) {
    let reply = engine.reply(message, context);
    let knowledge = engine.knowledge();
    assert!(reply.parts().count() > 0, "a reply has a part");
    for part in reply.parts() {
        part_holds(knowledge, part);
    }
    let main = reply.main_part();
    assert!(reply.parts().any(|part| std::ptr::eq(part, main)), "the main part is one of the reply's");
    assert_eq!(
        main.outcome.answer().is_some(),
        reply.is_answered(),
        "an answered part comes before any other"
    );
    assert!(!engine.explain(&reply).to_string().is_empty(), "every reply can be explained");

    let again = engine.reply(message, context);
    assert_eq!(told(&reply), told(&again), "the same message gets the same reply");

    let choices = engine.complete(message, MOST_CHOICES);
    assert!(choices.len() <= MOST_CHOICES, "{} choices", choices.len());
    assert!(choices.iter().all(|choice| knowledge.entry(&choice.id).is_some()), "every choice can be asked");
}

#[track_caller]
fn part_holds(knowledge: &KnowledgeBase, part: &Part) {
    match &part.outcome {
        Outcome::Answered(answer) | Outcome::Corrected(answer) => {
            let corrects = matches!(part.outcome, Outcome::Corrected(_));
            assert_eq!(answer.entry.corrects.is_some(), corrects, "{} is what it is called", answer.entry.id);
            assert!(answer.citations().iter().count() > 0, "{} has a citation", answer.entry.id);
            assert!(answer.citations().iter().all(|citation| resolves(knowledge, citation)), "{answer:?}");
            assert!((0.0..=1.0).contains(&answer.score), "score {}", answer.score);
        }
        Outcome::Suggested(suggestions) => {
            assert!((1..=MOST_SUGGESTIONS).contains(&suggestions.len()), "{} suggested", suggestions.len());
            let best: Vec<&Citation> =
                suggestions.iter().map(|suggestion| suggestion.entry.citations.best()).collect();
            for (at, citation) in best.iter().enumerate() {
                assert!(resolves(knowledge, citation), "{citation:?}");
                let is_new = best[..at].iter().all(|other| !other.same_paragraph(citation));
                assert!(is_new, "two suggestions rest on {citation:?}");
            }
            assert!(suggestions.iter().all(|suggestion| (0.0..=1.0).contains(&suggestion.score)));
        }
        Outcome::Refused(refusal) => {
            assert!(!refusal.reason.text().is_empty(), "a refusal says something");
            let nearest = refusal.nearest.as_ref().map(|entry| knowledge.entry(&entry.id).is_some());
            assert_ne!(nearest, Some(false), "the nearest entry can be asked");
        }
    }
}

/// Whether a citation points to a passage of the article, and its quote to words that stand there.
fn resolves(knowledge: &KnowledgeBase, citation: &Citation) -> bool {
    let section = knowledge.article.sections.iter().find(|section| section.title == citation.section);
    let is_there =
        section.is_some_and(|section| section.passages.iter().any(|own| Arc::ptr_eq(own, &citation.passage)));
    let is_said = citation.quote.as_ref().is_none_or(|quote| {
        let said = &citation.passage.statements;
        said.iter().any(|said| said.speaker == quote.speaker && said.quote.contains(&quote.quote))
    });
    is_there && is_said
}

/// Everything that a reader of the reply could see, scores to the last bit.
fn told(reply: &Reply) -> Vec<String> {
    let part = |part: &Part| {
        let seen = match &part.outcome {
            Outcome::Answered(answer) | Outcome::Corrected(answer) => {
                format!("{} {:?}", answer.entry.id, answer.score)
            }
            Outcome::Suggested(suggestions) => suggestions
                .iter()
                .map(|suggestion| format!("{} {:?} ", suggestion.entry.id, suggestion.score))
                .collect(),
            Outcome::Refused(refusal) => {
                let nearest = refusal.nearest.as_ref().map(|entry| &entry.id);
                format!("{} {} {nearest:?}", refusal.reason.name(), refusal.reason.text())
            }
        };
        format!("{:?} {} {seen}", part.question, part.outcome.name())
    };
    reply.parts().map(part).collect()
}
