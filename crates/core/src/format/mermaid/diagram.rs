//! What a journey diagram says.

use super::js;

/// A journey diagram with its texts as people read them.
///
/// Texts are free of white space around them unless an entity such as `#32;` asks for it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Diagram {
    /// The title, from the diagram or its front matter.
    pub title: Option<String>,
    /// The title for screen readers.
    pub acc_title: Option<String>,
    /// The description for screen readers.
    pub acc_description: Option<String>,
    /// Tasks before the first section.
    pub loose: Vec<Task>,
    /// The sections in order; names may come back.
    pub sections: Vec<Section>,
}

/// A section with its tasks in order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Section {
    /// The name, which may be empty.
    pub name: String,
    /// The tasks, of which there may be none.
    pub tasks: Vec<Task>,
}

/// One task.
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    /// The name.
    pub name: String,
    /// How satisfied people are with it.
    pub score: Score,
    /// Who takes part, in order, as written: a name may stand twice.
    pub people: Vec<String>,
}

/// The score of a task.
#[derive(Debug, Clone, PartialEq)]
pub enum Score {
    /// Satisfaction from 1 to 5, fractions included.
    Known(f64),
    /// Nothing, no number, or a number outside 1 to 5, as it is written.
    Unknown(String),
}

impl Score {
    /// Reads a score as Mermaid does, and knows it where it is satisfaction.
    pub fn from_text(text: &str) -> Self {
        let text = js::trim(text);
        let value = js::number(text);
        if (1.0..=5.0).contains(&value) { Self::Known(value) } else { Self::Unknown(text.to_owned()) }
    }

    /// The satisfaction, where it is known.
    pub fn known(&self) -> Option<f64> {
        match self {
            Self::Known(value) => Some(*value),
            Self::Unknown(_) => None,
        }
    }
}

impl Diagram {
    /// All tasks in order, each with the name of its section.
    pub fn tasks(&self) -> impl Iterator<Item = (Option<&str>, &Task)> {
        let loose = self.loose.iter().map(|task| (None, task));
        loose.chain(
            self.sections.iter().flat_map(|section| {
                section.tasks.iter().map(move |task| (Some(section.name.as_str()), task))
            }),
        )
    }
}

/// A diagram exactly as Mermaid's own reader reports it: white space kept, entities as Mermaid marks them
/// (`ﬂ°°35¶ß` for `#35;`), scores as JavaScript numbers. For comparison with Mermaid.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RawDiagram {
    /// The title, empty where there is none. Mermaid also cleans HTML in it, which is not done here.
    pub title: String,
    /// The title for screen readers.
    pub acc_title: String,
    /// The description for screen readers.
    pub acc_description: String,
    /// The names of the sections.
    pub sections: Vec<String>,
    /// The tasks.
    pub tasks: Vec<RawTask>,
}

/// A task of a [`RawDiagram`].
#[derive(Debug, Clone, PartialEq)]
pub struct RawTask {
    /// Which section it belongs to; none before the first.
    pub section: Option<usize>,
    /// The name.
    pub name: String,
    /// The score, which may be NaN.
    pub score: f64,
    /// The people, empty names included.
    pub people: Vec<String>,
}
