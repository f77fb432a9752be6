//! A store that is full, or fails, at any moment.

use super::{Faulty, contents, holding, id, loaded, with_scenario, workspace};
use crate::model::Workspace;
use crate::store::{KeyValue, LoadError, Memory, SaveError, Saver, StoreError, delete, list, load, units};

/// A store with two generations; their saver; the newer version; and a next one, changed throughout.
fn before() -> (Memory, Saver, Workspace, Workspace) {
    let (store, first) = (Memory::default(), workspace(4));
    let mut saver = Saver::new(id());
    saver.save(&store, &first, "1").unwrap();
    let second = with_scenario(&first, "j1", "at night");
    saver.save(&store, &second, "2").unwrap();
    let next = ["j0", "j1", "j2"].iter().fold(second.clone(), |version, journey| {
        with_scenario(&version, journey, &format!("{journey} by phone and then by letter"))
    });
    (store, saver, second, next)
}

#[test]
fn a_full_store_at_any_write_leaves_what_was_there_and_nothing_else() {
    for n in 0.. {
        let (store, saver, second, next) = before();
        let before = contents(&store);
        let mut saver = saver.clone();
        let faulty = Faulty::new(&store, n, usize::MAX, StoreError::Full);
        let result = saver.save(&faulty, &next, "3");
        // Without the last one, the number of the generation, it is saved all the same.
        if !faulty.failed() || result.is_ok() {
            assert_eq!(loaded(&store), next);
            assert!(n > 3, "each chunk and the manifest are a write");
            return;
        }
        assert_eq!(result, Err(SaveError::Store(StoreError::Full)));
        assert_eq!(loaded(&store), second);
        let after = contents(&store);
        assert!(after.iter().all(|(key, text)| before.get(key) == Some(text)), "what was begun is undone");
        saver.save(&store, &next, "4").unwrap();
        assert_eq!(loaded(&store), next);
    }
}

/// A crash is a store that does nothing any more.
#[test]
fn a_crash_at_any_change_leaves_one_version_whole_and_the_next_save_cleans_up() {
    let mut seen = [0, 0];
    for n in 0.. {
        let (store, mut saver, second, next) = before();
        let faulty = Faulty::new(&store, n, usize::MAX, StoreError::Blocked);
        let result = saver.save(&faulty, &next, "3");
        if !faulty.failed() {
            break;
        }
        let mut found = load(&store, id()).unwrap();
        assert_eq!(found.damaged_newer, None);
        assert!(found.workspace == if result.is_ok() { next.clone() } else { second }, "change {n}");
        seen[usize::from(result.is_ok())] += 1;
        let third = with_scenario(&next, "j3", "in person");
        found.saver.save(&store, &third, "4").unwrap();
        let fourth = with_scenario(&third, "j3", "in person, later");
        found.saver.save(&store, &fourth, "5").unwrap();
        assert_eq!(loaded(&store), fourth);
        assert_eq!(
            contents(&store).len(),
            2 + 5 + 1 + 1,
            "two manifests, five chunks, one of the version before, the number of the last"
        );
    }
    assert!(seen[0] > 3 && seen[1] > 0, "both before and after the manifest: {seen:?}");
}

#[test]
fn a_write_that_fails_once_is_not_the_end() {
    let (store, mut saver, _, next) = before();
    let faulty = Faulty::new(&store, 1, 1, StoreError::Other("busy".into()));
    assert_eq!(saver.save(&faulty, &next, "3"), Err(SaveError::Store(StoreError::Other("busy".into()))));
    assert!(saver.save(&faulty, &next, "4").is_ok());
    assert_eq!(loaded(&store), next);
}

/// From a store in which nothing more fits to one in which all does: saved or not, one of the two versions
/// is there, and the generation before the last goes only where that makes enough room.
#[test]
fn under_any_quota_the_version_is_saved_or_the_last_one_is_whole() {
    let (template, _, second, next) = before();
    let used = template.used();
    let (mut refused, mut squeezed) = (0, 0);
    for quota in (used - 40..used + 1500).step_by(5) {
        let store = Memory::with_quota(quota);
        let mut copied = contents(&template);
        if quota < used {
            // Another program takes away room that was there.
            copied.retain(|key, _| !key.ends_with("/a"));
        }
        for (key, text) in &copied {
            store.set(key, text).unwrap();
        }
        let mut found = load(&store, id()).unwrap();
        assert_eq!(found.workspace, second);
        match found.saver.save(&store, &next, "3") {
            Ok(_) => assert_eq!(loaded(&store), next),
            Err(error) => {
                assert_eq!(error, SaveError::Store(StoreError::Full));
                assert_eq!(contents(&store), copied, "a refused save changes nothing");
                refused += 1;
            }
        }
        squeezed += usize::from(loaded(&store) == next && contents(&store).len() < 2 + 5 + 4 + 1);
    }
    assert!(refused > 0 && squeezed > 0, "{refused} {squeezed}");
}

