//! Damaged and hostile records of versions.

use super::{contents, id, keep, loaded, version, with_scenario, workspace};
use crate::store::chunk::{ChunkRef, pack};
use crate::store::versions::Record;
use crate::store::{
    Damage, Key, KeyValue, MAX_INFLATED, Memory, Name, Part, Saver, VersionError, VersionKind,
    delete_version, find_base, load, load_version, versions,
};

fn key() -> String {
    Key { id: id(), part: Part::Version(version(1)) }.to_string()
}

/// A store with a saved version, another that is kept, and their saver.
fn with_version() -> (Memory, Saver) {
    let (store, first) = (Memory::default(), workspace(2));
    let mut saver = Saver::new(id());
    saver.save(&store, &first, "1").unwrap();
    let other = with_scenario(&first, "j0", "kept");
    keep(&mut saver, &store, &other, (1, VersionKind::Exported, "", 7)).unwrap();
    (store, saver)
}

fn record(store: &Memory) -> Record {
    Record::parse(&store.get(&key()).unwrap().unwrap()).unwrap()
}

#[test]
fn a_version_with_a_damaged_chunk_is_refused_and_is_no_base() {
    let (store, _) = with_version();
    let in_version = record(&store).content.journeys[0].chunk.name;
    let chunk = Key { id: id(), part: Part::Chunk(in_version) }.to_string();
    let whole = store.get(&chunk).unwrap().unwrap();
    let file = load_version(&store, id(), version(1)).unwrap().workspace;
    let base = || find_base(&store, id(), &loaded(&store), &file).unwrap();
    assert!(base().is_some());
    for damaged in [None, Some("garbled".to_owned()), Some(whole.chars().rev().collect())] {
        match damaged {
            Some(text) => store.set(&chunk, &text).unwrap(),
            None => store.remove(&chunk).unwrap(),
        }
        let result = load_version(&store, id(), version(1));
        assert!(matches!(result, Err(VersionError::Damaged(Damage::Chunk { journey: Some(_), .. }))));
        assert_eq!(base(), None);
        assert_eq!(load(&store, id()).unwrap().workspace, workspace(2));
    }
}

#[test]
fn a_damaged_record_is_listed_keeps_its_chunks_and_can_be_deleted() {
    let (store, mut saver) = with_version();
    let text = store.get(&key()).unwrap().unwrap();
    let cut: String = text.chars().take(60).collect();
    for damaged in ["", "garbled", "x\ny", &cut, &text.replace('\n', "\n㐀")] {
        store.set(&key(), damaged).unwrap();
        let found = versions(&store, id()).unwrap();
        assert_eq!((found.len(), found[0].kind), (1, None));
        assert!(matches!(
            load_version(&store, id(), version(1)),
            Err(VersionError::Damaged(Damage::Manifest))
        ));
    }
    // Nobody knows which chunks it needs, so none of before goes: whole again, it loads.
    for n in 0..3 {
        let mut saver = load(&store, id()).unwrap().saver;
        saver.save(&store, &with_scenario(&workspace(2), "j1", &n.to_string()), "2").unwrap();
    }
    store.set(&key(), &text).unwrap();
    assert!(load_version(&store, id(), version(1)).is_ok());
    store.set(&key(), "garbled").unwrap();
    delete_version(&store, id(), version(1)).unwrap();
    assert_eq!(versions(&store, id()).unwrap(), []);
    assert!(saver.save(&store, &workspace(2), "3").is_err(), "another saved meanwhile");
    let left = contents(&store).keys().filter(|key| key.len() > 40).count();
    assert_eq!(left, 4, "two generations with three chunks each, two of them shared");
}

#[test]
fn a_hostile_record_is_refused() {
    let (store, _) = with_version();
    let good = record(&store);
    assert_eq!(Record::parse(&good.write()), Some(good.clone()));
    let chunk = ChunkRef { name: Name::of(""), bytes: u64::MAX, units: u64::MAX };
    let mut large = good.clone();
    large.content.shared = chunk;
    let mut many = good.clone();
    let half = ChunkRef { bytes: MAX_INFLATED / 2 + 1, ..chunk };
    many.content.journeys.iter_mut().for_each(|journey| journey.chunk = half);
    let mut later = good.clone();
    later.kept_at = u64::MAX;
    let mut generation = good.clone();
    generation.content.generation = u64::MAX;
    for hostile in [large, many, later, generation] {
        assert_eq!(Record::parse(&hostile.write()), None);
    }
    // A kind this program does not know, and a text that inflates to far more than a record.
    let unknown = serde_json::to_string(&good).unwrap().replace("\"exported\"", "\"dreamt\"");
    let bomb = format!("{{\"name\": \"{}\"}}", "a".repeat(20_000_000));
    for text in [unknown, bomb] {
        let name = Name::of(&text);
        let stored = format!("{name}\n{}", pack(name, &text).1);
        assert!(stored.len() < 100_000);
        assert_eq!(Record::parse(&stored), None);
    }
    // Sizes that lie only make the list say so.
    let mut lying = good;
    lying.content.journeys[0].chunk.units = u64::MAX;
    store.set(&key(), &lying.write()).unwrap();
    assert_eq!(versions(&store, id()).unwrap()[0].units, usize::MAX);
    assert_eq!(loaded(&store), workspace(2));
}
