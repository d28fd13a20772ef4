//! Comments that graders used before, to be used again.

use std::cmp::Reverse;
use std::collections::HashMap;

/// How many comments are offered for one criterion.
const OFFERED: usize = 8;
/// Longer ones speak of one work and are no use for another.
const LONGEST: usize = 400;

/// The comments that were used most, of those used equally often the ones that come first.
#[must_use]
pub fn most_used<'a>(comments: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut used: HashMap<&str, (u32, usize)> = HashMap::new();
    for (place, comment) in comments.into_iter().map(str::trim).enumerate() {
        if !comment.is_empty() && comment.chars().count() <= LONGEST {
            used.entry(comment).or_insert((0, place)).0 += 1;
        }
    }
    let mut used: Vec<(&str, (u32, usize))> = used.into_iter().collect();
    used.sort_by_key(|(_, (times, place))| (Reverse(*times), *place));
    used.into_iter().take(OFFERED).map(|(comment, _)| comment.to_owned()).collect()
}

/// A comment with those that were chosen below it, each once and on a line of its own.
#[must_use]
pub fn with_reused(comment: &str, chosen: &[String]) -> String {
    let mut whole = comment.replace("\r\n", "\n").trim().to_owned();
    for one in chosen.iter().map(|one| one.replace("\r\n", "\n")) {
        let one = one.trim();
        if one.is_empty() || format!("\n{whole}\n").contains(&format!("\n{one}\n")) {
            continue;
        }
        if !whole.is_empty() {
            whole.push('\n');
        }
        whole.push_str(one);
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_used_come_first_and_long_ones_stay_where_they_were() {
        let long = "x".repeat(LONGEST + 1);
        let all = ["Name the source.", "Who does it?", " Who does it? ", "", &long, "Say when."];
        assert_eq!(most_used(all), ["Who does it?", "Name the source.", "Say when."]);
        let many: Vec<String> = (0..20).map(|n| n.to_string()).collect();
        assert_eq!(most_used(many.iter().map(String::as_str)).len(), OFFERED);
    }

    #[test]
    fn what_was_chosen_is_added_once() {
        let chosen = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect::<Vec<_>>();
        assert_eq!(with_reused("Good.\r\n", &chosen(&["Who does it?", "Good.", " "])), "Good.\nWho does it?");
        assert_eq!(with_reused("", &chosen(&["a\r\nb", "a\nb"])), "a\nb");
    }
}
