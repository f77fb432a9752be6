//! A workspace in pieces, each written and read in a moment: handed from one part of a program to another while neither
//! stands still.
//!
//! The pieces are no file: they are read by the program that wrote them, of a workspace that is valid.

use std::iter::once;
use std::sync::Arc;

use serde_json::Value;

use super::parse;
use crate::model::{
    Declared, Field, Id, Journey, Map, MapKey, Reader, Step, StepKey, Steps, Touchpoint, Workspace, Writer,
};

/// How many entries of a journey are in a piece.
const ENTRIES: usize = 250;

/// The keys of what can be in a piece.
const WORKSPACE: &str = "workspace";
const JOURNEY: &str = "journey";
const TOUCHPOINTS: &str = "touchpoints";
const STEPS: &str = "steps";
/// The key of the journey that the others belong to.
const OF: &str = "of";

/// The pieces of a workspace, in the order in which they are joined. Each is made when it is asked for.
pub fn pieces(workspace: &Workspace) -> impl Iterator<Item = String> {
    let journeys = workspace.journeys.clone();
    let ids: Vec<Id> = journeys.keys().copied().collect();
    let of_journeys = ids.into_iter().filter_map(move |id| Some((id, journeys.get(&id)?.clone())));
    once(piece(WORKSPACE, None, &workspace.without_journeys())).chain(of_journeys.flat_map(
        |(id, journey)| {
            let head =
                Journey { touchpoints: Map::default(), steps: Steps::default(), ..Journey::clone(&journey) };
            let touchpoints = batches(TOUCHPOINTS, id, journey.touchpoints.clone());
            let steps = batches(STEPS, id, journey.steps.clone());
            once(piece(JOURNEY, Some(id), &head)).chain(touchpoints).chain(steps)
        },
    ))
}

fn batches<T: Declared, K: MapKey>(
    key: &'static str,
    id: Id,
    map: Map<T, K>,
) -> impl Iterator<Item = String> {
    let mut left = map;
    std::iter::from_fn(move || {
        let batch: Map<T, K> = left.iter().take(ENTRIES).map(|(key, entry)| (*key, entry.clone())).collect();
        for key in batch.keys() {
            left.remove(key);
        }
        (!batch.is_empty()).then(|| piece(key, Some(id), &batch))
    })
}

fn piece(key: &'static str, of: Option<Id>, value: &impl Field) -> String {
    let mut writer = Writer::default().compact();
    writer.object(|writer| {
        if let Some(id) = of {
            writer.key(OF);
            writer.text(&id.to_string());
        }
        writer.key(key);
        value.write(writer);
    });
    writer.finish()
}

/// Joins the pieces of a workspace again.
#[derive(Debug, Default)]
pub struct Joining {
    workspace: Workspace,
    /// The journey that pieces come of.
    journey: Option<(Id, Journey)>,
}

impl Joining {
    /// Takes the next piece. What cannot be read is left out.
    pub fn add(&mut self, piece: &str) {
        let Ok((Value::Object(piece), _)) = parse(piece) else { return };
        let of = piece.get(OF).and_then(Value::as_str).and_then(Id::new);
        if let Some(workspace) = read(piece.get(WORKSPACE)) {
            self.workspace = workspace;
        }
        if let (Some(id), Some(journey)) = (of, read(piece.get(JOURNEY))) {
            self.put_journey();
            self.journey = Some((id, journey));
        }
        if let Some((_, journey)) = &mut self.journey {
            put::<Touchpoint, Id>(&mut journey.touchpoints, piece.get(TOUCHPOINTS));
            put::<Step, StepKey>(&mut journey.steps, piece.get(STEPS));
        }
    }

    /// The workspace of the pieces so far; more may follow.
    pub fn workspace(&self) -> Workspace {
        Self { workspace: self.workspace.clone(), journey: self.journey.clone() }.finish()
    }

    /// The workspace of all pieces.
    pub fn finish(mut self) -> Workspace {
        self.put_journey();
        self.workspace
    }

    fn put_journey(&mut self) {
        if let Some((id, journey)) = self.journey.take() {
            self.workspace.journeys.insert(id, Arc::new(journey));
        }
    }
}

fn put<T: Declared, K: MapKey>(map: &mut Map<T, K>, value: Option<&Value>) {
    if let Some(batch) = read::<Map<T, K>>(value) {
        map.extend(batch.iter().map(|(key, entry)| (*key, entry.clone())));
    }
}

fn read<T: Field>(value: Option<&Value>) -> Option<T> {
    T::read(value?, &mut Reader::default())
}

#[cfg(test)]
mod tests {
    use super::{Joining, pieces};
    use crate::model::Workspace;
    use crate::testing::{everything, large};

    fn joined(workspace: &Workspace) -> Workspace {
        let mut joining = Joining::default();
        pieces(workspace).for_each(|piece| joining.add(&piece));
        joining.finish()
    }

    #[test]
    fn the_pieces_joined_are_the_workspace() {
        for seed in 0..64 {
            let workspace = everything(seed);
            assert_eq!(joined(&workspace), workspace, "seed {seed}");
        }
    }

    #[test]
    fn no_piece_of_a_large_journey_is_large() {
        let workspace = large(5_000);
        assert_eq!(joined(&workspace), workspace);
        let all: Vec<usize> = pieces(&workspace).map(|piece| piece.len()).collect();
        let whole: usize = all.iter().sum();
        assert!(all.iter().all(|piece| piece * 5 < whole), "{all:?}");
    }
}
