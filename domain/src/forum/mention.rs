//! Mentions: `@` and the name of somebody of this forum. A post keeps who was meant, as `@{id}`, not how they were called:
//! a name that its person changes or takes back changes in every post.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::id::AccountId;

/// A letter as it is compared: lower case, without accents.
fn fold(letter: char) -> impl Iterator<Item = char> {
    std::iter::once(letter).nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase)
}

fn folded(text: &str) -> Vec<char> {
    text.chars().flat_map(fold).collect()
}

/// The same people, each by a name that nobody else has here: a second "Ana" is offered, and found, as "Ana (2)".
#[must_use]
pub fn distinct(people: Vec<(AccountId, String)>) -> Vec<(AccountId, String)> {
    let mut seen: std::collections::HashMap<Vec<char>, usize> = std::collections::HashMap::new();
    people
        .into_iter()
        .map(|(id, name)| {
            let times = seen.entry(folded(&name)).or_default();
            *times += 1;
            if *times == 1 { (id, name) } else { (id, format!("{name} ({times})")) }
        })
        .collect()
}

/// Puts `@{id}` in place of each `@name` of `people`, and tells who was meant, each once, in order.
///
/// The longest name wins, so that "@Ana María" is not Ana; case and accents do not matter; an `@` inside a word (as in an
/// e-mail address) and a name that goes on (as in "@Anabel") mean nobody.
#[must_use]
pub fn take_mentions(text: &str, people: &[(AccountId, String)]) -> (String, Vec<AccountId>) {
    let mut names: Vec<(AccountId, Vec<char>)> =
        people.iter().map(|(id, name)| (*id, folded(name))).filter(|(_, name)| !name.is_empty()).collect();
    names.sort_by_key(|(_, name)| std::cmp::Reverse(name.len()));
    let (mut out, mut who) = (String::with_capacity(text.len()), Vec::new());
    let (mut rest, mut before) = (text, None::<char>);
    while let Some(letter) = rest.chars().next() {
        let after = rest.get(letter.len_utf8()..).unwrap_or_default();
        let begins = letter == '@' && !before.is_some_and(char::is_alphanumeric);
        let found = begins.then(|| names.iter().find_map(|(id, name)| Some((*id, beginning(after, name)?)))).flatten();
        if let Some((id, length)) = found {
            out.push_str(&format!("@{{{id}}}"));
            if !who.contains(&id) {
                who.push(id);
            }
            before = Some('}');
            rest = after.get(length..).unwrap_or_default();
        } else {
            out.push(letter);
            before = Some(letter);
            rest = after;
        }
    }
    (out, who)
}

/// How many bytes of `text` are the name that it begins with, when no letter goes on after it.
fn beginning(text: &str, name: &[char]) -> Option<usize> {
    let (mut at, mut end) = (0, 0);
    for (place, letter) in text.char_indices() {
        if at == name.len() && !is_combining_mark(letter) {
            return (!letter.is_alphanumeric()).then_some(end);
        }
        for plain in fold(letter) {
            if name.get(at) != Some(&plain) {
                return None;
            }
            at += 1;
        }
        end = place + letter.len_utf8();
    }
    (at == name.len()).then_some(end)
}

/// The text with what `show` makes of each `@{id}`; one that it does not know stays as it stands.
#[must_use]
pub fn show_mentions(text: &str, show: impl Fn(AccountId) -> Option<String>) -> String {
    let mut pieces = text.split("@{");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let known = piece.split_once('}').and_then(|(id, after)| Some((show(id.parse().ok()?)?, after)));
        match known {
            Some((name, after)) => {
                out.push_str(&name);
                out.push_str(after);
            }
            None => {
                out.push_str("@{");
                out.push_str(piece);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn id(number: u128) -> AccountId {
        AccountId(uuid::Uuid::from_u128(number))
    }

    fn people() -> Vec<(AccountId, String)> {
        vec![(id(1), "Ana".into()), (id(2), "Ana María".into()), (id(3), "José Núñez".into())]
    }

    fn meant(text: &str) -> Vec<AccountId> {
        take_mentions(text, &people()).1
    }

    #[test]
    fn the_longest_name_wins_and_accents_do_not_matter() {
        assert_eq!(meant("gracias, @ana maria!"), [id(2)]);
        assert_eq!(meant("@ANA, mire"), [id(1)]);
        assert_eq!(meant("(@jose nunez)"), [id(3)]);
        assert_eq!(meant("@Jose\u{301} Nu\u{301}n\u{303}ez y @Ana"), [id(3), id(1)]);
        assert_eq!(meant("@Ana @Ana"), [id(1)]);
    }

    #[test]
    fn an_address_a_longer_word_and_a_stranger_are_nobody() {
        assert_eq!(meant("ana@ana.example, @Anabel, @Pedro, @"), []);
        let text = "escriba a ana@ana.example";
        assert_eq!(take_mentions(text, &people()).0, text);
    }

    #[test]
    fn people_of_one_name_can_be_told_apart() {
        let two = distinct(vec![(id(1), "Ana".into()), (id(2), "aná".into()), (id(3), "Eva".into())]);
        assert_eq!(two.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>(), ["Ana", "aná (2)", "Eva"]);
        assert_eq!(take_mentions("@Ana (2), hola", &two).1, [id(2)]);
    }

    #[test]
    fn a_mark_that_means_nobody_here_stays_text() {
        let text = format!("@{{{}}} @{{nobody}} @{{", id(9));
        assert_eq!(show_mentions(&text, |_| None), text);
    }

    proptest! {
        #[test]
        fn what_was_written_comes_back(text in "[@a-zA-ZáéíóúñÑ {}()\\n]{0,60}") {
            let people = people();
            let (kept, _) = take_mentions(&text, &people);
            let name = |who| people.iter().find(|(id, _)| *id == who).map(|(_, name)| format!("@{name}"));
            let back = show_mentions(&kept, name);
            let plain = |text: &str| folded(text).into_iter().collect::<String>();
            prop_assert_eq!(plain(&back), plain(&text));
        }

        #[test]
        fn any_text_at_all_is_taken(text in "\\PC{0,80}") {
            let _ = take_mentions(&text, &people());
        }
    }
}
