//! `ask --json --batch`: a line in, a line out, whatever the line holds.

use serde_json::{Value, json};

use crate::program::{Ran, command, minimal, run};
use crate::{ANSWERED, REFUSED, SUGGESTED};

/// The replies to a batch; each line of output is one JSON object.
#[track_caller]
fn batch(input: &[u8]) -> Vec<Value> {
    let mut command = command(&minimal(), &["ask", "--json", "--batch"]);
    command.args(["--knowledge", "."]);
    let Ran { status, out, err } = run(command, input);
    assert_eq!((status, err.as_str()), (0, ""));
    out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn line(id: &Value, question: &str) -> String {
    format!("{}\n", json!({ "id": id, "question": question }))
}

#[test]
fn replies_come_in_the_order_of_the_questions_with_their_ids() {
    let questions = [
        (json!("b"), ANSWERED, "answered"),
        (json!(1), REFUSED, "refused"),
        (json!({ "nested": [1] }), SUGGESTED, "suggested"),
        (json!("b"), ANSWERED, "answered"),
        (Value::Null, "", "refused"),
    ];
    let input: String = questions.iter().map(|(id, question, _)| line(id, question)).collect();
    let replies = batch(input.as_bytes());
    let found: Vec<(&Value, &str)> =
        replies.iter().map(|reply| (&reply["id"], reply["outcome"].as_str().unwrap())).collect();
    let expected: Vec<(&Value, &str)> = questions.iter().map(|(id, _, outcome)| (id, *outcome)).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_line_that_is_no_question_gets_an_error_and_the_rest_go_on() {
    let wrong: [(&[u8], Value, &str); 9] = [
        (b"{\"id\": 1, \"question\": \"Is there", Value::Null, "not JSON"),
        (b"is there a toll?", Value::Null, "not JSON"),
        (b"[1, 2]", Value::Null, "object"),
        (b"\"is there a toll?\"", Value::Null, "object"),
        (b"{\"id\": \"m\"}", json!("m"), "question"),
        (b"{\"id\": 7, \"question\": 7}", json!(7), "question"),
        (b"{\"id\": 8, \"question\": \"and now?\", \"context\": \"a toll\"}", json!(8), "context"),
        (b"{\"id\": 9, \"question\": \"is there a t\xF6ll?\"}", json!(9), "UTF-8"),
        (b"\xFF\xFE{", Value::Null, "UTF-8"),
    ];
    let right = line(&json!("right"), ANSWERED);
    let mut input = Vec::new();
    for (wrong, ..) in &wrong {
        input.extend_from_slice(wrong);
        input.push(b'\n');
        input.extend_from_slice(right.as_bytes());
    }
    let replies = batch(&input);
    assert_eq!(replies.len(), 2 * wrong.len());
    for ((line, id, said), pair) in wrong.iter().zip(replies.chunks(2)) {
        let line = String::from_utf8_lossy(line);
        let fields: Vec<&String> = pair[0].as_object().unwrap().keys().collect();
        assert_eq!(fields, ["error", "id"], "{line}");
        assert_eq!(&pair[0]["id"], id, "{line}");
        assert!(pair[0]["error"].as_str().unwrap().contains(said), "{line}: {}", pair[0]);
        assert_eq!(
            (&pair[1]["id"], &pair[1]["outcome"]),
            (&json!("right"), &json!("answered")),
            "after {line}"
        );
    }
}

#[test]
fn empty_lines_carriage_returns_and_a_last_line_without_end() {
    let question = |id: i32| json!({ "id": id, "question": ANSWERED }).to_string();
    let input = format!("\n{}\r\n\r\n  \n{}\n\n{}", question(1), question(2), question(3));
    let ids: Vec<Value> = batch(input.as_bytes()).into_iter().map(|mut reply| reply["id"].take()).collect();
    assert_eq!(ids, [1, 2, 3]);
    assert_eq!(batch(b"").len(), 0);
}

#[test]
fn a_very_long_line() {
    let input = line(&json!("long"), &"toll ".repeat(20_000)) + &line(&json!("next"), ANSWERED);
    let replies = batch(input.as_bytes());
    assert_eq!(replies.len(), 2);
    assert!(replies[0]["outcome"].is_string(), "{}", replies[0]);
    assert_eq!(replies[1]["outcome"], "answered");
}

#[test]
fn only_the_context_given_with_a_line_counts() {
    let follow_up =
        |context: &[&str]| json!({ "question": "how much is it?", "context": context }).to_string();
    let input = [line(&json!(0), ANSWERED), follow_up(&[]), "\n".to_owned(), follow_up(&[ANSWERED])].concat();
    let replies = batch(input.as_bytes());
    assert_eq!(replies[1]["reason"], "nothing_to_match", "the line before is no context");
    assert_eq!(replies[2]["parts"][0]["entry"], "toll-ended");
}
