//! What may tell who somebody is, taken out of a text before it is kept: e-mail addresses, links, mentions, and
//! numbers that look like those of a telephone, a card or an account. Other numbers stay: the article is full of them.

/// What stands in the place of each.
const MENTION: &str = "[mention]";
const ADDRESS: &str = "[e-mail]";
const LINK: &str = "[link]";
const NUMBER: &str = "[number]";
const KEY: &str = "[key]";

/// So many digits in a row, blanks and dashes between them passed over, may be somebody's number.
const TELLING_DIGITS: usize = 7;
/// A word of so many characters, letters and digits mixed, is a key and not a word.
const KEY_LENGTH: usize = 20;
/// Endings by which a host is known where nothing else says that it is a link.
const DOMAINS: &[&str] = &[
    "app", "at", "be", "biz", "br", "ch", "cn", "co", "com", "cz", "de", "dev", "edu", "es", "eu", "fr",
    "gg", "gov", "info", "io", "it", "link", "live", "ly", "me", "mil", "net", "nl", "online", "org", "page",
    "pl", "ru", "se", "shop", "site", "su", "tk", "tv", "ua", "uk", "us", "xyz",
];

/// The text with what is personal in it masked, its white space made single blanks, and what cannot be seen dropped.
pub fn mask(text: &str) -> String {
    let seen: String = text.chars().filter_map(visible).collect();
    let seen = without_marked(&seen);
    let words: Vec<&str> = seen.split_whitespace().map(masked_word).collect();
    without_numbers(&words.join(" "))
}

/// Control and format characters hide what is around them from any rule; other forms of digits and signs do so too.
fn visible(c: char) -> Option<char> {
    match c {
        '\u{AD}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}' => None,
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0),
        '\u{660}'..='\u{669}' => char::from_digit(c as u32 - 0x660, 10),
        '\u{6F0}'..='\u{6F9}' => char::from_digit(c as u32 - 0x6F0, 10),
        '\u{966}'..='\u{96F}' => char::from_digit(c as u32 - 0x966, 10),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => Some('-'),
        '\u{A0}' | '\u{2007}' | '\u{202F}' => Some(' '),
        c if c.is_control() => Some(' '),
        c => Some(c),
    }
}

/// What Discord puts between angle brackets: `<@1>`, `<#1>`, `<:name:1>`, `</ask:1>`, `<t:1:R>`, `<id:guide>`, `<https://…>`.
fn without_marked(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('<') {
        let (before, from) = rest.split_at(open);
        masked.push_str(before);
        let inside = from.find('>').map(|close| &from[1..close]).filter(|inside| is_mark(inside));
        match inside {
            Some(inside) => {
                masked.push_str(MENTION);
                rest = &from[inside.len() + 2..];
            }
            None => {
                masked.push('<');
                rest = &from[1..];
            }
        }
    }
    masked + rest
}

fn is_mark(inside: &str) -> bool {
    let marks = ["@", "#", ":", "a:", "/", "t:", "id:", "sound:"];
    !inside.contains(['<', '\n']) && inside.len() <= 120 && marks.iter().any(|mark| inside.starts_with(mark))
}

/// A word as it is kept.
fn masked_word(word: &str) -> &str {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '@' | '/'));
    if is_link(bare) {
        LINK
    } else if let Some((before, after)) = bare.split_once('@') {
        match (before.is_empty(), after.is_empty()) {
            (false, false) => ADDRESS,
            // A member's name; a sign that stands alone is none.
            (true, false) => MENTION,
            _ => word,
        }
    } else if is_key(bare) {
        KEY
    } else {
        word
    }
}

fn is_link(word: &str) -> bool {
    let lower = word.to_lowercase();
    let Some(host) = lower.split(['/', '?', '#', ':']).next().filter(|_| !lower.contains('@')) else {
        return lower.contains("://");
    };
    let names: Vec<&str> = host.split('.').collect();
    let is_name = |name: &&str| !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '-');
    let is_host = names.len() >= 2
        && names.iter().all(is_name)
        && names.last().is_some_and(|last| DOMAINS.contains(last))
        && !names.iter().all(|name| name.chars().count() == 1);
    lower.contains("://") || lower.starts_with("www.") || is_host
}

fn is_key(word: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | '+' | '=');
    word.chars().count() >= KEY_LENGTH
        && word.chars().all(is_part)
        && word.chars().any(|c| c.is_ascii_digit())
        && word.chars().any(|c| c.is_ascii_alphabetic())
}

/// Numbers of many digits, with the signs that people write between them.
fn without_numbers(text: &str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let length = run(&rest[start..]);
        let (before, from) = rest.split_at(start);
        let (number, after) = from.split_at(length);
        masked.push_str(if is_telling(number) { before.trim_end_matches(['+', '(']) } else { before });
        masked.push_str(if is_telling(number) { NUMBER } else { number });
        rest = after;
    }
    masked + rest
}

/// How many bytes from the start belong to one number: digits, with at most two signs between any two of them.
fn run(text: &str) -> usize {
    let mut end = 0;
    for (at, c) in text.char_indices() {
        match c {
            '0'..='9' => end = at + 1,
            ' ' | '-' | '.' | ',' | '/' | '(' | ')' if at < end + 2 => {}
            _ => break,
        }
    }
    // What is told apart by a comma and a blank, or ends a sentence, is a list of numbers and no single one.
    let number = &text[..end];
    [", ", ". "].iter().filter_map(|between| number.find(between)).min().unwrap_or(end)
}

