//! Embeds as plain text, for where the bot may not show any: the same content in one message's 2,000
//! characters. Texts are cut at sentence ends; the line that says where a passage stands is never lost.

use serde_json::{Value, json};

use super::card::PARAGRAPH;
use super::limits::CONTENT;
use super::shorten::shorten;

/// Puts the embeds of a message, as JSON, into its content, below what stands there; whether there were any.
pub(super) fn instead_of_embeds(message: &mut Value) -> bool {
    let Some(embeds) = message["embeds"].as_array().filter(|embeds| !embeds.is_empty()) else { return false };
    let sentence = message["content"].as_str().filter(|sentence| !sentence.is_empty());
    let sentence = sentence.map_or_else(String::new, |sentence| format!("{sentence}\n\n"));
    let text = text(embeds, CONTENT.saturating_sub(sentence.chars().count()));
    message["content"] = json!(sentence + &text);
    message["embeds"] = json!([]);
    true
}

/// The title and text of each embed that was put into this content.
pub(super) fn read(content: &str) -> Vec<(&str, &str)> {
    let is_place = |heading: &str| {
        heading.rsplit_once(PARAGRAPH).is_some_and(|(_, number)| number.parse::<u32>().is_ok())
    };
    let begun = |(at, part)| if at == 0 { str::strip_prefix(part, "**") } else { Some(part) };
    let parts = content.split("\n\n**").enumerate().filter_map(begun);
    let parts = parts.filter_map(|part| part.split_once("**\n"));
    parts.filter(|(heading, _)| !is_place(heading)).collect()
}

/// All that embeds say, in at most so many characters. Where that is too long, one length is found that every text may
/// have.
fn text(embeds: &[Value], most: usize) -> String {
    let at_most = |each: usize| {
        let texts: Vec<String> = embeds.iter().map(|embed| one(embed, each)).collect();
        texts.join("\n\n")
    };
    let fits = |each: usize| at_most(each).chars().count() <= most;
    let (mut enough, mut too_long) = (1, most + 1);
    while too_long - enough > 1 {
        let middle = usize::midpoint(enough, too_long);
        if fits(middle) { enough = middle } else { too_long = middle }
    }
    shorten(&at_most(enough), most)
}

fn one(embed: &Value, most: usize) -> String {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let (title, footer) = (text(&embed["title"]), text(&embed["footer"]["text"]));
    let mut lines = Vec::new();
    if !title.is_empty() {
        lines.push(format!("**{}**", shorten(&title, most)));
    }
    lines.push(shorten(&text(&embed["description"]), most));
    for field in embed["fields"].as_array().into_iter().flatten() {
        lines.push(format!("\n**{}**", text(&field["name"])));
        lines.push(value(&text(&field["value"]), most));
    }
    if !footer.is_empty() {
        lines.push(format!("\n{}", shorten(&footer, most)));
    }
    lines.join("\n")
}

/// A passage with the words on record below it, which are shown whole or not at all.
fn value(value: &str, most: usize) -> String {
    if value.chars().count() <= most {
        return value.to_owned();
    }
    shorten(value.rsplit_once('\n').map_or(value, |(passage, _)| passage), most)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn embed(answer: usize, citations: usize, passage: usize) -> Value {
        let field = |number| {
            let passage = "One sentence. ".repeat(passage / 14 + 1);
            json!({ "name": format!("Lead, paragraph {number}"), "value": format!("{passage}\nShe: “Words.”") })
        };
        json!({
            "title": "Who is she?", "description": "Yes. ".repeat(answer / 5 + 1), "footer": { "text": "A paper" },
            "fields": (0..citations).map(field).collect::<Vec<_>>(),
        })
    }

    #[test]
    fn the_same_content_stands_in_plain_text() {
        let mut message = json!({ "embeds": [embed(1, 1, 1)], "components": [1] });
        assert!(instead_of_embeds(&mut message));
        let expected =
            "**Who is she?**\nYes.\n\n**Lead, paragraph 0**\nOne sentence. \nShe: “Words.”\n\nA paper";
        assert_eq!(message, json!({ "content": expected, "embeds": [], "components": [1] }));
    }

    #[test]
    fn it_fits_and_keeps_every_line_that_says_where_a_passage_stands() {
        for (embeds, answer, citations, passage) in
            [(1, 4000, 1, 10), (1, 100, 3, 1000), (3, 1500, 3, 700), (10, 300, 2, 300)]
        {
            let mut message = json!({ "embeds": vec![embed(answer, citations, passage); embeds] });
            assert!(instead_of_embeds(&mut message));
            let text = message["content"].as_str().unwrap_or_default();
            assert!(text.chars().count() <= CONTENT, "{text}");
            assert!(text.contains('…'), "what is left out is marked: {text}");
            for number in 0..citations {
                let place = format!("**Lead, paragraph {number}**");
                assert_eq!(text.matches(&place).count(), embeds, "{place}: {text}");
            }
        }
    }

    #[test]
    fn what_was_put_into_plain_text_can_be_read_back() {
        let asked = |embed: &Value| (embed["title"].clone(), embed["description"].clone());
        for sentence in ["", "About this message: https://x.example"] {
            let mut answers = [embed(1, 1, 1), embed(9, 3, 9)];
            answers[1]["title"] = json!("Why?");
            answers[1]["description"] = json!("It does not say.\n\nIt says this.");
            let mut message = json!({ "content": sentence, "embeds": answers.clone() });
            assert!(instead_of_embeds(&mut message));
            let content = message["content"].as_str().unwrap_or_default();
            assert!(content.starts_with(sentence), "{content}");
            let read: Vec<_> =
                read(content).into_iter().map(|(title, text)| (json!(title), json!(text))).collect();
            answers[0]["description"] = json!("Yes.");
            assert_eq!(read, answers.iter().map(asked).collect::<Vec<_>>(), "{content}");
        }
        assert_eq!(read("You are welcome."), []);
    }

    #[test]
    fn a_message_without_embeds_stays() {
        for message in [json!({ "content": "x" }), json!({ "content": "x", "embeds": [] }), Value::Null] {
            let mut same = message.clone();
            assert!(!instead_of_embeds(&mut same), "{message}");
            assert_eq!(same["content"], message["content"]);
        }
    }
}
