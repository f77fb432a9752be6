//! Which columns a header may name.
//!
//! Headers are compared without case, accents, spaces, punctuation and a plural s.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::column::Column;
use super::vocabulary::{CHOICES, NUMBERS};
use crate::format::fold::squeeze;

/// A way to read a header: the column, and how good a name of it the header is (0 is best).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    pub column: Column,
    pub rank: usize,
}

/// All names, ready to be looked up.
pub struct Names(HashMap<String, Vec<Candidate>>);

static ALL: LazyLock<Names> = LazyLock::new(Names::new);

impl Names {
    /// The names, made once.
    pub fn all() -> &'static Self {
        &ALL
    }

    fn new() -> Self {
        let mut names: HashMap<String, Vec<Candidate>> = HashMap::new();
        for column in Column::ALL {
            for (rank, name) in column.names().split('|').enumerate() {
                let candidate = Candidate { column: *column, rank };
                let known = names.entry(singular(&squeeze(name))).or_default();
                if known.iter().all(|known| known.column != *column) {
                    known.push(candidate);
                }
            }
        }
        for (name, columns) in CHOICES.iter().flat_map(|(names, columns)| {
            names.split('|').map(move |name| (singular(&squeeze(name)), columns))
        }) {
            let choices = columns.iter().map(|column| Candidate { column: *column, rank: 50 }).collect();
            names.insert(name, choices);
        }
        Self(names)
    }

    /// The ways to read a header, the best first; brackets (`Duration (days)`), and a unit after "in"
    /// count only where the header means nothing with them.
    pub fn of(&self, header: &str) -> &[Candidate] {
        let whole = singular(&squeeze(header));
        let short = singular(&squeeze(without_unit(header)));
        self.0.get(&whole).or_else(|| self.0.get(&short)).map_or(&[], Vec::as_slice)
    }

    /// Whether a header says that its column numbers the rows.
    pub fn numbers_rows(header: &str) -> bool {
        let name = squeeze(header);
        name.is_empty() || NUMBERS.split('|').any(|known| known == name)
    }
}

/// A header without what follows an opening bracket, and without a last "in days".
fn without_unit(header: &str) -> &str {
    let header = header.find(['(', '[']).filter(|at| *at > 0).map_or(header, |at| &header[..at]);
    [" in ", " en ", " i ", " w "]
        .iter()
        .find_map(|word| header.rfind(word))
        .filter(|at| !header[*at..].trim().is_empty())
        .map_or(header, |at| &header[..at])
}

fn singular(name: &str) -> String {
    let single = if name.len() > 3 { name.strip_suffix('s').unwrap_or(name) } else { name };
    single.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_of_one_column_and_every_header_its_own() {
        let names = Names::new();
        for (name, candidates) in &names.0 {
            let choice = CHOICES
                .iter()
                .any(|(listed, _)| listed.split('|').any(|one| singular(&squeeze(one)) == *name));
            assert!(choice || candidates.len() == 1, "{name}: {candidates:?}");
        }
        for column in Column::ALL {
            let candidates = names.of(column.header());
            assert!(candidates.iter().any(|candidate| candidate.column == *column), "{column:?}");
        }
    }
}
