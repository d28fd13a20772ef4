//! One page of a long list.

use serde::{Deserialize, Serialize};

/// How many rows a page of a list has.
pub const PAGE_SIZE: u32 = 25;

/// Some rows of a list, and where they stand in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page<T> {
    pub rows: Vec<T>,
    /// Rows in the whole list.
    pub total: u32,
    /// This page's number, from 1.
    pub number: u32,
}

/// The page that is shown when `asked` is asked for of a list of `total` rows: from 1 to its last.
#[must_use]
pub fn shown_page(asked: u32, total: u32) -> u32 {
    asked.clamp(1, total.div_ceil(PAGE_SIZE).max(1))
}

impl<T> Page<T> {
    /// How many pages there are; an empty list has one.
    #[must_use]
    pub fn pages(&self) -> u32 {
        self.total.div_ceil(PAGE_SIZE).max(1)
    }

    /// Cuts page `number` out of a list that is in memory as a whole.
    #[must_use]
    pub fn cut(rows: Vec<T>, number: u32) -> Self {
        let total = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let number = number.clamp(1, total.div_ceil(PAGE_SIZE).max(1));
        let skip = (number - 1) * PAGE_SIZE;
        let rows = rows.into_iter().skip(skip as usize).take(PAGE_SIZE as usize).collect();
        Self { rows, total, number }
    }
}
