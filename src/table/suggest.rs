//! What can be meant by what is typed into a cell.

use crosslane_core::edit::form::{Widget, creatable, options};
use crosslane_core::format::ids::key;
use crosslane_core::format::table::{Column, Home, Value, write_cell};
use crosslane_core::model::{EntityKind, Id};
use crosslane_core::sort::Sort;
use crosslane_words::ui::fields as words;

use crate::app::State;
use crate::ui::DepartmentMark;

/// How many suggestions are shown.
const MOST: usize = 12;

/// A suggestion.
#[derive(Clone, PartialEq)]
pub struct Suggestion {
    /// What is shown.
    pub label: String,
    /// What it puts in place of what is typed.
    pub text: String,
    /// The mark of a department.
    pub mark: Option<DepartmentMark>,
}

/// The suggestions for a column.
#[derive(Clone, Default, PartialEq)]
pub struct Suggestions {
    /// In order.
    pub list: Vec<Suggestion>,
    /// The one that is meant unless another is chosen.
    pub meant: Option<usize>,
}

/// Whether cells of a column hold several names, parted by semicolons.
pub fn is_list(column: Column) -> bool {
    matches!(column.widget(), Some(Widget::Many(_)))
}

/// Whether something can be suggested for cells of a column.
pub fn suggests(column: Column) -> bool {
    let named =
        matches!(column.widget(), Some(Widget::Choice(_) | Widget::YesNo | Widget::One(_) | Widget::Many(_)));
    named || column.home() == Home::Phase
}

/// What stands before the part of a list that is being typed, and that part.
pub fn parts(column: Column, typed: &str) -> (&str, &str) {
    let at = if is_list(column) { typed.rfind(';').map_or(0, |at| at + 1) } else { 0 };
    let rest = &typed[at..];
    let space = rest.len() - rest.trim_start().len();
    typed.split_at(at + space)
}

/// What can be meant by the part that is typed.
pub fn suggestions(state: State, column: Column, typed: &str) -> Suggestions {
    let (_, part) = parts(column, typed);
    let wanted = key(part);
    let (candidates, kind) = candidates(state, column);
    let mut fitting: Vec<(u8, Suggestion)> = candidates
        .into_iter()
        .filter_map(|suggestion| {
            let rank = match key(&suggestion.label).find(&wanted)? {
                0 if key(&suggestion.label) == wanted => 0,
                0 => 1,
                _ => 2,
            };
            Some((rank, suggestion))
        })
        .collect();
    // Stable: within a rank the order of the register stays.
    fitting.arrange_by_key(|(rank, _)| *rank);
    let begins = fitting.first().is_some_and(|(rank, _)| *rank < 2);
    let exact = fitting.first().is_some_and(|(rank, _)| *rank == 0);
    let mut list: Vec<Suggestion> =
        fitting.into_iter().take(MOST).map(|(_, suggestion)| suggestion).collect();
    let makes = kind.is_some_and(creatable) && !wanted.is_empty() && !exact;
    if makes {
        list.push(Suggestion { label: words::create(part), text: part.trim().to_owned(), mark: None });
    }
    let meant = match (wanted.is_empty(), begins, makes) {
        (true, ..) | (_, false, false) => None,
        (_, true, _) => Some(0),
        (_, false, true) => Some(list.len() - 1),
    };
    Suggestions { list, meant }
}

fn candidates(state: State, column: Column) -> (Vec<Suggestion>, Option<EntityKind>) {
    let plain = |text: &str| Suggestion { label: text.to_owned(), text: text.to_owned(), mark: None };
    let none = (Vec::new(), None);
    let (Some(workspace), Some(journey)) = (state.workspace_untracked(), state.journey_id_untracked()) else {
        return none;
    };
    match (column.home(), column.widget()) {
        (Home::Phase, _) => {
            let phases = workspace.journeys.get(&journey).map(|journey| {
                journey.ordered_phases().map(|(_, phase)| plain(&phase.name)).collect::<Vec<_>>()
            });
            let mut phases = phases.unwrap_or_default();
            phases.dedup();
            (phases, None)
        }
        (_, Some(Widget::Choice(kind))) => {
            let choice = |word: &&'static str| Suggestion {
                label: words::choice(kind, word).to_owned(),
                text: word.replace('_', " "),
                mark: None,
            };
            (kind.words().iter().map(choice).collect(), None)
        }
        (_, Some(Widget::YesNo)) => (["yes", "no"].into_iter().map(plain).collect(), None),
        (_, Some(Widget::One(kind) | Widget::Many(kind))) => {
            let named =
                options(&workspace, Some(journey), kind).into_iter().filter(|(_, name)| !name.is_empty());
            let suggestion = |(id, name): (Id, String)| Suggestion {
                // A name with a semicolon in it stands in quotes.
                text: write_cell(column, &Value::List(vec![name.clone()])),
                label: name,
                mark: (kind == EntityKind::Department).then(|| DepartmentMark::of(&workspace, id)),
            };
            (named.map(suggestion).collect(), Some(kind))
        }
        _ => none,
    }
}
