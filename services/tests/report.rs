//! The closing report: the same people as the database holds, its words, its workbook, and for nobody else. On both databases.
#![cfg(test)]

mod classroom;
mod support;

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use classroom::{RUNNING, at, complete, edition, learner, teaches};
use domain::application::{ApplicationFilter, ApplicationsQuery, Decision};
use domain::edition::EditionForm;
use domain::error::Code;
use domain::report::Narrative;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use services::entity::participation;
use services::report::{report, report_pdf, report_xlsx, save_narrative};
use services::{application, edition as editions, enrolment};
use support::refusals::{code, fields};
use support::{clock, on_both, statements};

#[tokio::test]
async fn it_counts_from_the_application_to_the_completion_and_tells_what_happened() {
    on_both(|campus| async move {
        clock(&campus).set(at(RUNNING));
        let (e, other) = (edition(&campus, "e", Some(2)).await, edition(&campus, "other", None).await);
        let (teacher, stranger) = (learner(&campus, "teacher").await, learner(&campus, "stranger").await);
        teaches(&teacher, e).await;
        teaches(&stranger, other).await;
        assert_eq!(report(&teacher, "e").await.unwrap().numbers.all.applied, None, "nobody applies here");
        let form = editions::settings(&teacher, "e").await.unwrap().form;
        editions::save_settings(&teacher, &EditionForm { enrolment: "application".into(), ..form }).await.unwrap();
        let mut people = Vec::new();
        for name in ["ana", "eva", "iris"] {
            let who = learner(&campus, name).await;
            application::apply(&who, "e", &BTreeMap::new()).await.unwrap();
            people.push(who);
        }
        let all = ApplicationsQuery { search: String::new(), filter: ApplicationFilter::All, page: 1 };
        let rows = application::list(&teacher, "e", &all).await.unwrap().page.rows;
        let ids: Vec<String> =
            rows.iter().filter(|row| !row.name.starts_with("iris")).map(|row| row.id.to_string()).collect();
        application::decide(&teacher, "e", &ids, Decision::Accept, "", false).await.unwrap();
        services::learning::finish_lesson(&people[1], "e", "lesson-1").await.unwrap();
        complete(&people[0], "e").await;

        assert_eq!(code(report(&stranger, "e").await), Some(Code::NotForYou));
        assert_eq!(code(report_xlsx(&stranger, "e").await), Some(Code::NotForYou));
        assert_eq!(code(report_pdf(&stranger, "e").await), Some(Code::NotForYou));
        let view = report(&teacher, "e").await.unwrap();
        let funnel = &view.numbers.all;
        assert_eq!((funnel.applied.unwrap().woman, funnel.enrolled.woman), (3, 2));
        assert_eq!((funnel.started.total(), funnel.completed.total()), (2, 1));
        let plain = participation::Entity::find()
            .filter(participation::Column::EditionId.eq(e))
            .filter(participation::Column::CompletedAt.is_not_null());
        assert_eq!(plain.count(campus.db.read()).await.unwrap(), u64::from(funnel.completed.total()));
        assert_eq!(view.numbers.countries["PE"].enrolled.total(), 2);

        let words = Narrative { edition: "e".into(), happened: "=1+1 happened".into(), ..Narrative::default() };
        assert_eq!(code(save_narrative(&stranger, &words).await), Some(Code::NotForYou));
        save_narrative(&teacher, &words).await.unwrap();
        assert_eq!(code(save_narrative(&teacher, &words).await), Some(Code::ChangedMeanwhile));
        let long = Narrative { advice: "x".repeat(8_001), revision: 1, ..words };
        assert_eq!(fields(save_narrative(&teacher, &long).await), [("advice".to_owned(), Code::TooLong)]);

        let (name, paper) = report_pdf(&teacher, "e").await.unwrap();
        assert!(name == "e-report.pdf" && paper.starts_with(b"%PDF-"));
        let (_, bytes) = report_xlsx(&teacher, "e").await.unwrap();
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        assert_eq!(book.sheet_names().len(), 6);
        let sexes = book.worksheet_range_at(0).unwrap().unwrap();
        let totals: Vec<Data> = (1..5).map(|row| sexes.get((row, 6)).cloned().unwrap()).collect();
        assert_eq!(totals, [3, 2, 2, 1].map(|count| Data::Float(f64::from(count))));
        let said = book.worksheet_range_at(4).unwrap().unwrap();
        assert_eq!(said.get((0, 0)), Some(&Data::String("=1+1 happened".into())), "a text is never a formula");

        for (from, to) in [("open", "grading"), ("grading", "closed")] {
            editions::change_state(&teacher, "e", from, to, "").await.unwrap();
        }
        let late = Narrative { edition: "e".into(), revision: 1, ..Narrative::default() };
        assert_eq!(code(save_narrative(&teacher, &late).await), Some(Code::EditionClosed));
        assert_eq!(report(&teacher, "e").await.unwrap().narrative.happened, "=1+1 happened");
    })
    .await;
}

#[tokio::test]
async fn it_asks_as_much_for_thirty_people_as_for_one() {
    on_both(|campus| async move {
        clock(&campus).set(at(RUNNING));
        let e = edition(&campus, "e", None).await;
        let teacher = learner(&campus, "teacher").await;
        teaches(&teacher, e).await;
        let read = async |ctx: services::Ctx| drop(report(&ctx, "e").await.unwrap());
        let few = statements(&campus, &teacher, read).await;
        for number in 0..30 {
            enrolment::enrol(&learner(&campus, &format!("p{number}")).await, "e").await.unwrap();
        }
        assert_eq!(statements(&campus, &teacher, read).await, few);
    })
    .await;
}
