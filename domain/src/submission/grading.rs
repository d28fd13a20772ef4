//! Grading by a rubric: one level for each criterion, nothing between the levels.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::course::Assignment;
use crate::error::{Code, Refusal, Wrong};
use crate::quiz::Grade;

/// The most characters of a comment.
pub const COMMENT_MAX: usize = 5_000;

/// The most characters of the reason for another grade.
pub const REASON_MAX: usize = 500;

/// How one criterion was judged.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judged {
    pub points: u16,
    #[serde(default)]
    pub comment: String,
}

/// How a submission was judged, by the criterion's key.
pub type Judgement = BTreeMap<String, Judged>;

/// Reads a grader's form: points and comments as typed, by the criterion's key.
///
/// # Errors
/// `AnswerForeign` for a criterion that the rubric lacks; `Invalid` naming `points-<key>` (`Required`, or `ChoiceUnknown`
/// for points that are no level) and `comments-<key>` (`TooLong`).
pub fn judge(
    assignment: &Assignment,
    points: &BTreeMap<String, String>,
    comments: &BTreeMap<String, String>,
) -> Result<Judgement, Refusal> {
    let known = |key: &String| assignment.rubric.iter().any(|criterion| criterion.key == *key);
    if !points.keys().chain(comments.keys()).all(known) {
        return Err(Code::AnswerForeign.into());
    }
    let mut wrong = Wrong::default();
    let mut judgement = Judgement::new();
    for criterion in &assignment.rubric {
        let field = format!("points-{}", criterion.key);
        let typed = points.get(&criterion.key).map_or("", String::as_str);
        let points: Option<u16> = wrong.parse(&field, typed, Code::ChoiceUnknown);
        if points.is_some_and(|points| !criterion.levels.iter().any(|level| level.points == points)) {
            wrong.note(&field, Code::ChoiceUnknown);
        }
        let comment = comments.get(&criterion.key).map_or("", String::as_str).trim();
        if comment.chars().count() > COMMENT_MAX {
            wrong.note(&format!("comments-{}", criterion.key), Code::TooLong);
        }
        judgement
            .insert(criterion.key.clone(), Judged { points: points.unwrap_or_default(), comment: comment.to_owned() });
    }
    wrong.done()?;
    Ok(judgement)
}

/// The points reached over the most that the rubric gives.
#[must_use]
pub fn grade_of(assignment: &Assignment, judgement: &Judgement) -> Grade {
    let reached = assignment
        .rubric
        .iter()
        .filter_map(|criterion| Some(u64::from(judgement.get(&criterion.key)?.points.min(criterion.most_points()))));
    Grade { part: reached.sum(), whole: assignment.most_points().into() }
}
