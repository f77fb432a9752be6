//! What can still be had of a workspace that cannot be loaded.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::chunk::{self, MAX_INFLATED};
use super::key::Part;
use super::key_value::{KeyValue, StoreError};
use super::load::{assemble, newest_first};
use super::manifest::Manifest;
use super::shelf::Shelf;
use super::versions::Record;
use crate::format::crosslane::{FORMAT, OpenError, VERSION, open, write};
use crate::model::{Id, Problem, Workspace};
use crate::sort::Sort;

/// A workspace put together from the chunks that are right.
#[derive(Clone, Debug, PartialEq)]
pub struct Salvaged {
    /// The workspace.
    pub workspace: Workspace,
    /// Titles of the journeys that are lost.
    pub lost: Vec<String>,
    /// Titles of the journeys that are from the generation before, or a kept version.
    pub older: Vec<String>,
    /// Whether the registers, and all else the journeys share, are lost.
    pub shared_lost: bool,
    /// What had to be blanked for the rest to fit together.
    pub problems: Vec<Problem>,
    /// How many more problems there are that are not listed.
    pub unlisted: usize,
}

/// Puts together what is readable of the newest generation, with chunks of the older one where those of
/// the newer are damaged, and of kept versions where those are too. `None` where there is nothing to put together.
///
/// # Errors
/// Where the store cannot be used.
pub fn salvage(store: &dyn KeyValue, id: Id) -> Result<Option<Salvaged>, StoreError> {
    let shelf = Shelf::new(store, id);
    let stored = shelf.manifests()?;
    let versions = versions_newest_first(&shelf)?;
    let mut generations: Vec<&Manifest> =
        newest_first(&stored).into_iter().map(|(_, manifest)| manifest).collect();
    let last_save = usize::from(!generations.is_empty());
    generations.extend(&versions);
    let Some(newest) = generations.first() else { return Ok(None) };
    let shared = first_readable(&shelf, generations.iter().map(|manifest| Some(&manifest.shared)))?;
    let (mut journeys, mut lost, mut older) = (Vec::new(), Vec::new(), Vec::new());
    for journey in &newest.journeys {
        let chunks = generations.iter().map(|manifest| {
            manifest.journeys.iter().find(|other| other.id == journey.id).map(|found| &found.chunk)
        });
        match first_readable(&shelf, chunks)? {
            Some((index, text)) => {
                journeys.push((journey.id, text));
                if index >= last_save {
                    older.push(journey.title.clone());
                }
            }
            None => lost.push(journey.title.clone()),
        }
    }
    if shared.is_none() && journeys.is_empty() {
        return Ok(None);
    }
    let shared_lost = shared.is_none();
    let shared = shared.map_or_else(|| bare(&newest.title), |(_, text)| text);
    Ok(match open(&assemble(&shared, &journeys)) {
        Ok(opened) => Some((opened.workspace, Vec::new(), 0)),
        Err(OpenError::Problems(repaired)) => {
            Some((repaired.workspace, repaired.problems, repaired.unlisted))
        }
        Err(OpenError::NotJson(_) | OpenError::NotCrosslane) => None,
    }
    .map(|(workspace, problems, unlisted)| Salvaged {
        workspace,
        lost,
        older,
        shared_lost,
        problems,
        unlisted,
    }))
}

fn versions_newest_first(shelf: &Shelf<'_>) -> Result<Vec<Manifest>, StoreError> {
    let mut records: Vec<Record> = shelf.versions()?.into_iter().filter_map(|(_, record)| record).collect();
    records.arrange_by_key(|record| std::cmp::Reverse(record.kept_at));
    Ok(records.into_iter().map(|record| record.content).collect())
}

/// A file with a title and nothing else.
fn bare(title: &str) -> String {
    json!({ "format": FORMAT, "version": VERSION, "title": title }).to_string()
}

/// The text of the first chunk that is right, and which of the chunks it was.
fn first_readable<'a>(
    shelf: &Shelf<'_>,
    chunks: impl Iterator<Item = Option<&'a chunk::ChunkRef>>,
) -> Result<Option<(usize, String)>, StoreError> {
    for (index, chunk) in chunks.enumerate() {
        let Some(chunk) = chunk else { continue };
        if let Ok(text) = chunk::read(shelf, chunk)? {
            return Ok(Some((index, text)));
        }
    }
    Ok(None)
}

/// Everything stored under an identifier as a text to download, whatever state it is in. It is a Crosslane
/// file where nothing is damaged, even if what it holds is not valid; else a JSON object of all that is there by
/// key, inflated where that goes. `None` where nothing is there.
///
/// # Errors
/// Where the store cannot be used.
pub fn raw_text(store: &dyn KeyValue, id: Id) -> Result<Option<String>, StoreError> {
    let shelf = Shelf::new(store, id);
    let stored = shelf.manifests()?;
    let all_read = stored.iter().all(|stored| stored.manifest.is_some()) && shelf.set_aside()?.is_empty();
    if let Some((_, newest)) = newest_first(&stored).first().filter(|_| all_read)
        && let Some(file) = whole_file(&shelf, newest)?
    {
        return Ok(Some(match open(&file) {
            Ok(opened) if opened.newer_version.is_none() => write(&opened.workspace),
            _ => file,
        }));
    }
    let mut entries = BTreeMap::new();
    let mut room = MAX_INFLATED;
    for part in shelf.parts()? {
        let Some(stored) = shelf.get(part)? else { continue };
        let text = match part {
            Part::Chunk(_) => chunk::inflate(&stored, room),
            Part::Version(_) => stored.split_once('\n').and_then(|(_, record)| chunk::inflate(record, room)),
            _ => Some(stored.clone()),
        };
        room = room.saturating_sub(text.as_ref().map_or(0, |text| text.len() as u64));
        let entry = text.map_or_else(|| json!({ "stored": stored }), |text| json!({ "text": text }));
        entries.insert(shelf.key(part), entry);
    }
    let found = (!entries.is_empty()).then(|| Value::from_iter(entries));
    Ok(found.map(|entries| format!("{entries:#}\n")))
}

fn whole_file(shelf: &Shelf<'_>, manifest: &Manifest) -> Result<Option<String>, StoreError> {
    let Ok(shared) = chunk::read(shelf, &manifest.shared)? else { return Ok(None) };
    let mut journeys = Vec::with_capacity(manifest.journeys.len());
    for journey in &manifest.journeys {
        let Ok(text) = chunk::read(shelf, &journey.chunk)? else { return Ok(None) };
        journeys.push((journey.id, text));
    }
    Ok(Some(assemble(&shared, &journeys)))
}
