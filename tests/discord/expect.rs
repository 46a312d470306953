//! What a reply in Discord must show: what the desk says about the same question with the same knowledge.

use std::sync::OnceLock;

use serde_json::Value;

use aide_memoire::answer::Outcome;
use aide_memoire::desk::Desk;
use aide_memoire::knowledge::Entry;
use aide_memoire::knowledge::load::Origin;

use crate::standin::record::Request;

/// A desk with the knowledge inside the program.
pub fn desk() -> &'static Desk {
    static DESK: OnceLock<Desk> = OnceLock::new();
    DESK.get_or_init(|| Desk::open(&Origin::Embedded.files()).unwrap().0)
}

/// The first of these questions with an outcome of this name.
#[track_caller]
pub fn question_that_is(outcome: &str, candidates: &[&'static str]) -> &'static str {
    let name = |question: &str| desk().ask(question, &[]).reply.main_part().outcome.name();
    candidates.iter().find(|question| name(question) == outcome).unwrap_or_else(|| {
        let names: Vec<_> = candidates.iter().map(|question| (question, name(question))).collect();
        panic!("expected a question that is {outcome}, got {names:?}")
    })
}

/// A question between several entries.
pub fn ambiguous() -> &'static str {
    let vague =
        ["what did Sherman say", "When are they meeting?", "sanctions", "What about missiles", "talks"];
    question_that_is("suggested", &vague)
}

/// Checks that a message answers the question as the desk does.
#[track_caller]
pub fn check(answer: &Request, question: &str, asked_before: &[&str]) {
    let asked_before: Vec<String> = asked_before.iter().map(|&earlier| earlier.to_owned()).collect();
    let consultation = desk().ask(question, &asked_before);
    let article = &consultation.generation.engine.knowledge().article;
    let parts: Vec<_> = consultation.reply.parts().collect();
    let message = answer.message();
    let embeds = message["embeds"].as_array().map_or(&[][..], Vec::as_slice);
    assert_eq!(embeds.len(), parts.len(), "embeds for {question:?}: {message:#}");
    let (mut buttons, mut answered) = (Vec::new(), Vec::new());
    for (embed, part) in embeds.iter().zip(parts) {
        answered.extend(part.outcome.answer().map(|answer| answer.entry.as_ref()));
        let text = embed["description"].as_str().unwrap_or_default();
        match &part.outcome {
            Outcome::Answered(found) => check_entry(embed, &found.entry),
            Outcome::Corrected(found) => {
                assert!(text.starts_with("The article does not bear out that "), "{question:?}: {text}");
                check_entry(embed, &found.entry);
            }
            Outcome::Suggested(suggestions) => {
                assert!(text.starts_with("I am not sure which of these you mean:"), "{question:?}: {text}");
                buttons.extend(suggestions.iter().map(|suggestion| suggestion.entry.as_ref()));
            }
            Outcome::Refused(refusal) => {
                assert!(text.starts_with(refusal.reason.text()), "{question:?}: {text}");
                assert!(embed["fields"].as_array().is_none_or(Vec::is_empty), "{question:?}: no citation");
                buttons.extend(refusal.nearest.as_deref());
            }
        }
        let footer = embed["footer"]["text"].as_str().unwrap_or_default();
        for part in [&article.publisher, &article.date, "generation 1"] {
            assert!(footer.contains(part), "the footer lacks {part:?}: {footer:?}");
        }
    }
    let mut expected = match answered[..] {
        [entry] => beneath(entry),
        _ => answered.iter().map(|entry| format!("v1:more:{}", entry.id)).collect(),
    };
    expected.extend(buttons.iter().map(|entry| format!("v1:answer:{}", entry.id)));
    assert_eq!(custom_ids(message), expected, "buttons for {question:?}");
}

/// The `custom_id` of every button under an answer, in order.
pub fn beneath(entry: &Entry) -> Vec<String> {
    let (id, digest) = (&entry.id, entry.digest());
    let plain = ["passages", "follow", "related", "useful", "wrong"];
    plain.iter().map(|kind| format!("v1:{kind}:{id}")).chain([format!("v1:still:{digest}:{id}")]).collect()
}

/// Checks that an embed shows the answer of an entry and every citation of it.
#[track_caller]
pub fn check_entry(embed: &Value, entry: &Entry) {
    let text = embed["description"].as_str().unwrap_or_default();
    assert!(text.ends_with(&entry.answer), "expected the answer of {}, got {embed:#}", entry.id);
    let fields = embed["fields"].as_array().map_or(&[][..], Vec::as_slice);
    assert_eq!(fields.len(), entry.citations.iter().count(), "citations: {embed:#}");
    for (field, citation) in fields.iter().zip(entry.citations.iter()) {
        let (name, value) = (field["name"].as_str().unwrap(), field["value"].as_str().unwrap());
        assert!(name.contains(&*citation.section), "{name}");
        assert!(name.ends_with(&format!("paragraph {}", citation.passage.number)), "{name}");
        assert!(value.contains(&citation.passage.text), "{value}");
        if let Some(said) = &citation.quote {
            assert!(value.contains(&said.speaker) && value.contains(&said.quote), "{value}");
        }
    }
}

/// The `custom_id` of every button of a message, in order.
pub fn custom_ids(message: &Value) -> Vec<String> {
    let rows = message["components"].as_array().into_iter().flatten();
    let buttons = rows.flat_map(|row| row["components"].as_array().into_iter().flatten());
    buttons.map(|button| button["custom_id"].as_str().unwrap_or_default().to_owned()).collect()
}

/// The entry that a `custom_id` stands for.
pub fn entry_of(custom_id: &str) -> std::sync::Arc<Entry> {
    let id = custom_id.strip_prefix("v1:answer:").unwrap();
    desk().current().engine.knowledge().entry(id).unwrap().clone()
}
