//! What the invented people did: participations, finished activities, attempts and certificates.

use chrono::{DateTime, Duration, Utc};
use domain::certificate::CertificateKind;
use domain::course::{Activity, ActivityKind, CourseContent};
use domain::edition::Modality;
use domain::enrolment::Source;
use domain::id::{AttemptId, ParticipationId, PersonId};
use domain::language::Language;
use domain::person::Declared;
use domain::quiz::{Answers, closes_at, draw, grade};
use domain::zone::{end_of_day, start_of_day};
use sea_orm::{ActiveValue::Set, ConnectionTrait};

use super::Accounts;
use super::chance::Chance;
use super::people::{Invented, learner};
use super::plan::{Learner, Placed, Plan};
use crate::ctx::Ctx;
use crate::entity::{activity_done, attempt, certificate, participation};
use crate::error::Result;
use crate::roster::insert_all;

/// Rows that go together into the database.
#[derive(Debug, Default)]
struct Rows {
    participations: Vec<participation::ActiveModel>,
    done: Vec<activity_done::ActiveModel>,
    attempts: Vec<attempt::ActiveModel>,
    certificates: Vec<certificate::ActiveModel>,
}

/// One person in one edition.
struct Part {
    person: PersonId,
    declared: Declared,
    language: Language,
    first: Option<DateTime<Utc>>,
    completed: Option<DateTime<Utc>>,
    /// Percent of the activities that are done.
    progress: usize,
}

/// When things can have happened: the edition's days, up to now.
struct Span {
    from: DateTime<Utc>,
    to: DateTime<Utc>,
    ended: bool,
}

/// Stores everybody's part in one edition.
pub(super) async fn insert<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    chance: &mut Chance,
    placed: &Placed,
    plan: &Plan,
    taking_part: &[Invented],
    accounts: Accounts,
) -> Result<()> {
    let content = ctx.contents.get(tx, placed.version).await?;
    let zone = ctx.settings.reporting_zone;
    let end = end_of_day(plan.ends_on, zone);
    let span = Span { from: start_of_day(plan.starts_on, zone), to: end.min(ctx.now()), ended: end <= ctx.now() };
    let mut parts: Vec<Part> = taking_part.iter().map(|one| part(chance, plan, &span, one)).collect();
    parts.extend(learner_part(plan, &span, accounts));
    let mut rows = Rows::default();
    for part in parts {
        rows.add(ctx, chance, placed, plan, &span, &content, part)?;
    }
    insert_all(tx, rows.participations).await?;
    insert_all(tx, rows.done).await?;
    insert_all(tx, rows.attempts).await?;
    insert_all(tx, rows.certificates).await
}

fn part(chance: &mut Chance, plan: &Plan, span: &Span, one: &Invented) -> Part {
    let language = match plan.languages {
        [only] => *only,
        _ if one.english() => Language::En,
        _ => Language::Es,
    };
    let mut part =
        Part { person: one.id, declared: one.declared.clone(), language, first: None, completed: None, progress: 0 };
    let begun = span.from < span.to && chance.percent(if plan.modality == Modality::VirtualCourse { 88 } else { 96 });
    if !begun {
        return part;
    }
    // The first third of the edition is when people begin.
    let first = chance.between(span.from, span.from + (span.to - span.from) / 3);
    part.first = Some(first);
    part.progress = chance.below(95);
    let completes = match (span.ended, plan.by_rule) {
        (true, _) => chance.percent(78),
        (false, false) => false,
        (false, true) => chance.percent(12),
    };
    if completes {
        part.progress = 100;
        part.completed = Some(chance.between(first + (span.to - first) / 2, span.to));
    }
    part
}

fn learner_part(plan: &Plan, span: &Span, accounts: Accounts) -> Option<Part> {
    let (progress, completed) = match plan.learner {
        Learner::Absent => return None,
        Learner::HalfWay => (50, None),
        Learner::Completed => (100, Some(span.to - Duration::days(2))),
    };
    Some(Part {
        person: accounts.learner,
        declared: learner(),
        language: Language::Es,
        first: Some(span.from + Duration::days(1)),
        completed,
        progress,
    })
}

