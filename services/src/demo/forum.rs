//! A few conversations, so that the forums of the demo campus are not empty. They say that they are invented.

use chrono::{Datelike, Duration};
use domain::forum::{MailWindow, NameShown};
use domain::id::{AccountId, CourseId, EditionId, PostId, ReportId, ThreadId};
use sea_orm::{ActiveValue::Set, ConnectionTrait};

use super::Accounts;
use super::chance::Chance;
use crate::ctx::Ctx;
use crate::entity::{forum_follow, forum_post, forum_profile, forum_report, forum_thread};
use crate::error::Result;
use crate::forum::searched;
use crate::roster::insert_all;

/// Who says something.
#[derive(Debug, Clone, Copy)]
enum By {
    Learner,
    Instructor,
    Staff,
}

/// A conversation: title, hours ago when it began, whether it is pinned, which post is the answer, and what is said.
struct Talk {
    title: &'static str,
    hours: i64,
    pinned: bool,
    answer: Option<usize>,
    said: &'static [(By, &'static str)],
}

const EDITION: &[Talk] = &[
    Talk {
        title: "Bienvenida: preséntese en una línea (demostración)",
        hours: 400,
        pinned: true,
        answer: None,
        said: &[
            (
                By::Instructor,
                "Este es un foro de **demostración**: lo que se lee aquí es inventado.\n\nCuéntenos desde qué institución \
                 participa y qué le gustaría poder hacer al terminar el curso.",
            ),
            (
                By::Learner,
                "Participo desde una institución de demostración. Quiero aprender a leer los datos por sexo.",
            ),
        ],
    },
    Talk {
        title: "¿Qué diferencia hay entre un derecho y un indicador? (demostración)",
        hours: 96,
        pinned: false,
        answer: Some(1),
        said: &[
            (
                By::Learner,
                "En el primer módulo se habla de derechos y de indicadores. ¿Cómo se explica la diferencia a quien no hizo \
                 el curso?",
            ),
            (
                By::Instructor,
                "Con un ejemplo:\n\n1. El **derecho** dice lo que corresponde a toda persona.\n2. El **indicador** dice \
                 cómo se sabe si se cumple, y en qué medida.",
            ),
            (By::Learner, "Muy claro, gracias. (Conversación de demostración.)"),
        ],
    },
    Talk {
        title: "Where is the glossary? (demo)",
        hours: 20,
        pinned: false,
        answer: None,
        said: &[(
            By::Learner,
            "This is an invented question, so that the list shows one that nobody has answered yet.",
        )],
    },
];

const COMMUNITY: &[Talk] = &[Talk {
    title: "Lo que cambió en mi institución después del curso (demostración)",
    hours: 200,
    pinned: false,
    answer: None,
    said: &[
        (
            By::Staff,
            "Esta comunidad reúne a quienes completaron el curso en cualquiera de sus ediciones. La conversación es de \
             **demostración**: ¿qué pudo aplicar, y qué se lo hizo difícil?",
        ),
        (By::Learner, "Revisamos un formulario y ahora pregunta lo que antes se suponía. (Ejemplo inventado.)"),
    ],
}];

/// Stores the conversations of the edition that is under way, and of the community of the course that the demo learner
/// completed.
pub(super) async fn insert<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    chance: &mut Chance,
    accounts: Accounts,
) -> Result<()> {
    let everybody = [accounts.learner_account, accounts.instructor, accounts.staff];
    insert_all(tx, everybody.map(|account| profile(ctx, chance, account)).into()).await?;
    let year = ctx.now().with_timezone(&ctx.settings.reporting_zone).year();
    if let Some(edition) = crate::edition::store::find_by_code(tx, &format!("sisdehm-{year}")).await? {
        for talk in EDITION {
            converse(tx, ctx, chance, accounts, (Some(edition.id), None), talk).await?;
        }
    }
    if let Some(course) = crate::course::store::find_by_slug(tx, "gender-equality").await? {
        for talk in COMMUNITY {
            converse(tx, ctx, chance, accounts, (None, Some(course.id)), talk).await?;
        }
    }
    Ok(())
}

