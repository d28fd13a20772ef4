//! Tests of what is served beside pages: media, and the switch to pages of words only.

use axum::body::Body;
use axum::extract::Request;
use http::{StatusCode, header};
use services::Ctx;
use tower::ServiceExt as _;

use crate::access::TestCampus;

#[tokio::test(flavor = "multi_thread")]
async fn a_medium_is_served_in_parts_kept_for_good_and_runs_nothing() {
    let campus = TestCampus::with_demo().await;
    let ctx = Ctx::system(campus.campus.clone());
    let course = std::path::Path::new("../services/tests/fixtures/courses/sound/whole-format");
    services::course::import_dir(&ctx, course).await.unwrap();
    let version = services::course::store::latest(campus.campus.db.read(), "whole-format").await.unwrap().unwrap();
    let find = |ending: &str| {
        let mut addresses = version.content.match_indices("/media/").map(|(at, _)| &version.content[at..]);
        addresses
            .find_map(|text| text.split(['"', '\\']).next().filter(|path| path.ends_with(ending)))
            .unwrap()
            .to_owned()
    };
    let get = async |path: &str, name: header::HeaderName, value: &str| {
        let request = Request::builder().uri(path).header(name, value).body(Body::empty()).unwrap();
        campus.router.clone().oneshot(request).await.unwrap()
    };
    let text = |response: &http::Response<Body>, name: header::HeaderName| {
        response.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
    };

    let (film, drawing, document) = (find(".mp4"), find(".svg"), find(".docx"));
    let whole = get(&film, header::ACCEPT, "*/*").await;
    assert_eq!(whole.status(), StatusCode::OK);
    assert_eq!(text(&whole, header::CACHE_CONTROL), "public, max-age=31536000, immutable");
    assert_eq!(
        (text(&whole, header::CONTENT_TYPE), text(&whole, header::ACCEPT_RANGES)),
        ("video/mp4".into(), "bytes".into())
    );
    let tag = text(&whole, header::ETAG);
    let bytes = axum::body::to_bytes(whole.into_body(), usize::MAX).await.unwrap();

    let part = get(&film, header::RANGE, "bytes=4-11").await;
    assert_eq!(part.status(), StatusCode::PARTIAL_CONTENT);
    assert_eq!(text(&part, header::CONTENT_RANGE), format!("bytes 4-11/{}", bytes.len()));
    assert_eq!(axum::body::to_bytes(part.into_body(), usize::MAX).await.unwrap(), bytes[4..12]);
    let behind = get(&film, header::RANGE, "bytes=999999-").await;
    assert_eq!(behind.status(), StatusCode::RANGE_NOT_SATISFIABLE);
    assert_eq!(text(&behind, header::CONTENT_RANGE), format!("bytes */{}", bytes.len()));
    assert_eq!(get(&film, header::IF_NONE_MATCH, &tag).await.status(), StatusCode::NOT_MODIFIED);

    let drawing = get(&drawing, header::ACCEPT, "*/*").await;
    let policy = text(&drawing, header::CONTENT_SECURITY_POLICY);
    assert!(
        policy.contains("default-src 'none'") && policy.contains("sandbox") && !policy.contains("script-src"),
        "{policy}"
    );
    assert_eq!(text(&drawing, header::X_CONTENT_TYPE_OPTIONS), "nosniff");
    assert_eq!(text(&get(&document, header::ACCEPT, "*/*").await, header::CONTENT_DISPOSITION), "attachment");
    let unknown = format!("/media/{}.svg", "0".repeat(64));
    for missing in ["/media/a.svg", "/media/..%2Fcampus.db", unknown.as_str()] {
        assert_eq!(get(missing, header::ACCEPT, "*/*").await.status(), StatusCode::NOT_FOUND, "{missing}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn words_only_is_remembered_by_a_cookie_and_fetches_nothing() {
    let campus = TestCampus::with_demo().await;
    let switched = campus.send("POST", "/words-only", "on=1&back=%2Fes%2Fcourses", "").await;
    assert_eq!(
        (switched.status(), switched.headers()[header::LOCATION].as_bytes()),
        (StatusCode::SEE_OTHER, &b"/es/courses"[..])
    );
    let cookie = switched.headers()[header::SET_COOKIE].to_str().unwrap().split(';').next().unwrap().to_owned();
    let page = async |cookie: &str| {
        let response = campus.send("GET", "/es/courses", "", cookie).await;
        let body = axum::body::to_bytes(response.into_body(), usize::MAX).await.unwrap();
        String::from_utf8(body.to_vec()).unwrap()
    };
    // One after the other: what is kept for visitors must not be mixed up.
    for _ in 0..2 {
        let words = page(&cookie).await;
        assert!(words.contains("class=\"words-only\"") && !words.contains("<img") && !words.contains("<script"));
        assert!(page("").await.contains("<script"));
    }
    let away = campus.send("POST", "/words-only", "on=0&back=%2F%2Fevil.example", "").await;
    assert_eq!(away.headers()[header::LOCATION].as_bytes(), b"/");
}
