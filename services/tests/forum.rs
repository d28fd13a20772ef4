//! Forums, on both databases: who may read and write where, what is shown of people, limits, and what is counted (nothing).
#![cfg(test)]

mod agora;
mod classroom;
mod support;

use agora::{E, all, answer, begin, filled, list, new_thread, post_id, read, say, thread_of};
use chrono::Duration;
use classroom::{complete, edition, learner, teaches, visitor};
use domain::error::Code;
use domain::forum::{ForumQuery, NameForm, PostForm};
use domain::id::PostId;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use services::entity::{counting_revision, participation};
use services::{enrolment, forum};
use support::on_both;
use support::refusals::{code, fields};

#[tokio::test]
async fn a_forum_is_for_the_people_of_its_edition() {
    on_both(|campus| async move {
        let (docente, ana, eva) = filled(&campus).await;
        let other = edition(&campus, "f", None).await;
        let elsewhere = learner(&campus, "lejos").await;
        enrolment::enrol(&elsewhere, "f").await.unwrap();
        teaches(&elsewhere, other).await;
        let thread = begin(&ana, E, "Una duda", "¿Qué es SISDEHM?").await;
        say(&eva, E, &thread, "Un sistema.").await;

        assert_eq!(code(forum::forum(&visitor(&campus), E, &all()).await), Some(Code::SignInFirst));
        assert_eq!(code(forum::forum(&elsewhere, E, &all()).await), Some(Code::NotEnrolled));
        assert_eq!(code(forum::thread(&elsewhere, E, &thread, 1).await), Some(Code::NotEnrolled));
        assert_eq!(code(forum::start_thread(&elsewhere, new_thread(E, "a", "b")).await), Some(Code::NotEnrolled));
        let mine = "edition/f";
        assert_eq!(code(forum::thread(&elsewhere, mine, &thread, 1).await), Some(Code::NotFound));
        assert_eq!(code(forum::reply(&elsewhere, answer(mine, &thread, "x")).await), Some(Code::NotFound));
        let post = post_id(&ana, E, &thread, 2).await;
        assert_eq!(code(forum::hide_post(&elsewhere, mine, &thread, &post, "no").await), Some(Code::NotFound));
        assert_eq!(code(forum::mark_answer(&elsewhere, mine, &thread, &post, "").await), Some(Code::NotFound));
        assert_eq!(code(forum::follow(&elsewhere, mine, &thread, true).await), Some(Code::NotFound));
        assert_eq!(code(forum::report(&elsewhere, mine, &thread, &post, "no").await), Some(Code::NotFound));
        assert_eq!(code(forum::keep_post(&elsewhere, mine, &thread, &post).await), Some(Code::NotFound));
        assert_eq!(code(forum::queue(&ana, E, 1).await), Some(Code::NotForYou));
        assert_eq!(code(forum::queue(&elsewhere, E, 1).await), Some(Code::NotForYou));
        assert_eq!(code(forum::queue(&docente, "", 1).await), Some(Code::NotForYou));
        for nowhere in ["", "edition/none", "course/none", "planet/e"] {
            assert_eq!(code(forum::forum(&ana, nowhere, &all()).await), Some(Code::NotFound), "{nowhere}");
        }
        // Another post of the same forum, by the address of another conversation.
        let second = begin(&ana, E, "Otra", "…").await;
        assert_eq!(code(forum::mark_answer(&docente, E, &second, &post, "").await), Some(Code::NotFound));
        assert_eq!(list(&docente, E).await.page.total, 2);
        assert_eq!(list(&support::staff(&campus).await, E).await.page.total, 2);
    })
    .await;
}

#[tokio::test]
async fn a_community_is_for_those_who_completed_the_course() {
    on_both(|campus| async move {
        let (docente, ana, eva) = filled(&campus).await;
        let community = "course/course-e";
        assert_eq!(code(forum::forum(&ana, community, &all()).await), Some(Code::CommunityOnly));
        complete(&ana, "e").await;
        let thread = begin(&ana, community, "Después del curso", "¿Qué cambió?").await;
        say(&docente, community, &thread, "Aquí también.").await;
        assert_eq!(code(forum::thread(&eva, community, &thread, 1).await), Some(Code::CommunityOnly));
        assert!(!list(&docente, community).await.place.moderates, "staff moderate communities");
        assert!(list(&support::staff(&campus).await, community).await.place.moderates);
        assert_eq!(list(&ana, E).await.page.total, 0, "one forum is not the other");

        // The edition ends: its forum is read, the community goes on.
        let e = begin(&eva, E, "Última", "Adiós").await;
        support::clock(&campus).set(support::at(2026, 5, 1, 0));
        assert_eq!(read(&eva, E, &e).await.refused, Some(Code::EditionEnded));
        assert_eq!(list(&eva, E).await.place.closed, Some(Code::EditionEnded));
        for ctx in [&eva, &docente] {
            assert_eq!(code(forum::reply(ctx, answer(E, &e, "tarde")).await), Some(Code::EditionEnded));
            assert_eq!(code(forum::start_thread(ctx, new_thread(E, "t", "tarde")).await), Some(Code::EditionEnded));
        }
        say(&ana, community, &thread, "Seguimos.").await;
        assert_eq!(read(&docente, community, &thread).await.page.total, 3);
    })
    .await;
}

