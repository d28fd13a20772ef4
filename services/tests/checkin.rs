//! Check-in and claims: signed on the spot without an account, counted once, found again later.
#![cfg(test)]

mod lists;
mod register;
mod support;

use domain::checkin::SignForm;
use domain::error::Code;
use domain::id::PersonId;
use domain::person::Sex;
use lists::taken;
use register::{edition, furnished};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use services::checkin::{end, here, open, sign, view};
use services::entity::{attendance, checkin_signature, consent, meeting, participation, person};
use services::{Campus, Ctx};
use support::refusals::{code, fields};
use support::{clock, mails, on_both, secret_in, visitor};

const TALLER: &str = "taller-2026";

async fn workshop(campus: &std::sync::Arc<Campus>) -> Ctx {
    let ctx = furnished(campus).await;
    edition(&ctx, "sisdehm", TALLER, "workshop", ("2026-03-01", "2026-03-05")).await;
    support::instructor(campus, "ines@example.org", TALLER).await
}

async fn opened(campus: &std::sync::Arc<Campus>) -> (Ctx, String) {
    let instructor = workshop(campus).await;
    open(&instructor, TALLER, "4", "").await.unwrap();
    let code = view(&instructor, TALLER).await.unwrap().open.unwrap().code;
    (instructor, code)
}

fn form(code: &str, name: &str, email: &str) -> SignForm {
    SignForm {
        code: code.into(),
        given_name: name.into(),
        family_name: "Demo".into(),
        email: email.into(),
        ..SignForm::default()
    }
}

async fn people(ctx: &Ctx) -> u64 {
    participation::Entity::find().count(ctx.db.read()).await.unwrap()
}

#[tokio::test]
async fn a_code_on_the_wall_lets_people_sign_and_each_counts() {
    on_both(|campus| async move {
        let (instructor, code) = opened(&campus).await;
        let seen = view(&instructor, TALLER).await.unwrap().open.unwrap();
        assert_eq!(seen.address, format!("http://campus.test/es/here/{code}"));
        assert!(seen.qr_path.starts_with("M4 4h7"));
        // Opening again changes nothing: the code is on the wall.
        open(&instructor, TALLER, "8", "").await.unwrap();
        assert_eq!(view(&instructor, TALLER).await.unwrap().open.unwrap().code, code);

        let guest = visitor(&campus);
        assert_eq!(here(&guest, &code.to_lowercase()).await.unwrap().edition.code, TALLER);
        let ana = SignForm {
            sex: "woman".into(),
            country: "PY".into(),
            personnel_kind: "health".into(),
            consent: "1".into(),
            ..form(&code, "Ana", "ANA@demo.invalid")
        };
        sign(&guest, "phone-1", &ana).await.unwrap();
        let row = participation::Entity::find().one(guest.db.read()).await.unwrap().unwrap();
        assert_eq!((row.sex, row.country.as_deref()), (Some(Sex::Woman), Some("PY")));
        assert_eq!(row.first_activity_at, Some(campus.now()), "attendance signed is a learning act");
        assert_eq!(consent::Entity::find().count(guest.db.read()).await.unwrap(), 1);
        let record = person::Entity::find_by_id(row.person_id).one(guest.db.read()).await.unwrap().unwrap();
        assert_eq!((record.email.as_deref(), record.sex), (Some("ana@demo.invalid"), None));
        assert_eq!(view(&instructor, TALLER).await.unwrap().open.unwrap().signed, 1);
    })
    .await;
}

