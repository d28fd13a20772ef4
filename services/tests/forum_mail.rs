//! Mail of the forums, on both databases: one a window, nothing twice, never one's own, and ended by its own link.
#![cfg(test)]

mod agora;
mod classroom;
mod support;

use agora::{E, answer, begin, digests, filled, new_thread, post_id, read, say, wants};
use chrono::Duration;
use classroom::learner;
use domain::error::Code;
use domain::forum::{MailWindow, PostForm};
use domain::language::Language;
use sea_orm::{EntityTrait, PaginatorTrait};
use services::entity::forum_notice;
use services::{account, forum};
use support::refusals::code;
use support::{on_both, secret_in};

#[tokio::test]
async fn followers_get_one_mail_with_all_that_is_new_and_nothing_twice() {
    on_both(|campus| async move {
        let (docente, ana, eva) = filled(&campus).await;
        account::set_language(&ana, Language::Es).await.unwrap();
        let thread = begin(&ana, E, "Una duda", "¿Qué es?").await;
        let other = begin(&ana, E, "Otra duda", "¿Y esto?").await;
        assert!(digests(&campus).await.is_empty(), "never of one's own posts");

        say(&eva, E, &thread, "Primera").await;
        support::clock(&campus).advance(Duration::seconds(5));
        say(&docente, E, &thread, "Segunda").await;
        say(&eva, E, &other, "Tercera").await;
        assert!(support::mails(&campus).await.iter().all(|mail| !mail.contains("Primera")), "gathered first");
        let sent = digests(&campus).await;
        let to_ana: Vec<_> = sent.iter().filter(|mail| mail.contains("To: ana@example.org")).collect();
        assert_eq!(to_ana.len(), 1, "one mail with all that is new");
        for text in ["Esto es nuevo", "> Primera", "> Segunda", "> Tercera", "Una duda", "Otra duda", "eva Demo:"] {
            assert!(to_ana[0].contains(text), "{text} in {}", to_ana[0]);
        }
        assert!(to_ana[0].contains(&format!("http://campus.test/es/learn/e/forum/{thread}#post-2\n")), "{}", to_ana[0]);
        // Eva follows what she wrote in, in her language, and heard of the second post only.
        let to_eva: Vec<_> = sent.iter().filter(|mail| mail.contains("To: eva@example.org")).collect();
        assert_eq!(to_eva.len(), 1);
        assert!(
            to_eva[0].contains("> Segunda") && !to_eva[0].contains("> Primera") && to_eva[0].contains("This is new")
        );
        assert_eq!(digests(&campus).await.len(), sent.len(), "nothing twice");

        forum::follow(&ana, E, &thread, false).await.unwrap();
        say(&eva, E, &thread, "Cuarta").await;
        assert!(!digests(&campus).await.iter().any(|mail| mail.contains("To: ana@") && mail.contains("Cuarta")));
    })
    .await;
}

#[tokio::test]
async fn a_mail_falls_with_its_post_and_tells_nothing_that_was_hidden() {
    on_both(|campus| async move {
        let (docente, ana, eva) = filled(&campus).await;
        let thread = begin(&ana, E, "Una duda", "¿Qué es?").await;
        let refused = PostForm { post_text: "x".repeat(7_000), ..answer(E, &thread, "") };
        assert_eq!(code(forum::reply(&eva, refused).await), Some(Code::Invalid));
        assert_eq!(forum_notice::Entity::find().count(campus.db.read()).await.unwrap(), 0);
        say(&eva, E, &thread, "Algo feo").await;
        let post = post_id(&docente, E, &thread, 2).await;
        forum::hide_post(&docente, E, &thread, &post, "No respeta las reglas").await.unwrap();
        assert!(digests(&campus).await.is_empty());
        forum::show_post(&docente, E, &thread, &post).await.unwrap();
        assert!(digests(&campus).await.is_empty(), "its time was over");
    })
    .await;
}

