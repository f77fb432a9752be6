//! Reading the value at any place of a workspace, as JSON.
//!
//! Only what holds the place goes through JSON: one touchpoint, one step, what is said of one journey, or the registers.

use serde_json::Value;

use crate::compare::{PLACE, Path, PathPart, Place, entity_at, json_text};
use crate::edit::Entry;
use crate::format::crosslane::value_of;
use crate::model::{Field, Id, Journey, Map, MapKey, Phase, RawKey, Workspace};

/// The value at a place of a workspace as JSON, in the form conflicts hold it; `None` where there is none. A phase is
/// without its touchpoints: each of them says where it stands.
pub fn value_at(workspace: &Workspace, path: &Path) -> Option<String> {
    use PathPart::{Field, Key};
    match path.0.as_slice() {
        [.., Field(PLACE)] => place_of(workspace, path).map(Place::json),
        [Field("journeys"), Key(journey)] => {
            workspace.journeys.get(&Id::new(journey)?).map(|journey| json_text(journey.as_ref()))
        }
        [Field("journeys"), Key(journey), rest @ ..] => {
            let journey = workspace.journeys.get(&Id::new(journey)?)?;
            match rest {
                [Field("touchpoints"), Key(key), rest @ ..] => get_in(&journey.touchpoints, key, rest),
                [Field("phases"), Key(key), rest @ ..] => {
                    let phase = journey.phases.get(&Id::new(key)?)?;
                    let phase = Phase { touchpoints: Vec::new(), ..phase.as_ref().clone() };
                    if rest.is_empty() { Some(json_text(&phase)) } else { value_in(&phase, rest) }
                }
                [Field("steps"), Key(key), rest @ ..] => get_in(&journey.steps, key, rest),
                [Field("unplaced_cards"), Key(key), rest @ ..] => get_in(&journey.unplaced_cards, key, rest),
                _ => value_in(&without_entries(journey), rest),
            }
        }
        rest => match rest.get(..2).and_then(|entity| entity_at(&Path(entity.to_vec()))) {
            Some((kind, id)) => {
                let json = Entry::of(workspace, kind, id)?.json();
                if rest.len() == 2 { Some(json) } else { found_in(&value_of(&json)?, &rest[2..]) }
            }
            None => value_in(&without_journeys(workspace), rest),
        },
    }
}

/// What is said of a journey itself.
pub fn without_entries(journey: &Journey) -> Journey {
    Journey {
        phases: Map::default(),
        touchpoints: Map::default(),
        steps: Map::default(),
        unplaced_cards: Map::default(),
        ..journey.clone()
    }
}

/// The registers, and what is said of the workspace itself.
pub fn without_journeys(workspace: &Workspace) -> Workspace {
    Workspace { journeys: Map::default(), ..workspace.clone() }
}

fn get_in<T: Field, K: MapKey>(map: &Map<T, K>, key: &str, rest: &[PathPart]) -> Option<String> {
    let entry = map.get(&K::Raw::read(key)?)?;
    if rest.is_empty() { Some(json_text(entry.as_ref())) } else { value_in(entry.as_ref(), rest) }
}

fn tree_of<T: Field>(entity: &T) -> Option<Value> {
    value_of(&json_text(entity))
}

fn name_of(part: &PathPart) -> &str {
    match part {
        PathPart::Field(name) => name,
        PathPart::Key(key) => key,
    }
}

fn value_in<T: Field>(entity: &T, path: &[PathPart]) -> Option<String> {
    found_in(&tree_of(entity)?, path)
}

fn found_in(tree: &Value, path: &[PathPart]) -> Option<String> {
    let found = path.iter().try_fold(tree, |tree, part| tree.get(name_of(part)))?;
    let mut writer = crate::model::Writer::default();
    writer.value(found);
    Some(writer.finish().trim_end().to_owned())
}

/// The list an entity stands in: which of the order lists, and which entity.
fn place_of(workspace: &Workspace, path: &Path) -> Option<Place> {
    let in_list = |phase, list: &[Id], id: Id| {
        let at = list.iter().position(|other| *other == id)?;
        Some(Place { phase, after: at.checked_sub(1).map(|before| list[before]) })
    };
    match path.0.as_slice() {
        [PathPart::Field("departments"), PathPart::Key(key), _] => {
            in_list(None, &workspace.department_order, Id::new(key)?)
        }
        [PathPart::Field("journeys"), PathPart::Key(key), _] => {
            in_list(None, &workspace.journey_order, Id::new(key)?)
        }
        [
            PathPart::Field("journeys"),
            PathPart::Key(journey),
            PathPart::Field(register),
            PathPart::Key(key),
            _,
        ] => {
            let (journey, id) = (workspace.journeys.get(&Id::new(journey)?)?, Id::new(key)?);
            if *register == "phases" {
                return in_list(None, &journey.phase_order, id);
            }
            journey.ordered_phases().find_map(|(phase, entry)| in_list(Some(phase), &entry.touchpoints, id))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
    use super::*;
    use crate::compare::changes;
    use crate::testing::everything;

    #[test]
    fn every_difference_can_be_read() {
        for seed in 0..12 {
            let (before, after) = (everything(seed), everything(seed + 100));
            for change in changes(&before, &after) {
                if matches!(change.path.0.get(2), Some(PathPart::Field("phases"))) {
                    // Read without their touchpoints.
                    continue;
                }
                let value = |json: Option<String>| json.map(|json| value_of(&json).unwrap());
                let read = [&before, &after].map(|version| value(value_at(version, &change.path)));
                assert_eq!(read, [value(change.before), value(change.after)], "{}", change.path);
            }
        }
    }
}