#[test]
fn a_workspace_that_fits_once_but_not_three_times_can_be_edited_on() {
    // Letters that do not deflate: the chunk of this journey is most of what is stored.
    let noise = |seed: u32| -> String {
        let mut state = seed;
        let mut letter = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            char::from_u32(0x4e00 + (state >> 20)).unwrap()
        };
        (0..3000).map(|_| letter()).collect()
    };
    let first = with_scenario(&workspace(1), "j0", &noise(1));
    let measure = Memory::default();
    Saver::new(id()).save(&measure, &first, "1").unwrap();
    let store = Memory::with_quota(measure.used() * 5 / 2);
    let mut saver = Saver::new(id());
    for seed in 1..6 {
        let version = with_scenario(&first, "j0", &noise(seed));
        saver.save(&store, &version, "now").unwrap();
        assert_eq!(loaded(&store), version);
    }
    // Under twice its size there is no safe way: the last version stays.
    let store = Memory::with_quota(measure.used() * 3 / 2);
    let mut saver = Saver::new(id());
    saver.save(&store, &first, "1").unwrap();
    let refused = saver.save(&store, &with_scenario(&first, "j0", &noise(2)), "2");
    assert_eq!(refused, Err(SaveError::Store(StoreError::Full)));
    assert_eq!(loaded(&store), first);
}

#[test]
fn no_room_is_made_at_the_cost_of_the_only_whole_generation() {
    let (store, _, _, next) = before();
    let newer = store.keys().unwrap().into_iter().find(|key| key.ends_with("/b")).unwrap();
    store.set(&newer, "damaged").unwrap();
    let mut found = load(&store, id()).unwrap();
    let (older, held) = (found.workspace.clone(), contents(&store));
    let quota = store.used() + units("a little more");
    let tight = Memory::with_quota(quota);
    for (key, text) in &held {
        tight.set(key, text).unwrap();
    }
    assert_eq!(found.saver.save(&tight, &next, "3"), Err(SaveError::Store(StoreError::Full)));
    assert_eq!((loaded(&tight), contents(&tight)), (older, held));
}

#[test]
fn no_room_is_made_when_the_last_version_was_damaged_meanwhile() {
    let (template, mut saver, second, _) = before();
    let next = with_scenario(&second, "j1", "at dawn");
    let store = Memory::with_quota(template.used() + 100);
    for (key, text) in contents(&template) {
        store.set(&key, &text).unwrap();
    }
    let newer = store.get("crosslane/1/w1/b").unwrap().unwrap();
    let older = store.get("crosslane/1/w1/a").unwrap().unwrap();
    let only_in_newer = |key: &&String| {
        let name = key.rsplit('/').next().unwrap();
        newer.contains(name) && !older.contains(name)
    };
    let chunk = store.keys().unwrap().iter().find(only_in_newer).unwrap().clone();
    let damaged: String = store.get(&chunk).unwrap().unwrap().chars().rev().collect();
    store.set(&chunk, &damaged).unwrap();
    assert_eq!(saver.save(&store, &next, "3"), Err(SaveError::Store(StoreError::Full)));
    assert_eq!(load(&store, id()).unwrap().saved_at, "1");
}

#[test]
fn a_deletion_that_is_interrupted_is_finished_later() {
    for n in 0.. {
        let (store, ..) = before();
        let faulty = Faulty::new(&store, n, usize::MAX, StoreError::Blocked);
        let result = delete(&faulty, id());
        if !faulty.failed() {
            assert!(contents(&store).is_empty());
            assert!(n > 5);
            return;
        }
        assert_eq!(result, Err(StoreError::Blocked));
        let after = holding(&contents(&store));
        if n == 0 {
            assert!(load(&after, id()).is_ok());
        } else {
            assert_eq!(list(&after).unwrap(), []);
            assert!(contents(&after).is_empty());
            assert!(matches!(load(&store, id()), Err(LoadError::Missing)));
        }
    }
}
