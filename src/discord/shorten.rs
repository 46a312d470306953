//! Shortens text at the end of a sentence or a word, with `…` where something is left out.

/// The text, or its beginning followed by `…`: at most `most` characters either way, 1 or more.
///
/// It ends with a whole sentence where that keeps at least half of the room, else with a whole word, and in
/// the middle of a word only where the first word alone is too long.
pub(super) fn shorten(text: &str, most: usize) -> String {
    let text = text.trim();
    let Some((room, _)) = text.char_indices().nth(most.saturating_sub(1)) else { return text.to_owned() };
    if text[room..].chars().nth(1).is_none() {
        return text.to_owned();
    }
    let head = &text[..room];
    let sentence = last_sentence(head).filter(|kept| kept.chars().count() * 2 >= most);
    if let Some(sentence) = sentence {
        return format!("{sentence} …");
    }
    let whole = text[room..].starts_with(char::is_whitespace);
    let words = if whole { Some(head) } else { head.rfind(char::is_whitespace).map(|end| &head[..end]) };
    let words = words.map(str::trim_end).filter(|words| !words.is_empty());
    format!("{}…", words.unwrap_or(head))
}

/// What ends with the last sentence that is complete, leaving room for a blank before the `…`.
fn last_sentence(head: &str) -> Option<&str> {
    let ends = |(at, _): &(usize, char)| head[..*at].ends_with(['.', '!', '?', '”', '"']);
    head.char_indices().rev().filter(|(_, c)| c.is_whitespace()).find(ends).map(|(at, _)| &head[..at])
}

#[cfg(test)]
mod tests {
    use super::shorten;

    #[track_caller]
    fn check(text: &str, most: usize, expected: &str) {
        let short = shorten(text, most);
        assert_eq!(short, expected, "{text:?} in {most} characters");
        assert!(short.chars().count() <= most, "{short:?} is longer than {most}");
    }

    #[test]
    fn what_fits_stays() {
        check("", 1, "");
        check("a", 1, "a");
        check("four", 4, "four");
        check("  four  ", 4, "four");
        check("žluťoučký", 9, "žluťoučký");
    }

    #[test]
    fn one_past_the_limit_is_cut_at_a_word() {
        check("four five", 8, "four…");
        check("four five", 6, "four…");
        check("four five", 5, "four…");
        check("four", 3, "fo…");
        check("four", 1, "…");
        check("ýýýýý—ýý", 7, "ýýýýý—…");
        check("🇺🇦🇺🇦", 3, "🇺🇦…");
    }

    #[test]
    fn a_sentence_is_kept_whole_where_half_of_the_room_is_used() {
        check("One two. Three four five", 20, "One two. Three four…");
        check("One two three. Four five", 20, "One two three. …");
        check("Really? Yes", 10, "Really? …");
    }

    // https://github.com/finki-hub/discord-bot/pull/860 and https://github.com/spacedriveapp/spacebot/pull/49
    #[test]
    fn every_length_around_the_limits_fits() {
        for unit in ["a", "ý", "—", "🇺🇦", "ab ", "ý— ", "One. "] {
            let text = unit.repeat(5000 / unit.chars().count());
            for most in [1_usize, 2, 79, 80, 81, 255, 256, 1023, 1024, 2000, 4096] {
                for length in [most.saturating_sub(1), most, most + 1, 4281] {
                    let text: String = text.chars().take(length).collect();
                    let short = shorten(&text, most);
                    assert!(short.chars().count() <= most, "{unit:?} × {length} in {most}");
                    assert_eq!(
                        short.ends_with('…'),
                        text.trim().chars().count() > most,
                        "{unit:?} × {length} in {most}"
                    );
                }
            }
        }
    }
}
