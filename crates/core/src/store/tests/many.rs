//! Many tabs over a storage that hears late: whatever comes between their steps, no edit is lost.

use std::collections::BTreeSet;

use crosslane_cases::cases;
use proptest::prelude::*;

use super::delayed::Delayed;
use super::together::{Page, with_department};
use super::{id, with_scenario, workspace};
use crate::model::{Id, Workspace};
use crate::store::{Memory, Saver};

#[derive(Clone, Copy, Debug)]
enum Event {
    /// A tab adds a department.
    Add(usize),
    /// A tab adds a word to the scenario of its journey.
    Write(usize),
    Sync(usize),
    Take(usize),
    Hear(usize),
    /// A tab is closed: it saves, and never looks again.
    Close(usize),
}

fn events(tabs: usize, closing: u32) -> impl Strategy<Value = Vec<Event>> {
    let tab = 0..tabs;
    let event = prop_oneof![
        2 => tab.clone().prop_map(Event::Add),
        2 => tab.clone().prop_map(Event::Write),
        5 => tab.clone().prop_map(Event::Sync),
        20 => tab.clone().prop_map(Event::Take),
        20 => tab.clone().prop_map(Event::Hear),
        closing => tab.prop_map(Event::Close),
    ];
    prop::collection::vec(event, 0..300)
}

/// How a run ended: what each page shows that is still open, and what is stored.
struct Ended {
    shown: Vec<Workspace>,
    stored: Workspace,
    departments: BTreeSet<String>,
    /// The words of each journey.
    words: Vec<BTreeSet<String>>,
}

impl Ended {
    /// What was done and is not in a version.
    fn lost(&self, version: &Workspace) -> Vec<String> {
        let departments =
            self.departments.iter().filter(|name| !version.departments.contains_key(&Id::new(name).unwrap()));
        let mut lost: Vec<String> = departments.cloned().collect();
        for (journey, words) in self.words.iter().enumerate() {
            let scenario = scenario(version, journey);
            let there: BTreeSet<&str> = scenario.split_whitespace().collect();
            lost.extend(words.iter().filter(|word| !there.contains(&***word)).cloned());
        }
        lost
    }
}

fn scenario(version: &Workspace, journey: usize) -> String {
    let journey = &version.journeys[&Id::new(&format!("j{journey}")).unwrap()];
    journey.scenario.clone().unwrap_or_default()
}

fn run(tabs: usize, events: &[Event], lag: usize) -> Ended {
    let server = Memory::default();
    Saver::new(id()).save(&server, &workspace(tabs), "0").unwrap();
    let mut pages: Vec<Option<Page>> = (0..tabs).map(|_| Some(Page::open_unlocked(&server))).collect();
    let delayed = Delayed::new(server, tabs);
    let (mut departments, mut words) = (BTreeSet::new(), vec![BTreeSet::new(); tabs]);
    for (count, event) in events.iter().enumerate() {
        match *event {
            Event::Take(tab) => drop(delayed.take(tab)),
            Event::Hear(tab) => drop(delayed.hear(tab)),
            Event::Add(tab) | Event::Write(tab) | Event::Sync(tab) | Event::Close(tab) => {
                let Some(page) = &mut pages[tab] else { continue };
                match event {
                    Event::Add(_) => {
                        let name = format!("d{count}");
                        page.shown = with_department(&page.shown, &name);
                        departments.insert(name);
                    }
                    Event::Write(_) => {
                        let word = format!("w{count}");
                        let text = format!("{} {word}", scenario(&page.shown, tab));
                        page.shown = with_scenario(&page.shown, &format!("j{tab}"), text.trim());
                        words[tab].insert(word);
                    }
                    _ => page.sync(&delayed.tabs[tab]).unwrap(),
                }
                if matches!(event, Event::Close(_)) {
                    pages[tab] = None;
                }
            }
        }
        (0..tabs).for_each(|tab| delayed.hurry(tab, lag));
    }
    // Each page looks again whenever it hears of something; what it writes then the others hear of.
    for _ in 0..2 * tabs {
        for (page, cache) in pages.iter_mut().zip(&delayed.tabs) {
            delayed.settle();
            if let Some(page) = page {
                page.sync(cache).unwrap();
            }
        }
    }
    delayed.settle();
    let mut later = Page::open_unlocked(&delayed.server);
    later.sync(&delayed.server).unwrap();
    let shown = pages.into_iter().flatten().map(|page| page.shown).collect();
    Ended { shown, stored: later.shown, departments, words }
}

proptest! {
    // A run has hundreds of saves and merges.
    #![proptest_config(cases(48))]

    #[test]
    fn four_tabs_that_hear_late_end_with_the_same_and_with_everything(events in events(4, 0)) {
        let ended = run(4, &events, usize::MAX);
        prop_assert_eq!(ended.lost(&ended.stored), Vec::<String>::new());
        for shown in &ended.shown {
            prop_assert_eq!(shown, &ended.stored);
        }
    }

    #[test]
    fn what_a_tab_saved_before_it_was_closed_is_there_whatever_the_others_wrote(events in events(4, 1)) {
        // Some ten saves of the others.
        let ended = run(4, &events, 40);
        prop_assert_eq!(ended.lost(&ended.stored), Vec::<String>::new());
    }
}
