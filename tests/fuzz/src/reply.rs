//! Any bytes as a message: what must hold for every message holds. How to run it: `tests/README.md`.
//!
//! A line that holds nothing but a form feed parts the message from the question before it.

#![no_main]

#[path = "../../properties/held.rs"]
mod held;

use std::sync::LazyLock;

use aide_memoire::answer::Engine;
use aide_memoire::knowledge::KnowledgeBase;
use aide_memoire::knowledge::load::Origin;
use libfuzzer_sys::{Corpus, fuzz_target};

static ENGINE: LazyLock<Engine> = LazyLock::new(|| match KnowledgeBase::check(&Origin::Embedded.files()) {
    Ok((knowledge, _)) => Engine::build(knowledge),
    Err(faults) => panic!("the built-in knowledge has {} faults", faults.len()),
});

fuzz_target!(|bytes: &[u8]| -> Corpus {
    // Discord and JSON carry text only.
    let Ok(text) = std::str::from_utf8(bytes) else { return Corpus::Reject };
    let (before, message) = text.split_once("\n\u{C}\n").unwrap_or(("", text));
    let context = if before.is_empty() { Vec::new() } else { vec![before.to_owned()] };
    held::holds(&ENGINE, message, &context);
    Corpus::Keep
});
