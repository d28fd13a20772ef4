//! An attacker who knows every published number, every sum and every relation between two tables narrows down each hidden
//! cell; more than one value must stay possible.

use proptest::prelude::*;

use super::*;

const LIMIT: u32 = 5;
/// The places of the five cells.
const PLACES: [usize; 5] = [0, 1, 2, 3, 4];

/// What an attacker thinks a cell can be.
type Range = (u32, u32);

/// The five cells of every row, as far as the attacker knows them.
struct Attack {
    ranges: Vec<Vec<[Range; 5]>>,
    totals: Vec<Vec<Option<u32>>>,
}

impl Attack {
    fn new(shown: &[ShownTable]) -> Self {
        let cell = |row: &ShownRow, cell: SexCell| {
            row.cells.get(cell).map_or((0, row.total.unwrap_or(LIMIT - 1)), |number| (number, number))
        };
        let row = |row: &ShownRow| {
            let mut ranges = [(0, 0); 5];
            for (range, one) in ranges.iter_mut().zip(SexCell::ALL) {
                *range = cell(row, *one);
            }
            ranges
        };
        Self {
            ranges: shown.iter().map(|table| table.rows.iter().map(row).collect()).collect(),
            totals: shown.iter().map(|table| table.rows.iter().map(|row| row.total).collect()).collect(),
        }
    }

    /// Each cell is the total less the others.
    fn within_rows(&mut self) {
        for (rows, totals) in self.ranges.iter_mut().zip(&self.totals) {
            for (row, total) in rows.iter_mut().zip(totals) {
                let Some(total) = total else { continue };
                for place in PLACES {
                    let others = |of: fn(&Range) -> u32| {
                        row.iter()
                            .enumerate()
                            .filter(|(other, _)| *other != place)
                            .map(|(_, range)| of(range))
                            .sum::<u32>()
                    };
                    let (low, high) = (others(|range| range.0), others(|range| range.1));
                    row[place].0 = row[place].0.max(total.saturating_sub(high));
                    row[place].1 = row[place].1.min(total.saturating_sub(low));
                }
            }
        }
    }

    /// Where nobody counts in two years, the plan is the sum of its years, cell by cell.
    fn between_years(&mut self, tables: &[Table]) {
        for (table, rows) in tables.iter().zip(&mut self.ranges) {
            let Some(plan) = table.rows.iter().position(|row| row.year.is_none()) else { continue };
            let years: Vec<usize> = (0..rows.len()).filter(|place| *place != plan).collect();
            let sum: u32 = years.iter().map(|place| table.rows[*place].cells.total()).sum();
            if sum != table.rows[plan].cells.total() {
                continue;
            }
            for cell in PLACES {
                let (low, high) = years
                    .iter()
                    .fold((0, 0), |(low, high), place| (low + rows[*place][cell].0, high + rows[*place][cell].1));
                rows[plan][cell] = (rows[plan][cell].0.max(low), rows[plan][cell].1.min(high));
                for year in &years {
                    let (mut low, mut high) = (rows[plan][cell].0, rows[plan][cell].1);
                    for other in years.iter().filter(|other| *other != year) {
                        low = low.saturating_sub(rows[*other][cell].1);
                        high = high.saturating_sub(rows[*other][cell].0);
                    }
                    let range = &mut rows[*year][cell];
                    *range = (range.0.max(low), range.1.min(high));
                }
            }
        }
    }

    /// The second table counts everybody whom the first does.
    fn between_tables(&mut self, tables: &[Table]) {
        let [inner, outer] = tables else { return };
        for (place, row) in inner.rows.iter().enumerate() {
            let Some(other) = outer.rows.iter().position(|other| other.year == row.year) else { continue };
            let more = outer.rows[other].cells.total() - row.cells.total();
            for cell in PLACES {
                let (small, large) = (self.ranges[0][place][cell], self.ranges[1][other][cell]);
                self.ranges[0][place][cell] = (small.0.max(large.0.saturating_sub(more)), small.1.min(large.1));
                self.ranges[1][other][cell] = (large.0.max(small.0), large.1.min(small.1 + more));
            }
        }
    }

    fn run(&mut self, tables: &[Table]) {
        for _ in 0..40 {
            self.within_rows();
            self.between_years(tables);
            self.between_tables(tables);
        }
    }
}