#[tokio::test]
async fn a_roster_record_linked_to_somebody_opens_the_forum_and_posts_outlive_a_participation() {
    on_both(|campus| async move {
        let (_, ana, eva) = filled(&campus).await;
        let linked = learner(&campus, "por-lista").await;
        let record = learner(&campus, "registro").await.person().unwrap().person;
        let edition_id = services::edition::store::get_by_code(campus.db.read(), "e").await.unwrap().id;
        support::rows::participation(&campus, record, edition_id).await;
        let row = services::entity::person::ActiveModel {
            id: Set(record),
            linked_to: Set(Some(linked.person().unwrap().person)),
            ..Default::default()
        };
        services::entity::person::Entity::update(row).exec(campus.db.writer()).await.unwrap();
        let thread = begin(&linked, E, "Hola", "Vengo de una lista").await;
        say(&eva, E, &thread, "Bienvenida, @por-lista Demo").await;
        let mentioned = read(&ana, E, &thread).await.page.rows[1].html.clone();
        assert!(mentioned.contains("<span class=\"mention\">@por-lista Demo</span>"), "{mentioned}");

        participation::Entity::delete_many()
            .filter(participation::Column::PersonId.eq(record))
            .exec(campus.db.writer())
            .await
            .unwrap();
        assert_eq!(code(forum::thread(&linked, E, &thread, 1).await), Some(Code::NotEnrolled));
        let view = read(&ana, E, &thread).await;
        assert_eq!((view.page.total, view.page.rows[0].author.name.as_str()), (2, "por-lista Demo"));
        assert!(agora::digests(&campus).await.is_empty(), "whoever left reads no more of it by mail");
    })
    .await;
}

#[tokio::test]
async fn nothing_is_shown_of_a_person_but_what_they_allow() {
    on_both(|campus| async move {
        let (docente, ana, eva) = filled(&campus).await;
        support::declare(
            &ana,
            domain::person::Declared {
                sex: Some(domain::person::Sex::Woman),
                country: Some("UY".into()),
                personnel_kind: Some("health".into()),
                institution: Some("Ministerio de prueba".into()),
            },
        )
        .await;
        let unnamed = PostForm { name: NameForm::default(), ..new_thread(E, "Hola", "Una pregunta") };
        assert_eq!(
            fields(forum::start_thread(&ana, unnamed.clone()).await),
            [("forum_name".to_owned(), Code::Required)],
            "asked once, at the first post"
        );
        let given = NameForm { forum_name: "given".into(), ..NameForm::default() };
        let thread = thread_of(&forum::start_thread(&ana, PostForm { name: given, ..unnamed }).await.unwrap());
        forum::reply(&ana, PostForm { name: NameForm::default(), ..answer(E, &thread, "y otra") }).await.unwrap();
        say(&eva, E, &thread, "Gracias, @ana").await;

        let seen = serde_json::to_string(&(read(&eva, E, &thread).await, list(&docente, E).await)).unwrap();
        for private in ["ana@example.org", "UY", "health", "woman", "ana Demo", "Ministerio de prueba"] {
            assert!(!seen.contains(private), "{private} in {seen}");
        }
        let chosen =
            NameForm { forum_name: "chosen".into(), forum_chosen: "La de Salto".into(), forum_institution: "1".into() };
        forum::save_name(&ana, &chosen).await.unwrap();
        let view = read(&eva, E, &thread).await;
        assert_eq!(view.page.rows[0].author.name, "La de Salto");
        assert_eq!(view.page.rows[0].author.institution.as_deref(), Some("Ministerio de prueba"));
        assert!(
            view.page.rows[2].html.contains("@La de Salto"),
            "a mention follows the name: {}",
            view.page.rows[2].html
        );
        assert!(!list(&docente, E).await.me.asked, "nobody else was asked by that");
    })
    .await;
}

