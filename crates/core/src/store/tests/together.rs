//! Tabs that edit one workspace at once: all of them end with the same, and with everything.

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use crosslane_cases::cases;
use proptest::prelude::*;

use super::{id, loaded, with_scenario, with_title, workspace};
use crate::merge::Conflict;
use crate::model::{Department, Id, Workspace};
use crate::store::{KeyValue, Memory, Program, SaveError, Saver, StoreError, Synced, load};

fn with_department(version: &Workspace, name: &str) -> Workspace {
    let mut next = version.clone();
    let id = Id::new(name).unwrap();
    next.departments.insert(id, Arc::new(Department { name: name.into(), ..Department::default() }));
    next.department_order.push(id);
    next
}

/// A page: what it shows, and its saver.
struct Page {
    saver: Saver,
    shown: Workspace,
    /// How many conflicts it was told of.
    told: usize,
}

impl Page {
    fn open(store: &dyn KeyValue) -> Self {
        let found = load(store, id()).unwrap();
        Self { saver: found.saver, shown: found.workspace, told: 0 }
    }

    /// Saves and follows, as a page does whenever something changed here or elsewhere.
    fn sync(&mut self, store: &dyn KeyValue) -> Result<(), SaveError> {
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

/// The storage as browsers give it to tabs that run in processes of their own: each writes at once for itself, and
/// hears of the writes of others a while later.
#[derive(Default)]
struct Delayed {
    server: Memory,
    tabs: [Cache; 2],
}

#[derive(Default)]
struct Cache {
    texts: Memory,
    /// Writes on their way to the server.
    out: RefCell<VecDeque<Write>>,
    /// Writes that the server took, in its order, on their way here: of the other tab, and those of this one.
    coming: RefCell<VecDeque<(bool, Write)>>,
    /// Keys of own writes of which the server has not said yet that it took them.
    unsure: RefCell<Vec<String>>,
}

type Write = (String, Option<String>);

fn put(store: &Memory, (key, text): &Write) {
    match text {
        Some(text) => store.set(key, text).unwrap(),
        None => store.remove(key).unwrap(),
    }
}

impl Delayed {
    /// The server takes a write of a tab, and tells both.
    fn take(&self, tab: usize) -> bool {
        let Some(write) = self.tabs[tab].out.borrow_mut().pop_front() else { return false };
        put(&self.server, &write);
        for (at, cache) in self.tabs.iter().enumerate() {
            cache.coming.borrow_mut().push_back((at == tab, write.clone()));
        }
        true
    }

    /// A tab hears of a write; what it has written itself meanwhile counts for it.
    fn hear(&self, tab: usize) -> bool {
        let cache = &self.tabs[tab];
        let Some((own, write)) = cache.coming.borrow_mut().pop_front() else { return false };
        let mut unsure = cache.unsure.borrow_mut();
        let at = unsure.iter().position(|key| *key == write.0);
        match at {
            Some(at) if own => drop(unsure.remove(at)),
            Some(_) => {}
            None => put(&cache.texts, &write),
        }
        true
    }

    fn settle(&self) {
        while (0..2).any(|tab| self.take(tab) || self.hear(tab)) {}
    }
}

impl KeyValue for Cache {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.texts.get(key)
    }
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.out.borrow_mut().push_back((key.into(), Some(text.into())));
        self.unsure.borrow_mut().push(key.into());
        self.texts.set(key, text)
    }
    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.out.borrow_mut().push_back((key.into(), None));
        self.unsure.borrow_mut().push(key.into());
        self.texts.remove(key)
    }
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.texts.keys()
    }
}

#[derive(Clone, Copy, Debug)]
enum Event {
    Edit(usize),
    Sync(usize),
    Take(usize),
    Hear(usize),
}

fn event() -> impl Strategy<Value = Event> {
    let tab = 0..2_usize;
    prop_oneof![
        2 => tab.clone().prop_map(Event::Edit),
        2 => tab.clone().prop_map(Event::Sync),
        8 => tab.clone().prop_map(Event::Take),
        8 => tab.prop_map(Event::Hear),
    ]
}

/// The outcome of a run: what each page shows, what is stored, and every department that was added.
fn run(events: &[Event]) -> ([Workspace; 2], Workspace, BTreeMap<Id, usize>) {
    let delayed = Delayed::default();
    let mut pages = two_pages(&delayed.server);
    for cache in &delayed.tabs {
        for (key, text) in super::contents(&delayed.server) {
            cache.texts.set(&key, &text).unwrap();
        }
    }
    let mut added = BTreeMap::new();
    for event in events {
        match *event {
            Event::Edit(tab) => {
                let name = format!("d{}", added.len());
                pages[tab].shown = with_department(&pages[tab].shown, &name);
                added.insert(Id::new(&name).unwrap(), tab);
            }
            Event::Sync(tab) => pages[tab].sync(&delayed.tabs[tab]).unwrap(),
            Event::Take(tab) => drop(delayed.take(tab)),
            Event::Hear(tab) => drop(delayed.hear(tab)),
        }
    }
    // Each page looks again whenever it hears of something; what it writes then the other one hears of.
    for _ in 0..4 {
        for (page, cache) in pages.iter_mut().zip(&delayed.tabs) {
            delayed.settle();
            page.sync(cache).unwrap();
        }
    }
    delayed.settle();
    let stored = loaded(&delayed.server);
    (pages.map(|page| page.shown), stored, added)
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn tabs_that_hear_late_end_with_the_same_and_with_everything(events in prop::collection::vec(event(), 0..120)) {
        let ([one, two], stored, added) = run(&events);
        for name in added.keys() {
            prop_assert!(one.departments.contains_key(name), "{name} of tab {} is lost", added[name]);
        }
        prop_assert_eq!(&one, &two);
        prop_assert_eq!(&one, &stored);
    }
}