#[tokio::test]
async fn the_same_person_twice_counts_once() {
    on_both(|campus| async move {
        let (_, code) = opened(&campus).await;
        let guest = visitor(&campus);
        // The same address from another phone; the same name from the same phone; two taps at once.
        sign(&guest, "phone-1", &form(&code, "Ana", "ana@demo.invalid")).await.unwrap();
        sign(&guest, "phone-2", &form(&code, "Ana María", "ana@demo.invalid")).await.unwrap();
        assert_eq!(people(&guest).await, 1);
        let beto = form(&code, "Beto", "");
        let (one, two) = tokio::join!(sign(&guest, "phone-3", &beto), sign(&guest, "phone-3", &beto));
        one.unwrap();
        two.unwrap();
        sign(&guest, "phone-3", &form(&code, "BETO", "")).await.unwrap();
        assert_eq!(people(&guest).await, 2);
        // Another name on the same phone is somebody else, who borrowed it; the same name on another phone too.
        sign(&guest, "phone-3", &form(&code, "Caro", "")).await.unwrap();
        sign(&guest, "phone-4", &form(&code, "Beto", "")).await.unwrap();
        assert_eq!(people(&guest).await, 4);
        // Who gives an address later is still the same.
        sign(&guest, "phone-4", &form(&code, "Beto", "beto@demo.invalid")).await.unwrap();
        assert_eq!(people(&guest).await, 4);
        assert_eq!(checkin_signature::Entity::find().count(guest.db.read()).await.unwrap(), 4);
    })
    .await;
}

#[tokio::test]
async fn whoever_was_taken_for_a_no_show_and_signs_is_there() {
    on_both(|campus| async move {
        let (instructor, code) = opened(&campus).await;
        taken(&instructor, TALLER, "Nombre,Apellidos,Correo,Asistió\nBea,Demo,bea@demo.invalid,no\n").await;
        let row = participation::Entity::find().one(campus.db.read()).await.unwrap().unwrap();
        let form_of = services::enrolment::RosterForm {
            edition: TALLER.into(),
            ids: vec![row.id.to_string()],
            ..Default::default()
        };
        services::enrolment::act(&instructor, &form_of, domain::enrolment::RosterAct::NoShow).await.unwrap();
        sign(&visitor(&campus), "b", &form(&code, "Bea", "bea@demo.invalid")).await.unwrap();
        let row = participation::Entity::find().one(campus.db.read()).await.unwrap().unwrap();
        assert!(row.outcome.is_none() && row.first_activity_at.is_some());
    })
    .await;
}

#[tokio::test]
async fn whoever_is_on_the_list_is_asked_and_not_doubled() {
    on_both(|campus| async move {
        let (instructor, code) = opened(&campus).await;
        taken(&instructor, TALLER, "Nombre,Apellidos,Correo,Asistió\nAna,Demo,,no\nBea,Demo,bea@demo.invalid,no\n")
            .await;
        let guest = visitor(&campus);
        assert_eq!(fields(sign(&guest, "a", &form(&code, "Aná", "")).await), [("on_the_list".into(), Code::SameName)]);
        sign(&guest, "a", &SignForm { on_the_list: "yes".into(), ..form(&code, "Aná", "ana@demo.invalid") })
            .await
            .unwrap();
        sign(&guest, "b", &form(&code, "Bea", "bea@demo.invalid")).await.unwrap();
        assert_eq!(people(&guest).await, 2);
        let dated = participation::Entity::find()
            .filter(participation::Column::FirstActivityAt.is_not_null())
            .count(guest.db.read());
        assert_eq!(dated.await.unwrap(), 2);
        // A namesake who says so is somebody else; once the one on the list has signed, nobody is asked.
        sign(&guest, "c", &form(&code, "Ana", "")).await.unwrap();
        assert_eq!(people(&guest).await, 3);
    })
    .await;
}