#[tokio::test]
async fn what_is_written_is_limited_inert_and_kept_once() {
    on_both(|campus| async move {
        let (docente, ana, eva) = filled(&campus).await;
        let long = new_thread(E, &"t".repeat(121), &"x".repeat(6_001));
        assert_eq!(
            fields(forum::start_thread(&ana, long).await),
            [("thread_title".to_owned(), Code::TooLong), ("post_text".to_owned(), Code::TooLong)]
        );
        let preview = PostForm { preview: "1".into(), ..new_thread(E, "a", "b") };
        assert_eq!(code(forum::start_thread(&ana, preview).await), Some(Code::Preview));
        assert_eq!(list(&ana, E).await.page.total, 0, "a preview keeps nothing");

        let id = PostId(campus.new_id()).to_string();
        let script =
            "<script>alert(1)</script>\n\n# Título\n\n[aquí](javascript:alert(1)) <img src=x onerror=alert(1)>";
        let form = PostForm { post: id.clone(), ..new_thread(E, "Prueba <b>", script) };
        let first = forum::start_thread(&ana, form.clone()).await.unwrap();
        assert_eq!(forum::start_thread(&ana, form.clone()).await.unwrap(), first, "the same form twice is one post");
        assert_eq!(code(forum::start_thread(&eva, form).await), Some(Code::BadRequest), "and nobody else's");
        let thread = thread_of(&first);
        let html = read(&eva, E, &thread).await.page.rows[0].html.clone();
        assert!(html.contains("&lt;script&gt;") && html.contains("<h3>Título</h3>"), "{html}");
        assert!(!html.contains("<script") && !html.contains("<img") && !html.contains("href"), "{html}");
        assert_eq!(forum::preview(&eva, E, script).await.unwrap(), html, "a preview shows what will be read");

        forum::moderate_thread(&docente, E, &thread, "close").await.unwrap();
        assert_eq!(code(forum::reply(&eva, answer(E, &thread, "x")).await), Some(Code::ThreadClosed));
        assert_eq!(code(forum::reply(&docente, answer(E, &thread, "x")).await), Some(Code::ThreadClosed));
        forum::moderate_thread(&docente, E, &thread, "reopen").await.unwrap();
        for number in 0..10 {
            forum::reply(&eva, answer(E, &thread, &format!("{number}"))).await.unwrap();
        }
        assert_eq!(code(forum::reply(&eva, answer(E, &thread, "11")).await), Some(Code::PostingTooFast));
        assert_eq!(read(&eva, E, &thread).await.page.total, 11);
    })
    .await;
}

#[tokio::test]
async fn an_author_changes_a_post_for_a_while() {
    on_both(|campus| async move {
        let (docente, ana, eva) = filled(&campus).await;
        let thread = begin(&ana, E, "Una duda", "Hola, @docente Demo").await;
        let change = |text: &str, title: &str| PostForm {
            post: thread.clone(),
            ..PostForm { thread: thread.clone(), ..new_thread(E, title, text) }
        };
        let view = read(&ana, E, &thread).await;
        let (until, _) = view.page.rows[0].editable.clone().unwrap();
        assert_eq!(until - view.page.rows[0].posted_at, Duration::minutes(30));
        assert_eq!(read(&eva, E, &thread).await.page.rows[0].editable, None);
        assert_eq!(code(forum::edit_post(&eva, change("robado", "robado")).await), Some(Code::NotForYou));
        assert_eq!(code(forum::edit_post(&docente, change("robado", "robado")).await), Some(Code::NotForYou));

        forum::edit_post(&ana, change("Hola, @docente Demo", "Una duda")).await.unwrap();
        assert_eq!(read(&eva, E, &thread).await.page.rows[0].edited_at, None, "nothing changed");
        support::clock(&campus).advance(Duration::minutes(5));
        forum::edit_post(&ana, change("Hola a todas las personas", "Dos dudas")).await.unwrap();
        let view = read(&eva, E, &thread).await;
        assert_eq!((view.title.as_str(), view.page.rows[0].edited_at), ("Dos dudas", Some(campus.now())));
        let found = ForumQuery { search: "PERSONAS dudás".into(), ..all() };
        assert_eq!(forum::forum(&eva, E, &found).await.unwrap().page.total, 1, "found without accents and case");

        support::clock(&campus).advance(Duration::minutes(25));
        assert_eq!(code(forum::edit_post(&ana, change("tarde", "tarde")).await), Some(Code::EditOver));
        assert_eq!(read(&ana, E, &thread).await.page.rows[0].editable, None);
    })
    .await;
}

#[tokio::test]
async fn posting_is_no_learning_act_and_counts_nowhere() {
    on_both(|campus| async move {
        let revision = || async { counting_revision::Entity::find().one(campus.db.read()).await.unwrap() };
        let (_, ana, eva) = filled(&campus).await;
        let before = revision().await;
        let thread = begin(&ana, E, "Hola", "uno").await;
        say(&eva, E, &thread, "dos").await;
        assert_eq!(revision().await, before);
        for row in participation::Entity::find().all(campus.db.read()).await.unwrap() {
            assert_eq!((row.first_activity_at, row.last_activity_at), (None, None));
        }
    })
    .await;
}
