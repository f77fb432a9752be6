//! What a save would store: the chunks of a workspace, made again only where something changed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::chunk::{ChunkRef, pack};
use super::key::Name;
use super::manifest::{JourneyRef, Manifest};
use super::program::Program;
use crate::format::crosslane;
use crate::model::{Field, Journey, Workspace, Writer};
use crate::sort::Gather;

/// Longest title in a manifest, in characters: it is there to be shown in a list.
const MAX_TITLE: usize = 120;

/// A version of a workspace and the chunks that hold it.
#[derive(Clone, Debug)]
pub struct Chunked {
    pub workspace: Workspace,
    pub shared: ChunkRef,
    pub journeys: Vec<JourneyRef>,
}

impl Chunked {
    /// All chunks, that of what the journeys share first.
    pub fn chunks(&self) -> impl Iterator<Item = &ChunkRef> {
        std::iter::once(&self.shared).chain(self.journeys.iter().map(|journey| &journey.chunk))
    }
}

/// A version of a workspace, and which of its chunks are still to be written.
pub struct Draft {
    pub chunked: Chunked,
    /// Chunks to write, as they are stored.
    pub fresh: BTreeMap<Name, String>,
}

/// The chunks that need not be made again.
#[derive(Clone, Copy)]
pub struct Reuse<'a> {
    /// What was last saved or loaded.
    pub last: Option<&'a Chunked>,
    /// Chunks known to be right.
    pub known: &'a BTreeMap<Name, ChunkRef>,
    /// Chunks that are there.
    pub present: &'a BTreeSet<Name>,
}

impl Draft {
    pub fn new(workspace: &Workspace, reuse: Reuse<'_>) -> Self {
        let mut fresh = BTreeMap::new();
        let last: BTreeMap<_, _> = reuse
            .last
            .iter()
            .flat_map(|last| last.journeys.iter().map(|journey| (journey.id, (*last, journey.chunk))))
            .gather();
        let shared = make_shared(workspace, reuse, &mut fresh);
        let mut journeys = Vec::with_capacity(workspace.journeys.len());
        for (id, journey) in &workspace.journeys {
            let unchanged = last.get(id).filter(|(last, _)| {
                last.workspace.journeys.get(id).is_some_and(|old| Arc::ptr_eq(old, journey))
            });
            let chunk = unchanged
                .map(|(_, chunk)| *chunk)
                .filter(|chunk| reuse.has(chunk.name))
                .unwrap_or_else(|| reuse.make(&journey_text(journey), &mut fresh));
            journeys.push(JourneyRef { id: *id, title: short(&journey.title), chunk });
        }
        Self { chunked: Chunked { workspace: workspace.clone(), shared, journeys }, fresh }
    }

    /// The manifest of this version.
    pub fn manifest(&self, generation: u64, saved_at: &str) -> Manifest {
        let Chunked { workspace, shared, journeys } = &self.chunked;
        Manifest {
            generation,
            saved_at: saved_at.to_owned(),
            program: Program::default(),
            ancestors: Vec::new(),
            title: short(&workspace.title),
            touchpoints: workspace.journeys.values().map(|journey| journey.touchpoints.len() as u64).sum(),
            shared: *shared,
            journeys: journeys.clone(),
        }
    }
}

impl Reuse<'_> {
    fn has(self, name: Name) -> bool {
        self.known.contains_key(&name) && self.present.contains(&name)
    }

    /// The chunk of a text, made unless it is there already.
    fn make(self, text: &str, fresh: &mut BTreeMap<Name, String>) -> ChunkRef {
        let name = Name::of(text);
        if let Some(chunk) = self.known.get(&name).filter(|_| self.present.contains(&name)) {
            return *chunk;
        }
        let (chunk, stored) = pack(name, text);
        fresh.insert(name, stored);
        chunk
    }
}

fn make_shared(workspace: &Workspace, reuse: Reuse<'_>, fresh: &mut BTreeMap<Name, String>) -> ChunkRef {
    let shared = workspace.without_journeys();
    reuse
        .last
        .filter(|last| reuse.has(last.shared.name) && last.workspace.without_journeys() == shared)
        .map_or_else(|| reuse.make(&crosslane::write(&shared), fresh), |last| last.shared)
}

fn journey_text(journey: &Journey) -> String {
    let mut writer = Writer::default();
    journey.write(&mut writer);
    writer.finish()
}

/// A title as manifests hold it.
pub fn short(title: &str) -> String {
    title.chars().take(MAX_TITLE).collect()
}
