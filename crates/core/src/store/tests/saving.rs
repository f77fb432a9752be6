//! What is written, and when.

use std::collections::BTreeSet;

use crosslane_cases::cases;
use proptest::prelude::*;

use super::{contents, id, loaded, with_scenario, with_title, workspace};
use crate::model::{Id, Workspace};
use crate::store::{Key, LoadError, Memory, Part, SaveError, Saved, Saver, delete, load, raw_text, salvage};

#[test]
fn what_was_saved_is_loaded_with_its_date() {
    let (store, version) = (Memory::default(), workspace(3));
    let saved = Saver::new(id()).save(&store, &version, "2026-03-31 09:00").unwrap();
    assert_eq!(saved, Saved { generation: 1, chunks: 4, given_up: 0 });
    let found = load(&store, id()).unwrap();
    assert_eq!(found.workspace, version);
    assert_eq!((found.generation, found.saved_at.as_str()), (1, "2026-03-31 09:00"));
    assert_eq!((found.damaged_newer, found.newer_version), (None, None));
}

#[test]
fn only_what_changed_is_written() {
    let (store, first) = (Memory::default(), workspace(20));
    let mut saver = Saver::new(id());
    assert_eq!(saver.save(&store, &first, "1").unwrap().chunks, 21);
    assert_eq!(saver.save(&store, &first, "2").unwrap(), Saved { generation: 1, chunks: 0, given_up: 0 });
    let second = with_scenario(&first, "j7", "at night");
    assert_eq!(saver.save(&store, &second, "3").unwrap(), Saved { generation: 2, chunks: 1, given_up: 0 });
    let third = with_title(&second, "Moving out");
    assert_eq!(saver.save(&store, &third, "4").unwrap().chunks, 1);
    assert_eq!(loaded(&store), third);
    // The first title is still there, with the generation before; the first scenario is not.
    assert_eq!(saver.save(&store, &first, "5").unwrap().chunks, 1);

    let mut later = load(&store, id()).unwrap();
    assert_eq!(later.saver.save(&store, &later.workspace, "6").unwrap().chunks, 0);
    let fourth = with_scenario(&later.workspace, "j1", "by phone");
    assert_eq!(later.saver.save(&store, &fourth, "7").unwrap().chunks, 1);
    assert_eq!(loaded(&store), fourth);
}

#[test]
fn two_journeys_of_the_same_content_share_a_chunk() {
    let (store, mut version) = (Memory::default(), workspace(1));
    let twin = version.journeys[&Id::new("j0").unwrap()].as_ref().clone();
    version.journeys.insert(Id::new("j1").unwrap(), twin.into());
    version.journey_order.push(Id::new("j1").unwrap());
    // Touchpoints of the same identifiers in two journeys are two touchpoints.
    assert_eq!(Saver::new(id()).save(&store, &version, "1").unwrap().chunks, 2);
    assert_eq!(loaded(&store), version);
}

#[test]
fn an_empty_workspace_and_none_at_all() {
    let store = Memory::default();
    assert!(matches!(load(&store, id()), Err(LoadError::Missing)));
    assert_eq!(raw_text(&store, id()).unwrap(), None);
    assert_eq!(salvage(&store, id()).unwrap(), None);
    Saver::new(id()).save(&store, &Workspace::default(), "1").unwrap();
    assert_eq!(loaded(&store), Workspace::default());
}

#[test]
fn a_saver_goes_on_after_everything_was_cleared_elsewhere() {
    let (store, first) = (Memory::default(), workspace(3));
    let mut saver = Saver::new(id());
    saver.save(&store, &first, "1").unwrap();
    delete(&store, id()).unwrap();
    assert_eq!(saver.save(&store, &first, "2").unwrap().chunks, 4);
    assert_eq!(loaded(&store), first);
}

#[test]
fn a_file_of_a_newer_version_is_loaded_and_not_saved() {
    let (store, version) = (Memory::default(), workspace(1));
    let mut newer = version.clone();
    // A newer program stores its own version in the chunk of what the journeys share.
    Saver::new(id()).save(&store, &newer, "1").unwrap();
    let written = crate::format::crosslane::write(&Workspace {
        journeys: crate::model::Map::default(),
        ..version.clone()
    });
    super::damage::replace_chunk(&store, &written, &written.replace("\"version\": 1", "\"version\": 2"));
    let mut found = load(&store, id()).unwrap();
    assert_eq!(found.newer_version, Some(2));
    newer.title = "Changed".into();
    assert_eq!(found.saver.save(&store, &newer, "2"), Err(SaveError::NewerVersion(2)));
}

/// The chunks in the store, and those that the two manifests need.
fn chunks(store: &Memory) -> (BTreeSet<String>, BTreeSet<String>) {
    let contents = contents(store);
    let is_chunk = |key: &&String| matches!(Key::parse(key).unwrap().part, Part::Chunk(_));
    let there = contents.keys().filter(is_chunk).cloned().collect();
    let manifests: String =
        contents.iter().filter(|(key, _)| !is_chunk(key)).map(|(_, text)| &**text).collect();
    let named = contents.keys().filter(is_chunk);
    let named = named.filter(|key| manifests.contains(key.rsplit('/').next().unwrap())).cloned().collect();
    (there, named)
}

proptest! {
    #![proptest_config(cases(64))]

    /// Whatever is edited, saved and opened again in turn: the last version is there, and no more than two
    /// generations of chunks.
    #[test]
    fn any_run_of_saves_keeps_the_last_version_and_leaks_nothing(
        runs in prop::collection::vec((0..5_usize, 0..4_u8, any::<bool>()), 1..20),
    ) {
        let store = Memory::default();
        let mut version = workspace(5);
        let mut saver = Saver::new(id());
        for (journey, text, reopen) in runs {
            version = with_scenario(&version, &format!("j{journey}"), &format!("scenario {text}"));
            saver.save(&store, &version, "now").unwrap();
            prop_assert_eq!(&loaded(&store), &version);
            let (there, named) = chunks(&store);
            prop_assert_eq!(there, named);
            if reopen {
                let found = load(&store, id()).unwrap();
                (version, saver) = (found.workspace, found.saver);
            }
        }
    }
}
