//! Messages that are hard on purpose: as long as Discord lets them be, and of the kind that makes one part of
//! the program work most.

use std::collections::HashSet;

use aide_memoire::knowledge::KnowledgeBase;

use crate::random::Random;

/// The longest message, in characters.
const LONGEST: usize = 4000;

/// Every such message with what it is.
pub fn inputs(knowledge: &KnowledgeBase) -> Vec<(&'static str, String)> {
    let random = &mut Random::new(10);
    vec![
        ("one letter, over and over", fill("a")),
        ("one unbroken token", (0..LONGEST).map(|_| random.letter()).collect()),
        ("every token of two characters", short_tokens()),
        ("different unknown tokens of four letters", tokens(4, random)),
        ("different unknown tokens of eight letters", tokens(8, random)),
        ("different unknown tokens of twenty-four letters", tokens(24, random)),
        ("different misspelled long words", misspelled(knowledge, random)),
        ("questions joined with \"and\"", fill("and who is it? ")),
        ("questions joined without a question mark", fill("and who is sherman ")),
        ("joints and nothing else", fill("and ")),
        ("different joints", fill("or but also then ")),
        ("question words and commas", fill("who, ")),
        ("question marks", fill("? ")),
        ("commas", fill(",")),
        ("one-letter words and commas", fill("a, ")),
        ("digits and commas", fill("1,")),
        ("full stops", fill("aaa. ")),
        ("apostrophes", fill("a's'")),
        ("lines", fill("who\n")),
        ("one letter under thousands of accents", fill_after("who e", "\u{301}\u{323}\u{345}")),
        ("accents on every letter", fill("e\u{301}\u{323}\u{308} ")),
        ("letters that become eighteen each", fill("\u{FDFA}")),
        ("zero-width characters", fill("w\u{200B}\u{2060}h\u{FEFF}o ")),
        ("Hebrew and direction marks", fill("\u{202E}מה אמרה שרמן? \u{202C}")),
        ("Arabic", fill("ماذا قالت شيرمان؟ ")),
        ("Chinese without a blank", fill("谢尔曼说了什么")),
        ("Korean in single letters", fill("\u{1112}\u{1161}\u{11AB}")),
        ("Chinese words in an English message", fill_after("What did Sherman say about ", "乌克兰 in ")),
        ("emoji sequences", fill("👩\u{200D}👩\u{200D}👧 ")),
        ("a real question, over and over", fill("What did Sherman say about NATO? ")),
        ("different real questions", real_questions(knowledge)),
        ("different follow-ups", follow_ups()),
        ("statements that lean, and a question", statements()),
        ("real words, over and over", fill("russia ukraine sherman ryabkov nato ")),
    ]
}

fn fill(pattern: &str) -> String {
    fill_after("", pattern)
}

fn fill_after(start: &str, pattern: &str) -> String {
    start.chars().chain(pattern.chars().cycle()).take(LONGEST).collect()
}

/// Questions of the knowledge base, one after the other.
fn real_questions(knowledge: &KnowledgeBase) -> String {
    let questions = knowledge.entries.iter().map(|entry| entry.question.chars().chain([' ']));
    questions.flatten().take(LONGEST).collect()
}

/// Questions that lean on those before them, one after the other.
fn follow_ups() -> String {
    let subjects = ["he", "she", "they", "it", "that", "this", "the other one", "them"];
    let questions =
        ["who is", "why did", "when was", "where is", "how long did", "what about", "and why not"];
    let pairs = questions.iter().flat_map(|ask| subjects.iter().map(move |who| format!("{ask} {who}? ")));
    std::iter::once("What did Sherman say about NATO? ".to_owned()).chain(pairs).collect()
}

/// Statements that all lean on those before them, and at last a question that does.
fn statements() -> String {
    const QUESTION: &str = "why did he?";
    let statements = (0..).map(|number| format!("he went home {number}. "));
    let room = LONGEST - QUESTION.len();
    let text: String = statements.take(LONGEST).collect::<String>().chars().take(room).collect();
    text + QUESTION
}

fn short_tokens() -> String {
    let characters = || ('a'..='z').chain('0'..='9');
    let tokens = characters().flat_map(|first| characters().map(move |second| format!("{first}{second} ")));
    tokens.collect()
}

/// Tokens of so many random letters, no two the same, until the message is full.
fn tokens(length: usize, random: &mut Random) -> String {
    let mut seen = HashSet::new();
    let mut next = || (0..length).map(|_| random.letter()).collect::<String>();
    let tokens = std::iter::repeat_with(|| next() + " ").filter(|token| seen.insert(token.clone()));
    tokens.take(LONGEST / (length + 1)).collect()
}

/// Long words of the knowledge base, each with two letters changed: near enough to many known ones to be
/// compared with them.
fn misspelled(knowledge: &KnowledgeBase, random: &mut Random) -> String {
    const LONG: usize = 8;
    let mut seen = HashSet::new();
    let ways = knowledge.entries.iter().flat_map(|entry| entry.ways_to_ask());
    let words = ways.flat_map(str::split_whitespace).filter(|word| {
        word.len() >= LONG && word.bytes().all(|b| b.is_ascii_lowercase()) && seen.insert((*word).to_owned())
    });
    let words: Vec<&str> = words.collect();
    let mut text = String::new();
    while text.len() + 2 * LONG < LONGEST && !words.is_empty() {
        let mut word: Vec<char> = random.pick(&words).chars().collect();
        for _ in 0..2 {
            let at = random.below(word.len());
            word[at] = random.letter();
        }
        text.extend(word);
        text.push(' ');
    }
    text
}
