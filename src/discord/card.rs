//! A card: one part of a reply as an embed will show it, and how cards are made to fit a message.

use super::limits::{
    EMBED_DESCRIPTION, EMBED_SUM, EMBED_TITLE, EMBEDS, FIELD_NAME, FIELD_VALUE, FIELDS, FOOTER,
};
use super::shorten::shorten;

/// Less of a passage than this says nothing, so that a quote gives way.
const LEAST_PASSAGE: usize = 60;

/// Stands between the section and the number of a paragraph.
pub(super) const PARAGRAPH: &str = ", paragraph ";

/// One embed, before it is shortened.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Card {
    /// The question.
    pub(super) title: String,
    /// The answer, or why there is none.
    pub(super) text: String,
    /// What the answer rests on.
    pub(super) citations: Vec<Cited>,
    /// Publisher, date and generation: never shortened.
    pub(super) footer: String,
    /// Colour of the edge: red, green, blue in a byte each.
    pub(super) colour: u32,
}

/// One citation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Cited {
    /// The section, after a mark where there is one.
    pub(super) section: String,
    /// The paragraph in it.
    pub(super) paragraph: u32,
    /// The passage.
    pub(super) passage: String,
    /// Words on record with their speakers.
    pub(super) quotes: Vec<String>,
}

/// An embed that fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fitted {
    pub(super) title: String,
    pub(super) text: String,
    /// Names and values.
    pub(super) fields: Vec<(String, String)>,
    pub(super) footer: String,
    pub(super) colour: u32,
}

/// Shortens cards until one message takes them all.
///
/// Where they are too long together, one length is found that every text may have: long passages are cut
/// before short lines are, and nothing is lost altogether.
pub(super) fn fit(cards: &[Card]) -> Vec<Fitted> {
    let cards = &cards[..cards.len().min(EMBEDS)];
    let at_most = |most: usize| cards.iter().map(|card| card.fitted(most)).collect::<Vec<_>>();
    let (mut fits, mut too_long) = (0, EMBED_DESCRIPTION + 1);
    let whole = at_most(EMBED_DESCRIPTION);
    if length(&whole) <= EMBED_SUM {
        return whole;
    }
    while too_long - fits > 1 {
        let middle = usize::midpoint(fits, too_long);
        if length(&at_most(middle)) <= EMBED_SUM { fits = middle } else { too_long = middle }
    }
    at_most(fits.max(1))
}

/// What Discord counts of embeds, in characters.
fn length(embeds: &[Fitted]) -> usize {
    let characters = |text: &String| text.chars().count();
    let fields = |embed: &Fitted| -> usize {
        embed.fields.iter().map(|(name, value)| characters(name) + characters(value)).sum()
    };
    embeds
        .iter()
        .map(|embed| {
            characters(&embed.title) + characters(&embed.text) + characters(&embed.footer) + fields(embed)
        })
        .sum()
}

impl Card {
    /// The card with no text longer than `most` characters, nor than its place takes.
    fn fitted(&self, most: usize) -> Fitted {
        let cut = |text: &str, limit: usize| shorten(text, limit.min(most));
        let fields = self.citations.iter().take(FIELDS);
        Fitted {
            title: cut(&self.title, EMBED_TITLE),
            text: cut(&self.text, EMBED_DESCRIPTION),
            fields: fields
                .map(|cited| (cited.place(FIELD_NAME.min(most)), cited.value(FIELD_VALUE.min(most))))
                .collect(),
            footer: shorten(&self.footer, FOOTER),
            colour: self.colour,
        }
    }
}

impl Cited {
    /// Section and paragraph in at most so many characters: the paragraph is never lost.
    fn place(&self, most: usize) -> String {
        let paragraph = format!("{PARAGRAPH}{}", self.paragraph);
        let room = most.saturating_sub(paragraph.chars().count()).max(1);
        format!("{}{paragraph}", shorten(&self.section, room))
    }

