//! A step table into a workspace.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::column::Column;
use super::facts;
use super::placement::place_steps;
use super::problem::{Problem, ProblemKind, Problems};
use super::steps::{StepRow, StepTable, line};
use super::value::Value;
use crate::format::ids::key;
use crate::format::plan::{
    DraftJourney, DraftPhase, DraftTouchpoint, Entries, ImportPlan, JoinedJourney, Missing, join,
};
use crate::model::{Card, Id, Minutes, Workspace};

/// What a person decides about an import.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImportOptions {
    /// The journey that rows without a journey belong to.
    pub journey: Option<Id>,
    /// The title of the journey of such rows, where no journey is given: that of the file.
    pub title: String,
    /// What becomes of touchpoints that the journeys of the table no longer have.
    pub missing: Missing,
}

/// What a table would make of a workspace, and what is to be known about it.
#[derive(Debug, Clone, PartialEq)]
pub struct TableImport {
    /// What would change.
    pub plan: ImportPlan,
    /// Problems of the table, and of what it says.
    pub problems: Problems,
}

/// Puts a table into a workspace. Journeys, phases and touchpoints it knows are changed by the cells
/// that say something; cells that say nothing change nothing. A phase name that comes back later
/// begins another phase. The same table again changes nothing.
pub fn import(table: &StepTable, workspace: &Workspace, options: &ImportOptions) -> TableImport {
    let mut gathering = Gathering::new(table, workspace, options);
    for row in &table.rows {
        gathering.row(row);
    }
    let Gathering { entries, groups, mut problems, .. } = gathering;
    let (with_entries, named) = entries.finish();
    let (drafts, details): (Vec<DraftJourney>, Vec<Vec<Detail>>) =
        groups.into_iter().map(|group| (group.draft, group.details)).unzip();
    let (mut after, joined) = join(&with_entries, &drafts, options.missing);
    for ((draft, details), joined) in drafts.iter().zip(details).zip(&joined) {
        let details = unused_ids(table, draft, details, joined, &mut problems);
        if let Some(journey) = after.journeys.get(&joined.id) {
            let journey = place_steps(table, journey, &joined.touchpoints, details, &mut problems);
            after.journeys.insert(joined.id, Arc::new(journey));
        }
    }
    TableImport { plan: ImportPlan::new(workspace, after, &joined, &named), problems }
}

/// What a row says beside the facts of its touchpoint.
pub struct Detail {
    /// The row as a spreadsheet numbers it.
    pub row: usize,
    /// How long the customer waits for the next touchpoint.
    pub wait: Option<Minutes>,
    /// What is agreed about the handoff to it.
    pub card: Option<Card>,
    /// The cells these come from.
    pub cells: Vec<(Column, Value)>,
    /// Lines for the notes.
    pub kept: Vec<String>,
}

/// A journey while its rows are gathered.
#[derive(Default)]
struct Group {
    draft: DraftJourney,
    /// A detail for each touchpoint of the draft.
    details: Vec<Detail>,
    /// The phase that the last row named.
    last_phase: Option<Arc<str>>,
}

struct Gathering<'a> {
    table: &'a StepTable,
    options: &'a ImportOptions,
    entries: Entries,
    /// The journey each touchpoint of the workspace stands in, with the key of its title.
    homes: HashMap<Id, (Id, Arc<str>)>,
    /// The journeys of the workspace by their title to the letter, where that is theirs alone.
    titled: HashMap<&'a str, Option<Id>>,
    default_title: Arc<str>,
    /// The title of the row before, with its key: rows of one journey share it.
    last_title: Option<(Arc<str>, Arc<str>)>,
    groups: Vec<Group>,
    /// Groups by the key of their title, the last used at the end.
    by_title: HashMap<Arc<str>, Vec<usize>>,
    problems: Problems,
}

impl<'a> Gathering<'a> {
    fn new(table: &'a StepTable, workspace: &'a Workspace, options: &'a ImportOptions) -> Self {
        let homes = workspace.ordered_journeys().flat_map(|(id, journey)| {
            let title: Arc<str> = key(&journey.title).into();
            journey.touchpoints.keys().map(move |touchpoint| (*touchpoint, (id, title.clone())))
        });
        let mut titled = HashMap::new();
        for (id, journey) in workspace.ordered_journeys() {
            titled.entry(journey.title.as_str()).and_modify(|known| *known = None).or_insert(Some(id));
        }
        let chosen = options.journey.and_then(|id| workspace.journeys.get(&id));
        Self {
            table,
            options,
            entries: Entries::of(workspace),
            homes: homes.collect(),
            titled,
            default_title: chosen.map_or(&options.title, |journey| &journey.title).as_str().into(),
            last_title: None,
            groups: Vec::new(),
            by_title: HashMap::new(),
            problems: table.problems.clone(),
        }
    }

    fn row(&mut self, row: &StepRow) {
        let id = self.identifier(row);
        let at = self.group(row, id);
        let mut kept = row.kept.clone();
        kept.extend(self.persona(at, row));
        if !row.is_touchpoint() && !row.opens_phase {
            return;
        }
        self.open_phase(at, row);
        kept.extend(self.goal(at, row));
        if !row.is_touchpoint() {
            return;
        }
        if let (None, Some(text)) = (id, row.text(Column::Id)) {
            kept.push(self.tell(ProblemKind::IdNotUsed, row.number, Column::Id, text));
        }
        let touchpoint = DraftTouchpoint { id, facts: facts::touchpoint(row, &mut self.entries) };
        let of_step = |(column, _): &(&Column, &Value)| column.is_of_step();
        let cells = row.values.iter().filter(of_step).map(|(column, value)| (*column, value.clone()));
        let detail = Detail {
            row: row.number,
            wait: facts::wait(row),
            card: facts::card(row, &mut self.entries),
            cells: cells.collect(),
            kept,
        };
        let group = &mut self.groups[at];
        if let Some(phase) = group.draft.phases.last_mut() {
            phase.touchpoints.push(touchpoint);
            group.details.push(detail);
        }
    }

