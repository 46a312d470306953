//! Courtesies around a question that say nothing of what is asked.

use std::sync::LazyLock;

use super::Synonyms;

/// Sequences of words that are dropped wherever they stand.
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
    "can you give me",
    "could you give me",
    "give me",
    "gimme",
    "if possible",
    "if you can",
    "just curious",
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

/// The same in other languages, around a question in English; only words that English does not have.
const FOREIGN_PLEASANTRIES: &[&str] = &[
    "hola amigos",
    "hola amigo",
    "hola",
    "gracias",
    "muchas gracias",
    "por favor",
    "buenos dias",
    "buenas tardes",
    "bonjour",
    "bonsoir",
    "merci",
    "merci beaucoup",
    "s il vous plait",
    "sil vous plait",
    "svp",
    "guten tag",
    "guten morgen",
    "hallo zusammen",
    "hallo",
    "entschuldigung",
    "entschuldigen sie",
    "bitte",
    "danke",
    "danke schon",
    "vielen dank",
    "ciao a tutti",
    "ciao",
    "buongiorno",
    "grazie",
    "grazie mille",
    "per favore",
    "bom dia",
    "obrigado",
    "obrigada",
    "czesc",
    "dzien dobry",
    "prosze",
    "dziekuje",
    "merhaba",
    "lutfen",
    "tesekkurler",
    "alstublieft",
    "alsjeblieft",
    "dank je",
    "dank je wel",
    "tack sa mycket",
    "takk",
    "namaste",
    "shukriya",
    "privet",
    "spasibo",
    "salamat po",
    "salamat",
    "terima kasih",
    "salut",
    "multumesc",
    "dekuji",
    "asante",
];

static FOLDED_AWAY: LazyLock<Synonyms> = LazyLock::new(|| {
    let phrases: Vec<String> =
        PLEASANTRIES.iter().chain(FOREIGN_PLEASANTRIES).map(|phrase| (*phrase).to_owned()).collect();
    Synonyms::new([("", phrases.as_slice())].into_iter())
});

/// The words without their pleasantries; a text that is nothing else stays as it is.
pub(super) fn strip(words: Vec<String>) -> Vec<String> {
    let left = FOLDED_AWAY.fold(&words);
    if left.is_empty() { words } else { left }
}

#[cfg(test)]
mod tests {
    #[test]
    fn courtesy_goes_and_the_question_stays() {
        let strip = |text: &str| super::strip(super::super::tokenise(text)).join(" ");
        assert_eq!(strip("dear bot could you tell me where they met thanks in advance"), "where they met");
        assert_eq!(strip("hello"), "hello");
        assert_eq!(strip("could you give me the date if possible"), "the date");
        assert_eq!(strip("gimme the date"), "the date");
    }
}
