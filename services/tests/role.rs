//! Roles: granted for every country or for some, seen in a list, taken away again.
#![cfg(test)]

mod register;
mod support;

use domain::declaration::CorrectionForm;
use domain::error::Code;
use domain::role::{Role, RoleForm};
use register::{edition, furnished, import};
use services::{Ctx, account as accounts};
use support::refusals::{code, fields};
use support::{administrator, on_both, signed_in, staff, staff_without_names};

fn names_of(email: &str, countries: &[&str]) -> RoleForm {
    let countries = countries.iter().map(|code| (*code).to_owned()).collect();
    RoleForm { email: email.into(), role: Role::PersonalData.to_string(), countries }
}

/// (country, participation) of those behind a figure.
async fn behind(ctx: &Ctx) -> Vec<(String, String)> {
    let page = services::indicator::members(ctx, "PGA-TRAINED", None, None, 1).await.unwrap();
    page.rows.into_iter().map(|row| (row.country.unwrap_or_default(), row.participation.unwrap())).collect()
}

/// The names that this reader sees, by country.
async fn seen(ctx: &Ctx) -> Vec<(String, Option<String>)> {
    let mut seen = Vec::new();
    for (country, participation) in behind(ctx).await {
        seen.push((country, services::person::declaration(ctx, &participation).await.unwrap().name));
    }
    seen.sort();
    seen
}

fn row(country: &str, name: Option<&str>) -> (String, Option<String>) {
    (country.to_owned(), name.map(str::to_owned))
}

#[tokio::test]
async fn a_right_for_some_countries_shows_their_names_and_no_others() {
    on_both(|campus| async move {
        let ctx = furnished(&campus).await;
        edition(&ctx, "pga", "pga-a", "workshop", ("2025-01-01", "2025-12-31")).await;
        let rows = "Ana,Demo,ana@example.org,woman,PY,oas,,,,2025-02-01,2025-03-01\n\
                    Bo,Demo,bo@example.org,man,GT,,,,,2025-02-01,2025-03-02\n\
                    Cleo,Demo,cleo@example.org,woman,,,,,,2025-02-01,2025-03-03\n";
        import(&ctx, "pga-a", rows).await;
        let admin = administrator(&campus).await;
        let before = staff_without_names(&campus).await;
        let nobody = [row("", None), row("GT", None), row("PY", None)];
        assert_eq!(seen(&before).await, nobody);

        accounts::grant(&admin, &names_of("figures@example.org", &["PY", "cl"])).await.unwrap();
        let some = staff_without_names(&campus).await;
        assert_eq!(seen(&some).await, [row("", None), row("GT", None), row("PY", Some("Ana Demo"))]);
        let of =
            |country: &str, all: &[(String, String)]| all.iter().find(|(code, _)| code == country).unwrap().1.clone();
        let all = behind(&some).await;
        let correct = |participation: String| CorrectionForm {
            participation,
            sex: "another".into(),
            country: "PY".into(),
            personnel_kind: String::new(),
            reason: "Error de la lista".into(),
        };
        services::person::correct_declaration(&some, &correct(of("PY", &all))).await.unwrap();
        for other in ["GT", ""] {
            let refused = services::person::correct_declaration(&some, &correct(of(other, &all))).await;
            assert_eq!(code(refused), Some(Code::NotForYou), "not a country of theirs: {other:?}");
        }
        let view = services::person::declaration(&some, &of("PY", &all)).await.unwrap();
        assert!(!view.everywhere, "no rosters, and nobody is erased");
        let erased = services::person::erase(&some, &of("PY", &all), "pedido", true).await;
        assert_eq!(code(erased), Some(Code::NotForYou));
        assert_eq!(code(services::duplicate::candidates(&some, 1).await), Some(Code::NotForYou));

        // Granting it again for all takes the countries away.
        accounts::grant(&admin, &names_of("figures@example.org", &[])).await.unwrap();
        let everybody = staff_without_names(&campus).await;
        assert!(seen(&everybody).await.iter().all(|(_, name)| name.is_some()));
        let account = everybody.person().unwrap().account.to_string();
        accounts::revoke(&admin, &account, Role::PersonalData).await.unwrap();
        assert!(seen(&staff_without_names(&campus).await).await.iter().all(|(_, name)| name.is_none()));
    })
    .await;
}

#[tokio::test]
async fn roles_are_listed_and_the_last_administrator_stays() {
    on_both(|campus| async move {
        furnished(&campus).await;
        staff(&campus).await;
        let admin = administrator(&campus).await;
        signed_in(&campus, "ana@example.org").await;
        accounts::grant(&admin, &names_of("ana@example.org", &["PE"])).await.unwrap();
        let listed = accounts::holders(&admin, "", 1).await.unwrap();
        let held: Vec<(String, usize)> = listed.rows.iter().map(|row| (row.email.clone(), row.roles.len())).collect();
        let expected = [("admin@example.org", 1), ("ana@example.org", 1), ("staff@example.org", 2)];
        assert_eq!(held, expected.map(|(email, roles)| (email.to_owned(), roles)));
        let found = accounts::holders(&admin, "ANA@", 1).await.unwrap();
        assert_eq!(found.rows.len(), 1);
        assert_eq!(found.rows[0].roles[0].countries, ["PE"]);

        let refused = |result| code::<()>(result);
        let mine = admin.person().unwrap().account.to_string();
        assert_eq!(refused(accounts::revoke(&admin, &mine, Role::Administrator).await), Some(Code::LastAdministrator));
        assert_eq!(refused(accounts::revoke(&admin, &mine, Role::Staff).await), Some(Code::NotFound), "not held");
        let second = RoleForm { email: "ana@example.org".into(), role: "administrator".into(), ..RoleForm::default() };
        accounts::grant(&admin, &second).await.unwrap();
        accounts::revoke(&admin, &mine, Role::Administrator).await.unwrap();
        let was = support::signed_in_as(&campus, admin.person().unwrap().account).await;
        assert_eq!(code(accounts::holders(&was, "", 1).await), Some(Code::NotForYou), "from the next request on");

        let ana = signed_in(&campus, "ana@example.org").await;
        let wrong = RoleForm { countries: vec!["PE".into()], ..second };
        assert_eq!(fields(accounts::grant(&ana, &wrong).await), [("countries".to_owned(), Code::CountriesForNames)]);
    })
    .await;
}
