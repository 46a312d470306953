//! Courtesies around a question that say nothing of what is asked.

/// Sequences of words that are dropped wherever they stand, longest first.
const PLEASANTRIES: &[&str] = &[
    "i should be grateful to know",
    "i should be obliged to learn",
    "would you be so good as to",
    "would you be so kind as to",
    "i would like to know",
    "i would be grateful",
    "can you please tell me",
    "could you please tell me",
    "could you kindly",
    "many thanks for any help",
    "thanks in advance",
    "thank you in advance",
    "thank you very much",
    "can someone tell me",
    "can anyone tell me",
    "can anybody tell me",
    "does anyone know",
    "does anybody know",
    "anyone know",
    "can you tell me",
    "could you tell me",
    "do you know",
    "i want to know",
    "i wanna know",
    "good morning",
    "good evening",
    "good afternoon",
    "kind regards",
    "best regards",
    "yours faithfully",
    "yours truly",
    "with thanks",
    "with esteem",
    "dear sir or madam",
    "dear sir",
    "dear bot",
    "dear all",
    "hello all",
    "hi all",
    "hi everyone",
    "hello everyone",
    "hey guys",
    "hi guys",
    "excuse me",
    "many thanks",
    "thank you",
    "just wondering",
    "quick question",
    "kindly tell",
    "please tell me",
    "tell me please",
    "kindly",
    "please",
    "hello",
    "hey",
    "hi",
    "yo",
    "bro",
    "bruh",
    "dude",
    "guys",
    "thanks",
];

/// The words without their pleasantries; a text that is nothing else stays as it is.
pub(super) fn strip(words: Vec<String>) -> Vec<String> {
    let mut left: Vec<String> = Vec::with_capacity(words.len());
    let mut at = 0;
    while at < words.len() {
        match PLEASANTRIES.iter().find_map(|phrase| match_at(&words[at..], phrase)) {
            Some(length) => at += length,
            None => {
                left.push(words[at].clone());
                at += 1;
            }
        }
    }
    if left.is_empty() { words } else { left }
}

/// How many words `phrase` takes at the beginning of `words`, where it stands there.
fn match_at(words: &[String], phrase: &str) -> Option<usize> {
    let mut length = 0;
    for expected in phrase.split(' ') {
        if words.get(length).is_none_or(|word| word != expected) {
            return None;
        }
        length += 1;
    }
    Some(length)
}

#[cfg(test)]
mod tests {
    #[test]
    fn courtesy_goes_and_the_question_stays() {
        let strip = |text: &str| super::strip(super::super::tokenise(text)).join(" ");
        assert_eq!(strip("dear bot could you tell me where they met thanks in advance"), "where they met");
        assert_eq!(strip("hello"), "hello");
    }
}
