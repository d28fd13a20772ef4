//! An attempt of the person who asks, with everything that is needed to judge it.

use domain::course::Activity;
use domain::error::Code;
use domain::id::AttemptId;
use domain::quiz::{Answers, Quiz};

use crate::ctx::Ctx;
use crate::enrolment::store as enrolments;
use crate::entity::{attempt, participation};
use crate::error::Result;
use crate::learning::place::Place;
use crate::learning::store;
use crate::policy;

pub(super) struct Sitting {
    pub attempt: attempt::Model,
    pub participation: participation::Model,
    pub place: Place,
}

impl Sitting {
    /// # Errors
    /// `SignInFirst`, or `NotFound`, also for an attempt of somebody else.
    pub async fn find(ctx: &Ctx, id: AttemptId) -> Result<Self> {
        let permit = policy::may_act(ctx)?;
        let db = ctx.db.read();
        let attempt = store::find_attempt(db, id).await?.ok_or(Code::NotFound)?;
        let own = enrolments::find_own(db, permit.person().person, attempt.participation_id).await?;
        let participation = own.ok_or(Code::NotFound)?;
        let place = Place::by_id(ctx, participation.edition_id).await?;
        Ok(Self { attempt, participation, place })
    }

    /// The quiz that it is an attempt at.
    ///
    /// # Errors
    /// `NotFound` when the content no longer has it.
    pub fn quiz(&self) -> Result<(&Activity, &Quiz)> {
        quiz(&self.place, &self.attempt)
    }

    /// Keys of the questions that it asks.
    ///
    /// # Errors
    /// When what is stored cannot be read.
    pub fn drawn(&self) -> Result<Vec<String>> {
        drawn(&self.attempt)
    }
}

pub(super) fn quiz<'a>(place: &'a Place, attempt: &attempt::Model) -> Result<(&'a Activity, &'a Quiz)> {
    let activity = place.activity(&attempt.activity)?;
    Ok((activity, activity.quiz().ok_or(Code::NotFound)?))
}

pub(super) fn drawn(attempt: &attempt::Model) -> Result<Vec<String>> {
    Ok(serde_json::from_str(&attempt.drawn)?)
}

/// The answers that an attempt holds.
pub(in crate::learning) fn saved(attempt: &attempt::Model) -> Result<Answers> {
    Ok(serde_json::from_str(&attempt.answers)?)
}
