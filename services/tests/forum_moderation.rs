//! Moderation, on both databases: what moderators do, who sees what of it, and that the trail tells.
#![cfg(test)]

mod agora;
mod classroom;
mod support;

use agora::{E, answer, begin, filled, list, post_id, read, say};
use domain::error::Code;
use domain::forum::ReportOutcome;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use services::entity::audit;
use services::{Campus, forum};
use support::on_both;
use support::refusals::{code, fields};

/// The acts in the trail about forums, in order.
async fn trail(campus: &Campus) -> Vec<String> {
    let rows = audit::Entity::find()
        .filter(audit::Column::Detail.contains("\"forum\":"))
        .order_by_asc(audit::Column::Id)
        .all(campus.db.read())
        .await
        .unwrap();
    assert!(rows.iter().all(|row| row.actor.is_some()));
    rows.into_iter()
        .map(|row| {
            let detail: serde_json::Value = serde_json::from_str(&row.detail).unwrap();
            detail.get("act").and_then(|act| act.as_str()).map_or(row.action, str::to_owned)
        })
        .collect()
}

#[tokio::test]
async fn a_hidden_post_is_hidden_from_others_and_explained_to_its_author() {
    on_both(|campus| async move {
        let (docente, ana, eva) = filled(&campus).await;
        let thread = begin(&ana, E, "Secreto", "Contiene algo feo").await;
        say(&eva, E, &thread, "¿Cómo?").await;
        assert_eq!(
            fields(forum::hide_post(&docente, E, &thread, &thread, "  ").await),
            [("hide_reason".to_owned(), Code::Required)]
        );
        for other in [&ana, &eva] {
            assert_eq!(code(forum::hide_post(other, E, &thread, &thread, "no").await), Some(Code::NotForYou));
            assert_eq!(code(forum::show_post(other, E, &thread, &thread).await), Some(Code::NotForYou));
            assert_eq!(code(forum::moderate_thread(other, E, &thread, "pin").await), Some(Code::NotForYou));
            assert_eq!(code(forum::mark_answer(other, E, &thread, &thread, "").await), Some(Code::NotForYou));
        }
        forum::hide_post(&docente, E, &thread, &thread, "No es del curso").await.unwrap();
        let seen = serde_json::to_string(&(read(&eva, E, &thread).await, list(&eva, E).await)).unwrap();
        for hidden in ["Secreto", "feo", "No es del curso", "ana Demo"] {
            assert!(!seen.contains(hidden) || hidden == "ana Demo" && seen.contains("\"names\""), "{hidden} in {seen}");
        }
        let row = read(&eva, E, &thread).await.page.rows.remove(0);
        assert_eq!((row.html.as_str(), row.author.name.as_str(), row.hidden.unwrap().reason), ("", "", None));
        for reader in [&ana, &docente] {
            let view = read(reader, E, &thread).await;
            assert_eq!(view.title, "Secreto");
            assert_eq!(view.page.rows[0].hidden.clone().unwrap().reason.as_deref(), Some("No es del curso"));
            assert!(view.page.rows[0].html.contains("feo"));
        }
        let search = |ctx: &services::Ctx| {
            let ctx = ctx.clone();
            async move {
                let query = domain::forum::ForumQuery { search: "feo".into(), ..agora::all() };
                forum::forum(&ctx, E, &query).await.unwrap().page.total
            }
        };
        assert_eq!((search(&eva).await, search(&docente).await), (0, 1), "what is hidden is not found");
        forum::show_post(&docente, E, &thread, &thread).await.unwrap();
        assert_eq!(read(&eva, E, &thread).await.title, "Secreto");
    })
    .await;
}

