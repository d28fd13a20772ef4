//! How a grader goes through what waits: kept in the address of every page of the queue.

use domain::submission::{Queue, Who};

use crate::list::address;
use crate::request::query;
use crate::t;

/// The queue that the page's address names.
pub(super) fn asked() -> Queue {
    Queue { activity: query("activity"), anonymous: query("anonymous") == "1" }
}

/// The queue as part of a query.
pub(super) fn pairs(queue: &Queue) -> Vec<(&'static str, String)> {
    let anonymous = if queue.anonymous { "1" } else { "" };
    vec![("activity", queue.activity.clone()), ("anonymous", anonymous.to_owned())]
}

/// An address of the same queue.
pub fn in_queue(path: &str, queue: &Queue, more: &[(&str, &str)]) -> String {
    let pairs = pairs(queue);
    let all: Vec<(&str, &str)> =
        pairs.iter().map(|(name, value)| (*name, value.as_str())).chain(more.iter().copied()).collect();
    address(path, &all)
}

/// A name, or the number under which it is hidden.
pub(super) fn who_words(who: &Who) -> String {
    match who {
        Who::Name(name) => name.clone(),
        Who::Number(number) => t!("grading-participant", number = number.to_string()),
    }
}
