//! Dates as the region writes them: day first, with a year of four or two digits, or with the month's name.

use chrono::NaiveDate;

use crate::quiz::fold;

/// The first letters of each month's name in Spanish, English, Portuguese and French, folded. Long enough to tell them apart.
const MONTHS: [&[&str]; 12] = [
    &["ene", "jan"],
    &["feb", "fev"],
    &["mar"],
    &["abr", "apr", "avr"],
    &["may", "mai"],
    &["jun", "juin"],
    &["jul", "juil"],
    &["ago", "aug", "aou"],
    &["sep", "set"],
    &["oct", "out"],
    &["nov"],
    &["dic", "dec", "dez"],
];

fn month(word: &str) -> Option<u32> {
    if word.len() < 3 || word.chars().any(|c| !c.is_ascii_alphabetic()) {
        return None;
    }
    MONTHS.iter().zip(1..).find(|(names, _)| names.iter().any(|name| word.starts_with(name))).map(|(_, number)| number)
}

fn year(text: &str) -> Option<i32> {
    let year: i32 = text.parse().ok()?;
    match text.len() {
        4 => Some(year),
        2 => Some(2000 + year),
        _ => None,
    }
}

/// A date in words or figures; figures are day, month, year. ISO dates are read elsewhere.
#[must_use]
pub fn date(text: &str) -> Option<NaiveDate> {
    let folded = fold(text);
    let words: Vec<&str> =
        folded.split(' ').filter(|word| !matches!(*word, "de" | "del" | "of" | "the" | "do")).collect();
    let [one, two, three] = words[..] else { return None };
    // "1er", "1st", "2nd".
    let day = |word: &str| {
        let digits: String = word.chars().take_while(char::is_ascii_digit).collect();
        let rest = word.get(digits.len()..)?;
        (digits.len() <= 2 && matches!(rest, "" | "er" | "st" | "nd" | "rd" | "th" | "o"))
            .then(|| digits.parse().ok())?
    };
    let (year, month, day) = match (month(one), month(two)) {
        (_, Some(month)) => (year(three)?, month, day(one)?),
        (Some(month), _) => (year(three)?, month, day(two)?),
        (None, None) if one.len() == 4 => (year(one)?, two.parse().ok()?, day(three)?),
        (None, None) => (year(three)?, two.parse().ok()?, day(one)?),
    };
    NaiveDate::from_ymd_opt(year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_region_writes_the_day_first() {
        let first = NaiveDate::from_ymd_opt(2026, 3, 1);
        for text in [
            "01/03/2026",
            "1/3/26",
            "1-3-2026",
            "1.3.2026",
            "1 de marzo de 2026",
            "1 mar 2026",
            "1-mar-26",
            "March 1, 2026",
            "1 March 2026",
            "1 de março de 2026",
            "1er mars 2026",
            "1 marzo 2026",
            "2026/3/1",
            "Mar. 1st, 2026",
        ] {
            assert_eq!(date(text), first, "{text}");
        }
        assert_eq!(date("15 de mayo del 2026"), NaiveDate::from_ymd_opt(2026, 5, 15));
        assert_eq!(date("14 juillet 2026"), NaiveDate::from_ymd_opt(2026, 7, 14));
    }

    #[test]
    fn a_month_first_is_no_date_and_neither_is_nonsense() {
        for text in
            ["03/25/2026", "31/02/2026", "", "ayer", "2026", "1/3", "1/3/026", "46082", "1 brumario 2026", "1/3/2026/4"]
        {
            assert_eq!(date(text), None, "{text}");
        }
    }
}
