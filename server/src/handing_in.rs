//! Forms with files and downloads, over the real routes: what comes back, with which headers, and to whom.

use axum::body::Body;
use axum::extract::Request;
use domain::course::WorksheetField;
use domain::course::{Activity, ActivityKind, Assignment, CourseContent, Criterion, FileKind, FileRules, Level, Task};
use domain::id::CourseVersionId;
use domain::language::Words;
use http::{Response, StatusCode, header};
use sea_orm::{ActiveValue::Set, ColumnTrait as _, EntityTrait as _, IntoActiveModel as _, QueryFilter as _};
use services::entity::{course_version, edition};
use tower::ServiceExt as _;

use crate::access::TestCampus;

const PLAN: &str = "/es/learn/sisdehm-YEAR/plan";

/// A demo campus whose open edition asks for a plan and a worksheet.
async fn campus() -> TestCampus {
    let campus = TestCampus::with_demo().await;
    let code = format!("sisdehm-{}", campus.year);
    let db = campus.campus.db.writer();
    let made = edition::Entity::find().filter(edition::Column::Code.eq(code)).one(db).await.unwrap().unwrap();
    let stored = course_version::Entity::find_by_id(made.course_version_id).one(db).await.unwrap().unwrap();
    let mut content: CourseContent = serde_json::from_str(&stored.content).unwrap();
    let words = |text: &str| Words::es_en(text, text);
    let level = |points| Level { points, text: words("level") };
    let plan = Assignment {
        pass: 60,
        files: Some(FileRules { most: 2, megabytes: 1, kinds: vec![FileKind::Pdf] }),
        rubric: vec![Criterion { key: "all".into(), title: words("All of it"), levels: vec![level(0), level(2)] }],
    };
    let sheet = vec![WorksheetField { key: "gap".into(), label: words("The gap"), hint: words(""), rows: 3 }];
    let activity = |key: &str, kind, task| Activity {
        key: key.into(),
        kind,
        title: words(key),
        minutes: 5,
        html: words("<p>text</p>"),
        week: None,
        weight: 1,
        task,
    };
    let module = content.modules.first_mut().unwrap();
    module.activities.push(activity("plan", ActivityKind::Assignment, Task::Assignment(plan)));
    module.activities.push(activity("sheet", ActivityKind::Worksheet, Task::Worksheet(sheet)));
    // A version of its own: those that were read are kept in memory.
    let version = CourseVersionId(campus.campus.new_id());
    let row = course_version::Model {
        id: version,
        number: stored.number + 1,
        digest: "tasks".into(),
        content: serde_json::to_string(&content).unwrap(),
        ..stored
    };
    course_version::Entity::insert(row.into_active_model()).exec_without_returning(db).await.unwrap();
    let row = edition::ActiveModel { id: Set(made.id), course_version_id: Set(version), ..Default::default() };
    edition::Entity::update(row).exec(db).await.unwrap();
    campus
}

