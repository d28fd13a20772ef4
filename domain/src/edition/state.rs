//! Where an edition stands: from the draft to the closing report. Its days say what learners can do; its state, what its team is at.
//!
//! ```mermaid
//! stateDiagram-v2
//!   [*] --> Draft
//!   Draft --> Open: the call is published
//!   Open --> Draft: while nobody is in it
//!   Open --> Running: the call is over
//!   Running --> Open: the call is taken up again
//!   Open --> Grading: learning is over
//!   Running --> Grading
//!   Grading --> Running: learning goes on
//!   Grading --> Closed: nothing changes any more
//!   Closed --> Grading: by staff, with a reason
//! ```

use crate::error::{Code, Refusal};

crate::text_enum::text_enum! {
    /// Where an edition stands in the hands of its team.
    pub enum EditionState {
        /// Being prepared; only its team sees it.
        Draft => "draft",
        /// In the catalogue, and people come in by its way of enrolment.
        Open => "open",
        /// The call is over; those who are in it learn.
        Running => "running",
        /// Learning is over; grades and attendance are completed.
        Grading => "grading",
        /// Nothing of it changes any more.
        Closed => "closed",
    }
}

impl EditionState {
    /// Where it can go from here.
    #[must_use]
    pub const fn next(self) -> &'static [Self] {
        match self {
            Self::Draft => &[Self::Open],
            Self::Open => &[Self::Running, Self::Grading, Self::Draft],
            Self::Running => &[Self::Grading, Self::Open],
            Self::Grading => &[Self::Closed, Self::Running],
            Self::Closed => &[Self::Grading],
        }
    }

    /// Whether it may go to `to`. `people`: somebody is in the edition or has applied; `staff`: staff ask.
    ///
    /// # Errors
    /// `StepImpossible`; `EditionHasPeople` for a draft again; of a closed one `NotForYou` without staff and `Invalid` naming
    /// `reason` without a reason.
    pub fn step(self, to: Self, people: bool, staff: bool, reason: &str) -> Result<(), Refusal> {
        if !self.next().contains(&to) {
            return Err(Code::StepImpossible.into());
        }
        if to == Self::Draft && people {
            return Err(Code::EditionHasPeople.into());
        }
        if self == Self::Closed {
            if !staff {
                return Err(Code::NotForYou.into());
            }
            if reason.trim().is_empty() {
                return Err(Refusal::field("reason", Code::ReasonMissing));
            }
        }
        Ok(())
    }

    /// # Errors
    /// `EditionClosed`: nothing of a closed edition is recorded or changed.
    pub fn check_changes(self) -> Result<(), Refusal> {
        if self == Self::Closed { Err(Code::EditionClosed.into()) } else { Ok(()) }
    }

    /// # Errors
    /// `EditionNotStarted` for a draft, `EditionEnded` once learning is over, whatever the edition's days say.
    pub fn open_for_learning(self) -> Result<(), Refusal> {
        match self {
            Self::Draft => Err(Code::EditionNotStarted.into()),
            Self::Open | Self::Running => Ok(()),
            Self::Grading | Self::Closed => Err(Code::EditionEnded.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use EditionState::{Closed, Draft, Grading, Open, Running};

    #[test]
    fn every_step_is_one_of_the_drawing() {
        let allowed: Vec<_> = EditionState::ALL
            .iter()
            .flat_map(|from| EditionState::ALL.iter().map(move |to| (*from, *to)))
            .filter(|(from, to)| from.step(*to, false, true, "because").is_ok())
            .collect();
        let drawn = [
            (Draft, Open),
            (Open, Draft),
            (Open, Running),
            (Open, Grading),
            (Running, Open),
            (Running, Grading),
            (Grading, Running),
            (Grading, Closed),
            (Closed, Grading),
        ];
        assert_eq!(allowed, drawn);
    }

    #[test]
    fn what_people_are_in_is_no_draft_and_only_staff_reopen() {
        assert_eq!(Open.step(Draft, true, true, "").unwrap_err().code, Code::EditionHasPeople);
        assert_eq!(Closed.step(Grading, true, false, "because").unwrap_err().code, Code::NotForYou);
        assert_eq!(Closed.step(Grading, true, true, " ").unwrap_err().fields, [("reason".into(), Code::ReasonMissing)]);
        assert!(Grading.step(Closed, true, false, "").is_ok());
    }

    #[test]
    fn learning_and_recording_end_at_their_own_states() {
        let learning: Vec<_> = EditionState::ALL.iter().filter(|state| state.open_for_learning().is_ok()).collect();
        assert_eq!(learning, [&Open, &Running]);
        let recording: Vec<_> = EditionState::ALL.iter().filter(|state| state.check_changes().is_err()).collect();
        assert_eq!(recording, [&Closed]);
    }
}
