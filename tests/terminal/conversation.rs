//! `chat` with its input from a pipe: plain text, each question repeated, so that it reads as a record.

use crate::program::Ran;
use crate::{ANSWERED, SUGGESTED, program};

/// What a conversation prints, and that it ends well.
#[track_caller]
fn chat(input: &str) -> String {
    let Ran { status, out, err } = program(&["chat"], input);
    assert_eq!((status, err.as_str()), (0, ""), "{out}");
    out
}

#[test]
fn a_piped_conversation_is_plain() {
    let asked = program(&["ask", ANSWERED], "").out;
    let out = chat(&format!("{ANSWERED}\n"));
    assert_eq!(out, format!("? {ANSWERED}\n{asked}\n"));
    assert!(!out.contains('\x1b'));
}

#[test]
fn a_number_picks_the_question_offered() {
    let picked = program(&["ask", "What did the flood damage?"], "").out;
    let out = chat(&format!("{SUGGESTED}\n1\n"));
    assert!(out.ends_with(&format!("? 1\n{picked}\n")), "{out}");
}

#[test]
fn a_number_that_is_not_on_offer_is_told_the_range_and_the_offer_stands() {
    let picked = program(&["ask", "What did the flood damage?"], "").out;
    for number in ["0", "4"] {
        let out = chat(&format!("{SUGGESTED}\n{number}\n1\n"));
        assert!(out.contains("\nPick a number from 1 to 3, or ask something else.\n"), "{out}");
        assert!(out.ends_with(&format!("? 1\n{picked}\n")), "{out}");
    }
}

#[test]
fn where_nothing_is_on_offer_a_number_is_a_question() {
    for input in ["2\n".to_owned(), format!("{SUGGESTED}\n{ANSWERED}\n2\n")] {
        let out = chat(&input);
        let last = out.rsplit("? ").next().unwrap_or_default();
        assert!(!last.contains("Pick a number") && !last.contains("flood"), "{input:?}: {out}");
    }
}

#[test]
fn quit_ends_it_and_so_does_the_end_of_input() {
    for quit in ["quit", "exit", ":q", "  quit  ", "/quit", "Exit", "bye"] {
        let out = chat(&format!("{ANSWERED}\n{quit}\n{SUGGESTED}\n"));
        assert!(out.contains("The toll ended") && !out.contains(SUGGESTED), "{out}");
    }
    assert_eq!(chat(""), "");
    assert!(chat(ANSWERED).contains("The toll ended"), "a last line without an end is answered");
}

#[test]
fn commands_of_other_programs_are_no_questions() {
    let asked = program(&["ask", ANSWERED], "").out;
    let out = chat(&format!("/help\n/ask {ANSWERED}\n"));
    let hint = "There are no commands here. Ask about the article; \"quit\" ends.";
    assert_eq!(out, format!("? /help\n{hint}\n\n? /ask {ANSWERED}\n{asked}\n"));
}

#[test]
fn empty_lines_are_passed_over_and_carriage_returns_dropped() {
    let out = chat(&format!("\n   \r\n{ANSWERED}\r\n"));
    assert_eq!(out.matches("The toll ended").count(), 1);
    assert!(!out.contains('\r'));
}
