//! Loading a workspace: the newest generation that is whole and valid.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use thiserror::Error;

use super::chunk::{self, ChunkProblem};
use super::free::finish_deletion;
use super::key::{Name, Part};
use super::key_value::{KeyValue, StoreError};
use super::manifest::{JourneyRef, Manifest};
use super::program::Program;
use super::save::{Base, Saver};
use super::shelf::{Shelf, Stored};
use crate::format::crosslane::{OpenError, Opened, open};
use crate::model::Id;
use crate::sort::{Gather, Sort};

/// A workspace that could be loaded.
#[derive(Debug)]
pub struct Loaded {
    /// The workspace.
    pub workspace: crate::model::Workspace,
    /// The version of the file format where it is newer than this program's: show it, do not change it.
    pub newer_version: Option<u64>,
    /// Which save it was, from 1.
    pub generation: u64,
    /// When it was saved, as the caller of the save said.
    pub saved_at: String,
    /// What is wrong with a save that is, or may be, newer than this one. It is kept.
    pub damaged_newer: Option<Damage>,
    /// The version of the program that saved it.
    pub program: Program,
    /// Whether a save that could not be read was set aside at an earlier time.
    pub set_aside: bool,
    /// Saves what becomes of the workspace.
    pub saver: Saver,
}

/// Why a generation cannot be read.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum Damage {
    /// Its manifest is not what was written.
    #[error("the manifest is damaged")]
    Manifest,
    /// A manifest that was written is not there.
    #[error("no manifest")]
    NoManifest,
    /// A chunk is not right.
    #[error("a chunk is {problem}")]
    Chunk {
        /// The title of the journey it holds; `None` for the chunk of what the journeys share.
        journey: Option<String>,
        /// What is wrong with it.
        problem: ChunkProblem,
    },
    /// The chunks are what was written, but not a valid workspace.
    #[error("not valid: {0}")]
    Invalid(OpenError),
}

/// Why nothing could be loaded.
#[derive(Debug, Error)]
pub enum LoadError {
    /// Nothing is stored under the identifier.
    #[error("nothing is stored under the identifier")]
    Missing,
    /// The store cannot be used.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Something is there, but no generation of it is whole: offer what [`salvage`](super::salvage) finds,
    /// the [raw text](super::raw_text), or an empty start.
    #[error("{damage}")]
    Unreadable {
        /// What is wrong with the newest generation.
        damage: Damage,
        /// Saves what is made instead; what is there is set aside then, not overwritten.
        saver: Box<Saver>,
    },
}

/// Loads the newest generation that is whole and valid.
///
/// # Errors
/// Where nothing is there, nothing of it is whole, or the store cannot be used.
pub fn load(store: &dyn KeyValue, id: Id) -> Result<Loaded, LoadError> {
    let shelf = Shelf::new(store, id);
    finish_deletion(&shelf)?;
    let stored = shelf.manifests()?;
    let garbled = stored.iter().filter(|stored| stored.manifest.is_none());
    let mut unreadable: BTreeSet<Name> = garbled.map(|stored| stored.stamp).gather();
    let mut damage = (!unreadable.is_empty()).then_some(Damage::Manifest);
    let mut generations = newest_first(&stored).into_iter();
    while let Some((stamp, manifest)) = generations.next() {
        match read_generation(&shelf, manifest)? {
            Ok(opened) => {
                let base = Base { stamp, generation: manifest.generation };
                // Of two with one number none is the older: the other is set aside as well, but for a head. That is
                // joined.
                let is_head = |stamp| stored.iter().any(|found| found.stamp == stamp && found.is_head());
                let twin = generations
                    .filter(|(stamp, other)| other.generation == manifest.generation && !is_head(*stamp));
                unreadable.extend(twin.map(|(stamp, _)| stamp));
                if newest_on(&shelf)? > manifest.generation {
                    damage.get_or_insert(Damage::NoManifest);
                }
                return Ok(Loaded {
                    saver: Saver::loaded(id, base, unreadable, manifest, &opened),
                    workspace: opened.workspace,
                    newer_version: opened.newer_version,
                    generation: manifest.generation,
                    saved_at: manifest.saved_at.clone(),
                    program: manifest.program,
                    damaged_newer: damage,
                    set_aside: !shelf.set_aside()?.is_empty(),
                });
            }
            Err(found) => {
                unreadable.insert(stamp);
                damage.get_or_insert(found);
            }
        }
    }
    match damage {
        None if shelf.parts()?.is_empty() => Err(LoadError::Missing),
        damage => Err(LoadError::Unreadable {
            damage: damage.unwrap_or(Damage::NoManifest),
            saver: Box::new(Saver::in_place_of(id, unreadable)),
        }),
    }
}

/// The number of the last save that stood, as far as can be seen; 0 where there is none.
pub fn newest(store: &dyn KeyValue, id: Id) -> u64 {
    newest_on(&Shelf::new(store, id)).unwrap_or_default()
}

fn newest_on(shelf: &Shelf<'_>) -> Result<u64, StoreError> {
    Ok(shelf.get(Part::Newest)?.and_then(|text| text.parse().ok()).unwrap_or_default())
}

/// The manifests whose text is right, the newest generation first.
pub fn newest_first(stored: &[Stored]) -> Vec<(Name, &Manifest)> {
    let mut found: Vec<(Name, &Manifest)> = Vec::new();
    for Stored { stamp, manifest, .. } in stored {
        // A head is a copy of what may stand in its place as well.
        if let Some(manifest) = manifest.as_ref().filter(|_| found.iter().all(|(other, _)| other != stamp)) {
            found.push((*stamp, manifest));
        }
    }
    found.arrange_by_key(|(_, manifest)| std::cmp::Reverse(manifest.generation));
    found
}

/// What the chunks of a manifest hold.
pub fn read_generation(shelf: &Shelf<'_>, manifest: &Manifest) -> Result<Result<Opened, Damage>, StoreError> {
    let shared = match chunk::read(shelf, &manifest.shared)? {
        Ok(text) => text,
        Err(problem) => return Ok(Err(Damage::Chunk { journey: None, problem })),
    };
    let mut journeys = Vec::with_capacity(manifest.journeys.len());
    for JourneyRef { id, title, chunk } in &manifest.journeys {
        match chunk::read(shelf, chunk)? {
            Ok(text) => journeys.push((*id, text)),
            Err(problem) => {
                return Ok(Err(Damage::Chunk { journey: Some(title.clone()), problem }));
            }
        }
    }
    Ok(open(&assemble(&shared, &journeys)).map_err(Damage::Invalid))
}

/// The text of a file from the chunk of what the journeys share and those of the journeys. Whatever the
/// chunks hold, what comes out is only text: it is for [`open`] to say whether it is a workspace.
pub fn assemble(shared: &str, journeys: &[(Id, String)]) -> String {
    let head = shared.trim_end();
    let mut file = head.strip_suffix('}').unwrap_or(head).trim_end().to_owned();
    file.push_str(",\n  \"journeys\": {");
    for (index, (id, text)) in journeys.iter().enumerate() {
        let comma = if index == 0 { "" } else { "," };
        // Writing to a String cannot fail.
        let _ = write!(file, "{comma}\n\"{id}\": {}", text.trim_end());
    }
    file.push_str("}\n}\n");
    file
}
