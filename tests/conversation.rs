//! Conversations with the real knowledge base, as data: follow-ups, messages that ask several things, and
//! questions buried in long messages.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on fails")]
#![expect(unreachable_pub, reason = "a test program has no outside")]
#![expect(dead_code, reason = "the real knowledge is asked, not the small one")]

mod program;

use program::{command, empty_folder, package, run};
use serde_json::{Value, json};

/// Replies of the real program to questions with what was asked before each.
fn replies(name: &str, asked: &[(&[&str], &str)]) -> Vec<Value> {
    let line = |(context, question): &(&[&str], &str)| {
        json!({ "question": question, "context": context }).to_string() + "\n"
    };
    let input: String = asked.iter().map(line).collect();
    let folder = package().join("knowledge/geneva-talks");
    let mut command = command(&empty_folder(name), &["ask", "--json", "--batch", "--knowledge"]);
    command.arg(folder);
    let ran = run(command, input.as_bytes());
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// What each part of a reply came to: the entry that answers it, or the outcome.
fn came_to(reply: &Value) -> Vec<&str> {
    let parts = reply["parts"].as_array().unwrap().iter();
    parts.map(|part| part["entry"].as_str().or(part["outcome"].as_str()).unwrap()).collect()
}

/// Checks what every part of every reply came to; "-" stands for anything but an answer.
#[track_caller]
fn check(name: &str, cases: &[(&[&str], &str, &[&str])]) {
    let asked: Vec<(&[&str], &str)> =
        cases.iter().map(|(context, question, _)| (*context, *question)).collect();
    for ((context, question, expected), reply) in cases.iter().zip(replies(name, &asked)) {
        let unanswered = |outcome: &str| matches!(outcome, "suggested" | "refused");
        let parts: Vec<&str> =
            came_to(&reply).into_iter().map(|part| if unanswered(part) { "-" } else { part }).collect();
        assert_eq!(parts, *expected, "{question:?} after {context:?}: {}", reply["text"]);
    }
}

#[test]
fn follow_ups_are_understood_from_what_was_asked_before() {
    check(
        "follow-ups",
        &[
            (&["what does the US want?"], "and russia?", &["russia-demand"]),
            (&["did trump leave the inf treaty?"], "why though", &["inf-why-left"]),
            (&["what was the gun to the head thing"], "who said that", &["gun-quote"]),
            (&["are there russian troops at the border"], "how many of them", &["troop-number"]),
            (&["what happens in brussels?"], "and in vienna?", &["thursday"]),
            (&["what did sherman call the nato demand?"], "who is she", &["sherman-who"]),
            (&["what is the inf treaty", "who left it", "ok thanks"], "why", &["inf-why-left"]),
            (&["what is the inf treaty", "who left it", "when?"], "why", &["inf-why-left"]),
            (&["is ukraine in nato"], "and georgia?", &["georgia-not-member"]),
            (&["what is defense priorities"], "Who is Wendy Sherman?", &["sherman-who"]),
            (&["how long did the talks last"], "When did Russia annex Crimea?", &["crimea-when"]),
        ],
    );
}

#[test]
fn what_the_article_does_not_say_stays_refused_after_any_question() {
    check(
        "refused",
        &[
            (&["what does the US want?"], "and china?", &["-"]),
            (&["who is ryabkov"], "and how old is he?", &["-"]),
            (&["what did sherman say"], "and what did zelensky say", &["-"]),
            (&["what did sherman say after the talks"], "and kowalski?", &["-"]),
            (&["when did the us leave the inf treaty"], "and in 1987?", &["-"]),
            (&["who is wendy sherman"], "is she married", &["-"]),
            (&["where were the talks held"], "what hotel", &["-"]),
            (&["what is the inf treaty"], "ok thanks", &["-"]),
            (&["who is sherman"], "lol ok", &["-"]),
        ],
    );
}

/// "That" is what was asked before, and an answer from elsewhere in the article is of something else.
#[test]
fn a_question_that_points_back_is_not_answered_from_elsewhere() {
    check(
        "pointing back",
        &[
            (&["when does the NATO-Russia Council meet"], "what city is that in?", &["-"]),
            (&["what is the inf treaty"], "where was it agreed, in which city", &["-"]),
            (&["where were the talks held"], "how long did they go on for?", &["talks-length"]),
            (&["who is menon"], "does he think the talks are good?", &["menon-talks-good"]),
            (&["who is sherman"], "and what did she say about the open door?", &["open-door"]),
            (&["what is in vienna on thursday"], "So when did Russia annex Crimea?", &["crimea-when"]),
            (&["who is ryabkov"], "What does Putin threaten if his demands are not met?", &["putin-threat"]),
            (&["why does georgia want to join nato"], "what is the reason they give", &["-"]),
            (&["when did russia annex crimea"], "did the US accept that?", &["crimea-not-accepted"]),
        ],
    );
}

/// What is said beside a question tells what it is about, and answers nothing.
#[test]
fn what_is_said_beside_a_question_does_not_answer_it() {
    check(
        "beside the question",
        &[
            (&[], "My uncle says the talks went on for eight hours. Who paid for that?", &["-"]),
            (&[], "Ryabkov promised there would be no invasion. Why should anyone trust that?", &["-"]),
            (&[], "Biden stayed at home. Why is that?", &["-"]),
            (&[], "Sherman goes to Brussels this week. Whose idea was it?", &["-"]),
            (&[], "I only saw the headline. How long did the talks last?", &["talks-length"]),
            (&[], "My friend thinks the meeting was in Vienna. Is that true?", &["not-another-city"]),
            (&[], "The US left the INF treaty in 2019. Which president did that?", &["inf-who-left"]),
            (&[], "Hi all, I am new here. Who spoke for Russia in Geneva?", &["ryabkov-who"]),
            (
                &[],
                "My cat slept through it. Sherman spoke of a stark choice. Which one? Sorry for the noise.",
                &["stark-choice"],
            ),
            (&["who is sherman"], "Ryabkov met the press. It was late. What did he say?", &["ryabkov-said"]),
        ],
    );
}

#[test]
fn the_right_topic_of_somebody_else_or_another_time_is_no_answer() {
    check(
        "near misses",
        &[
            (&[], "What are NATO's demands?", &["-"]),
            (&[], "What are Putin's demands?", &["putin-demands"]),
            (&[], "What did Sherman say before the talks?", &["-"]),
            (&[], "What did Sherman say after the talks?", &["sherman-said"]),
            (&[], "Why does the US want bilateral cooperation?", &["-"]),
            (&[], "Who decided on the 2.5 billion?", &["-"]),
        ],
    );
}

#[test]
fn every_question_of_a_message_is_answered_or_refused_by_name() {
    check(
        "compound",
        &[
            (&[], "who is sherman and what did she say about the open door", &["sherman-who", "open-door"]),
            (&[], "Who is Wendy Sherman and how old is she?", &["sherman-who", "-"]),
            (&[], "1. who is menon 2. who is putin", &["menon-who", "putin-who"]),
            (
                &[],
                "who ditched the inf treaty and when and why",
                &["inf-who-left", "inf-when-left", "inf-why-left"],
            ),
            (&[], "What did Sherman and Ryabkov say?", &["sherman-said", "ryabkov-said"]),
            (&[], "What did the US and Russia agree on?", &["talks-result"]),
            (&[], "I have read it. Who is Rajan Menon?", &["menon-who"]),
        ],
    );
}

/// A message shows ten parts at most; what is asked beyond them is refused, not passed over.
#[test]
fn questions_beyond_the_last_part_are_refused_by_name() {
    let people =
        ["Wendy Sherman", "Rajan Menon", "Vladimir Putin", "Antony Blinken", "Sergei Ryabkov", "Joe Biden"];
    let who = people.iter().map(|name| format!("Who is {name}? "));
    let message: String = who.chain(people.iter().map(|name| format!("Who is {name} to Russia? "))).collect();
    let reply = &replies("surplus", &[(&[], &message)])[0];
    let last = reply["parts"].as_array().unwrap().last().unwrap();
    assert_eq!((came_to(reply).len(), &last["reason"]), (10, &json!("too_many")));
    assert_eq!(last["question"].as_str().unwrap().matches("Who is").count(), 3);
}

/// Where two questions of one message are unsure, the numbers count on, and each picks one question.
#[test]
fn numbers_count_through_all_parts_of_a_reply() {
    let messages = [
        "Which weapons worry Europe? What do the allies plan?",
        "Who organised sanctions? What do Europeans want?",
    ];
    let asked: Vec<(&[&str], &str)> = messages.iter().map(|message| (&[][..], *message)).collect();
    let replies = replies("unsure", &asked);
    let unsure = |reply: &&Value| came_to(reply) == ["suggested", "suggested"];
    let reply = replies.iter().find(unsure).expect("one of the messages is unsure twice");
    let offered = reply["suggestions"].as_array().unwrap();
    let text = reply["text"].as_str().unwrap();
    for (number, suggestion) in (1..).zip(offered) {
        let line = format!("    {number}. {}\n", suggestion["question"].as_str().unwrap());
        assert!(text.contains(&line), "{line:?} in {text}");
    }
}

/// Long messages, each with a question in it, which stands between "[" and "]".
const BURIED: [&str; 20] = [
    "Hey everyone, hope you all had a nice weekend! I was offline skiing for three days and missed everything. [Where did the talks take place?]",
    "ok so I'm sitting in the library trying to finish my homework and my laptop is at 4 percent. [how long did the talks last?] pls be quick lol",
    "My grandmother watched the news on Monday and now she is worried about everything. [Who is Wendy Sherman?] She keeps asking me.",
    "Sorry if this was asked before, I did scroll up but there are like 400 messages about football: [how many Russian troops are near Ukraine?]",
    "I teach eighth grade and we are doing a unit on treaties this week, the kids love it. [What is the INF Treaty?] I want to put it on a slide.",
    "Two of my flatmates have been shouting at each other for an hour, one of them studied law and the other one is just loud. [Why did Trump leave the INF Treaty?] I need to end this.",
    "good evening all, long time lurker here, first time writing, love the server and the emotes. [who is rajan menon]",
    "I have read the whole thing twice on my phone on the train and I still did not get one detail. [When did Russia annex Crimea?]",
    "So my boss came in today with a face like thunder, said we all should read more, and then quizzed us at lunch, can you believe it. [Is Ukraine already a member of NATO?] I said no and he laughed.",
    "lol this chat moves so fast I can't keep up with it at all, anyway - [who said that Russia has a gun to the head of Ukraine?]",
    "Hi! I write for our school paper and I have to hand in my piece in an hour, no pressure. [Was the Geneva meeting a negotiation?] Thanks a million, you are stars.",
    "Not sure whether this is the right channel, mods please move it if not, I am new here. [What does Russia want?] My uncle claims to know, but he claims that about everything.",
    "I had the radio on in the kitchen while cooking and caught only half of a sentence before the blender started. [On which programme did Blinken speak?]",
    "It is late here and I should sleep, I have work at six, but this has been on my mind since dinner. [Has Georgia joined NATO?]",
    "We are preparing for a pub quiz on Thursday, five of us, last year we came second by one point and it still hurts. [What will happen to Russia if it invades Ukraine?]",
    "Can't believe how cold it is today, my hands are freezing while I type this on the bus. [What are the next meetings?]",
    "First of all thank you for running this bot, it must be a lot of work for you. Then to my little problem, which is driving me mad: [what did Ryabkov say about progress?]",
    "bro I swear my cat walked over the keyboard and closed all forty of my tabs just now. [did they discuss US troops in Europe]",
    "I know that I could simply look it up, yes, but my mobile data is used up until Friday and this app still loads for some reason. [Who is Vladimir Putin?]",
    "Greetings from a rainy Tuesday in the office; nobody works, everybody talks, and the coffee machine is broken again. [How did Sherman describe the conversations?] My colleague bets on \"frosty\".",
];

#[test]
fn a_buried_question_is_answered_like_the_plain_one() {
    let plain: Vec<&str> =
        BURIED.iter().map(|text| text.split(['[', ']']).nth(1).expect("a question")).collect();
    let whole: Vec<String> = BURIED.iter().map(|text| text.replace(['[', ']'], "")).collect();
    let ask = |name: &str, questions: Vec<&str>| {
        replies(name, &questions.into_iter().map(|question| (&[][..], question)).collect::<Vec<_>>())
    };
    let long = ask("buried", whole.iter().map(String::as_str).collect());
    for ((long, plain), text) in long.iter().zip(&ask("plain", plain)).zip(BURIED) {
        assert_eq!(came_to(long), came_to(plain), "{text:?}: {}", long["text"]);
        assert_eq!(plain["outcome"].as_str().map(|outcome| outcome != "refused"), Some(true), "{text:?}");
    }
}
