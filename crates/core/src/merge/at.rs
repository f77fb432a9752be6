//! Reading and setting the value at any place of a workspace, as JSON.
//!
//! Only what holds the place goes through JSON: one touchpoint, one step, what is said of one journey, or the registers.

use serde_json::{Map as JsonMap, Value};

use crate::compare::{PLACE, Path, PathPart, Place, json_text};
use crate::format::crosslane::value_of;
use crate::model::{Field, Id, Journey, Map, MapKey, Phase, Reader, Workspace};

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
        rest => value_in(&without_journeys(workspace), rest),
    }
}

/// Sets the value at a place, or removes it; `None` where the place is not there or the value does not belong there.
pub fn put(workspace: &mut Workspace, path: &Path, value: Option<&str>) -> Option<()> {
    use PathPart::{Field, Key};
    match path.0.as_slice() {
        [.., Field(PLACE)] => {
            // What is nowhere goes with what stands there.
            let Some(value) = value else { return Some(()) };
            place_at(workspace, path, Place::from_json(value)?)
        }
        [Field("journeys"), Key(journey)] => put_in(&mut workspace.journeys, journey, &[], value),
        [Field("journeys"), Key(key), rest @ ..] => {
            let id = Id::new(key)?;
            let mut journey = workspace.journeys.get(&id)?.as_ref().clone();
            match rest {
                [Field("touchpoints"), Key(key), rest @ ..] => {
                    put_in(&mut journey.touchpoints, key, rest, value)?;
                }
                [Field("phases"), Key(key), rest @ ..] => put_phase(&mut journey, key, rest, value)?,
                [Field("steps"), Key(key), rest @ ..] => put_in(&mut journey.steps, key, rest, value)?,
                [Field("unplaced_cards"), Key(key), rest @ ..] => {
                    put_in(&mut journey.unplaced_cards, key, rest, value)?;
                }
                _ => {
                    let facts = changed(&without_entries(&journey), rest, value)?;
                    journey = Journey {
                        phase_order: journey.phase_order,
                        phases: journey.phases,
                        touchpoints: journey.touchpoints,
                        steps: journey.steps,
                        unplaced_cards: journey.unplaced_cards,
                        ..facts
                    };
                }
            }
            workspace.journeys.insert(id, journey.into());
            Some(())
        }
        rest => {
            let facts = changed(&without_journeys(workspace), rest, value)?;
            *workspace = Workspace { journeys: workspace.journeys.clone(), ..facts };
            Some(())
        }
    }
}

fn without_entries(journey: &Journey) -> Journey {
    Journey {
        phases: Map::default(),
        touchpoints: Map::default(),
        steps: Map::default(),
        unplaced_cards: Map::default(),
        ..journey.clone()
    }
}

fn without_journeys(workspace: &Workspace) -> Workspace {
    Workspace { journeys: Map::default(), ..workspace.clone() }
}

fn get_in<T: Field, K: MapKey>(map: &Map<T, K>, key: &str, rest: &[PathPart]) -> Option<String> {
    let entry = map.get(&K::read_key(key)?)?;
    if rest.is_empty() { Some(json_text(entry.as_ref())) } else { value_in(entry.as_ref(), rest) }
}

fn put_in<T: Field, K: MapKey>(
    map: &mut Map<T, K>,
    key: &str,
    rest: &[PathPart],
    value: Option<&str>,
) -> Option<()> {
    let key = K::read_key(key)?;
    match (rest, value) {
        ([], None) => drop(map.remove(&key)),
        ([], Some(value)) => drop(map.insert(key, read::<T>(&value_of(value)?)?.into())),
        _ => {
            let entry = changed(map.get(&key)?.as_ref(), rest, value)?;
            map.insert(key, entry.into());
        }
    }
    Some(())
}

/// A phase keeps the touchpoints it has: where they stand is said by each of them.
fn put_phase(journey: &mut Journey, key: &str, rest: &[PathPart], value: Option<&str>) -> Option<()> {
    let id = Id::new(key)?;
    let present = journey.phases.get(&id).map(|phase| phase.touchpoints.clone());
    put_in(&mut journey.phases, key, rest, value)?;
    if let Some(phase) = journey.phases.get(&id) {
        let phase = Phase { touchpoints: present.unwrap_or_default(), ..phase.as_ref().clone() };
        journey.phases.insert(id, phase.into());
        if !journey.phase_order.contains(&id) {
            journey.phase_order.push(id);
        }
    } else {
        journey.phase_order.retain(|other| *other != id);
    }
    Some(())
}

fn tree_of<T: Field>(entity: &T) -> Option<Value> {
    value_of(&json_text(entity))
}

