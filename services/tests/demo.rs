//! The demo campus has something to show on every page, and never touches a campus that has people.
#![cfg(test)]

mod register;
mod support;

use std::collections::BTreeMap;

use domain::counting::Cells;
use domain::edition::Phase;
use domain::error::Code;
use domain::person::SexCell;
use register::furnished;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use services::entity::{account, certificate, participation, person};
use support::{at, clock, on_both, signed_in_as};

#[tokio::test]
async fn every_page_has_something_to_show() {
    on_both(|campus| async move {
        clock(&campus).set(at(2026, 11, 24, 15));
        let ctx = furnished(&campus).await;
        let report = services::demo::load(&ctx, 0).await.unwrap();
        assert_eq!((report.people, report.editions, report.accounts.len()), (404, 18, 4));
        let enrolled = participation::Entity::find().count(ctx.db.read()).await.unwrap();
        let completed = participation::Entity::find()
            .filter(participation::Column::CompletedAt.is_not_null())
            .count(ctx.db.read())
            .await
            .unwrap();
        assert_eq!(certificate::Entity::find().count(ctx.db.read()).await.unwrap(), completed);
        assert!(enrolled > 550 && completed > 250, "{enrolled} {completed}");
        for row in person::Entity::find().all(ctx.db.read()).await.unwrap() {
            assert_eq!(row.family_name, "Demo");
            assert!(row.email.unwrap().ends_with("@demo.invalid"));
        }
        for row in participation::Entity::find().all(ctx.db.read()).await.unwrap() {
            assert!(
                row.completed_at <= Some(campus.now())
                    && row.first_activity_at <= Some(campus.now())
                    && row.last_activity_at <= Some(campus.now())
            );
            assert!(
                row.completed_at.is_none()
                    || (row.first_activity_at.is_some() && row.first_activity_at <= row.completed_at)
            );
        }

        let years = services::indicator::indicator(&ctx, "SISDEHM-PARTICIPANTS", None, "", 1).await.unwrap().years;
        assert_eq!(years.iter().map(|row| row.year).collect::<Vec<_>>(), [Some(2024), Some(2025), Some(2026), None]);
        assert!(years.iter().all(|row| row.persons.unwrap().total() > 40));
        let plan: Cells =
            services::indicator::indicator(&ctx, "MESECVI-TRAINED", None, "", 1).await.unwrap().row.persons.unwrap();
        assert!(SexCell::ALL.iter().all(|cell| plan.get(*cell) > 0), "{plan:?}");
        let trained = services::indicator::indicator(&ctx, "MESECVI-TRAINED", None, "", 1).await.unwrap();
        assert!(trained.moved > 0 && trained.row.participations.unwrap().total() > plan.total(), "people come again");

        let editions = services::edition::list(&ctx, "", 1).await.unwrap().rows;
        let cards: BTreeMap<_, _> = editions.into_iter().map(|row| (row.card.code.clone(), row.card)).collect();
        assert!(cards["sisdehm-2026"].can_join() && cards["sisdehm-2026"].phase == Phase::Running);
        assert_eq!(cards["igualdad-2026"].seats_left, Some(0));
        assert_eq!(cards["pga-proxima-2027"].phase, Phase::Upcoming);
        assert!(cards.values().filter(|card| card.phase == Phase::Ended).count() > 10);
    })
    .await;
}

#[tokio::test]
async fn its_accounts_sign_in_and_have_their_own_pages() {
    on_both(|campus| async move {
        let ctx = furnished(&campus).await;
        let report = services::demo::load(&ctx, 0).await.unwrap();
        let sign_in = |name: &'static str| {
            let (campus, password) = (campus.clone(), report.password.clone());
            async move {
                let account =
                    services::account::sign_in(&support::visitor(&campus), &format!("{name}@demo.invalid"), &password)
                        .await
                        .unwrap();
                signed_in_as(&campus, account).await
            }
        };
        let learner = sign_in("learner").await;
        let mine = services::enrolment::home(&learner).await.unwrap().editions;
        let running = mine.iter().find(|one| one.edition.code == "sisdehm-2026").unwrap();
        assert!((40..60).contains(&running.percent), "{}", running.percent);
        assert!(mine.iter().any(|one| one.certificate.is_some()));
        let instructor = sign_in("instructor").await;
        let taught = services::enrolment::taught(&instructor).await.unwrap();
        assert!(
            taught.iter().any(|one| one.edition.code == "sisdehm-2026" && one.not_started > 0 && one.completed > 0)
        );
        assert!(sign_in("staff").await.person().unwrap().staff);
        assert!(sign_in("admin").await.person().unwrap().administrator);
    })
    .await;
}

#[tokio::test]
async fn it_refuses_a_campus_that_has_people() {
    on_both(|campus| async move {
        let ctx = furnished(&campus).await;
        support::signed_in(&campus, "ana@example.org").await;
        assert_eq!(services::demo::load(&ctx, 0).await.unwrap_err().code(), Some(Code::AlreadyStarted));
        assert_eq!(account::Entity::find().count(ctx.db.read()).await.unwrap(), 1);
        assert_eq!(
            services::demo::load(&support::visitor(&campus), 0).await.unwrap_err().code(),
            Some(Code::SignInFirst)
        );
    })
    .await;
}

#[tokio::test]
async fn it_is_the_same_campus_each_time() {
    let seen = std::sync::Mutex::new(Vec::new());
    on_both(|campus| {
        let seen = &seen;
        async move {
            let ctx = furnished(&campus).await;
            services::demo::load(&ctx, 0).await.unwrap();
            let rows = services::indicator::list(&ctx, None).await.unwrap();
            seen.lock().unwrap().push(rows);
        }
    })
    .await;
    let seen = seen.into_inner().unwrap();
    assert_eq!(seen[0], seen[1]);
}
