//! Promised work: it commits or falls with its transaction; mails leave, wait, or are given up.
#![cfg(test)]

mod support;

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use chrono::Duration;
use domain::language::Language;
use sea_orm::{EntityTrait, PaginatorTrait, QueryOrder};
use services::Campus;
use services::entity::job;
use services::jobs::{Mail, enqueue, run_due};
use support::{clock, mails, on_both, on_both_with};

fn welcome() -> Mail {
    Mail::Welcome { edition: "Señales de progreso".into() }
}

async fn promise(campus: &Campus, to: &str, mail: Mail) {
    let tx = campus.db.begin_write().await.unwrap();
    enqueue(&tx, campus, to, Language::Es, mail).await.unwrap();
    tx.commit().await.unwrap();
}

async fn jobs(campus: &Campus) -> Vec<job::Model> {
    job::Entity::find().order_by_asc(job::Column::Id).all(campus.db.read()).await.unwrap()
}

#[tokio::test]
async fn a_job_commits_or_falls_with_its_transaction() {
    on_both(|campus| async move {
        let tx = campus.db.begin_write().await.unwrap();
        enqueue(&tx, &campus, "ana@example.org", Language::Es, welcome()).await.unwrap();
        tx.rollback().await.unwrap();
        let tx = campus.db.begin_write().await.unwrap();
        enqueue(&tx, &campus, "ana@example.org", Language::Es, welcome()).await.unwrap();
        drop(tx);
        assert_eq!(run_due(&campus).await.unwrap(), 0);
        assert_eq!(job::Entity::find().count(campus.db.read()).await.unwrap(), 0);
        promise(&campus, "ana@example.org", welcome()).await;
        assert_eq!(run_due(&campus).await.unwrap(), 1);
        assert_eq!(run_due(&campus).await.unwrap(), 0);
    })
    .await;
}

#[tokio::test]
async fn without_smtp_each_mail_is_a_readable_file() {
    on_both(|campus| async move {
        promise(&campus, "ana@example.org", Mail::VerifyEmail { given_name: "Íñigo".into(), secret: "ab".repeat(32) })
            .await;
        clock(&campus).advance(Duration::milliseconds(1));
        promise(&campus, "eva@example.org", Mail::Certificate { edition: "Señales".into(), code: "K7-XYZ".into() })
            .await;
        let sent = mails(&campus).await;
        assert_eq!(sent.len(), 2);
        let link = format!("\nhttp://campus.test/es/verify-email/{}\n", "ab".repeat(32));
        assert!(sent[0].contains(&link) && sent[0].contains("Hola, Íñigo:"), "{}", sent[0]);
        assert!(
            sent[0].contains("To: ana@example.org") && sent[0].contains("Date: Mon, 02 Mar 2026 15:00:00 +0000"),
            "{}",
            sent[0]
        );
        assert!(
            sent[1].contains("/es/certificates/K7-XYZ\n") && sent[1].contains("/es/verify/K7-XYZ\n"),
            "{}",
            sent[1]
        );
        let names: Vec<_> =
            std::fs::read_dir(&campus.settings.mail.outbox).unwrap().map(|file| file.unwrap().file_name()).collect();
        assert!(
            names.iter().all(|name| name.to_string_lossy().starts_with("20260302T150000Z-")
                && name.to_string_lossy().ends_with(".eml"))
        );
        for job in jobs(&campus).await {
            assert_eq!(
                (job.payload.as_str(), job.attempts, job.failure),
                ("{}", 1, None),
                "neither address nor secret outlives the sending"
            );
            assert_eq!(job.done_at, Some(campus.now()));
        }
    })
    .await;
}

#[tokio::test]
async fn two_workers_send_each_mail_once() {
    on_both(|campus| async move {
        for reader in 0..15 {
            promise(&campus, &format!("p{reader}@example.org"), welcome()).await;
        }
        let work = || async {
            let mut done = 0;
            for _ in 0..3 {
                done += run_due(&campus).await.unwrap();
            }
            done
        };
        let (one, two) = tokio::join!(work(), work());
        assert_eq!(one + two, 15);
        assert_eq!(mails(&campus).await.len(), 15);
    })
    .await;
}

