//! What stands near an entry in the article, and digests by which an answer is known again.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use aide_memoire::knowledge::load::Origin;
use aide_memoire::knowledge::{DIGEST_DIGITS, KnowledgeBase, KnowledgeFile, Printed};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The small knowledge base about a bridge, with one text in place of another.
fn elmford(from: &str, to: &str) -> KnowledgeBase {
    let files = Origin::Folder(Path::new(ROOT).join("tests/check/minimal")).files();
    let changed = files.into_iter().map(|file| {
        let text = String::from_utf8(file.bytes.unwrap()).unwrap();
        KnowledgeFile { path: file.path, bytes: Ok(text.replace(from, to).into_bytes()) }
    });
    KnowledgeBase::check(&changed.collect::<Vec<_>>()).unwrap().0
}

/// The paragraphs near an entry: section, number, and whether it is cited.
#[track_caller]
fn near(knowledge: &KnowledgeBase, entry: &str, expected: &[(&str, u32, bool)]) {
    let nearby = knowledge.nearby(knowledge.entry(entry).unwrap());
    let found: Vec<(&str, u32, bool)> =
        nearby.iter().map(|near| (&*near.section.title, near.passage.number, near.cited)).collect();
    assert_eq!(found, expected, "{entry}");
}

#[test]
fn paragraphs_next_to_those_cited_are_near() {
    let knowledge = elmford("", "");
    near(&knowledge, "bridge-built", &[("The bridge", 1, true), ("The bridge", 2, false)]);
    near(&knowledge, "toll-ended", &[("The bridge", 1, false), ("The bridge", 2, true)]);
    // The paragraph before it stands in another section.
    near(&knowledge, "flood-damage", &[("The flood", 1, true)]);
    let talks = KnowledgeBase::check(&Origin::Embedded.files()).unwrap().0;
    let next = "What's next?";
    near(&talks, "next-meetings", &[(next, 1, true), (next, 2, true), (next, 3, false)]);
    let deal = "Areas of possible agreement";
    let twice = [(next, 2, false), (next, 3, true), (next, 4, false)];
    let mut nearby: Vec<_> = [3, 4, 5].map(|number| (deal, number, number == 4)).to_vec();
    nearby.extend(twice);
    near(&talks, "why-talk", &nearby);
}

#[test]
fn entries_on_the_same_paragraph_come_before_those_next_to_it() {
    let talks = KnowledgeBase::check(&Origin::Embedded.files()).unwrap().0;
    for entry in &talks.entries {
        let related = talks.related(entry, usize::MAX);
        let shares: Vec<bool> =
            related.iter().map(|other| other.citations.overlap(&entry.citations)).collect();
        assert!(shares.is_sorted_by(|before, after| before >= after), "{}: {shares:?}", entry.id);
        let sharing = talks.entries.iter().filter(|other| other.citations.overlap(&entry.citations)).count();
        assert_eq!(
            shares.iter().filter(|shares| **shares).count(),
            sharing - 1,
            "{}: itself left out",
            entry.id
        );
        assert_eq!(talks.related(entry, 2).len(), related.len().min(2));
    }
    let elmford = elmford("", "");
    let related = |id: &str| -> Vec<String> {
        let related = elmford.related(elmford.entry(id).unwrap(), 5);
        related.iter().map(|entry| entry.id.clone()).collect()
    };
    assert_eq!(related("bridge-built"), ["toll-ended"]);
    assert_eq!(related("flood-damage"), [""; 0]);
}

#[test]
fn a_good_start_has_something_of_every_section_and_no_corrections() {
    let talks = KnowledgeBase::check(&Origin::Embedded.files()).unwrap().0;
    let all = talks.overview(usize::MAX);
    let ids: HashSet<&str> = all.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!((ids.len(), all.len()), (talks.entries.len(), talks.entries.len()), "each of them once");
    let sections = talks.article.sections.len();
    let started: HashSet<&str> =
        all[..sections].iter().map(|entry| &*entry.citations.best().section).collect();
    assert_eq!(started.len(), sections);
    assert!(all.is_sorted_by_key(|entry| entry.corrects.is_some()));
    let start = talks.overview(25);
    assert!(start.len() == 25 && start.iter().all(|entry| entry.corrects.is_none()));
}

#[test]
fn every_entry_belongs_to_one_section() {
    let talks = KnowledgeBase::check(&Origin::Embedded.files()).unwrap().0;
    let sections = talks.article.sections.iter();
    let count: usize = sections.map(|section| talks.entries_of(section).len()).sum();
    assert_eq!(count, talks.entries.len());
}

#[test]
fn a_digest_changes_with_what_is_answered_and_cited_and_with_nothing_else() {
    let digest = |from: &str, to: &str| elmford(from, to).entry("toll-ended").unwrap().digest();
    let before = digest("", "");
    assert_eq!((before.len(), before.bytes().all(|b| b.is_ascii_hexdigit())), (DIGEST_DIGITS, true));
    for (from, to, changes) in [
        ("The toll ended in May.", "The toll ended in June.", true),
        ("has been free since May", "has been free since June", true),
        ("not come back", "never come back", true),
        ("Ines Vale", "Ines Dale", true),
        ("\"The bridge\"", "\"The crossing\"", true),
        ("Does it cost anything to cross?", "Does it cost a penny to cross?", false),
        ("is there a toll", "is there any toll at all", false),
        ("In 1846, by Ada Thorn.", "In 1847, by Ada Thorn.", false),
    ] {
        assert_eq!(digest(from, to) != before, changes, "{from:?} → {to:?}");
    }
}

#[test]
fn printed_paragraphs_are_had_from_a_copy_that_proves_everything() {
    let knowledge = elmford("", "");
    let copy = fs::read_to_string(Path::new(ROOT).join("tests/verify/bridge.txt")).unwrap();
    let printed = Printed::prove(&knowledge, &copy).unwrap();
    for passage in knowledge.passages() {
        let paragraph = printed.paragraph(passage).unwrap();
        assert!(copy.lines().any(|line| line == paragraph), "{paragraph:?}");
    }
    let spoilt = Printed::prove(&knowledge, &copy.replace("two metres", "a metre")).unwrap_err();
    assert_eq!(spoilt.failures.len(), 1, "{:?}", spoilt.failures);
}