fn cells() -> impl Strategy<Value = Cells> {
    let number = || prop_oneof![3 => 0_u32..7, 1 => 0_u32..60];
    (
        prop_oneof![1 => number(), 2 => 5_u32..80],
        prop_oneof![1 => number(), 2 => 5_u32..80],
        number(),
        number(),
        number(),
    )
        .prop_map(|(woman, man, another, declined, not_recorded)| Cells {
            woman,
            man,
            another,
            declined,
            not_recorded,
        })
}

/// An indicator over three years, nobody in two of them.
fn table() -> impl Strategy<Value = Vec<Cells>> {
    prop::collection::vec(prop_oneof![1 => Just(Cells::default()), 5 => cells()], 1..4)
}

fn made(code: &str, years: &[Cells]) -> Table {
    let mut plan = Cells::default();
    years.iter().for_each(|cells| plan += *cells);
    let mut rows: Vec<Row> =
        years.iter().zip(2023..).map(|(cells, year)| Row { year: Some(year), cells: *cells }).collect();
    rows.push(Row { year: None, cells: plan });
    Table { code: code.into(), rows }
}

proptest! {
    #[test]
    fn no_public_table_nor_any_pair_of_them_reveals_a_hidden_cell(inner in table(), more in table()) {
        // The second takes in everybody of the first.
        let outer: Vec<Cells> = inner.iter().enumerate().map(|(place, cells)| {
            let mut all = *cells;
            all += more.get(place).copied().unwrap_or_default();
            all
        }).collect();
        let tables = [made("A", &inner), made("B", &outer)];
        let shown = protect(&tables, LIMIT);
        let mut attack = Attack::new(&shown);
        attack.run(&tables);
        for (table, shown) in shown.iter().enumerate() {
            for (row, shown) in shown.rows.iter().enumerate() {
                let truth = tables[table].rows[row].cells;
                for (place, cell) in SexCell::ALL.iter().enumerate() {
                    match shown.cells.get(*cell) {
                        Some(number) => {
                            prop_assert_eq!(number, truth.get(*cell));
                            prop_assert!(number == 0 || number >= LIMIT, "a small cell is shown: {:?}", shown);
                        }
                        None if truth.get(*cell) > 0 && truth.get(*cell) < LIMIT => {
                            let (low, high) = attack.ranges[table][row][place];
                            prop_assert!(low < high, "{:?} {cell} is {low} in {:?}\n{:?}", tables[table].rows[row], shown, tables);
                        }
                        None => {}
                    }
                }
            }
        }
    }

    #[test]
    fn countries_with_few_persons_are_put_together(rows in prop::collection::vec(0_u32..30, 0..12)) {
        let named: Vec<(String, u32)> = rows.iter().enumerate().map(|(place, persons)| (format!("C{place}"), *persons)).collect();
        let total: u32 = rows.iter().sum();
        let shown = countries(named, LIMIT);
        prop_assert!(shown.iter().all(|(_, persons)| *persons >= LIMIT));
        let sum: u32 = shown.iter().map(|(_, persons)| persons).sum();
        prop_assert!(sum == total || (total < LIMIT && sum == 0));
        prop_assert!(shown.iter().filter(|(code, _)| code.is_none()).count() <= 1);
    }
}

#[test]
fn nothing_is_hidden_where_nothing_is_small() {
    let cells = Cells { woman: 60, man: 20, another: 0, declined: 7, not_recorded: 9 };
    let shown = protect(&[made("A", &[cells, cells])], LIMIT);
    assert!(shown[0].rows.iter().all(|row| !row.hides()));
}

#[test]
fn few_men_hide_their_row_and_another_year_beside_it() {
    let many = Cells { woman: 60, man: 20, another: 0, declined: 0, not_recorded: 0 };
    let few = Cells { woman: 40, man: 3, another: 0, declined: 0, not_recorded: 0 };
    let more = Cells { woman: 90, man: 50, ..many };
    let shown = protect(&[made("A", &[many, few, more])], LIMIT);
    let split: Vec<bool> = shown[0].rows.iter().map(|row| row.cells.man.is_some()).collect();
    assert_eq!(split, [false, false, true, true], "the plan less the other years would give them back");
    assert!(shown[0].rows.iter().all(|row| row.total.is_some()));
}
