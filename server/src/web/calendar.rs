//! `/calendar/<secret>.ics`: a person's calendar for their calendar program, which cannot sign in. See decision 17.

use app::error::AppError;
use app::i18n::{Value, words};
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use chrono::{Days, Duration};
use domain::calendar::{Event, EventKind, Feed, When};
use domain::language::Language;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use icalendar::{Calendar, Component as _, EventLike as _, Property};

use super::Web;

/// How often a calendar program should ask again. Most ask every few hours whatever they are told.
const ASK_AGAIN: Duration = Duration::hours(6);

/// The feed of a secret. The same content has the same tag, so that asking often costs a few bytes.
pub async fn feed(State(web): State<Web>, Path(file): Path<String>, headers: HeaderMap) -> Response {
    let secret = file.strip_suffix(".ics").unwrap_or_default();
    let feed = match services::calendar::feed(&web.campus, secret).await {
        Ok(feed) => feed,
        Err(error) => return AppError::from(error).status().into_response(),
    };
    let text = write(&feed, &web.campus.settings.public_url);
    let tag = format!("\"{}\"", services::ctx::digest(&text));
    let known = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    let known = known.is_some_and(|known| known.split(',').any(|one| one.trim().trim_start_matches("W/") == tag));
    let mut response = if known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        let content = [
            (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
            (header::CONTENT_DISPOSITION, "inline; filename=\"campus.ics\""),
        ];
        (content, text).into_response()
    };
    let answer = response.headers_mut();
    // Private: what stands between must not keep it. An hour: a moved session should not be missed.
    answer.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, max-age=3600"));
    answer.insert("x-robots-tag", HeaderValue::from_static("noindex"));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        answer.insert(header::ETAG, tag);
    }
    response
}

/// The feed as iCalendar (RFC 5545). Moments are told in UTC, which every program knows how to show; days are days.
fn write(feed: &Feed, url: &str) -> String {
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", "-//CIM//Campus//ES"));
    calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
    calendar.append_property(Property::new("METHOD", "PUBLISH"));
    calendar.name(&words(feed.language, "calendar-name", &[]));
    calendar.ttl(&ASK_AGAIN);
    for event in &feed.events {
        calendar.push(one(event, feed.language, url));
    }
    calendar.to_string()
}

fn one(event: &Event, language: Language, url: &str) -> icalendar::Event {
    let host = url.split("://").nth(1).unwrap_or("campus").split(['/', ':']).next().unwrap_or("campus");
    let mut entry = icalendar::Event::new();
    entry.uid(&format!("{}@{host}", event.uid));
    // The moment of the last change and not of this reading: unchanged events stay the same byte for byte.
    entry.timestamp(event.changed_at);
    entry.summary(&summary(event, language));
    entry.url(&format!("{url}/{language}/learn/{}", event.edition_code));
    match event.when {
        When::Between { from, to } => {
            entry.starts(from);
            entry.ends(to);
        }
        When::Day { on } => {
            entry.starts(on);
            entry.ends(on.checked_add_days(Days::new(1)).unwrap_or(on));
            // A day that something begins, ends or is due does not make its person busy.
            entry.add_property("TRANSP", "TRANSPARENT");
        }
    }
    if let Some(place) = &event.place {
        entry.location(place);
    }
    entry.description(&description(event, language, url));
    entry.done()
}

fn summary(event: &Event, language: Language) -> String {
    let places = [("title", Value::from(&event.title)), ("edition", Value::from(&event.edition_title))];
    match event.kind {
        EventKind::Meeting => event.title.clone(),
        kind => words(language, &format!("calendar-{kind}"), &places),
    }
}

fn description(event: &Event, language: Language, url: &str) -> String {
    let mut lines = vec![event.edition_title.clone()];
    if let (Some(at), Ok(zone)) = (event.due_at, event.zone.parse::<chrono_tz::Tz>()) {
        // The end of a day is told as its last minute: "until 00:00" would name the next day.
        let last = (at - Duration::minutes(1)).with_timezone(&zone);
        let until = last.format("%Y-%m-%d %H:%M").to_string();
        lines.push(words(language, "calendar-until", &[("at", until.into()), ("zone", event.zone.as_str().into())]));
    }
    lines.push(format!("{url}/{language}/learn/{}", event.edition_code));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{NaiveDate, TimeZone as _, Utc};

    fn event(kind: EventKind, when: When) -> Event {
        Event {
            uid: "7-meeting".into(),
            kind,
            title: "Presupuestos; con, género".into(),
            edition_code: "e".into(),
            edition_title: "Edición".into(),
            when,
            due_at: None,
            zone: "America/Lima".into(),
            place: Some("Sala 1\nPiso 2".into()),
            changed_at: Utc.with_ymd_and_hms(2026, 3, 1, 9, 0, 0).unwrap(),
        }
    }

    fn unfolded(feed: &Feed) -> String {
        let text = write(feed, "https://campus.test:8443/x");
        assert!(text.lines().count() > 5 && !text.replace("\r\n", "").contains('\n'), "lines end as the standard asks");
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "no line is longer than the standard allows");
        text.replace("\r\n ", "")
    }

    #[test]
    fn a_session_is_told_in_utc_with_a_stable_uid() {
        let at = |hour| Utc.with_ymd_and_hms(2026, 3, 12, hour, 30, 0).unwrap();
        let events = vec![event(EventKind::Meeting, When::Between { from: at(20), to: at(22) })];
        let text = unfolded(&Feed { language: Language::Es, events });
        for line in [
            "UID:7-meeting@campus.test",
            "DTSTART:20260312T203000Z",
            "DTEND:20260312T223000Z",
            "DTSTAMP:20260301T090000Z",
            "SUMMARY:Presupuestos\\; con\\, género",
            "LOCATION:Sala 1\\nPiso 2",
        ] {
            assert!(text.lines().any(|own| own == line), "{line} in {text}");
        }
    }

    #[test]
    fn what_is_due_is_a_day_in_the_readers_language() {
        let on = NaiveDate::from_ymd_opt(2026, 3, 7).unwrap();
        let mut due = event(EventKind::Due, When::Day { on });
        due.due_at = Some(Utc.with_ymd_and_hms(2026, 3, 8, 5, 0, 0).unwrap());
        let (es, en) = (vec![due.clone()], vec![due]);
        let es = unfolded(&Feed { language: Language::Es, events: es });
        let en = unfolded(&Feed { language: Language::En, events: en });
        assert!(en.contains("DTSTART;VALUE=DATE:20260307\r\n") && en.contains("DTEND;VALUE=DATE:20260308\r\n"), "{en}");
        assert!(en.contains("2026-03-07 23:59") && en.contains("TRANSP:TRANSPARENT"), "{en}");
        assert_ne!(es, en);
    }
}
