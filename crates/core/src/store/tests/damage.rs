//! Damage of what is stored: never a wrong workspace, never the loss of what cannot be read.

use super::{contents, holding, id, loaded, with_scenario, workspace};
use crate::model::{Id, Workspace};
use crate::store::chunk::{inflate, pack};
use crate::store::manifest::Manifest;
use crate::store::{
    ChunkProblem, Damage, Key, KeyValue, LoadError, MAX_INFLATED, Memory, Name, Part, Saver, Slot,
    discard_set_aside, list, load, raw_text, salvage,
};

/// Replaces a chunk by another with a right name, and names that one in the manifests.
pub fn replace_chunk(store: &Memory, old: &str, new: &str) {
    let (old_name, new_name) = (Name::of(old), Name::of(new));
    let (new_ref, stored) = pack(new_name, new);
    store.set(&key(Part::Chunk(new_name)), &stored).unwrap();
    for slot in Slot::ALL {
        let Some(text) = store.get(&key(Part::Manifest(slot))).unwrap() else { continue };
        let mut manifest = Manifest::parse(&text).unwrap();
        let journeys = manifest.journeys.iter_mut().map(|journey| &mut journey.chunk);
        for chunk in std::iter::once(&mut manifest.shared).chain(journeys) {
            if chunk.name == old_name {
                *chunk = new_ref;
            }
        }
        store.set(&key(Part::Manifest(slot)), &manifest.write()).unwrap();
    }
}

fn key(part: Part) -> String {
    Key { id: id(), part }.to_string()
}

/// A store with two generations that share chunks, and the two versions.
fn two_generations() -> (Memory, Workspace, Workspace) {
    let store = Memory::default();
    let first = workspace(3);
    let second = with_scenario(&first, "j1", "at night");
    let mut saver = Saver::new(id());
    saver.save(&store, &first, "monday").unwrap();
    saver.save(&store, &second, "tuesday").unwrap();
    (store, first, second)
}

fn manifest(store: &Memory, slot: Slot) -> Manifest {
    Manifest::parse(&store.get(&key(Part::Manifest(slot))).unwrap().unwrap()).unwrap()
}

/// The key of the chunk of a journey in a generation.
fn chunk_of(store: &Memory, slot: Slot, journey: &str) -> String {
    let manifest = manifest(store, slot);
    let found = manifest.journeys.iter().find(|found| found.id.as_str() == journey).unwrap();
    key(Part::Chunk(found.chunk.name))
}

#[test]
fn a_damaged_manifest_or_chunk_of_the_newer_generation_gives_the_older() {
    let (store, first, _) = two_generations();
    let before = contents(&store);
    let chunk = chunk_of(&store, Slot::B, "j1");
    let garbled = Damage::Chunk { journey: Some("Journey 1".into()), problem: ChunkProblem::Garbled };
    for (key, damage) in [(key(Part::Manifest(Slot::B)), Damage::Manifest), (chunk.clone(), garbled)] {
        let store = holding(&before);
        store.set(&key, "x").unwrap();
        let found = load(&store, id()).unwrap();
        assert_eq!((found.workspace, found.saved_at.as_str()), (first.clone(), "monday"));
        assert_eq!(found.damaged_newer, Some(damage));
    }
    store.remove(&chunk).unwrap();
    let missing = Damage::Chunk { journey: Some("Journey 1".into()), problem: ChunkProblem::Missing };
    assert_eq!(load(&store, id()).unwrap().damaged_newer, Some(missing));
}

#[test]
fn a_newest_generation_whose_manifest_is_missing_gives_the_older_and_is_told() {
    let (store, first, second) = two_generations();
    store.remove(&key(Part::Manifest(Slot::B))).unwrap();
    let mut found = load(&store, id()).unwrap();
    assert_eq!((found.workspace, found.damaged_newer), (first, Some(Damage::NoManifest)));
    found.saver.save(&store, &second, "wednesday").unwrap();
    assert_eq!(load(&store, id()).unwrap().damaged_newer, None);
    // The older one may be given up for room: nothing is missing then.
    let older = [Slot::A, Slot::B].into_iter().min_by_key(|slot| manifest(&store, *slot).generation).unwrap();
    store.remove(&key(Part::Manifest(older))).unwrap();
    assert_eq!(load(&store, id()).unwrap().damaged_newer, None);
}

