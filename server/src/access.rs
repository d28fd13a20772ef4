//! Who may reach what: every page and every doorway is listed with its policy, and the tests walk the real routes.
//! A page or a doorway that is not listed fails; so does one that lets in somebody whom its policy keeps out.

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::Request;
use http::{StatusCode, header};
use migrations::{Migrator, MigratorTrait as _};
use services::{Campus, Ctx};
use tower::ServiceExt as _;

use self::Access::{Edition, Public, SignedIn, Staff};

/// Who is let in. `Edition`: the instructors of the edition, and staff.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Access {
    Public,
    SignedIn,
    Edition,
    Staff,
}

/// Pages, each with an address that exists in the demo campus (`YEAR` stands for this year, `PARTICIPATION` for somebody's in the
/// SISDEHM edition that runs, `MEETING` for a session of it).
const PAGES: &[(&str, Access, &str)] = &[
    ("/{lang}", Public, "/es"),
    ("/{lang}/courses", Public, "/es/courses"),
    ("/{lang}/courses/{slug}", Public, "/es/courses/sisdehm"),
    ("/{lang}/register", Public, "/es/register"),
    ("/{lang}/sign-in", Public, "/es/sign-in"),
    ("/{lang}/forgot", Public, "/es/forgot"),
    ("/{lang}/reset/{secret}", Public, "/es/reset/none"),
    ("/{lang}/verify-email/{secret}", Public, "/es/verify-email/none"),
    ("/{lang}/home", SignedIn, "/es/home"),
    ("/{lang}/profile", SignedIn, "/es/profile"),
    ("/{lang}/learn/{edition}", SignedIn, "/es/learn/sisdehm-YEAR"),
    ("/{lang}/learn/{edition}/glossary", SignedIn, "/es/learn/sisdehm-YEAR/glossary"),
    ("/{lang}/learn/{edition}/pack/{module}", SignedIn, "/es/learn/sisdehm-YEAR/pack/foundations"),
    ("/{lang}/learn/{edition}/grades", SignedIn, "/es/learn/sisdehm-YEAR/grades"),
    ("/{lang}/learn/{edition}/{activity}", SignedIn, "/es/learn/sisdehm-YEAR/what-sisdehm-is"),
    ("/{lang}/learn/{edition}/{activity}/answers", SignedIn, "/es/learn/sisdehm-YEAR/what-sisdehm-is/answers"),
    ("/{lang}/certificates/{code}", SignedIn, "/es/certificates/AAAA-AAAA-AAAA"),
    ("/{lang}/verify", Public, "/es/verify"),
    ("/{lang}/verify/{code}", Public, "/es/verify/AAAA-AAAA-AAAA"),
    ("/{lang}/teach", SignedIn, "/es/teach"),
    ("/{lang}/teach/{edition}/people", Edition, "/es/teach/sisdehm-YEAR/people"),
    ("/{lang}/teach/{edition}/people/new", Edition, "/es/teach/sisdehm-YEAR/people/new"),
    ("/{lang}/teach/{edition}/import", Edition, "/es/teach/sisdehm-YEAR/import"),
    ("/{lang}/teach/{edition}/import/{import}", Edition, "/es/teach/sisdehm-YEAR/import/NOBODY"),
    ("/{lang}/teach/{edition}/import/{import}/undo", Edition, "/es/teach/sisdehm-YEAR/import/NOBODY/undo"),
    ("/{lang}/teach/{edition}/sign-in", Edition, "/es/teach/sisdehm-YEAR/sign-in"),
    ("/{lang}/here", Public, "/es/here"),
    ("/{lang}/here/{code}", Public, "/es/here/ZZZZZZ"),
    ("/{lang}/claim", SignedIn, "/es/claim"),
    ("/{lang}/claim/{secret}", SignedIn, "/es/claim/none"),
    ("/{lang}/staff/claims", Staff, "/es/staff/claims"),
    ("/{lang}/teach/{edition}/attendance", Edition, "/es/teach/sisdehm-YEAR/attendance"),
    ("/{lang}/teach/{edition}/attendance/{meeting}", Edition, "/es/teach/sisdehm-YEAR/attendance/MEETING"),
    ("/{lang}/teach/{edition}/attendance/{meeting}/sheet", Edition, "/es/teach/sisdehm-YEAR/attendance/MEETING/sheet"),
    ("/{lang}/teach/{edition}/people/{participation}", Edition, "/es/teach/sisdehm-YEAR/people/PARTICIPATION"),
    ("/{lang}/teach/{edition}/grading", Edition, "/es/teach/sisdehm-YEAR/grading"),
    ("/{lang}/teach/{edition}/grading/{submission}", Edition, "/es/teach/sisdehm-YEAR/grading/NOBODY"),
    ("/{lang}/teach/{edition}/survey", Edition, "/es/teach/sisdehm-YEAR/survey"),
    ("/{lang}/staff/indicators", Staff, "/es/staff/indicators"),
    ("/{lang}/staff/indicators/{code}", Staff, "/es/staff/indicators/PGA-TRAINED"),
    ("/{lang}/staff/indicators/{code}/people", Staff, "/es/staff/indicators/PGA-TRAINED/people"),
    ("/{lang}/staff/editions", Staff, "/es/staff/editions"),
    ("/{lang}/staff/editions/new", Staff, "/es/staff/editions/new"),
    ("/{lang}/staff/editions/{code}", Staff, "/es/staff/editions/sisdehm-YEAR"),
    ("/{lang}/staff/editions/{code}/rule", Staff, "/es/staff/editions/sisdehm-YEAR/rule?rule=final-test"),
    ("/{lang}/learn/{edition}/forum", SignedIn, "/es/learn/sisdehm-YEAR/forum"),
    (
        "/{lang}/learn/{edition}/forum/{thread}",
        SignedIn,
        "/es/learn/sisdehm-YEAR/forum/019e0000-0000-7000-8000-000000000000",
    ),
    ("/{lang}/community/{course}", SignedIn, "/es/community/gender-equality"),
    (
        "/{lang}/community/{course}/{thread}",
        SignedIn,
        "/es/community/gender-equality/019e0000-0000-7000-8000-000000000000",
    ),
    ("/{lang}/teach/{edition}/forum", Edition, "/es/teach/sisdehm-YEAR/forum"),
    ("/{lang}/staff/forum", Staff, "/es/staff/forum"),
    ("/{lang}/forum-mail/{secret}", Public, "/es/forum-mail/none"),
    ("/{lang}/help/{role}", Public, "/es/help/learner"),
    ("/{lang}/about", Public, "/es/about"),
    ("/{lang}/privacy", Public, "/es/privacy"),
    ("/{lang}/accessibility", Public, "/es/accessibility"),
];

