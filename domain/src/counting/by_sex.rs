//! Something for each of the five cells.

use serde::{Deserialize, Serialize};

use crate::person::SexCell;

/// One of each cell: a mean, a number that may be hidden.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BySex<T> {
    pub woman: T,
    pub man: T,
    pub another: T,
    pub declined: T,
    pub not_recorded: T,
}

impl<T> BySex<T> {
    /// What `of` gives for each cell.
    pub fn of(of: impl Fn(SexCell) -> T) -> Self {
        Self {
            woman: of(SexCell::Woman),
            man: of(SexCell::Man),
            another: of(SexCell::Another),
            declined: of(SexCell::Declined),
            not_recorded: of(SexCell::NotRecorded),
        }
    }

    /// The cell's own.
    pub const fn get_mut(&mut self, cell: SexCell) -> &mut T {
        match cell {
            SexCell::Woman => &mut self.woman,
            SexCell::Man => &mut self.man,
            SexCell::Another => &mut self.another,
            SexCell::Declined => &mut self.declined,
            SexCell::NotRecorded => &mut self.not_recorded,
        }
    }
}

impl<T: Copy> BySex<T> {
    /// The cell's own.
    #[must_use]
    pub const fn get(&self, cell: SexCell) -> T {
        match cell {
            SexCell::Woman => self.woman,
            SexCell::Man => self.man,
            SexCell::Another => self.another,
            SexCell::Declined => self.declined,
            SexCell::NotRecorded => self.not_recorded,
        }
    }
}