impl Rows {
    #[expect(clippy::too_many_arguments, reason = "one row of each table is made from all that the demo knows")]
    fn add(
        &mut self,
        ctx: &Ctx,
        chance: &mut Chance,
        placed: &Placed,
        plan: &Plan,
        span: &Span,
        content: &CourseContent,
        part: Part,
    ) -> Result<()> {
        let id = ParticipationId(chance.id());
        let online = plan.by_rule;
        let activities: Vec<&Activity> = content.activities().map(|(_, activity)| activity).collect();
        let done: &[&Activity] =
            if online { activities.get(..activities.len() * part.progress / 100).unwrap_or_default() } else { &[] };
        let mut last = (part.completed.or(part.first), None);
        if let Some(first) = part.first.filter(|_| !done.is_empty()) {
            let until = part.completed.unwrap_or_else(|| chance.between(first + (span.to - first) / 2, span.to));
            let step = (until - first) / i32::try_from(done.len()).unwrap_or(i32::MAX);
            for (place, activity) in (1_i32..).zip(done) {
                let at = if i64::from(place) == done.len() as i64 { until } else { first + step * place };
                self.finish(chance, id, activity, at)?;
                last = (Some(at), Some(activity.key.clone()));
            }
        }
        // A list is written down some days after the workshop; what happens online is recorded as it happens.
        let recorded =
            |at: Option<DateTime<Utc>>| at.map(|at| if online { at } else { (at + Duration::days(5)).min(ctx.now()) });
        self.participations.push(participation::ActiveModel {
            id: Set(id),
            person_id: Set(part.person),
            edition_id: Set(placed.id),
            source: Set(Source::Demo),
            language: Set(part.language),
            sex: Set(part.declared.sex),
            country: Set(part.declared.country),
            personnel_kind: Set(part.declared.personnel_kind),
            institution: Set(part.declared.institution),
            enrolled_at: Set(
                (span.from - Duration::days(1 + i64::try_from(chance.below(14)).unwrap_or_default())).min(ctx.now())
            ),
            first_activity_at: Set(part.first),
            first_activity_recorded_at: Set(recorded(part.first)),
            last_activity_at: Set(last.0),
            last_activity_key: Set(last.1),
            completed_at: Set(part.completed),
            completion_recorded_at: Set(recorded(part.completed)),
            created_at: Set(ctx.now()),
            ..Default::default()
        });
        self.certificates.extend(part.completed.map(|at| {
            let mut random = [0_u8; 12];
            chance.fill(&mut random);
            let code = Set(domain::certificate::code(random));
            certificate::ActiveModel {
                code,
                participation_id: Set(id),
                language: Set(part.language),
                issued_at: Set(recorded(Some(at)).unwrap_or(at)),
                kind: Set(CertificateKind::Completion),
            }
        }));
        Ok(())
    }

    /// A finished activity; a quiz comes with the attempt that passed it, and here and there one answer is wrong.
    fn finish(
        &mut self,
        chance: &mut Chance,
        participation: ParticipationId,
        activity: &Activity,
        at: DateTime<Utc>,
    ) -> Result<()> {
        self.done.push(activity_done::ActiveModel {
            id: Set(chance.id()),
            participation_id: Set(participation),
            activity: Set(activity.key.clone()),
            done_at: Set(at),
        });
        let Some(quiz) = activity.quiz() else { return Ok(()) };
        let drawn = draw(quiz, |below| chance.below(below));
        let right = |key: &String| {
            let question = quiz.find(key)?;
            Some((key.clone(), question.right_answer()))
        };
        let mut answers: Answers = drawn.iter().filter_map(right).collect();
        if activity.kind.is_edge_test() {
            // Somewhat less is known before the course than after it.
            let known = if activity.kind == ActivityKind::PreTest { 52 } else { 81 };
            answers.retain(|_, _| chance.percent(known));
        } else if chance.percent(50) {
            let unanswered = answers.pop_first();
            if !grade(quiz, &drawn, &answers).passes(quiz.pass) {
                answers.extend(unanswered);
            }
        }
        let score = grade(quiz, &drawn, &answers);
        self.attempts.push(attempt::ActiveModel {
            id: Set(AttemptId(chance.id())),
            participation_id: Set(participation),
            activity: Set(activity.key.clone()),
            number: Set(1),
            drawn: Set(serde_json::to_string(&drawn)?),
            answers: Set(serde_json::to_string(&answers)?),
            started_at: Set(at - Duration::minutes(20)),
            closes_at: Set(closes_at(quiz, at - Duration::minutes(20), 0).map(|closes| closes.max(at))),
            saved_at: Set(Some(at)),
            submitted_at: Set(Some(at)),
            right: Set(Some(i32::from(score.right))),
            asked: Set(Some(i32::from(score.asked))),
        });
        Ok(())
    }
}