    /// The identifier of a row, where it can be used. A mere number is one only where the workspace
    /// has it: elsewhere it counts rows, and would belong to another touchpoint after the next sort.
    fn identifier(&self, row: &StepRow) -> Option<Id> {
        let id = Id::new(row.text(Column::Id)?)?;
        let number = id.as_str().bytes().all(|byte| byte.is_ascii_digit());
        (!number || self.homes.contains_key(&id)).then_some(id)
    }

    /// The journey of a row. Two journeys of one title are told apart by the touchpoints they hold, and
    /// by capitals and spaces where only these differ.
    fn group(&mut self, row: &StepRow, id: Option<Id>) -> usize {
        let given = row.shared(Column::Journey);
        let title = given.unwrap_or(&self.default_title).clone();
        let title_key = self.title_key(&title);
        let home = id.and_then(|id| self.homes.get(&id)).filter(|(_, title)| *title == title_key);
        let home = home.map(|(journey, _)| *journey).or_else(|| self.titled.get(&*title).copied().flatten());
        let same_title = self.by_title.entry(title_key).or_default();
        let of = |wanted: Option<Id>| same_title.iter().position(|at| self.groups[*at].draft.id == wanted);
        let found = match home {
            Some(home) => of(Some(home)).or_else(|| of(None)),
            None => same_title.len().checked_sub(1),
        };
        let at = if let Some(position) = found {
            same_title.remove(position)
        } else {
            self.groups.push(Group::default());
            self.groups.len() - 1
        };
        same_title.push(at);
        let draft = &mut self.groups[at].draft;
        if draft.title != *title {
            title.as_ref().clone_into(&mut draft.title);
        }
        draft.id = draft.id.or(home).or(self.options.journey.filter(|_| given.is_none()));
        at
    }

    /// The key of a title, made once for rows that share it.
    fn title_key(&mut self, title: &Arc<str>) -> Arc<str> {
        match &self.last_title {
            Some((last, known)) if Arc::ptr_eq(last, title) => known.clone(),
            _ => {
                let made: Arc<str> = key(title).into();
                self.last_title = Some((title.clone(), made.clone()));
                made
            }
        }
    }

    /// Begins a phase where the name is another than that of the row above.
    fn open_phase(&mut self, at: usize, row: &StepRow) {
        let name = row.shared(Column::Phase);
        let Group { draft: DraftJourney { phases, .. }, last_phase, .. } = &mut self.groups[at];
        let shared = match (&last_phase, name) {
            (Some(last), Some(name)) => Arc::ptr_eq(last, name),
            _ => false,
        };
        let same =
            |phase: &DraftPhase| shared || phase.name.as_deref().map(key) == name.map(|name| key(name));
        if row.opens_phase || !phases.last().is_some_and(same) {
            phases.push(DraftPhase {
                name: name.map(|name| name.as_ref().to_owned()),
                ..DraftPhase::default()
            });
        }
        *last_phase = name.cloned();
    }

    fn persona(&mut self, at: usize, row: &StepRow) -> Option<String> {
        let name = row.list(Column::Persona)?.first()?;
        let persona = self.entries.persona(name);
        let known = &mut self.groups[at].draft.facts.persona;
        match known {
            Some(known) if *known != persona => Some(self.tell(
                ProblemKind::DiffersFromAbove(Column::Persona),
                row.number,
                Column::Persona,
                name,
            )),
            known => {
                *known = Some(persona);
                None
            }
        }
    }

    fn goal(&mut self, at: usize, row: &StepRow) -> Option<String> {
        let goal = row.text(Column::Goal)?;
        let known = &mut self.groups[at].draft.phases.last_mut()?.facts.goal;
        match known {
            Some(known) if known != goal => {
                Some(self.tell(ProblemKind::DiffersFromAbove(Column::Goal), row.number, Column::Goal, goal))
            }
            known => {
                *known = Some(goal.to_owned());
                None
            }
        }
    }

    /// Tells a problem of a cell, and gives the line that keeps it in the notes.
    fn tell(&mut self, kind: ProblemKind, row: usize, column: Column, cell: &str) -> String {
        let (number, header) = self.table.place_of(column);
        self.problems.push(Problem::of_cell(kind, (row, number), header, cell));
        line(header, cell)
    }
}

/// Tells of identifiers that another touchpoint already has.
fn unused_ids(
    table: &StepTable,
    draft: &DraftJourney,
    mut details: Vec<Detail>,
    joined: &JoinedJourney,
    problems: &mut Problems,
) -> Vec<Detail> {
    let mut seen = HashSet::new();
    for ((touchpoint, detail), used) in draft.touchpoints().zip(&mut details).zip(&joined.touchpoints) {
        if let Some(id) = touchpoint.id.filter(|id| id != used || !seen.insert(*id)) {
            let (number, header) = table.place_of(Column::Id);
            problems.push(Problem::of_cell(
                ProblemKind::IdNotUsed,
                (detail.row, number),
                header,
                id.as_str(),
            ));
            detail.kept.push(line(header, id.as_str()));
        }
    }
    details
}
