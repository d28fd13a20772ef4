//! What a course adds: the points between the test before it and its equivalent after it.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Score;

/// Key of the pre-test in every course: it is the name of its file.
pub const PRE_TEST: &str = "pre-test";
/// Key of the post-test in every course.
pub const POST_TEST: &str = "post-test";

/// Percentage points gained, in hundredths, the nearest; below zero where the second test went worse.
#[must_use]
pub fn points_gained(pre: Score, post: Score) -> i32 {
    hundredths(post) - hundredths(pre)
}

/// The share right, in hundredths of a percent, the nearest.
fn hundredths(score: Score) -> i32 {
    let (right, asked) = (i32::from(score.right.min(score.asked)), i32::from(score.asked));
    (right * 20_000 + asked).checked_div(asked * 2).unwrap_or(0)
}

/// A mean number of percentage points, in tenths. In files and on the command line a decimal number: `12.5`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Points(pub i32);

impl Points {
    /// The mean of `count` gains that add up to `hundredths`, half away from zero. None of nobody.
    #[must_use]
    pub fn mean(hundredths: i64, count: u32) -> Option<Self> {
        let whole = 10 * i64::from(count);
        let doubled = (hundredths.abs() * 2 + whole).checked_div(whole * 2)?;
        Some(Self(i32::try_from(doubled * hundredths.signum()).unwrap_or(i32::MAX)))
    }

    /// As a decimal number with this mark.
    #[must_use]
    pub fn decimal(self, mark: char) -> String {
        let sign = if self.0 < 0 { "-" } else { "" };
        format!("{sign}{}{mark}{}", self.0.unsigned_abs() / 10, self.0.unsigned_abs() % 10)
    }
}

impl Serialize for Points {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(f64::from(self.0) / 10.0)
    }
}

impl<'de> Deserialize<'de> for Points {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let points = f64::deserialize(deserializer)?;
        #[expect(clippy::cast_possible_truncation, reason = "a number of points has three digits")]
        Ok(Self((points * 10.0).round() as i32))
    }
}

/// Both tests of one learner, for the learner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct GainView {
    pub pre: Score,
    pub post: Score,
}

impl GainView {
    /// The points between the two percentages as they are shown, so that whoever subtracts them finds the same.
    #[must_use]
    pub fn points(self) -> i32 {
        i32::from(self.post.percent()) - i32::from(self.pre.percent())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_gain_can_be_negative_and_is_never_of_nobody() {
        let score = |right, asked| Score { right, asked };
        assert_eq!(points_gained(score(1, 3), score(2, 3)), 3334);
        assert_eq!(points_gained(score(3, 4), score(1, 2)), -2500);
        assert_eq!(Points::mean(0, 0), None);
        assert_eq!(Points::mean(-2500 + 1235, 2), Some(Points(-63)));
        assert_eq!(Points(-63).decimal(','), "-6,3");
        let json = serde_json::to_string(&Points(125)).unwrap();
        assert_eq!((json.as_str(), serde_json::from_str::<Points>(&json).unwrap()), ("12.5", Points(125)));
    }

    proptest! {
        #[test]
        fn the_mean_lies_between_the_lowest_and_the_highest(gains in proptest::collection::vec(-10_000_i32..=10_000, 1..40)) {
            let sum: i64 = gains.iter().map(|gain| i64::from(*gain)).sum();
            let Points(mean) = Points::mean(sum, u32::try_from(gains.len()).unwrap()).unwrap();
            let (low, high) = (*gains.iter().min().unwrap(), *gains.iter().max().unwrap());
            prop_assert!(mean * 10 >= low - 5 && mean * 10 <= high + 5, "{} of {:?}", mean, gains);
        }
    }
}
