//! Makes what a member typed harmless to show: one line of plain text that formats, links and mentions nothing.

use super::shorten::shorten;
use crate::text::is_blank;

/// Stands for `@`: looks like it, and is no mention in anybody's eyes, Discord's servers included.
const WIDE_AT: char = '＠';

/// What a member typed, as it may be shown, in at most `most` characters.
///
/// White space is folded; invisible characters, direction overrides and other controls are dropped; whatever
/// Discord reads as Markdown, a link, a mention, an emoji or a time is escaped.
pub(super) fn echo(typed: &str, most: usize) -> String {
    let visible: String =
        typed.chars().filter(|c| c.is_whitespace() || !is_blank(c.encode_utf8(&mut [0; 4]))).collect();
    let line = visible.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut room = most;
    loop {
        // Escapes take room, so the text is cut before they are put in: an escape is never cut in two.
        let escaped = escape(&shorten(&line, room));
        let length = escaped.chars().count();
        if length <= most || room <= 1 {
            return escaped;
        }
        // A character less takes one or two off what is shown.
        room = room.saturating_sub((length - most).div_ceil(2)).max(1);
    }
}

/// What [`echo`] showed, as it was typed.
pub(super) fn restore(shown: &str) -> String {
    let mut typed = String::with_capacity(shown.len());
    let mut chars = shown.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => typed.extend(chars.next()),
            WIDE_AT => typed.push('@'),
            c => typed.push(c),
        }
    }
    typed
}

fn escape(line: &str) -> String {
    let mut escaped = String::with_capacity(line.len() + 8);
    for (at, c) in line.char_indices() {
        let special = match c {
            '\\' | '*' | '_' | '~' | '`' | '|' | '[' | ']' | '<' | '>' => true,
            // An address becomes a link by "://" alone.
            ':' => line[at..].starts_with("://"),
            // Headings, small print, lists.
            '#' | '-' | '+' => at == 0,
            '.' => at > 0 && line[..at].bytes().all(|b| b.is_ascii_digit()) || names_discord(&line[..at]),
            _ => false,
        };
        if special {
            escaped.push('\\');
        }
        escaped.push(if c == '@' { WIDE_AT } else { c });
    }
    escaped
}

/// Whether what follows may be an invitation to a server, which Discord shows as a card without any `https://`.
fn names_discord(before: &str) -> bool {
    let ends = |name: &str| before.len().checked_sub(name.len()).and_then(|start| before.get(start..));
    ["discord", "discordapp"].iter().any(|name| ends(name).is_some_and(|end| end.eq_ignore_ascii_case(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(typed: &str, shown: &str) {
        assert_eq!(echo(typed, 256), shown, "{typed:?} as shown");
    }

    #[test]
    fn plain_text_stays() {
        check("What’s next? (100,000 troops - 50% - $2.5)", "What’s next? (100,000 troops - 50% - $2.5)");
        check("Что дальше?", "Что дальше?");
    }

    // https://github.com/kangalio/rustbot/issues/47
    #[test]
    fn mentions_name_nobody() {
        check("@everyone @here", "＠everyone ＠here");
        check("<@1> <@!1> <@&1> <#1>", "\\<＠1\\> \\<＠!1\\> \\<＠&1\\> \\<#1\\>");
        check("</ask:1> <t:1:R> <id:guide>", "\\</ask:1\\> \\<t:1:R\\> \\<id:guide\\>");
    }

    // https://github.com/yiliansource/brackeys-bot/issues/251
    #[test]
    fn links_lead_nowhere() {
        check("[official NATO site](https://x.example)", "\\[official NATO site\\](https\\://x.example)");
        check("<https://x.example>", "\\<https\\://x.example\\>");
        check("join discord.gg/abc", "join discord\\.gg/abc");
        check("ýDISCORD.com/invite/abc discordapp.com", "ýDISCORD\\.com/invite/abc discordapp\\.com");
        check("I like Discord. You?", "I like Discord\\. You?");
    }

    #[test]
    fn markdown_is_shown_and_not_followed() {
        check("*a* __b__ ~~c~~ ||d||", "\\*a\\* \\_\\_b\\_\\_ \\~\\~c\\~\\~ \\|\\|d\\|\\|");
        check("```rust\ncode\n```", "\\`\\`\\`rust code \\`\\`\\`");
        check("# title\n> quote", "\\# title \\> quote");
        check("-# small", "\\-# small");
        check("- item", "\\- item");
        check("1. item", "1\\. item");
        check("<:name:1> <a:name:1>", "\\<:name:1\\> \\<a:name:1\\>");
        check("back\\slash", "back\\\\slash");
    }

    #[test]
    fn what_cannot_be_seen_is_dropped() {
        check("a\u{202E}b\u{200B}c\u{2066}d\u{FEFF}e\u{AD}f\u{0}g", "abcdefg");
        check(" a \u{200B} \n\n b\t", "a b");
        check("\u{200B}\u{202E}", "");
    }

    #[test]
    fn fits_at_the_limit_and_one_past_it() {
        for unit in ["a", "*", "\\", "[", "@", "ab* ", "🇺🇦"] {
            for length in [255, 256, 257, 1000] {
                let typed: String = unit.chars().cycle().take(length).collect();
                let shown = echo(&typed, 256);
                assert!(shown.chars().count() <= 256, "{unit:?} × {length}");
                let kept = restore(&shown);
                let kept = kept.trim_end_matches('…');
                assert!(
                    typed.starts_with(kept) && kept.len() * 3 >= typed.len().min(256),
                    "{unit:?}: {kept}"
                );
            }
        }
    }

    #[test]
    fn what_was_shown_can_be_read_back() {
        for typed in
            ["Who is *he*?", "@a <@1> [x](https://y) discord.gg/z", "back\\slash", "1. what", "- and?"]
        {
            assert_eq!(restore(&echo(typed, 256)), typed);
        }
    }
}
