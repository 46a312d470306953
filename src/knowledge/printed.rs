//! The printed article itself, where the operator holds a copy of it.

use std::collections::HashMap;

use super::verify::{fingerprint, normalise_print, verify};
use super::{KnowledgeBase, Passage, Proof};

/// The printed paragraphs by fingerprint. One that exists was proven against a knowledge base.
#[derive(Debug)]
pub struct Printed(HashMap<String, String>);

impl Printed {
    /// Takes a copy of the article, a text with one paragraph a line, where it proves every passage and quote.
    ///
    /// # Errors
    ///
    /// The proof, where something could not be proven.
    pub fn prove(knowledge: &KnowledgeBase, copy: &str) -> Result<Self, Proof> {
        let proof = verify(knowledge, copy);
        if !proof.failures.is_empty() {
            return Err(proof);
        }
        let lines = copy.lines().map(str::trim).filter(|line| !line.is_empty());
        Ok(Self(lines.map(|line| (fingerprint(&normalise_print(line)), line.to_owned())).collect()))
    }

    /// The printed paragraph behind a passage, where the copy has it.
    pub fn paragraph(&self, passage: &Passage) -> Option<&str> {
        self.0.get(&passage.fingerprint).map(String::as_str)
    }
}