#[tokio::test]
async fn a_server_out_of_reach_is_tried_later_and_at_last_given_up() {
    let nowhere = |settings: &mut services::ctx::Settings| settings.mail.smtp_url = Some("smtp://127.0.0.1:1".into());
    on_both_with(nowhere, |campus| async move {
        promise(&campus, "ana@example.org", welcome()).await;
        let begun = campus.now();
        for attempt in 1..=8 {
            assert_eq!(run_due(&campus).await.unwrap(), 1, "attempt {attempt}");
            assert_eq!(run_due(&campus).await.unwrap(), 0, "it waits after attempt {attempt}");
            let job = jobs(&campus).await.remove(0);
            assert_eq!((job.attempts, job.done_at.is_some()), (attempt, attempt == 8));
            assert!(job.failure.is_some());
            if attempt < 8 {
                assert_eq!(job.run_at - campus.now(), Duration::minutes(1 << (attempt - 1)));
                clock(&campus).set(job.run_at);
            }
        }
        assert_eq!(campus.now() - begun, Duration::minutes(127));
        clock(&campus).advance(Duration::days(30));
        assert_eq!(run_due(&campus).await.unwrap(), 0);
    })
    .await;
}

/// A mail server that refuses `never@…` for good, `later@…` for now, and notes whom it took a mail for.
fn mail_server() -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("smtp://{}", listener.local_addr().unwrap());
    let taken: Arc<Mutex<Vec<String>>> = Arc::default();
    let notes = taken.clone();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let notes = notes.clone();
            std::thread::spawn(move || talk(stream, &notes));
        }
    });
    (url, taken)
}

fn talk(stream: TcpStream, taken: &Mutex<Vec<String>>) {
    let mut out = stream.try_clone().unwrap();
    let mut say = move |text: &str| out.write_all(format!("{text}\r\n").as_bytes()).is_ok();
    say("220 mail.test");
    let (mut data, mut reader) = (false, String::new());
    for line in BufReader::new(stream).lines().map_while(Result::ok) {
        if data {
            if line == "." {
                data = false;
                taken.lock().unwrap().push(reader.clone());
                say("250 taken");
            }
            continue;
        }
        let going_on = match line.get(..4).unwrap_or_default() {
            "EHLO" => say("250-mail.test") && say("250 8BITMIME"),
            "RCPT" if line.contains("never@") => say("550 no such reader"),
            "RCPT" if line.contains("later@") => say("451 try again"),
            "RCPT" => {
                reader = line;
                say("250 ok")
            }
            "DATA" => {
                data = true;
                say("354 go on")
            }
            "QUIT" => {
                say("221 bye");
                return;
            }
            _ => say("250 ok"),
        };
        if !going_on {
            return;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_failing_mail_does_not_hold_up_the_rest() {
    let (url, taken) = mail_server();
    let smtp = |settings: &mut services::ctx::Settings| settings.mail.smtp_url = Some(url.clone());
    on_both_with(smtp, |campus| {
        let taken = taken.clone();
        async move {
            taken.lock().unwrap().clear();
            for reader in ["never@example.org", "later@example.org", "not an address", "ana@example.org"] {
                promise(&campus, reader, welcome()).await;
            }
            assert_eq!(run_due(&campus).await.unwrap(), 4);
            let taken = taken.lock().unwrap().clone();
            assert_eq!(taken.len(), 1);
            assert!(taken[0].contains("ana@example.org"), "{taken:?}");
            let mut open = Vec::new();
            for job in jobs(&campus).await {
                if job.done_at.is_none() {
                    assert!(job.payload.contains("later@example.org") && job.failure.unwrap().contains("try again"));
                    open.push(job.run_at);
                }
            }
            assert_eq!(open, [campus.now() + Duration::minutes(1)]);
        }
    })
    .await;
}