#[test]
fn a_manifest_that_still_reads_but_is_not_what_was_written_is_damaged() {
    let (store, ..) = two_generations();
    let manifest = store.get(&key(Part::Manifest(Slot::B))).unwrap().unwrap();
    store.set(&key(Part::Manifest(Slot::B)), &manifest.replace("tuesday", "someday")).unwrap();
    let found = load(&store, id()).unwrap();
    assert_eq!((found.saved_at.as_str(), found.damaged_newer), ("monday", Some(Damage::Manifest)));
}

#[test]
fn what_could_not_be_read_is_set_aside_until_it_is_discarded() {
    let (store, first, _) = two_generations();
    let damaged = chunk_of(&store, Slot::B, "j1");
    store.set(&damaged, "x").unwrap();
    let newer = store.get(&key(Part::Manifest(Slot::B))).unwrap().unwrap();
    let mut found = load(&store, id()).unwrap();
    let mut version = first;
    for scenario in ["by phone", "by mail", "in person"] {
        version = with_scenario(&version, "j2", scenario);
        found.saver.save(&store, &version, "wednesday").unwrap();
    }
    let again = load(&store, id()).unwrap();
    assert_eq!((again.workspace, again.damaged_newer, again.set_aside), (version, None, true));
    assert!(raw_text(&store, id()).unwrap().unwrap().contains("tuesday"), "what was set aside is in it");
    assert_eq!(store.get(&damaged).unwrap().as_deref(), Some("x"));
    assert_eq!(store.get(&key(Part::SetAside(Name::of(&newer)))).unwrap().as_deref(), Some(&*newer));
    assert!(list(&store).unwrap()[0].set_aside);

    discard_set_aside(&store, id()).unwrap();
    assert_eq!(store.get(&damaged).unwrap(), None);
    assert!(!list(&store).unwrap()[0].set_aside);
    assert!(!load(&store, id()).unwrap().set_aside);
}

#[test]
fn a_chunk_both_generations_share_is_salvaged_around() {
    let (store, ..) = two_generations();
    store.set(&chunk_of(&store, Slot::B, "j0"), "x").unwrap();
    let Err(LoadError::Unreadable { damage, mut saver }) = load(&store, id()) else { panic!("readable") };
    assert!(matches!(damage, Damage::Chunk { journey: Some(title), .. } if title == "Journey 0"));
    let salvaged = salvage(&store, id()).unwrap().unwrap();
    assert_eq!((salvaged.lost, salvaged.older), (vec!["Journey 0".to_owned()], vec![]));
    assert!(!salvaged.shared_lost);
    assert_eq!(salvaged.problems.len(), 1, "the order of the journeys named the lost one");
    assert_eq!(salvaged.workspace.journeys.len(), 2);

    let mut before = contents(&store);
    before.remove(&key(Part::Newest));
    saver.save(&store, &salvaged.workspace, "wednesday").unwrap();
    assert_eq!(loaded(&store), salvaged.workspace);
    let after = contents(&store);
    assert!(before.values().all(|text| after.values().any(|other| other == text)), "nothing was lost");
}

#[test]
fn without_the_shared_chunk_the_journeys_are_salvaged() {
    let (store, ..) = two_generations();
    store.remove(&key(Part::Chunk(manifest(&store, Slot::B).shared.name))).unwrap();
    let salvaged = salvage(&store, id()).unwrap().unwrap();
    assert!(salvaged.shared_lost);
    assert_eq!((salvaged.workspace.title.as_str(), salvaged.workspace.journeys.len()), ("Moving house", 3));
}

#[test]
fn a_journey_damaged_in_the_newer_generation_is_salvaged_from_the_older() {
    let (store, ..) = two_generations();
    store.set(&chunk_of(&store, Slot::B, "j1"), "x").unwrap();
    let salvaged = salvage(&store, id()).unwrap().unwrap();
    assert_eq!((salvaged.lost, salvaged.older), (vec![], vec!["Journey 1".to_owned()]));
}

