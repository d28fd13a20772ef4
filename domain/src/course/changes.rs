//! What a version changes against another.

use super::{Activity, CourseContent};
use crate::language::Words;

crate::text_enum::text_enum! {
    /// What became of an activity between two versions.
    pub enum Change {
        New => "new",
        Changed => "changed",
        /// It stands elsewhere and says the same.
        Moved => "moved",
        Removed => "removed",
    }
}

/// An activity that is not as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActivityChange {
    pub key: String,
    pub title: Words,
    pub change: Change,
}

/// The activities that `new` has anew, changed or moved against `old`, in its order, and then those that it lacks.
#[must_use]
pub fn changes(old: Option<&CourseContent>, new: &CourseContent) -> Vec<ActivityChange> {
    let before: Vec<(&str, &Activity)> = old.map(with_modules).unwrap_or_default();
    let after = with_modules(new);
    let known = |all: &[(&str, &Activity)], key: &str| all.iter().position(|(_, activity)| activity.key == key);
    // Of what both have, the order alone says what moved.
    let order = |all: &[(&str, &Activity)], other: &[(&str, &Activity)]| -> Vec<String> {
        let both = all.iter().filter(|(_, activity)| known(other, &activity.key).is_some());
        both.map(|(_, activity)| activity.key.clone()).collect()
    };
    let (old_order, new_order) = (order(&before, &after), order(&after, &before));
    let place = |order: &[String], key: &str| order.iter().position(|known| known == key);
    let mut found = Vec::new();
    for (module, activity) in &after {
        let change = match known(&before, &activity.key).and_then(|place| before.get(place)) {
            None => Some(Change::New),
            Some((_, old)) if old != activity => Some(Change::Changed),
            Some((old, _)) if old != module => Some(Change::Moved),
            Some(_) => (place(&old_order, &activity.key) != place(&new_order, &activity.key)).then_some(Change::Moved),
        };
        found.extend(change.map(|change| told(activity, change)));
    }
    let gone = before.iter().filter(|(_, activity)| known(&after, &activity.key).is_none());
    found.extend(gone.map(|(_, activity)| told(activity, Change::Removed)));
    found
}

fn told(activity: &Activity, change: Change) -> ActivityChange {
    ActivityChange { key: activity.key.clone(), title: activity.title.clone(), change }
}

fn with_modules(content: &CourseContent) -> Vec<(&str, &Activity)> {
    content
        .modules
        .iter()
        .flat_map(|module| module.activities.iter().map(move |activity| (module.key.as_str(), activity)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::completion::Rule;
    use crate::course::{ActivityKind, Module, Task};

    fn content(modules: &[(&str, &[(&str, &str)])]) -> CourseContent {
        let activity = |(key, text): &(&str, &str)| Activity {
            key: (*key).to_owned(),
            kind: ActivityKind::Lesson,
            title: Words::es_en(*key, *key),
            minutes: 5,
            html: Words::es_en(*text, *text),
            week: None,
            weight: 1,
            task: Task::Read,
        };
        let modules = modules.iter().map(|(key, activities)| Module {
            key: (*key).to_owned(),
            title: Words::default(),
            activities: activities.iter().map(activity).collect(),
        });
        CourseContent {
            hours: 1,
            languages: Vec::new(),
            completion: Rule::Recorded,
            title: Words::default(),
            short_title: Words::default(),
            summary: Words::default(),
            audience: Words::default(),
            description: Words::default(),
            objectives: std::collections::BTreeMap::new(),
            modules: modules.collect(),
            glossary: Vec::new(),
        }
    }

    #[test]
    fn what_is_new_changed_moved_and_gone_is_told_by_its_title() {
        let old = content(&[("m", &[("a", "1"), ("b", "1"), ("c", "1"), ("d", "1")]), ("n", &[])]);
        let new = content(&[("m", &[("b", "1"), ("a", "1"), ("e", "1")]), ("n", &[("c", "2")])]);
        let told: Vec<(String, Change)> =
            changes(Some(&old), &new).into_iter().map(|one| (one.key, one.change)).collect();
        let expected = [
            ("b", Change::Moved),
            ("a", Change::Moved),
            ("e", Change::New),
            ("c", Change::Changed),
            ("d", Change::Removed),
        ];
        assert_eq!(told, expected.map(|(key, change)| (key.to_owned(), change)));
        assert!(changes(Some(&old), &old).is_empty());
        assert_eq!(changes(None, &old).len(), 4);
    }
}
