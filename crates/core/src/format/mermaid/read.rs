//! A text into a diagram.

use std::ops::Range;

use super::diagram::{Diagram, RawDiagram, RawTask, Score, Section, Task};
use super::entities;
use super::error::{LONGEST_QUOTE, MermaidError, Note, NoteKind, Notes, Problem};
use super::grammar::{self, Statement};
use super::js;
use super::prepare::{self, Prepared, Refusal};
use super::source::Lines;
use crate::format::ids::is_long;
use crate::sort::Sort;

/// A diagram with what reading it changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The diagram.
    pub diagram: Diagram,
    /// What was changed or left out, in the order of the lines.
    pub notes: Notes,
    /// The line of each task, in the order of [`Diagram::tasks`].
    pub task_lines: Vec<usize>,
}

/// Reads a journey diagram.
///
/// # Errors
/// Refuses what Mermaid 11.17 refuses, and names that are too long, with the place.
pub fn read(text: &str) -> Result<Reading, MermaidError> {
    let lines = Lines::new(text);
    let (prepared, statements) = parse(text, &lines)?;
    let mut reader = Reader { prepared: &prepared, lines: &lines, notes: Notes::default(), long: None };
    let mut reading =
        Reading { diagram: Diagram::default(), notes: Notes::default(), task_lines: Vec::new() };
    for at in &prepared.settings {
        reader.note(*at, NoteKind::DrawingSettings);
    }
    let front_title = prepared.title.as_ref().map(|(at, title)| (*at, js::trim(title).to_owned()));
    let mut title = front_title.filter(|(_, title)| !title.is_empty());
    if let Some((at, title)) = &title {
        reader.measure(*at, title);
    }
    let diagram = &mut reading.diagram;
    for statement in statements {
        match statement {
            Statement::Title { range, next_line } => {
                let at = reader.origin(&range);
                reader.taken(&range, next_line);
                let later = reader.name(&range).map(|text| (at, text));
                if let Some((at, dropped)) = std::mem::replace(&mut title, later) {
                    reader.note(at, NoteKind::TitleReplaced { dropped: quote(&dropped) });
                }
            }
            Statement::AccTitle(range) => diagram.acc_title = reader.name(&range),
            Statement::AccDescription(range) => {
                diagram.acc_description = reader.described(&range);
            }
            Statement::Section { range, next_line } => {
                reader.taken(&range, next_line);
                let name = reader.name(&range).unwrap_or_default();
                diagram.sections.push(Section { name, tasks: Vec::new() });
            }
            Statement::Task { name, data } => {
                reading.task_lines.push(reader.lines.line(reader.origin(&name)));
                let task = reader.task(&name, &data);
                diagram
                    .sections
                    .last_mut()
                    .map_or(&mut diagram.loose, |section| &mut section.tasks)
                    .push(task);
            }
            Statement::Cut(range) => {
                let dropped = quote(&entities::as_written(js::trim(&prepared.source.text[range.clone()])));
                if !dropped.is_empty() {
                    reader.note(reader.origin(&range), NoteKind::DroppedAfterHash { dropped });
                }
            }
        }
    }
    if let Some(at) = reader.long {
        return Err(refused(&lines, Refusal { at, problem: Problem::NameTooLong }));
    }
    diagram.title = title.map(|(_, title)| title);
    reading.notes = reader.notes;
    reading.notes.list.arrange_by_key(|note| note.line);
    Ok(reading)
}

/// Reads a diagram exactly as Mermaid's own reader does, to compare the two.
///
/// # Errors
/// The same as [`read`].
pub fn read_raw(text: &str) -> Result<RawDiagram, MermaidError> {
    let (prepared, statements) = parse(text, &Lines::new(text))?;
    let of = |range: Range<usize>| &prepared.source.text[range];
    let mut raw = RawDiagram {
        title: prepared.title.map(|(_, title)| title).unwrap_or_default(),
        ..Default::default()
    };
    for statement in statements {
        match statement {
            Statement::Title { range, .. } => of(range).clone_into(&mut raw.title),
            Statement::AccTitle(range) => js::trim(of(range)).clone_into(&mut raw.acc_title),
            Statement::AccDescription(range) => raw.acc_description = unindented(js::trim(of(range))),
            Statement::Section { range, .. } => raw.sections.push(of(range).to_owned()),
            Statement::Task { name, data } => {
                let Data { score, people, .. } = split(of(data));
                raw.tasks.push(RawTask {
                    section: raw.sections.len().checked_sub(1),
                    name: of(name).to_owned(),
                    score: js::number(score),
                    people: people.map(|person| js::trim(person).to_owned()).collect(),
                });
            }
            Statement::Cut(_) => {}
        }
    }
    Ok(raw)
}

