//! Copies that travel: the version two of them have in common is found, however far back, and is never a wrong one.

use std::collections::BTreeSet;

use crosslane_cases::cases;
use proptest::prelude::*;

use super::{id, keep, loaded, version, with_scenario, with_title, workspace};
use crate::format::crosslane::{descent, made_of, open, revision_of, stamped, write};
use crate::merge::{merge, merge_without_base};
use crate::model::{Department, Id, Revisions, Workspace};
use crate::store::{Key, KeyValue, Memory, Part, Saver, VersionKind, find_base, given, versions};

/// A person with a browser.
struct Person {
    store: Memory,
    saver: Saver,
    shown: Workspace,
    /// What was shown before the last merge, as long as nothing was given away since.
    undo: Option<Workspace>,
    /// Makes names that nobody else makes, and tells the time.
    clock: u32,
    name: char,
}

impl Person {
    fn new(name: char, shown: Workspace) -> Self {
        Self { store: Memory::default(), saver: Saver::new(id()), shown, undo: None, clock: 0, name }
    }

    fn keep(&mut self, version: &Workspace, kind: VersionKind) {
        self.clock += 1;
        let new = (self.clock, kind, "", u64::from(self.clock));
        keep(&mut self.saver, &self.store, version, new).unwrap();
    }

    /// Adds a department that nobody else has.
    fn edit(&mut self) {
        self.clock += 1;
        let id = Id::new(&format!("{}{}", self.name, self.clock)).unwrap();
        let department = Department { name: id.to_string(), ..Department::default() };
        self.shown.departments.insert(id, department.into());
        self.shown.department_order.push(id);
    }

    /// Writes a file.
    fn give(&mut self) -> String {
        let shown = self.shown.clone();
        self.keep(&shown, VersionKind::Exported);
        self.undo = None;
        write(&given(&self.store, id(), &self.shown).unwrap())
    }

    /// Opens a file that was never seen here.
    fn open(name: char, file: &str) -> Self {
        let file = stamped(&open(file).unwrap().workspace);
        let mut person = Self::new(name, file.clone());
        person.keep(&file, VersionKind::Opened);
        person
    }

    fn base(&self, file: &Workspace) -> Option<Workspace> {
        find_base(&self.store, id(), &self.shown, file).unwrap()
    }

    /// Merges a file with what is here; gives the base.
    fn take(&mut self, file: &str) -> Option<Workspace> {
        let file = open(file).unwrap().workspace;
        let base = self.base(&file);
        let merged = match &base {
            Some(base) => merge(base, &self.shown, &file),
            None => merge_without_base(&self.shown, &file),
        };
        let before = self.shown.clone();
        self.keep(&before, VersionKind::BeforeMerge);
        self.shown = made_of(&file, &before, merged.workspace);
        self.keep(&file, VersionKind::Opened);
        self.undo = Some(before);
        base
    }
}

/// What somebody added, ever.
fn edits(version: &Workspace) -> BTreeSet<Id> {
    version.departments.keys().copied().collect()
}

#[test]
fn an_older_base_is_found_where_a_file_was_left_out() {
    let mut ours = Person::new('a', workspace(2));
    let first = ours.give();
    ours.edit();
    ours.give();
    let mut colleague = Person::open('b', &first);
    // A file that never came here, and another computer on which it was gone on with.
    colleague.edit();
    let between = colleague.give();
    let mut elsewhere = Person::open('c', &between);
    elsewhere.edit();
    let returned = elsewhere.give();
    let all = edits(&ours.shown).union(&edits(&elsewhere.shown)).copied().collect::<BTreeSet<_>>();
    assert_eq!(ours.take(&returned).as_ref().map(revision_of), Some(revision_of(&workspace(2))));
    assert_eq!(edits(&ours.shown), all);
}

#[test]
fn a_file_names_what_was_given_away_before_and_what_it_was_merged_of() {
    let mut ours = Person::new('a', workspace(2));
    let first = revision_of(&ours.shown);
    let file = ours.give();
    ours.edit();
    let second = revision_of(&ours.shown);
    assert_eq!(descent(&open(&ours.give()).unwrap().workspace), [second.clone(), first.clone()]);
    let mut colleague = Person::open('b', &file);
    colleague.edit();
    let theirs = revision_of(&colleague.shown);
    let returned = colleague.give();
    assert_eq!(ours.take(&returned).map(|base| revision_of(&base)), Some(first.clone()));
    let merged = revision_of(&ours.shown);
    let named = descent(&open(&ours.give()).unwrap().workspace);
    assert_eq!(named[0], merged);
    assert_eq!(named[1..].iter().collect::<BTreeSet<_>>(), BTreeSet::from([&first, &second, &theirs]));
}

