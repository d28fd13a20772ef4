//! The grid and the gradebook: the same figures as each learner's own pages, at a constant number of queries. On both databases.
#![cfg(test)]

mod classroom;
mod support;

use std::io::Cursor;
use std::sync::Arc;

use calamine::{Data, Reader as _, Xlsx};
use classroom::{RUNNING, at, complete, edition, learner, teaches};
use domain::enrolment::{RosterFilter, RosterOrder};
use domain::error::Code;
use domain::grid::{BookOrder, BookQuery, CellState, GridQuery};
use services::grid::{gradebook, gradebook_xlsx, grid};
use services::{Campus, Ctx, enrolment};
use support::refusals::code;
use support::{clock, on_both, statements};

fn asked() -> GridQuery {
    GridQuery {
        search: String::new(),
        module: String::new(),
        filter: RosterFilter::All,
        order: RosterOrder::Name,
        page: 1,
    }
}

fn book() -> BookQuery {
    BookQuery { search: String::new(), order: BookOrder::FinalGrade, page: 1 }
}

async fn school(campus: &Arc<Campus>) -> (Ctx, Ctx, Ctx) {
    clock(campus).set(at(RUNNING));
    let (e, other) = (edition(campus, "e", None).await, edition(campus, "other", None).await);
    let (teacher, stranger) = (learner(campus, "teacher").await, learner(campus, "stranger").await);
    teaches(&teacher, e).await;
    teaches(&stranger, other).await;
    let ana = learner(campus, "=ana").await;
    enrolment::enrol(&ana, "e").await.unwrap();
    (teacher, stranger, ana)
}

#[tokio::test]
async fn the_gradebook_says_what_each_learners_own_page_says_and_so_does_its_workbook() {
    on_both(|campus| async move {
        let (teacher, stranger, ana) = school(&campus).await;
        let eva = learner(&campus, "eva").await;
        enrolment::enrol(&eva, "e").await.unwrap();
        complete(&eva, "e").await;
        assert_eq!(code(gradebook(&stranger, "e", book()).await), Some(Code::NotForYou));
        assert_eq!(code(gradebook_xlsx(&stranger, "e").await), Some(Code::NotForYou));
        let view = gradebook(&teacher, "e", book()).await.unwrap();
        let names: Vec<&str> = view.rows.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(names, ["eva Demo", "=ana Demo"], "the best first");
        for (who, row) in [(&eva, &view.rows[0]), (&ana, &view.rows[1])] {
            let own = enrolment::grades(who, "e").await.unwrap();
            assert_eq!(row.final_grade, own.final_grade);
            let grades: Vec<_> = own.rows.iter().map(|one| one.grade).collect();
            assert_eq!(row.grades, grades);
        }
        let (name, bytes) = gradebook_xlsx(&teacher, "e").await.unwrap();
        assert_eq!(name, "e.xlsx");
        let mut read: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        let sheet = read.worksheet_range_at(0).unwrap().unwrap();
        let cells: Vec<Vec<Data>> = sheet.rows().map(<[Data]>::to_vec).collect();
        assert_eq!(cells[2][0], Data::String("=ana Demo".into()), "a name is never a formula");
        let last = cells[3].last().cloned().unwrap();
        assert_eq!(last, Data::Float(f64::from(view.rows[0].final_grade.percent())));
    })
    .await;
}

#[tokio::test]
async fn the_grid_tells_who_stands_where_and_leads_nobody_else_there() {
    on_both(|campus| async move {
        let (teacher, stranger, ana) = school(&campus).await;
        services::learning::finish_lesson(&ana, "e", "lesson-1").await.unwrap();
        assert_eq!(code(grid(&stranger, "e", asked()).await), Some(Code::NotForYou));
        let view = grid(&teacher, "e", asked()).await.unwrap();
        let states: Vec<CellState> = view.rows[0].cells.iter().map(|cell| cell.state).collect();
        assert_eq!(states.len(), view.columns.len());
        assert_eq!((states[0], states[1]), (CellState::Done, CellState::Open));
        clock(&campus).set(at("2026-05-01T00:00:00Z"));
        let view = grid(&teacher, "e", asked()).await.unwrap();
        assert_eq!((view.rows[0].cells[0].state, view.rows[0].cells[1].state), (CellState::Done, CellState::Late));
        let second = grid(&teacher, "e", GridQuery { module: "two".into(), ..asked() }).await.unwrap();
        assert_eq!(second.columns.len(), 1);
        let nobody = grid(&teacher, "e", GridQuery { search: "nobody".into(), ..asked() }).await.unwrap();
        assert!(nobody.rows.is_empty());
    })
    .await;
}

#[tokio::test]
async fn both_ask_as_much_for_thirty_people_as_for_one() {
    on_both(|campus| async move {
        let (teacher, _, _) = school(&campus).await;
        let tables = async |ctx: Ctx| {
            grid(&ctx, "e", asked()).await.unwrap();
            gradebook(&ctx, "e", book()).await.unwrap();
        };
        let few = statements(&campus, &teacher, tables).await;
        for number in 0..29 {
            let who = learner(&campus, &format!("p{number}")).await;
            enrolment::enrol(&who, "e").await.unwrap();
        }
        assert_eq!(statements(&campus, &teacher, tables).await, few);
    })
    .await;
}
