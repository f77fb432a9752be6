//! A table or diagram that was read, and what it would bring into a workspace.

use crosslane_core::format::mermaid::{self, Person, PersonKind, Reading};
use crosslane_core::format::plan::{ImportPlan, Summary};
use crosslane_core::format::table::{self, Layout, Sheet, StepTable, TableError};
use crosslane_core::model::{Id, Workspace};
use crosslane_words::{diagram as diagram_words, table as table_words};
use serde::{Deserialize, Serialize};

use crate::app::Shared;

/// What was read, before it is brought anywhere.
pub enum Table {
    /// A step table.
    Steps(StepTable),
    /// A diagram.
    Diagram(Reading),
}

/// What a person wants of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Wish {
    /// It goes into the workspace that is open, rather than a new one.
    pub into_open: bool,
    /// What the people of a diagram are; what they are taken for where nothing was chosen.
    pub kinds: Vec<PersonKind>,
}

/// What is to be known of something that came in, in words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Told {
    /// The first of it.
    pub words: Vec<String>,
    /// How much more there is.
    pub unlisted: usize,
}

/// What it would bring, without the workspace itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Brings {
    /// In short.
    pub summary: Summary,
    /// What was changed or left out.
    pub told: Told,
    /// The people of a diagram by name, and what they are.
    pub people: Vec<(String, PersonKind)>,
}

/// What it would bring.
#[derive(Clone, PartialEq)]
pub struct Planned {
    /// The workspace as it was.
    pub before: Shared<Workspace>,
    /// The workspace as it would be.
    pub workspace: Shared<Workspace>,
    /// What that brings.
    pub brings: Brings,
}

/// How many things to know are listed.
const MOST_WORDS: usize = 200;

impl Told {
    /// What is to be known, in words; `unlisted` are beyond those.
    pub fn new(words: impl IntoIterator<Item = String>, unlisted: usize) -> Self {
        let mut words = words.into_iter();
        let listed = words.by_ref().take(MOST_WORDS).collect();
        Self { words: listed, unlisted: unlisted + words.count() }
    }
}

impl Table {
    /// Reads a table of which the cells are known.
    pub fn of_sheet(sheet: &Sheet) -> Result<Self, TableError> {
        StepTable::read(sheet, &Layout::propose(sheet)).map(Self::Steps)
    }

    /// What it would make of a workspace, and what it would bring.
    pub fn plan(&self, into: &Workspace, title: &str, kinds: &[PersonKind]) -> (Workspace, Brings) {
        let (plan, told, people) = match self {
            Self::Steps(steps) => {
                let options = table::ImportOptions { title: title.to_owned(), ..Default::default() };
                let import = table::import(steps, into, &options);
                let words = import.problems.list.iter().map(table_words::problem);
                (import.plan, Told::new(words, import.problems.unlisted), Vec::new())
            }
            Self::Diagram(reading) => {
                let mut people = mermaid::people(&reading.diagram, into);
                for (person, kind) in people.iter_mut().zip(kinds) {
                    person.kind = *kind;
                }
                let named = people.iter().map(|Person { name, kind, .. }| (name.clone(), *kind)).collect();
                let options =
                    mermaid::ImportOptions { title: title.to_owned(), people, ..Default::default() };
                let import = mermaid::import(reading, into, &options);
                let words = import.notes.list.iter().map(diagram_words::note);
                (import.plan, Told::new(words, import.notes.unlisted), named)
            }
        };
        let summary = plan.summary();
        let ImportPlan { workspace, .. } = plan;
        (workspace, Brings { summary, told, people })
    }
}

/// A workspace of its own for what comes in.
pub fn fresh(id: Id, title: &str) -> Workspace {
    Workspace { id: Some(id), title: title.to_owned(), ..Workspace::default() }
}
