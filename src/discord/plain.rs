//! Embeds as plain text, for where the bot may not show any: the same content in one message's 2,000
//! characters. Texts are cut at sentence ends; the line that says where a passage stands is never lost.

use serde_json::{Value, json};

use super::limits::CONTENT;
use super::shorten::shorten;

/// Puts the embeds of a message, as JSON, into its content; whether there were any.
pub(super) fn instead_of_embeds(message: &mut Value) -> bool {
    let embeds = message["embeds"].as_array().filter(|embeds| !embeds.is_empty());
    let Some(text) = embeds.map(|embeds| text(embeds)) else { return false };
    message["content"] = json!(text);
    message["embeds"] = json!([]);
    true
}

/// All that embeds say. Where that is too long, one length is found that every text may have.
fn text(embeds: &[Value]) -> String {
    let at_most = |most: usize| {
        let texts: Vec<String> = embeds.iter().map(|embed| one(embed, most)).collect();
        texts.join("\n\n")
    };
    let fits = |most: usize| at_most(most).chars().count() <= CONTENT;
    let (mut enough, mut too_long) = (1, CONTENT + 1);
    while too_long - enough > 1 {
        let middle = usize::midpoint(enough, too_long);
        if fits(middle) { enough = middle } else { too_long = middle }
    }
    shorten(&at_most(enough), CONTENT)
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
    fn a_message_without_embeds_stays() {
        for message in [json!({ "content": "x" }), json!({ "content": "x", "embeds": [] }), Value::Null] {
            let mut same = message.clone();
            assert!(!instead_of_embeds(&mut same), "{message}");
            assert_eq!(same["content"], message["content"]);
        }
    }
}