/// Doorways, each with a body that reaches its policy.
const DOORWAYS: &[(&str, Access, &str)] = &[
    ("register", Public, ""),
    ("sign_in", Public, "email=nobody%40demo.invalid&password=wrong"),
    ("sign_out", Public, ""),
    ("check_link", Public, "secret=none&purpose=verify-email"),
    ("verify_email", Public, "secret=none"),
    ("request_reset", Public, "email=nobody%40demo.invalid"),
    ("reset_password", Public, "secret=none&password=una+frase+larga"),
    ("resend_verification", SignedIn, ""),
    ("change_password", SignedIn, "current=wrong&password=una+frase+larga"),
    ("profile", SignedIn, ""),
    ("save_profile", SignedIn, ""),
    ("catalogue", Public, "search="),
    ("course", Public, "slug=sisdehm"),
    ("editions", Staff, "search=&page=1"),
    ("edition_choices", Staff, ""),
    ("create_edition", Staff, ""),
    ("edition_rule", Public, "edition=sisdehm-YEAR"),
    ("edition_rules", Public, "course=sisdehm"),
    ("edition_details", Staff, "edition=sisdehm-YEAR"),
    ("choose_rule", Staff, "edition=sisdehm-YEAR&parts[]=lessons"),
    ("choose_rule_text", Staff, "edition=sisdehm-YEAR&rule_text=final-test"),
    ("preview_rule", Staff, "query[edition]=sisdehm-YEAR&query[rule]=final-test&query[page]=1"),
    ("change_rule", Staff, "edition=sisdehm-YEAR&was=recorded&rule=final-test"),
    ("make_calendar_link", SignedIn, ""),
    ("end_calendar_link", SignedIn, ""),
    ("my_meetings", SignedIn, "edition=sisdehm-YEAR"),
    ("meetings", Edition, "edition=sisdehm-YEAR"),
    ("save_meeting", Edition, "edition=sisdehm-YEAR"),
    ("remove_meeting", Edition, "edition=sisdehm-YEAR&meeting=MEETING"),
    ("sheet", Edition, "edition=sisdehm-YEAR&meeting=MEETING&search=&page=1"),
    ("mark_attendance", Edition, "edition=sisdehm-YEAR&meeting=MEETING"),
    ("enrol", SignedIn, "edition=sisdehm-YEAR"),
    ("my_codes", Public, ""),
    ("home", SignedIn, ""),
    ("grades", SignedIn, "edition=sisdehm-YEAR"),
    ("taught", SignedIn, ""),
    ("roster", Edition, "edition=sisdehm-YEAR&query[search]=&query[filter]=all&query[order]=name&query[page]=1"),
    ("outline", SignedIn, "edition=sisdehm-YEAR"),
    ("activity", SignedIn, "edition=sisdehm-YEAR&key=what-sisdehm-is"),
    ("glossary", SignedIn, "edition=sisdehm-YEAR&search="),
    ("pack", SignedIn, "edition=sisdehm-YEAR&module=foundations"),
    ("finish_lesson", SignedIn, "edition=sisdehm-YEAR&key=what-sisdehm-is"),
    ("start_attempt", SignedIn, "edition=sisdehm-YEAR&key=foundations-check"),
    ("check_answer", SignedIn, "attempt=019e0000-0000-7000-8000-000000000000&question=q&chosen[]=0&language=es"),
    ("submit_attempt", SignedIn, "attempt=019e0000-0000-7000-8000-000000000000&answers[q][]=0"),
    ("save_answers", SignedIn, "attempt=019e0000-0000-7000-8000-000000000000&answers[q][]=0"),
    ("save_attempt", SignedIn, "attempt=019e0000-0000-7000-8000-000000000000&answers[q][]=0"),
    ("person_progress", Edition, "edition=sisdehm-YEAR&participation=PARTICIPATION"),
    ("grant_extension", Edition, "edition=sisdehm-YEAR&participation=PARTICIPATION&activity=foundations-check"),
    ("take_back", SignedIn, "edition=sisdehm-YEAR&key=what-sisdehm-is"),
    ("grading", Edition, "edition=sisdehm-YEAR&query[search]=&query[activity]=&query[filter]=all&query[page]=1"),
    ("graded_work", Edition, "edition=sisdehm-YEAR&submission=019e0000-0000-7000-8000-000000000000"),
    ("grade_submission", Edition, "edition=sisdehm-YEAR&submission=019e0000-0000-7000-8000-000000000000&revision=1"),
    ("save_worksheet", SignedIn, "edition=sisdehm-YEAR&key=what-sisdehm-is"),
    ("give_survey", SignedIn, "edition=sisdehm-YEAR&key=what-sisdehm-is"),
    ("survey_results", Edition, "edition=sisdehm-YEAR"),
    ("certificate", SignedIn, "code=AAAA-AAAA-AAAA"),
    ("verify", Public, "code=AAAA-AAAA-AAAA"),
    ("kinds", Public, ""),
    ("imports", Edition, "edition=sisdehm-YEAR&page=1"),
    ("import", Edition, "edition=sisdehm-YEAR&import=NOBODY&page=1"),
    ("decide_import", Edition, "edition=sisdehm-YEAR&import=NOBODY"),
    ("confirm_import", Edition, "edition=sisdehm-YEAR&import=NOBODY"),
    ("discard_import", Edition, "edition=sisdehm-YEAR&import=NOBODY"),
    ("undo_preview", Edition, "edition=sisdehm-YEAR&import=NOBODY"),
    ("undo_import", Edition, "edition=sisdehm-YEAR&import=NOBODY&kept=0"),
    ("add_person", Edition, "edition=sisdehm-YEAR&given_name=Ana&family_name=Demo"),
    ("namesakes", Edition, "edition=sisdehm-YEAR&given_name=Ana&family_name=Demo"),
    ("checkin", Edition, "edition=sisdehm-YEAR"),
    ("open_checkin", Edition, "edition=sisdehm-YEAR&hours=1"),
    ("end_checkin", Edition, "edition=sisdehm-YEAR"),
    ("here", Public, "code=ZZZZZZ"),
    ("sign_checkin", Public, "code=ZZZZZZ"),
    ("may_claim", SignedIn, ""),
    ("request_claim", SignedIn, "email=nobody%40demo.invalid"),
    ("claim", SignedIn, "secret=none"),
    ("confirm_claim", SignedIn, "secret=none"),
    ("linked", Staff, "search=&page=1"),
    ("unlink", Staff, "record=none"),
    ("indicators", Staff, ""),
    ("indicator", Staff, "code=PGA-TRAINED"),
    ("indicator_members", Staff, "code=PGA-TRAINED&page=1"),
    ("forum", SignedIn, "forum=edition/sisdehm-YEAR&query[search]=&query[filter]=all&query[page]=1"),
    ("forum_thread", SignedIn, "forum=edition/sisdehm-YEAR&thread=none&page=1"),
    ("forum_preview", SignedIn, "forum=edition/sisdehm-YEAR&text=x"),
    ("start_thread", SignedIn, "forum=edition/sisdehm-YEAR"),
    ("add_reply", SignedIn, "forum=edition/sisdehm-YEAR&thread=none"),
    ("edit_post", SignedIn, "forum=edition/sisdehm-YEAR&thread=none&post=none"),
    ("follow_thread", SignedIn, "forum=edition/sisdehm-YEAR&thread=none"),
    ("report_post", SignedIn, "forum=edition/sisdehm-YEAR&thread=none&post=none"),
    ("moderate_thread", Edition, "forum=edition/sisdehm-YEAR&thread=none&act=pin"),
    ("mark_answer", Edition, "forum=edition/sisdehm-YEAR&thread=none"),
    ("hide_post", Edition, "forum=edition/sisdehm-YEAR&thread=none&post=none"),
    ("show_post", Edition, "forum=edition/sisdehm-YEAR&thread=none&post=none"),
    ("keep_post", Edition, "forum=edition/sisdehm-YEAR&thread=none&post=none"),
    ("forum_queue", Edition, "forum=edition/sisdehm-YEAR&page=1"),
    ("forum_settings", SignedIn, ""),
    ("save_forum_name", SignedIn, ""),
    ("save_forum_mail", SignedIn, ""),
    ("check_forum_mail", Public, "secret=none"),
    ("end_forum_mail", Public, "secret=none"),
];

