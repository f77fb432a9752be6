//! Keeping, listing, loading, naming and deleting versions.

use super::{contents, id, keep, kept, loaded, version, with_scenario, workspace};
use crate::format::crosslane::revision_of;
use crate::model::Id;
use crate::store::{
    KeyValue, Memory, Saver, VersionError, VersionKind, delete, delete_version, list, load, load_version,
    rename_version, salvage, versions, versions_units,
};

#[test]
fn a_version_outlives_every_save_and_loads_as_it_was() {
    let (store, first) = (Memory::default(), workspace(3));
    let mut saver = Saver::new(id());
    saver.save(&store, &first, "1").unwrap();
    keep(&mut saver, &store, &first, (1, VersionKind::Named, "Before the talk", 100)).unwrap();
    for n in 0..5 {
        saver.save(&store, &with_scenario(&first, "j0", &format!("{n}")), "2").unwrap();
    }
    assert_eq!(load_version(&store, id(), version(1)).unwrap().workspace, first);
    let found = versions(&store, id()).unwrap();
    assert_eq!((found[0].name.as_str(), found[0].kept_at, found[0].journeys), ("Before the talk", 100, 3));
    assert_eq!(found[0].revision, revision_of(&first));
    assert_eq!(load(&store, id()).unwrap().damaged_newer, None);
}

#[test]
fn what_versions_share_costs_nothing() {
    let (store, first) = (Memory::default(), workspace(8));
    let mut saver = Saver::new(id());
    saver.save(&store, &first, "1").unwrap();
    let before = contents(&store).len();
    keep(&mut saver, &store, &first, (1, VersionKind::Named, "One", 1)).unwrap();
    keep(&mut saver, &store, &first, (2, VersionKind::Named, "Two", 2)).unwrap();
    assert_eq!(contents(&store).len(), before + 2, "no chunk is written twice");
    // Two generations on, the journey that changed is only in the versions.
    for scenario in ["by day", "by night"] {
        saver.save(&store, &with_scenario(&first, "j0", scenario), "2").unwrap();
    }
    assert_eq!(contents(&store).len(), before + 2 + 3, "the old journey, the new one, the other manifest");
    let alone = versions(&store, id()).unwrap()[0].units;
    assert!(versions_units(&store).unwrap() > 2 * alone, "each alone frees less than both");
}

#[test]
fn deleting_a_version_frees_what_only_it_needed() {
    let (store, first) = (Memory::default(), workspace(3));
    let mut saver = Saver::new(id());
    saver.save(&store, &first, "1").unwrap();
    saver.save(&store, &first, "1").unwrap();
    let other = with_scenario(&first, "j1", "at sea");
    keep(&mut saver, &store, &other, (1, VersionKind::Named, "Sea", 1)).unwrap();
    let used = store.used();
    let frees = versions(&store, id()).unwrap()[0].units;
    delete_version(&store, id(), version(1)).unwrap();
    assert_eq!(used - store.used(), frees);
    assert_eq!(versions_units(&store).unwrap(), 0);
    assert!(matches!(load_version(&store, id(), version(1)), Err(VersionError::Missing)));
    assert_eq!(loaded(&store), first);
}

#[test]
fn the_same_version_kept_again_is_one_and_a_name_makes_it_kept_by_hand() {
    let (store, first) = (Memory::default(), workspace(1));
    let mut saver = Saver::new(id());
    saver.save(&store, &first, "1").unwrap();
    keep(&mut saver, &store, &first, (1, VersionKind::Exported, "", 1)).unwrap();
    let again = keep(&mut saver, &store, &first, (2, VersionKind::Exported, "", 2)).unwrap();
    keep(&mut saver, &store, &first, (3, VersionKind::BeforeMerge, "", 3)).unwrap();
    assert_eq!((again, kept(&store)), (version(1), vec!["v3".to_owned(), "v1".to_owned()]));
    assert_eq!(versions(&store, id()).unwrap()[1].kept_at, 2);
    assert!(rename_version(&store, id(), version(3), "Good one").unwrap());
    let found = &versions(&store, id()).unwrap()[0];
    assert_eq!((found.kind, found.name.as_str()), (Some(VersionKind::Named), "Good one"));
    assert!(!rename_version(&store, id(), version(9), "Nobody").unwrap());
}

#[test]
fn a_version_can_be_kept_before_the_first_save() {
    let (store, first) = (Memory::default(), workspace(2));
    let mut saver = Saver::new(id());
    keep(&mut saver, &store, &first, (1, VersionKind::Opened, "", 1)).unwrap();
    // Another page saves it: the chunks of the version are no sign of damage.
    Saver::new(id()).save(&store, &first, "1").unwrap();
    let found = load(&store, id()).unwrap();
    assert_eq!((found.set_aside, found.workspace), (false, first));
}

#[test]
fn deleting_a_workspace_deletes_its_versions() {
    let (store, first) = (Memory::default(), workspace(2));
    let mut saver = Saver::new(id());
    saver.save(&store, &first, "1").unwrap();
    keep(&mut saver, &store, &first, (1, VersionKind::Named, "One", 1)).unwrap();
    let units = list(&store).unwrap()[0].units;
    assert_eq!(units, store.used(), "versions count as part of the workspace");
    delete(&store, id()).unwrap();
    assert!(contents(&store).is_empty());
}

#[test]
fn a_journey_that_is_damaged_in_both_generations_is_salvaged_from_a_version() {
    let (store, first) = (Memory::default(), workspace(2));
    let mut saver = Saver::new(id());
    saver.save(&store, &first, "1").unwrap();
    keep(&mut saver, &store, &first, (1, VersionKind::BeforeMerge, "", 1)).unwrap();
    let names = |store: &Memory| -> Vec<String> { store.keys().unwrap() };
    let before = names(&store);
    for scenario in ["one", "two"] {
        saver.save(&store, &with_scenario(&first, "j1", scenario), "2").unwrap();
    }
    for key in names(&store).into_iter().filter(|key| !before.contains(key) && !key.ends_with("/b")) {
        store.set(&key, "damaged").unwrap();
    }
    let found = salvage(&store, id()).unwrap().unwrap();
    assert_eq!(
        (found.workspace, found.older, found.lost),
        (first.clone(), vec!["Journey 1".to_owned()], vec![])
    );
    // Without any generation the version is all there is.
    for key in ["a", "b"] {
        store.remove(&format!("crosslane/1/w1/{key}")).unwrap();
    }
    let found = salvage(&store, id()).unwrap().unwrap();
    assert_eq!((found.workspace, found.older.len()), (first, 2));
    assert_eq!(id(), Id::new("w1").unwrap());
}
