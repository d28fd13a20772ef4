//! An attacker who knows every published number and how the numbers hang together asks a solver of integer programs for another
//! world in which everything that is published is the same and a hidden small number is not. There must be one.

use microlp::{ComparisonOp, LinearExpr, OptimizationDirection, Problem, Variable};
use proptest::prelude::*;

use super::*;

const LIMIT: u32 = 5;

/// The cells of every row that an attacker looks for.
struct Attack<'a> {
    tables: &'a [Table],
    shown: &'a [ShownTable],
}

/// The variables of the worlds that look like this one: a cell each, by table and row.
type World = Vec<Vec<Vec<Variable>>>;

impl Attack<'_> {
    /// Whether the number of a cell, or of the total where none is named, is the same in every world.
    fn knows(&self, table: usize, row: usize, cell: Option<usize>) -> bool {
        let truth = self.tables[table].rows[row].cells;
        let truth = cell.map_or(truth.total(), |cell| truth.get(SexCell::ALL[cell]));
        let end = |direction| {
            let (problem, _) = self.worlds(direction, (table, row, cell));
            let solution = problem.solve().expect("this world is one of them").into_solution().expect("solved");
            solution.objective().round()
        };
        end(OptimizationDirection::Minimize) == f64::from(truth)
            && end(OptimizationDirection::Maximize) == f64::from(truth)
    }

    fn worlds(&self, direction: OptimizationDirection, wanted: (usize, usize, Option<usize>)) -> (Problem, World) {
        let mut problem = Problem::new(direction);
        let mut world = World::new();
        for (table, of) in self.shown.iter().enumerate() {
            let mut rows = Vec::new();
            for (row, of) in of.rows.iter().enumerate() {
                let cells: Vec<Variable> = (0..5)
                    .map(|cell| {
                        let is = (table, row) == (wanted.0, wanted.1) && wanted.2.is_none_or(|wanted| wanted == cell);
                        let bounds =
                            of.cells.get(SexCell::ALL[cell]).map_or((0, 1_000), |n| (n.cast_signed(), n.cast_signed()));
                        problem.add_integer_var(f64::from(u8::from(is)), bounds)
                    })
                    .collect();
                if let Some(total) = of.total {
                    problem.add_constraint(sum(&cells), ComparisonOp::Eq, f64::from(total));
                }
                rows.push(cells);
            }
            // Nobody counts in two years here, so the plan is the sum of its years.
            let plan = rows.len() - 1;
            for cell in 0..5 {
                let mut all: LinearExpr = rows[..plan].iter().map(|row| (row[cell], 1.0)).collect();
                all.add(rows[plan][cell], -1.0);
                problem.add_constraint(all, ComparisonOp::Eq, 0.0);
            }
            world.push(rows);
        }
        // The second table counts everybody whom the first does.
        if let [inner, outer] = world.as_slice() {
            for (inner, outer) in inner.iter().flatten().zip(outer.iter().flatten()) {
                problem.add_constraint([(*outer, 1.0), (*inner, -1.0)], ComparisonOp::Ge, 0.0);
            }
        }
        (problem, world)
    }
}

fn sum(cells: &[Variable]) -> LinearExpr {
    cells.iter().map(|cell| (*cell, 1.0)).collect()
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
        let attack = Attack { tables: &tables, shown: &shown };
        for (table, shown) in shown.iter().enumerate() {
            for (row, shown) in shown.rows.iter().enumerate() {
                let truth = tables[table].rows[row].cells;
                let numbers = SexCell::ALL.iter().enumerate().map(|(place, cell)| (Some(place), shown.cells.get(*cell), truth.get(*cell)));
                for (cell, seen, truth) in numbers.chain([(None, shown.total, truth.total())]) {
                    let small = truth > 0 && truth < LIMIT;
                    match seen {
                        Some(number) => {
                            prop_assert_eq!(number, truth);
                            prop_assert!(!small, "a small number is shown: {:?}", shown);
                        }
                        None if small => {
                            prop_assert!(!attack.knows(table, row, cell), "{cell:?} is {truth} in {:?}\n{:?}", shown, tables);
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