fn parse(text: &str, lines: &Lines<'_>) -> Result<(Prepared, Vec<Statement>), MermaidError> {
    let refuse = |refusal| refused(lines, refusal);
    let prepared = prepare::prepare(text).map_err(refuse)?;
    let statements = grammar::statements(&prepared.source.text)
        .map_err(|refusal| Refusal { at: prepared.source.origin(refusal.at), ..refusal })
        .map_err(refuse)?;
    Ok((prepared, statements))
}

fn refused(lines: &Lines<'_>, Refusal { at, problem }: Refusal) -> MermaidError {
    let text = quote(js::trim(lines.text(at)));
    MermaidError { problem, line: lines.line(at), column: lines.column(at), text }
}

/// What stands behind the first `:` of a task.
struct Data<'a, I> {
    score: &'a str,
    people: I,
    dropped: &'a str,
}

fn split(data: &str) -> Data<'_, impl Iterator<Item = &str>> {
    let (score, rest) = data.split_once(':').map_or((data, None), |(score, rest)| (score, Some(rest)));
    let (people, dropped) = rest.map_or((None, ""), |rest| {
        let (people, dropped) = rest.split_once(':').unwrap_or((rest, ""));
        (Some(people), dropped)
    });
    Data { score, people: people.into_iter().flat_map(|people| people.split(',')), dropped }
}

/// Lines of a description lose the white space in front of them.
fn unindented(text: &str) -> String {
    let mut lines = text.split('\n');
    let mut out = lines.next().unwrap_or_default().to_owned();
    for line in lines.map(|line| line.trim_start_matches(js::is_space)).filter(|line| !line.is_empty()) {
        out.push('\n');
        out.push_str(line);
    }
    out
}

fn quote(text: &str) -> String {
    text.chars().take(LONGEST_QUOTE).collect()
}

struct Reader<'a> {
    prepared: &'a Prepared,
    lines: &'a Lines<'a>,
    notes: Notes,
    /// Where the first name stands that is too long.
    long: Option<usize>,
}

impl Reader<'_> {
    fn origin(&self, range: &Range<usize>) -> usize {
        self.prepared.source.origin(range.start)
    }

    fn note(&mut self, at: usize, kind: NoteKind) {
        self.notes.push(Note { line: self.lines.line(at), kind });
    }

    /// The decoded name in a range; nothing where it is blank.
    fn name(&mut self, range: &Range<usize>) -> Option<String> {
        self.named(self.origin(range), &self.prepared.source.text[range.clone()])
    }

    fn named(&mut self, at: usize, text: &str) -> Option<String> {
        let name = self.decoded(at, text)?;
        self.measure(at, &name);
        Some(name)
    }

    fn measure(&mut self, at: usize, name: &str) {
        if is_long(name) {
            self.long.get_or_insert(at);
        }
    }

    fn described(&mut self, range: &Range<usize>) -> Option<String> {
        let text = unindented(js::trim(&self.prepared.source.text[range.clone()]));
        self.decoded(self.origin(range), &text)
    }

    fn decoded(&mut self, at: usize, text: &str) -> Option<String> {
        let line = self.lines.line(at);
        let notes = &mut self.notes;
        let unknown = |written: &str| {
            notes.push(Note { line, kind: NoteKind::UnknownEntity { written: quote(written) } });
        };
        (!js::trim(text).is_empty()).then(|| entities::decode(text, unknown))
    }

    fn taken(&mut self, range: &Range<usize>, next_line: bool) {
        if next_line {
            let taken = quote(js::trim(&self.prepared.source.text[range.clone()]));
            self.note(self.origin(range), NoteKind::NextLineTaken { taken });
        }
    }

    fn task(&mut self, name: &Range<usize>, data: &Range<usize>) -> Task {
        let at = self.origin(name);
        let name = self.name(name).unwrap_or_default();
        let text = &self.prepared.source.text[data.clone()];
        let Data { score, people, dropped } = split(text);
        let people = people.filter_map(|person| self.named(at, person)).collect();
        let score = self.score(at, &name, score);
        let dropped = quote(&entities::as_written(js::trim(dropped)));
        if !dropped.is_empty() {
            self.note(at, NoteKind::DroppedAfterColon { task: quote(&name), dropped });
        }
        Task { name, score, people }
    }

    fn score(&mut self, at: usize, task: &str, written: &str) -> Score {
        // An entity is no number for Mermaid, whatever it stands for.
        let score = match Score::from_text(written) {
            Score::Unknown(_) => Score::Unknown(self.decoded(at, written).unwrap_or_default()),
            known @ Score::Known(_) => known,
        };
        if let Score::Unknown(written) = &score {
            let (task, written) = (quote(task), quote(written));
            let kind = if written.is_empty() {
                NoteKind::ScoreMissing { task }
            } else {
                NoteKind::ScoreUnknown { task, written }
            };
            self.note(at, kind);
        }
        score
    }
}
