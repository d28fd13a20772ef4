//! Applications: people ask for a seat in an edition, and its team decides.

mod questions;
mod views;
mod waiting;

use serde::{Deserialize, Serialize};

use crate::error::{Code, Refusal};

pub use questions::{Answer, Answers, Question, QuestionForm, QuestionKind, answer_key};
pub use views::{
    ApplicationFilter, ApplicationRow, ApplicationsQuery, ApplicationsView, ApplyView, InvitationView, MyApplication,
    WaysView,
};
pub use waiting::{Waiting, WaitingRule, WaysForm, chosen};

crate::text_enum::text_enum! {
    /// Where an application stands.
    pub enum ApplicationState {
        /// Nobody has decided yet.
        Applied => "applied",
        /// It has a seat.
        Accepted => "accepted",
        /// It gets a seat when one frees, by the edition's rule.
        Waiting => "waiting",
        Declined => "declined",
        /// Whoever applied took it back.
        Withdrawn => "withdrawn",
    }
}

crate::text_enum::text_enum! {
    /// What a team does with applications.
    pub enum Decision { Accept => "accept", Wait => "wait", Decline => "decline", Undo => "undo" }
}

impl ApplicationState {
    /// Whether a team may decide so from here.
    ///
    /// # Errors
    /// `StepImpossible`: what was decided is undone first, and what was withdrawn stays so.
    pub fn decide(self, decision: Decision) -> Result<Self, Refusal> {
        match (self, decision) {
            (Self::Applied | Self::Waiting, Decision::Accept) => Ok(Self::Accepted),
            (Self::Applied, Decision::Wait) => Ok(Self::Waiting),
            (Self::Applied | Self::Waiting, Decision::Decline) => Ok(Self::Declined),
            (Self::Accepted | Self::Waiting | Self::Declined, Decision::Undo) => Ok(Self::Applied),
            _ => Err(Code::StepImpossible.into()),
        }
    }

    /// Whether whoever applied may still take it back: what was decided is not.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Applied | Self::Waiting)
    }
}

/// What became of a decision about several applications.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    /// So many are where the decision takes them.
    pub done: u32,
    /// So many were accepted and found no seat: they wait.
    pub waiting: u32,
    /// So many could not go there from where they stand.
    pub passed_over: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_decided_is_undone_before_it_is_decided_otherwise() {
        use ApplicationState::{Accepted, Applied, Declined, Waiting, Withdrawn};
        assert_eq!(Applied.decide(Decision::Accept).unwrap(), Accepted);
        assert_eq!(Waiting.decide(Decision::Accept).unwrap(), Accepted);
        assert_eq!(Declined.decide(Decision::Accept).unwrap_err().code, Code::StepImpossible);
        for state in [Accepted, Waiting, Declined] {
            assert_eq!(state.decide(Decision::Undo).unwrap(), Applied);
        }
        for decision in Decision::ALL {
            assert!(Withdrawn.decide(*decision).is_err());
        }
    }
}