/// A campus with the demonstration's people, and its real routes.
pub(crate) struct TestCampus {
    pub campus: Arc<Campus>,
    pub router: axum::Router,
    pub year: String,
    participation: String,
    password: String,
    _folder: tempfile::TempDir,
}

impl TestCampus {
    pub async fn with_demo() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}/campus.db?mode=rwc", folder.path().display());
        let db = services::db::Db::open(&url).await.unwrap();
        Migrator::up(db.writer(), None).await.unwrap();
        let settings = services::ctx::Settings {
            public_url: "http://campus.test".into(),
            reporting_zone: domain::zone::REPORTING,
            mail: services::jobs::MailSettings {
                from: "campus@campus.test".into(),
                smtp_url: None,
                outbox: folder.path().join("outbox"),
            },
            files: services::objects::FileSettings::Folder(folder.path().join("files")),
        };
        let campus = Arc::new(Campus::new(db, settings));
        let ctx = Ctx::system(campus.clone());
        services::person::seed_kinds(campus.db.writer()).await.unwrap();
        services::indicator::seed(&ctx).await.unwrap();
        services::course::import_embedded(&ctx).await.unwrap();
        let password = services::demo::load(&ctx).await.unwrap().password;
        let year = campus.now().format("%Y").to_string();
        let query = domain::enrolment::RosterQuery {
            search: String::new(),
            filter: domain::enrolment::RosterFilter::All,
            order: domain::enrolment::RosterOrder::Name,
            page: 1,
        };
        let roster = services::enrolment::roster(&ctx, &format!("sisdehm-{year}"), query).await.unwrap();
        let participation = roster.page.rows[0].participation.to_string();
        let router = crate::web::router(campus.clone(), None);
        Self { campus, router, year, participation, password, _folder: folder }
    }

    fn filled(&self, text: &str) -> String {
        text.replace("YEAR", &self.year)
            .replace("PARTICIPATION", &self.participation)
            .replace("MEETING", &services::demo::FIRST_MEETING.to_string())
    }

    pub async fn send(&self, method: &str, path: &str, body: &str, cookie: &str) -> http::Response<Body> {
        let request = Request::builder()
            .method(method)
            .uri(self.filled(path))
            .header(header::COOKIE, cookie)
            .header(header::ACCEPT, "text/html")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(self.filled(body)))
            .unwrap();
        self.router.clone().oneshot(request).await.unwrap()
    }

    pub async fn sign_in(&self, email: &str) -> String {
        let body = format!("email={}&password={}", email.replace('@', "%40"), self.password.replace(' ', "+"));
        let response = self.send("POST", "/es/sign-in?do=sign_in", &body, "").await;
        assert_eq!(response.status(), StatusCode::SEE_OTHER, "{email} could not sign in");
        let cookies = response.headers().get_all(header::SET_COOKIE);
        let session =
            cookies.iter().filter_map(|value| value.to_str().ok()).find(|value| value.starts_with("campus_session"));
        session.unwrap().split(';').next().unwrap().to_owned()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_and_doorway_states_its_policy() {
    let pages: BTreeSet<String> =
        leptos_axum::generate_route_list(app::shell).into_iter().map(|route| route.path().to_owned()).collect();
    let listed: BTreeSet<String> = PAGES.iter().map(|(route, ..)| (*route).to_owned()).collect();
    assert_eq!(pages, listed, "a page without a stated policy, or a policy without its page");

    let doorways: BTreeSet<String> = server_fn::axum::server_fn_paths().map(|(path, _)| path.to_owned()).collect();
    let listed: BTreeSet<String> = DOORWAYS.iter().map(|(name, ..)| format!("/api/{name}")).collect();
    assert_eq!(doorways, listed, "a doorway without a stated policy, or a policy without its doorway");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_gets_past_the_stated_policy() {
    let campus = TestCampus::with_demo().await;
    let learner = campus.sign_in("learner@demo.invalid").await;
    let staff = campus.sign_in("staff@demo.invalid").await;
    let kept_out = |status: StatusCode| matches!(status, StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN);
    let asks_to_sign_in = |response: &http::Response<Body>| {
        response.status() == StatusCode::SEE_OTHER
            && response.headers().get(header::LOCATION).is_some_and(|to| to.as_bytes().starts_with(b"/es/sign-in"))
    };

    for (route, access, address) in PAGES {
        let visitor = campus.send("GET", address, "", "").await;
        assert_eq!(asks_to_sign_in(&visitor), *access != Public, "{route} as a visitor: {}", visitor.status());
        let other = campus.send("GET", address, "", &learner).await.status();
        assert_eq!(kept_out(other), matches!(access, Edition | Staff), "{route} as a learner: {other}");
        if matches!(access, Edition | Staff) {
            // Somebody's work has no address in the demo campus: whoever may look is told that there is none.
            let there = if address.contains("NOBODY") { StatusCode::NOT_FOUND } else { StatusCode::OK };
            assert_eq!(campus.send("GET", address, "", &staff).await.status(), there, "{route} as staff");
        }
    }
    for (name, access, body) in DOORWAYS {
        let address = format!("/api/{name}");
        let visitor = campus.send("POST", &address, body, "").await.status();
        if *access == Public {
            // A wrong password is an answer of the doorway, not of a policy.
            assert!(!kept_out(visitor) || *name == "sign_in", "{name} as a visitor: {visitor}");
            continue;
        }
        assert_eq!(visitor, StatusCode::UNAUTHORIZED, "{name} as a visitor");
        let cookie = if matches!(access, SignedIn) { &staff } else { &learner };
        let other = campus.send("POST", &address, body, cookie).await.status();
        match access {
            Edition | Staff => assert_eq!(other, StatusCode::FORBIDDEN, "{name} as a learner"),
            _ => assert_ne!(other, StatusCode::UNAUTHORIZED, "{name} signed in"),
        }
    }
    let csv = campus.send("GET", "/es/staff/indicators.csv", "", &learner).await.status();
    assert_eq!(csv, StatusCode::FORBIDDEN);
}

#[tokio::test(flavor = "multi_thread")]
async fn another_sites_form_does_nothing() {
    let campus = TestCampus::with_demo().await;
    let request = Request::builder()
        .method("POST")
        .uri("/es/sign-in?do=sign_in")
        .header("sec-fetch-site", "cross-site")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(format!("email=staff%40demo.invalid&password={}", campus.password.replace(' ', "+"))))
        .unwrap();
    let response = campus.router.clone().oneshot(request).await.unwrap();
    assert_eq!(response.status(), StatusCode::FORBIDDEN);
    let cookies = response.headers().get_all(header::SET_COOKIE);
    assert!(cookies.iter().all(|cookie| !cookie.as_bytes().starts_with(b"campus_session")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_with_mistakes_comes_back_with_what_was_typed() {
    let campus = TestCampus::with_demo().await;
    let response = campus
        .send(
            "POST",
            "/en/register?do=register",
            "given_name=Prueba&family_name=&email=wrong&password=short&language=en",
            "",
        )
        .await;
    assert_eq!(response.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let body = axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap();
    let page = String::from_utf8(body.to_vec()).unwrap();
    assert!(page.contains("value=\"Prueba\"") && page.contains("value=\"wrong\""), "typed values are kept");
    assert!(page.contains("id=\"email-error\"") && page.contains("error-summary"), "what is wrong is said");
    assert!(!page.contains("value=\"short\""), "a password is never sent back");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_taken_from_whoever_teaches_the_edition_only() {
    let campus = TestCampus::with_demo().await;
    let learner = campus.sign_in("learner@demo.invalid").await;
    let staff = campus.sign_in("staff@demo.invalid").await;
    let body = "--edge\r\nContent-Disposition: form-data; name=\"presence\"\r\n\r\nattended\r\n\
                --edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"lista.csv\"\r\n\r\nNombre,Apellidos\nAna,Prueba\n\r\n--edge--\r\n";
    let send = |cookie: String, body: String| {
        let request = Request::builder()
            .method("POST")
            .uri(format!("/es/teach/sisdehm-{}/import?do=prepare_import", campus.year))
            .header(header::COOKIE, cookie)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge")
            .body(Body::from(body))
            .unwrap();
        campus.router.clone().oneshot(request)
    };
    let visitor = send(String::new(), body.into()).await.unwrap();
    assert!(visitor.headers()[header::LOCATION].as_bytes().starts_with(b"/es/sign-in"));
    assert_eq!(send(learner, body.into()).await.unwrap().status(), StatusCode::FORBIDDEN);
    let taken = send(staff.clone(), body.into()).await.unwrap();
    assert_eq!(taken.status(), StatusCode::SEE_OTHER);
    assert!(taken.headers()[header::LOCATION].to_str().unwrap().contains("/import/"));
    let empty = send(staff.clone(), body.replace("lista.csv", "")).await.unwrap();
    assert_eq!(empty.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let large = body.replace("Ana,Prueba", &"Ana,Prueba\n".repeat(600_000));
    assert_eq!(send(staff, large).await.unwrap().status(), StatusCode::UNPROCESSABLE_ENTITY);
}
