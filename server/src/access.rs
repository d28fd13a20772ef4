//! Who may reach what: every page and every doorway is listed with its policy, and the tests walk the real routes.
//! A page or a doorway that is not listed fails; so does one that lets in somebody whom its policy keeps out.

mod list;

use std::collections::BTreeSet;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::Request;
use http::{StatusCode, header};
use migrations::{Migrator, MigratorTrait as _};
use services::{Campus, Ctx};
use tower::ServiceExt as _;

use self::list::Access::{Administrator, Edition, Public, SignedIn, Staff};
use self::list::{DOORWAYS, PAGES};

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
            country_names: app::i18n::country_name,
        };
        let campus = Arc::new(Campus::new(db, settings));
        let ctx = Ctx::system(campus.clone());
        services::person::seed_kinds(campus.db.writer()).await.unwrap();
        services::indicator::seed(&ctx).await.unwrap();
        services::course::import_embedded(&ctx).await.unwrap();
        let password = services::demo::load(&ctx, 0).await.unwrap().password;
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
    let admin = campus.sign_in("admin@demo.invalid").await;
    let kept_out = |status: StatusCode| matches!(status, StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN);
    let asks_to_sign_in = |response: &http::Response<Body>| {
        response.status() == StatusCode::SEE_OTHER
            && response.headers().get(header::LOCATION).is_some_and(|to| to.as_bytes().starts_with(b"/es/sign-in"))
    };

    for (route, access, address) in PAGES {
        let visitor = campus.send("GET", address, "", "").await;
        assert_eq!(asks_to_sign_in(&visitor), *access != Public, "{route} as a visitor: {}", visitor.status());
        let other = campus.send("GET", address, "", &learner).await.status();
        let closed = matches!(access, Edition | Staff | Administrator);
        assert_eq!(kept_out(other), closed, "{route} as a learner: {other}");
        if matches!(access, Administrator) {
            let staff = campus.send("GET", address, "", &staff).await.status();
            assert_eq!(staff, StatusCode::FORBIDDEN, "{route} as staff");
            assert_eq!(
                campus.send("GET", address, "", &admin).await.status(),
                StatusCode::OK,
                "{route} as an administrator"
            );
        }
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
        let cookie = if matches!(access, SignedIn | Administrator) { &staff } else { &learner };
        let other = campus.send("POST", &address, body, cookie).await.status();
        match access {
            Administrator => assert_eq!(other, StatusCode::FORBIDDEN, "{name} as staff"),
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
