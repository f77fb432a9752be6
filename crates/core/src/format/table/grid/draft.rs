//! A journey while a block is pasted into it: changed touchpoints, new entries, what is to be placed.

use std::collections::{BTreeMap, HashMap};

use super::paste::{PasteKind, PasteProblem};
use crate::edit::form::{Datum, Widget, named_entry, options};
use crate::edit::{Edit, Entry};
use crate::format::ids::key;
use crate::format::table::facts::datum;
use crate::format::table::{Assumption, Column, Home, Setting, Value, read_cell};
use crate::model::{EntityKind, Fields, Id, Minutes, Ref, Touchpoint, Workspace};

/// What the pasted cells of one row say.
#[derive(Debug, Clone, Default)]
pub struct DraftRow {
    /// The touchpoint with the cells that are its own.
    pub touchpoint: Touchpoint,
    /// The name of its phase, where a cell says it.
    pub phase: Option<String>,
    /// The goal of its phase, where a cell says it.
    pub goal: Option<Datum>,
    /// The wait to the next touchpoint, where a cell says it, with the text of the cell.
    pub wait: Option<(Option<Minutes>, String)>,
    /// Fields of the card of the next handoff, with the text of their cells.
    pub card: Vec<(Column, &'static str, Datum, String)>,
}

/// All rows a block touches, with the register entries it makes.
pub struct Draft<'a> {
    workspace: &'a Workspace,
    journey: Id,
    new_id: &'a mut dyn FnMut() -> Id,
    known: HashMap<EntityKind, HashMap<String, Id>>,
    setting: Setting,
    /// The rows, by their position in the grid.
    pub rows: BTreeMap<usize, DraftRow>,
    /// New register entries, in the order in which they were met.
    pub entries: Vec<(Id, Entry)>,
    /// What is to be known.
    pub problems: Vec<PasteProblem>,
    /// Cells that were set.
    pub cells: usize,
}

impl<'a> Draft<'a> {
    pub fn new(
        workspace: &'a Workspace,
        journey: Id,
        decimal_comma: bool,
        new_id: &'a mut dyn FnMut() -> Id,
    ) -> Self {
        Self {
            workspace,
            journey,
            new_id,
            known: HashMap::new(),
            setting: Setting { decimal_comma, unit: None },
            rows: BTreeMap::new(),
            entries: Vec::new(),
            problems: Vec::new(),
            cells: 0,
        }
    }

    /// A fresh identifier.
    pub fn fresh_id(&mut self) -> Id {
        (self.new_id)()
    }

    /// The edits that make the new entries.
    pub fn entry_edits(&self) -> impl Iterator<Item = Edit> {
        self.entries.iter().map(|(id, entry)| Edit::PutEntry(*id, Box::new(entry.clone())))
    }

    /// Reads a cell into its row; `before` is the touchpoint of the row as it is.
    pub fn set(&mut self, row: usize, before: Option<&Touchpoint>, column: Column, text: &str) {
        let Ok(read) = read_cell(column, text, self.setting) else {
            return self.tell(row, column, text, PasteKind::Unreadable);
        };
        if let Some((_, Some(assumption))) = &read {
            let kind = match assumption {
                Assumption::Minutes => PasteKind::AssumedMinutes,
                Assumption::BusinessDays => PasteKind::BusinessDays,
            };
            self.tell(row, column, text, kind);
        }
        let value = read.map(|(value, _)| value);
        let mut draft = self.rows.remove(&row).unwrap_or_else(|| DraftRow {
            touchpoint: before.cloned().unwrap_or_default(),
            ..DraftRow::default()
        });
        self.put(&mut draft, row, column, value, text);
        self.rows.insert(row, draft);
    }

    fn put(&mut self, draft: &mut DraftRow, row: usize, column: Column, value: Option<Value>, text: &str) {
        self.cells += 1;
        let words = |value: Option<Value>| match value {
            Some(Value::Text(text)) => Some(String::from(&*text)).filter(|text| !text.is_empty()),
            _ => None,
        };
        match column.home() {
            Home::Nowhere => self.cells -= 1,
            Home::Phase => draft.phase = Some(words(value).unwrap_or_default()),
            Home::Goal => draft.goal = Some(words(value).map_or(Datum::Absent, Datum::Text)),
            Home::Wait => {
                let wait = match value {
                    Some(Value::Minutes(wait)) => Some(wait),
                    _ => None,
                };
                draft.wait = Some((wait, text.to_owned()));
            }
            Home::Card(field) => {
                let datum = self.datum(row, column, value, text);
                draft.card.push((column, field, datum, text.to_owned()));
            }
            Home::Touchpoint(field) => {
                let others = further_owners(column, value.as_ref());
                let datum = self.datum(row, column, value, text);
                // Columns and fields agree: a test sets every column.
                (&mut draft.touchpoint as &mut dyn Fields).set(field, datum);
                self.add_responsible(&mut draft.touchpoint, &others);
            }
        }
    }

    /// A value as its field holds it; names become references.
    fn datum(&mut self, row: usize, column: Column, value: Option<Value>, text: &str) -> Datum {
        let (Some(value), Some(widget)) = (value, column.widget()) else { return Datum::Absent };
        if matches!((&value, widget), (Value::List(names), Widget::One(_)) if names.len() > 1) {
            let owners = column == Column::Owner;
            self.tell(row, column, text, if owners { PasteKind::SeveralOwners } else { PasteKind::Several });
        }
        datum(&value, widget, |kind, name| self.entity(kind, name))
    }

    fn entities(&mut self, kind: EntityKind, names: &[String]) -> Vec<Id> {
        let mut ids = Vec::with_capacity(names.len());
        for name in names {
            let id = self.entity(kind, name);
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }

    /// The entity of this name; it is made where there is none.
    fn entity(&mut self, kind: EntityKind, name: &str) -> Id {
        let (workspace, journey) = (self.workspace, self.journey);
        let known = self.known.entry(kind).or_insert_with(|| {
            let mut known = HashMap::new();
            // Of two entries of one name the first in the register's order is meant.
            for (id, name) in options(workspace, Some(journey), kind) {
                known.entry(key(&name)).or_insert(id);
            }
            known
        });
        if let Some(id) = known.get(&key(name)) {
            return *id;
        }
        let id = (self.new_id)();
        known.insert(key(name), id);
        self.entries.extend(named_entry(kind, name).map(|entry| (id, entry)));
        id
    }

    /// Further owners are responsible, before those who are it already.
    fn add_responsible(&mut self, touchpoint: &mut Touchpoint, names: &[String]) {
        if names.is_empty() {
            return;
        }
        let mut ids = self.entities(EntityKind::Department, names);
        let before = touchpoint.responsible.iter().flatten().map(|department| department.id());
        ids.extend(before.filter(|id| !names.is_empty() && Some(*id) != touchpoint.owner.map(Ref::id)));
        let mut once: Vec<Ref<_>> = Vec::with_capacity(ids.len());
        for id in ids {
            if !once.contains(&Ref::from(id)) {
                once.push(id.into());
            }
        }
        touchpoint.responsible = Some(once);
    }

    /// Notes what is to be known about a cell.
    pub fn tell(&mut self, row: usize, column: Column, text: &str, kind: PasteKind) {
        let text = text.trim().chars().take(120).collect();
        self.problems.push(PasteProblem { row, column, text, kind });
    }
}

fn further_owners(column: Column, value: Option<&Value>) -> Vec<String> {
    match (column, value) {
        (Column::Owner, Some(Value::List(names))) => names.iter().skip(1).cloned().collect(),
        _ => Vec::new(),
    }
}
