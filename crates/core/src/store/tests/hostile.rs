//! Stored text that no saver wrote.

use std::collections::BTreeMap;

use crosslane_cases::cases;
use proptest::prelude::*;

use super::{id, with_title, workspace};
use crate::store::chunk::{ChunkRef, pack, unpack};
use crate::store::manifest::{JourneyRef, Manifest};
use crate::store::{
    Key, KeyValue, LoadError, MAX_INFLATED, Memory, Name, Part, Program, Saver, Slot, discard_set_aside,
    list, load, raw_text, salvage, sizes,
};

#[test]
fn a_chunk_that_inflates_to_more_than_it_says_is_garbled() {
    let bomb = "a".repeat(10_000_000);
    let name = Name::of(&bomb);
    let (chunk, stored) = pack(name, &bomb);
    assert!(stored.len() < 100_000);
    assert_eq!(unpack(&stored, name, 1000), None);
    assert_eq!(unpack(&stored, name, chunk.bytes).map(|text| text.len()), Some(bomb.len()));
}

#[test]
fn a_manifest_that_asks_for_too_much_memory_is_damaged() {
    let chunk = ChunkRef { name: Name::of(""), bytes: MAX_INFLATED / 2, units: u64::MAX };
    let journey = JourneyRef { id: id(), title: String::new(), chunk };
    let mut manifest = Manifest {
        generation: 1,
        saved_at: String::new(),
        program: Program::this(),
        ancestors: Vec::new(),
        title: String::new(),
        touchpoints: 0,
        shared: chunk,
        journeys: vec![journey.clone()],
    };
    assert!(Manifest::parse(&manifest.write()).is_some());
    manifest.journeys.push(JourneyRef { chunk: ChunkRef { bytes: u64::MAX, ..chunk }, ..journey });
    assert!(Manifest::parse(&manifest.write()).is_none());
    manifest.journeys.clear();
    manifest.generation = u64::MAX;
    assert!(Manifest::parse(&manifest.write()).is_none());
}

#[test]
fn keys_are_read_only_as_they_are_written() {
    for text in ["a", "b", "deleted", &Name::of("x").to_string(), &format!("aside-{}", Name::of("x"))] {
        let text = format!("crosslane/1/w-1/{text}");
        assert_eq!(Key::parse(&text).unwrap().to_string(), text);
    }
    let upper = Name::of("x").to_string().to_uppercase();
    for bad in ["crosslane/2/w/a", "crosslane/1/w/c", "crosslane/1//a", "crosslane/1/w", "theme", &upper] {
        assert_eq!(Key::parse(bad), None);
        assert_eq!(Key::parse(&format!("crosslane/1/w/{bad}")), None);
    }
}

/// A manifest with a right checksum that names chunks of any text.
fn forged(slot: Slot, generation: u64, texts: &[String]) -> BTreeMap<Part, String> {
    let chunks: Vec<(ChunkRef, String)> = texts.iter().map(|text| pack(Name::of(text), text)).collect();
    let journeys = chunks[1..].iter().map(|(chunk, _)| JourneyRef {
        id: id(),
        title: "<img onerror>".into(),
        chunk: *chunk,
    });
    let manifest = Manifest {
        generation,
        saved_at: "?".into(),
        program: Program::default(),
        ancestors: vec![Name::of("?"); 100],
        title: "\u{202e}".into(),
        touchpoints: u64::MAX,
        shared: chunks[0].0,
        journeys: journeys.collect(),
    };
    let mut parts: BTreeMap<Part, String> =
        chunks.into_iter().map(|(chunk, text)| (Part::Chunk(chunk.name), text)).collect();
    parts.insert(Part::Manifest(slot), manifest.write());
    parts
}

/// Everything that reads, and a save over it: none may panic, and the save must stand.
fn use_everything(store: &Memory) {
    list(store).unwrap();
    sizes(store).unwrap();
    raw_text(store, id()).unwrap();
    salvage(store, id()).unwrap();
    let mut saver = match load(store, id()) {
        Ok(loaded) if loaded.newer_version.is_some() => return,
        Ok(loaded) => loaded.saver,
        Err(LoadError::Missing) => Saver::new(id()),
        Err(LoadError::Unreadable { saver, .. }) => *saver,
        Err(LoadError::Store(error)) => panic!("{error}"),
    };
    for title in ["one", "two", "three"] {
        let version = with_title(&workspace(1), title);
        saver.save(store, &version, "now").unwrap();
        assert_eq!(load(store, id()).unwrap().workspace, version);
    }
    discard_set_aside(store, id()).unwrap();
    assert_eq!(load(store, id()).unwrap().workspace.title, "three");
}

fn part() -> impl Strategy<Value = Part> {
    prop_oneof![
        Just(Part::Manifest(Slot::A)),
        Just(Part::Manifest(Slot::B)),
        "[ab]".prop_map(|text| Part::Chunk(Name::of(&text))),
        "[ab]".prop_map(|text| Part::SetAside(Name::of(&text))),
    ]
}

fn json() -> impl Strategy<Value = String> {
    prop_oneof![
        ".{0,40}",
        r#"[{}\[\]",:a0]{0,30}"#,
        Just(r#"{"format":"crosslane","version":1}"#.to_owned()),
        Just(r#"{"format":"crosslane","version":9,"title":"x"}"#.to_owned()),
        Just(r#"{"format":"crosslane","version":1,"journeys":{}}"#.to_owned()),
        Just(r#"{}, "z": {"title": "smuggled"}"#.to_owned()),
        Just("[".repeat(5000)),
    ]
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn random_texts_under_the_keys_do_no_harm(
        texts in prop::collection::btree_map(part(), ".{0,60}", 0..6),
    ) {
        let store = Memory::default();
        for (part, text) in &texts {
            store.set(&Key { id: id(), part: *part }.to_string(), text).unwrap();
        }
        use_everything(&store);
    }

    #[test]
    fn forged_manifests_and_chunks_do_no_harm(
        a in prop::collection::vec(json(), 1..4),
        b in prop::collection::vec(json(), 1..4),
        generations in prop::array::uniform2(0..4_u64),
    ) {
        let store = Memory::default();
        let parts = forged(Slot::A, generations[0], &a).into_iter().chain(forged(Slot::B, generations[1], &b));
        for (part, text) in parts {
            store.set(&Key { id: id(), part }.to_string(), &text).unwrap();
        }
        use_everything(&store);
    }
}
