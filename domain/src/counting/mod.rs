//! Counting people: the rules of `counting.md` over plain facts. The number and its list come from one pass.
//!
//! `Facts` is every participation of the campus in compact form; `count` asks it one question (which participations, which
//! population, which window) and gives persons, participations and the members behind them.

mod by_sex;
mod cells;
mod facts;
mod funnel;
mod gains;
mod split;
mod tally;
#[cfg(test)]
mod tests;
mod window;

pub use by_sex::BySex;
pub use cells::{Cells, Ratio};
pub use facts::{EditionFacts, Fact, Facts, Gain, NewFact, canonical};
pub use funnel::funnel;
pub use gains::Gains;
pub use split::{SplitRow, split};
pub use tally::{Count, EditionCount, Member, Scope, by_edition, count, count_editions};
pub use window::Window;

crate::text_enum::text_enum! {
    /// Whose participations count, and by which moment they are dated (counting rule 3).
    pub enum Population {
        /// At least one recorded learning act; dated by the first.
        Participants => "participants",
        /// The edition's rule is met; dated by the moment the last requirement was.
        Completers => "completers",
        /// Handed in both the pre-test and the post-test; dated by the later of the two.
        Tested => "tested",
    }
}