#[tokio::test]
async fn a_wrong_an_ended_and_an_expired_code_say_so() {
    on_both(|campus| async move {
        let (instructor, right) = opened(&campus).await;
        let mut guest = visitor(&campus);
        guest.peer = "203.0.113.7".parse().ok();
        assert_eq!(code(here(&guest, "ZZZZZZ").await), Some(Code::CheckinUnknown));
        assert_eq!(code(sign(&guest, "a", &form("ZZZZZZ", "Ana", "")).await), Some(Code::CheckinUnknown));
        clock(&campus).advance(chrono::Duration::hours(5));
        assert_eq!(code(here(&guest, &right).await), Some(Code::CheckinEnded));
        open(&instructor, TALLER, "1", "").await.unwrap();
        let second = view(&instructor, TALLER).await.unwrap().open.unwrap().code;
        assert_ne!(second, right);
        end(&instructor, TALLER).await.unwrap();
        end(&instructor, TALLER).await.unwrap();
        assert_eq!(code(sign(&guest, "a", &form(&second, "Ana", "")).await), Some(Code::CheckinEnded));
        assert_eq!(people(&guest).await, 0);
        // Guessing is stopped; a right code is not.
        for _ in 0..80 {
            let _ = here(&guest, &campus.secret()).await;
        }
        assert_eq!(code(here(&guest, "ZZZZZY").await), Some(Code::TooMany));
        open(&instructor, TALLER, "1", "").await.unwrap();
        let third = view(&instructor, TALLER).await.unwrap().open.unwrap().code;
        assert!(here(&guest, &third).await.is_ok());
        for n in 0..10 {
            sign(&guest, "a", &form(&third, &format!("Ana{n}"), "")).await.unwrap();
        }
        assert_eq!(
            code(sign(&guest, "a", &form(&third, "Ana", "")).await),
            Some(Code::TooMany),
            "one phone signs for ten"
        );
        sign(&guest, "b", &form(&third, "Bea", "")).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_check_in_is_for_the_editions_own_instructors_and_may_belong_to_a_session() {
    on_both(|campus| async move {
        let instructor = workshop(&campus).await;
        let learner = support::signed_in(&campus, "ana@example.org").await;
        for (who, refused) in [(visitor(&campus), Code::SignInFirst), (learner, Code::NotForYou)] {
            assert_eq!(code(view(&who, TALLER).await), Some(refused));
            assert_eq!(code(open(&who, TALLER, "1", "").await), Some(refused));
            assert_eq!(code(end(&who, TALLER).await), Some(refused));
        }
        assert_eq!(fields(open(&instructor, TALLER, "99", "").await), [("hours".into(), Code::ChoiceUnknown)]);
        assert_eq!(fields(open(&instructor, TALLER, "1", "none").await), [("meeting".into(), Code::ChoiceUnknown)]);
        let found = services::edition::store::get_by_code(instructor.db.read(), TALLER).await.unwrap();
        let session = domain::id::MeetingId(campus.new_id());
        let row = meeting::ActiveModel {
            id: Set(session),
            edition_id: Set(found.id),
            title: Set("Primera sesión".into()),
            starts_at: Set(campus.now()),
            ends_at: Set(campus.now()),
            place: Set(None),
            link: Set(None),
            created_at: Set(campus.now()),
            changed_at: Set(None),
            reminded_at: Set(None),
        };
        meeting::Entity::insert(row).exec_without_returning(instructor.db.writer()).await.unwrap();
        open(&instructor, TALLER, "1", &session.to_string()).await.unwrap();
        let open = view(&instructor, TALLER).await.unwrap().open.unwrap();
        assert_eq!(open.meeting.as_deref(), Some("Primera sesión"));
        sign(&visitor(&campus), "a", &form(&open.code, "Ana", "")).await.unwrap();
        assert_eq!(attendance::Entity::find().count(instructor.db.read()).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn registering_with_the_address_of_the_list_finds_the_certificate() {
    on_both(|campus| async move {
        let staff = furnished(&campus).await;
        edition(&staff, "sisdehm", TALLER, "workshop", ("2026-02-01", "2026-02-05")).await;
        taken(&staff, TALLER, "Nombre,Apellidos,Correo,Aprobó\nAna,Demo,ana@demo.invalid,sí\n").await;
        let form = domain::account::RegisterForm {
            given_name: "Ana".into(),
            family_name: "Demo".into(),
            email: "ana@demo.invalid".into(),
            password: "una frase muy larga".into(),
            language: "es".into(),
            next: String::new(),
        };
        services::account::register(&visitor(&campus), form).await.unwrap();
        let ana = support::signed_in(&campus, "ana@demo.invalid").await;
        assert!(services::enrolment::home(&ana).await.unwrap().editions.is_empty(), "not before the address is proven");
        let secret = secret_in(mails(&campus).await.last().unwrap(), "verify-email");
        services::account::verify_email(&visitor(&campus), &secret).await.unwrap();
        let ana = support::signed_in(&campus, "ana@demo.invalid").await;
        assert!(services::enrolment::home(&ana).await.unwrap().editions[0].certificate.is_some());
    })
    .await;
}

#[tokio::test]
async fn another_address_is_claimed_by_its_mail_and_staff_can_take_it_back() {
    on_both(|campus| async move {
        use services::claim::{confirm, linked, request, unlink, view};
        let staff = furnished(&campus).await;
        edition(&staff, "sisdehm", TALLER, "workshop", ("2026-02-01", "2026-02-05")).await;
        taken(&staff, TALLER, "Nombre,Apellidos,Correo,Aprobó\nAna,Demo,trabajo@demo.invalid,sí\n").await;
        let ana = support::signed_in(&campus, "ana@example.org").await;
        let eva = support::signed_in(&campus, "eva@example.org").await;
        assert_eq!(code(request(&visitor(&campus), "trabajo@demo.invalid").await), Some(Code::SignInFirst));
        request(&ana, "nadie@demo.invalid").await.unwrap();
        assert!(mails(&campus).await.is_empty(), "the answer is the same, and nobody is written to");
        request(&ana, " Trabajo@demo.invalid").await.unwrap();
        let all = mails(&campus).await;
        assert!(all[0].contains("To: trabajo@demo.invalid"), "{}", all[0]);
        let secret = secret_in(&all[0], "claim");
        assert_eq!(view(&ana, &secret).await.unwrap().editions.len(), 1);
        // Whoever reads the mail without having asked confirms nothing.
        assert_eq!(code(confirm(&eva, &secret).await), Some(Code::NotForYou));
        assert_eq!(code(confirm(&visitor(&campus), &secret).await), Some(Code::SignInFirst));
        confirm(&ana, &secret).await.unwrap();
        assert_eq!(code(confirm(&ana, &secret).await), Some(Code::LinkExpired));
        assert!(services::enrolment::home(&ana).await.unwrap().editions[0].certificate.is_some());

        assert_eq!(code(linked(&ana, "", 1).await), Some(Code::NotForYou));
        let member = support::staff(&campus).await;
        let rows = linked(&member, "demo", 1).await.unwrap().rows;
        assert_eq!((rows.len(), rows[0].email.as_str()), (1, "t…@demo.invalid"));
        assert_eq!(code(unlink(&ana, &rows[0].record).await), Some(Code::NotForYou));
        unlink(&member, &rows[0].record).await.unwrap();
        assert_eq!(code(unlink(&member, &rows[0].record).await), Some(Code::NotFound));
        assert!(services::enrolment::home(&ana).await.unwrap().editions.is_empty());
        let record: PersonId = rows[0].record.parse().unwrap();
        assert_eq!(person::Entity::find_by_id(record).one(ana.db.read()).await.unwrap().unwrap().linked_to, None);
        // Five an hour an address.
        for _ in 0..4 {
            let _ = request(&ana, "trabajo@demo.invalid").await;
        }
        assert_eq!(code(request(&ana, "trabajo@demo.invalid").await), Some(Code::TooMany));
        clock(&campus).advance(chrono::Duration::days(2));
        let stale = secret_in(mails(&campus).await.last().unwrap(), "claim");
        assert_eq!(code(view(&ana, &stale).await), Some(Code::LinkExpired));
    })
    .await;
}