#[tokio::test]
async fn whoever_is_mentioned_hears_of_it_unless_they_do_not_want_to() {
    on_both(|campus| async move {
        let (_, ana, eva) = filled(&campus).await;
        let thread = begin(&ana, E, "Una duda", "uno").await;
        say(&eva, E, &thread, "dos").await;
        digests(&campus).await;
        wants(&ana, "never", true).await;
        say(&eva, E, &thread, "tres").await;
        let before = digests(&campus).await.len();
        say(&eva, E, &thread, "cuatro, @ANA DEMO").await;
        let sent = digests(&campus).await;
        assert_eq!(sent.len(), before + 1);
        let mail = sent.iter().find(|mail| mail.contains("cuatro")).unwrap();
        assert!(mail.contains("To: ana@example.org") && mail.contains("eva Demo mentions you in"), "{mail}");
        assert!(mail.contains("> cuatro, @ana Demo") && !mail.contains("tres"), "{mail}");

        // A post that is changed mentions her anew, and she hears of it once.
        support::clock(&campus).advance(Duration::seconds(1));
        let post = post_id(&eva, E, &thread, 4).await;
        let change = |text: &str| PostForm { post: post.clone(), ..answer(E, &thread, text) };
        forum::edit_post(&eva, change("cuatro")).await.unwrap();
        assert!(!read(&ana, E, &thread).await.page.rows[3].html.contains("mention"));
        forum::edit_post(&eva, change("cuatro, @ana Demo")).await.unwrap();
        assert_eq!(digests(&campus).await.len(), before + 1);

        wants(&ana, "never", false).await;
        say(&eva, E, &thread, "cinco, @ana Demo").await;
        assert_eq!(digests(&campus).await.len(), before + 1);
        let outside = learner(&campus, "lejos").await;
        forum::save_name(&outside, &agora::named()).await.unwrap();
        say(&eva, E, &thread, "seis, @lejos Demo").await;
        let view = read(&ana, E, &thread).await;
        assert!(view.page.rows[5].html.contains("@lejos Demo") && !view.page.rows[5].html.contains("mention"));
        assert_eq!(view.names, ["eva Demo"], "those who wrote here, without oneself and without strangers");
    })
    .await;
}

#[tokio::test]
async fn once_a_day_is_in_the_morning_and_a_change_of_mind_moves_what_waits() {
    on_both(|campus| async move {
        let (_, ana, eva) = filled(&campus).await;
        let thread = begin(&ana, E, "Una duda", "uno").await;
        wants(&ana, "daily", true).await;
        say(&eva, E, &thread, "dos").await;
        support::clock(&campus).advance(Duration::hours(2));
        say(&eva, E, &thread, "tres").await;
        assert!(digests(&campus).await.is_empty());
        // The test's day begins at noon UTC: the next seven in the morning of Washington is 11:00 UTC (summer time).
        support::clock(&campus).set(support::at(2026, 3, 11, 11));
        let sent = digests(&campus).await;
        assert_eq!(sent.len(), 1);
        assert!(sent[0].contains("> dos") && sent[0].contains("> tres"));
        say(&eva, E, &thread, "cuatro").await;
        assert_eq!(digests(&campus).await.len(), 1);
        wants(&ana, "at-once", true).await;
        assert_eq!(digests(&campus).await.len(), 2);
        say(&eva, E, &thread, "cinco").await;
        wants(&ana, "never", true).await;
        assert_eq!(digests(&campus).await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_mails_own_link_ends_the_mail_without_signing_in() {
    on_both(|campus| async move {
        let (_, ana, eva) = filled(&campus).await;
        let thread = begin(&ana, E, "Una duda", "uno").await;
        say(&eva, E, &thread, "dos").await;
        let sent = digests(&campus).await;
        let secret = secret_in(&sent[0], "forum-mail");
        let world = support::visitor(&campus);
        assert_eq!(code(forum::check_unsubscribe(&world, "nobody").await), Some(Code::LinkExpired));
        assert_eq!(code(forum::unsubscribe(&world, "").await), Some(Code::LinkExpired));
        forum::check_unsubscribe(&world, &secret).await.unwrap();
        assert_eq!(forum::settings(&ana).await.unwrap().mail, MailWindow::AtOnce, "looking ends nothing");
        say(&eva, E, &thread, "tres").await;
        forum::unsubscribe(&world, &secret).await.unwrap();
        forum::unsubscribe(&world, &secret).await.unwrap();
        say(&eva, E, &thread, "cuatro, @ana Demo").await;
        assert_eq!(digests(&campus).await.len(), 1, "nor what waited");
        let settings = forum::settings(&ana).await.unwrap();
        assert_eq!((settings.mail, settings.mentions), (MailWindow::Never, false));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_workers_mail_each_digest_once() {
    on_both(|campus| async move {
        let (_, ana, eva) = filled(&campus).await;
        let thread = begin(&ana, E, "Una duda", "uno").await;
        for number in 0..5 {
            let reader = learner(&campus, &format!("lectora{number}")).await;
            services::enrolment::enrol(&reader, "e").await.unwrap();
            forum::follow(&reader, E, &thread, true).await.unwrap();
        }
        support::mails(&campus).await;
        forum::reply(&eva, answer(E, &thread, "dos")).await.unwrap();
        begin(&eva, E, "Otra", "nadie la sigue").await;
        support::clock(&campus).advance(Duration::seconds(30));
        let work = || async {
            for _ in 0..3 {
                services::jobs::run_due(&campus).await.unwrap();
            }
        };
        tokio::join!(work(), work());
        assert_eq!(digests(&campus).await.len(), 6);
        assert_eq!(code(forum::start_thread(&eva, new_thread(E, "", "x")).await), Some(Code::Invalid));
    })
    .await;
}
