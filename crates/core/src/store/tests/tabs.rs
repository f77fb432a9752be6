//! Two tabs on one workspace, each of whose steps may come between any two steps of the other.

use std::sync::{Arc, Condvar, Mutex};

use crosslane_cases::cases;
use proptest::prelude::*;

use super::{id, keep, loaded, version, with_scenario, workspace};
use crate::model::Workspace;
use crate::store::{KeyValue, Memory, SaveError, Saver, StoreError, VersionKind, load, load_version};

#[test]
fn a_tab_that_saved_meanwhile_is_not_overwritten() {
    let (store, first) = (Memory::default(), workspace(2));
    Saver::new(id()).save(&store, &first, "09:00").unwrap();
    let (mut one, mut two) = (load(&store, id()).unwrap().saver, load(&store, id()).unwrap().saver);
    let mine = with_scenario(&first, "j0", "mine");
    one.save(&store, &mine, "09:01").unwrap();
    let refused = two.save(&store, &with_scenario(&first, "j0", "theirs"), "09:02");
    assert_eq!(refused, Err(SaveError::ChangedElsewhere { saved_at: "09:01".into() }));
    assert_eq!(loaded(&store), mine);
    assert_eq!(two.last(), Some(&first), "the common version, for a merge");
    // Who loads again goes on.
    let mut two = load(&store, id()).unwrap().saver;
    two.save(&store, &first, "09:03").unwrap();
    assert_eq!(loaded(&store), first);
    assert!(matches!(one.save(&store, &first, "09:04"), Err(SaveError::ChangedElsewhere { .. })));
}

#[test]
fn a_second_workspace_under_one_identifier_is_refused() {
    let store = Memory::default();
    Saver::new(id()).save(&store, &workspace(2), "09:00").unwrap();
    let refused = Saver::new(id()).save(&store, &workspace(3), "09:01");
    assert_eq!(refused, Err(SaveError::ChangedElsewhere { saved_at: "09:00".into() }));
}

/// Lets two threads use a store one step at a time, in the order of a schedule.
struct Turns {
    store: Memory,
    state: Mutex<State>,
    changed: Condvar,
}

struct State {
    /// Who takes each step; when it is used up, they alternate.
    schedule: Vec<bool>,
    step: usize,
    done: [bool; 2],
}

impl State {
    fn whose(&self) -> usize {
        let planned = self.schedule.get(self.step).copied().unwrap_or(self.step.is_multiple_of(2));
        let planned = usize::from(planned);
        if self.done[planned] { 1 - planned } else { planned }
    }
}

/// One of the two tabs.
struct Tab {
    turns: Arc<Turns>,
    number: usize,
}

impl Tab {
    fn step<R>(&self, act: impl FnOnce(&Memory) -> R) -> R {
        let state = self.turns.state.lock().unwrap();
        let mut state = self.turns.changed.wait_while(state, |state| state.whose() != self.number).unwrap();
        let result = act(&self.turns.store);
        state.step += 1;
        self.turns.changed.notify_all();
        result
    }
}

impl Drop for Tab {
    fn drop(&mut self) {
        self.turns.state.lock().unwrap().done[self.number] = true;
        self.turns.changed.notify_all();
    }
}

impl KeyValue for Tab {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.step(|store| store.get(key))
    }
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.step(|store| {
            store.set(key, text)?;
            assert!(load(store, id()).is_ok(), "a generation is readable after every write");
            Ok(())
        })
    }
    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.step(|store| {
            store.remove(key)?;
            assert!(load(store, id()).is_ok(), "a generation is readable after every removal");
            Ok(())
        })
    }
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.step(KeyValue::keys)
    }
}

/// How it ended for a tab.
struct Ended {
    /// The last version that it was told is saved.
    saved: Option<Workspace>,
    /// The version that it was told met a save of the other. It may stand in the store all the same.
    refused: Option<Workspace>,
    saver: Saver,
}

/// What a tab does: saves these scenarios of a journey one after the other.
fn edit(tab: Tab, mut saver: Saver, first: &Workspace, edits: &[(u8, u8)]) -> Ended {
    let mut version = first.clone();
    let (mut saved, mut refused) = (None, None);
    for (journey, text) in edits {
        version = with_scenario(&version, &format!("j{journey}"), &format!("tab {} {text}", tab.number));
        match saver.save(&tab, &version, "now") {
            Ok(_) => saved = Some(version.clone()),
            Err(SaveError::ChangedElsewhere { .. }) => {
                refused = Some(version);
                break;
            }
            Err(error) => panic!("{error}"),
        }
    }
    drop(tab);
    Ended { saved, refused, saver }
}