#[tokio::test]
async fn every_act_is_in_the_trail_once() {
    on_both(|campus| async move {
        let (docente, ana, eva) = filled(&campus).await;
        let thread = begin(&ana, E, "Una duda", "uno").await;
        say(&eva, E, &thread, "dos").await;
        let post = post_id(&ana, E, &thread, 2).await;
        for act in ["pin", "pin", "close", "unpin", "reopen", "reopen"] {
            support::clock(&campus).advance(chrono::Duration::seconds(1));
            forum::moderate_thread(&docente, E, &thread, act).await.unwrap();
        }
        let tick = || support::clock(&campus).advance(chrono::Duration::seconds(1));
        assert_eq!(code(forum::moderate_thread(&docente, E, &thread, "burn").await), Some(Code::ChoiceUnknown));
        tick();
        forum::mark_answer(&docente, E, &thread, &post, "").await.unwrap();
        forum::mark_answer(&docente, E, &thread, &post, "").await.unwrap();
        assert_eq!(read(&eva, E, &thread).await.answer.map(|(_, number)| number), Some(2));
        assert_eq!(code(forum::mark_answer(&docente, E, &thread, &thread, &post).await), Some(Code::NotFound));
        tick();
        forum::mark_answer(&docente, E, &thread, "", &post).await.unwrap();
        tick();
        forum::mark_answer(&docente, E, &thread, &post, "").await.unwrap();
        tick();
        forum::hide_post(&docente, E, &thread, &post, "Repetida").await.unwrap();
        forum::hide_post(&docente, E, &thread, &post, "Repetida").await.unwrap();
        assert_eq!(read(&eva, E, &thread).await.answer, None, "what is hidden answers nothing");
        assert_eq!(code(forum::mark_answer(&docente, E, &thread, &post, "").await), Some(Code::NotFound));
        tick();
        forum::show_post(&docente, E, &thread, &post).await.unwrap();
        let told = trail(&campus).await;
        assert_eq!(told[..4], ["pin", "close", "unpin", "reopen"]);
        assert_eq!(told[4..7], ["answer-marked", "answer-unmarked", "answer-marked"]);
        assert_eq!(told.len(), 10);
        assert!(told[7..9].contains(&"post-hidden".to_owned()) && told[7..9].contains(&"answer-unmarked".to_owned()));
        assert_eq!(told[9], "post-shown-again");
    })
    .await;
}

#[tokio::test]
async fn reports_wait_for_a_moderator_open_ones_first() {
    on_both(|campus| async move {
        let (docente, ana, eva) = filled(&campus).await;
        let thread = begin(&ana, E, "Una duda", "uno, @docente Demo").await;
        say(&eva, E, &thread, "dos").await;
        let post = post_id(&ana, E, &thread, 2).await;
        assert_eq!(code(forum::report(&ana, E, &thread, &thread, "mía").await), Some(Code::NotForYou));
        assert_eq!(
            fields(forum::report(&ana, E, &thread, &post, "").await),
            [("report_reason".to_owned(), Code::Required)]
        );
        forum::report(&ana, E, &thread, &post, "Me parece publicidad").await.unwrap();
        forum::report(&ana, E, &thread, &post, "Otra vez").await.unwrap();
        forum::report(&eva, E, &thread, &thread, "No se entiende").await.unwrap();
        assert!(read(&ana, E, &thread).await.page.rows[1].reported);
        assert!(!read(&eva, E, &thread).await.page.rows[1].reported, "who reported stays between them and moderators");
        assert_eq!((list(&ana, E).await.waiting, list(&docente, E).await.waiting), (0, 2));

        forum::keep_post(&docente, E, &thread, &thread).await.unwrap();
        let queue = forum::queue(&docente, E, 1).await.unwrap();
        assert_eq!((queue.waiting, queue.page.total), (1, 2));
        let first = &queue.page.rows[0];
        assert_eq!((first.reason.as_str(), first.reporter.name.as_str()), ("Me parece publicidad", "ana Demo"));
        assert_eq!(
            (first.excerpt.as_str(), first.path.as_str()),
            ("dos", format!("learn/e/forum/{thread}#post-2").as_str())
        );
        assert_eq!(queue.page.rows[1].outcome, Some(ReportOutcome::Kept));
        forum::hide_post(&docente, E, &thread, &post, "Publicidad").await.unwrap();
        let staff = support::staff(&campus).await;
        let queue = forum::queue(&staff, "", 1).await.unwrap();
        assert_eq!((queue.waiting, queue.page.total, queue.place), (0, 2, None));
        assert!(queue.page.rows.iter().any(|row| row.outcome == Some(ReportOutcome::Hidden) && row.hidden));
        assert!(trail(&campus).await.contains(&"reports-kept".to_owned()));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_who_mark_an_answer_at_once_one_is_told() {
    on_both(|campus| async move {
        let (docente, ana, eva) = filled(&campus).await;
        let staff = support::staff(&campus).await;
        let thread = begin(&ana, E, "Una duda", "uno").await;
        say(&eva, E, &thread, "dos").await;
        say(&eva, E, &thread, "tres").await;
        let (two, three) = (post_id(&ana, E, &thread, 2).await, post_id(&ana, E, &thread, 3).await);
        let mark = |ctx: services::Ctx, post: String| {
            let thread = thread.clone();
            tokio::spawn(async move { forum::mark_answer(&ctx, E, &thread, &post, "").await })
        };
        let (one, other) = tokio::join!(mark(docente, two), mark(staff, three));
        let outcomes = [one.unwrap(), other.unwrap()];
        assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
        let told = outcomes.into_iter().find_map(Result::err).unwrap();
        assert_eq!(told.code(), Some(Code::ChangedMeanwhile));
        assert_eq!(trail(&campus).await, ["answer-marked"]);
        assert!(read(&ana, E, &thread).await.answer.is_some());
        assert_eq!(code(forum::reply(&eva, answer(E, "none", "x")).await), Some(Code::NotFound));
    })
    .await;
}
