//! The API by its own document: every route is asked with and without its right, and says what the page says.

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use domain::token::TokenForm;
use http::{StatusCode, header};
use serde_json::Value;
use services::Ctx;
use tower::ServiceExt as _;

use crate::access::TestCampus;

async fn get(campus: &TestCampus, path: &str, token: &str) -> (StatusCode, Value) {
    let mut request = Request::builder().uri(path).header(header::ACCEPT_LANGUAGE, "en");
    if !token.is_empty() {
        request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
    }
    let response = campus.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    let status = response.status();
    let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    (status, serde_json::from_slice(&bytes).unwrap_or(Value::Null))
}

async fn token(ctx: &Ctx, rights: &[&str]) -> String {
    let rights = rights.iter().map(|right| (*right).to_owned()).collect();
    let form = TokenForm { token_name: "Test".into(), rights, days: "30".into() };
    services::token::make(ctx, &form).await.unwrap()
}

/// The document's routes with something that exists in the place of each parameter.
fn routes(document: &Value) -> Vec<String> {
    let filled =
        |path: &String| path.replace("{code}", "PGA-TRAINED").replace("{period}", "2025").replace("{version}", "9");
    document["paths"].as_object().unwrap().keys().map(filled).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_route_of_the_document_asks_for_a_token_with_its_right() {
    let campus = TestCampus::with_demo().await;
    let ctx = Ctx::system(campus.campus.clone());
    let (status, document) = get(&campus, "/api/v1/openapi.json", "").await;
    assert_eq!((status, document["openapi"].as_str().unwrap().starts_with("3.1")), (StatusCode::OK, true));
    let routes = routes(&document);
    assert_eq!(routes.len(), 6, "{routes:?}");
    let none = token(&ctx, &["members"]).await;
    let all = token(&ctx, &["figures", "members", "participations"]).await;
    for route in &routes {
        let (status, body) = get(&campus, route, "").await;
        assert_eq!((status, body["error"].as_str()), (StatusCode::UNAUTHORIZED, Some("token-wrong")), "{route}");
        assert_eq!(get(&campus, route, "campus_wrong").await.0, StatusCode::UNAUTHORIZED, "{route}");
        let (status, body) = get(&campus, route, &none).await;
        if route.ends_with("/members") {
            assert_eq!(status, StatusCode::OK, "{route}");
        } else {
            assert_eq!((status, body["error"].as_str()), (StatusCode::FORBIDDEN, Some("token-right")), "{route}");
            assert!(!body["message"].as_str().unwrap().is_empty());
        }
        let wanted = if route.contains("/versions/") { StatusCode::NOT_FOUND } else { StatusCode::OK };
        assert_eq!(get(&campus, route, &all).await.0, wanted, "{route}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_api_says_what_the_page_says_and_its_lists_have_the_length_of_their_numbers() {
    let campus = TestCampus::with_demo().await;
    let ctx = Ctx::system(campus.campus.clone());
    let secret = token(&ctx, &["figures", "members", "participations"]).await;
    let (_, all) = get(&campus, "/api/v1/indicators?year=2025", &secret).await;
    let rows = services::indicator::list(&ctx, Some(2025)).await.unwrap();
    assert_eq!(all["indicators"].as_array().unwrap().len(), rows.len());
    for (answer, row) in all["indicators"].as_array().unwrap().iter().zip(&rows) {
        assert_eq!(answer["code"], row.code);
        assert_eq!(answer["value"], serde_json::to_value(row.value).unwrap());
        assert_eq!(answer["persons"], serde_json::to_value(row.persons).unwrap(), "{}", row.code);
    }
    let code = "POLICY-AWARE";
    let (_, first) = get(&campus, &format!("/api/v1/indicators/{code}/members"), &secret).await;
    let mut listed = 0;
    for page in 1..=first["pages"].as_u64().unwrap() {
        let (_, answer) = get(&campus, &format!("/api/v1/indicators/{code}/members?page={page}"), &secret).await;
        listed += answer["members"].as_array().unwrap().len();
    }
    let value =
        services::indicator::list(&ctx, None).await.unwrap().into_iter().find(|row| row.code == code).unwrap().value;
    assert_eq!(Some(u32::try_from(listed).unwrap()), value);
    let (status, _) = get(&campus, &format!("/api/v1/indicators/{code}/members?cell=pirate"), &secret).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(get(&campus, "/api/v1/indicators/NONE", &secret).await.0, StatusCode::NOT_FOUND);
    let (_, facts) = get(&campus, "/api/v1/participations", &secret).await;
    assert!(facts["participations"].as_array().unwrap().len() > 400 && facts["next"].is_null());
    assert_eq!(get(&campus, "/api/v1/participations?after=x", &secret).await.0, StatusCode::UNPROCESSABLE_ENTITY);

    let row = services::token::list(&ctx).await.unwrap().remove(0);
    assert!(row.last_used_at.is_some());
    services::token::revoke(&ctx, &row.id).await.unwrap();
    assert_eq!(get(&campus, "/api/v1/indicators", &secret).await.0, StatusCode::UNAUTHORIZED, "it was revoked");
}
