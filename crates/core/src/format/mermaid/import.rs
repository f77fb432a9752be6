//! A diagram into a workspace.

use std::collections::{HashMap, HashSet};

use super::diagram::{Section, Task};
use super::error::{LONGEST_QUOTE, Note, NoteKind, Notes};
use super::people::{Person, PersonKind, is_any_customer, people};
use super::read::Reading;
use super::text::one_line;
use crate::format::ids::key;
use crate::format::plan::{DraftJourney, DraftPhase, DraftTouchpoint, Entries, ImportPlan, Missing, join};
use crate::model::{Id, Journey, Rating, Stage, Touchpoint, Workspace};
use crate::sort::Sort;

/// What a person decides about an import.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImportOptions {
    /// The journey that the diagram is, where it is not found by its title.
    pub journey: Option<Id>,
    /// The title of the journey where the diagram has none: that of the file.
    pub title: String,
    /// What becomes of touchpoints that the diagram no longer has.
    pub missing: Missing,
    /// What the people are, as [`people`] proposes and a person has changed. Who is not in it is what
    /// would be proposed.
    pub people: Vec<Person>,
}

/// What a diagram would make of a workspace, and what is to be known about it.
#[derive(Debug, Clone, PartialEq)]
pub struct DiagramImport {
    /// What would change.
    pub plan: ImportPlan,
    /// What was changed or left out, in the order of the lines.
    pub notes: Notes,
}

/// Puts a diagram into a workspace as one journey. Every section is a phase; tasks before the first section
/// stand in a phase without a name. Of the people of a task
///
/// - the first department owns the touchpoint, further ones are responsible;
/// - systems are used at it;
/// - the customer and a department make it frontstage, the customer without a department the customer's, a
///   department without the customer backstage. Nobody, or a system alone, leave the stage unknown: a system
///   does not tell whether the customer sees what it does.
///
/// A customer who has a name of their own (`Patient`, not `Customer` or `Me`) is the journey's persona.
/// The description for screen readers goes into the journey's notes. The same diagram again changes nothing.
pub fn import(reading: &Reading, workspace: &Workspace, options: &ImportOptions) -> DiagramImport {
    let diagram = &reading.diagram;
    let mut kinds: HashMap<String, PersonKind> =
        people(diagram, workspace).into_iter().map(|person| (key(&person.name), person.kind)).collect();
    kinds.extend(options.people.iter().map(|person| (key(&person.name), person.kind)));
    let mut import = Import {
        entries: Entries::of(workspace),
        kinds,
        lines: reading.task_lines.iter(),
        customers: Vec::new(),
        known_customers: HashSet::new(),
        notes: reading.notes.clone(),
    };
    let mut phases = Vec::new();
    if !diagram.loose.is_empty() {
        // A diagram without sections says nothing of phases.
        let name = (!diagram.sections.is_empty()).then(String::new);
        phases.push(DraftPhase { name, touchpoints: import.tasks(&diagram.loose), ..DraftPhase::default() });
    }
    for Section { name, tasks } in &diagram.sections {
        let touchpoints = import.tasks(tasks);
        phases.push(DraftPhase { name: Some(one_line(name)), touchpoints, ..DraftPhase::default() });
    }
    let chosen = options.journey.filter(|id| workspace.journeys.contains_key(id));
    let title = diagram.title.as_deref().map(one_line).filter(|title| !title.is_empty());
    let accessible = diagram.acc_title.as_deref().map(one_line).filter(|title| !title.is_empty());
    let known = || Some(workspace.journeys.get(&chosen?)?.title.clone());
    let mut notes = diagram.acc_description.clone().filter(|text| !text.trim().is_empty());
    let title = match (title, accessible) {
        (Some(title), Some(other)) if key(&title) != key(&other) => {
            notes = Some(notes.map_or(other.clone(), |notes| format!("{other}\n{notes}")));
            title
        }
        (title, other) => title.or(other).or_else(known).unwrap_or_else(|| options.title.clone()),
    };
    let persona = import.persona();
    let facts =
        Journey { persona: persona.map(|name| import.entries.persona(&name)), notes, ..Journey::default() };
    let Import { entries, mut notes, .. } = import;
    let (with_entries, named) = entries.finish();
    let draft = DraftJourney { title, id: chosen, facts, phases };
    let (after, joined) = join(&with_entries, &[draft], options.missing);
    notes.list.arrange_by_key(|note| note.line);
    DiagramImport { plan: ImportPlan::new(workspace, after, &joined, &named), notes }
}

struct Import<'a> {
    entries: Entries,
    /// What people are, by the key of their name.
    kinds: HashMap<String, PersonKind>,
    lines: std::slice::Iter<'a, usize>,
    /// Names of the customer in their order, each with the line where it first stands.
    customers: Vec<(String, usize)>,
    /// Their keys.
    known_customers: HashSet<String>,
    notes: Notes,
}

impl Import<'_> {
    fn tasks(&mut self, tasks: &[Task]) -> Vec<DraftTouchpoint> {
        tasks.iter().map(|task| DraftTouchpoint { id: None, facts: self.touchpoint(task) }).collect()
    }

    fn touchpoint(&mut self, task: &Task) -> Touchpoint {
        let line = self.lines.next().copied().unwrap_or_default();
        let (mut departments, mut systems, mut has_customer) = (Vec::new(), Vec::new(), false);
        let mut seen = HashSet::new();
        for name in task.people.iter().map(|name| one_line(name)) {
            let of = key(&name);
            if name.is_empty() || seen.contains(&of) {
                continue;
            }
            match self.kinds.get(&of).copied().unwrap_or(PersonKind::Department) {
                PersonKind::Department => departments.push(self.entries.department(&name)),
                PersonKind::System => systems.push(self.entries.system(&name)),
                PersonKind::Customer => {
                    has_customer = true;
                    if self.known_customers.insert(of.clone()) {
                        self.customers.push((name, line));
                    }
                }
            }
            seen.insert(of);
        }
        let stage = match (has_customer, departments.is_empty()) {
            (true, false) => Some(Stage::Frontstage),
            (true, true) => Some(Stage::Customer),
            (false, false) => Some(Stage::Backstage),
            (false, true) => None,
        };
        let mut departments = departments.into_iter();
        let owner = departments.next();
        let responsible: Vec<_> = departments.collect();
        Touchpoint {
            name: one_line(&task.name),
            stage,
            owner,
            responsible: (!responsible.is_empty()).then_some(responsible),
            systems: (!systems.is_empty()).then_some(systems),
            satisfaction: task.score.known().and_then(Rating::new),
            ..Touchpoint::default()
        }
    }

    /// The customer with a name of their own who comes first. A journey has one: others are noted.
    fn persona(&mut self) -> Option<String> {
        let customers = std::mem::take(&mut self.customers);
        let mut named = customers.into_iter().filter(|(name, _)| !is_any_customer(name));
        let (persona, _) = named.next()?;
        for (name, line) in named {
            let name = name.chars().take(LONGEST_QUOTE).collect();
            self.notes.push(Note { line, kind: NoteKind::OtherCustomer { name } });
        }
        Some(persona)
    }
}
