//! What the world sees: closed years alone, with what is small hidden.
#![cfg(test)]

mod register;
mod support;

use domain::period::ClosingForm;
use register::{edition, furnished};
use services::Ctx;
use support::on_both;

async fn close(ctx: &Ctx, year: &str) {
    let form =
        ClosingForm { period: year.into(), approver: "Somebody".into(), read: "1".into(), ..ClosingForm::default() };
    services::period::close(ctx, &form).await.unwrap();
}

#[tokio::test]
async fn nothing_is_published_before_a_year_is_closed_and_nothing_small_after() {
    on_both(|campus| async move {
        let ctx = furnished(&campus).await;
        edition(&ctx, "pga", "pga-a", "workshop", ("2025-01-01", "2025-12-31")).await;
        let mut rows = String::new();
        for n in 0..40 {
            let sex = ["woman", "woman", "man", "man", "woman"][n % 5];
            let sex = if n == 7 { "another" } else { sex };
            let country = if n < 30 {
                "PY"
            } else if n < 38 {
                "GT"
            } else {
                "BB"
            };
            rows += &format!("P{n},Demo,p{n}@example.org,{sex},{country},,,,,2025-02-01,2025-03-01\n");
        }
        register::import(&ctx, "pga-a", &rows).await;
        let visitor = support::visitor(&campus);
        let before = services::publication::view(&visitor).await.unwrap();
        assert!(before.newest.is_none() && before.indicators.is_empty());

        close(&ctx, "2025").await;
        let view = services::publication::view(&visitor).await.unwrap();
        assert_eq!(view.newest, Some(2025));
        let pga = view.indicators.iter().find(|one| one.code == "PGA-TRAINED").unwrap();
        let rows = &pga.people.as_ref().unwrap().rows;
        assert_eq!(rows.len(), 2, "the year and the plan");
        for row in rows {
            assert_eq!((row.total, row.cells.woman, row.cells.man), (Some(40), Some(24), Some(15)));
            assert_eq!(
                (row.cells.another, row.cells.declined, row.cells.not_recorded),
                (None, None, None),
                "one of them is small"
            );
        }
        assert_eq!(view.countries, [(Some("PY".to_owned()), 30), (None, 10)], "few from Barbados stand with Guatemala");
        let csv = services::publication::csv(&visitor).await.unwrap();
        let line = csv.lines().find(|line| line.contains("PGA-TRAINED") && line.contains("\"2025\"")).unwrap();
        assert!(line.contains("\"40\",\"24\",\"15\",\"hidden\",\"hidden\",\"hidden\""), "{line}");

        // What comes later is not published until it is closed.
        register::import(&ctx, "pga-a", "Late,Demo,late@example.org,woman,PY,,,,,2025-02-01,2025-03-01\n").await;
        assert_eq!(services::publication::view(&visitor).await.unwrap(), view);
    })
    .await;
}
