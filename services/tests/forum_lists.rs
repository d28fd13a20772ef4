//! Lists and conversations as they grow, on both databases: filters, pages, many people at once, a constant number of queries.
#![cfg(test)]

mod agora;
mod classroom;
mod support;

use std::sync::{Arc, Mutex};

use agora::{E, all, answer, begin, filled, list, named, read, say};
use chrono::Duration;
use classroom::learner;
use domain::forum::{ForumQuery, PostForm, ThreadFilter};
use domain::id::{AccountId, PostId, ThreadId};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use services::entity::{account, forum_post, forum_thread};
use services::{Campus, Ctx, enrolment, forum};
use support::on_both;

#[tokio::test]
async fn lists_are_filtered_and_pinned_ones_stand_first() {
    on_both(|campus| async move {
        let (docente, ana, eva) = filled(&campus).await;
        let old = begin(&ana, E, "Antigua", "uno").await;
        support::clock(&campus).advance(Duration::hours(1));
        let newer = begin(&eva, E, "Nueva 100%", "dos").await;
        support::clock(&campus).advance(Duration::hours(1));
        let pinned = begin(&docente, E, "Reglas", "tres").await;
        support::clock(&campus).advance(Duration::hours(1));
        say(&eva, E, &old, "respondo").await;
        forum::moderate_thread(&docente, E, &pinned, "pin").await.unwrap();
        let titles = |query: ForumQuery| {
            let ana = ana.clone();
            async move {
                let page = forum::forum(&ana, E, &query).await.unwrap().page;
                page.rows.into_iter().map(|row| row.title).collect::<Vec<_>>()
            }
        };
        let filter = |filter| ForumQuery { filter, ..all() };
        assert_eq!(titles(all()).await, ["Reglas", "Antigua", "Nueva 100%"]);
        assert_eq!(titles(filter(ThreadFilter::Unanswered)).await, ["Reglas", "Nueva 100%"]);
        assert_eq!(titles(filter(ThreadFilter::Mine)).await, ["Antigua"]);
        assert_eq!(titles(filter(ThreadFilter::Followed)).await, ["Antigua"]);
        forum::follow(&ana, E, &newer, true).await.unwrap();
        forum::follow(&ana, E, &old, false).await.unwrap();
        assert_eq!(titles(filter(ThreadFilter::Followed)).await, ["Nueva 100%"]);
        say(&ana, E, &old, "otra vez").await;
        assert_eq!(titles(filter(ThreadFilter::Followed)).await, ["Nueva 100%"], "writing again does not follow again");
        for (search, found) in [("100%", 1), ("%", 1), ("_", 0), ("\\", 0), ("RESPONDO", 1), ("nada", 0)] {
            let query = ForumQuery { search: search.into(), ..all() };
            assert_eq!(titles(query).await.len(), found, "{search}");
        }
        let far = ForumQuery { page: 99, ..all() };
        assert_eq!(forum::forum(&ana, E, &far).await.unwrap().page.number, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_at_once_get_a_number_each_and_a_double_click_one() {
    on_both(|campus| async move {
        let (_, ana, eva) = filled(&campus).await;
        let thread = begin(&ana, E, "Hola", "uno").await;
        say(&eva, E, &thread, "dos").await;
        let twice = PostForm { post: PostId(campus.new_id()).to_string(), ..answer(E, &thread, "doble") };
        let mut tasks = Vec::new();
        for number in 0..8 {
            let (ctx, form) = (if number % 2 == 0 { ana.clone() } else { eva.clone() }, answer(E, &thread, "a la vez"));
            tasks.push(tokio::spawn(async move { forum::reply(&ctx, form).await }));
        }
        for _ in 0..2 {
            let (ctx, form) = (ana.clone(), twice.clone());
            tasks.push(tokio::spawn(async move { forum::reply(&ctx, form).await }));
        }
        for task in tasks {
            task.await.unwrap().unwrap();
        }
        let view = read(&ana, E, &thread).await;
        let numbers: Vec<u32> = view.page.rows.iter().map(|post| post.number).collect();
        assert_eq!(numbers, (1..=11).collect::<Vec<_>>());
        assert_eq!(view.page.rows.iter().filter(|post| post.html.contains("doble")).count(), 1);
        let row = forum_thread::Entity::find().one(campus.db.read()).await.unwrap().unwrap();
        assert_eq!(row.posts, 11);
    })
    .await;
}

/// How many statements `ask` sends.
async fn statements<F: Future<Output = ()>>(ctx: &Ctx, ask: impl Fn(Ctx) -> F) -> usize {
    let sent: Arc<Mutex<usize>> = Arc::default();
    let count = sent.clone();
    let db = ctx.db.watched(move |_| *count.lock().unwrap() += 1);
    let campus = Campus::with(db, ctx.settings.clone(), ctx.campus.clock.clone(), ctx.campus.random.clone());
    let watched = Ctx { campus: Arc::new(campus), ..ctx.clone() };
    ask(watched.clone()).await;
    let warm = *sent.lock().unwrap();
    ask(watched).await;
    let all = *sent.lock().unwrap();
    assert!(warm > 0);
    all - warm
}

async fn crowd(campus: &Arc<Campus>, ana: &Ctx, thread: &str, people: usize) {
    let edition = services::edition::store::get_by_code(campus.db.read(), "e").await.unwrap();
    let thread: ThreadId = thread.parse().unwrap();
    let mut authors: Vec<AccountId> = vec![ana.person().unwrap().account];
    for number in 0..people {
        let ctx = learner(campus, &format!("persona{number}")).await;
        enrolment::enrol(&ctx, "e").await.unwrap();
        forum::save_name(&ctx, &named()).await.unwrap();
        authors.push(ctx.person().unwrap().account);
    }
    for number in 0..40 {
        let author = authors[number as usize % authors.len()];
        let post = forum_post::ActiveModel {
            id: Set(PostId(campus.new_id())),
            thread_id: Set(thread),
            number: Set(number + 2),
            author_id: Set(author),
            text: Set("Hola".into()),
            search: Set("hola".into()),
            posted_at: Set(campus.now()),
            edited_at: Set(None),
            hidden_at: Set(None),
            hidden_by: Set(None),
            hidden_reason: Set(None),
        };
        forum_post::Entity::insert(post).exec_without_returning(campus.db.writer()).await.unwrap();
        let other = forum_thread::ActiveModel {
            id: Set(ThreadId(campus.new_id())),
            edition_id: Set(Some(edition.id)),
            course_id: Set(None),
            title: Set(format!("Conversación {number}")),
            author_id: Set(author),
            posts: Set(1),
            posted_at: Set(campus.now()),
            active_at: Set(campus.now()),
            pinned_at: Set(None),
            closed_at: Set(None),
            hidden_at: Set(None),
            answer_id: Set(None),
        };
        forum_thread::Entity::insert(other).exec_without_returning(campus.db.writer()).await.unwrap();
    }
    let row = forum_thread::ActiveModel { id: Set(thread), posts: Set(41), ..Default::default() };
    forum_thread::Entity::update(row).exec(campus.db.writer()).await.unwrap();
}

#[tokio::test]
async fn no_page_asks_more_as_it_grows() {
    on_both(|campus| async move {
        let (docente, ana, eva) = filled(&campus).await;
        let thread = begin(&ana, E, "Una", "hola").await;
        say(&eva, E, &thread, "@ana Demo, dos").await;
        let other = begin(&eva, E, "Otra", "tres").await;
        forum::report(&ana, E, &other, &other, "una razón").await.unwrap();
        let id = thread.clone();
        let count = || {
            let (docente, ana, id) = (docente.clone(), ana.clone(), id.clone());
            async move {
                let list = statements(&docente, |ctx| async move {
                    list(&ctx, E).await;
                });
                let mine = statements(&ana, |ctx| async move {
                    list_page(&ctx).await;
                });
                let one = statements(&docente, |ctx| {
                    let id = id.clone();
                    async move {
                        read(&ctx, E, &id).await;
                    }
                });
                let queue = statements(&docente, |ctx| async move {
                    forum::queue(&ctx, E, 1).await.unwrap();
                });
                (list.await, mine.await, one.await, queue.await)
            }
        };
        let small = count().await;
        services::entity::forum_mention::Entity::delete_many().exec(campus.db.writer()).await.unwrap();
        services::entity::forum_notice::Entity::delete_many().exec(campus.db.writer()).await.unwrap();
        forum_post::Entity::delete_many()
            .filter(forum_post::Column::Number.eq(2))
            .exec(campus.db.writer())
            .await
            .unwrap();
        crowd(&campus, &ana, &thread, 12).await;
        let large = count().await;
        assert_eq!(read(&ana, E, &thread).await.page.rows.len(), 25);
        assert_eq!(list(&ana, E).await.page.rows.len(), 25);
        assert_eq!(small, large);
        assert!(small.0 <= 10 && small.2 <= 14, "{small:?}");
        assert!(account::Entity::find().count(campus.db.read()).await.unwrap() > 12);
    })
    .await;
}

async fn list_page(ctx: &Ctx) {
    let query = ForumQuery { search: "hola".into(), filter: ThreadFilter::Mine, page: 1 };
    forum::forum(ctx, E, &query).await.unwrap();
}