    /// Passage and quotes in at most so many characters. A quote is shown whole or not at all: words on record
    /// are not to be cut.
    fn value(&self, most: usize) -> String {
        let least = LEAST_PASSAGE.min(self.passage.chars().count());
        let mut room = most;
        let mut quotes = String::new();
        for quote in &self.quotes {
            let left = room.saturating_sub(quote.chars().count() + 1);
            if left >= least {
                room = left;
                quotes = format!("{quotes}\n{quote}");
            }
        }
        shorten(&self.passage, room) + &quotes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(length: usize) -> String {
        "ý—".chars().cycle().take(length).collect()
    }

    fn card(answer: usize, passage: usize, quote: Option<usize>) -> Card {
        let cited = Cited {
            section: "Lead".to_owned(),
            paragraph: 1,
            passage: text(passage),
            quotes: quote.map(text).into_iter().collect(),
        };
        Card { title: "Why?".to_owned(), text: text(answer), citations: vec![cited; 3], ..Card::default() }
    }

    #[track_caller]
    fn check(cards: &[Card]) -> Vec<Fitted> {
        let embeds = fit(cards);
        assert!(length(&embeds) <= EMBED_SUM, "{} characters", length(&embeds));
        for (embed, card) in embeds.iter().zip(cards) {
            assert!(embed.title.chars().count() <= EMBED_TITLE);
            assert!(embed.text.chars().count() <= EMBED_DESCRIPTION);
            assert_eq!(embed.fields.len(), card.citations.len(), "no citation is lost");
            for (name, value) in &embed.fields {
                assert!((1..=FIELD_NAME).contains(&name.chars().count()), "{name:?}");
                assert!((1..=FIELD_VALUE).contains(&value.chars().count()), "{value:?}");
            }
        }
        embeds
    }

    // https://github.com/finki-hub/discord-bot/pull/860
    #[test]
    fn each_text_fits_at_its_limit_and_one_past_it() {
        for length in [1, 1023, 1024, 1025, 1999, 2000, 2001, 4095, 4096, 4097, 4281] {
            check(&[card(length, 1, None)]);
            check(&[card(1, length, None)]);
            check(&[card(1, length, Some(300))]);
            check(&[Card { title: text(length), ..card(1, 1, None) }]);
        }
        assert_eq!(check(&[card(1, 1024, None)])[0].fields[0].1, text(1024), "what fits is whole");
        assert!(check(&[card(1, 1025, None)])[0].fields[0].1.ends_with('…'), "what does not is marked");
    }

    // https://github.com/harubaru/discord-stable-diffusion/issues/16
    #[test]
    fn the_sum_of_all_embeds_fits() {
        let short = "Lead, paragraph 1";
        for cards in 1..=12 {
            let embeds = check(&vec![card(1500, 1500, Some(300)); cards]);
            assert_eq!(embeds.len(), cards.min(EMBEDS));
            assert!(embeds.iter().all(|embed| embed.fields.iter().all(|(name, _)| name == short)));
        }
    }

    #[test]
    fn paragraph_and_footer_are_never_lost() {
        for length in [1, 200, 241, 242, 243, 256, 257, 500] {
            let mut long = card(1500, 1500, Some(300));
            long.citations.iter_mut().for_each(|cited| cited.section = text(length));
            long.footer = "as of 2022-01-10 · knowledge generation 1".to_owned();
            for cards in [1, 10] {
                for embed in check(&vec![long.clone(); cards]) {
                    assert_eq!(embed.footer, long.footer);
                    assert!(
                        embed.fields.iter().all(|(name, _)| name.ends_with(", paragraph 1")),
                        "{embed:?}"
                    );
                }
            }
        }
        let mut exact = card(1, 1, None);
        exact.citations.iter_mut().for_each(|cited| cited.section = text(242));
        assert_eq!(
            check(&[exact])[0].fields[0].0,
            format!("{}, paragraph 1", text(242)),
            "what fits is whole"
        );
    }

    #[test]
    fn a_quote_is_whole_or_absent() {
        let quoted = check(&[card(1, 900, Some(300))]);
        assert!(quoted[0].fields[0].1.ends_with(&text(300)), "the passage is cut, the quote is not");
        for cards in 1..=10 {
            for embed in check(&vec![card(600, 600, Some(300)); cards]) {
                for (_, value) in embed.fields {
                    let quote = value.split_once('\n').map(|(_, quote)| quote.to_owned());
                    assert!(quote.is_none_or(|quote| quote == text(300)));
                }
            }
        }
    }
}
