//! How far people came in the editions of a window, from the call to the completion, by sex.

use super::{Cells, Facts, Window};
use crate::report::Funnel;

/// Participations of the editions that begin in `window`. A person in two editions stands in both: it is editions' seats that
/// are looked at, and not people trained. `applied` is None where nobody could apply.
#[must_use]
pub fn funnel(facts: &Facts, window: Window, applied: Option<Cells>) -> Funnel {
    let mut funnel = Funnel { applied, ..Funnel::default() };
    for (place, edition) in (0_u32..).zip(facts.editions()) {
        if window.holds_day(edition.starts_on) {
            facts.span(place).filter_map(|place| facts.all().get(place)).for_each(|fact| funnel.add(fact));
        }
    }
    funnel
}