#[test]
fn what_was_merged_and_taken_back_is_not_there_when_the_file_comes_again() {
    let mut ours = Person::new('a', workspace(2));
    let mut colleague = Person::open('b', &ours.give());
    colleague.edit();
    let returned = colleague.give();
    ours.take(&returned);
    ours.shown = ours.undo.take().unwrap();
    ours.take(&returned);
    assert_eq!(edits(&ours.shown), edits(&colleague.shown));
}

#[test]
fn the_newest_base_that_is_whole_counts_and_a_file_that_was_changed_by_hand_has_one_too() {
    let mut ours = Person::new('a', workspace(2));
    ours.give();
    let first = ours.shown.clone();
    ours.edit();
    let second = ours.shown.clone();
    let by_hand = with_scenario(&open(&ours.give()).unwrap().workspace, "j0", "by hand");
    assert_eq!(ours.base(&by_hand), Some(second.clone()));
    let newest = versions(&ours.store, id()).unwrap()[0].id;
    let key = Key { id: id(), part: Part::Version(newest) };
    ours.store.set(&key.to_string(), "garbled").unwrap();
    assert_eq!(ours.base(&by_hand), Some(first));
    assert_eq!(ours.base(&with_title(&Workspace::default(), "Another")), None);
}

#[test]
fn no_more_are_named_than_a_file_may_have() {
    let mut ours = Person::new('a', workspace(1));
    for _ in 0..40 {
        ours.edit();
        ours.give();
    }
    let file = ours.give();
    let opened = open(&file).unwrap().workspace;
    assert_eq!(opened.earlier_revisions.iter().count(), Revisions::MOST);
    assert_eq!(write(&opened), file);
    ours.saver.save(&ours.store, &opened, "now").unwrap();
    assert_eq!(loaded(&ours.store), opened);
    assert_eq!(ours.base(&opened).map(|base| revision_of(&base)), opened.revision);
    assert!(versions(&ours.store, id()).unwrap().iter().any(|kept| kept.id == version(2)));
}

/// What a person does.
#[derive(Clone, Debug)]
enum Deed {
    Edit,
    Give,
    /// Merges one of the files there are.
    Take(prop::sample::Index),
    /// Takes back the last merge.
    Undo,
}

fn deed() -> impl Strategy<Value = (usize, Deed)> {
    let deed = prop_oneof![
        4 => Just(Deed::Edit),
        3 => Just(Deed::Give),
        4 => any::<prop::sample::Index>().prop_map(Deed::Take),
        1 => Just(Deed::Undo),
    ];
    (0..3_usize, deed)
}

proptest! {
    #![proptest_config(cases(48))]

    /// Three people pass files around, in any order, and some come late, twice, or never.
    #[test]
    fn files_that_travel_lose_nothing_and_their_base_is_in_both(deeds in prop::collection::vec(deed(), 1..24)) {
        let mut first = Person::new('a', workspace(1));
        let mut files = vec![first.give()];
        let others = ['b', 'c'].map(|name| Person::open(name, &files[0]));
        let mut people: Vec<Person> = std::iter::once(first).chain(others).collect();
        for (who, deed) in deeds {
            let person = &mut people[who];
            match deed {
                Deed::Edit => person.edit(),
                Deed::Give => files.push(person.give()),
                Deed::Undo => {
                    if let Some(before) = person.undo.take() {
                        person.shown = before;
                    }
                }
                Deed::Take(which) => {
                    let file = which.get(&files).clone();
                    let theirs = edits(&open(&file).unwrap().workspace);
                    let ours = edits(&person.shown);
                    let base = person.take(&file);
                    // All started from one file, so there always is one.
                    let base = edits(&base.unwrap());
                    prop_assert!(base.is_subset(&ours), "the base is in ours");
                    prop_assert!(base.is_subset(&theirs), "the base is in the file");
                    let all: BTreeSet<Id> = ours.union(&theirs).copied().collect();
                    prop_assert_eq!(edits(&person.shown), all);
                }
            }
        }
    }
}
