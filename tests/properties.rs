//! What holds for every message: hundreds of made-up ones on the way from raw text to outcome, the same ones
//! in every run. `PROPTEST_CASES=20000 PROPTEST_RNG_SEED=1 cargo test --release --test properties` looks further.
#![expect(clippy::panic, reason = "a test that cannot go on fails")]
#![expect(unreachable_pub, reason = "a test program has no outside")]

#[path = "properties/held.rs"]
mod held;

use std::sync::LazyLock;

use aide_memoire::answer::Engine;
use aide_memoire::knowledge::KnowledgeBase;
use aide_memoire::knowledge::load::Origin;
use aide_memoire::text::{normalise, tokenise};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::RngSeed;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| match KnowledgeBase::check(&Origin::Embedded.files()) {
    Ok((knowledge, _)) => Engine::build(knowledge),
    Err(faults) => panic!("the built-in knowledge has {} faults", faults.len()),
});

/// Characters that programs stumble over: controls, marks that combine or are not seen, direction, letters
/// that change their number in another case or form, the last of the planes.
const STUMBLING: &[&str] = &[
    "\0",
    "\u{1}",
    "\t",
    "\n",
    "\r\n",
    "\u{1B}[31m",
    "\u{7F}",
    "\u{85}",
    "\u{AD}",
    "\u{301}",
    "\u{323}",
    "\u{345}",
    "\u{1AB0}",
    "\u{200B}",
    "\u{200D}",
    "\u{202E}",
    "\u{2028}",
    "\u{2066}",
    "\u{FEFF}",
    "\u{FFFD}",
    "\u{FFFF}",
    "\u{10FFFF}",
    "\u{E0041}",
    "\u{FE0F}",
    "İ",
    "ß",
    "ẞ",
    "ﬃ",
    "ſ",
    "K",
    "Å",
    "\u{FDFA}",
    "①",
    "½",
    "٣",
    "ｗｈｏ",
    "가",
    "\u{1100}\u{1161}\u{11A8}",
    "谢尔曼",
    "שרמן",
    "👩\u{200D}👧",
    "🇺🇦",
    "’",
    "“",
    "—",
    "'s",
    "...",
    "?!",
    ",",
    ";",
    "@everyone",
    "<@1>",
    "```",
    "||",
    "\\",
    "1,000",
    "2.5",
    "U.S.",
    " ",
];

/// A word of a real question, or of a known way to ask.
fn real_word() -> impl Strategy<Value = String> {
    let knowledge = ENGINE.knowledge();
    let golden = knowledge.golden.iter().map(|golden| golden.question.as_str());
    let asked = golden.chain(knowledge.entries.iter().flat_map(|entry| entry.ways_to_ask()));
    let words: Vec<&str> = asked.flat_map(str::split_whitespace).collect();
    select(words).prop_map(str::to_owned)
}

/// A real question, or the beginning of one.
fn real_question() -> impl Strategy<Value = String> {
    let golden: Vec<&str> = ENGINE.knowledge().golden.iter().map(|golden| golden.question.as_str()).collect();
    (select(golden), any::<Index>()).prop_map(|(question, kept)| {
        let kept = kept.index(2 * question.chars().count() + 1);
        question.chars().take(kept).collect()
    })
}

/// A word with some of its characters exchanged, doubled, left out or replaced.
fn mutated(word: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    let change = (any::<Index>(), 0..4, any::<char>());
    (word, vec(change, 1..4)).prop_map(|(word, changes)| {
        let mut characters: Vec<char> = word.chars().collect();
        for (place, kind, other) in changes {
            let at = place.index(characters.len() + 1);
            match kind {
                0 if at + 1 < characters.len() => characters.swap(at, at + 1),
                1 if at < characters.len() => characters.insert(at, characters[at]),
                2 if at < characters.len() => drop(characters.remove(at)),
                _ => characters.insert(at, other),
            }
        }
        characters.into_iter().collect()
    })
}

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => real_word(),
        3 => real_question(),
        3 => mutated(real_word()),
        1 => mutated(real_question()),
        3 => select(STUMBLING).prop_map(str::to_owned),
        2 => any::<String>(),
        1 => any::<char>().prop_map(String::from),
        1 => "[a-z]{1,60}",
    ]
}

/// Any message, from nothing to far more than Discord lets through.
fn message() -> impl Strategy<Value = String> {
    let joined = |pieces| {
        (vec(piece(), pieces), vec(select(&[" ", "", "? ", ", ", " and "][..]), 1..4)).prop_map(
            |(pieces, joints)| {
                let joints = joints.into_iter().cycle();
                pieces.into_iter().zip(joints).flat_map(|(piece, joint)| [piece, joint.to_owned()]).collect()
            },
        )
    };
    prop_oneof![
        20 => joined(0..6),
        10 => joined(6..40),
        1 => joined(200..400),
        2 => (joined(1..4), 2_usize..3000).prop_map(|(text, times): (String, _)| {
            const MOST_CHARACTERS: usize = 6000;
            text.chars().cycle().take((times * text.chars().count()).min(MOST_CHARACTERS)).collect()
        }),
    ]
}

fn config() -> ProptestConfig {
    let mut config = ProptestConfig::default();
    if matches!(config.rng_seed, RngSeed::Random) {
        config.rng_seed = RngSeed::Fixed(2022);
    }
    // A case that failed is printed, and becomes a test of its own; no file is left behind.
    config.failure_persistence = None;
    config
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_message_gets_a_reply_that_keeps_the_rules(
        message in message(),
        context in prop_oneof![2 => Just(Vec::new()), 1 => vec(message(), 1..3)],
    ) {
        held::holds(&ENGINE, &message, &context);
    }

    #[test]
    fn reading_once_more_changes_nothing(text in message()) {
        // Only so many characters of a text are read, and one may become eighteen: nothing is cut off here.
        const UNCUT: usize = 4000 / 18;
        let normal = normalise(&text.chars().take(UNCUT).collect::<String>());
        prop_assert_eq!(&normalise(&normal), &normal, "normalised twice");
        let words = tokenise(&normal);
        prop_assert!(words.iter().all(|word| word.chars().any(char::is_alphanumeric)), "{:?}", words);
        prop_assert_eq!(&tokenise(&normalise(&words.join(" "))), &words, "read twice");
    }
}