#[test]
fn the_raw_text_is_a_file_where_that_goes_and_all_there_is_elsewhere() {
    let (store, _, second) = two_generations();
    assert_eq!(raw_text(&store, id()).unwrap(), Some(crate::format::crosslane::write(&second)));
    store.set(&key(Part::Manifest(Slot::A)), "x").unwrap();
    store.set(&key(Part::Manifest(Slot::B)), "y").unwrap();
    assert!(matches!(load(&store, id()), Err(LoadError::Unreadable { damage: Damage::Manifest, .. })));
    let raw: serde_json::Value = serde_json::from_str(&raw_text(&store, id()).unwrap().unwrap()).unwrap();
    let raw = raw.as_object().unwrap();
    assert_eq!(raw.keys().cloned().collect::<Vec<_>>(), store.keys().unwrap());
    assert!(raw.values().any(|entry| entry["text"].as_str().unwrap_or_default().contains("at night")));
}

#[test]
fn chunks_without_any_manifest_are_kept_when_something_else_is_saved() {
    let (store, _, second) = two_generations();
    store.remove(&key(Part::Manifest(Slot::A))).unwrap();
    store.remove(&key(Part::Manifest(Slot::B))).unwrap();
    let mut before = contents(&store);
    before.remove(&key(Part::Newest));
    let Err(LoadError::Unreadable { damage: Damage::NoManifest, mut saver }) = load(&store, id()) else {
        panic!("readable")
    };
    for scenario in ["one", "two", "three"] {
        saver.save(&store, &with_scenario(&second, "j1", scenario), "now").unwrap();
    }
    let after = contents(&store);
    assert!(before.iter().all(|(key, text)| after.get(key) == Some(text)));
}

#[test]
fn a_chunk_that_is_what_was_written_but_not_valid_is_told_apart() {
    let (store, ..) = two_generations();
    let journey =
        inflate(&store.get(&chunk_of(&store, Slot::B, "j1")).unwrap().unwrap(), MAX_INFLATED).unwrap();
    replace_chunk(&store, &journey, &journey.replace("\"sales\"", "\"nobody\""));
    let found = load(&store, id()).unwrap();
    assert_eq!(found.saved_at, "monday");
    assert!(matches!(found.damaged_newer, Some(Damage::Invalid(_))));
}

/// Every key in turn is removed, cut, lengthened or changed in any of its characters.
#[test]
fn any_damage_gives_a_version_that_was_saved_or_none_and_saving_goes_on() {
    let (store, first, second) = two_generations();
    let before = contents(&store);
    for (key, text) in &before {
        let mut damages = vec![None, Some(String::new()), Some(format!("{text}\u{3400}"))];
        let length = text.chars().count();
        for at in (0..length).step_by(7).chain([length - 1]) {
            let changed =
                text.chars().enumerate().map(|(n, c)| if n == at { '\u{4e4e}' } else { c }).collect();
            damages.extend([Some(text.chars().take(at).collect()), Some(changed)]);
        }
        for damage in damages {
            let store = holding(&before);
            match &damage {
                Some(text) => store.set(key, text).unwrap(),
                None => store.remove(key).unwrap(),
            }
            raw_text(&store, id()).unwrap().unwrap();
            let mut saver = match load(&store, id()) {
                Ok(found) => {
                    assert!(found.workspace == first || found.workspace == second);
                    assert!(found.workspace == second || found.damaged_newer.is_some() || damage.is_none());
                    found.saver
                }
                Err(LoadError::Unreadable { saver, .. }) => *saver,
                Err(error) => panic!("{error}"),
            };
            let third = with_scenario(&second, "j2", "later");
            saver.save(&store, &third, "wednesday").unwrap();
            assert_eq!(loaded(&store), third, "{key}");
        }
    }
}

#[test]
fn identifiers_of_other_workspaces_are_not_touched() {
    let (store, first, _) = two_generations();
    let other = Id::new("w2").unwrap();
    Saver::new(other).save(&store, &first, "now").unwrap();
    let before = load(&store, other).unwrap().workspace;
    crate::store::delete(&store, id()).unwrap();
    assert_eq!(load(&store, other).unwrap().workspace, before);
    assert!(matches!(load(&store, id()), Err(LoadError::Missing)));
}
