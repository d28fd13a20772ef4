//! The mean gain between pre-test and post-test, by sex, each with the number of persons that it is the mean of.

use serde::{Deserialize, Serialize};

use super::{BySex, Cells, Facts, Member};
use crate::person::SexCell;
use crate::quiz::Points;

/// Mean gains of the persons of a count: of each person that of the participation that decides. A cell of nobody has none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gains {
    #[serde(flatten)]
    pub by_sex: BySex<Option<Points>>,
    /// Of everybody: not the mean of the cells' means.
    pub all: Option<Points>,
}

impl Gains {
    /// The mean gains of these members of a count.
    #[must_use]
    pub fn of(facts: &Facts, members: &[Member]) -> Self {
        let mut persons = Cells::default();
        let mut sums = BySex::<i64>::default();
        for member in members {
            let Some(gain) = facts.all().get(member.fact as usize).and_then(|fact| facts.gain(fact)) else { continue };
            persons.add(member.cell);
            *sums.get_mut(member.cell) += i64::from(gain.points);
        }
        let all = SexCell::ALL.iter().map(|cell| sums.get(*cell)).sum();
        Self {
            by_sex: BySex::of(|cell| Points::mean(sums.get(cell), persons.get(cell))),
            all: Points::mean(all, persons.total()),
        }
    }

    /// The mean gain of a cell.
    #[must_use]
    pub const fn get(self, cell: SexCell) -> Option<Points> {
        self.by_sex.get(cell)
    }
}
