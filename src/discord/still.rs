//! *Is this still so?*: an answer as it was served, against the knowledge now serving.

use crate::desk::Generation;
use crate::knowledge::DIGEST_DIGITS;

use super::custom_id::NoWish;
use super::render;
use super::shown::Response;

/// Whether an entry still answers what was served, of which the digest is known.
pub(super) fn check(served: &str, entry: &str, generation: &Generation) -> (Response, &'static str) {
    let is_digest = served.len() == DIGEST_DIGITS && served.bytes().all(|b| b.is_ascii_hexdigit());
    if !is_digest {
        return (Response::notice(NoWish::Unknown.sentence()), "unknown_button");
    }
    let knowledge = generation.engine.knowledge();
    let now = format!("knowledge generation {}, as of {}", generation.number, knowledge.article.date);
    match knowledge.entry(entry) {
        None => {
            let sentence = format!(
                "Withdrawn: this answer is no longer in my knowledge base ({now}). Please do not rely on it."
            );
            (Response::Notice(sentence), "still_withdrawn")
        }
        Some(found) if found.digest() == served => {
            let sentence = format!("Unchanged: this is still my answer, on the same passages ({now}).");
            (Response::Notice(sentence), "still_unchanged")
        }
        Some(found) => {
            let mut shown = render::entry(found, generation);
            shown.sentence =
                format!("Changed: the answer or its passages are new ({now}). My answer is now:");
            (Response::Private(shown), "still_changed")
        }
    }
}