/// Runs both tabs in the order of a schedule, each from the same loaded version; both go back to what the
/// older generation holds at times, whose chunks the other may be freeing.
fn run_both(schedule: Vec<bool>, edits: &[Vec<(u8, u8)>; 2]) {
    let store = Memory::default();
    let first = workspace(2);
    let mut saver = Saver::new(id());
    saver.save(&store, &with_scenario(&first, "j0", "tab 0 0"), "0").unwrap();
    saver.save(&store, &first, "1").unwrap();
    let savers = [saver.clone(), saver];
    let state = Mutex::new(State { schedule, step: 0, done: [false; 2] });
    let turns = Arc::new(Turns { store, state, changed: Condvar::new() });
    let tabs = [0, 1].map(|number| Tab { turns: turns.clone(), number });
    let results: Vec<Ended> = std::thread::scope(|scope| {
        let first = &first;
        let tabs = tabs.into_iter().zip(savers).zip(edits);
        let running: Vec<_> =
            tabs.map(|((tab, saver), edits)| scope.spawn(move || edit(tab, saver, first, edits))).collect();
        running.into_iter().map(|tab| tab.join().unwrap()).collect()
    });
    let found = load(&turns.store, id()).unwrap();
    assert_eq!(found.damaged_newer, None);
    let is_last = |ended: &Ended| [&ended.saved, &ended.refused].contains(&&Some(found.workspace.clone()));
    assert!(results.iter().any(is_last), "the last version of one of the tabs is there");
    // The other tab is told at its next save at the latest.
    for mut ended in results.into_iter().filter(|ended| !is_last(ended)) {
        let Some(last) = ended.saved else { continue };
        let result = ended.saver.save(&turns.store, &with_scenario(&last, "j1", "more"), "later");
        assert!(matches!(result, Err(SaveError::ChangedElsewhere { .. })), "{result:?}");
    }
}

/// One tab is interrupted at every step, by every number of steps of the other.
#[test]
fn two_tabs_that_save_at_once_never_lose_a_readable_generation() {
    // A save takes some 20 steps.
    for (before, between) in (0..20).flat_map(|before| (0..20).map(move |between| (before, between))) {
        for interrupted in [false, true] {
            let mut schedule = vec![interrupted; before];
            schedule.extend(vec![!interrupted; between]);
            schedule.extend(vec![interrupted; 100]);
            // The first goes back to what only the older generation holds.
            run_both(schedule, &[vec![(0, 0)], vec![(1, 0)]]);
        }
    }
}

/// One tab keeps what only the older generation holds, whose chunk the other one frees as it saves.
#[test]
fn a_version_that_is_kept_while_another_tab_saves_is_whole() {
    for (before, between) in
        (0..24).flat_map(|before| (0..24).step_by(3).map(move |between| (before, between)))
    {
        let store = Memory::default();
        let (first, old) = (workspace(2), with_scenario(&workspace(2), "j0", "older"));
        let mut saver = Saver::new(id());
        saver.save(&store, &old, "0").unwrap();
        saver.save(&store, &first, "1").unwrap();
        let mut schedule = vec![false; before];
        schedule.extend(vec![true; between]);
        schedule.extend(vec![false; 200]);
        let state = Mutex::new(State { schedule, step: 0, done: [false; 2] });
        let turns = Arc::new(Turns { store, state, changed: Condvar::new() });
        let [one, two] = [0, 1].map(|number| Tab { turns: turns.clone(), number });
        let mut keeping = saver.clone();
        std::thread::scope(|scope| {
            let (first, old) = (&first, &old);
            scope.spawn(move || keep(&mut keeping, &one, old, (1, VersionKind::Named, "Older", 1)).unwrap());
            scope.spawn(move || saver.save(&two, &with_scenario(first, "j0", "newer"), "2").unwrap());
        });
        let found = load_version(&turns.store, id(), version(1)).unwrap();
        assert_eq!(found.workspace, old, "{before} {between}");
    }
}

proptest! {
    #![proptest_config(cases(50))]

    #[test]
    fn two_tabs_in_any_order_never_lose_a_readable_generation(
        schedule in prop::collection::vec(any::<bool>(), 0..300),
        edits in prop::array::uniform2(prop::collection::vec((0..2_u8, 0..3_u8), 1..4)),
    ) {
        run_both(schedule, &edits);
    }
}

/// A save that was told of the other's may stand in the store: it is the newest there, and who made it knows.
#[test]
fn a_save_that_met_another_may_stand_all_the_same() {
    const STEPS: &str = "0001100000100000000000100111111000000000001110000100";
    let schedule = STEPS.bytes().map(|step| step == b'1').collect();
    run_both(schedule, &[vec![(1, 0), (0, 0)], vec![(0, 0)]]);
}
