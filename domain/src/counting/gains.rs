//! The mean gain between pre-test and post-test, by sex, each with the number of persons that it is the mean of.

use serde::{Deserialize, Serialize};

use super::{Cells, Facts, Member};
use crate::person::SexCell;
use crate::quiz::Points;

/// Mean gains of the persons of a count: of each person that of the participation that decides. A cell of nobody has none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gains {
    pub woman: Option<Points>,
    pub man: Option<Points>,
    pub another: Option<Points>,
    pub declined: Option<Points>,
    pub not_recorded: Option<Points>,
    /// Of everybody: not the mean of the cells' means.
    pub all: Option<Points>,
}

impl Gains {
    /// The mean gains of these members of a count.
    #[must_use]
    pub fn of(facts: &Facts, members: &[Member]) -> Self {
        let mut persons = Cells::default();
        let mut sums = [0_i64; 5];
        for member in members {
            let Some(gain) = facts.all().get(member.fact as usize).and_then(|fact| facts.gain(fact)) else { continue };
            persons.add(member.cell);
            if let Some(sum) = sums.get_mut(place(member.cell)) {
                *sum += i64::from(gain.points);
            }
        }
        let mean = |cell: SexCell| Points::mean(sums.get(place(cell)).copied().unwrap_or_default(), persons.get(cell));
        Self {
            woman: mean(SexCell::Woman),
            man: mean(SexCell::Man),
            another: mean(SexCell::Another),
            declined: mean(SexCell::Declined),
            not_recorded: mean(SexCell::NotRecorded),
            all: Points::mean(sums.iter().sum(), persons.total()),
        }
    }

    /// The mean gain of a cell.
    #[must_use]
    pub const fn get(self, cell: SexCell) -> Option<Points> {
        match cell {
            SexCell::Woman => self.woman,
            SexCell::Man => self.man,
            SexCell::Another => self.another,
            SexCell::Declined => self.declined,
            SexCell::NotRecorded => self.not_recorded,
        }
    }
}

const fn place(cell: SexCell) -> usize {
    match cell {
        SexCell::Woman => 0,
        SexCell::Man => 1,
        SexCell::Another => 2,
        SexCell::Declined => 3,
        SexCell::NotRecorded => 4,
    }
}
