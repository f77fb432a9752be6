//! Versions never cost a save, and stay within their part of the store.

use super::{Faulty, contents, id, keep, kept, loaded, version, with_scenario, workspace};
use crate::model::{Id, Workspace};
use crate::store::versions::Record;
use crate::store::{
    BUDGET, KeyValue, MOST, Memory, NewVersion, SaveError, Saver, StoreError, VersionKind, load,
    load_version, versions, versions_units,
};

const DAY: u64 = 24 * 60 * 60;

/// Letters that do not deflate.
fn noise(seed: u32, length: usize) -> String {
    let mut state = seed;
    let mut letter = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from_u32(0x4e00 + (state >> 20)).unwrap()
    };
    (0..length).map(|_| letter()).collect()
}

fn noisy(seed: u32, length: usize) -> Workspace {
    with_scenario(&workspace(1), "j0", &noise(seed, length))
}

#[test]
fn a_full_store_at_any_write_of_a_version_leaves_what_was_there() {
    for n in 0.. {
        let (store, first) = (Memory::default(), workspace(3));
        let mut saver = Saver::new(id());
        saver.save(&store, &first, "1").unwrap();
        let before = contents(&store);
        let other = with_scenario(&with_scenario(&first, "j0", "x"), "j1", "y");
        let faulty = Faulty::new(&store, n, usize::MAX, StoreError::Full);
        let result = keep(&mut saver, &faulty, &other, (1, VersionKind::BeforeMerge, "", 1));
        if !faulty.failed() {
            assert_eq!(load_version(&store, id(), version(1)).unwrap().workspace, other);
            assert!(n > 2, "each chunk and the record are a write");
            return;
        }
        assert_eq!(result, Err(SaveError::Store(StoreError::Full)));
        assert_eq!(contents(&store), before);
    }
}

#[test]
fn a_crash_at_any_change_leaves_the_workspace_and_only_whole_versions() {
    for n in 0.. {
        let (store, first) = (Memory::default(), workspace(3));
        let mut saver = Saver::new(id());
        saver.save(&store, &first, "1").unwrap();
        let old = with_scenario(&first, "j2", "old");
        keep(&mut saver, &store, &old, (1, VersionKind::BeforeMerge, "", 1)).unwrap();
        keep(&mut saver, &store, &first, (2, VersionKind::BeforeMerge, "", 2)).unwrap();
        let faulty = Faulty::new(&store, n, usize::MAX, StoreError::Blocked);
        let other = with_scenario(&first, "j0", "x");
        // Years later, so that one of the two before goes.
        let result = keep(&mut saver, &faulty, &other, (3, VersionKind::Named, "Now", 900 * DAY));
        assert_eq!(loaded(&store), first);
        for kept in versions(&store, id()).unwrap() {
            load_version(&store, id(), kept.id).unwrap();
        }
        if !faulty.failed() {
            assert_eq!((result, kept(&store)), (Ok(version(3)), vec!["v3".into(), "v2".into()]));
            assert!(n > 3);
            return;
        }
        // What was begun is cleaned up by the next save.
        let mut saver = load(&store, id()).unwrap().saver;
        saver.save(&store, &with_scenario(&first, "j1", "z"), "2").unwrap();
        let whole = versions(&store, id()).unwrap().len();
        assert!(contents(&store).len() <= 2 + 5 + 2 * whole + 1, "{n}");
    }
}

#[test]
fn versions_make_room_for_a_save_oldest_first_and_named_ones_last() {
    let measure = Memory::default();
    Saver::new(id()).save(&measure, &noisy(0, 3000), "1").unwrap();
    let each = measure.used();
    // Room for six of them: the present one, the one before and four kept.
    let store = Memory::with_quota(each * 13 / 2);
    let mut saver = Saver::new(id());
    saver.save(&store, &noisy(0, 3000), "1").unwrap();
    let kinds =
        [VersionKind::Named, VersionKind::BeforeMerge, VersionKind::Exported, VersionKind::BeforeImport];
    for (seed, kind) in (1..).zip(kinds) {
        let name = if kind == VersionKind::Named { "By hand" } else { "" };
        keep(&mut saver, &store, &noisy(seed, 3000), (seed, kind, name, u64::from(seed))).unwrap();
    }
    assert_eq!(kept(&store), ["v4", "v3", "v2", "v1"]);
    saver.save(&store, &noisy(10, 3000), "2").unwrap();
    let saved = saver.save(&store, &noisy(11, 3000), "3").unwrap();
    assert_eq!((kept(&store), saved.given_up), (vec!["v4".into(), "v3".into(), "v1".into()], 0));
    // A workspace that takes all there is.
    let saved = saver.save(&store, &noisy(12, 3000 * 4), "4").unwrap();
    assert_eq!(
        (kept(&store), saved.given_up),
        (vec!["v1".to_owned()], 0),
        "the generation before goes first"
    );
    let saved = saver.save(&store, &noisy(13, 200), "5").unwrap();
    assert_eq!(saved.given_up, 0);
    let saved = saver.save(&store, &noisy(14, 19_500), "6").unwrap();
    assert_eq!(
        (kept(&store), saved.given_up),
        (Vec::<String>::new(), 1),
        "{} of {}",
        store.used(),
        each * 13 / 2
    );
    assert_eq!(loaded(&store), noisy(14, 19_500));
}