fn profile(ctx: &Ctx, chance: &mut Chance, account: AccountId) -> forum_profile::ActiveModel {
    let mut secret = [0_u8; 32];
    chance.fill(&mut secret);
    forum_profile::ActiveModel {
        account_id: Set(account),
        shown: Set(Some(NameShown::Full)),
        chosen: Set(None),
        institution: Set(true),
        mail: Set(MailWindow::AtOnce),
        mentions: Set(true),
        follow: Set(true),
        secret: Set(crate::ctx::hex(&secret)),
        created_at: Set(ctx.now()),
    }
}

async fn converse<C: ConnectionTrait>(
    tx: &C,
    ctx: &Ctx,
    chance: &mut Chance,
    accounts: Accounts,
    (edition_id, course_id): (Option<EditionId>, Option<CourseId>),
    talk: &Talk,
) -> Result<()> {
    let account = |by| match by {
        By::Learner => accounts.learner_account,
        By::Instructor => accounts.instructor,
        By::Staff => accounts.staff,
    };
    let began = ctx.now() - Duration::hours(talk.hours);
    let ids: Vec<PostId> = talk.said.iter().map(|_| PostId(chance.id())).collect();
    let Some((first, (by, _))) = ids.first().zip(talk.said.first()) else { return Ok(()) };
    let thread = ThreadId(first.0);
    let mut last = began;
    let mut posts = Vec::new();
    for (number, (id, (by, text))) in (1_i32..).zip(ids.iter().zip(talk.said)) {
        last = began + Duration::hours(i64::from(number - 1) * 5);
        posts.push(forum_post::ActiveModel {
            id: Set(*id),
            thread_id: Set(thread),
            number: Set(number),
            author_id: Set(account(*by)),
            text: Set((*text).to_owned()),
            search: Set(searched(if number == 1 { talk.title } else { "" }, text)),
            posted_at: Set(last),
            edited_at: Set(None),
            hidden_at: Set(None),
            hidden_by: Set(None),
            hidden_reason: Set(None),
        });
    }
    let row = forum_thread::ActiveModel {
        id: Set(thread),
        edition_id: Set(edition_id),
        course_id: Set(course_id),
        title: Set(talk.title.to_owned()),
        author_id: Set(account(*by)),
        posts: Set(i32::try_from(talk.said.len()).unwrap_or(i32::MAX)),
        posted_at: Set(began),
        active_at: Set(last),
        pinned_at: Set(talk.pinned.then_some(began)),
        closed_at: Set(None),
        hidden_at: Set(None),
        answer_id: Set(talk.answer.and_then(|place| ids.get(place)).copied()),
    };
    let follow = forum_follow::ActiveModel {
        id: Set(chance.id()),
        thread_id: Set(thread),
        account_id: Set(account(*by)),
        since: Set(began),
        ended_at: Set(None),
    };
    insert_all(tx, vec![row]).await?;
    insert_all(tx, posts).await?;
    insert_all(tx, vec![follow]).await?;
    let reports: Vec<_> =
        (talk.title.starts_with("Where")).then(|| report(ctx, chance, thread, accounts.staff)).into_iter().collect();
    insert_all(tx, reports).await
}

/// One report, so that the moderators' page has something to decide.
fn report(ctx: &Ctx, chance: &mut Chance, thread: ThreadId, by: AccountId) -> forum_report::ActiveModel {
    forum_report::ActiveModel {
        id: Set(ReportId(chance.id())),
        post_id: Set(PostId(thread.0)),
        account_id: Set(by),
        reason: Set("Informe de demostración / demo report".to_owned()),
        reported_at: Set(ctx.now() - Duration::hours(2)),
        closed_at: Set(None),
        closed_by: Set(None),
        outcome: Set(None),
    }
}
