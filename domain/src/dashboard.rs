//! The plan at a glance, as staff see it.

use serde::{Deserialize, Serialize};

use crate::counting::Cells;
use crate::indicator::IndicatorRow;
use crate::report::Funnel;

/// People trained in a year, in any course.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct YearOfTrained {
    pub year: i32,
    pub persons: Cells,
}

/// What the dashboard shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DashboardView {
    pub rows: Vec<IndicatorRow>,
    /// Persons who completed anything in the window: counted anew, and not the sum of indicators (counting rule 2).
    pub trained: Cells,
    /// From the first year with anybody to the current one, whatever window is shown.
    pub trend: Vec<YearOfTrained>,
    /// Persons of `trained` by country's code, most first; empty for not recorded, which comes last.
    pub countries: Vec<(String, Cells)>,
    pub funnel: Funnel,
}
