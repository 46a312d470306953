//! `/topics`: the article's sections in a menu, then the questions of one, a page at a time.

use crate::desk::Generation;
use crate::knowledge::{Entry, Section};

use super::buttons;
use super::card::Card;
use super::custom_id::Wish;
use super::limits::{CHOICE, CHOICES, PLACEHOLDER};
use super::render;
use super::shorten::shorten;
use super::shown::{Button, Choice, Menu, Response, Row, Shown};

/// What is said where the article has no such section any more.
const GONE: &str = "This section is no longer in my knowledge base. Please use /topics again.";

/// The first page of the sections, for the one who asked.
pub(super) fn open(generation: &Generation) -> Response {
    Response::Private(browse(generation, 0))
}

/// A page of the sections, in the place of another page.
pub(super) fn sections(generation: &Generation, page: usize) -> Response {
    Response::Update(browse(generation, page))
}

/// A page of the questions of the section with this digest, in the place of another page.
pub(super) fn questions(
    generation: &Generation,
    section: &str,
    page: usize,
) -> Result<Response, &'static str> {
    let knowledge = generation.engine.knowledge();
    let found = knowledge.article.sections.iter().find(|known| known.digest() == section).ok_or(GONE)?;
    let entries = knowledge.entries_of(found);
    let choices: Vec<Choice> = entries.iter().map(|entry| question(entry)).collect();
    let page = Page::new(choices, page);
    let before = |number| buttons::button(&Wish::Questions { page: number, section }, "Previous");
    let after = |number| buttons::button(&Wish::Questions { page: number, section }, "Next");
    let menu = Wish::Question { page: page.number, section };
    let mut rows = page.rows(&menu, "Choose a question", before, after);
    // The page of sections that it stands on is the first: few articles have a second one.
    rows.push(Row::Buttons(buttons::button(&Wish::Sections(0), "All sections").into_iter().collect()));
    let text = format!("{} questions, page {} of {}.", entries.len(), page.number + 1, page.count);
    Ok(Response::Update(shown(generation, &found.title, text, rows)))
}

fn browse(generation: &Generation, page: usize) -> Shown {
    let knowledge = generation.engine.knowledge();
    let full = |section: &&Section| !knowledge.entries_of(section).is_empty();
    let choice =
        |section: &Section| Choice { value: section.digest(), label: shorten(&section.title, CHOICE) };
    let choices: Vec<Choice> = knowledge.article.sections.iter().filter(full).map(choice).collect();
    let count = choices.len();
    let page = Page::new(choices, page);
    let before = |number| buttons::button(&Wish::Sections(number), "Previous");
    let after = |number| buttons::button(&Wish::Sections(number), "Next");
    let menu = Wish::Section(page.number);
    let rows = page.rows(&menu, "Choose a section", before, after);
    let text = format!("The article has {count} sections with answers. Choose one, then a question.");
    shown(generation, &knowledge.article.title, text, rows)
}

fn question(entry: &Entry) -> Choice {
    Choice { value: entry.id.clone(), label: shorten(&entry.question, CHOICE) }
}

fn shown(generation: &Generation, title: &str, text: String, rows: Vec<Row>) -> Shown {
    let card = Card {
        title: title.to_owned(),
        text,
        footer: render::footer(generation),
        colour: render::NEUTRAL,
        ..Card::default()
    };
    Shown { cards: vec![card], rows, ..Shown::default() }
}

/// As many choices as one menu takes.
struct Page {
    choices: Vec<Choice>,
    number: usize,
    count: usize,
}

impl Page {
    /// The page of this number, or the last one where there are fewer.
    fn new(choices: Vec<Choice>, number: usize) -> Self {
        let count = choices.len().div_ceil(CHOICES).max(1);
        let number = number.min(count - 1);
        let choices = choices.into_iter().skip(number * CHOICES).take(CHOICES).collect();
        Self { choices, number, count }
    }

    /// The menu, and the ways to the pages before and after this one where there are such.
    fn rows(
        &self,
        menu: &Wish<'_>,
        placeholder: &str,
        before: impl Fn(usize) -> Option<Button>,
        after: impl Fn(usize) -> Option<Button>,
    ) -> Vec<Row> {
        let mut rows = Vec::new();
        if let (Some(id), false) = (menu.id(), self.choices.is_empty()) {
            let (placeholder, choices) = (shorten(placeholder, PLACEHOLDER), self.choices.clone());
            rows.push(Row::Menu(Menu { id, placeholder, choices }));
        }
        let before = self.number.checked_sub(1).and_then(before);
        let after = Some(self.number + 1).filter(|next| *next < self.count).and_then(after);
        let ways: Vec<Button> = before.into_iter().chain(after).collect();
        if !ways.is_empty() {
            rows.push(Row::Buttons(ways));
        }
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_takes_what_a_menu_takes() {
        let choices = |count: usize| {
            (0..count).map(|n| Choice { value: n.to_string(), label: "?".to_owned() }).collect::<Vec<_>>()
        };
        // Choices, page asked for → page, pages, choices on it.
        let cases = [
            (1, 0, (0, 1, 1)),
            (25, 0, (0, 1, 25)),
            (26, 0, (0, 2, 25)),
            (26, 1, (1, 2, 1)),
            (26, 9999, (1, 2, 1)),
            (0, 3, (0, 1, 0)),
        ];
        for (count, asked, expected) in cases {
            let page = Page::new(choices(count), asked);
            assert_eq!((page.number, page.count, page.choices.len()), expected, "{count}, page {asked}");
        }
    }
}