#[test]
fn nothing_is_given_up_in_vain() {
    let store = Memory::with_quota(20_000);
    let mut saver = Saver::new(id());
    saver.save(&store, &noisy(0, 2000), "1").unwrap();
    keep(&mut saver, &store, &noisy(1, 2000), (1, VersionKind::BeforeMerge, "", 1)).unwrap();
    let before = contents(&store);
    let refused = saver.save(&store, &noisy(2, 40_000), "2");
    assert_eq!(refused, Err(SaveError::Store(StoreError::Full)));
    assert_eq!(contents(&store), before);
    // A version that does not fit takes nothing from what is saved.
    let refused = keep(&mut saver, &store, &noisy(3, 40_000), (2, VersionKind::Named, "Large", 2));
    assert_eq!(refused, Err(SaveError::Store(StoreError::Full)));
    assert_eq!(contents(&store), before);
}

#[test]
fn versions_of_another_workspace_make_room_too_but_not_its_named_ones() {
    let other = Id::new("w2").unwrap();
    let store = Memory::with_quota(20_000);
    let mut elsewhere = Saver::new(other);
    elsewhere.save(&store, &noisy(0, 3000), "1").unwrap();
    for (number, kind, name) in [(1, VersionKind::Exported, ""), (2, VersionKind::Named, "Stays")] {
        let new = NewVersion { id: version(number), kind, name, kept_at: 1 };
        elsewhere.keep(&store, &noisy(number, 3000), &new).unwrap();
    }
    let mut saver = Saver::new(id());
    saver.save(&store, &noisy(5, 9000), "2").unwrap();
    let left: Vec<Id> = versions(&store, other).unwrap().iter().map(|version| version.id).collect();
    assert_eq!(left, [version(2)]);
    assert_eq!(load(&store, other).unwrap().workspace, noisy(0, 3000));
    assert_eq!(load_version(&store, other, version(2)).unwrap().workspace, noisy(2, 3000));
    let refused = saver.save(&store, &noisy(6, 14_000), "3");
    assert_eq!(refused, Err(SaveError::Store(StoreError::Full)));
}

#[test]
fn beyond_the_budget_the_oldest_goes_first_whatever_it_was_kept_for_but_for_a_name() {
    let store = Memory::default();
    let mut saver = Saver::new(id());
    saver.save(&store, &workspace(1), "1").unwrap();
    let kinds = [VersionKind::Exported, VersionKind::BeforeMerge, VersionKind::Named, VersionKind::Opened];
    for number in 0..20 {
        let kind = kinds[number as usize % 4];
        let name = if kind == VersionKind::Named { "Mine" } else { "" };
        // A day apart: nothing is thinned out.
        let at = DAY * u64::from(number);
        keep(&mut saver, &store, &noisy(number, 100_000), (number, kind, name, at)).unwrap();
        assert!(versions_units(&store).unwrap() <= BUDGET);
    }
    let left = kept(&store);
    for named in ["v2", "v6", "v10", "v14", "v18"] {
        assert!(left.contains(&named.to_owned()), "{left:?}");
    }
    assert!(left.contains(&"v19".to_owned()) && left.contains(&"v17".to_owned()), "{left:?}");
    assert!(!left.contains(&"v1".to_owned()) && !left.contains(&"v4".to_owned()), "{left:?}");
}

#[test]
fn automatic_versions_are_thinned_as_they_come_and_no_more_than_a_number_stay() {
    let store = Memory::default();
    let mut saver = Saver::new(id());
    saver.save(&store, &workspace(1), "1").unwrap();
    for number in 0..12 {
        let version = with_scenario(&workspace(1), "j0", &number.to_string());
        keep(&mut saver, &store, &version, (number, VersionKind::BeforeImport, "", 600 * u64::from(number)))
            .unwrap();
    }
    // 0 to 110 minutes: the last of the first hour, and the hour up to now.
    assert_eq!(kept(&store), ["v11", "v10", "v9", "v8", "v7", "v6", "v5"]);
}

#[test]
fn no_more_than_a_number_of_versions_without_a_name_stay() {
    let store = Memory::default();
    let mut saver = Saver::new(id());
    saver.save(&store, &workspace(1), "1").unwrap();
    keep(&mut saver, &store, &workspace(1), (0, VersionKind::Named, "Mine", 0)).unwrap();
    keep(&mut saver, &store, &workspace(1), (1, VersionKind::Exported, "", 1)).unwrap();
    let key = |number: u32| format!("crosslane/1/w1/version-v{number}");
    let record = Record::parse(&store.get(&key(1)).unwrap().unwrap()).unwrap();
    let most = u32::try_from(MOST).unwrap();
    for number in 2..most + 9 {
        let other = Record { kept_at: u64::from(number), ..record.clone() };
        store.set(&key(number), &other.write()).unwrap();
    }
    keep(
        &mut saver,
        &store,
        &with_scenario(&workspace(1), "j0", "new"),
        (most + 9, VersionKind::Opened, "", 0),
    )
    .unwrap();
    let left = kept(&store);
    assert_eq!(left.len(), MOST + 1);
    // The last one stays though its clock is the oldest; of the others the first went.
    assert!(["v0".to_owned(), format!("v{}", most + 9)].iter().all(|number| left.contains(number)));
    assert!(!left.contains(&"v9".to_owned()) && left.contains(&"v10".to_owned()), "{left:?}");
}
