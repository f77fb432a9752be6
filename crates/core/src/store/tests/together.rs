//! Tabs that edit one workspace at once: all of them end with the same, and with everything.

use std::sync::Arc;

use super::{id, loaded, with_scenario, with_title, workspace};
use crate::merge::Conflict;
use crate::model::{Department, Id, Workspace};
use crate::store::{KeyValue, Memory, Program, SaveError, Saver, Synced, load};

pub fn with_department(version: &Workspace, name: &str) -> Workspace {
    let mut next = version.clone();
    let id = Id::new(name).unwrap();
    next.departments.insert(id, Arc::new(Department { name: name.into(), ..Department::default() }));
    next.department_order.push(id);
    next
}

/// A page: what it shows, and its saver.
pub struct Page {
    saver: Saver,
    pub shown: Workspace,
    /// How many conflicts it was told of.
    told: usize,
}

impl Page {
    pub fn open(store: &dyn KeyValue) -> Self {
        let found = load(store, id()).unwrap();
        Self { saver: found.saver, shown: found.workspace, told: 0 }
    }

    /// A page of a browser without locks.
    pub fn open_unlocked(store: &dyn KeyValue) -> Self {
        let mut page = Self::open(store);
        page.saver.set_unlocked(true);
        page
    }

    /// Saves and follows, as a page does whenever something changed here or elsewhere.
    pub fn sync(&mut self, store: &dyn KeyValue) -> Result<(), SaveError> {
        let Synced { joined, result } = self.saver.sync(store, &self.shown, "now");
        if let Some(joined) = joined {
            self.told += joined.clashes.iter().map(|clash| clash.merged.conflicts.len()).sum::<usize>();
            self.shown = joined.workspace;
        }
        result.map(drop)
    }
}

fn two_pages(store: &Memory) -> [Page; 2] {
    Saver::new(id()).save(store, &workspace(2), "0").unwrap();
    [Page::open(store), Page::open(store)]
}

#[test]
fn what_one_changed_appears_in_the_other_and_nothing_is_lost() {
    let store = Memory::default();
    let [mut one, mut two] = two_pages(&store);
    one.shown = with_scenario(&one.shown, "j0", "of one");
    two.shown = with_scenario(&two.shown, "j1", "of two");
    one.sync(&store).unwrap();
    two.sync(&store).unwrap();
    one.sync(&store).unwrap();
    assert_eq!(one.shown, two.shown);
    assert_eq!(loaded(&store), one.shown);
    assert_eq!(one.shown, with_scenario(&with_scenario(&workspace(2), "j0", "of one"), "j1", "of two"));
    // With nothing more to save, nothing is written.
    let before = super::contents(&store);
    two.sync(&store).unwrap();
    one.sync(&store).unwrap();
    assert_eq!(super::contents(&store), before);
}

#[test]
fn what_both_changed_stays_as_it_is_on_the_screen_of_who_saves_last_and_is_told_there() {
    let store = Memory::default();
    let [mut one, mut two] = two_pages(&store);
    one.shown = with_title(&one.shown, "One");
    two.shown = with_title(&two.shown, "Two");
    one.sync(&store).unwrap();
    let Synced { joined, result } = two.saver.sync(&store, &two.shown, "now");
    result.unwrap();
    let [clash] = joined.unwrap().clashes.try_into().unwrap();
    let [conflict]: [Conflict; 1] = clash.merged.conflicts.clone().try_into().unwrap();
    assert_eq!((conflict.ours.as_deref(), conflict.theirs.as_deref()), (Some("\"Two\""), Some("\"One\"")));
    one.sync(&store).unwrap();
    assert_eq!((one.shown.title.as_str(), one.told), ("Two", 0));
    let later = with_scenario(&one.shown, "j0", "later");
    assert_eq!(clash.take_theirs(&later, 0), Some(with_title(&later, "One")));
    assert_eq!(clash.take_theirs(&later, 1), None);
}

#[test]
fn a_program_that_is_older_stops_writing_until_it_is_told_to_go_on() {
    let store = Memory::default();
    let [mut old, mut new] = two_pages(&store);
    new.saver.program = Program([999, 0, 0]);
    new.shown = with_title(&new.shown, "New");
    new.sync(&store).unwrap();
    let before = super::contents(&store);
    old.shown = with_title(&old.shown, "Old");
    assert_eq!(old.sync(&store), Err(SaveError::NewerProgram(Program([999, 0, 0]))));
    assert_eq!(old.shown.title, "Old");
    assert_eq!(super::contents(&store), before);
    let mut later = Page::open(&store);
    assert_eq!(load(&store, id()).unwrap().program, Program([999, 0, 0]));
    later.shown = with_scenario(&later.shown, "j0", "by the older program");
    assert_eq!(later.sync(&store), Err(SaveError::NewerProgram(Program([999, 0, 0]))));
    later.saver.write_beside(Program([999, 0, 0]));
    later.sync(&store).unwrap();
    new.sync(&store).unwrap();
    assert_eq!(new.shown, later.shown);
}

/// A page that cannot merge yet keeps what another saved, and its own beside it where it is closed before it can.
#[test]
fn what_cannot_be_joined_yet_is_saved_apart_and_joined_by_whoever_comes_next() {
    for reopened in [false, true] {
        let store = Memory::default();
        let [mut one, mut two] = two_pages(&store);
        one.shown = with_scenario(&one.shown, "j0", "of one");
        one.sync(&store).unwrap();
        two.shown = with_department(&with_scenario(&two.shown, "j1", "of two"), "new");
        let Synced { joined, result } = two.saver.sync_by(None, &store, &two.shown, "later");
        assert!(joined.is_none());
        assert!(matches!(result, Err(SaveError::ChangedElsewhere { .. })), "{result:?}");
        assert_eq!(load(&store, id()).unwrap().workspace, one.shown);
        two.saver.save_apart(&store, &two.shown, "later").unwrap();
        // Once more: it is the same head.
        two.saver.save_apart(&store, &two.shown, "later").unwrap();
        let next = if reopened { &mut Page::open(&store) } else { &mut two };
        next.sync(&store).unwrap();
        one.sync(&store).unwrap();
        for page in [&one, &*next] {
            assert_eq!(page.shown.journeys.len(), 2);
            assert!(page.shown.departments.contains_key(&Id::new("new").unwrap()), "reopened: {reopened}");
            let scenarios: Vec<_> =
                page.shown.journeys.values().filter_map(|journey| journey.scenario.clone()).collect();
            assert!(
                scenarios.contains(&"of one".into()) && scenarios.contains(&"of two".into()),
                "{scenarios:?}"
            );
            assert_eq!(page.told, 0);
        }
        assert_eq!(load(&store, id()).unwrap().workspace, one.shown);
    }
}