fn read<T: Field>(tree: &Value) -> Option<T> {
    let mut reader = Reader::default();
    T::read(tree, &mut reader).filter(|_| reader.is_clean())
}

fn name_of(part: &PathPart) -> &str {
    match part {
        PathPart::Field(name) => name,
        PathPart::Key(key) => key,
    }
}

fn value_in<T: Field>(entity: &T, path: &[PathPart]) -> Option<String> {
    let tree = tree_of(entity)?;
    let found = path.iter().try_fold(&tree, |tree, part| tree.get(name_of(part)))?;
    let mut writer = crate::model::Writer::default();
    writer.value(found);
    Some(writer.finish().trim_end().to_owned())
}

/// The entity with another value at a place inside it.
fn changed<T: Field>(entity: &T, path: &[PathPart], value: Option<&str>) -> Option<T> {
    let mut tree = tree_of(entity)?;
    let (last, parents) = path.split_last()?;
    let mut holder = tree.as_object_mut()?;
    for part in parents {
        let name = name_of(part);
        if value.is_none() && !holder.contains_key(name) {
            return Some(entity.clone());
        }
        let inner = holder.entry(name).or_insert_with(|| Value::Object(JsonMap::new()));
        holder = inner.as_object_mut()?;
    }
    match value {
        Some(value) => drop(holder.insert(name_of(last).to_owned(), value_of(value)?)),
        None => drop(holder.remove(name_of(last))),
    }
    read(&tree)
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

/// Moves an entity; where what it comes after is not there, to the end.
fn place_at(workspace: &mut Workspace, path: &Path, place: Place) -> Option<()> {
    match path.0.as_slice() {
        [PathPart::Field("departments"), PathPart::Key(key), _] => {
            move_in(&mut workspace.department_order, Id::new(key)?, place.after);
        }
        [PathPart::Field("journeys"), PathPart::Key(key), _] => {
            move_in(&mut workspace.journey_order, Id::new(key)?, place.after);
        }
        [
            PathPart::Field("journeys"),
            PathPart::Key(journey),
            PathPart::Field(register),
            PathPart::Key(key),
            _,
        ] => {
            let (journey_id, id) = (Id::new(journey)?, Id::new(key)?);
            let mut journey = workspace.journeys.get(&journey_id)?.as_ref().clone();
            if *register == "phases" {
                move_in(&mut journey.phase_order, id, place.after);
            } else {
                place_touchpoint(&mut journey, id, place)?;
            }
            workspace.journeys.insert(journey_id, journey.into());
        }
        _ => return None,
    }
    Some(())
}

/// Moves a touchpoint into a phase. Where the phase is gone it stays where it is.
pub fn place_touchpoint(journey: &mut Journey, id: Id, place: Place) -> Option<()> {
    let phase = place.phase?;
    if !journey.phases.contains_key(&phase) {
        return Some(());
    }
    if let Some((from, _)) = journey.place_of(id) {
        let mut entry = journey.phases.get(&from)?.as_ref().clone();
        entry.touchpoints.retain(|other| *other != id);
        journey.phases.insert(from, entry.into());
    }
    let mut entry = journey.phases.get(&phase)?.as_ref().clone();
    move_in(&mut entry.touchpoints, id, place.after);
    journey.phases.insert(phase, entry.into());
    Some(())
}

fn move_in(list: &mut Vec<Id>, id: Id, after: Option<Id>) {
    list.retain(|other| *other != id);
    let at = match after {
        None => 0,
        Some(after) => list.iter().position(|other| *other == after).map_or(list.len(), |at| at + 1),
    };
    list.insert(at, id);
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
    use super::*;
    use crate::compare::changes;
    use crate::testing::everything;

    #[test]
    fn every_difference_can_be_read_and_set() {
        for seed in 0..12 {
            let (before, after) = (everything(seed), everything(seed + 100));
            let mut made = before.clone();
            for change in changes(&before, &after) {
                if matches!(change.path.0.get(2), Some(PathPart::Field("phases"))) {
                    // Compared without their touchpoints, below.
                    let _ = put(&mut made, &change.path, change.after.as_deref());
                    continue;
                }
                let value = |json: Option<String>| json.map(|json| value_of(&json).unwrap());
                assert_eq!(value(value_at(&made, &change.path)), value(change.before), "{}", change.path);
                put(&mut made, &change.path, change.after.as_deref()).unwrap();
            }
            let left = changes(&made, &after);
            let paths: Vec<String> = left.iter().map(|change| change.path.to_string()).collect();
            // The order of phases follows from which of them came and went.
            let is_list = |path: &&String| path.ends_with(".touchpoints") || path.ends_with(".phase_order");
            assert!(paths.iter().all(|path| is_list(&path)), "{paths:?}");
        }
    }
}
