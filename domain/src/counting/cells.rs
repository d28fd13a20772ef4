//! The five cells of every table, and the shares that are printed beside them.

use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize, Serializer};

use crate::language::Language;
use crate::person::SexCell;

/// How many fall in each of the five cells. It serialises with its total, which is always their sum.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
pub struct Cells {
    pub woman: u32,
    pub man: u32,
    pub another: u32,
    pub declined: u32,
    pub not_recorded: u32,
}

impl Cells {
    /// Everybody, the two unknowns included.
    #[must_use]
    pub const fn total(self) -> u32 {
        self.woman + self.man + self.another + self.declined + self.not_recorded
    }

    /// Those who declared a sex. Declined and not recorded are the two unknowns.
    #[must_use]
    pub const fn declared(self) -> u32 {
        self.woman + self.man + self.another
    }

    /// One more in `cell`.
    pub const fn add(&mut self, cell: SexCell) {
        match cell {
            SexCell::Woman => self.woman += 1,
            SexCell::Man => self.man += 1,
            SexCell::Another => self.another += 1,
            SexCell::Declined => self.declined += 1,
            SexCell::NotRecorded => self.not_recorded += 1,
        }
    }

    #[must_use]
    pub const fn get(self, cell: SexCell) -> u32 {
        match cell {
            SexCell::Woman => self.woman,
            SexCell::Man => self.man,
            SexCell::Another => self.another,
            SexCell::Declined => self.declined,
            SexCell::NotRecorded => self.not_recorded,
        }
    }

    /// Women over all who declared. Never print it without `coverage`.
    #[must_use]
    pub const fn women_share(self) -> Ratio {
        Ratio { part: self.woman, whole: self.declared() }
    }

    /// Those who declared over everybody.
    #[must_use]
    pub const fn coverage(self) -> Ratio {
        Ratio { part: self.declared(), whole: self.total() }
    }
}

impl std::ops::AddAssign for Cells {
    fn add_assign(&mut self, other: Self) {
        self.woman += other.woman;
        self.man += other.man;
        self.another += other.another;
        self.declined += other.declined;
        self.not_recorded += other.not_recorded;
    }
}

impl Serialize for Cells {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut cells = serializer.serialize_struct("Cells", 6)?;
        cells.serialize_field("woman", &self.woman)?;
        cells.serialize_field("man", &self.man)?;
        cells.serialize_field("another", &self.another)?;
        cells.serialize_field("declined", &self.declined)?;
        cells.serialize_field("not_recorded", &self.not_recorded)?;
        cells.serialize_field("total", &self.total())?;
        cells.end()
    }
}

/// A part of a whole, kept as two whole numbers so that page, file and command line round alike.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ratio {
    pub part: u32,
    pub whole: u32,
}

impl Ratio {
    /// In tenths of a percent, half rounded up; None of nothing. Past 1000 when the part exceeds the whole.
    #[must_use]
    pub fn tenths(self) -> Option<u32> {
        let (part, whole) = (u64::from(self.part), u64::from(self.whole));
        (part * 2000 + whole).checked_div(whole * 2).map(|tenths| u32::try_from(tenths).unwrap_or(u32::MAX))
    }

    /// Whole percent, rounded down, so that 100 means reached. At most 100: for the length of a bar.
    #[must_use]
    pub fn bar(self) -> u8 {
        let percent = (u64::from(self.part) * 100).checked_div(u64::from(self.whole)).unwrap_or(0);
        u8::try_from(percent.min(100)).unwrap_or(100)
    }

    /// As people read it: `54,3 %` in Spanish, `54.3%` in English, a dash where there is nothing to divide by.
    #[must_use]
    pub fn text(self, language: Language) -> String {
        let Some(tenths) = self.tenths() else { return "–".to_owned() };
        match language {
            Language::Es => format!("{},{}\u{a0}%", tenths / 10, tenths % 10),
            Language::En => format!("{}.{}%", tenths / 10, tenths % 10),
        }
    }
}