/// Whether a number may be somebody's, and is neither an amount, years nor a day.
fn is_telling(number: &str) -> bool {
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    digits >= TELLING_DIGITS && !is_amount(number) && !are_years(number) && !is_day(number)
}

/// `100,000`, `2,500,000.50`, `100000000`: with commas at every third digit, or round.
fn is_amount(number: &str) -> bool {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let groups: Vec<&str> = whole.split(',').collect();
    let are_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let is_grouped = groups.len() > 1
        && (1..=3).contains(&groups[0].len())
        && groups[1..].iter().all(|group| group.len() == 3)
        && groups.iter().all(|group| are_digits(group));
    let is_round = are_digits(whole) && whole.trim_end_matches('0').len() <= 2;
    (is_grouped || is_round) && are_digits(fraction) && fraction.len() <= 2
}

/// `2014 2022`, `1991-2014`: at most three.
fn are_years(number: &str) -> bool {
    let years: Vec<&str> = number.split([' ', '-', '/', ',']).filter(|part| !part.is_empty()).collect();
    years.len() <= 3 && years.iter().all(|year| is_year(year))
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.parse().is_ok_and(|year| (1500..2100).contains(&year))
}

/// `2022-01-10`, `10.01.2022`, `1/10/2022`.
fn is_day(number: &str) -> bool {
    let parts: Vec<&str> = number.split(['-', '.', '/']).collect();
    let is_small = |part: &str| part.len() <= 2 && part.parse().is_ok_and(|day| (1..=31).contains(&day));
    match parts[..] {
        [first, second, third] => {
            is_small(second) && (is_year(first) && is_small(third) || is_small(first) && is_year(third))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cases: &[(&str, &str)]) {
        for (text, kept) in cases {
            assert_eq!(mask(text), *kept, "{text:?}");
        }
    }

    #[test]
    fn what_is_asked_stays() {
        for text in [
            "What happened in 2014?",
            "Are there 100,000 troops, or 1,000,000?",
            "did they talk for 8 hours or 7.5 hours",
            "between 2014 and 2022, 1991-2014, 2014/2015 2022",
            "100000 soldiers, 100000000 dollars, $2,500,000.50",
            "on 2022-01-10 or 10.01.2022 at 12:30",
            "articles 1, 2, 3, 4, 5, 6, 7 and 8",
            "What did Sherman say? She said: no.",
            "NATO-Russia, U.S. and e.g. the I.N.F. treaty",
            "is 3 < 4 and 5 > 2",
            "who @ what",
            "wat did shermn say abuot the INF treety",
            "что дальше в 2022",
        ] {
            check(&[(text, text)]);
        }
    }

    #[test]
    fn mentions_go() {
        check(&[
            ("who is <@1234567890>?", "who is [mention]?"),
            ("<@!12> <@&34> <#56> </ask:78> <t:90:R>", "[mention] [mention] [mention] [mention] [mention]"),
            ("<:nato:123456789012345678>hm", "[mention]hm"),
            ("@wendy_s what now", "[mention] what now"),
            ("ask @everyone, please", "ask [mention] please"),
            ("＠wendy too", "[mention] too"),
        ]);
    }

    #[test]
    fn addresses_and_links_go() {
        check(&[
            ("mail me: a.b+c@example.com.", "mail me: [e-mail]"),
            ("(someone@localhost)", "[e-mail]"),
            ("some\u{200B}one@exa\u{AD}mple.org", "[e-mail]"),
            ("see https://example.com/a?b=c#d now", "see [link] now"),
            ("www.example.xyz/me", "[link]"),
            ("discord.gg/abc and bit.ly/x, t.me/someone", "[link] and [link] [link]"),
            ("my page is wendy.example.com", "my page is [link]"),
            ("<https://example.com>", "[link]"),
            ("ftp://u:p@host/x", "[link]"),
        ]);
    }

    #[test]
    fn numbers_of_people_go() {
        check(&[
            ("call +44 20 7946 0958 now", "call [number] now"),
            ("call (020) 7946-0958.", "call [number]."),
            ("555-1234", "[number]"),
            ("0171 2345678", "[number]"),
            ("I am 123456789012345678", "I am [number]"),
            ("card 4111 1111 1111 1111, ok", "card [number], ok"),
            ("card 4111-1111-1111-1111", "card [number]"),
            ("DE89 3704 0044 0532 0130 00", "DE[number]"),
            ("192.168.100.200", "[number]"),
            ("４１１１ １１１１ １１１１ １１１１", "[number]"),
            ("٤١١١١١١١١١", "[number]"),
            ("4111\u{200B}1111\u{200B}1111", "[number]"),
            ("key MTIzNDU2.G1abcd-efghijklmnopqrstu", "key [key]"),
        ]);
    }

    #[test]
    fn what_cannot_be_seen_and_lines_go() {
        check(&[(" a \u{202E}b\n\n c\t", "a b c"), ("\u{200B}", ""), ("", "")]);
    }
}
