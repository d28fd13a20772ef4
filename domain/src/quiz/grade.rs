//! Grades: exact fractions, so that a pass mark is compared with what was reached and not with its rounding.

use serde::{Deserialize, Serialize};

use super::GradeMethod;

/// What an attempt at a quiz reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    /// Questions answered rightly.
    pub right: u16,
    /// Questions asked.
    pub asked: u16,
}

impl Score {
    /// Percent right, rounded down, so that nobody is shown a grade that they did not reach.
    #[must_use]
    pub fn percent(self) -> u8 {
        Grade::from(self).percent()
    }

    /// Whether it meets a quiz's pass mark.
    #[must_use]
    pub fn passes(self, pass: u8) -> bool {
        Grade::from(self).reaches(pass)
    }
}

/// A part of a whole: of the questions, of the points, of several grades. A whole of 0 reaches nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grade {
    pub part: u64,
    pub whole: u64,
}

impl From<Score> for Grade {
    fn from(score: Score) -> Self {
        Self { part: score.right.into(), whole: score.asked.into() }
    }
}

impl Grade {
    /// Nothing was reached yet.
    pub const NONE: Self = Self { part: 0, whole: 1 };

    /// Percent, rounded down.
    #[must_use]
    pub fn percent(self) -> u8 {
        let percent = (u128::from(self.part) * 100).checked_div(u128::from(self.whole)).unwrap_or(0);
        u8::try_from(percent).unwrap_or(100)
    }

    /// Whether it is at least `pass` percent, exactly.
    #[must_use]
    pub fn reaches(self, pass: u8) -> bool {
        self.whole > 0 && u128::from(self.part) * 100 >= u128::from(pass) * u128::from(self.whole)
    }

    /// The higher of two grades.
    #[must_use]
    pub fn max(self, other: Self) -> Self {
        let higher = u128::from(other.part) * u128::from(self.whole) > u128::from(self.part) * u128::from(other.whole);
        if higher { other } else { self }
    }

    /// The mean of grades with their weights. None without any weight.
    #[must_use]
    pub fn mean(grades: impl IntoIterator<Item = (Self, u8)>) -> Option<Self> {
        let (mut part, mut whole, mut weights) = (0_u128, 1_u128, 0_u128);
        for (grade, weight) in grades {
            if grade.whole == 0 || weight == 0 {
                continue;
            }
            weights += u128::from(weight);
            part = part * u128::from(grade.whole) + u128::from(grade.part) * u128::from(weight) * whole;
            whole *= u128::from(grade.whole);
            (part, whole) = reduced(part, whole);
        }
        (weights > 0).then(|| {
            let (mut part, mut whole) = reduced(part, whole * weights);
            // Far beyond any course: give up the last digits and not the grade.
            while u64::try_from(whole).is_err() || u64::try_from(part).is_err() {
                (part, whole) = (part >> 1, whole >> 1);
            }
            Self { part: u64::try_from(part).unwrap_or_default(), whole: u64::try_from(whole).unwrap_or(1) }
        })
    }
}

fn reduced(part: u128, whole: u128) -> (u128, u128) {
    let (mut a, mut b) = (part, whole);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    part.checked_div(a).zip(whole.checked_div(a)).unwrap_or((part, whole))
}

/// The grade of a quiz after these attempts, in their order. None before the first.
#[must_use]
pub fn standing(method: GradeMethod, attempts: &[Score]) -> Option<Grade> {
    let last = attempts.last()?;
    Some(match method {
        GradeMethod::Last => (*last).into(),
        GradeMethod::Best => attempts.iter().map(|score| Grade::from(*score)).fold(Grade::NONE, Grade::max),
        GradeMethod::Average => Grade::mean(attempts.iter().map(|score| (Grade::from(*score), 1)))?,
    })
}

/// The highest grade that ever stood after one of these attempts: what completion asks for, so that a later attempt takes
/// nothing away (counting rule 4).
#[must_use]
pub fn reached(method: GradeMethod, attempts: &[Score]) -> Option<Grade> {
    (1..=attempts.len()).filter_map(|most| standing(method, attempts.get(..most)?)).reduce(Grade::max)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_pass_mark_is_compared_exactly() {
        assert!(Score { right: 7, asked: 10 }.passes(70));
        assert!(!Score { right: 2, asked: 3 }.passes(67));
        assert_eq!(Score { right: 2, asked: 3 }.percent(), 66);
        assert!(!Score { right: 0, asked: 0 }.passes(0));
        let two = [Score { right: 2, asked: 3 }, Score { right: 11, asked: 15 }];
        assert!(standing(GradeMethod::Average, &two).unwrap().reaches(70));
    }

    fn scores() -> impl Strategy<Value = Vec<Score>> {
        proptest::collection::vec((1_u16..40, 0_u16..40), 1..8)
            .prop_map(|all| all.into_iter().map(|(asked, right)| Score { right: right.min(asked), asked }).collect())
    }

    proptest! {
        #[test]
        fn every_method_stays_between_the_worst_and_the_best(scores in scores()) {
            let percents: Vec<_> = scores.iter().map(|score| score.percent()).collect();
            for method in GradeMethod::ALL {
                let percent = standing(*method, &scores).unwrap().percent();
                prop_assert!(percent >= *percents.iter().min().unwrap() && percent <= *percents.iter().max().unwrap());
            }
            prop_assert_eq!(standing(GradeMethod::Last, &scores).unwrap().percent(), *percents.last().unwrap());
            prop_assert_eq!(standing(GradeMethod::Best, &scores).unwrap().percent(), *percents.iter().max().unwrap());
        }

        #[test]
        fn the_average_is_that_of_plain_arithmetic(scores in scores()) {
            let exact: f64 = scores.iter().map(|s| f64::from(s.right) / f64::from(s.asked)).sum::<f64>() / scores.len() as f64;
            let grade = standing(GradeMethod::Average, &scores).unwrap();
            prop_assert!((grade.part as f64 / grade.whole as f64 - exact).abs() < 1e-9);
        }

        #[test]
        fn what_was_reached_is_never_lost(scores in scores(), more in scores()) {
            for method in GradeMethod::ALL {
                let before = reached(*method, &scores).unwrap();
                let all: Vec<_> = scores.iter().chain(&more).copied().collect();
                let after = reached(*method, &all).unwrap();
                prop_assert_eq!(before.max(after), after);
            }
        }
    }
}
