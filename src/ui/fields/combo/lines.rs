//! What the list of a combobox shows.

use crosslane_core::edit::form::{creatable, options};
use crosslane_core::format::ids::key;
use crosslane_core::model::{EntityKind, Id};
use crosslane_core::sort::Sort;
use crosslane_words::ui::{fields as words, shell};

use super::{Chosen, Combo};
use crate::ui::DepartmentMark;

/// How many options are shown at once.
const MOST_OPTIONS: usize = 50;

/// A line of the list.
#[derive(Clone, PartialEq)]
pub struct Line {
    /// What it stands for.
    pub chosen: Chosen,
    /// Its text.
    pub name: String,
    /// The mark of a department.
    pub mark: Option<DepartmentMark>,
}

/// The lines that fit what is typed.
#[derive(Clone, Default, PartialEq)]
pub struct Lines {
    /// The lines, the best first.
    pub lines: Vec<Line>,
    /// There are more than are shown.
    pub more: bool,
}

/// The lines that fit what is typed: names that begin with it first, then those that hold it, then the
/// offer to make it.
pub fn lines(combo: Combo, query: &str) -> Lines {
    let Some(workspace) = combo.state.workspace_untracked() else { return Lines::default() };
    let journey = combo.state.journey_id_untracked().filter(|_| combo.inside);
    let wanted = key(query);
    let mut fitting: Vec<(u8, Id, String)> = options(&workspace, journey, combo.kind)
        .into_iter()
        .filter_map(|(id, name)| {
            let known = key(&name);
            let rank = match known.find(&wanted)? {
                0 if known.len() == wanted.len() => 0,
                0 => 1,
                _ => 2,
            };
            Some((rank, id, name))
        })
        .collect();
    // Stable: within a rank the order of the register stays.
    fitting.arrange_by_key(|(rank, ..)| *rank);
    let exact = fitting.first().is_some_and(|(rank, ..)| *rank == 0);
    let more = fitting.len() > MOST_OPTIONS;
    let mut lines: Vec<Line> = fitting
        .into_iter()
        .take(MOST_OPTIONS)
        .map(|(_, id, name)| Line {
            chosen: Chosen::Existing(id),
            name: shell::or_untitled(&name).to_owned(),
            mark: (combo.kind == EntityKind::Department).then(|| DepartmentMark::of(&workspace, id)),
        })
        .collect();
    if !wanted.is_empty() && !exact && creatable(combo.kind) {
        lines.push(Line {
            chosen: Chosen::New(query.trim().to_owned()),
            name: words::create(query),
            mark: None,
        });
    }
    Lines { lines, more }
}