/// A form with files as a browser sends it: (name, file's name, content).
async fn post(campus: &TestCampus, cookie: &str, fields: &[(&str, Option<&str>, &[u8])], site: &str) -> Response<Body> {
    let mut body = Vec::new();
    for (name, file, content) in fields {
        let file =
            file.map(|file| format!("; filename=\"{file}\"\r\nContent-Type: application/pdf")).unwrap_or_default();
        body.extend(format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n").bytes());
        body.extend(content.iter().chain(b"\r\n"));
    }
    body.extend(b"--edge--\r\n");
    let request = Request::builder()
        .method("POST")
        .uri(format!("{PLAN}?do=save_submission").replace("YEAR", &campus.year))
        .header(header::COOKIE, cookie)
        .header("sec-fetch-site", site)
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge")
        .body(Body::from(body))
        .unwrap();
    campus.router.clone().oneshot(request).await.unwrap()
}

async fn page(response: Response<Body>) -> String {
    let bytes = axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap();
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// The address of the first file on the page.
fn file_address(page: &str) -> String {
    let (_, rest) = page.split_once("/plan/files/").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_file_leaves_the_text_and_says_which_it_was() {
    let campus = campus().await;
    let learner = campus.sign_in("learner@demo.invalid").await;
    let text: (&str, Option<&str>, &[u8]) = ("text", None, "Mi plan </textarea><script>x</script>".as_bytes());
    let large = [b"%PDF-1.7\n".to_vec(), vec![b' '; 1024 * 1024]].concat();
    for (files, said) in [
        (vec![("files", Some("raro.pdf"), &b"MZ\x90"[..])], "raro.pdf"),
        (vec![("files", Some("grande.pdf"), &large[..])], "grande.pdf"),
        (vec![("files", Some("a.pdf"), &b"%PDF-"[..]); 3], "Son demasiados archivos"),
    ] {
        let fields: Vec<_> = std::iter::once(text).chain(files).collect();
        let response = post(&campus, &learner, &fields, "same-origin").await;
        assert_eq!(response.status(), StatusCode::UNPROCESSABLE_ENTITY, "{said}");
        let page = page(response).await;
        // Inside a textarea, and not behind it.
        assert!(page.contains("Mi plan &lt;/textarea>&lt;script>x"), "the text is kept: {page}");
        assert!(page.contains(said) && page.contains("error-summary"), "{said} is named");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn strangers_other_sites_and_other_forms_are_kept_out() {
    let campus = campus().await;
    let learner = campus.sign_in("learner@demo.invalid").await;
    let fields: &[(&str, Option<&str>, &[u8])] = &[("text", None, b"A plan")];
    assert_eq!(post(&campus, &learner, fields, "cross-site").await.status(), StatusCode::FORBIDDEN);
    let visitor = post(&campus, "", fields, "same-origin").await;
    assert_eq!(visitor.status(), StatusCode::SEE_OTHER);
    assert!(visitor.headers()[header::LOCATION].as_bytes().starts_with(b"/es/sign-in?next=/es/learn/"));
    let staff = campus.sign_in("staff@demo.invalid").await;
    assert_eq!(post(&campus, &staff, fields, "same-origin").await.status(), StatusCode::FORBIDDEN, "not enrolled");
    let shown = page(campus.send("GET", PLAN, "", &learner).await).await;
    assert!(!shown.contains("A plan"), "nothing of it was kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_always_saved_and_never_shown() {
    let campus = campus().await;
    let learner = campus.sign_in("learner@demo.invalid").await;
    let fields: &[(&str, Option<&str>, &[u8])] = &[
        ("revision", None, b"0"),
        ("text", None, b"A plan"),
        ("files", Some(""), b""),
        ("files", Some("Mi acci\u{f3}n.pdf"), b"%PDF-1.7 <script>alert(1)</script>"),
        ("act", None, b"save"),
    ];
    let saved = post(&campus, &learner, fields, "same-origin").await;
    assert_eq!(saved.status(), StatusCode::SEE_OTHER);
    let shown = page(campus.send("GET", PLAN, "", &learner).await).await;
    let address = format!("{PLAN}/files/{}", file_address(&shown));

    let file = campus.send("GET", &address, "", &learner).await;
    assert_eq!(file.status(), StatusCode::OK);
    let of = |name: &str| file.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    assert_eq!(of("content-type"), "application/pdf");
    assert!(of("content-disposition").starts_with("attachment; filename=\"Mi acci_n.pdf\"; filename*=UTF-8''"));
    assert_eq!(of("content-security-policy"), "default-src 'none'; sandbox");
    assert_eq!(of("x-content-type-options"), "nosniff");
    assert_eq!(of("cache-control"), "private, no-store");

    let staff = campus.sign_in("staff@demo.invalid").await;
    let instructor = campus.sign_in("instructor@demo.invalid").await;
    for other in [&staff, &instructor] {
        assert_eq!(campus.send("GET", &address, "", other).await.status(), StatusCode::NOT_FOUND, "a draft");
    }
    let visitor = campus.send("GET", &address, "", "").await;
    assert_eq!(visitor.status(), StatusCode::SEE_OTHER);
    let forged = format!("{PLAN}/files/019e0000-0000-7000-8000-000000000000");
    assert_eq!(campus.send("GET", &forged, "", &learner).await.status(), StatusCode::NOT_FOUND);
    assert_eq!(campus.send("GET", &format!("{PLAN}/files/x"), "", &learner).await.status(), StatusCode::NOT_FOUND);

    let fields: &[(&str, Option<&str>, &[u8])] =
        &[("revision", None, b"1"), ("text", None, b"A plan"), ("act", None, b"hand-in")];
    assert_eq!(post(&campus, &learner, fields, "same-origin").await.status(), StatusCode::SEE_OTHER);
    assert_eq!(campus.send("GET", &address, "", &instructor).await.status(), StatusCode::OK);
    let list = page(campus.send("GET", "/es/teach/sisdehm-YEAR/grading", "", &instructor).await).await;
    assert!(list.contains("Espera calificación"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worksheet_is_kept_as_a_file() {
    let campus = campus().await;
    let learner = campus.sign_in("learner@demo.invalid").await;
    let sheet = "/es/learn/sisdehm-YEAR/sheet";
    let body = "edition=sisdehm-YEAR&key=sheet&answers[gap]=%3Cb%3EUna+brecha%3C%2Fb%3E&act=save";
    let saved = campus.send("POST", &format!("{sheet}?do=save_worksheet"), body, &learner).await;
    assert_eq!(saved.status(), StatusCode::SEE_OTHER);
    for (ending, content) in [("txt", "<b>Una brecha</b>"), ("html", "&lt;b&gt;Una brecha&lt;/b&gt;")] {
        let file = campus.send("GET", &format!("{sheet}/answers.{ending}"), "", &learner).await;
        assert_eq!(file.status(), StatusCode::OK);
        let disposition = file.headers()[header::CONTENT_DISPOSITION].to_str().unwrap().to_owned();
        assert!(disposition.contains(&format!("sheet.{ending}")), "{disposition}");
        assert_eq!(file.headers()[header::CONTENT_SECURITY_POLICY], "default-src 'none'; sandbox");
        assert!(page(file).await.contains(content));
    }
    let other = campus.send("GET", "/es/learn/sisdehm-YEAR/plan/answers.txt", "", &learner).await;
    assert_eq!(other.status(), StatusCode::NOT_FOUND);
    let shown = page(campus.send("GET", &format!("{sheet}/answers"), "", &learner).await).await;
    assert!(shown.contains("Una brecha"));
}
